// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Harbour.h"

namespace tst_categoryqueryhandler {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

CategoryUri category(const QByteArray& key) { return *CategoryUri::fromParts("orchard.example", key); }

ChannelSettings withAdministrator() {
  ChannelSettings settings = Harbour::defaults();
  settings.administrators = {"sip:hal@orchard.example"};
  return settings;
}

}  // namespace

class TestCategoryQueryHandler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void search_data();
  void search();
  void limit();
  void info_data();
  void info();
  void properties();
  void listsAreForAdministrators();
  void hiddenAnswersLikeNone();
};

void TestCategoryQueryHandler::search_data() {
  QTest::addColumn<QByteArray>("caller");
  QTest::addColumn<QString>("words");
  QTest::addColumn<bool>("extended");
  QTest::addColumn<QByteArray>("found");
  const auto row = [](const char* caller, const char* words, bool extended, const char* found) {
    QTest::addRow("%s '%s' %d", caller, words, extended)
        << QByteArray(caller) << QString::fromUtf8(words) << extended << QByteArray(found);
  };
  row("ada", "", false, "quiet seafaring");
  row("ada", "SEA", false, "seafaring");
  row("ada", "faring", false, "seafaring");
  row("ada", "water", false, "");
  row("ada", "water", true, "seafaring");
  row("ada", "far", false, "seafaring");
  row("ada", "quiet sea", false, "quiet seafaring");
  row("eve", "", false, "farshore");
  row("hal", "", false, "farshore quiet seafaring");
  row("hal", "far", false, "farshore seafaring");
}

void TestCategoryQueryHandler::search() {
  QFETCH(QByteArray, caller);
  QFETCH(QString, words);
  QFETCH(bool, extended);
  QFETCH(QByteArray, found);
  Harbour harbour(withAdministrator());
  Xccos::SearchNodes command;
  command.filter.criteria = words;
  command.filter.extended = extended;
  const auto reply = harbour.ask<Xccos::SearchNodesReply>(harbour.open(caller), command);
  QCOMPARE(reply.header.code, 200);
  QByteArrayList keys;
  for (const auto& node : reply.nodes) keys.append(node.uri.key());
  QCOMPARE(keys.join(' '), found);
}

void TestCategoryQueryHandler::limit() {
  Harbour harbour;
  Xccos::SearchNodes command;
  command.filter.maxResults = 1;
  const auto reply = harbour.ask<Xccos::SearchNodesReply>(harbour.open("ada"), command);
  QCOMPARE(reply.nodes.size(), size_t(1));
  QCOMPARE(*reply.nodes[0].name, QStringLiteral("Quiet"));
}

void TestCategoryQueryHandler::info_data() {
  QTest::addColumn<QByteArray>("caller");
  QTest::addColumn<QByteArray>("key");
  QTest::addColumn<int>("code");
  QTest::newRow("in scope") << QByteArray("cy") << QByteArray("seafaring") << 200;
  QTest::newRow("out of scope") << QByteArray("cy") << QByteArray("farshore") << 404;
  QTest::newRow("denied") << QByteArray("hal") << QByteArray("seafaring") << 404;
  QTest::newRow("none") << QByteArray("cy") << QByteArray("nowhere") << 404;
  QTest::newRow("root") << QByteArray("cy") << QByteArray("root") << 404;
}

void TestCategoryQueryHandler::info() {
  QFETCH(QByteArray, caller);
  QFETCH(QByteArray, key);
  QFETCH(int, code);
  Harbour harbour;
  const auto reply = harbour.ask<Xccos::NodeInfoReply>(harbour.open(caller), Xccos::GetNodeInfo{category(key)});
  QCOMPARE(reply.header.code, code);
  QCOMPARE(reply.node.uri.isEmpty(), code != 200);
}

void TestCategoryQueryHandler::properties() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  const auto quiet = harbour.ask<Xccos::NodeInfoReply>(ada, Xccos::GetNodeInfo{category("quiet")}).node;
  QCOMPARE(*quiet.name, QStringLiteral("Quiet"));
  QCOMPARE(quiet.parent, category("root"));
  QVERIFY(*quiet.invite == Xccos::InviteSetting::Off);
  QVERIFY(*quiet.filePost);
  QVERIFY(!*quiet.logged);
  const auto sea = harbour.ask<Xccos::NodeInfoReply>(ada, Xccos::GetNodeInfo{category("seafaring")}).node;
  QCOMPARE(*sea.description, QStringLiteral("All on the water"));
  QVERIFY(*sea.invite == Xccos::InviteSetting::On);
  QVERIFY(!*sea.filePost);
  QVERIFY(*sea.logged);
}

void TestCategoryQueryHandler::listsAreForAdministrators() {
  Harbour harbour(withAdministrator());
  const Xccos::GetNodeInfo command{category("seafaring")};
  QVERIFY(harbour.ask<Xccos::NodeInfoReply>(harbour.open("ada"), command).node.roles.empty());
  const auto roles = harbour.ask<Xccos::NodeInfoReply>(harbour.open("hal"), command).node.roles;
  QCOMPARE(roles.size(), size_t(3));
  QVERIFY(roles[0].type == Xccos::RoleType::Allowed);
  QCOMPARE(roles[0].users.at(0).uri, QByteArray("ma-grp:everyone@u.g"));
  QVERIFY(roles[1].type == Xccos::RoleType::Denied);
  QCOMPARE(roles[1].users.at(0).uri, QByteArray("sip:hal@orchard.example"));
  QVERIFY(roles[2].type == Xccos::RoleType::Creator);
}

void TestCategoryQueryHandler::hiddenAnswersLikeNone() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  const auto ask = [&](const char* key) {
    auto reply = harbour.ask<Xccos::NodeInfoReply>(ada, Xccos::GetNodeInfo{category(key)});
    reply.header.commandEnvId = 0;
    return reply;
  };
  QVERIFY(ask("farshore") == ask("nowhere"));
}

PARLOUR_TEST(TestCategoryQueryHandler)

}  // namespace tst_categoryqueryhandler

#include "tst_categoryqueryhandler.moc"
