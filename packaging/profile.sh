#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Where the server's processor time goes in a load scenario: perf when it is there and may sample, else callgrind (slow, and
# instructions instead of time). Usage: packaging/profile.sh BUILDDIR SCENARIO [SECONDS] [options of parlour-load]
# The whole profile stays in demo-output/bench/profile-SCENARIO.*
set -eu

if [ $# -lt 2 ] || [ ! -x "$1/bin/parlour-load" ]; then
  echo "usage: $0 BUILDDIR SCENARIO [SECONDS] [options of parlour-load]" >&2
  exit 2
fi
bin=$(cd "$1/bin" && pwd)
scenario=$2
shift 2
seconds=10
case "${1:-}" in [0-9]*) seconds=$1; shift ;; esac
results=$(cd "$(dirname "$0")/.." && pwd)/demo-output/bench
mkdir -p "$results"
profile=$results/profile-$scenario
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

load() { "$bin/parlour-load" --floor none --seconds "$seconds" --scenario "$scenario" "$@"; }

with_perf() {
  # perf begins beside the server, which keeps the number of the process that was started.
  cat >"$work/server" <<TEXT
#!/bin/sh
perf record -q -e cpu-clock -F 997 -g -p \$\$ -o "$work/perf.\$\$" >/dev/null 2>&1 &
exec "$bin/parlour-server" "\$@"
TEXT
  chmod +x "$work/server"
  load "$@" "$work/server" | sed '/^{/d'
  sleep 1
  # The longest one is the server that was measured; others only filled its store.
  mv "$(ls -S "$work"/perf.* | head -n 1)" "$profile.perf"
  perf report -i "$profile.perf" --no-children --stdio -g none --percent-limit 0.4 2>/dev/null >"$profile.txt"
  echo "== by library =="
  perf report -i "$profile.perf" --no-children --stdio -g none --sort dso --percent-limit 0.5 2>/dev/null | grep -v '^#' | grep -v '^$'
  echo "== by function =="
  grep -v '^#' "$profile.txt" | grep -v '^$' | cut -c 1-150 | head -n 40
}

with_callgrind() {
  cat >"$work/server" <<TEXT
#!/bin/sh
exec valgrind -q --tool=callgrind --callgrind-out-file="$profile.callgrind" "$bin/parlour-server" "\$@"
TEXT
  chmod +x "$work/server"
  load "$@" "$work/server" | sed '/^{/d'
  callgrind_annotate "$profile.callgrind" >"$profile.txt"
  head -n 60 "$profile.txt" | cut -c 1-150
}

if command -v perf >/dev/null && perf record -q -e cpu-clock -o "$work/try" true >/dev/null 2>&1; then
  with_perf "$@"
elif command -v valgrind >/dev/null; then
  echo "perf is not installed or may not sample; callgrind takes its place"
  with_callgrind "$@"
else
  echo "install linux-perf or valgrind" >&2
  exit 1
fi
echo "profile: $profile.txt"
