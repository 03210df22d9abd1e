// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/changes/RoomPlans.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Actors.h"
#include "tests/server-sim/channel/support/Transcript.h"

namespace tst_historysearchhandler {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

// Tides: 1..6, a minute apart, by Bo and Cy in turn; logbook: 1..3 by Ada; vault: 1 by Ada.
class Archive {
 public:
  explicit Archive(ChannelSettings settings = Harbour::defaults()) : harbour(std::move(settings)) {
    const char* const texts[] = {"low water", "High tide", "low TIDE", "fog", "spring tide at noon", "low again"};
    for (int i = 0; i < 6; ++i) harbour.store.addPast(Tides, i % 2 ? Cy : Bo, texts[i], minute(i));
    for (int i = 0; i < 3; ++i) harbour.store.addPast(Logbook, Ada, "low entry", minute(i));
    harbour.store.addPast(Vault, Ada, "low secret", minute(0));
  }
  Timestamp minute(int number) const {
    return Timestamp{harbour.clock.now().ticks + number * 60'000 * Timestamp::kPerMs};
  }
  // "tides 1 2 3|logbook 1!" with ! for truncated.
  QByteArray found(const QByteArray& user, const std::vector<QByteArray>& keys, Xccos::BackchatQuery query) {
    if (!query.start) query.date = Xccos::DateWindow{};
    std::vector<RoomUri> rooms;
    for (const QByteArray& key : keys) rooms.push_back(Harbour::room(key));
    const auto reply =
        harbour.ask<Xccos::BackchatQueryReply>(harbour.open(user), Xccos::BackchatQueryCommand{rooms, query});
    return reply.header.ok() ? summary(reply.rooms) : QByteArray::number(reply.header.code);
  }
  static QByteArray summary(const std::vector<Xccos::RoomHistory>& rooms) {
    QByteArrayList parts;
    for (const auto& room : rooms) {
      QByteArray part = room.uri.key();
      for (const auto& message : room.messages) part += ' ' + QByteArray::number(message.chatId);
      if (room.matches != room.messages.size()) part += " wrong count";
      parts.append(part + (*room.truncated ? "!" : ""));
    }
    return parts.join('|');
  }
  Harbour harbour;
};

Xccos::BackchatQuery textQuery(const QString& terms, bool exact = false, bool matchCase = false) {
  Xccos::BackchatQuery query;
  query.text = Xccos::TextFilter{terms, matchCase, exact};
  return query;
}

Xccos::BackchatQuery startQuery(ChatId start, bool backwards, quint32 limit, bool sortBackwards = false) {
  Xccos::BackchatQuery query;
  query.start = start;
  query.limit = limit;
  query.order = Xccos::ResultOrder{backwards, sortBackwards};
  return query;
}

}  // namespace

class TestHistorySearchHandler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void queries_data();
  void queries();
  void byDate();
  void byMessage();
  void missingArguments();
  void permissions_data();
  void permissions();
  void limitIsForAllRooms();
  void sizeIsForAllRooms();
  void historyOffIsEmpty();
  void failuresKeepTheirId();
  void roomsLostMeanwhileAreLeftOut();
};

void TestHistorySearchHandler::queries_data() {
  QTest::addColumn<Xccos::BackchatQuery>("query");
  QTest::addColumn<QByteArray>("found");
  QTest::newRow("everything") << Xccos::BackchatQuery{} << QByteArray("tides 1 2 3 4 5 6");
  QTest::newRow("any term") << textQuery(QStringLiteral("fog LOW")) << QByteArray("tides 1 3 4 6");
  QTest::newRow("exact phrase") << textQuery(QStringLiteral("low tide"), true) << QByteArray("tides 3");
  QTest::newRow("case") << textQuery(QStringLiteral("TIDE"), false, true) << QByteArray("tides 3");
  QTest::newRow("nothing found") << textQuery(QStringLiteral("whale")) << QByteArray("tides");
  QTest::newRow("newer than") << startQuery(2, false, 2) << QByteArray("tides 3 4!");
  QTest::newRow("older than") << startQuery(5, true, 2) << QByteArray("tides 3 4!");
  QTest::newRow("older than, newest first") << startQuery(5, true, 2, true) << QByteArray("tides 4 3!");
  QTest::newRow("the rest") << startQuery(4, false, 0) << QByteArray("tides 5 6");
  Xccos::BackchatQuery byCy;
  byCy.authors = {Harbour::address("cy")};
  QTest::newRow("author") << byCy << QByteArray("tides 2 4 6");
  Xccos::BackchatQuery byStranger;
  byStranger.authors = {Harbour::address("stranger")};
  QTest::newRow("unknown author") << byStranger << QByteArray("tides");
  byStranger.authors.push_back(Harbour::address("bo"));
  QTest::newRow("unknown and known author") << byStranger << QByteArray("tides 1 3 5");
}

void TestHistorySearchHandler::queries() {
  QFETCH(Xccos::BackchatQuery, query);
  QFETCH(QByteArray, found);
  QCOMPARE(Archive().found("cy", {"tides"}, query), found);
}

void TestHistorySearchHandler::byDate() {
  Archive archive;
  const SessionId cy = archive.harbour.open("cy");
  Xccos::BackchatByDate command{{Harbour::room("tides")}, {}};
  command.query.date = Xccos::DateWindow{archive.minute(1), archive.minute(3)};
  command.query.start = 5;
  const auto window = archive.harbour.ask<Xccos::BackchatByDateReply>(cy, command);
  QCOMPARE(Archive::summary(window.rooms), QByteArray("tides 2 3 4"));
  QCOMPARE(*window.rooms.at(0).name, QStringLiteral("Tide tables"));
  command.query.date = Xccos::DateWindow{std::nullopt, archive.minute(1)};
  const auto upTo = archive.harbour.ask<Xccos::BackchatByDateReply>(cy, command);
  QCOMPARE(Archive::summary(upTo.rooms), QByteArray("tides 1 2"));
  command.query.date = Xccos::DateWindow{archive.minute(4), std::nullopt};
  const auto since = archive.harbour.ask<Xccos::BackchatByDateReply>(cy, command);
  QCOMPARE(Archive::summary(since.rooms), QByteArray("tides 5 6"));
}

void TestHistorySearchHandler::byMessage() {
  Archive archive;
  const SessionId cy = archive.harbour.open("cy");
  archive.harbour.join(cy, "tides");
  const Xccos::BackchatByMessage command{{Harbour::room("tides")}, startQuery(3, false, 50)};
  const auto reply = archive.harbour.ask<Xccos::BackchatByMessageReply>(cy, command);
  QCOMPARE(Archive::summary(reply.rooms), QByteArray("tides 4 5 6"));
}

void TestHistorySearchHandler::missingArguments() {
  Archive archive;
  const SessionId cy = archive.harbour.open("cy");
  const std::vector<RoomUri> tides{Harbour::room("tides")};
  const auto byMessage = archive.harbour.ask<Xccos::BackchatByMessageReply>(cy, Xccos::BackchatByMessage{tides, {}});
  QCOMPARE(byMessage.header.code, -1);
  const auto byDate = archive.harbour.ask<Xccos::BackchatByDateReply>(cy, Xccos::BackchatByDate{tides, {}});
  QCOMPARE(byDate.header.code, -1);
  for (const Delivery& delivery : archive.harbour.sink.takeFor(cy)) {
    QCOMPARE(describe(*delivery.envelope), QByteArray("err:parse 400 ERROR_INVALID_ARGUMENT"));
  }
  QVERIFY(archive.harbour.store.historyQueries().empty());
}

void TestHistorySearchHandler::permissions_data() {
  QTest::addColumn<QByteArray>("user");
  QTest::addColumn<QByteArray>("found");
  QTest::newRow("member of all") << QByteArray("ada") << QByteArray("tides 1 3 6|logbook 1 2 3|vault 1|lobby");
  QTest::newRow("member of two") << QByteArray("bo") << QByteArray("tides 1 3 6|logbook 1 2 3|lobby");
  QTest::newRow("member of one") << QByteArray("cy") << QByteArray("tides 1 3 6|lobby");
  QTest::newRow("manager of a secret room") << QByteArray("dot") << QByteArray("lobby");
  QTest::newRow("out of scope") << QByteArray("eve") << QByteArray();
}

void TestHistorySearchHandler::permissions() {
  QFETCH(QByteArray, user);
  QFETCH(QByteArray, found);
  Archive archive;
  const auto query = textQuery(QStringLiteral("low"));
  QCOMPARE(archive.found(user, {"tides", "logbook", "nowhere", "vault", "attic", "tides", "lobby"}, query), found);
  const auto all = archive.found(user, {"nowhere"}, query);
  QCOMPARE(all, QByteArray());
}

void TestHistorySearchHandler::limitIsForAllRooms() {
  ChannelSettings settings = Harbour::defaults();
  settings.searchLimit = 8;
  Archive archive(settings);
  QCOMPARE(archive.found("ada", {"tides", "logbook", "vault"}, {}),
           QByteArray("tides 1 2 3 4 5 6|logbook 1 2!|vault!"));
  Xccos::BackchatQuery perRoom;
  perRoom.limit = 1;
  QCOMPARE(archive.found("ada", {"tides", "logbook", "vault"}, perRoom), QByteArray("tides 1!|logbook 1!|vault 1"));
}

void TestHistorySearchHandler::sizeIsForAllRooms() {
  ChannelSettings settings = Harbour::defaults();
  settings.replyBytes = 1'000;
  Archive archive(settings);
  const QByteArray found = archive.found("ada", {"tides", "logbook", "vault"}, {});
  QVERIFY2(found.startsWith("tides 1 2 ") && found.endsWith("!|logbook!|vault!"), found.constData());
}

void TestHistorySearchHandler::historyOffIsEmpty() {
  Archive archive;
  QCOMPARE(archive.found("ada", {"whisper"}, {}), QByteArray("whisper"));
  QVERIFY(archive.harbour.store.historyQueries().empty());
}

// The kick is written before the search is asked, and applied before it is answered.
void TestHistorySearchHandler::roomsLostMeanwhileAreLeftOut() {
  Archive archive;
  Harbour& harbour = archive.harbour;
  const SessionId cy = harbour.open("cy");
  const auto kick = [](const ChannelState& state) {
    const RoleEdit edit{Role::Member, Xccos::RoleOp::Remove, addresses({"cy"})};
    return setRoomRoles(state, actor("bo"), Harbour::room("tides"), {edit}, std::nullopt, Timestamp{1});
  };
  harbour.service.changes().submit(kick, [](const Outcome&) {});
  harbour.store.commit();
  Xccos::BackchatQueryCommand command{{Harbour::room("tides"), Harbour::room("lobby")}, {}};
  command.query.date = Xccos::DateWindow{};
  const auto reply = harbour.ask<Xccos::BackchatQueryReply>(cy, command);
  QCOMPARE(reply.header.code, 200);
  QCOMPARE(reply.rooms.size(), size_t(1));
  QCOMPARE(reply.rooms.at(0).uri.key(), QByteArray("lobby"));
}

void TestHistorySearchHandler::failuresKeepTheirId() {
  Archive archive;
  archive.harbour.store.failWith(Error::make(ErrorCode::Busy, QStringLiteral("no")));
  const SessionId cy = archive.harbour.open("cy");
  const std::vector<RoomUri> tides{Harbour::room("tides")};
  Xccos::BackchatByDate byDate{tides, {}};
  byDate.query.date = Xccos::DateWindow{archive.minute(0), std::nullopt};
  QCOMPARE(archive.harbour.ask<Xccos::BackchatByDateReply>(cy, byDate).header.code, 503);
  const Xccos::BackchatByMessage byMessage{tides, startQuery(1, false, 1)};
  QCOMPARE(archive.harbour.ask<Xccos::BackchatByMessageReply>(cy, byMessage).header.code, 503);
  QCOMPARE(archive.found("cy", {"tides"}, {}), QByteArray("503"));
}

PARLOUR_TEST(TestHistorySearchHandler)

}  // namespace tst_historysearchhandler

#include "tst_historysearchhandler.moc"
