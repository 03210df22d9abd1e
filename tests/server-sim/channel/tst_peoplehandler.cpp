// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/changes/ChangeService.h"
#include "server-sim/channel/changes/PrincipalPlans.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Harbour.h"

namespace tst_peoplehandler {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

CategoryUri category(const QByteArray& key) { return *CategoryUri::fromParts("orchard.example", key); }

QByteArray shortName(const QByteArray& uri) { return uri.mid(uri.indexOf(':') + 1).split('@').first(); }

QByteArray namesOf(const std::vector<Xccos::UserInfo>& users) {
  QByteArrayList names;
  for (const auto& user : users) names.append(shortName(user.uri));
  return names.join(' ');
}

Xccos::SearchUsers people(const QString& words, std::optional<Xccos::Eligibility> eligible = std::nullopt) {
  Xccos::SearchUsers command;
  command.filter.criteria = words;
  command.eligibleFor = std::move(eligible);
  return command;
}

}  // namespace

class TestPeopleHandler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eligibleInRooms_data();
  void eligibleInRooms();
  void eligibleInCategories_data();
  void eligibleInCategories();
  void administratorsScope();
  void resultsDescribeThePerson();
  void limits();
  void replyStaysSmall();
  void hiddenNodeAnswersLikeNone();
  void followsChanges();
  void userInfo_data();
  void userInfo();
  void userInfoHasGroups();
};

void TestPeopleHandler::eligibleInRooms_data() {
  QTest::addColumn<QByteArray>("caller");
  QTest::addColumn<QByteArray>("room");
  QTest::addColumn<int>("role");
  QTest::addColumn<int>("code");
  QTest::addColumn<QByteArray>("found");
  const auto row = [](const char* caller, const char* room, Xccos::RoleType role, int code, const char* found) {
    QTest::addRow("%s %s %d", caller, room, static_cast<int>(role))
        << QByteArray(caller) << QByteArray(room) << static_cast<int>(role) << code << QByteArray(found);
  };
  using Role = Xccos::RoleType;
  const char* const inScope = "ada afloat bo crew cy dot everyone fin";
  row("bo", "tides", Role::Member, 200, inScope);
  row("bo", "tides", Role::Manager, 200, inScope);
  row("bo", "stage", Role::Presenter, 200, "ada bo cy");
  row("bo", "tides", Role::Presenter, 200, "ada bo crew cy");
  row("bo", "lobby", Role::Presenter, 200, inScope);
  row("cy", "tides", Role::Member, 200, inScope);
  row("bo", "tides", Role::Creator, 400, "");
  row("bo", "tides", Role::Allowed, 400, "");
  row("eve", "tides", Role::Member, 404, "");
  row("bo", "vault", Role::Member, 404, "");
  row("dot", "vault", Role::Member, 200, inScope);
  row("ada", "attic", Role::Member, 410, "");
  row("bo", "attic", Role::Member, 200, inScope);
  row("bo", "nowhere", Role::Member, 404, "");
}

void TestPeopleHandler::eligibleInRooms() {
  QFETCH(QByteArray, caller);
  QFETCH(QByteArray, room);
  QFETCH(int, role);
  QFETCH(int, code);
  QFETCH(QByteArray, found);
  Harbour harbour;
  const Xccos::Eligibility eligible{Harbour::room(room), static_cast<Xccos::RoleType>(role)};
  const auto reply = harbour.ask<Xccos::SearchUsersReply>(harbour.open(caller), people({}, eligible));
  QCOMPARE(reply.header.code, code);
  QCOMPARE(namesOf(reply.users), found);
}

void TestPeopleHandler::eligibleInCategories_data() {
  QTest::addColumn<QByteArray>("caller");
  QTest::addColumn<QByteArray>("category");
  QTest::addColumn<int>("role");
  QTest::addColumn<int>("code");
  QTest::addColumn<QByteArray>("found");
  const auto row = [](const char* caller, const char* key, Xccos::RoleType role, int code, const char* found) {
    QTest::addRow("%s %s %d", caller, key, static_cast<int>(role))
        << QByteArray(caller) << QByteArray(key) << static_cast<int>(role) << code << QByteArray(found);
  };
  using Role = Xccos::RoleType;
  row("ada", "seafaring", Role::Creator, 200, "ada afloat bo crew cy dot everyone fin");
  row("ada", "seafaring", Role::Member, 200, "ada afloat bo crew cy dot everyone fin");
  row("ada", "seafaring", Role::Presenter, 200, "ada afloat bo crew cy dot everyone fin");
  row("eve", "farshore", Role::Member, 200, "eve");
  row("ada", "farshore", Role::Member, 404, "");
  row("hal", "seafaring", Role::Creator, 404, "");
  row("ada", "nowhere", Role::Member, 404, "");
  row("ada", "seafaring", Role::Allowed, 403, "");
  row("ada", "farshore", Role::Denied, 404, "");
}

void TestPeopleHandler::eligibleInCategories() {
  QFETCH(QByteArray, caller);
  QFETCH(QByteArray, category);
  QFETCH(int, role);
  QFETCH(int, code);
  QFETCH(QByteArray, found);
  Harbour harbour;
  const Xccos::Eligibility eligible{tst_peoplehandler::category(category), static_cast<Xccos::RoleType>(role)};
  const auto reply = harbour.ask<Xccos::SearchUsersReply>(harbour.open(caller), people({}, eligible));
  QCOMPARE(reply.header.code, code);
  QCOMPARE(namesOf(reply.users), found);
}

void TestPeopleHandler::administratorsScope() {
  ChannelSettings settings = Harbour::defaults();
  settings.administrators = {"sip:eve@orchard.example"};
  Harbour harbour(settings);
  const SessionId eve = harbour.open("eve");
  const Xccos::Eligibility allowed{category("seafaring"), Xccos::RoleType::Allowed};
  const auto reply = harbour.ask<Xccos::SearchUsersReply>(eve, people(QStringLiteral("h"), allowed));
  QCOMPARE(reply.header.code, 200);
  QCOMPARE(namesOf(reply.users), QByteArray("hal"));
  const Xccos::Eligibility member{Harbour::room("vault"), Xccos::RoleType::Member};
  QCOMPARE(namesOf(harbour.ask<Xccos::SearchUsersReply>(eve, people(QStringLiteral("ad"), member)).users),
           QByteArray("ada"));
}

void TestPeopleHandler::resultsDescribeThePerson() {
  Snapshot snapshot = harbourSnapshot();
  snapshot.principals[Ada - 1].guid = "5d6f7a80-1b2c-4d3e-8f90-a1b2c3d4e5f6";
  snapshot.principals[Ada - 1].email = QStringLiteral("ada@orchard.example");
  snapshot.principals[Ada - 1].company = QStringLiteral("Orchard");
  Harbour harbour(Harbour::defaults(), snapshot);
  const SessionId bo = harbour.open("bo");
  const auto ada = harbour.ask<Xccos::SearchUsersReply>(bo, people(QStringLiteral("ada"))).users;
  QCOMPARE(ada.size(), size_t(1));
  QCOMPARE(ada[0].dispname, QStringLiteral("Ada"));
  QCOMPARE(ada[0].email, QStringLiteral("ada@orchard.example"));
  QCOMPARE(ada[0].company, QStringLiteral("Orchard"));
  QCOMPARE(ada[0].guid, QByteArray("5d6f7a80-1b2c-4d3e-8f90-a1b2c3d4e5f6"));
  QVERIFY(ada[0].type == Xccos::PrincipalType::User);
  const auto crew = harbour.ask<Xccos::SearchUsersReply>(bo, people(QStringLiteral("crew"))).users;
  QCOMPARE(crew.size(), size_t(1));
  QVERIFY(crew[0].type == Xccos::PrincipalType::Group);
  QCOMPARE(crew[0].uname, QStringLiteral("crew"));
}

void TestPeopleHandler::limits() {
  ChannelSettings settings = Harbour::defaults();
  settings.searchLimit = 5;
  Harbour harbour(settings, harbourSnapshot(30));
  const SessionId ada = harbour.open("ada");
  Xccos::SearchUsers command = people(QStringLiteral("x"));
  const auto byServer = harbour.ask<Xccos::SearchUsersReply>(ada, command);
  QCOMPARE(byServer.users.size(), size_t(5));
  QVERIFY(*byServer.truncated);
  command.filter.maxResults = 3;
  QCOMPARE(harbour.ask<Xccos::SearchUsersReply>(ada, command).users.size(), size_t(3));
  command.filter.maxResults = -1;
  QCOMPARE(harbour.ask<Xccos::SearchUsersReply>(ada, command).users.size(), size_t(5));
  command.filter.criteria = QStringLiteral("x12");
  QVERIFY(!*harbour.ask<Xccos::SearchUsersReply>(ada, command).truncated);
}

void TestPeopleHandler::replyStaysSmall() {
  ChannelSettings settings = Harbour::defaults();
  settings.replyBytes = 3'000;
  Harbour harbour(settings, harbourSnapshot(50));
  const auto reply = harbour.ask<Xccos::SearchUsersReply>(harbour.open("ada"), people(QStringLiteral("x")));
  QVERIFY(*reply.truncated);
  QVERIFY(!reply.users.empty());
  QVERIFY(reply.users.size() < 12);
}

// Nothing in the answer tells a secret room from none.
void TestPeopleHandler::hiddenNodeAnswersLikeNone() {
  Harbour harbour;
  const SessionId bo = harbour.open("bo");
  const auto ask = [&](const char* key) {
    const Xccos::Eligibility eligible{Harbour::room(key), Xccos::RoleType::Member};
    auto reply = harbour.ask<Xccos::SearchUsersReply>(bo, people({}, eligible));
    reply.header.commandEnvId = 0;
    return reply;
  };
  QVERIFY(ask("vault") == ask("nowhere"));
}

// New people, new names and disabled people take effect at the next search.
void TestPeopleHandler::followsChanges() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  const auto found = [&](const char* words) {
    return namesOf(harbour.ask<Xccos::SearchUsersReply>(ada, people(QString::fromLatin1(words))).users);
  };
  const Actor administrator{0, "local administrator", true};
  const auto change = [&](const ChangeService::Planner& plan) {
    bool done = false;
    harbour.service.changes().submit(plan, [&](const Outcome& outcome) { done = outcome.ok(); });
    harbour.store.run();
    return done;
  };
  const UserDraft fay{"sip:fay@orchard.example", QStringLiteral("Fay Pear"), {}, {}};
  QVERIFY(
      change([&](const ChannelState& state) { return createUser(state, administrator, fay, harbour.clock.now()); }));
  QCOMPARE(found("pea"), QByteArray("fay"));
  UserEdit edit;
  edit.uri = fay.uri;
  edit.displayName = QStringLiteral("Fay Plum");
  const auto modify = [&](const ChannelState& state) {
    return modifyUser(state, administrator, edit, harbour.clock.now());
  };
  QVERIFY(change(modify));
  QCOMPARE(found("pea"), QByteArray());
  QCOMPARE(found("plu"), QByteArray("fay"));
  edit.enabled = false;
  QVERIFY(change(modify));
  QCOMPARE(found("fay"), QByteArray());
}

void TestPeopleHandler::userInfo_data() {
  QTest::addColumn<QByteArray>("uri");
  QTest::addColumn<int>("code");
  QTest::newRow("user") << QByteArray("sip:ada@orchard.example") << 200;
  QTest::newRow("other case") << QByteArray("sip:ADA@Orchard.example") << 200;
  QTest::newRow("group") << QByteArray("ma-grp:crew@u.g") << 200;
  QTest::newRow("nobody") << QByteArray("sip:nobody@orchard.example") << 454;
}

void TestPeopleHandler::userInfo() {
  QFETCH(QByteArray, uri);
  QFETCH(int, code);
  Harbour harbour;
  const auto reply = harbour.ask<Xccos::UserInfoReply>(harbour.open("eve"), Xccos::GetUserInfo{uri});
  QCOMPARE(reply.header.code, code);
  QCOMPARE(reply.users.size(), size_t(code == 200 ? 1 : 0));
}

void TestPeopleHandler::userInfoHasGroups() {
  Harbour harbour;
  const SessionId eve = harbour.open("eve");
  const auto groups = [&](const char* name) {
    const auto reply = harbour.ask<Xccos::UserInfoReply>(eve, Xccos::GetUserInfo{Harbour::address(name).bytes()});
    QByteArrayList names;
    for (const auto& group : reply.users.at(0).memberOf) names.append(shortName(group.uri));
    return QByteArray(names.join(' ') + (*reply.users.at(0).disabled ? " disabled" : ""));
  };
  QCOMPARE(groups("ada"), QByteArray("crew afloat everyone"));
  QCOMPARE(groups("eve"), QByteArray());
  QCOMPARE(groups("gus"), QByteArray("afloat everyone disabled"));
}

PARLOUR_TEST(TestPeopleHandler)

}  // namespace tst_peoplehandler

#include "tst_peoplehandler.moc"
