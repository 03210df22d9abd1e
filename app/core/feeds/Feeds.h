// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include "app/core/Client.h"
#include "app/core/feeds/FeedStore.h"
#include "app/core/session/Account.h"

namespace Parlour::Core {

// The feeds of the account that is signed in: the one about the person, which is always there, and those that the
// person made. Follows all rooms of the client, whatever way messages come: live, caught up, by a page or a search. A
// hit is unread until it is read here or in its room. Kept in the profile's settings by account; hits as places, at
// most FeedHits::kMost a feed. GUI thread; client and settings outlive it.
class Feeds : public QObject {
  Q_OBJECT

 public:
  static constexpr int kPreview = 50;
  static constexpr int kSearchedPerRoom = 50;

  Feeds(Client& client, LocalSettings& settings, QObject* parent = nullptr);
  ~Feeds() override;

  QStringList ids() const;  // the one about the person first, then in the order of their making
  const FeedDefinition* definition(const QString& id) const;  // null when there is none
  QList<FeedHit> hits(const QString& id) const;               // newest first
  int unread(const QString& id) const;
  bool isUnread(const QString& id, const FeedHit& hit) const;
  bool isSearching(const QString& id) const { return searching_.contains(id); }

  // Checks and keeps a new feed or the changes of one; its id. A changed filter judges anew what is in memory.
  Result<QString> put(FeedDefinition definition);
  void remove(const QString& id);  // the one about the person stays
  void markRead(const QString& id);
  // Asks the server for older hits, and for the texts that a restart left out; what comes shows by changed().
  void fetch(const QString& id);
  // What a feed of this kind would have of the messages in memory, newest first.
  QList<FeedHit> preview(const FeedDefinition& definition) const;
  // The name of a feed that the person wants banners of and that has this message; none: no feed asks for one.
  std::optional<QString> bannerFor(const Message& message) const;

 Q_SIGNALS:
  void listChanged();               // feeds came, went or changed their definition
  void changed(const QString& id);  // its hits or what is unread of them

 private:
  struct Live {
    FeedRecord record;
    FeedFilter filter;
    int unread = 0;
  };
  Live* find(const QString& id);
  const Live* find(const QString& id) const;
  QList<FeedDefinition> definitions() const;
  void followAccount();
  void load();
  void save();
  void signedIn();
  void watch(Room* room);
  void take(const QList<Message>& messages);
  void takeKnown(Live& feed) const;
  void messagesRemoved(const RoomUri& room, const QList<ChatId>& chatIds);
  void roomLost(const RoomUri& room);
  void told(Live& feed);
  int countUnread(const Live& feed) const;
  void recount(const RoomUri& room);
  void search(const FeedDefinition& definition);
  void fetchTexts(const QString& id);
  void takeText(const QString& id, const RoomUri& room, ChatId chatId, const Result<QList<Message>>& found);

  Client& client_;
  AccountSettings settings_;
  SipUri account_;
  QList<Live> feeds_;
  QHash<RoomUri, QSet<ChatId>> removed_;  // a page that was on its way may still have them
  QSet<QString> searching_;
  QSet<QString> searched_;                    // in this run
  QSet<QPair<RoomUri, ChatId>> withoutText_;  // asked for in vain
  bool asking_ = false;                       // for a text
  QTimer saveSoon_;
};

}  // namespace Parlour::Core
