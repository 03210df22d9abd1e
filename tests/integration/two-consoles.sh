#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Two parlour-console on one server exchange a message in a room. usage: two-consoles.sh SERVER CONSOLE
set -euo pipefail
server=$1
console=$2
dir=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$dir"' EXIT

"$server" --data "$dir/data" --demo --open-sign-in --listen tcp:127.0.0.1:0 >"$dir/server" &
for _ in $(seq 300); do grep -q '^ready' "$dir/server" && break; read -rt 0.1 <> <(:) || true; done
port=$(sed -n 's/^ready sip=tcp:127.0.0.1:\([0-9]*\).*/\1/p' "$dir/server")
[ -n "$port" ] || { echo "the server did not start"; exit 1; }

"$console" --user kwame.boateng@northgate.example --server "127.0.0.1:$port" --tcp --profile "$dir/kwame" \
  -e sign-in -e 'open "Water cooler"' -e 'wait-for "hello from the shell" 60' -e 'say "Water cooler" "hello back"' >"$dir/kwame.log" &
kwame=$!
for _ in $(seq 300); do grep -q '^ok open' "$dir/kwame.log" 2>/dev/null && break; read -rt 0.1 <> <(:) || true; done

"$console" --user priya.raman@northgate.example --server "127.0.0.1:$port" --tcp --profile "$dir/priya" \
  -e sign-in -e 'open "Water cooler"' -e 'say "Water cooler" "hello from the shell"' -e 'wait-for "hello back" 60' >"$dir/priya.log" ||
  { cat "$dir/priya.log"; exit 1; }
wait "$kwame" || { cat "$dir/kwame.log"; exit 1; }
grep '^message .*hello from the shell' "$dir/kwame.log"
grep '^message .*hello back' "$dir/priya.log"
