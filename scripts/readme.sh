#!/usr/bin/env bash
# Checks README.md, claim by claim, in a fresh clone of the last commit: what it says can be run is run, and its own words
# are looked for, so that a claim cannot change without its command. Says which claims do not hold, and fails then.
#
#     scripts/readme.sh
#
# Needs crates.io, and a few minutes for what it compiles. TESTS=1 adds `cargo test --workspace`, and FIGURES=1
# scripts/figures.sh, which take longer.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The clone and what is compiled of it are where they were the last time; the rest is outside of this checkout, whose
# manifest would count for it.
export CARGO_TARGET_DIR=$PWD/target/readme CARGO_INCREMENTAL=0
folder=$(mktemp -d)
clone=$CARGO_TARGET_DIR/readme-check
rm -rf "$clone"
# Cargo keeps its own copy of what it reads from git.
trap 'rm -rf "$folder" "${CARGO_HOME:-$HOME/.cargo}"/git/{db,checkouts}/readme-check-*' EXIT
mkdir -p "$folder/logs"
git clone --quiet . "$clone" || exit 1
cd "$clone" || exit 1

words=$(tr -s '[:space:]' ' ' <README.md)
ran=()
failed=0

# claim 'words of README' command…: runs the command, which shows that they are true.
claim() {
    local log=$folder/logs/${#ran[@]}.log
    ran+=("$1")
    if [[ "$words" != *"$1"* ]]; then
        printf 'GONE    %s\n        README.md does not say this any more\n' "$1"
        failed=$((failed + 1))
    elif "${@:2}" >"$log" 2>&1; then
        printf 'holds   %s\n        %s\n' "$1" "${*:2}"
    else
        printf 'FAILED  %s\n        %s\n' "$1" "${*:2}"
        tail -n 12 "$log" | sed 's/^/        | /'
        failed=$((failed + 1))
    fi
}

# elsewhere 'words of README' 'why': what no command here can show.
elsewhere() {
    ran+=("$1")
    if [[ "$words" != *"$1"* ]]; then
        printf 'GONE    %s\n        README.md does not say this any more\n' "$1"
        failed=$((failed + 1))
        return
    fi
    printf 'not run %s\n        %s\n' "$1" "$2"
}

# block N: the N-th block of Rust.
block() {
    awk -v wanted="$1" '/^```rust/ { count++; inside = count == wanted; next } /^```/ { inside = 0 } inside' README.md
}

links() {
    local target missing=0
    for target in $(grep -o '](\([^)#: ]*\)' README.md | sed 's/^](//' | sort -u); do
        [[ -e "$target" ]] || { printf '%s is not there\n' "$target"; missing=1; }
    done
    return "$missing"
}

in_app() { (cd "$folder/app" && "$@"); }

app() {
    cargo new --quiet --vcs none --name app "$folder/app" && block 1 >"$folder/app/src/main.rs"
}

from_git() { in_app cargo add generated-client --git "file://$clone"; }
with() {
    in_app cargo remove generated-client
    in_app cargo add generated-client --git "file://$clone" "$@" && in_app cargo check --bin app
}

# The store's port is free: it prints the variables, with which the program lists all customers.
mock_store() {
    cargo xtask help mock-store && in_app cargo build || return 1
    local log=$folder/logs/store.log count=0
    # A group of its own, which ends with the programs that it starts.
    set -m
    cargo xtask mock-store --port 0 --customers 300 >"$log" &
    local store=$!
    set +m
    for _ in $(seq 300); do
        grep -q 'Client::from_env' "$log" && break
        sleep 0.2
    done
    count=$(eval "$(grep '^  export ' "$log")" && "$CARGO_TARGET_DIR/debug/app" | grep -c '@.*: \|: .*@.* addresses')
    kill -- -"$store"
    printf '%s customers of 300\n' "$count"
    [[ "$count" == 300 ]]
}

more_calls() {
    {
        printf 'use generated_client::{Client, Error, v3::customers::CustomerUpdate};\n'
        printf 'async fn calls(client: Client, many: Vec<CustomerUpdate>) -> Result<(), Error> {\n'
        block 2 | sed 's/{ … }/{}/'
        printf 'Ok(())\n}\nfn main() {\n    let _ = calls;\n}\n'
    } >"$folder/app/src/bin.rs"
    mkdir -p "$folder/app/src/bin" && mv "$folder/app/src/bin.rs" "$folder/app/src/bin/calls.rs"
    in_app cargo check --bin calls
}

minimum() {
    local minimum
    minimum=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
    [[ "$minimum" == "$1" ]] || return 1
    if cargo "+$minimum" --version; then
        cargo "+$minimum" check --locked --package generated-client --all-features
    fi
}

petstore() {
    cp codegen/examples/build-script/museum.yaml "$folder/petstore.yaml"
    (cd "$folder" && cargo run --quiet --manifest-path "$clone/Cargo.toml" --package openapi-client-cli -- \
        generate petstore.yaml --out petstore-client --runtime "$clone/codegen/runtime" &&
        cargo check --quiet --manifest-path petstore-client/Cargo.toml)
}

none_recorded() { ! grep -r -l '"source": "recorded' tests/recordings; }
regen_from_below() { (cd spec/v3 && cargo xtask regen) && [[ -z "$(git status --porcelain)" ]]; }
licenses() { grep -q 'MIT License' LICENSE-MIT && grep -q 'Apache License' LICENSE-APACHE; }

printf '==> README.md at %s\n' "$(git log -1 --format=%h)"
claim '# generated-client' links
app
claim 'cargo add generated-client --git REPOSITORY' from_git
claim 'cargo add tokio --features macros,rt' in_app cargo add tokio --features macros,rt
claim 'This is a complete program:' in_app cargo build
claim '`cargo xtask mock-store` runs a store on your machine, and prints the environment variables with which this program calls it, unchanged' mock_store
claim 'More calls:' more_calls
claim '`--no-default-features --features rustls,v3` takes one version of the API alone' \
    with --no-default-features --features rustls,v3
claim 'Other features are `blocking`' with --features blocking,tracing,test-util,time,jiff,chrono
claim '`rustls-no-provider` ([builds sooner](generated-client/docs/building.md))' \
    with --no-default-features --features rustls-no-provider,v2,v3
claim 'The minimum Rust is 1.88.' minimum 1.88
claim 'Each of these has its tests, and a list of them that cannot get out of date' \
    cargo test --package xtask --test xtask promises
claim '<!-- @generated by `cargo xtask regen` from spec/.' cargo xtask regen --check
claim 'Each declared status of each operation has a recording in `tests/recordings/`' cargo xtask coverage
claim 'against which the client is tested over real HTTP' cargo test --package replay --test suite recordings
claim 'None of them comes from a store yet' none_recorded
claim '`openapi-client generate petstore.yaml --out petstore-client` makes such a crate' petstore
claim '`cargo xtask --help` explains all others' cargo xtask --help
claim 'cargo xtask regen # spec/ → generated-client/src/generated, after an edit of spec/' regen_from_below
claim '[MIT](LICENSE-MIT) or [Apache 2.0](LICENSE-APACHE), at your option' licenses
if [[ -n "${TESTS:-}" ]]; then
    claim 'cargo test --workspace # all tests' cargo test --workspace
else
    elsewhere 'cargo test --workspace # all tests' 'run with TESTS=1'
fi
if [[ -n "${FIGURES:-}" ]]; then
    claim 'measured against hand-written code, with the commands' scripts/figures.sh
    cat "$folder/logs/$((${#ran[@]} - 1)).log"
else
    elsewhere 'measured against hand-written code, with the commands' 'run with FIGURES=1'
fi

# Every line that a reader may paste is one of these.
while IFS= read -r line; do
    line=$(sed 's/  *# .*//' <<<"$line")
    if [[ -n "$line" && "${ran[*]}" != *"$line"* ]]; then
        printf 'FAILED  %s\n        no claim of this script has this command\n' "$line"
        failed=$((failed + 1))
    fi
done < <(awk '/^```sh/ { inside = 1; next } /^```/ { inside = 0 } inside' README.md)

printf '%d claims, %d of which do not hold\n' "${#ran[@]}" "$failed"
[[ "$failed" == 0 ]]
