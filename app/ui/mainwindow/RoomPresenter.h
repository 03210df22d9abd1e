// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <optional>

#include "app/core/Client.h"

namespace Parlour::Ui {

class RoomFrame;

// Puts what a room is into words: header, details and counts of the pane, the bar when the room ended for the person,
// why nothing can be posted. Asks the server once for each state of the room whom to ask and who belongs to it. GUI
// thread; client and frame outlive it.
class RoomPresenter : public QObject {
  Q_OBJECT

 public:
  RoomPresenter(Core::Client& client, RoomFrame& frame, QObject* parent = nullptr);

  void setRoom(Core::Room* room);  // null: none on screen
  void refresh();                  // all but the composer
  QString readOnlyWords() const;   // empty: the person may post

 Q_SIGNALS:
  void detailsRead();

 private:
  void readDetails();
  void showFacts();
  void showPeople();
  void showBar();
  void sayRights(quint32 before);
  void leave();
  Core::RoomEnding ending() const;
  QStringList managers() const;
  int memberCount() const;

  Core::Client& client_;
  RoomFrame& frame_;
  QPointer<Core::Room> room_;
  std::optional<Core::RoomDetails> details_;
  std::optional<Timestamp> asked_;  // the room's last change when details were asked for
};

}  // namespace Parlour::Ui
