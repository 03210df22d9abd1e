// SPDX-License-Identifier: Apache-2.0
// Organisation files.
#include <QTimeZone>

#include "server-sim/org/Organisation.h"
#include "tests/fuzz/Fuzz.h"

using namespace Parlour;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const FakeClock clock;
  const auto organisation = Server::parseOrganisation(Fuzzing::bytesOf(data, size), clock, QTimeZone::utc());
  if (organisation) {
    Fuzzing::require(!organisation->domain.isEmpty(), "an organisation has a domain");
  } else {
    Fuzzing::require(!organisation.error().text.isEmpty(), "a refused organisation says why");
  }
  return 0;
}
