// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/RegisterChecks.h"

#include "protocol/signin/EndpointIdentity.h"
#include "server-sim/frontend/Replies.h"

namespace Parlour::Server {
namespace {

CheckedRegister refused(int status, int errorId, const FrontEndSettings& settings) {
  return {std::nullopt, refusal(status, errorId, settings.hostName)};
}

// Contact, instance and what the client supports.
RegisterRequest readRegister(const Sip::Request& request, const SipUri& user, const Sip::NameAddress& from) {
  RegisterRequest result;
  result.user = user;
  result.epid = from.epid();
  result.clientTag = from.tag();
  result.contact = request.headers.value("Contact");
  const auto contacts = Signin::parseContacts(request.headers.values("Contact"));
  if (!contacts.isEmpty()) {
    result.contactUri = contacts.first().uri;
    result.instance = contacts.first().instance;
  }
  if (result.instance.isEmpty()) result.instance = Signin::instanceFromEpid(result.epid);
  result.wantsGruu = request.headers.hasToken("Supported", "gruu-10");
  result.deregister = request.headers.value("Expires").trimmed() == "0" ||
                      (!contacts.isEmpty() && contacts.first().expiresSeconds == 0);
  result.fromSipe = request.headers.value("User-Agent").contains("Sipe/");
  return result;
}

}  // namespace

CheckedRegister checkRegister(const Sip::Request& request, const FrontEndSettings& settings) {
  const auto from = request.from();
  const auto user = SipUri::parse(from.uri);
  if (!user) return refused(400, 4000, settings);
  const QByteArray epid = from.epid();
  const bool hasInstance = request.headers.value("Contact").contains("+sip.instance");
  if (epid.isEmpty() && !hasInstance) return refused(400, 4010, settings);
  if (epid.isEmpty()) return refused(400, 4011, settings);
  if (!Signin::isEpid(epid)) return refused(400, 4012, settings);
  if (request.headers.contains("Event") &&
      request.headers.value("Event").trimmed().compare("registration", Qt::CaseInsensitive) != 0) {
    return refused(489, 4055, settings);
  }
  if (request.headers.hasToken("Supported", "msrtc-event-categories") &&
      !request.headers.hasToken("Supported", "gruu-10")) {
    return refused(421, 2057, settings);
  }
  if (user->domain() != settings.domain) return refused(404, 4005, settings);
  const auto registration = readRegister(request, *user, from);
  // Without an address there is nothing to bind and nothing to send requests to.
  if (registration.contactUri.isEmpty() && !registration.deregister) return refused(400, 4000, settings);
  return {registration, {}};
}

}  // namespace Parlour::Server
