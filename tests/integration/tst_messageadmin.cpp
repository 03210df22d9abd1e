// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QTest>

#include "server-sim/ctl/Pool.h"
#include "tests/integration/host/Await.h"
#include "tests/integration/host/ClientHost.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/Team.h"
#include "tests/program/TestProgram.h"

namespace tst_messageadmin {

using namespace Parlour;
using namespace Parlour::Tests;

// Messages are taken away with parlourctl while people look at them.
class TestMessageAdmin : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void whatIsTakenAwayIsGoneAtOnce();
  void aHoldIsStronger();

 private:
  QJsonObject ctl(const char* verb, QJsonObject arguments);
  const Core::Message& shown(int row) const { return bo_->room(room())->timeline().at(row); }
  static QString room() { return QStringLiteral("Tide tables"); }

  std::unique_ptr<ServerHost> server_;
  std::unique_ptr<ClientHost> bo_;
};

QJsonObject TestMessageAdmin::ctl(const char* verb, QJsonObject arguments) {
  auto pool = Ctl::openPool(server_->dataDir());
  if (!pool) return {};
  if (QByteArray(verb).startsWith("hold") == false) arguments.insert(QStringLiteral("room"), room());
  const auto answer =
      (*pool)->ask({{QStringLiteral("verb"), QLatin1String(verb)}, {QStringLiteral("arguments"), arguments}});
  return answer ? *answer : QJsonObject();
}

void TestMessageAdmin::init() {
  server_ = std::make_unique<ServerHost>(teamOrganisation());
  QVERIFY(server_->start().ok());
  bo_ = std::make_unique<ClientHost>("laptop");
  bo_->signIn("sip:bo@orchard.example", server_->port(), QStringLiteral("pw-bo"));
  QTRY_VERIFY_WITH_TIMEOUT(bo_->isSignedIn(), 10'000);
  const RoomUri uri = findRoom(*bo_, room());
  QVERIFY(await((*bo_)->open(uri)).ok());
  const QStringList texts{QStringLiteral("herring"), QStringLiteral("mackerel"), QStringLiteral("sprat")};
  for (const QString& text : texts) {
    (*bo_)->post(uri, text);
    QTRY_COMPARE(bo_->texts(room()).last(), text);
  }
  QTRY_COMPARE(bo_->room(room())->timeline().newestChatId(), ChatId{3});
}

void TestMessageAdmin::cleanup() {
  bo_.reset();
  server_.reset();
}

void TestMessageAdmin::whatIsTakenAwayIsGoneAtOnce() {
  const auto ok = [](const QJsonObject& answer) { return answer.value(QStringLiteral("ok")).toBool(); };
  const QJsonArray first{QStringLiteral("1")};
  QVERIFY(ok(ctl("message redact", {{QStringLiteral("id"), first}})));
  QTRY_VERIFY(shown(0).removed);
  QCOMPARE(shown(0).text, QStringLiteral("This message was replaced by the Persistent Chat administrator."));
  QVERIFY(!shown(1).removed);

  QVERIFY(ok(ctl("message rm", {{QStringLiteral("words"), QStringLiteral("mackerel")}})));
  QTRY_VERIFY(shown(1).removed);
  QCOMPARE(shown(1).text, QString());
  QVERIFY(!shown(2).removed);

  server_->clock().advanceMs(60'000);
  const QString now = QString::fromLatin1(server_->clock().now().toXccosSeconds());
  QVERIFY(ok(ctl("room purge", {{QStringLiteral("until"), now}})));
  QTRY_VERIFY(shown(2).removed);
  const QJsonValue left = ctl("message find", {}).value(QStringLiteral("result"));
  QVERIFY(left.isArray() && left.toArray().isEmpty());
}

void TestMessageAdmin::aHoldIsStronger() {
  const QJsonObject hold{{QStringLiteral("name"), QStringLiteral("Case 7")},
                         {QStringLiteral("user"), QStringLiteral("bo")}};
  QVERIFY(ctl("hold add", hold).value(QStringLiteral("ok")).toBool());
  const QJsonObject refused = ctl("message rm", {{QStringLiteral("id"), QJsonArray{QStringLiteral("2")}}});
  QCOMPARE(refused.value(QStringLiteral("error")).toObject().value(QStringLiteral("text")).toString(),
           QStringLiteral("The legal hold \"Case 7\" keeps message 2 of the room. Nothing was changed."));
  QCOMPARE(ctl("message find", {}).value(QStringLiteral("result")).toArray().size(), 3);
  QVERIFY(!shown(1).removed);
}

PARLOUR_TEST(TestMessageAdmin)

}  // namespace tst_messageadmin

#include "tst_messageadmin.moc"
