// SPDX-License-Identifier: Apache-2.0
// XCCOS documents from the wire.
#include "protocol/xccos/Codec.h"
#include "tests/fuzz/Fuzz.h"

using namespace Parlour;

namespace {

// With nothing but unknown elements there is nothing to write.
bool isEmpty(const Xccos::Envelope& envelope) { return envelope.commands() && envelope.commands()->empty(); }

std::optional<Xccos::Envelope> parseSomething(const QByteArray& bytes) {
  const auto envelope = Xccos::parse(bytes);
  return envelope && !isEmpty(*envelope) ? std::optional<Xccos::Envelope>(*envelope) : std::nullopt;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Fuzzing::requireStable(
      Fuzzing::bytesOf(data, size), parseSomething,
      [](const Xccos::Envelope& envelope) { return Xccos::serialize(envelope); },
      "an envelope is written as it was read");
  return 0;
}
