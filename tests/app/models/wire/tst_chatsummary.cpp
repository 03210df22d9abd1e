// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/models/wire/ChatSummary.h"
#include "tests/program/TestProgram.h"

namespace tst_chatsummary {

using namespace Parlour;
using namespace Parlour::Models;
using State = Xccos::JoinRequestState;

// Requests to join, which the recorded transcripts do not have.
class TestChatSummary : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void commands_data();
  void commands();
  void replies();
  void notices_data();
  void notices();

 private:
  static Xccos::JoinRequest request(State state) {
    Xccos::JoinRequest request;
    request.room = RoomUri::fromParts("orchard.example", "crew").value();
    request.roomName = QStringLiteral("Crew rota");
    request.user = SipUri::fromTrusted("sip:bo@orchard.example");
    request.state = state;
    return request;
  }
  // Knows the name of the room, as after an earlier message.
  static RoomNames names() {
    RoomNames names;
    names.learnFrom(Xccos::Envelope::ofNotice(1, Xccos::JoinRequestNotice{{request(State::Pending)}}));
    return names;
  }
};

void TestChatSummary::commands_data() {
  QTest::addColumn<State>("state");
  QTest::addColumn<QString>("words");
  QTest::newRow("grant") << State::Granted << QStringLiteral("answerjoinreq · lets bo@orchard.example into Crew rota");
  QTest::newRow("decline") << State::Declined
                           << QStringLiteral("answerjoinreq · does not let bo@orchard.example into Crew rota");
  QTest::newRow("withdraw") << State::Withdrawn << QStringLiteral("answerjoinreq · no longer asks to join Crew rota");
  QTest::newRow("ask") << State::Pending << QStringLiteral("joinreq · asks to join Crew rota");
}

void TestChatSummary::commands() {
  QFETCH(State, state);
  RoomNames known = names();
  const Xccos::Command command = state == State::Pending ? Xccos::Command(Xccos::AskToJoin{request(state)})
                                                         : Xccos::Command(Xccos::AnswerJoinRequest{request(state)});
  const ChatSummary summary = summarizeChat(Xccos::Envelope::ofCommand(2, command), true, known);
  QCOMPARE(summary.kind, WireKind::ChatCommand);
  QTEST(summary.rest, "words");
}

void TestChatSummary::replies() {
  RoomNames known;
  const Xccos::JoinRequestsReply reply{{2, 1, 200, QStringLiteral("SUCCESS_OK")},
                                       {request(State::Pending), request(State::Pending)}};
  const ChatSummary summary = summarizeChat(Xccos::Envelope::ofReply(3, reply), false, known);
  QCOMPARE(summary.kind, WireKind::ChatReply);
  QCOMPARE(summary.rest, QStringLiteral("getjoinreqs · 2 requests to join"));
  QCOMPARE(known.of(request(State::Pending).room), QStringLiteral("Crew rota"));
}

void TestChatSummary::notices_data() {
  QTest::addColumn<State>("state");
  QTest::addColumn<QString>("words");
  QTest::newRow("new") << State::Pending << QStringLiteral("bo@orchard.example asks to join Crew rota");
  QTest::newRow("granted") << State::Granted << QStringLiteral("bo@orchard.example was let into Crew rota");
  QTest::newRow("declined") << State::Declined << QStringLiteral("bo@orchard.example was not let into Crew rota");
  QTest::newRow("withdrawn") << State::Withdrawn
                             << QStringLiteral("bo@orchard.example no longer asks to join Crew rota");
}

void TestChatSummary::notices() {
  QFETCH(State, state);
  QFETCH(QString, words);
  RoomNames known;
  const auto envelope = Xccos::Envelope::ofNotice(4, Xccos::JoinRequestNotice{{request(state)}});
  const ChatSummary summary = summarizeChat(envelope, false, known);
  QCOMPARE(summary.kind, WireKind::Notice);
  QCOMPARE(summary.rest, QStringLiteral("joinreq · ") + words);
  const Xccos::Notice two = Xccos::JoinRequestNotice{{request(state), request(state)}};
  QCOMPARE(noticeDetail(two, known), QStringLiteral("2 requests to join"));
}

PARLOUR_TEST(TestChatSummary)

}  // namespace tst_chatsummary

#include "tst_chatsummary.moc"
