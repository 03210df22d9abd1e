// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Harbour.h"

namespace tst_searchhandler {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;
using Xccos::QueryFilter;
using Xccos::QueryType;

namespace {

template <typename Change>
void row(const char* tag, const char* user, const char* rooms, const Change& change) {
  QueryFilter filter;
  filter.type = QueryType::ByFilter;
  change(filter);
  QTest::newRow(tag) << QByteArray(user) << filter << QByteArray(rooms);
}

void addTermRows() {
  row("term", "ada", "tides vault", [](QueryFilter& f) { f.criteria = QStringLiteral("TIDE"); });
  row("any term", "ada", "stage tides vault", [](QueryFilter& f) { f.criteria = QStringLiteral(" tide  sta "); });
  row("all terms", "ada", "vault", [](QueryFilter& f) {
    f.criteria = QStringLiteral("tide of");
    f.matchAll = true;
  });
  row("exact phrase", "ada", "tides", [](QueryFilter& f) {
    f.criteria = QStringLiteral("tide tab");
    f.matchExactPhrase = true;
    f.matchAll = true;
  });
  row("description only when extended", "ada", "", [](QueryFilter& f) { f.criteria = QStringLiteral("boats"); });
  row("description", "ada", "tides", [](QueryFilter& f) {
    f.criteria = QStringLiteral("boats");
    f.extended = true;
  });
  row("no wild cards", "ada", "", [](QueryFilter& f) { f.criteria = QStringLiteral("t*s %"); });
}

void addPropertyRows() {
  row("open", "ada", "lobby", [](QueryFilter& f) { f.visibility = Xccos::Visibility::Open; });
  row("secret, for a member", "ada", "vault", [](QueryFilter& f) { f.visibility = Xccos::Visibility::Private; });
  row("secret, for others", "bo", "", [](QueryFilter& f) { f.visibility = Xccos::Visibility::Private; });
  row("auditorium", "ada", "stage", [](QueryFilter& f) { f.behavior = Xccos::Behavior::Auditorium; });
  row("category", "ada", "whisper", [](QueryFilter& f) {
    f.type = QueryType::ByCategory;
    f.category = *CategoryUri::fromParts("orchard.example", "quiet");
  });
  row("unknown category", "ada", "", [](QueryFilter& f) {
    f.type = QueryType::ByCategory;
    f.category = *CategoryUri::fromParts("orchard.example", "nowhere");
  });
  row("category of others", "ada", "",
      [](QueryFilter& f) { f.category = *CategoryUri::fromParts("orchard.example", "farshore"); });
}

void addRoleRows() {
  row("member", "dot", "stage tides", [](QueryFilter& f) { f.member = "sip:cy@orchard.example"; });
  row("member through a group", "dot", "logbook stage tides whisper",
      [](QueryFilter& f) { f.member = "sip:Ada@Orchard.example"; });
  row("unknown member", "dot", "", [](QueryFilter& f) { f.member = "sip:stranger@orchard.example"; });
  row("manager", "ada", "lobby stage tides", [](QueryFilter& f) { f.manager = "sip:bo@orchard.example"; });
  row("manager of a secret room, asked by others", "ada", "vault",
      [](QueryFilter& f) { f.manager = "sip:dot@orchard.example"; });
  row("manager of a secret room, asked by strangers", "bo", "",
      [](QueryFilter& f) { f.manager = "sip:dot@orchard.example"; });
  row("own managed secret room", "dot", "vault", [](QueryFilter& f) { f.manager = "sip:dot@orchard.example"; });
}

void addSettingRows() {
  row("disabled, for its manager", "bo", "attic", [](QueryFilter& f) { f.disabled = true; });
  row("disabled, for a member", "ada", "", [](QueryFilter& f) { f.disabled = true; });
  row("enabled", "bo", "lobby logbook stage tides whisper", [](QueryFilter& f) { f.disabled = false; });
  row("no invitations", "ada", "stage", [](QueryFilter& f) {
    f.searchInvites = true;
    f.invites = Xccos::InviteSetting::Off;
  });
  row("inherited invitations", "cy", "lobby logbook tides whisper", [](QueryFilter& f) {
    f.searchInvites = true;
    f.invites = Xccos::InviteSetting::Inherit;
  });
  row("invitations not asked for", "cy", "lobby logbook stage tides whisper",
      [](QueryFilter& f) { f.invites = Xccos::InviteSetting::Off; });
  row("add-in", "ada", "", [](QueryFilter& f) { f.addIn = "91a2b3c4-d5e6-4f70-8a9b-acbdcedfe0f1"; });
  row("all filters together", "ada", "tides", [](QueryFilter& f) {
    f.criteria = QStringLiteral("tide");
    f.member = "sip:cy@orchard.example";
    f.manager = "sip:bo@orchard.example";
    f.visibility = Xccos::Visibility::Scoped;
    f.behavior = Xccos::Behavior::Normal;
    f.disabled = false;
  });
}

}  // namespace

class TestSearchHandler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void visibility_data();
  void visibility();
  void filters_data();
  void filters();
  void presence();
  void limits();
  void repliesStayReadable();
  void missingArguments();
  void resultsDescribeRooms();
  void associations_data();
  void associations();
  void associationsAreLimited();
};

void TestSearchHandler::visibility_data() {
  QTest::addColumn<QByteArray>("user");
  QTest::addColumn<QByteArray>("rooms");
  QTest::newRow("ada") << QByteArray("ada") << QByteArray("lobby logbook stage tides vault whisper");
  QTest::newRow("bo, manager of the attic") << QByteArray("bo") << QByteArray("lobby logbook stage tides whisper");
  QTest::newRow("dot, manager of the vault") << QByteArray("dot") << QByteArray("lobby logbook stage tides whisper");
  QTest::newRow("eve, elsewhere") << QByteArray("eve") << QByteArray("far");
  QTest::newRow("hal, denied") << QByteArray("hal") << QByteArray();
}

void TestSearchHandler::visibility() {
  QFETCH(QByteArray, user);
  QFETCH(QByteArray, rooms);
  Harbour harbour;
  const auto reply = harbour.ask<Xccos::ChannelSearchReply>(harbour.open(user), Xccos::ChannelSearch{});
  QCOMPARE(reply.header.code, 200);
  QCOMPARE(roomKeys(reply.rooms).join(' '), rooms);
  QCOMPARE(*reply.truncated, false);
}

void TestSearchHandler::filters_data() {
  QTest::addColumn<QByteArray>("user");
  QTest::addColumn<QueryFilter>("filter");
  QTest::addColumn<QByteArray>("rooms");
  addTermRows();
  addPropertyRows();
  addRoleRows();
  addSettingRows();
}

void TestSearchHandler::filters() {
  QFETCH(QByteArray, user);
  QFETCH(QueryFilter, filter);
  QFETCH(QByteArray, rooms);
  Harbour harbour;
  const auto reply = harbour.ask<Xccos::ChannelSearchReply>(harbour.open(user), Xccos::ChannelSearch{filter});
  QCOMPARE(reply.header.code, 200);
  QCOMPARE(roomKeys(reply.rooms).join(' '), rooms);
}

void TestSearchHandler::presence() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  for (const char* room : {"tides", "vault", "lobby"}) harbour.join(ada, room);
  QueryFilter filter;
  filter.type = QueryType::ByUser;
  filter.member = "sip:ada@orchard.example";
  const auto roomsFor = [&](const char* user) {
    const auto reply = harbour.ask<Xccos::ChannelSearchReply>(harbour.open(user), Xccos::ChannelSearch{filter});
    return roomKeys(reply.rooms).join(' ');
  };
  QCOMPARE(roomsFor("ada"), QByteArray("lobby tides vault"));
  QCOMPARE(roomsFor("cy"), QByteArray("lobby tides"));
  QCOMPARE(roomsFor("dot"), QByteArray("lobby"));
  QCOMPARE(roomsFor("eve"), QByteArray());
  filter.member = "sip:bo@orchard.example";
  QCOMPARE(roomsFor("cy"), QByteArray());
  filter.member = "sip:stranger@orchard.example";
  QCOMPARE(roomsFor("cy"), QByteArray());
}

void TestSearchHandler::limits() {
  ChannelSettings settings = Harbour::defaults();
  settings.searchLimit = 4;
  Harbour harbour(settings);
  const SessionId ada = harbour.open("ada");
  const auto found = [&](std::optional<qint32> maxResults) {
    QueryFilter filter;
    filter.maxResults = maxResults;
    const auto reply = harbour.ask<Xccos::ChannelSearchReply>(ada, Xccos::ChannelSearch{filter});
    return roomKeys(reply.rooms).join(' ') + (*reply.truncated ? "!" : "");
  };
  QCOMPARE(found(std::nullopt), QByteArray("lobby logbook stage tides!"));
  QCOMPARE(found(-1), QByteArray("lobby logbook stage tides!"));
  QCOMPARE(found(2), QByteArray("lobby logbook!"));
  QCOMPARE(found(100), QByteArray("lobby logbook stage tides!"));
}

void TestSearchHandler::repliesStayReadable() {
  Snapshot snapshot = harbourSnapshot();
  for (RoomId id = 100; id < 1'100; ++id) {
    Room room = snapshot.rooms.at(1);
    room.id = id;
    room.uri = Harbour::room("00000000-0000-4000-8000-" + QByteArray::number(100'000'000'000 + id));
    room.name = QString(250, QChar(0x6F6E)) + QString::number(id);
    room.description = QString(256, QChar(0x6C34));
    snapshot.rooms.push_back(room);
  }
  Harbour harbour(Harbour::defaults(), snapshot);
  const SessionId ada = harbour.open("ada");
  harbour.send(ada, Xccos::ChannelSearch{});
  const QByteArray body = *harbour.sink.deliveries.at(0).envelope;
  QVERIFY2(body.size() > 800'000 && body.size() < 1'000'000, QByteArray::number(body.size()).constData());
  const auto reply = std::get<Xccos::ChannelSearchReply>(Xccos::parse(body)->replies()->front().message);
  QCOMPARE(*reply.truncated, true);
}

void TestSearchHandler::missingArguments() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  for (const QueryType type : {QueryType::ByCategory, QueryType::ByUser}) {
    QueryFilter filter;
    filter.type = type;
    QCOMPARE(harbour.ask<Xccos::ChannelSearchReply>(ada, Xccos::ChannelSearch{filter}).header.code, 400);
  }
}

void TestSearchHandler::resultsDescribeRooms() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "tides");
  QueryFilter filter;
  filter.criteria = QStringLiteral("tide tables");
  filter.matchExactPhrase = true;
  const auto reply = harbour.ask<Xccos::ChannelSearchReply>(harbour.open("bo"), Xccos::ChannelSearch{filter});
  const Xccos::ChanInfo& room = reply.rooms.at(0);
  QCOMPARE(*room.name, QStringLiteral("Tide tables"));
  QCOMPARE(*room.description, QStringLiteral("When the boats can leave"));
  QCOMPARE(*room.participantCount, 1U);
  QVERIFY(*room.visibility == Xccos::Visibility::Scoped);
  QCOMPARE(*room.logged, true);
  QVERIFY(room.maskMap.empty() && room.roles.empty());
}

void TestSearchHandler::associations_data() {
  QTest::addColumn<QByteArray>("user");
  QTest::addColumn<QByteArray>("member");
  QTest::addColumn<QByteArray>("manager");
  QTest::newRow("ada") << QByteArray("ada") << QByteArray("logbook stage tides vault whisper") << QByteArray();
  QTest::newRow("bo") << QByteArray("bo") << QByteArray("logbook stage tides whisper")
                      << QByteArray("attic lobby stage tides");
  QTest::newRow("dot") << QByteArray("dot") << QByteArray() << QByteArray("vault");
  QTest::newRow("eve") << QByteArray("eve") << QByteArray() << QByteArray();
}

void TestSearchHandler::associations() {
  QFETCH(QByteArray, user);
  QFETCH(QByteArray, member);
  QFETCH(QByteArray, manager);
  Harbour harbour;
  const SessionId session = harbour.open(user);
  const auto rooms = [&](Xccos::AssociationType type) {
    const Xccos::GetAssociations command{"orchard.example", type, 1'000};
    return roomKeys(harbour.ask<Xccos::AssociationsReply>(session, command).rooms).join(' ');
  };
  QCOMPARE(rooms(Xccos::AssociationType::Member), member);
  QCOMPARE(rooms(Xccos::AssociationType::Manager), manager);
}

void TestSearchHandler::associationsAreLimited() {
  Harbour harbour;
  const Xccos::GetAssociations command{"orchard.example", Xccos::AssociationType::Member, 2};
  const auto reply = harbour.ask<Xccos::AssociationsReply>(harbour.open("ada"), command);
  QCOMPARE(reply.rooms.size(), size_t(2));
  QCOMPARE(*reply.truncated, true);
}

PARLOUR_TEST(TestSearchHandler)

}  // namespace tst_searchhandler

#include "tst_searchhandler.moc"
