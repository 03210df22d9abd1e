// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QSet>
#include <functional>
#include <map>

#include "protocol/support/Clock.h"
#include "protocol/xccos/Codec.h"

namespace Parlour::Testing {

// The chat service of a ScriptedServer: a few rooms in memory that answer commands as xccos says, so that a
// test only has to say what differs. Not a second server: no rules, one client.
class ScriptedRooms {
 public:
  struct Room {
    QString name;
    QString description;
    quint32 ownMask = 3984;
    std::vector<SipUri> others;
    std::vector<Xccos::ChatMessage> messages;
    bool available = true;
    bool keepsHistory = true;
    bool hidesRoster = false;
    bool joined = false;
    ChatId lastChatId = 0;
  };
  // What happens to a command instead of the ordinary answer.
  struct Deviation {
    int code = 0;  // 0: no reply at all
    QString text;
  };

  explicit ScriptedRooms(const Clock& clock) : clock_(clock) {}

  Room& add(const RoomUri& uri, const QString& name);
  Room& room(const RoomUri& uri) { return rooms_[uri]; }
  bool contains(const RoomUri& uri) const { return rooms_.count(uri) != 0; }
  void forget(const RoomUri& uri) { rooms_.erase(uri); }
  Xccos::ChanInfo describe(const RoomUri& uri) const { return describe(uri, rooms_.at(uri)); }
  // A message that is stored; sent to the client when it has joined.
  Xccos::ChatMessage say(const RoomUri& uri, const SipUri& author, const QString& text, bool alert = false);
  void remember(const RoomUri& uri, const SipUri& author, const QString& text);  // stored, not sent
  void deviate(const QByteArray& command, Deviation deviation) { deviations_[command].append(deviation); }
  void leaveAll();

  // One envelope from the client; what it causes goes out through `send`. Returns what it was, "cmd:join".
  QByteArray receive(const QByteArray& body, const SipUri& user);
  void notice(const Xccos::Notice& notice) { send(Xccos::Envelope::ofNotice(++envId_, notice)); }

  std::function<void(const Xccos::Envelope&)> send;
  // Asked first; what it leaves out gets the ordinary answer.
  std::function<std::optional<Xccos::Reply>(const Xccos::Command&, const Xccos::ReplyHeader&)> answerFirst;
  std::vector<Xccos::Invitation> invitations;
  std::vector<Xccos::JoinRequest> joinRequests;  // open ones, of the client and to rooms that it manages
  QByteArray lookupAnswer = "sip:GC-1-PersistentChatService-4@orchard.example";
  bool echoesPosts = true;
  QList<EnvId> postsReceived;  // every grpchat, repeats too
  QList<Xccos::Command> commands;

 private:
  Xccos::Reply replyTo(const Xccos::Command& command, const Xccos::ReplyHeader& header, const SipUri& user);
  Xccos::Reply join(const Xccos::Join& command, const Xccos::ReplyHeader& header, const SipUri& user);
  Xccos::Reply batchJoin(const Xccos::BatchJoin& command, const Xccos::ReplyHeader& header, const SipUri& user);
  Xccos::Reply askToJoin(const Xccos::AskToJoin& command, const Xccos::ReplyHeader& header, const SipUri& user);
  Xccos::Reply endRequest(const Xccos::AnswerJoinRequest& command, const Xccos::ReplyHeader& header);
  Xccos::Reply invitationsAfter(quint32 afterId, const Xccos::ReplyHeader& header) const;
  Xccos::ServerInfo serverInfo() const;
  std::vector<Xccos::ChanInfo> describeAll() const;
  std::vector<Xccos::RoomHistory> pages(const std::vector<RoomUri>& uris, const Xccos::BackchatQuery& query) const;
  Xccos::ChanInfo describe(const RoomUri& uri, const Room& room) const;
  Xccos::ChanInfo enter(const RoomUri& uri, const SipUri& user, std::vector<Xccos::UserInfo>& users);
  Xccos::RoomHistory page(const RoomUri& uri, const Xccos::BackchatQuery& query) const;
  Xccos::RoomHistory newest(const RoomUri& uri, quint32 count) const;
  void receivePost(EnvId envId, const Xccos::ChatMessage& post);
  Xccos::ChatMessage store(const RoomUri& uri, const SipUri& author, const QByteArray& text, bool alert);

  const Clock& clock_;
  std::map<RoomUri, Room> rooms_;
  QMap<QByteArray, QList<Deviation>> deviations_;
  QMap<EnvId, Xccos::ChatMessage> accepted_;
  EnvId envId_ = 6917529027641081800ULL;
};

}  // namespace Parlour::Testing
