// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "app/core/Client.h"
#include "app/ui/quickswitch/QuickSwitch.h"

namespace Parlour::Ui {

class FeedController;

// The best of `places` for what was typed, with what fits marked in them: names that begin with it before names whose
// words do, then those that have it inside or its letters in order; of a kind, what was looked at lately (`recent`, the
// latest first, by target) and what has unread messages come first. Without words all of them, in that order.
QList<QuickEntry> bestPlaces(const QList<QuickEntry>& places, const QString& words, const QStringList& recent);

// What the quick switch offers: rooms, a pasted link, feeds, the search for messages, finding more rooms. Remembers
// the rooms that were looked at, while the program runs. GUI thread; what it is given outlives it.
class PlaceFinder : public QObject {
  Q_OBJECT

 public:
  PlaceFinder(const Core::Client& client, const FeedController& feeds, QObject* parent = nullptr);

  void visited(const RoomUri& room);
  QList<QuickEntry> find(const QString& words) const;

 private:
  QList<QuickEntry> rooms(const QString& words) const;
  void addSection(QList<QuickEntry>& entries, const QString& title, const QList<QuickEntry>& places) const;

  const Core::Client& client_;
  const FeedController& feeds_;
  QStringList recent_;  // targets
};

}  // namespace Parlour::Ui
