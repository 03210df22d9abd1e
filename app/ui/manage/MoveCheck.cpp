// SPDX-License-Identifier: Apache-2.0
#include "app/ui/manage/MoveCheck.h"

#include <algorithm>

namespace Parlour::Ui {

namespace {
constexpr int kAnswerLimit = 20;  // people in one answer; a full answer may hide others
}

MoveCheck::MoveCheck(const ManageRoomModel& model, const RoomAdminActions& actions, QObject* parent)
    : QObject(parent), actions_(actions), category_(model.values().category) {
  using Core::RoomRole;
  for (const RoomRole role : {RoomRole::Member, RoomRole::Manager, RoomRole::Presenter}) {
    for (const Core::Principal& principal : model.list(role).principals()) {
      const auto same = [&](const Core::Principal& other) { return other.uri == principal.uri; };
      if (std::none_of(waiting_.begin(), waiting_.end(), same)) {
        waiting_.append(principal);
      }
    }
  }
  tooMany_ = waiting_.size() > kMostEntries;
}

void MoveCheck::start() {
  if (tooMany_) {
    Q_EMIT finished({}, false);
  } else {
    next();
  }
}

void MoveCheck::next() {
  if (waiting_.isEmpty()) {
    Q_EMIT finished(dropped_, true);
    return;
  }
  const Core::Principal principal = waiting_.takeFirst();
  actions_.find({principal.name, Core::RoomRole::Member, {}, category_})
      .then(this, [this, principal](const Result<QList<Core::Principal>>& allowed) {
        const auto same = [&](const Core::Principal& other) { return other.uri == principal.uri; };
        const bool listed = allowed && std::any_of(allowed->begin(), allowed->end(), same);
        if (!allowed || (!listed && allowed->size() >= kAnswerLimit)) {
          Q_EMIT finished({}, false);
          return;
        }
        if (!listed) {
          dropped_.append(principal.name);
        }
        next();
      });
}

}  // namespace Parlour::Ui
