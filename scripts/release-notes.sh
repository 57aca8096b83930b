#!/usr/bin/env bash
# Prints the section of CHANGELOG.md for a tag such as v0.2.0, and fails if the release is not ready.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tag=${1:?a tag is needed, such as v0.2.0}
version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
fail() {
    printf 'error: %s\n' "$1" >&2
    exit 1
}
[[ "$tag" == "v$version" ]] || fail "the tag is $tag, and Cargo.toml has the version $version"
if [[ -f spec/accepted.yaml ]] && grep -q '^- ' spec/accepted.yaml; then
    fail 'spec/accepted.yaml has entries; move them to CHANGELOG.md (cargo xtask changelog)'
fi
for manifest in codegen/runtime generated-client codegen codegen/prove codegen/cli; do
    grep -q '^repository' "$manifest/Cargo.toml" || fail "$manifest/Cargo.toml has no repository: see CONTRIBUTING.md"
done
! grep -n REPOSITORY README.md || fail 'README.md says REPOSITORY in place of an address'
section=$(awk -v heading="## [$version]" '
    index($0, heading) == 1 { inside = 1; next }
    inside && /^## / { exit }
    inside { print }
' CHANGELOG.md)
[[ -n "${section//[[:space:]]/}" ]] || fail "CHANGELOG.md has no section $version"
printf '%s\n' "$section"
