// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/PresenceService.h"

#include <algorithm>

#include "protocol/signin/ContactCard.h"
#include "protocol/signin/RoamingSelf.h"
#include "protocol/signin/StateCategory.h"
#include "protocol/support/Log.h"
#include "server-sim/frontend/PresenceRows.h"
#include "server-sim/frontend/Replies.h"

namespace Parlour::Server {
namespace {

constexpr char kSetContainerMembers[] = "application/msrtc-setcontainermembers+xml";
constexpr char kSetSubscriber[] = "application/msrtc-presence-setsubscriber+xml";
constexpr int kMaxInstancesPerUser = 1'000;
constexpr size_t kMaxWaitingRequests = 100;  // of one user
constexpr int kBusyRetrySeconds = 5;

}  // namespace

PresenceService::PresenceService(const Parts& parts)
    : settings_(parts.settings),
      transport_(parts.transport),
      subscriptions_(parts.subscriptions),
      store_(parts.store),
      users_(parts.users),
      endpoints_(parts.endpoints),
      clock_(parts.clock) {}

PrincipalId PresenceService::idOf(const SipUri& user) const {
  const Principal* principal = users_(user);
  return principal ? principal->id : 0;
}

void PresenceService::refuse(Sip::IncomingId incoming, int status, int errorId) {
  transport_.respond(incoming, refusal(status, errorId, settings_.hostName), Sip::newTag());
}

bool PresenceService::isRegistered(const Endpoint& endpoint) const {
  return endpoints_.find(endpoint.connection, endpoint.user, endpoint.epid) != nullptr;
}

void PresenceService::admit(const Endpoint& endpoint, Sip::IncomingId incoming, Job job) {
  const auto known = presence_.find(endpoint.user);
  if (known != presence_.end() && known->second.waiting.size() >= kMaxWaitingRequests) {
    return transport_.respond(incoming, busyReply(kBusyRetrySeconds), Sip::newTag());
  }
  enqueue(endpoint.user, std::move(job));
}

void PresenceService::enqueue(const SipUri& user, Job job) {
  presence_[user].waiting.push_back(std::move(job));
  run(user);
}

// A loop and no recursion: many jobs finish at once when the document is loaded.
void PresenceService::run(const SipUri& user) {
  auto& own = presence_[user];
  if (own.running) return;
  own.running = true;
  while (!own.busy && !own.waiting.empty()) {
    const Job job = std::move(own.waiting.front());
    own.waiting.pop_front();
    own.busy = true;
    job();
  }
  own.running = false;
  // Nobody is left to read it; the static part comes back from the store at the next sign-in.
  if (!own.busy && endpoints_.ofUser(user).empty()) presence_.erase(user);
}

void PresenceService::finish(const SipUri& user) {
  presence_[user].busy = false;
  run(user);
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
  admit(endpoint, incoming, [this, endpoint, incoming, request] {
    whenLoaded(endpoint.user, [this, endpoint, incoming, request](bool loaded) {
      if (!loaded) {
        transport_.respond(incoming, busyReply(kBusyRetrySeconds), Sip::newTag());
      } else if (isRegistered(endpoint)) {
        answerSubscribe(endpoint, incoming, request);
      } else {
        refuse(incoming, 403, 4004);
      }
      finish(endpoint.user);
    });
  });
}

void PresenceService::answerSubscribe(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request) {
  if (!request.body.isEmpty() && !Signin::RoamingScope::parse(request.body)) return refuse(incoming, 400, 4001);
  const SubscribeForm form = SubscribeForm::of(request);
  const Subscription* known = subscriptions_.find(endpoint, Signin::kRoamingSelfEvent, request);
  if (!known && !request.to().tag().isEmpty()) return transport_.respond(incoming, plainReply(481), {});
  Subscription subscription;
  if (known) {
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
  if (expires == 0) subscriptions_.end(subscription);
  subscriptions_.answer(incoming, subscription, fullDocument(endpoint.user, request.body), expires);
  availabilityChanged(endpoint.user);  // the first endpoint of the user may have come
}

void PresenceService::availabilityChanged(const SipUri& user) {
  if (onAvailability) onAvailability(user);
}

quint32 PresenceService::availability(const SipUri& user) const {
  namespace Availability = Signin::Availability;
  if (users_(user) == nullptr || endpoints_.ofUser(user).empty()) return Availability::kOffline;
  quint32 machine = 0;
  quint32 person = 0;
  const auto known = presence_.find(user);
  if (known == presence_.end()) return Availability::kAvailable;
  for (const auto& instance : known->second.document.instances(Signin::StateCategory::categoryName())) {
    const auto state = Signin::StateCategory::parse(instance.fragment);
    if (!state || state->availability < Availability::kFromAvailable) continue;
    if (state->kind == Signin::StateKind::User) person = std::max(person, state->availability);
    if (state->kind != Signin::StateKind::Machine) continue;
    machine = machine == 0 ? state->availability : std::min(machine, state->availability);
  }
  return std::max(machine == 0 ? Availability::kAvailable : machine, person);
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
  const auto isCard = [](const Signin::CategoryInstance& instance) {
    return instance.name == Signin::ContactCard::categoryName();
  };
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

void PresenceService::publish(const Endpoint& endpoint, Sip::IncomingId incoming,
                              const Signin::PublishRequest& request) {
  admit(endpoint, incoming, [this, endpoint, incoming, request] {
    whenLoaded(endpoint.user, [this, endpoint, incoming, request](bool loaded) {
      if (loaded) return apply(endpoint, incoming, request);
      transport_.respond(incoming, busyReply(kBusyRetrySeconds), Sip::newTag());
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
  store_.replacePublications(idOf(endpoint.user), rows.put, rows.remove,
                             [this, endpoint, incoming, request, changed, names](const Status& stored) {
                               if (stored) {
                                 adopt(endpoint, incoming, request, changed, names);
                               } else {
                                 qCWarning(lcServer) << "publication not stored:" << stored.error().detail;
                                 transport_.respond(incoming, busyReply(kBusyRetrySeconds), Sip::newTag());
                               }
                               finish(endpoint.user);
                             });
}

void PresenceService::adopt(const Endpoint& endpoint, Sip::IncomingId incoming, const Signin::PublishRequest& request,
                            const Signin::PresenceDocument& changed, const QStringList& names) {
  auto& own = presence_[endpoint.user];
  own.document = changed;
  for (const auto& publication : request.publications) {
    if (publication.expireType == Signin::ExpireType::Endpoint) {
      own.owners[publication.key()] = {endpoint.connection, endpoint.epid};
    }
  }
  const QByteArray document = report(endpoint.user, names);
  auto reply = plainReply(200);
  setBody(reply, Signin::kRoamingSelfType, document);
  transport_.respond(incoming, reply, Sip::newTag());
  subscriptions_.notifyUser(endpoint.user, Signin::kRoamingSelfEvent, document, clock_.monotonicMs());
  dropEnded(endpoint.user);  // the publisher may be gone by now
  availabilityChanged(endpoint.user);
}

QByteArray PresenceService::report(const SipUri& user, const QStringList& names) {
  Signin::RoamingData data;
  data.user = user.toString();
  data.categories = presence_[user].document.report(names);
  return data.toXml();
}

void PresenceService::endpointRemoved(const Endpoint& endpoint) {
  subscriptions_.endOf(endpoint.user, endpoint.epid);
  if (!presence_.contains(endpoint.user)) return availabilityChanged(endpoint.user);
  enqueue(endpoint.user, [this, user = endpoint.user] {
    dropEnded(user);
    availabilityChanged(user);
    finish(user);
  });
}

void PresenceService::expire() {
  subscriptions_.expire(clock_.monotonicMs());
  std::vector<SipUri> due;
  for (const auto& [user, own] : presence_) {
    if (!own.nextEnd.isNull() && own.nextEnd <= clock_.now()) due.push_back(user);
  }
  for (const auto& user : due) {
    enqueue(user, [this, user] {
      dropEnded(user);
      finish(user);
    });
  }
}

bool PresenceService::hasEnded(const SipUri& user, const UserPresence& own,
                               const Signin::CategoryInstance& instance) const {
  switch (instance.expireType) {
    case Signin::ExpireType::Static:
      return false;
    case Signin::ExpireType::User:
      return endpoints_.ofUser(user).empty();
    case Signin::ExpireType::Time:
      return endOf(instance) <= clock_.now();
    case Signin::ExpireType::Endpoint: {
      const auto owner = own.owners.find(instance.key());
      return owner == own.owners.end() || !endpoints_.find(owner->second.connection, user, owner->second.epid);
    }
  }
  return false;
}

void PresenceService::dropEnded(const SipUri& user) {
  auto& own = presence_[user];
  const auto ended = endedInstances(own.document, [&](const auto& instance) { return hasEnded(user, own, instance); });
  const QStringList names = own.document.publish(ended, clock_.now());
  for (const auto& deletion : ended.publications) own.owners.erase(deletion.key());
  own.nextEnd = {};
  for (const auto& instance : own.document.all()) {
    const Timestamp end = endOf(instance);
    if (!end.isNull() && (own.nextEnd.isNull() || end < own.nextEnd)) own.nextEnd = end;
  }
  if (names.isEmpty()) return;
  subscriptions_.notifyUser(user, Signin::kRoamingSelfEvent, report(user, names), clock_.monotonicMs());
}

}  // namespace Parlour::Server
