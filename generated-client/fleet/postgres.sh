#!/usr/bin/env bash
# postgres.sh COMMAND…: runs a command with a PostgreSQL of its own, which DATABASE_URL names and which is gone after it.
# postgres.sh --installed: tells whether there is one to run.
set -euo pipefail

# The newest of those below /usr/lib, where Debian keeps the server's programs out of PATH.
bin=$(dirname "$(command -v pg_ctl || ls -d /usr/lib/postgresql/*/bin/pg_ctl 2>/dev/null | sort -V | tail -n 1)" 2>/dev/null || true)
if [[ ! -x "$bin/initdb" || ! -x "$bin/postgres" || ! -x "$bin/pg_ctl" ]]; then
    [[ "${1:-}" == --installed ]] || printf 'error: PostgreSQL is not installed: there is no initdb, postgres, pg_ctl\n' >&2
    exit 69
fi
if [[ "${1:-}" == --installed ]]; then
    exit 0
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/fleet-XXXXXX")
# PostgreSQL refuses to run as root.
as_user=()
if [[ $(id -u) == 0 ]]; then
    user=$(id -un postgres 2>/dev/null || printf nobody)
    as_user=(setpriv "--reuid=$user" "--regid=$(id -gn "$user")" --clear-groups)
    chown "$user" "$folder"
fi
stop() {
    (cd / && ${as_user[@]+"${as_user[@]}"} "$bin/pg_ctl" --pgdata="$folder/data" --mode=immediate stop >/dev/null 2>&1) || true
    rm -rf "$folder"
}
trap stop EXIT

(
    cd /
    ${as_user[@]+"${as_user[@]}"} "$bin/initdb" --pgdata="$folder/data" --username=fleet --auth=trust --no-sync >/dev/null
    # Only on a socket in that folder, which nobody else can enter.
    ${as_user[@]+"${as_user[@]}"} "$bin/pg_ctl" --pgdata="$folder/data" --log="$folder/log" --wait start \
        --options="-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off" >/dev/null
)
DATABASE_URL="postgres://fleet@localhost/postgres?host=$folder" "$@"
