// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "app/core/Client.h"
#include "app/models/MessageSearchModel.h"

namespace Parlour::Ui {

class MainWindow;
class RoomController;

// Runs message searches for the search page and loads the surroundings of the chosen hit.
class SearchController : public QObject {
  Q_OBJECT

 public:
  SearchController(Core::Client& client, MainWindow& window, RoomController& room, QObject* parent = nullptr);

  // Shows the page; an empty room searches all of them. Words, when given, are searched at once.
  void open(const RoomUri& room, const QString& words = {});

 Q_SIGNALS:
  void jumpRequested(const Parlour::RoomUri& room, Parlour::ChatId chatId);

 private:
  void fillChoices();
  void showContext(const Models::MessageSearchRow& hit);
  void close();

  Core::Client& client_;
  MainWindow& window_;
  RoomController& room_;
  Models::MessageSearchModel model_;
  quint64 contextGeneration_ = 0;
};

}  // namespace Parlour::Ui
