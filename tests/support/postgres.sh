#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# A PostgreSQL server for tests, on a Unix socket in a folder of its own.
#   postgres.sh start FOLDER [OWNER_PID]   makes it, prints its address; it ends when the owner does, if one is named
#   postgres.sh restart FOLDER
#   postgres.sh stop FOLDER                ends it and removes the folder
# `start` exits with 3 when PostgreSQL is not installed. As root the server runs as the user postgres.
set -euo pipefail

script=$(realpath "$0")
action=${1:?start, restart or stop} folder=${2:?a folder}
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
[ -x "${programs:-/nowhere}/initdb" ] || { echo "PostgreSQL is not installed" >&2; exit 3; }

as_server=()
if [ "$(id -u)" = 0 ]; then
  as_server=(setpriv --reuid=postgres --regid=postgres --init-groups)
fi
server() { (cd / && "${as_server[@]}" "$programs/$@" >>"$folder/commands.log" 2>&1 </dev/null); }
control() { server pg_ctl -D "$folder/data" -w -t 60 "$@"; }

start() {
  mkdir -p "$folder"
  folder=$(cd "$folder" && pwd)
  touch "$folder/commands.log"
  if [ "$(id -u)" = 0 ]; then chown -R postgres "$folder"; fi
  server initdb -D "$folder/data" -U xieshang --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync ||
    { cat "$folder/commands.log" >&2; exit 1; }
  cat >>"$folder/data/postgresql.conf" <<END
listen_addresses = ''
unix_socket_directories = '$folder'
fsync = off
full_page_writes = off
max_connections = 200
shared_buffers = 32MB
END
  control -l "$folder/server.log" start || { cat "$folder/server.log" >&2; exit 1; }
  if [ -n "${1:-}" ]; then
    # In a session of its own: what ends the owner's whole process group must not end the watch.
    setsid "$script" watch "$folder" "$1" >/dev/null 2>&1 </dev/null &
  fi
  printf 'postgres:///postgres?user=xieshang&host=%s\n' "${folder//\//%2F}"
}

watch() {
  while [ -d "$folder" ] && kill -0 "$1" 2>/dev/null; do sleep 1; done
  stop
}

stop() {
  [ -d "$folder/data" ] || return 0
  control -m immediate stop || true
  rm -rf "$folder"
}

case "$action" in
  start) start "${3:-}" ;;
  restart) control -m fast -l "$folder/server.log" restart ;;
  stop) stop ;;
  watch) watch "$3" ;; # what start leaves behind
  *) sed -n '4,8s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
