// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Harbour.h"

namespace tst_infohandler {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

class TestInfoHandler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void requestUri();
  void serverInfo();
  void channelInfo_data();
  void channelInfo();
  void listsAreForManagers();
  void inheritedInvitations();
  void creatableNodes_data();
  void creatableNodes();
};

void TestInfoHandler::requestUri() {
  Harbour harbour;
  const auto reply = harbour.ask<Xccos::RequestUriReply>(harbour.open("ada"), Xccos::RequestUri{});
  QCOMPARE(reply.uri, QByteArray("sip:GC-1-PersistentChatService-1@orchard.example"));
}

void TestInfoHandler::serverInfo() {
  Harbour harbour;
  const Xccos::GetServerInfo command{"orchard.example", "42"};
  const auto reply = harbour.ask<Xccos::ServerInfoReply>(harbour.open("ada"), command);
  QCOMPARE(reply.info.infoType, QByteArray("42"));
  QVERIFY(*reply.info.serverTime == harbour.clock.now());
  QCOMPARE(*reply.info.searchLimit, 999U);
  QCOMPARE(*reply.info.messageSizeLimit, 8'000U);
  QCOMPARE(*reply.info.storySizeLimit, 40'000U);
  QCOMPARE(reply.info.rootUri.key(), QByteArray("root"));
  QCOMPARE(reply.info.dbVersion, QByteArray("0b1f9f0e-77aa-4b51-8a0e-3d9be1f2c001"));
  QCOMPARE(reply.info.displayName, QStringLiteral("Orchard rooms"));
}

void TestInfoHandler::channelInfo_data() {
  QTest::addColumn<QByteArray>("user");
  QTest::addColumn<QByteArray>("room");  // key, or name when `byName`
  QTest::addColumn<bool>("byName");
  QTest::addColumn<int>("code");
  QTest::newRow("by address") << QByteArray("dot") << QByteArray("tides") << false << 200;
  QTest::newRow("by name") << QByteArray("dot") << QByteArray("tide TABLES") << true << 200;
  QTest::newRow("part of a name") << QByteArray("dot") << QByteArray("Tide") << true << 404;
  QTest::newRow("out of scope") << QByteArray("eve") << QByteArray("tides") << false << 404;
  QTest::newRow("secret room") << QByteArray("bo") << QByteArray("vault") << false << 404;
  QTest::newRow("secret room by name") << QByteArray("bo") << QByteArray("Vault of tides") << true << 404;
  QTest::newRow("secret room, manager") << QByteArray("dot") << QByteArray("vault") << false << 200;
  QTest::newRow("disabled room, member") << QByteArray("ada") << QByteArray("attic") << false << 410;
  QTest::newRow("disabled room, manager") << QByteArray("bo") << QByteArray("attic") << false << 200;
  QTest::newRow("no such name") << QByteArray("ada") << QByteArray("Nowhere") << true << 404;
}

void TestInfoHandler::channelInfo() {
  QFETCH(QByteArray, user);
  QFETCH(QByteArray, room);
  QFETCH(bool, byName);
  QFETCH(int, code);
  Harbour harbour;
  Xccos::GetChannelInfo command;
  if (byName) {
    command.name = QString::fromUtf8(room);
  } else {
    command.room = Harbour::room(room);
  }
  const auto reply = harbour.ask<Xccos::ChannelInfoReply>(harbour.open(user), command);
  QCOMPARE(reply.header.code, code);
  QCOMPARE(reply.room.uri.isEmpty(), code != 200);
}

void TestInfoHandler::listsAreForManagers() {
  Harbour harbour;
  const Xccos::GetChannelInfo command{Harbour::room("stage"), {}};
  const auto others = harbour.ask<Xccos::ChannelInfoReply>(harbour.open("ada"), command).room.roles;
  QCOMPARE(others.size(), size_t(1));
  QVERIFY(others[0].type == Xccos::RoleType::Manager);
  QCOMPARE(others[0].users.at(0).uri, QByteArray("sip:bo@orchard.example"));
  const auto roles = harbour.ask<Xccos::ChannelInfoReply>(harbour.open("bo"), command).room.roles;
  QCOMPARE(roles.size(), size_t(3));
  QVERIFY(roles[0].type == Xccos::RoleType::Member);
  QCOMPARE(roles[0].users.size(), size_t(3));
  QVERIFY(roles[1].type == Xccos::RoleType::Manager);
  QCOMPARE(roles[1].users.at(0).uri, QByteArray("sip:bo@orchard.example"));
  QVERIFY(roles[2].type == Xccos::RoleType::Presenter);
  QCOMPARE(roles[2].users.at(0).uri, QByteArray("sip:cy@orchard.example"));
  const Xccos::GetChannelInfo tides{Harbour::room("tides"), {}};
  const auto members = harbour.ask<Xccos::ChannelInfoReply>(harbour.open("bo"), tides).room.roles.at(0).users;
  QVERIFY(*members.at(1).type == Xccos::PrincipalType::Group);
  QCOMPARE(members.at(1).uri, QByteArray("ma-grp:crew@u.g"));
}

void TestInfoHandler::inheritedInvitations() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  const auto invite = [&](const char* key) {
    const Xccos::GetChannelInfo command{Harbour::room(key), {}};
    return *harbour.ask<Xccos::ChannelInfoReply>(ada, command).room.invite;
  };
  QVERIFY(invite("tides") == Xccos::InviteSetting::Inherit);
  QVERIFY(invite("stage") == Xccos::InviteSetting::Off);
  const auto joined = harbour.ask<Xccos::JoinReply>(ada, Xccos::Join{{0, Harbour::room("whisper")}});
  QVERIFY(*joined.rooms.at(0).invite == Xccos::InviteSetting::Off);
}

void TestInfoHandler::creatableNodes_data() {
  QTest::addColumn<QByteArray>("user");
  QTest::addColumn<int>("count");
  QTest::newRow("creator through a group") << QByteArray("ada") << 1;
  QTest::newRow("creator, but denied") << QByteArray("hal") << 0;
  QTest::newRow("no creator") << QByteArray("cy") << 0;
}

void TestInfoHandler::creatableNodes() {
  QFETCH(QByteArray, user);
  QFETCH(int, count);
  Harbour harbour;
  const auto reply = harbour.ask<Xccos::CreatableNodesReply>(harbour.open(user), Xccos::GetCreatableNodes{});
  QCOMPARE(reply.header.code, 200);
  QCOMPARE(static_cast<int>(reply.nodes.size()), count);
  if (count == 0) return;
  QCOMPARE(reply.nodes.at(0).uri.key(), QByteArray("seafaring"));
  QCOMPARE(*reply.nodes.at(0).name, QStringLiteral("Seafaring"));
  QVERIFY(*reply.nodes.at(0).invite == Xccos::InviteSetting::On);
}

PARLOUR_TEST(TestInfoHandler)

}  // namespace tst_infohandler

#include "tst_infohandler.moc"
