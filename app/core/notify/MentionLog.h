// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <functional>
#include <optional>

#include "app/core/Client.h"

namespace Parlour::Core {

// The messages of all rooms that name the person or have one of the keywords, newest first: what came while the program
// runs, what pages brought, and what the server finds by the person's name when asked. GUI thread; the client outlives
// it.
class MentionLog : public QObject {
  Q_OBJECT

 public:
  using KeywordIn = std::function<std::optional<QString>(const QString& plainText)>;
  static constexpr qsizetype kMost = 500;
  static constexpr int kSearchedPerRoom = 30;

  struct Hit {
    Message message;
    QString roomName;
    QString keyword;  // empty: it names the person
  };

  MentionLog(Client& client, KeywordIn keywordIn, QObject* parent = nullptr);

  const QList<Hit>& hits() const { return hits_; }
  bool isSearching() const { return searching_; }
  void search();  // on the server, for what is older; the hits come with changed()

 Q_SIGNALS:
  void changed();

 private:
  void watch(Room* room);
  void take(const QString& roomName, const QList<Message>& messages);
  bool insert(const Hit& hit);
  void remove(const RoomUri& room, const QList<ChatId>& chatIds);

  Client& client_;
  KeywordIn keywordIn_;
  QList<Hit> hits_;
  bool searching_ = false;
};

}  // namespace Parlour::Core
