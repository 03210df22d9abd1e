#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Measures a build: load on the server, then micro benchmarks. Results go to demo-output/bench/*.json and, as a table,
# to stdout. Usage: packaging/bench.sh BUILDDIR [options of parlour-load]
# Use the release preset and a quiet machine; the column "others" of the load table says how quiet it was.
set -eu

if [ $# -lt 1 ] || [ ! -x "$1/bin/parlour-load" ]; then
  echo "usage: $0 BUILDDIR [options of parlour-load]" >&2
  echo "BUILDDIR must hold bin/parlour-load and bin/parlour-server (configure with PARLOUR_TESTS and PARLOUR_PERF)" >&2
  exit 2
fi
bin=$(cd "$1/bin" && pwd)
shift
results=$(cd "$(dirname "$0")/.." && pwd)/demo-output/bench
mkdir -p "$results"

failed=0
echo "== load on parlour-server =="
"$bin/parlour-load" --json "$results/load.json" "$@" "$bin/parlour-server" >"$results/load.txt" || failed=1
sed '/^{/d' "$results/load.txt"

for name in codec store directory; do
  program=$bin/parlour-bench-$name
  [ -x "$program" ] || continue
  echo
  echo "== $name =="
  "$program" --benchmark_min_time=0.3 --benchmark_out="$results/$name.json" --benchmark_out_format=json 2>/dev/null || failed=1
done

if [ -x "$bin/parlour-bench-timeline" ]; then
  echo
  echo "== a room of 100,000 messages in the client =="
  QT_QPA_PLATFORM=offscreen "$bin/parlour-bench-timeline" >"$results/timeline.txt" || failed=1
  sed '/^{/d' "$results/timeline.txt"
fi

echo
echo "results: $results"
exit $failed
