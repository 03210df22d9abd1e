#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs every fuzz target of a build of the preset "fuzz", two at a time. Usage: packaging/fuzz.sh BUILDDIR [SECONDS [TARGET...]]
# New inputs gather in BUILDDIR/fuzz; an input that breaks something is left there as crash-*, oom-* or timeout-*, and the run fails.
set -eu

if [ $# -lt 1 ] || ! ls "$1"/bin/fuzz_* >/dev/null 2>&1; then
  echo "usage: $0 BUILDDIR [SECONDS [TARGET...]]" >&2
  echo "BUILDDIR must hold bin/fuzz_* (configure with the preset fuzz)" >&2
  exit 2
fi
build=$(cd "$1" && pwd)
seconds=${2:-60}
seed=${PARLOUR_FUZZ_SEED:-0} # 0: another one every time
[ $# -gt 2 ] && shift 2 || set -- $(ls "$build"/bin | sed -n 's/^fuzz_//p')

run_one() {
  name=$1
  place=$build/fuzz/$name
  mkdir -p "$place/found"
  if "$build/bin/fuzz_$name" "$place/found" $(cat "$build/fuzz/$name.seeds") -seed="$seed" -max_total_time="$seconds" -timeout=10 \
    -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 -artifact_prefix="$place/" >"$place/log" 2>&1; then
    runs=$(sed -n 's/^stat::number_of_executed_units: //p' "$place/log")
    echo "$name: ${runs:-?} inputs in $seconds s, none broke anything"
  else
    echo "$name: FAILED, see $place/log" && tail -40 "$place/log" && return 1
  fi
}

status=0
while [ $# -gt 0 ]; do
  run_one "$1" & first=$!
  second=
  if [ $# -gt 1 ]; then shift; run_one "$1" & second=$!; fi
  wait "$first" || status=1
  [ -z "$second" ] || wait "$second" || status=1
  shift
done
exit $status
