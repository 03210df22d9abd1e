// SPDX-License-Identifier: Apache-2.0
// Replaces sip_method_d of libsofia-sip-ua, which refuses every method that begins like a known one but is
// shorter, SERVICE among them (sofia-sip 5.1). The library calls it through its PLT, so the program's comes first.
#include <array>
#include <cstring>
#include <string_view>

#include "protocol/sip/sofia/Sofia.h"

namespace {

struct KnownMethod {
  const char* name;
  sip_method_t code;
};

constexpr std::array<KnownMethod, 14> kKnownMethods{{{"INVITE", sip_method_invite},
                                                     {"ACK", sip_method_ack},
                                                     {"CANCEL", sip_method_cancel},
                                                     {"BYE", sip_method_bye},
                                                     {"OPTIONS", sip_method_options},
                                                     {"REGISTER", sip_method_register},
                                                     {"INFO", sip_method_info},
                                                     {"PRACK", sip_method_prack},
                                                     {"UPDATE", sip_method_update},
                                                     {"MESSAGE", sip_method_message},
                                                     {"SUBSCRIBE", sip_method_subscribe},
                                                     {"NOTIFY", sip_method_notify},
                                                     {"REFER", sip_method_refer},
                                                     {"PUBLISH", sip_method_publish}}};

bool isLinearSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// RFC 3261 25.1 token.
bool isTokenByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c != '\0' && std::strchr("-.!%*_+`'~", c) != nullptr);
}

}  // namespace

extern "C" __attribute__((visibility("default"), used)) sip_method_t sip_method_d(char** text,
                                                                                  char const** returnName) {
  char* const start = *text;
  size_t length = 0;
  while (isTokenByte(start[length])) ++length;
  if (length == 0 || (start[length] != '\0' && !isLinearSpace(start[length]))) return sip_method_invalid;

  sip_method_t code = sip_method_unknown;
  const char* name = start;
  for (const KnownMethod& known : kKnownMethods) {
    if (std::string_view(start, length) != known.name) continue;
    code = known.code;
    name = known.name;
  }
  size_t next = length;
  while (isLinearSpace(start[next])) ++next;
  // As the original does: the name of an unknown method is the text itself and needs an end.
  if (code == sip_method_unknown && returnName != nullptr) start[length] = '\0';
  *text = start + next;
  if (returnName != nullptr) *returnName = name;
  return code;
}
