// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/Provisioner.h"

#include "server-sim/frontend/Replies.h"

namespace Parlour::Server {

Provisioner::Provisioner(const FrontEndSettings& settings, Sip::Transport& transport, Subscriptions& subscriptions,
                         UserLookup users)
    : settings_(settings), transport_(transport), subscriptions_(subscriptions), users_(std::move(users)) {}

void Provisioner::receive(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request) {
  const QByteArray tag = Sip::newTag();
  if (request.headers.contains("Accept") && !request.headers.hasToken("Accept", Signin::kProvisioningType)) {
    return transport_.respond(incoming, refusal(406, 4013, settings_.hostName), tag);
  }
  Signin::ProvisioningRequest wanted;
  wanted.groups = {QStringLiteral("persistentChatConfiguration")};
  if (!request.body.isEmpty()) {
    const auto parsed = Signin::ProvisioningRequest::parse(request.body);
    if (!parsed) return transport_.respond(incoming, refusal(400, 4001, settings_.hostName), tag);
    wanted = *parsed;
  }
  Subscription subscription;
  subscription.dialog = Sip::Dialog::fromRequest(request, tag, endpoint.user.bytes());
  subscription.connection = endpoint.connection;
  subscription.user = endpoint.user;
  subscription.epid = endpoint.epid;
  subscription.event = Signin::kProvisioningEvent;
  subscription.contentType = Signin::kProvisioningType;
  subscription.form = SubscribeForm::of(request);
  // Expires 0: the document is fetched once and no subscription stays (signin 2.1).
  subscriptions_.answer(incoming, subscription, Signin::answerProvisioning(wanted, offerFor(endpoint.user)).toXml(), 0);
}

Signin::ProvisioningOffer Provisioner::offerFor(const SipUri& user) const {
  Signin::ProvisioningOffer offer;
  const Principal* principal = users_(user);
  auto& chat = offer.persistentChat;
  chat.enabled = principal && principal->enabled && principal->chatEnabled;
  if (!*chat.enabled) return offer;
  chat.defaultPoolUri = settings_.poolUri;
  chat.poolUris = {settings_.poolUri};
  chat.webManagerUriInt = QString::fromUtf8(settings_.webManagerUrl);
  chat.webManagerUriExt = chat.webManagerUriInt;
  return offer;
}

}  // namespace Parlour::Server
