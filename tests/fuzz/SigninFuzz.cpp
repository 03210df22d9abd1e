// SPDX-License-Identifier: Apache-2.0
// Bodies of the sign-in: provisioning, roaming presence, publications and their categories. Each reader gets every
// input; most refuse it at the first element.
#include "protocol/signin/ContactCard.h"
#include "protocol/signin/PresenceWatch.h"
#include "protocol/signin/Provisioning.h"
#include "protocol/signin/Publication.h"
#include "protocol/signin/RoamingSelf.h"
#include "protocol/signin/RoomSetting.h"
#include "protocol/signin/StateCategory.h"
#include "tests/fuzz/Fuzz.h"

using namespace Parlour;
using namespace Parlour::Signin;

namespace {

constexpr int kMaxUsers = 100;

template <typename Document>
void documentIsStable(const QByteArray& body, const char* what) {
  Fuzzing::requireStable(
      body, [](const QByteArray& bytes) { return Document::parse(bytes); },
      [](const Document& document) { return document.toXml(); }, what);
}

template <typename Category>
void categoryIsStable(const QByteArray& body, const char* what) {
  Fuzzing::requireStable(
      body, [](const QByteArray& bytes) { return Category::parse(bytes); },
      [](const Category& category) { return category.toFragment(); }, what);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const QByteArray body = Fuzzing::bytesOf(data, size);
  documentIsStable<ProvisioningRequest>(body, "a provisioning request is written as it was read");
  documentIsStable<ProvisioningDocument>(body, "a provisioning document is written as it was read");
  documentIsStable<RoamingScope>(body, "a roaming request is written as it was read");
  documentIsStable<RoamingData>(body, "roaming data are written as they were read");
  documentIsStable<PublishRequest>(body, "a publication is written as it was read");
  documentIsStable<PublishFault>(body, "a publication's refusal is written as it was read");
  categoryIsStable<RoomSetting>(body, "a room's settings are written as they were read");
  categoryIsStable<StateCategory>(body, "a state is written as it was read");
  categoryIsStable<ContactCard>(body, "a contact card is written as it was read");
  (void)PresenceQuery::parse(body, kMaxUsers);
  (void)PresenceReport::parseBody(body);
  return 0;
}
