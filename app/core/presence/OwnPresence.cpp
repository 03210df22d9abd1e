// SPDX-License-Identifier: Apache-2.0
#include "app/core/presence/OwnPresence.h"

#include <QCryptographicHash>
#include <QtEndian>

#include "protocol/signin/StateCategory.h"
#include "protocol/support/Log.h"

namespace Parlour::Core {

namespace {

constexpr int kMostPresenceTries = 4;
constexpr quint32 kStateContainers[] = {2, 3};  // from which the server makes what others see (signin 3.1)

quint32 availabilityFor(Presence presence) {
  switch (presence) {
    case Presence::Available:
      return Signin::Availability::kAvailable;
    case Presence::Busy:
      return Signin::Availability::kBusy;
    case Presence::Away:
      return Signin::Availability::kAway;
    case Presence::Offline:
    case Presence::Unknown:
      break;
  }
  return 0;
}

}  // namespace

// Each computer has its own, the same at every sign-in.
quint32 OwnPresence::instance() const {
  const QByteArray hash = QCryptographicHash::hash(link_.identity().epid, QCryptographicHash::Sha256);
  return qFromBigEndian<quint32>(hash.constData()) & Signin::kMaxInstance;
}

void OwnPresence::set(Presence presence) {
  if (availabilityFor(presence) == 0 || presence == wanted_) return;
  wanted_ = presence;
  publish();
}

void OwnPresence::signedIn() {
  signedIn_ = true;
  published_ = Presence::Unknown;
  tries_ = 0;
  versions_.clear();
  publish();
}

void OwnPresence::lost() {
  lifetime_.renew();
  signedIn_ = false;
  underWay_ = Presence::Unknown;
}

void OwnPresence::reset() {
  lost();
  wanted_ = Presence::Unknown;
  published_ = Presence::Unknown;
}

void OwnPresence::publish() {
  if (!signedIn_ || underWay_ != Presence::Unknown || wanted_ == published_) return;
  underWay_ = wanted_;
  Signin::PublishRequest publish{link_.identity().user, {}};
  for (const quint32 container : kStateContainers) {
    Signin::Publication publication;
    publication.categoryName = Signin::StateCategory::categoryName();
    publication.instance = instance();
    publication.container = container;
    publication.expireType = Signin::ExpireType::Endpoint;
    publication.fragment = Signin::StateCategory{Signin::StateKind::Machine, availabilityFor(wanted_)}.toFragment();
    publication.version = versions_.value(publication.key());
    publish.publications.append(publication);
  }
  Sip::Request request = link_.makeRequest("SERVICE", publish.user.bytes(), publish.user.bytes());
  request.headers.add("Content-Type", Signin::kPublishType);
  request.body = publish.toXml();
  link_.send(request,
             lifetime_.guard([this, publish](const Sip::Response& response) { published(publish, response); }));
}

// What cannot be published stays unpublished until the next change or sign-in: nobody waits for it.
void OwnPresence::published(const Signin::PublishRequest& request, const Sip::Response& response) {
  const Presence tried = std::exchange(underWay_, Presence::Unknown);
  const auto fault = Signin::PublishFault::parse(response.body);
  const auto corrected = response.status == 409 && fault ? Signin::withCurrentVersions(request, *fault)
                                                         : Result<Signin::PublishRequest>(Error());
  if (response.isSuccess()) {
    tries_ = 0;
    published_ = tried;
    for (const Signin::Publication& publication : request.publications) {
      versions_[publication.key()] = publication.version + 1;
    }
  } else if (corrected && ++tries_ < kMostPresenceTries) {
    learnVersions(*corrected);
  } else {
    tries_ = 0;
    published_ = tried;
    qCWarning(lcCore) << "the presence was not published:" << response.status;
  }
  publish();
}

void OwnPresence::learnVersions(const Signin::PublishRequest& request) {
  for (const Signin::Publication& publication : request.publications) {
    versions_[publication.key()] = publication.version;
  }
}

}  // namespace Parlour::Core
