#!/usr/bin/env bash
# Measures anew the table of generated-client/docs/building.md: what a clean dev build of a small program costs, by the
# features of the client, beside the same program with reqwest and serde's derives. A program takes under a minute a
# round on two idle cores.
#
#     scripts/build-cost.sh [ROUNDS] [PROGRAM…]
#
# Prints the least of the rounds (2 by default): seconds, seconds of the processor, and the number of crates.
# `native-tls` needs the headers of OpenSSL, and is left out without them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CARGO_INCREMENTAL=0

rounds=${1:-2}
[[ $# -gt 0 ]] && shift
repository=$(pwd -P)
folder=$repository/target/build-cost
mkdir -p "$folder"

ring='rustls = { version = "0.23", default-features = false, features = ["ring"] }'
install='rustls::crypto::ring::default_provider().install_default().expect("it is the first one");'

# client NAME FEATURES [dependency [statement]]: the first program of README, with these features of the client.
client() {
    program "$1" "generated-client = { path = \"$repository/generated-client\", default-features = false, features = [$2] }" "${3:-}"
    sed "s|^    // BIGCOMMERCE_STORE_HASH.*|    ${4:-}|" generated-client/examples/first.rs >"$folder/$1/src/main.rs"
}

# hand NAME FEATURES [dependency [statement]]: the same program with reqwest.
hand() {
    program "$1" "serde = { version = \"1\", features = [\"derive\"] }
reqwest = { version = \"0.13\", default-features = false, features = [\"gzip\", \"json\", \"query\", $2] }" "${3:-}"
    sed "s|^    // TLS|    ${4:-}|" scripts/build-cost.rs >"$folder/$1/src/main.rs"
}

# The same versions of all crates.
program() {
    mkdir -p "$folder/$1/src"
    cp Cargo.lock "$folder/$1/Cargo.lock"
    cat >"$folder/$1/Cargo.toml" <<END
[package]
name = "program"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
tokio = { version = "1", features = ["macros", "rt"] }
$2
$3
END
}

client rustls '"rustls", "v2", "v3"'
client rustls-v3 '"rustls", "v3"'
client ring '"rustls-no-provider", "v2", "v3"' "$ring" "$install"
hand hand-default '"charset", "http2", "rustls", "system-proxy"'
hand hand-rustls '"http2", "rustls"'
hand hand-http1 '"rustls"'
hand hand-ring '"http2", "rustls-no-provider"' "$ring" "$install"
hand hand-native-tls '"http2", "native-tls"'

programs=("$@")
[[ $# -gt 0 ]] || programs=(rustls hand-default hand-rustls rustls-v3 ring hand-ring hand-http1 hand-native-tls)

for name in "${programs[@]}"; do
    cargo fetch --quiet --manifest-path "$folder/$name/Cargo.toml"
    rm -f "$folder/$name.times"
done
for ((round = 0; round < rounds; round++)); do
    for name in "${programs[@]}"; do
        rm -rf "$folder/target"
        TIMEFORMAT='%R %U %S'
        if { time cargo build --quiet --manifest-path "$folder/$name/Cargo.toml" --target-dir "$folder/target" \
            2>"$folder/$name.log"; } 2>"$folder/time"; then
            awk '{ print $1, $2 + $3 }' "$folder/time" >>"$folder/$name.times"
        fi
    done
done
rm -rf "$folder/target"

printf '%-16s %8s %8s %7s\n' program seconds processor crates
for name in "${programs[@]}"; do
    if [[ ! -s "$folder/$name.times" ]]; then
        printf '%-16s does not build: %s\n' "$name" "$folder/$name.log"
        continue
    fi
    crates=$(cargo tree --manifest-path "$folder/$name/Cargo.toml" --edges normal,build --prefix none --no-dedupe | sort -u | wc -l)
    printf '%-16s %8.1f %8.1f %7d\n' "$name" "$(sort -n "$folder/$name.times" | awk 'NR == 1 { print $1 }')" \
        "$(sort -n -k 2 "$folder/$name.times" | awk 'NR == 1 { print $2 }')" "$crates"
done
