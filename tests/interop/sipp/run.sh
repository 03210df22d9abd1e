#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Runs every SIPp scenario of this folder against a server of its own: run.sh PARLOUR-SERVER. After each, a client that
# behaves must still be served. Ends with 77 when there is no sipp.
set -u
server=$1
folder=$(cd "$(dirname "$0")" && pwd)
command -v sipp >/dev/null || { echo "sipp is not installed (package sip-tester)"; exit 77; }

work=$(mktemp -d)
trap 'kill "$serverPid" 2>/dev/null; wait "$serverPid" 2>/dev/null; rm -rf "$work"' EXIT
cat >"$work/org.json" <<'ORG'
{"domain": "orchard.example", "name": "Orchard",
 "users": [{"address": "user0", "name": "Ada Quince"}, {"address": "user1", "name": "Bo Medlar"}],
 "categories": [{"name": "All", "allowed": ["everyone"], "history": true}],
 "rooms": [{"name": "Square", "category": "All", "privacy": "open"}]}
ORG
"$server" --data "$work/data" --org "$work/org.json" --open-sign-in --listen tcp:127.0.0.1:0 >"$work/ready" 2>"$work/log" &
serverPid=$!
for _ in $(seq 200); do
  grep -q '^ready ' "$work/ready" && break
  sleep 0.05
done
port=$(sed -n 's/.*:\([0-9]*\)$/\1/p' "$work/ready")
[ -n "$port" ] || { cat "$work/log"; exit 1; }

# Each run has a directory of its own for what sipp writes.
play() {
  (cd "$work" && timeout 20 sipp "127.0.0.1:$port" -t t1 -i 127.0.0.1 -m 1 -nostdin -timeout 10s -timeout_error \
    -recv_timeout 5000 -sf "$1" -trace_err -error_file "$work/errors" >"$work/screen" 2>&1)
}
failures=0
for scenario in "$folder"/*.xml; do
  name=$(basename "$scenario" .xml)
  [ "$name" = well-behaved ] && continue
  rm -f "$work/errors"
  if play "$scenario" && play "$folder/well-behaved.xml" && kill -0 "$serverPid"; then
    echo "ok    $name"
  else
    echo "FAIL  $name"
    cat "$work/errors" 2>/dev/null | head -40
    failures=$((failures + 1))
  fi
done
exit "$failures"
