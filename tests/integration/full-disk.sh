#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What people and operators see when the server's disk is full, told as a story: posts are refused and wait, reading goes
# on, and everything is stored once there is space again. The disk is a small ext4 file on a loop device, or a tmpfs
# where there is no such device. Needs root for the mount; says so and ends well without. usage: full-disk.sh SERVER CONSOLE
set -euo pipefail
server=$1
console=$2
room='Tide tables'
[ "$(id -u)" = 0 ] || { echo "SKIPPED: mounting a small disk needs root"; exit 77; }
dir=$(mktemp -d)
disk=$dir/disk
mkdir "$disk"
cleanup() {
  exec 9>&- || true
  kill $(jobs -p) 2>/dev/null || true
  wait 2>/dev/null || true
  umount "$disk" 2>/dev/null || true
  rm -rf "$dir"
}
trap cleanup EXIT
fail() {
  echo "FAILED: $*"
  for log in "$dir"/*.log; do
    echo "$(basename "$log"):"
    tail -n 8 "$log" | show
  done
  exit 1
}
pause() { read -rt "$1" <> <(:) || true; }
# until SECONDS FILE PATTERN
until_line() {
  for _ in $(seq $(($1 * 10))); do grep -q "$3" "$2" 2>/dev/null && return; pause 0.1; done
  fail "no \"$3\" in $(basename "$2")"
}
free() { df --output=avail -k "$disk" | tail -n 1 | tr -d ' '; }
tell() { printf '\n%s\n' "$*"; }
show() { sed -u 's/x\{20,\}/x…/; s/^/    /' | cut -c 1-200; }

truncate -s 24M "$dir/image"
if mkfs.ext4 -q "$dir/image" 2>/dev/null && mount -o loop "$dir/image" "$disk" 2>/dev/null; then
  kind="ext4 on a loop device"
elif mount -t tmpfs -o size=24m tmpfs "$disk" 2>/dev/null; then
  kind=tmpfs
else
  echo "SKIPPED: neither a loop device nor a tmpfs can be mounted here"
  exit 77
fi
tell "A server has its data on a small disk ($kind, $(free) KB free)."
cat >"$dir/organisation.json" <<'END'
{"domain": "orchard.example", "name": "Orchard",
 "users": [{"address": "ada", "name": "Ada Quince"}, {"address": "bo", "name": "Bo Medlar"}],
 "categories": [{"name": "All", "allowed": ["everyone"]}],
 "rooms": [{"name": "Tide tables", "category": "All", "privacy": "open"}]}
END
"$server" --data "$disk/data" --org "$dir/organisation.json" --open-sign-in --listen tcp:127.0.0.1:0 >"$dir/ready" 2>"$dir/server.log" &
server_job=$!
until_line 30 "$dir/ready" '^ready'
port=$(sed -n 's/^ready sip=tcp:127.0.0.1:\([0-9]*\).*/\1/p' "$dir/ready")
talk() {
  local user=$1
  shift
  "$console" --user "$user@orchard.example" --server "127.0.0.1:$port" --tcp --profile "$dir/$user" "$@"
}

mkfifo "$dir/ada.in"
talk ada --time-limit 120 <"$dir/ada.in" >"$dir/ada.log" 2>&1 &
exec 9>"$dir/ada.in"
say() { echo "say \"$room\" \"$1\"" >&9; }
printf 'sign-in\nopen "%s"\n' "$room" >&9
say "there is space"
until_line 30 "$dir/ada.log" '^posted .*there is space'
tell "Ada posts, and it is stored:"
grep '^posted' "$dir/ada.log" | show

dd if=/dev/zero of="$disk/filler" bs=4k 2>/dev/null || true
sync
tell "Somebody fills the disk: $(free) KB free. She writes long messages until the server cannot store any more."
long=$(printf 'x%.0s' $(seq 7000))
answers() { grep -c '^\(ok\|error\) say' "$dir/ada.log" || true; }
for i in $(seq 400); do
  before=$(answers)
  say "long $i $long"
  for _ in $(seq 100); do
    [ "$(answers)" != "$before" ] && break
    pause 0.05
  done
  grep -q 'Storing failed' "$dir/server.log" && break
done
until_line 5 "$dir/server.log" 'Storing failed'
tell "The server's log says:"
grep 'Storing failed' "$dir/server.log" | tail -n 1 | show
tell "and she reads:"
tail -n 1 "$dir/ada.log" | show

before=$(answers)
say "written while the disk was full"
pause 3
tell "What she writes now is answered with 503 and waits in her client. Bo signs in meanwhile and reads:"
talk bo -e sign-in -e "open \"$room\"" -e "history \"$room\" 3" -e 'find space' >"$dir/bo.log" 2>&1 ||
  fail "reading does not go on"
grep '^\(message\|hit\)' "$dir/bo.log" | show
[ "$(answers)" = "$before" ] || fail "a message was answered on a full disk"
grep -q 'can be written again' "$dir/server.log" && fail "the server thinks that there is space"

rm "$disk/filler"
tell "The disk gets space again ($(free) KB free). Nobody does anything else:"
until_line 60 "$dir/server.log" 'can be written again'
grep 'can be written again' "$dir/server.log" | show
for _ in $(seq 600); do
  [ "$(answers)" != "$before" ] && break
  pause 0.1
done
tail -n 1 "$dir/ada.log" | grep -q '^ok say' || fail "the waiting message was not stored"
tell "and her client has sent what waited:"
tail -n 1 "$dir/ada.log" | show

tell "What was acknowledged is there once, after a restart too:"
echo quit >&9
exec 9>&-
kill "$server_job"
wait "$server_job" || fail "the server did not end in order"
"$server" --data "$disk/data" --open-sign-in --listen "tcp:127.0.0.1:$port" >"$dir/ready" 2>>"$dir/server.log" &
until_line 30 "$dir/ready" '^ready'
talk bo -e sign-in -e "open \"$room\"" -e "history \"$room\" 900" >"$dir/after.log"
stored=$(grep -c '^ok say' "$dir/ada.log")
[ "$(grep -c '^message' "$dir/after.log")" = "$stored" ] || fail "she was told of $stored messages"
[ "$(grep -c 'there is space' "$dir/after.log")" = 1 ] || fail "the first message is not there once"
[ "$(grep -c 'written while the disk was full' "$dir/after.log")" = 1 ] || fail "the waiting message is not there once"
echo "    $stored messages of hers, each once"
