// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSet>
#include <functional>

#include "app/core/rooms/RoomAdminTypes.h"
#include "app/core/session/ChatSession.h"

namespace Parlour::Core {

// Names of categories by address (xccos 7.16), for rooms that tell only the address. All are asked for at once when
// one is first wanted (nodesrch), those that the list lacks one by one (getnodeinfo); kept for one chat session. With a
// server that knows neither command names stay empty. Never delays anything. GUI thread; the session must outlive it.
class CategoryNames {
 public:
  using OnChoices = std::function<void(const Result<QList<CategoryChoice>>&)>;

  explicit CategoryNames(ChatSession& session) : session_(session) {}

  void fetch(const OnChoices& done);        // the categories that the user can see, asked anew each time
  void prepare();                           // asks for all of them unless that was done
  void want(const QByteArray& category);    // asks unless it was asked before
  void learn(const Xccos::NodeInfo& node);  // from any other answer
  void reset();                             // the session is gone

  // The summary with the name of its category; without a name while it is not known.
  RoomSummary named(RoomSummary summary) const;

  std::function<void()> onLearned;

 private:
  enum class List { NotAsked, Asked, Known, NotSupported };
  void askForList();
  void askForOne(const QByteArray& category);
  void listKnown(const Result<QList<CategoryChoice>>& choices);
  bool remember(const QByteArray& category, const QString& name);

  ChatSession& session_;
  QHash<QByteArray, QString> names_;
  QSet<QByteArray> wanted_;  // asked for while the list was under way, or one by one
  List list_ = List::NotAsked;
};

CategoryChoice toCategoryChoice(const Xccos::NodeInfo& node);

}  // namespace Parlour::Core
