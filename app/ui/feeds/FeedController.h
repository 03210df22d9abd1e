// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QSettings>

#include "app/core/feeds/Feeds.h"
#include "app/models/RoomListModel.h"
#include "app/models/feeds/FeedModel.h"
#include "app/ui/quickswitch/QuickSwitch.h"

namespace Parlour::Ui {

class FeedDialog;
class FeedPage;
class MainWindow;

// Feeds in the window: their lines in the sidebar, the page of the one that is looked at, making, changing and deleting
// them. What is on the screen of the active window counts as read. GUI thread; what it is given outlives it.
class FeedController : public QObject {
  Q_OBJECT

 public:
  FeedController(Core::Client& client, MainWindow& window, Models::RoomListModel& list, QSettings& settings,
                 QObject* parent = nullptr);

  Core::Feeds& feeds() { return feeds_; }
  void show(const QString& id);
  void create();
  void edit(const QString& id);
  // Those whose name has the words, for the quick switch; the target is their id.
  QList<QuickEntry> quickEntries() const;

 Q_SIGNALS:
  void messageChosen(const Parlour::RoomUri& room, Parlour::ChatId message);
  void roomChosen(const Parlour::RoomUri& room);
  void closeRequested();

 private:
  class Settings final : public Core::LocalSettings {
   public:
    explicit Settings(QSettings& settings) : settings_(settings) {}
    QVariant value(const QString& key) const override { return settings_.value(key); }
    void setValue(const QString& key, const QVariant& value) override { settings_.setValue(key, value); }

   private:
    QSettings& settings_;
  };

  bool isOnScreen() const;
  void listChanged();
  void feedChanged(const QString& id);
  void refreshPage();
  void openDialog(const Core::FeedDefinition& feed);
  void save(const Core::FeedDefinition& feed);
  void askToDelete(const QString& id);
  void setBanner(bool on);
  QString nameOf(const SipUri& person) const;
  QList<QPair<SipUri, QString>> knownPeople() const;

  Core::Client& client_;
  MainWindow& window_;
  Models::RoomListModel& list_;
  Settings settings_;
  Core::Feeds feeds_;
  Models::FeedModel model_;
  FeedPage& page_;
  QPointer<FeedDialog> dialog_;
};

}  // namespace Parlour::Ui
