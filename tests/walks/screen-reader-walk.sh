#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Walks through the desktop program as a screen reader does: over AT-SPI alone, with keys from outside.
# usage: screen-reader-walk.sh PARLOUR SERVER CONSOLE    exit code 77: this computer lacks something for it
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

skip() { echo "Skipped: $1 is not installed (packaging/debian-packages-test.txt)."; exit 77; }
for program in Xvfb dbus-run-session openbox xdotool; do command -v "$program" >/dev/null || skip "$program"; done
[ -x /usr/libexec/at-spi-bus-launcher ] || skip at-spi2-core
python=/usr/bin/python3
"$python" -c 'import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi' 2>/dev/null ||
  skip "python3-gi or gir1.2-atspi-2.0"

dir=$(mktemp -d)
display=
manager=
cleanup() {
  [ -z "$manager" ] || kill "$manager" 2>/dev/null || true
  [ -z "$display" ] || kill "$display" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$dir"
}
trap cleanup EXIT
mkfifo "$dir/display"
exec 7<>"$dir/display"
Xvfb -displayfd 7 -screen 0 1600x1000x24 -nolisten tcp >"$dir/xvfb.log" 2>&1 &
display=$!
read -r -t 20 -u 7 number || { cat "$dir/xvfb.log"; echo "Xvfb did not start"; exit 1; }

mkdir -m 700 "$dir/run" "$dir/home"
# Without a window manager no window gets the focus.
DISPLAY=":$number" HOME="$dir/home" openbox --sm-disable >"$dir/openbox.log" 2>&1 &
manager=$!
env -u WAYLAND_DISPLAY DISPLAY=":$number" XDG_RUNTIME_DIR="$dir/run" HOME="$dir/home" \
  XDG_CONFIG_HOME="$dir/home/config" XDG_CACHE_HOME="$dir/home/cache" XDG_DATA_HOME="$dir/home/data" \
  LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb NO_AT_BRIDGE=0 \
  dbus-run-session -- "$python" "$here/screen_reader_walk.py" "$dir" "$@"
