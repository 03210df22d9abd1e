// SPDX-License-Identifier: Apache-2.0
#include "app/core/presence/RoomPresence.h"

#include <algorithm>

#include "protocol/signin/PresenceWatch.h"
#include "protocol/signin/StateCategory.h"
#include "protocol/support/Log.h"

namespace Parlour::Core {

namespace {

constexpr qint64 kGatherMs = 500;
constexpr qint64 kFirstGatherMs = 50;  // of a room that has just been shown: people look at once
constexpr qint64 kAskAgainMs = 60'000;

Presence presenceFor(quint32 availability) {
  namespace From = Signin::Availability;
  if (availability < From::kFromAvailable || availability >= From::kFromOffline) return Presence::Unknown;
  if (availability >= From::kFromBeRightBack) return Presence::Away;
  if (availability >= From::kFromBusy) return Presence::Busy;
  return availability >= From::kFromIdle ? Presence::Away : Presence::Available;
}

}  // namespace

RoomPresence::RoomPresence(SipLink& link, Scheduler& scheduler, RoomList& rooms)
    : rooms_(rooms), link_(link), subscription_(link, scheduler), timer_(scheduler) {
  subscription_.onDocument = [this](const QByteArray& document) { take(document); };
  subscription_.onTerminated = [this] {
    asked_.clear();
    timer_.start(kAskAgainMs, [this] { ask(); });
  };
}

RoomPresence::~RoomPresence() { QObject::disconnect(connection_); }

void RoomPresence::show(const RoomUri& uri) {
  Room* room = rooms_.find(uri);
  if (uri == room_ && room == shown_) return;
  QObject::disconnect(connection_);
  room_ = uri;
  shown_ = room;
  if (room != nullptr) {
    connection_ = QObject::connect(room, &Room::participantsChanged, room, [this] { peopleChanged(); });
  }
  peopleChanged();
}

void RoomPresence::signedIn(bool serverTakesLists) {
  possible_ = serverTakesLists;
  asked_.clear();
  known_.clear();
  peopleChanged();
}

void RoomPresence::unsubscribe() {
  timer_.stop();
  subscription_.unsubscribe();
  possible_ = false;
}

void RoomPresence::lost() {
  timer_.stop();
  subscription_.reset();
  possible_ = false;
}

QList<SipUri> RoomPresence::peopleShown() const {
  QList<SipUri> people;
  const Room* room = rooms_.find(room_);
  if (room == nullptr) return people;
  for (const Participant& participant :
       room->participants().first(std::min<qsizetype>(kMostPeople, room->participants().size()))) {
    people.append(participant.uri);
  }
  std::sort(people.begin(), people.end());
  return people;
}

// Who comes in is shown at once as far as it is known from before.
void RoomPresence::peopleChanged() {
  if (!possible_) return;
  if (Room* room = rooms_.find(room_)) room->setPresence(known_);
  if (peopleShown() == asked_ || timer_.isRunning()) return;
  timer_.start(askedFor_ == room_ ? kGatherMs : kFirstGatherMs, [this] { ask(); });
}

void RoomPresence::ask() {
  const QList<SipUri> people = peopleShown();
  if (!possible_ || people == asked_) return;
  asked_ = people;
  askedFor_ = room_;
  if (people.isEmpty()) return subscription_.unsubscribe();
  const Signin::PresenceQuery query{link_.identity().user, people};
  if (subscription_.isActive()) return subscription_.change(query.toXml());
  SubscriptionTopic topic{Signin::kPresenceEvent, Signin::kPresenceQueryType, query.toXml(), false};
  topic.accept = QByteArray(Signin::kPresenceReportType) + ", application/rlmi+xml, multipart/related";
  topic.headers.add("Require", QByteArray(Signin::kPresenceListTag) + ", categoryList");
  topic.headers.add("Supported", "eventlist");
  subscription_.subscribe(topic, [this](const Result<QByteArray>& document, const Sip::Response& response) {
    if (document) return take(*document);
    possible_ = possible_ && response.local;
    asked_.clear();
    qCDebug(lcCore) << "no presence of others:" << document.error().detail;
  });
}

void RoomPresence::take(const QByteArray& document) {
  const auto reports = Signin::PresenceReport::parseBody(document);
  if (!reports) {
    qCWarning(lcCore) << "unreadable presence of others:" << reports.error().detail;
    return;
  }
  for (const Signin::PresenceReport& report : *reports) known_[report.user] = presenceFor(report.availability);
  for (Room* room : rooms_.rooms()) room->setPresence(known_);
}

}  // namespace Parlour::Core
