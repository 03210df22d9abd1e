// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/PresenceService.h"

#include <algorithm>

#include "protocol/signin/ContactCard.h"
#include "protocol/signin/RoamingSelf.h"
#include "protocol/support/Log.h"
#include "server-sim/frontend/PresenceRows.h"
#include "server-sim/frontend/Replies.h"

namespace Parlour::Server {
namespace {

constexpr char kSetContainerMembers[] = "application/msrtc-setcontainermembers+xml";
constexpr char kSetSubscriber[] = "application/msrtc-presence-setsubscriber+xml";
constexpr int kMaxInstancesPerUser = 1'000;

}  // namespace

PresenceService::PresenceService(const FrontEndSettings& settings, Sip::Transport& transport,
                                 Subscriptions& subscriptions, Store& store, UserLookup users, const Clock& clock)
    : settings_(settings),
      transport_(transport),
      subscriptions_(subscriptions),
      store_(store),
      users_(std::move(users)),
      clock_(clock) {}

PrincipalId PresenceService::idOf(const SipUri& user) const {
  const Principal* principal = users_(user);
  return principal ? principal->id : 0;
}

void PresenceService::refuse(Sip::IncomingId incoming, int status, int errorId) {
  transport_.respond(incoming, refusal(status, errorId, settings_.hostName), Sip::newTag());
}

void PresenceService::enqueue(const SipUri& user, std::function<void()> job) {
  auto& waiting = presence_[user].waiting;
  waiting.push_back(std::move(job));
  if (waiting.size() == 1) runNext(user);
}

void PresenceService::runNext(const SipUri& user) {
  const auto job = presence_[user].waiting.front();
  job();
}

void PresenceService::finish(const SipUri& user) {
  auto& waiting = presence_[user].waiting;
  waiting.pop_front();
  if (!waiting.empty()) runNext(user);
}

void PresenceService::whenLoaded(const SipUri& user, std::function<void(bool)> then) {
  if (presence_[user].loaded) return then(true);
  store_.publications(idOf(user), [this, user, then](const Result<std::vector<StoredPublication>>& rows) {
    if (!rows) {
      qCWarning(lcServer) << "presence document not loaded:" << rows.error().detail;
      return then(false);
    }
    auto& own = presence_[user];
    for (const auto& row : *rows) own.document.insert(toInstance(row));
    own.loaded = true;
    then(true);
  });
}

void PresenceService::subscribe(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request) {
  enqueue(endpoint.user, [this, endpoint, incoming, request] {
    whenLoaded(endpoint.user, [this, endpoint, incoming, request](bool loaded) {
      if (loaded) {
        answerSubscribe(endpoint, incoming, request);
      } else {
        transport_.respond(incoming, busyReply(5), Sip::newTag());
      }
      finish(endpoint.user);
    });
  });
}

void PresenceService::answerSubscribe(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request) {
  if (!request.body.isEmpty() && !Signin::RoamingScope::parse(request.body)) return refuse(incoming, 400, 4001);
  const SubscribeForm form = SubscribeForm::of(request);
  Subscription subscription;
  if (const Subscription* known = subscriptions_.find(request.callId())) {
    subscription = *known;
  } else {
    subscription.dialog = Sip::Dialog::fromRequest(request, Sip::newTag(), endpoint.user.bytes());
  }
  subscription.connection = endpoint.connection;
  subscription.user = endpoint.user;
  subscription.epid = endpoint.epid;
  subscription.event = Signin::kRoamingSelfEvent;
  subscription.contentType = Signin::kRoamingSelfType;
  subscription.form = form;
  const int expires = form.expires == 0 ? 0 : settings_.subscriptionSeconds;
  subscription.expiresAtMs = clock_.monotonicMs() + qint64{expires} * 1000;
  if (expires == 0) subscriptions_.end(request.callId());
  subscriptions_.answer(incoming, subscription, fullDocument(endpoint.user, request.body), expires);
}

QByteArray PresenceService::fullDocument(const SipUri& user, const QByteArray& scopeXml) const {
  Signin::RoamingScope scope;
  scope.categories = true;
  if (const auto parsed = Signin::RoamingScope::parse(scopeXml); parsed) scope = *parsed;
  Signin::RoamingData data;
  data.user = user.toString();
  const auto known = presence_.find(user);
  if (scope.categories) {
    data.categories.emplace();
    if (known != presence_.end()) data.categories = known->second.document.all();
    addContactCard(user, *data.categories);
  }
  if (scope.containers) data.containers.emplace();
  if (scope.subscribers) data.subscribers.emplace();
  if (scope.delegates) data.delegates.emplace();
  return data.toXml();
}

// The directory's word on who this is, unless the user has published an own card.
void PresenceService::addContactCard(const SipUri& user, QList<Signin::CategoryInstance>& categories) const {
  const Principal* principal = users_(user);
  const auto isCard = [](const Signin::CategoryInstance& instance) { return instance.name == Signin::ContactCard::categoryName(); };
  if (!principal || std::any_of(categories.begin(), categories.end(), isCard)) return;
  categories.append(Signin::ContactCard{principal->displayName, principal->email}.toInstance(clock_.now()));
}

void PresenceService::service(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request) {
  const QByteArray type = request.contentType();
  if (type == kSetContainerMembers || type == kSetSubscriber) {
    // Access lists of presence are not served; an empty 200 keeps foreign clients quiet (signin 3.8).
    return transport_.respond(incoming, plainReply(200), Sip::newTag());
  }
  if (type != Signin::kPublishType) return refuse(incoming, 415, 4013);
  const auto parsed = Signin::PublishRequest::parse(request.body);
  if (!parsed) {
    const bool tooLarge = parsed.error().code == ErrorCode::LimitExceeded;
    return refuse(incoming, tooLarge ? 413 : 400, tooLarge ? 4008 : 4001);
  }
  if (parsed->user != endpoint.user) return refuse(incoming, 403, 4004);
  publish(endpoint, incoming, *parsed);
}

void PresenceService::publish(const Endpoint& endpoint, Sip::IncomingId incoming, const Signin::PublishRequest& request) {
  enqueue(endpoint.user, [this, endpoint, incoming, request] {
    whenLoaded(endpoint.user, [this, endpoint, incoming, request](bool loaded) {
      if (loaded) return apply(endpoint, incoming, request);
      transport_.respond(incoming, busyReply(5), Sip::newTag());
      finish(endpoint.user);
    });
  });
}

void PresenceService::apply(const Endpoint& endpoint, Sip::IncomingId incoming, const Signin::PublishRequest& request) {
  auto& own = presence_[endpoint.user];
  const auto conflicts = own.document.conflicts(request);
  if (!conflicts.isEmpty()) {
    auto reply = refusal(409, 2141, settings_.hostName, QStringLiteral("Version is out of date"));
    setBody(reply, Signin::kFaultType, Signin::PublishFault::wrongDelta(conflicts).toXml());
    transport_.respond(incoming, reply, Sip::newTag());
    return finish(endpoint.user);
  }
  Signin::PresenceDocument changed = own.document;
  const QStringList names = changed.publish(request, clock_.now());
  if (changed.count(QStringLiteral("roomSetting")) > settings_.roomSettingsPerUser ||
      changed.all().size() > kMaxInstancesPerUser) {
    refuse(incoming, 413, 4008);
    return finish(endpoint.user);
  }
  const auto rows = changedRows(request, changed);
  store_.replacePublications(
      idOf(endpoint.user), rows.put, rows.remove,
      [this, endpoint, incoming, request, changed, names](const Status& stored) {
        if (stored) {
          adopt(endpoint, incoming, request, changed, names);
        } else {
          qCWarning(lcServer) << "publication not stored:" << stored.error().detail;
          transport_.respond(incoming, busyReply(5), Sip::newTag());
        }
        finish(endpoint.user);
      });
}

void PresenceService::adopt(const Endpoint& endpoint, Sip::IncomingId incoming, const Signin::PublishRequest& request,
                            const Signin::PresenceDocument& changed, const QStringList& names) {
  auto& own = presence_[endpoint.user];
  own.document = changed;
  for (const auto& publication : request.publications) {
    if (publication.expireType == Signin::ExpireType::Endpoint) own.owners[publication.key()] = endpoint.epid;
  }
  const QByteArray document = report(endpoint.user, names);
  auto reply = plainReply(200);
  setBody(reply, Signin::kRoamingSelfType, document);
  transport_.respond(incoming, reply, Sip::newTag());
  subscriptions_.notifyUser(endpoint.user, Signin::kRoamingSelfEvent, document, clock_.monotonicMs());
}

QByteArray PresenceService::report(const SipUri& user, const QStringList& names) {
  Signin::RoamingData data;
  data.user = user.toString();
  data.categories = presence_[user].document.report(names);
  return data.toXml();
}

void PresenceService::endpointRemoved(const Endpoint& endpoint, bool lastOfUser) {
  subscriptions_.endOf(endpoint.user, endpoint.epid);
  const auto it = presence_.find(endpoint.user);
  if (it == presence_.end()) return;
  auto& own = it->second;
  // Nobody is left to read it; the static part comes back from the store at the next sign-in.
  if (lastOfUser && own.waiting.empty()) {
    presence_.erase(it);
    return;
  }
  const auto gone = endedInstances(own.document, own.owners, endpoint.epid, lastOfUser);
  if (gone.publications.isEmpty()) return;
  const QStringList names = own.document.publish(gone, clock_.now());
  subscriptions_.notifyUser(endpoint.user, Signin::kRoamingSelfEvent, report(endpoint.user, names), clock_.monotonicMs());
}

}  // namespace Parlour::Server
