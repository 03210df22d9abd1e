// SPDX-License-Identifier: Apache-2.0
// Parameters of Digest authentication, of both directions.
#include <algorithm>

#include "protocol/sip/auth/Challenge.h"
#include "protocol/sip/auth/Credentials.h"
#include "tests/fuzz/Fuzz.h"

using namespace Parlour;

namespace {

// Of what this project would send itself: one of the known algorithms.
template <typename Value>
std::optional<Value> ofKnownForm(const QByteArray& text) {
  const auto value = Value::parse(text);
  return value && value->algorithm ? std::optional<Value>(*value) : std::nullopt;
}

bool isSpelledPlainly(const Sip::Credentials& credentials) {
  static const QByteArray plain = "0123456789abcdefghijklmnopqrstuvwxyz-";
  const auto known = [](char c) { return plain.contains(c); };
  return std::all_of(credentials.qop.begin(), credentials.qop.end(), known) &&
         std::all_of(credentials.nonceCount.begin(), credentials.nonceCount.end(), known);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const QByteArray text = Fuzzing::bytesOf(data, size);
  Fuzzing::requireStable(
      text, ofKnownForm<Sip::Challenge>, [](const Sip::Challenge& challenge) { return challenge.toBytes(); },
      "a challenge is written as it was read");
  if (const auto credentials = ofKnownForm<Sip::Credentials>(text)) {
    (void)credentials->input("ha1", "REGISTER");
    if (!isSpelledPlainly(*credentials)) return 0;
    Fuzzing::requireStable(
        text, ofKnownForm<Sip::Credentials>, [](const Sip::Credentials& read) { return read.toBytes(); },
        "credentials are written as they were read");
  }
  return 0;
}
