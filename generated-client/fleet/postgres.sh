#!/usr/bin/env bash
# postgres.sh COMMAND…: runs a command with a PostgreSQL of its own, which DATABASE_URL names and which is gone after it.
# postgres.sh --installed: tells by its exit code whether there is one to run.
set -euo pipefail

# Debian keeps the programs of the server out of PATH.
pg_ctl=$(command -v pg_ctl || find /usr/lib/postgresql -path '*/bin/pg_ctl' 2>/dev/null | sort -V | tail -n 1 || true)
if [[ -z "$pg_ctl" ]]; then
    if [[ "${1:-}" != --installed ]]; then
        printf 'error: PostgreSQL is not installed: there is no pg_ctl\n  help: or set DATABASE_URL to one that runs\n' >&2
    fi
    exit 69
fi
bin=$(dirname "$pg_ctl")
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
# server PROGRAM argument…: in a folder that the user may enter.
server() {
    (cd / && ${as_user[@]+"${as_user[@]}"} "$bin/$1" --pgdata="$folder/data" "${@:2}" >/dev/null)
}
stop() {
    server pg_ctl --mode=immediate stop 2>/dev/null || true
    rm -rf "$folder"
}
trap stop EXIT

server initdb --username=fleet --auth=trust --no-sync
# Only on a socket in that folder, which nobody else can enter.
server pg_ctl --log="$folder/log" --wait start \
    --options="-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off"
DATABASE_URL="postgres://fleet@localhost/postgres?host=$folder" "$@"
