#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Measures a build: load on the server beside the floor of the same work, then micro benchmarks; at the end the goals with
# what was measured. Everything goes to demo-output/bench too: load.json, goals.txt, latency.svg and more.
# Usage: packaging/bench.sh BUILDDIR [--quick] [options of parlour-load]
# Use the release preset and a quiet machine; the column "others" of the load table says how quiet it was. Takes about a
# quarter of an hour, --quick three minutes. Filled stores stay in BUILDDIR/bench-stores (some gigabytes) for the next run.
set -eu

if [ $# -lt 1 ] || [ ! -x "$1/bin/parlour-load" ]; then
  echo "usage: $0 BUILDDIR [--quick] [options of parlour-load]" >&2
  echo "BUILDDIR must hold bin/parlour-load and bin/parlour-server (configure with PARLOUR_TESTS and PARLOUR_PERF)" >&2
  exit 2
fi
build=$(cd "$1" && pwd)
shift
bin=$build/bin
packaging=$(cd "$(dirname "$0")" && pwd)
results=$packaging/../demo-output/bench
mkdir -p "$results"
results=$(cd "$results" && pwd)

quick=
load="--rounds 3 --stores $build/bench-stores"
if [ "${1:-}" = --quick ]; then
  shift
  quick=yes
  load="--seconds 1 --model-seconds 6 --search-messages 100000 --start-messages 0
    --skip room-500-in-turn --skip sign-in-500 --skip sign-in-20-large --skip lync-2000 --skip lync-2000-w16"
fi

# Whoever has little room on the disk does without the store of ten million messages.
free=$(df -Pk "$build" | awk 'NR == 2 { print int($4 / 1024) }')
if [ -z "$quick" ] && [ "$free" -lt 12000 ]; then
  echo "only $free MB free: the start with 10 million messages is left out"
  load="$load --start-messages 0"
fi

failed=0
echo "== load on parlour-server =="
# The words of $load are options.
# shellcheck disable=SC2086
"$bin/parlour-load" $load --results "$results" "$@" "$bin/parlour-server" >"$results/load.txt" || failed=1
sed -e '/^{/d' "$results/load.txt" | sed -n '/^pass /!p'

echo
"$packaging/durability.sh" "$build" || failed=1

if [ -z "$quick" ]; then
  for name in codec store directory; do
    program=$bin/parlour-bench-$name
    [ -x "$program" ] || continue
    echo
    echo "== $name =="
    "$program" --benchmark_min_time=0.2 --benchmark_out="$results/$name.json" --benchmark_out_format=json 2>/dev/null || failed=1
  done

  if [ -x "$bin/parlour-bench-timeline" ]; then
    echo
    echo "== a room of 100,000 messages in the client =="
    QT_QPA_PLATFORM=offscreen "$bin/parlour-bench-timeline" >"$results/timeline.txt" || failed=1
    sed '/^{/d' "$results/timeline.txt"
  fi

  if [ -x "$bin/parlour-bench-cache" ]; then
    echo
    echo "== a million messages kept on the computer =="
    "$bin/parlour-bench-cache" >"$results/cache.txt" || failed=1
    sed 's/,"checks.*//' "$results/cache.txt"
  fi

  if [ -x "$bin/parlour-bench-client" ]; then
    echo
    echo "== the whole client =="
    QT_QPA_PLATFORM=offscreen "$bin/parlour-bench-client" "$bin/parlour-server" >"$results/client.txt" || failed=1
    cat "$results/client.txt"
  fi
fi

echo
echo "== goals =="
cat "$results/goals.txt"
echo
echo "results: $results"
exit $failed
