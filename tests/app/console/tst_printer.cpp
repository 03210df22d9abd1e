// SPDX-License-Identifier: Apache-2.0
#include <QJsonDocument>
#include <QTest>
#include <functional>

#include "app/console/Printer.h"
#include "tests/program/TestProgram.h"

namespace tst_printer {

using namespace Parlour;
using namespace Parlour::Console;

using Print = std::function<void(Printer&)>;

namespace {

Core::Message sampleMessage() {
  Core::Message message;
  message.room = *RoomUri::fromParts("orchard.example", "tides");
  message.chatId = 7;
  message.author = SipUri::fromTrusted("sip:bo@orchard.example");
  message.authorName = QStringLiteral("Bo");
  message.time = *Timestamp::parse("2031-03-04T08:15:30.1234567Z");
  message.alert = true;
  message.text = QStringLiteral("Low water\r\nat \"six\" \\o/");
  return message;
}

Core::RoomSummary sampleRoom() {
  Core::RoomSummary room;
  room.uri = *RoomUri::fromParts("orchard.example", "tides");
  room.name = QStringLiteral("Tide tables");
  room.privacy = Core::Privacy::Closed;
  room.kind = Core::RoomKind::Auditorium;
  room.participants = 3;
  return room;
}

}  // namespace

class TestPrinter : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void lines_data();
  void lines();
  void nothingEscapesItsLine_data();
  void nothingEscapesItsLine();
  void stepNames();
};

void TestPrinter::lines_data() {
  QTest::addColumn<Print>("print");
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("json");
  const auto row = [](const char* name, Print print, const QByteArray& text, const QByteArray& json) {
    QTest::newRow(name) << print << text << json;
  };
  row(
      "event",
      [](Printer& p) {
        p.event(QStringLiteral("ok"), {{QStringLiteral("command"), QStringLiteral("rooms")}}, QStringLiteral("rooms"));
      },
      "ok rooms", R"({"command":"rooms","event":"ok"})");
  row(
      "event without text", [](Printer& p) { p.event(QStringLiteral("ready"), {}, {}); }, "ready",
      R"({"event":"ready"})");
  row(
      "error",
      [](Printer& p) {
        p.error(QStringLiteral("open"),
                Error::make(ErrorCode::NotFound, QStringLiteral("No such room."), QStringLiteral("404")));
      },
      "error open: No such room.",
      R"({"code":"not-found","command":"open","detail":"404","event":"error","text":"No such room."})");
  row(
      "message",
      [](Printer& p) { p.message(QStringLiteral("message"), QStringLiteral("Tide tables"), sampleMessage()); },
      "message [Tide tables] #7 2031-03-04T08:15:30Z Bo: Low water\\nat \"six\" \\\\o/",
      R"({"alert":true,"author":"sip:bo@orchard.example","authorName":"Bo","chatId":7,"event":"message","own":false,"room":"Tide tables",)"
      R"("roomUri":"ma-chan://orchard.example/tides","text":"Low water\r\nat \"six\" \\o/","time":"2031-03-04T08:15:30.1234567Z"})");
  row(
      "room", [](Printer& p) { p.room(QStringLiteral("found"), sampleRoom(), QStringLiteral("open")); },
      "found ma-chan://orchard.example/tides \"Tide tables\" closed open",
      R"({"auditorium":true,"description":"","event":"found","name":"Tide tables","participants":3,"privacy":"closed","remark":"open",)"
      R"("uri":"ma-chan://orchard.example/tides"})");
  row(
      "invitation",
      [](Printer& p) {
        Core::Invitation invitation;
        invitation.number = 12;
        invitation.room = sampleRoom();
        p.invitation(invitation);
      },
      "invitation ma-chan://orchard.example/tides \"Tide tables\" closed #12",
      R"({"auditorium":true,"description":"","event":"invitation","name":"Tide tables","participants":3,"privacy":"closed","remark":"#12",)"
      R"("uri":"ma-chan://orchard.example/tides"})");
  row(
      "member",
      [](Printer& p) {
        Core::Participant person;
        person.uri = SipUri::fromTrusted("sip:cy@orchard.example");
        person.name = QStringLiteral("Cy");
        person.presenter = true;
        p.participant(person);
      },
      "member sip:cy@orchard.example \"Cy\" presenter",
      R"({"event":"member","name":"Cy","role":"presenter","uri":"sip:cy@orchard.example"})");
  row(
      "status",
      [](Printer& p) {
        Core::ConnectionStatus status;
        status.state = Core::ConnectionState::Reconnecting;
        status.error = Error::make(ErrorCode::ConnectionLost, QStringLiteral("The connection was lost."));
        status.retryInMs = 2000;
        p.status(status);
      },
      "status reconnecting The connection was lost.",
      R"({"advice":"","event":"status","retryInMs":2000,"state":"reconnecting","text":"The connection was lost."})");
}

void TestPrinter::lines() {
  QFETCH(Print, print);
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, json);
  for (const bool asJson : {false, true}) {
    QByteArrayList printed;
    Printer printer(asJson, [&](const QByteArray& line) { printed.append(line); });
    print(printer);
    QCOMPARE(printed.size(), 1);
    if (!asJson) {
      QCOMPARE(printed.front(), text);
    } else {
      QCOMPARE(QJsonDocument::fromJson(printed.front()), QJsonDocument::fromJson(json));
    }
  }
}

void TestPrinter::nothingEscapesItsLine_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QByteArray>("shown");
  QTest::newRow("line breaks") << QStringLiteral("a\nb\r\nc\rd") << QByteArray("a\\nb\\nc\\nd");
  QTest::newRow("backslash before n") << QStringLiteral("a\\nb") << QByteArray("a\\\\nb");
  QTest::newRow("terminal command") << QStringLiteral("a\u001b[2Jb") << QByteArray("a\\u001b[2Jb");
  QTest::newRow("bell, NUL and delete") << QStringLiteral("a\u0007b") + QChar(0) + QChar(0x7f)
                                        << QByteArray("a\\u0007b\\u0000\\u007f");
  QTest::newRow("C1 command") << QStringLiteral("a") + QChar(0x9b) + QStringLiteral("2J") << QByteArray("a\\u009b2J");
  QTest::newRow("other line breaks") << QStringLiteral("a") + QChar(0x85) + QChar(0x2028) + QChar(0x2029)
                                     << QByteArray("a\\u0085\\u2028\\u2029");
  QTest::newRow("tabulator") << QStringLiteral("a\tb") << QByteArray("a\tb");
  QTest::newRow("other scripts") << QString::fromUtf8("Tide 潮 🌊") << QByteArray("Tide 潮 🌊");
}

void TestPrinter::nothingEscapesItsLine() {
  QFETCH(QString, text);
  QFETCH(QByteArray, shown);
  QByteArrayList printed;
  const auto sink = [&](const QByteArray& line) { printed.append(line); };
  Core::Message message = sampleMessage();
  message.text = text;
  message.authorName = text;
  Printer(false, sink).message(QStringLiteral("m"), text, message);
  QCOMPARE(printed.front(), "m [" + shown + "] #7 2031-03-04T08:15:30Z " + shown + ": " + shown);
  Printer(true, sink).message(QStringLiteral("m"), text, message);
  QVERIFY(!printed.back().contains('\n'));
  const auto object = QJsonDocument::fromJson(printed.back()).object();
  QCOMPARE(object.value(QStringLiteral("text")).toString(), text);
}

void TestPrinter::stepNames() {
  QStringList names;
  for (int step = 0; step <= static_cast<int>(Core::SignInStep::Invitations); ++step) {
    names.append(stepName(static_cast<Core::SignInStep>(step)));
  }
  QVERIFY(!names.contains(QString()));
  QCOMPARE(names.removeDuplicates(), 0);
}

PARLOUR_TEST(TestPrinter)

}  // namespace tst_printer

#include "tst_printer.moc"
