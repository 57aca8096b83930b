#!/usr/bin/env bash
# Compares `xtask generate` with other generators of Rust: time and memory of the whole process, both sides in turn.
#
#     scripts/peers.sh DOCUMENT [FOLDER] [ROUNDS]
#
# FOLDER keeps the peers, which are built from crates.io where they are missing, and what all of them generate
# (target/peers by default). CHECK=1 compiles the crates too, which takes a while. A peer that cannot read the document
# is said to have failed, and left out. Needs GNU time (`/usr/bin/time`).
#
# With OPENAPI_GENERATOR, the path of openapi-generator's jar, it is compared as well; it needs `java`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

document=$(realpath "${1:?a document is needed}")
if [[ -n "${OPENAPI_GENERATOR:-}" ]]; then
    OPENAPI_GENERATOR=$(realpath "$OPENAPI_GENERATOR")
    export OPENAPI_GENERATOR
fi
mkdir -p "${2:-target/peers}"
folder=$(cd "${2:-target/peers}" && pwd -P)
rounds=${3:-7}

install() {
    if [[ ! -x "$folder/bin/$1" ]]; then
        cargo install --locked --quiet --root "$folder" --version "$2" "$1"
    fi
}
install openapi-to-rust 0.23.0
install ploidy 0.15.0
install oas3-gen 0.29.0
cargo build --quiet --release -p xtask

cp target/release/xtask "$folder/bin/xtask"
runtime=$(pwd -P)/codegen/runtime
cd "$folder"

generate() {
    case $1 in
        xtask) bin/xtask generate "$document" --out out/xtask --name made --runtime "$runtime" ;;
        openapi-to-rust) bin/openapi-to-rust generate "$document" --output-dir out/openapi-to-rust ;;
        ploidy) bin/ploidy generate rust "$document" --output out/ploidy --name made ;;
        oas3-gen) bin/oas3-gen generate client-mod -i "$document" -o out/oas3-gen --workspace ;;
        openapi-generator)
            java -jar "$OPENAPI_GENERATOR" generate -g rust -i "$document" -o out/openapi-generator --package-name made ;;
    esac
}
export -f generate
export document runtime

# measure NAME command…: adds a line of seconds (elapsed, then of the processor) and KiB to NAME.times.
measure() {
    local name=$1
    shift
    if ! /usr/bin/time -o "$name.time" -f '%e %U %S %M' "$@" >"$name.log" 2>&1; then
        return 1
    fi
    awk '{ print $1, $2 + $3, $4 }' "$name.time" >>"$name.times"
}

median() {
    sort -g | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}

# compare NAME…: a table of the medians, and each as a multiple of the first.
compare() {
    local name column first=() values
    printf '%-18s %10s %10s %10s   %s\n' '' 'seconds' 'processor' 'MiB' 'as multiples of the first'
    for name in "$@"; do
        if [[ ! -s "$name.times" ]]; then
            printf '%-18s failed: see %s\n' "$name" "$folder/$name.log"
            continue
        fi
        values=()
        for column in 1 2 3; do
            values+=("$(cut -d ' ' -f "$column" "$name.times" | median)")
        done
        [[ ${#first[@]} -gt 0 ]] || first=("${values[@]}")
        awk -v name="$name" -v a="${values[*]}" -v b="${first[*]}" 'BEGIN {
            split(a, here); split(b, base)
            printf "%-18s %10.2f %10.2f %10.0f  ", name, here[1], here[2], here[3] / 1024
            for (at = 1; at <= 3; at++) printf " %7.2f", here[at] / (base[at] > 0 ? base[at] : 0.01)
            printf "\n"
        }'
    done
}

all=(xtask openapi-to-rust ploidy oas3-gen)
[[ -z "${OPENAPI_GENERATOR:-}" ]] || all+=(openapi-generator)
rm -f ./*.times
for ((round = 0; round < rounds; round++)); do
    for name in "${all[@]}"; do
        rm -rf "out/$name"
        mkdir -p out
        measure "$name" bash -c "generate $name" || true
    done
done
printf '\n%s, %s KiB, %s rounds\n' "$(basename "$document")" "$(($(stat -c %s "$document") / 1024))" "$rounds"
compare "${all[@]}"

if [[ -z "${CHECK:-}" ]]; then
    exit
fi
# What openapi-to-rust writes is a module: the crate around it is made here.
if [[ -d out/openapi-to-rust ]]; then
    mkdir -p out/crate/src
    cp -r out/openapi-to-rust/. out/crate/src/
    cp -n out/crate/src/mod.rs out/crate/src/lib.rs 2>/dev/null || true
    { printf '[package]\nname = "made"\nversion = "0.1.0"\nedition = "2024"\n\n[workspace]\n\n'
      cat out/crate/src/REQUIRED_DEPS.toml; } >out/crate/Cargo.toml
    rm -rf out/openapi-to-rust
    mv out/crate out/openapi-to-rust
fi
# openapi-generator takes the version of the document, whatever that looks like.
if [[ -f out/openapi-generator/Cargo.toml ]]; then
    sed -i 's/^version = ".*"/version = "0.1.0"/' out/openapi-generator/Cargo.toml
    printf '\n[workspace]\n' >>out/openapi-generator/Cargo.toml
fi
checked=()
for name in "${all[@]}"; do
    [[ -f "out/$name/Cargo.toml" ]] || continue
    # Dependencies first; then the crate alone.
    if ! (cd "out/$name" && CARGO_TARGET_DIR="$folder/target-$name" cargo check) >"check-$name.log" 2>&1; then
        printf '%s: what it generates does not compile; see %s\n' "$name" "$folder/check-$name.log"
        continue
    fi
    # One of them names its crate after itself.
    package=$(sed -n 's/^name = "\(.*\)"/\1/p' "out/$name/Cargo.toml" | head -n 1)
    for ((round = 0; round < 3; round++)); do
        # Not only touched: what an incremental compilation left would answer most of it.
        (cd "out/$name" && CARGO_TARGET_DIR="$folder/target-$name" cargo clean --quiet --package "$package")
        measure "check-$name" env CARGO_TARGET_DIR="$folder/target-$name" \
            cargo check --manifest-path "out/$name/Cargo.toml" || true
    done
    checked+=("check-$name")
done
printf '\ncargo check of the crate alone\n'
compare "${checked[@]}"
