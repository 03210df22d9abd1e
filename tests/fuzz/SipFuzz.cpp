// SPDX-License-Identifier: Apache-2.0
// Addresses, header values and session descriptions.
#include "protocol/signin/DeregistrationNotice.h"
#include "protocol/signin/Diagnostics.h"
#include "protocol/signin/EndpointIdentity.h"
#include "protocol/signin/KeepAlive.h"
#include "protocol/signin/PresenceState.h"
#include "protocol/sip/Message.h"
#include "protocol/support/Ids.h"
#include "server-sim/frontend/SessionDescription.h"
#include "tests/fuzz/Fuzz.h"

using namespace Parlour;

namespace {

template <typename Address>
void addressIsStable(const QByteArray& text, const char* what) {
  Fuzzing::requireStable(
      text, [](const QByteArray& bytes) { return Address::parse(bytes); },
      [](const Address& address) { return QByteArray(address.bytes()); }, what);
}

template <typename Value>
void headerIsStable(const QByteArray& text, const char* what) {
  Fuzzing::requireStable(
      text, [](const QByteArray& bytes) { return Value::parse(bytes); },
      [](const Value& value) { return value.toBytes(); }, what);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const QByteArray text = Fuzzing::bytesOf(data, size);
  addressIsStable<SipUri>(text, "a SIP address is written as it was read");
  addressIsStable<RoomUri>(text, "a room's address is written as it was read");
  addressIsStable<CategoryUri>(text, "a category's address is written as it was read");
  headerIsStable<Sip::NameAddress>(text, "a name and address are written as they were read");
  headerIsStable<Signin::Diagnostics>(text, "diagnostics are written as they were read");
  headerIsStable<Signin::DeregistrationNotice>(text, "a deregistration is written as it was read");
  headerIsStable<Signin::KeepAlive>(text, "keep-alive parameters are written as they were read");
  headerIsStable<Signin::PresenceState>(text, "a presence state is written as it was read");
  headerIsStable<Signin::Gruu>(text, "a GRUU is written as it was read");
  (void)Signin::parseSipInstance(text);
  (void)Signin::parseContacts({text, text});
  (void)Server::offersMessageMedia(text);
  return 0;
}
