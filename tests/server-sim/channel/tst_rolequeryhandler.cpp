// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Harbour.h"

namespace tst_rolequeryhandler {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

Xccos::NodeRef categoryNode(const QByteArray& key) { return *CategoryUri::fromParts("orchard.example", key); }

// "member=crew,cy manager=bo"
QByteArray listsOf(const std::vector<Xccos::RoleList>& roles) {
  const char* const names[] = {"member", "manager", "presenter", "creator", "allowed", "denied"};
  QByteArrayList lists;
  for (const auto& role : roles) {
    QByteArrayList users;
    for (const auto& user : role.users) users.append(user.uri.mid(user.uri.indexOf(':') + 1).split('@').first());
    lists.append(names[static_cast<int>(role.type)] + QByteArray("=") + users.join(','));
  }
  return lists.join(' ');
}

std::vector<Xccos::RoleType> wantedRoles(const QByteArray& letters) {
  const QByteArray order = "mMvcad";
  std::vector<Xccos::RoleType> roles;
  for (const char letter : letters) roles.push_back(static_cast<Xccos::RoleType>(order.indexOf(letter)));
  return roles;
}

}  // namespace

class TestRoleQueryHandler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void roomRoles_data();
  void roomRoles();
  void categoryRoles_data();
  void categoryRoles();
  void hiddenRoomAnswersLikeNone();
  void permissions_data();
  void permissions();
};

void TestRoleQueryHandler::roomRoles_data() {
  QTest::addColumn<QByteArray>("caller");
  QTest::addColumn<QByteArray>("room");
  QTest::addColumn<QByteArray>("wanted");
  QTest::addColumn<int>("code");
  QTest::addColumn<QByteArray>("lists");
  const auto row = [](const char* caller, const char* room, const char* wanted, int code, const char* lists) {
    QTest::addRow("%s %s %s", caller, room, wanted)
        << QByteArray(caller) << QByteArray(room) << QByteArray(wanted) << code << QByteArray(lists);
  };
  row("dot", "tides", "m", 200, "member=cy,crew");
  row("dot", "tides", "mM", 200, "member=cy,crew manager=bo");
  row("dot", "lobby", "mM", 200, "member= manager=bo");
  row("bo", "stage", "mMv", 200, "member=ada,bo,cy manager=bo presenter=cy");
  row("bo", "stage", "v", 200, "presenter=cy");
  row("ada", "stage", "v", 403, "");
  row("ada", "stage", "mv", 403, "");
  row("ada", "stage", "c", 400, "");
  row("bo", "stage", "a", 400, "");
  row("eve", "tides", "m", 404, "");
  row("bo", "vault", "m", 404, "");
  row("bo", "vault", "c", 404, "");
  row("dot", "vault", "mM", 200, "member=ada manager=dot");
  row("ada", "attic", "m", 410, "");
  row("bo", "attic", "m", 200, "member=ada");
}

void TestRoleQueryHandler::roomRoles() {
  QFETCH(QByteArray, caller);
  QFETCH(QByteArray, room);
  QFETCH(QByteArray, wanted);
  QFETCH(int, code);
  QFETCH(QByteArray, lists);
  Harbour harbour;
  const Xccos::GetRoles command{Harbour::room(room), wantedRoles(wanted)};
  const auto reply = harbour.ask<Xccos::GetRolesReply>(harbour.open(caller), command);
  QCOMPARE(reply.header.code, code);
  QCOMPARE(listsOf(reply.roles), lists);
  if (code == 200) QVERIFY(reply.node == command.node);
}

void TestRoleQueryHandler::categoryRoles_data() {
  QTest::addColumn<QByteArray>("caller");
  QTest::addColumn<QByteArray>("category");
  QTest::addColumn<QByteArray>("wanted");
  QTest::addColumn<int>("code");
  QTest::addColumn<QByteArray>("lists");
  const auto row = [](const char* caller, const char* key, const char* wanted, int code, const char* lists) {
    QTest::addRow("%s %s %s", caller, key, wanted)
        << QByteArray(caller) << QByteArray(key) << QByteArray(wanted) << code << QByteArray(lists);
  };
  row("dot", "seafaring", "adc", 200, "allowed=everyone denied=hal creator=hal,crew");
  row("dot", "seafaring", "c", 200, "creator=hal,crew");
  row("dot", "farshore", "a", 200, "allowed=eve");
  row("dot", "seafaring", "m", 400, "");
  row("ada", "seafaring", "c", 403, "");
  row("ada", "farshore", "c", 404, "");
  row("dot", "nowhere", "c", 404, "");
}

void TestRoleQueryHandler::categoryRoles() {
  QFETCH(QByteArray, caller);
  QFETCH(QByteArray, category);
  QFETCH(QByteArray, wanted);
  QFETCH(int, code);
  QFETCH(QByteArray, lists);
  ChannelSettings settings = Harbour::defaults();
  settings.administrators = {"sip:dot@orchard.example"};
  Harbour harbour(settings);
  const Xccos::GetRoles command{categoryNode(category), wantedRoles(wanted)};
  const auto reply = harbour.ask<Xccos::GetRolesReply>(harbour.open(caller), command);
  QCOMPARE(reply.header.code, code);
  QCOMPARE(listsOf(reply.roles), lists);
}

void TestRoleQueryHandler::hiddenRoomAnswersLikeNone() {
  Harbour harbour;
  const SessionId bo = harbour.open("bo");
  const auto roles = [&](const char* key) {
    auto reply = harbour.ask<Xccos::GetRolesReply>(bo, Xccos::GetRoles{Harbour::room(key), wantedRoles("v")});
    reply.header.commandEnvId = 0;
    return reply;
  };
  QVERIFY(roles("vault") == roles("nowhere"));
  const auto permissions = [&](const char* key) {
    auto reply = harbour.ask<Xccos::PermissionsReply>(bo, Xccos::GetPermissions{Harbour::room(key)});
    reply.header.commandEnvId = 0;
    return reply;
  };
  QVERIFY(permissions("vault") == permissions("nowhere"));
}

void TestRoleQueryHandler::permissions_data() {
  QTest::addColumn<QByteArray>("caller");
  QTest::addColumn<QByteArray>("room");
  QTest::addColumn<int>("code");
  QTest::addColumn<quint32>("mask");
  const auto row = [](const char* caller, const char* room, int code, quint32 mask) {
    QTest::addRow("%s %s", caller, room) << QByteArray(caller) << QByteArray(room) << code << mask;
  };
  row("ada", "tides", 200, 3984);
  row("bo", "tides", 200, 12276);
  row("cy", "stage", 200, 8080);
  row("dot", "tides", 200, 0);
  row("dot", "vault", 200, 10260);
  row("ada", "lobby", 200, 3968);
  row("bo", "vault", 404, 0);
  row("eve", "tides", 404, 0);
  row("ada", "attic", 410, 0);
  row("bo", "attic", 200, 10260);
}

void TestRoleQueryHandler::permissions() {
  QFETCH(QByteArray, caller);
  QFETCH(QByteArray, room);
  QFETCH(int, code);
  QFETCH(quint32, mask);
  Harbour harbour;
  const auto reply =
      harbour.ask<Xccos::PermissionsReply>(harbour.open(caller), Xccos::GetPermissions{Harbour::room(room)});
  QCOMPARE(reply.header.code, code);
  if (code != 200) return;
  QCOMPARE(reply.room.room, Harbour::room(room));
  QCOMPARE(reply.room.users.at(0).uri, Harbour::address(caller).bytes());
  QCOMPARE(*reply.room.users.at(0).mask, mask);
}

PARLOUR_TEST(TestRoleQueryHandler)

}  // namespace tst_rolequeryhandler

#include "tst_rolequeryhandler.moc"
