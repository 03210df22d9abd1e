// SPDX-License-Identifier: Apache-2.0
// Stands before msg_extract of libsofia-sip-ua, which never finishes a message that line ends precede in the same read
// and then reads nothing more from that connection. Keep-alives are such line ends, and every receiver has to
// skip them (RFC 3261 7.5). The library calls msg_extract through its PLT, so the program's comes first. It is also the
// only place that sees a message which is not complete yet.
#include <dlfcn.h>

#include <cstring>

#include <sofia-sip/msg_buffer.h>
#include "protocol/sip/sofia/shims/SofiaHooks.h"

namespace {

using ExtractFunction = int (*)(msg_t*);

bool isAtStart(const msg_pub_t* content) {
  return content != nullptr && content->msg_request == nullptr && content->msg_status == nullptr;
}

size_t leadingLineEnds(const char* data, size_t size) {
  size_t count = 0;
  while (count < size && (data[count] == '\r' || data[count] == '\n')) ++count;
  return count;
}

void dropLeadingLineEnds(msg_t* message) {
  auto* const data = static_cast<char*>(msg_buf_committed_data(message));
  const size_t committed = msg_buf_committed(message);
  const size_t skipped = data != nullptr ? leadingLineEnds(data, committed) : 0;
  if (skipped == 0 || skipped == committed) return;
  const size_t capacity = committed + msg_buf_size(message);
  std::memmove(data, data + skipped, committed - skipped);
  data[committed - skipped] = '\0';
  msg_buf_set(message, data, capacity);
  msg_buf_commit(message, committed - skipped, 0);
}

}  // namespace

extern "C" __attribute__((visibility("default"), used)) int msg_extract(msg_t* message) {
  static const auto original = reinterpret_cast<ExtractFunction>(dlsym(RTLD_NEXT, "msg_extract"));
  if (isAtStart(msg_object(message))) dropLeadingLineEnds(message);
  const int result = original(message);
  if (Parlour::Sip::SofiaHooks* const hooks = Parlour::Sip::sofiaHooks()) hooks->extracted(message, result);
  return result;
}
