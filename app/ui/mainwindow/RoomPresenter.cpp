// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/RoomPresenter.h"

#include <QLocale>
#include <algorithm>

#include "app/ui/mainwindow/RoomFrame.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/widgets/ConnectionBar.h"
#include "app/ui/widgets/Toast.h"
#include "protocol/xccos/Permissions.h"

namespace Parlour::Ui {

RoomPresenter::RoomPresenter(Core::Client& client, RoomFrame& frame, QObject* parent)
    : QObject(parent), client_(client), frame_(frame) {
  connect(frame.roomPage()->roomBar(), &ConnectionBar::actionRequested, this, &RoomPresenter::leave);
  connect(&client, &Core::Client::joinRequestsChanged, this, [this] {
    if (room_) {
      showFacts();
    }
  });
}

void RoomPresenter::setRoom(Core::Room* room) {
  if (room_) {
    disconnect(room_, nullptr, this, nullptr);
  }
  room_ = room;
  details_.reset();
  asked_.reset();
  if (room_) {
    connect(room_, &Core::Room::rightsChanged, this, &RoomPresenter::sayRights);
  }
}

void RoomPresenter::refresh() {
  if (room_) {
    readDetails();
    showFacts();
    showPeople();
    showBar();
  }
}

void RoomPresenter::readDetails() {
  if (room_->joinState() != Core::JoinState::Joined || asked_ == room_->summary().updatedOn) {
    return;
  }
  asked_ = room_->summary().updatedOn;
  const QPointer<Core::Room> room = room_;
  client_.admin().details(room_->uri()).then(this, [this, room](const Result<Core::RoomDetails>& details) {
    if (room && room == room_ && details) {
      details_ = *details;
      // The room itself may have learned from this answer when it was changed last.
      asked_ = room_->summary().updatedOn;
      refresh();
      Q_EMIT detailsRead();
    }
  });
}

// As the server tells them.
QStringList RoomPresenter::managers() const {
  if (!details_ || details_->managers.isEmpty()) {
    return room_->summary().managers;
  }
  QStringList names;
  for (const Core::Principal& manager : details_->managers) {
    names.append(manager.name);
  }
  return names;
}

// -1 when it is not told, or not in people.
int RoomPresenter::memberCount() const {
  if (!details_ || details_->members.isEmpty()) {
    return -1;
  }
  const auto isPerson = [](const Core::Principal& member) { return member.isPerson(); };
  const bool people = std::all_of(details_->members.begin(), details_->members.end(), isPerson);
  return people ? static_cast<int>(details_->members.size()) : -1;
}

void RoomPresenter::showFacts() {
  RoomFacts facts;
  facts.room = room_->summary();
  if (!room_->participants().isEmpty()) {
    facts.room.participants = static_cast<int>(room_->participants().size());
  }
  facts.mayManage = client_.mayManage(room_->uri());
  facts.requests = static_cast<int>(client_.joinRequests().toAnswerIn(room_->uri()).size());
  facts.managers = managers();
  if (details_) {
    facts.invitations = details_->invitationsInherited;
  }
  frame_.roomPage()->header()->setRoom(facts.room, room_->isFollowed());
  frame_.roomPane()->setRoom(facts);
}

void RoomPresenter::showPeople() {
  if (room_->rosterHidden()) {
    frame_.roomPane()->setPeopleText(tr("too many to follow live"), true);
    return;
  }
  if (client_.status().state != Core::ConnectionState::Connected &&
      client_.status().state != Core::ConnectionState::Slow) {
    frame_.roomPane()->setPeopleText(tr("not updating"), false);
    return;
  }
  const int here = static_cast<int>(room_->participants().size());
  const int all = memberCount();
  const QString words = all >= here ? tr("%1 here of %2").arg(QLocale().toString(here), QLocale().toString(all))
                                    : tr("%n here", nullptr, here);
  frame_.roomPane()->setPeopleText(words, false);
}

Core::RoomEnding RoomPresenter::ending() const {
  const bool disabled = room_->ending() == Core::RoomEnding::None && room_->summary().disabled;
  return disabled ? Core::RoomEnding::Disabled : room_->ending();
}

void RoomPresenter::showBar() {
  ConnectionBar& bar = *frame_.roomPage()->roomBar();
  const QString kept = tr("What you have read stays here until you leave it.");
  switch (ending()) {
    case Core::RoomEnding::Removed:
      bar.showState(BarKind::Plain, tr("You were removed from this room."), kept, tr("Leave room"));
      break;
    case Core::RoomEnding::Deleted:
      bar.showState(BarKind::Plain, tr("This room was deleted."), kept, tr("Leave room"));
      break;
    case Core::RoomEnding::Disabled:
      bar.showState(BarKind::Plain, tr("This room was disabled by a manager."), tr("You can read its history."));
      break;
    case Core::RoomEnding::None:
      bar.showState(BarKind::Plain, QString(), QString());
      break;
  }
}

QString RoomPresenter::readOnlyWords() const {
  switch (ending()) {
    case Core::RoomEnding::Removed:
      return tr("You were removed from this room.");
    case Core::RoomEnding::Deleted:
      return tr("This room was deleted.");
    case Core::RoomEnding::Disabled:
      return tr("This room was disabled by a manager. You can read its history.");
    case Core::RoomEnding::None:
      break;
  }
  if (room_->joinState() != Core::JoinState::Joined || room_->mayPost()) {
    return {};
  }
  if (room_->summary().kind != Core::RoomKind::Auditorium) {
    return tr("You may read this room, not post in it.");
  }
  const QStringList names = managers();
  return names.isEmpty() ? tr("Only presenters post here. You can read everything.")
                         : tr("Only presenters post here. To become one, ask %1.").arg(names.first());
}

void RoomPresenter::sayRights(quint32 before) {
  using namespace Xccos::Permission;
  const quint32 now = room_->ownMask();
  const auto say = [this](const QString& words) {
    frame_.toasts()->show({room_->summary().name, words, QString(), false});
  };
  if (isManager(now) != isManager(before)) {
    say(isManager(now) ? tr("You are a manager of this room now.") : tr("You are no manager of this room any more."));
  }
  if (isPresenter(now) != isPresenter(before) && room_->summary().kind == Core::RoomKind::Auditorium) {
    say(isPresenter(now) ? tr("You are a presenter now and can post here.")
                         : tr("You are no presenter of this room any more."));
  }
}

void RoomPresenter::leave() {
  const QPointer<Core::Room> room = room_;
  if (room && room->isFollowed()) {
    client_.unfollow(room->uri());
  }
  if (room) {
    client_.close(room->uri());
  }
}

}  // namespace Parlour::Ui
