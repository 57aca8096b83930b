#!/bin/sh
# Asks Prism, a mock server of others, whether the requests of the client are what spec/ says.
#
# Every fragment is served by it, and every operation called: as its recordings of successes say, and with the examples
# of the spec. What Prism objects to is listed, and so is each of its known mistakes (tests/replay/src/bin/prism/exceptions.rs).
# It exits with 1 if there is an objection, or an exception that is not met any more.
#
# With paths as arguments it serves these documents in place of the fragments, BigCommerce's own for instance:
#
#     scripts/prism.sh ../docs/reference/customers.v3.yml
#
# Each of their operations that spec/ has is called with the examples of spec/, and those that spec/ lacks are listed.
#
# It needs node 20 or newer, and the registry of npm for the first run. Prism is installed below target/.
set -eu

# The last one for node 20; the next needs node 24.
version=5.14.2

# Paths are those of the caller.
for document in "$@"; do
    shift
    set -- "$@" "$(realpath "$document")"
done

cd "$(dirname "$0")/.."
folder=${CARGO_TARGET_DIR:-target}/prism-$version
prism=$folder/node_modules/.bin/prism

if [ ! -x "$prism" ]; then
    mkdir -p "$folder"
    # Scripts of packages are not run: Prism needs none, and one of them reports the installation.
    npm install --prefix "$folder" --no-save --no-fund --no-audit --ignore-scripts "@stoplight/prism-cli@$version"
fi

exec cargo run --quiet -p replay --bin prism -- "$prism" "$folder/logs" "$@"
