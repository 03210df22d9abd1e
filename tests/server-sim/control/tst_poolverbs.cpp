// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/control/support/AdminHouse.h"

namespace tst_poolverbs {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

// Addresses of the pool, its state and its servers, with parlourctl.
class TestPoolVerbs : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    house_ = std::make_unique<AdminHouse>();
    QVERIFY2(house_->problem().isEmpty(), qPrintable(house_->problem()));
  }
  void cleanup() { house_.reset(); }
  void endpointsComeAndGo();
  void dryRunAddsNothing();
  void nobodyGetsTheAddressOfThePool();
  void standbyTakesNoNewSessions();
  void complianceSettingsStandApart();
  void changesAreInTheAuditTrail();

 private:
  QStringList column(const char* verb, const char* key) {
    QStringList cells;
    for (const auto& line : house_->result(verb).toArray()) {
      cells.append(line.toObject().value(QLatin1String(key)).toVariant().toString());
    }
    return cells;
  }
  static QJsonObject at(const char* address) { return {{QStringLiteral("address"), QString::fromLatin1(address)}}; }

  std::unique_ptr<AdminHouse> house_;
};

void TestPoolVerbs::endpointsComeAndGo() {
  QVERIFY(column("endpoint list", "address").isEmpty());
  QVERIFY(!house_->result("endpoint add", at("rooms@orchard.example")).isNull());
  QVERIFY(!house_->result("endpoint add", at("sip:Chat@orchard.example")).isNull());
  QCOMPARE(column("endpoint list", "address"),
           (QStringList{QStringLiteral("sip:chat@orchard.example"), QStringLiteral("sip:rooms@orchard.example")}));
  QVERIFY(!house_->result("endpoint rm", at("chat@orchard.example")).isNull());
  QCOMPARE(column("endpoint list", "address"), QStringList{QStringLiteral("sip:rooms@orchard.example")});
}

void TestPoolVerbs::dryRunAddsNothing() {
  QVERIFY(!house_->result("endpoint add", at("rooms@orchard.example"), true).isNull());
  QVERIFY(column("endpoint list", "address").isEmpty());
}

void TestPoolVerbs::nobodyGetsTheAddressOfThePool() {
  QVERIFY(!house_->result("endpoint add", at("rooms@orchard.example")).isNull());
  QJsonObject person = at("rooms@orchard.example");
  person.insert(QStringLiteral("name"), QStringLiteral("Roo Ms"));
  QCOMPARE(house_->errorText("user add", person),
           QStringLiteral("\"sip:rooms@orchard.example\" is an address of the pool."));
}

void TestPoolVerbs::standbyTakesNoNewSessions() {
  const SipUri bo = SipUri::fromTrusted("sip:bo@orchard.example");
  QCOMPARE(column("pool active list", "active"), QStringList{QStringLiteral("true")});
  QVERIFY(house_->join("ada", {QStringLiteral("Tides")}));
  QVERIFY(!house_->result("pool active set").isNull());
  QCOMPARE(column("pool active list", "active"), QStringList{QStringLiteral("false")});
  QCOMPARE(house_->service().mayOpen(bo).error().code, ErrorCode::Busy);
  QCOMPARE(house_->service().sessionCount(), size_t{1});  // Ada stays
  QVERIFY(!house_->result("pool active swap").isNull());
  QVERIFY(house_->service().mayOpen(bo));
}

void TestPoolVerbs::complianceSettingsStandApart() {
  const QStringList chat = column("config list", "key");
  const QStringList compliance = column("compliance config list", "key");
  QVERIFY(chat.contains(QStringLiteral("DefaultChatHistory")));
  QCOMPARE(compliance.size(), 9);
  for (const QString& key : compliance) QVERIFY2(!chat.contains(key), qPrintable(key));
  QVERIFY(!chat.contains(QLatin1String(PoolSetting::kEndpoints)));
}

void TestPoolVerbs::changesAreInTheAuditTrail() {
  QVERIFY(!house_->result("endpoint add", at("rooms@orchard.example")).isNull());
  QVERIFY(!house_->result("pool active swap").isNull());
  QCOMPARE(column("audit list", "object"),
           (QStringList{QStringLiteral("ActiveServers"), QStringLiteral("PoolEndpoints")}));
  QCOMPARE(column("audit list", "after").last(),
           QStringLiteral("{\"scope\":\"pool\",\"value\":\"sip:rooms@orchard.example\"}"));
}

PARLOUR_TEST(TestPoolVerbs)

}  // namespace tst_poolverbs

#include "tst_poolverbs.moc"
