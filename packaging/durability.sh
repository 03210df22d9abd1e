#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Shows that no message is handed out before it is on the disk: follows the system calls of a server under load and looks,
# for every post, for an fdatasync of the store's write-ahead log that began after the post had arrived and was over
# before the first member got it. Usage: packaging/durability.sh BUILDDIR. Needs strace and the right to trace.
set -eu

if [ $# -ne 1 ] || [ ! -x "$1/bin/parlour-load" ]; then
  echo "usage: $0 BUILDDIR" >&2
  exit 2
fi
bin=$(cd "$1/bin" && pwd)
if ! command -v strace >/dev/null || ! strace -o /dev/null true 2>/dev/null; then
  echo "durability: not shown, strace is not installed or may not trace"
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# -D: the server keeps the number of the process that was started, so that it can be ended.
cat >"$work/server" <<TEXT
#!/bin/sh
exec strace -D -f -y -s 4096 -e trace=fdatasync,fsync,recvmsg,recvfrom,sendmsg,sendto,writev -o "$work/trace" "$bin/parlour-server" "\$@"
TEXT
chmod +x "$work/server"
"$bin/parlour-load" --floor none --scenario smoke --seconds 1 "$work/server" >"$work/load.txt" || { cat "$work/load.txt" >&2; exit 1; }

awk '
  # The number of the chat message in a line that shows data, or "".
  function marker(line, at) {
    at = index(line, "<chat>post ")
    if (at == 0) return ""
    return substr(line, at + 11, index(substr(line, at + 11), " ") - 1)
  }
  function over(thread) { if (began[thread] > lastSync) lastSync = began[thread]; ++syncs }
  /fdatasync\(|fsync\(/ && /chat\.db-wal/ { began[$1] = NR; if ($0 ~ /= 0$/) over($1); next }
  /<\.\.\. f(data)?sync resumed>/ { if (began[$1] && $0 ~ /= 0$/) over($1); next }
  / (recvmsg|recvfrom)\(|<\.\.\. recv/ { post = marker($0); if (post != "" && !(post in arrived)) arrived[post] = NR; next }
  / (sendmsg|sendto|writev)\(/ {
    if (index($0, "chatId=") == 0) next
    # One write may hold several messages.
    rest = $0
    while ((post = marker(rest)) != "") {
      rest = substr(rest, index(rest, "<chat>post ") + 11)
      if (post in sent) continue
      sent[post] = NR
      ++posts
      if (!(post in arrived) || lastSync <= arrived[post]) { ++early; print "before its commit: post " post }
    }
  }
  END {
    printf "durability: %d posts, %d fdatasync of the write-ahead log; handed out before one: %d\n", posts, syncs, early
    exit (posts == 0 || early > 0)
  }' "$work/trace"
