// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <map>

#include "tests/server-sim/channel/support/Harbour.h"

namespace Parlour::Server::Testing {

// Plays the client lines of a conversation against a harbour and writes down what really happens, so that a test
// compares one text with itself. Sessions are named "ada", "ada/2" and open when first named. Lines:
//   C ada: join tides | bjoin tides vault | part tides | getusers tides | recent tides 25 | post tides Some text
//   C bo: modify tides topic=Neap_tides      and the other commands of AdminLines
//   * disable ada | enable ada | group crew +cy -ada | policy on | policy off      by an administrator at the server
//   * purge tides      the same, of everything up to now
//   * store | commit | tick | close ada | repeat ada tides Some text   (the last post, same envelope number)
//   V ada: 403 You may not…      what the SIP layer answers, written only when it is not 200
//   S ada: rpl:join 200 tides[ada=3984]      what the service sent, in order
//   E ada                                    the service ended her session
// Rooms and categories made on the way are called new1, new2 … in the order they are first named.
class Transcript {
 public:
  explicit Transcript(Harbour& harbour) : harbour_(harbour) {}

  // The conversation as it went; surrounding white space of lines is dropped.
  QString play(const QString& script);
  // `script` without what play() would ignore, for the comparison.
  static QString tidied(const QString& script);

  SessionId session(const QByteArray& name);

 private:
  void playClient(const QByteArray& name, const QByteArray& words);
  void playEvent(const QByteArray& words);
  void playChange(const QByteArrayList& words);
  void noteVerdict(const QByteArray& name, const InfoVerdict& verdict);
  void noteDeliveries();
  QByteArray nameOf(SessionId session) const;
  RoomUri roomOf(const QByteArray& key) const;
  // With new1 … in place of the random parts of addresses.
  QByteArray named(QByteArray line);

  Harbour& harbour_;
  std::map<QByteArray, SessionId> sessions_;
  std::map<QByteArray, EnvId> lastPost_;
  QByteArrayList newKeys_;
  QStringList lines_;
};

// One line for one envelope: "rpl:join 200 tides[ada=3984 bo=12276]", "grpchat tides #3 bo: Hello".
QByteArray describe(const QByteArray& envelope);

}  // namespace Parlour::Server::Testing
