#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The demonstration: with a display the client with its own demo server, else the same off screen. usage: demo.sh BINDIR
set -euo pipefail
bin=$1
shift
if [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
  exec "$bin/parlour" --demo "$@"
fi
echo "No display: running off screen."
QT_QPA_PLATFORM=offscreen exec "$bin/parlour-demo" demo-output
