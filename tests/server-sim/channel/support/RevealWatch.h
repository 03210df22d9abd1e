// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRegularExpression>
#include <map>
#include <set>

#include "protocol/xccos/Codec.h"
#include "server-sim/channel/ChannelService.h"
#include "tests/server-sim/channel/support/NaiveRules.h"

namespace Parlour::Server::Testing {

// Reads everything that the chat service sends, at the moment it is sent, and notes whatever tells somebody of a room
// that he may not know, or what is said in a room that he may not read. Rooms are recognised by marks: every name,
// description, topic and message of the test is a word like "Z17q" that is used once, keys are such words or
// guids. Who was in a room may be told, by its address alone, that this is over.
class RevealWatch final : public SessionSink {
 public:
  explicit RevealWatch(PrincipalId administrator) : administrator_(administrator) {}
  void watch(const ChannelService& service) { service_ = &service; }

  void opened(SessionId session, PrincipalId user) { users_[session] = user; }
  void closed(SessionId session);
  // What the session has just said: its words may come back to it in a refusal.
  void said(SessionId session, const QByteArray& body);
  // The command is about this room; while the user may not know of it, the answer is 404 or success.
  void asked(SessionId session, EnvId envId, RoomId room) { questions_[{session, envId}] = room; }
  // Marks belong to rooms for good, those of messages too.
  void markRooms();
  void markMessage(const QByteArray& mark, RoomId room) { messages_[mark] = room; }

  void deliver(SessionId session, const SharedEnvelope& envelope) override;
  void endSession(SessionId session) override;

  bool hasSession(SessionId session) const { return users_.contains(session); }
  const std::set<RoomUri>& joined(SessionId session) { return joined_[session]; }
  // The first findings, in words.
  QStringList findings() const { return findings_; }
  qint64 envelopes() const { return envelopes_; }
  qint64 marksSeen() const { return marksSeen_; }

 private:
  struct Reading {
    SessionId session = 0;
    PrincipalId user = 0;
    QByteArray body;
    bool refusal = false;   // an error, or a reply with another code than 200
    bool ending = false;    // tells of leaving or the end of a room
    bool ownWords = false;  // a reply that repeats the address asked for
    bool search = false;
  };
  void follow(const Reading& reading, const Xccos::Envelope& envelope);
  void followNotice(const Reading& reading, const Xccos::Notice& notice);
  void followReply(const Reading& reading, const Xccos::Reply& reply);
  void checkRefusal(const Reading& reading, EnvId commandEnvId, int code);
  void checkMarks(const Reading& reading);
  void checkRoomMark(const Reading& reading, const QByteArray& mark, RoomId room);
  void find(const Reading& reading, const QString& what);
  static QByteArrayList marksIn(const QByteArray& body);

  PrincipalId administrator_;
  const ChannelService* service_ = nullptr;
  std::map<SessionId, PrincipalId> users_;
  std::map<PrincipalId, std::set<QByteArray>> words_;  // what a user said himself, at any computer
  std::map<std::pair<SessionId, EnvId>, RoomId> questions_;
  std::map<SessionId, std::set<RoomUri>> joined_;
  std::map<SessionId, std::set<RoomUri>> left_;
  std::map<QByteArray, RoomId> rooms_;
  std::map<QByteArray, RoomId> messages_;
  QStringList findings_;
  qint64 envelopes_ = 0;
  qint64 marksSeen_ = 0;
};

}  // namespace Parlour::Server::Testing
