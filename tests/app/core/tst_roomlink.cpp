// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/core/rooms/RoomLink.h"
#include "protocol/xccos/ChatText.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_roomlink {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

class TestRoomLink : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void parses_data();
  void parses();
  void refuses_data();
  void refuses();
  void comesBackAsItWas();
  void standsInMessages();
  void opensAndJumps();
  void opensARoomThatIsOpenAlready();
  void messageThatIsGone();
  void roomThatIsNotThere();
};

void TestRoomLink::parses_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QByteArray>("room");
  QTest::addColumn<quint64>("message");
  const auto row = [](const char* text, const char* room, quint64 message) {
    QTest::newRow(text) << QString::fromLatin1(text) << QByteArray(room) << message;
  };
  row("ma-chan://orchard.example/tides", "ma-chan://orchard.example/tides", 0);
  row("ma-chan://orchard.example/tides?message=42", "ma-chan://orchard.example/tides", 42);
  row(" MA-CHAN://Orchard.Example/Tides?MESSAGE=42\n", "ma-chan://orchard.example/tides", 42);
  row("ma-chan://orchard.example/tides?message=18446744073709551615", "ma-chan://orchard.example/tides",
      18446744073709551615ULL);
  row("ma-chan://orchard.example/tides?", "ma-chan://orchard.example/tides", 0);
  row("ma-chan://orchard.example/tides?view=all&message=7", "ma-chan://orchard.example/tides", 7);
  row("ma-chan://orchard.example/tides?view", "ma-chan://orchard.example/tides", 0);
  row("ma-chan://orchard.example/tides?message=7#top?message=8", "ma-chan://orchard.example/tides", 7);
  row("ma-chan://orchard.example/tides#message=8", "ma-chan://orchard.example/tides", 0);
}

void TestRoomLink::parses() {
  QFETCH(QString, text);
  const auto link = RoomLink::parse(text);
  QVERIFY(link.ok());
  QTEST(link->room.bytes(), "room");
  QTEST(link->message, "message");
}

void TestRoomLink::refuses_data() {
  QTest::addColumn<QString>("text");
  for (const char* text :
       {"", "?message=42", "#", "https://orchard.example/tides", "ma-chan://orchard.example",
        "ma-chan://orchard.example/?message=42", "ma-chan://orchard.example/tides/42",
        "ma-chan://orchard.example/tides?message=", "ma-chan://orchard.example/tides?message",
        "ma-chan://orchard.example/tides?message=0", "ma-chan://orchard.example/tides?message=-1",
        "ma-chan://orchard.example/tides?message=+1", "ma-chan://orchard.example/tides?message= 1",
        "ma-chan://orchard.example/tides?message=1x", "ma-chan://orchard.example/tides?message=18446744073709551616",
        "ma-chan://orchard.example/tides?message=4&message=no"}) {
    QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
  }
}

void TestRoomLink::refuses() {
  QFETCH(QString, text);
  const auto link = RoomLink::parse(text);
  QVERIFY(!link.ok());
  QCOMPARE(link.error().code, ErrorCode::InvalidArgument);
  QVERIFY(!link.error().text.isEmpty());
}

void TestRoomLink::comesBackAsItWas() {
  for (const ChatId message : {ChatId{0}, ChatId{1}, ChatId{18446744073709551615ULL}}) {
    const RoomLink link{testRoom("tides"), message};
    QCOMPARE(*RoomLink::parse(link.toString()), link);
  }
  QCOMPARE((RoomLink{testRoom("tides"), 0}).toString(), QStringLiteral("ma-chan://orchard.example/tides"));
  QCOMPARE((RoomLink{testRoom("tides"), 42}).toString(), QStringLiteral("ma-chan://orchard.example/tides?message=42"));
}

// Readers of chat text know rooms only; what they take for the room's address is the link.
void TestRoomLink::standsInMessages() {
  const RoomLink link{testRoom("tides"), 42};
  const auto chat = Xccos::parseChatText(QStringLiteral("see <a href=\"%1\">Tide tables</a>").arg(link.toString()));
  QCOMPARE(chat.spans.size(), size_t{2});
  QCOMPARE(chat.spans[1].kind, Xccos::ChatSpan::Kind::RoomLink);
  QCOMPARE(*RoomLink::parse(chat.spans[1].room.toString()), link);
}

void TestRoomLink::opensAndJumps() {
  ClientFixture f;
  const RoomUri tides = testRoom("tides");
  f.rooms.add(tides, QStringLiteral("Tide tables"));
  for (int i = 0; i < 300; ++i) f.rooms.remember(tides, f.bo, QStringLiteral("news"));
  f.signIn();
  const QFuture<Result<Room*>> opened = f.client->openLink({tides, 100});
  f.settle();
  QVERIFY(opened.isFinished() && opened.result().ok());
  Room* room = *opened.result();
  QVERIFY(room->isOpen());
  QVERIFY(room->timeline().rowOf(100) >= 0);
  QVERIFY(!room->timeline().atEnd());
}

void TestRoomLink::opensARoomThatIsOpenAlready() {
  ClientFixture f;
  const RoomUri tides = testRoom("tides");
  f.rooms.add(tides, QStringLiteral("Tide tables"));
  f.rooms.remember(tides, f.bo, QStringLiteral("news"));
  f.followBefore(tides, QStringLiteral("Tide tables"));
  f.signIn();
  f.server->takeTranscript();
  const QFuture<Result<Room*>> opened = f.client->openLink({tides, 1});
  f.settle();
  QVERIFY(opened.result().ok());
  QVERIFY(f.server->takeTranscript().isEmpty());  // all of it is here
}

void TestRoomLink::messageThatIsGone() {
  ClientFixture f;
  const RoomUri tides = testRoom("tides");
  f.rooms.add(tides, QStringLiteral("Tide tables"));
  f.signIn();
  const QFuture<Result<Room*>> opened = f.client->openLink({tides, 99});
  f.settle();
  QCOMPARE(opened.result().error().code, ErrorCode::NotFound);
  QVERIFY(f.client->room(tides) != nullptr);  // the room is open all the same
}

void TestRoomLink::roomThatIsNotThere() {
  ClientFixture f;
  f.signIn();
  const QFuture<Result<Room*>> opened = f.client->openLink({testRoom("nowhere"), 1});
  f.settle();
  QCOMPARE(opened.result().error().code, ErrorCode::NotFound);
  QVERIFY(f.client->rooms().isEmpty());
}

PARLOUR_TEST(TestRoomLink)

}  // namespace tst_roomlink

#include "tst_roomlink.moc"
