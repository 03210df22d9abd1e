// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "app/ui/manage/ManageRoomModel.h"
#include "app/ui/manage/RoomAdminActions.h"

namespace Parlour::Ui {

// Who would leave the lists of a room if it moved to the category chosen: asks the server for each entry whether that
// category allows it (xccos 6.4). Gives up on long lists and on the first failure; then only the rule is known.
class MoveCheck : public QObject {
  Q_OBJECT

 public:
  static constexpr int kMostEntries = 40;

  MoveCheck(const ManageRoomModel& model, const RoomAdminActions& actions, QObject* parent = nullptr);
  void start();

 Q_SIGNALS:
  // Names of those who are dropped; `known` false: nobody can say.
  void finished(const QStringList& dropped, bool known);

 private:
  void next();

  RoomAdminActions actions_;
  QByteArray category_;
  QList<Core::Principal> waiting_;
  QStringList dropped_;
  bool tooMany_ = false;
};

}  // namespace Parlour::Ui
