#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Lets two parlour-console talk over a parlour-server that runs under valgrind; fails on any error or lost memory.
# Usage: packaging/valgrind.sh BUILDDIR (of the preset dev)
set -euo pipefail
bin=$(cd "${1:?usage: $0 BUILDDIR}/bin" && pwd)
command -v valgrind >/dev/null || { echo "valgrind is not installed" >&2; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

cat >"$dir/server" <<WRAPPER
#!/bin/sh
exec valgrind --quiet --leak-check=full --show-leak-kinds=definite,indirect --errors-for-leak-kinds=definite,indirect \\
  --log-file="$dir/report" "$bin/parlour-server" "\$@"
WRAPPER
chmod +x "$dir/server"
"$here/tests/integration/two-consoles.sh" "$dir/server" "$bin/parlour-console"
if [ -s "$dir/report" ]; then
  cat "$dir/report"
  exit 1
fi
echo "valgrind found nothing"
