// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "server-sim/channel/changes/ChangeService.h"
#include "server-sim/channel/changes/JoinRequestPlans.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/control/support/AdminHouse.h"

namespace tst_requestverbs {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

// Requests to join, answered with parlourctl.
class TestRequestVerbs : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup() { house_.reset(); }
  void listsWhoAsks();
  void grantMakesAMember();
  void declineEndsTheRequest();
  void dryRunChangesNothing();
  void refusals_data();
  void refusals();

 private:
  QJsonArray requests() { return house_->result("request list").toArray(); }
  QJsonArray members();
  static QJsonObject boAtStage() {
    return {{QStringLiteral("room"), QStringLiteral("Stage")}, {QStringLiteral("user"), QStringLiteral("bo")}};
  }

  std::unique_ptr<AdminHouse> house_;
};

void TestRequestVerbs::init() {
  house_ = std::make_unique<AdminHouse>();
  QVERIFY2(house_->problem().isEmpty(), qPrintable(house_->problem()));
  const ChannelState& state = house_->service().state();
  const Room* stage = state.rooms().findName(QStringLiteral("Stage"));
  QVERIFY(stage);
  const Principal* bo = state.directory().find("sip:bo@orchard.example");
  QVERIFY(bo);
  bool stored = false;
  house_->service().changes().submit(
      [uri = stage->uri, id = bo->id, address = bo->uri](const ChannelState& now) {
        return askToJoin(now, Actor{id, address, false}, uri, QStringLiteral("I bring a lamp"), Timestamp{7});
      },
      [&stored](const Outcome& outcome) { stored = outcome.ok(); });
  // Waits its turn behind the request.
  QVERIFY(!house_
               ->result("room set", {{QStringLiteral("room"), QStringLiteral("Lobby")},
                                     {QStringLiteral("topic"), QStringLiteral("Open day")}})
               .isNull());
  QVERIFY(stored);
}

QJsonArray TestRequestVerbs::members() {
  return house_->result("room show", {{QStringLiteral("room"), QStringLiteral("Stage")}})
      .toObject()
      .value(QStringLiteral("members"))
      .toArray();
}

void TestRequestVerbs::listsWhoAsks() {
  QCOMPARE(requests().size(), 1);
  const QJsonObject line = requests().first().toObject();
  QCOMPARE(line.value(QStringLiteral("room")).toString(), QStringLiteral("Stage"));
  QCOMPARE(line.value(QStringLiteral("user")).toString(), QStringLiteral("Bo Medlar"));
  QCOMPARE(line.value(QStringLiteral("words")).toString(), QStringLiteral("I bring a lamp"));
  const QJsonObject elsewhere{{QStringLiteral("room"), QStringLiteral("Tides")}};
  QVERIFY(house_->result("request list", elsewhere).toArray().isEmpty());
}

void TestRequestVerbs::grantMakesAMember() {
  const qsizetype before = members().size();
  const QJsonValue result = house_->result("request grant", boAtStage());
  QCOMPARE(result.toObject().value(QStringLiteral("invitations")).toInt(), 1);
  QVERIFY(requests().isEmpty());
  QCOMPARE(members().size(), before + 1);
}

void TestRequestVerbs::declineEndsTheRequest() {
  const qsizetype before = members().size();
  QVERIFY(!house_->result("request decline", boAtStage()).isNull());
  QVERIFY(requests().isEmpty());
  QCOMPARE(members().size(), before);
  const QString trail = QString::fromUtf8(QJsonDocument(house_->result("audit list").toArray()).toJson());
  QVERIFY(trail.contains(QStringLiteral("joinrequest.decline")) && trail.contains(QStringLiteral("joinrequest.ask")));
}

void TestRequestVerbs::dryRunChangesNothing() {
  QVERIFY(!house_->result("request grant", boAtStage(), true).isNull());
  QCOMPARE(requests().size(), 1);
}

void TestRequestVerbs::refusals_data() {
  QTest::addColumn<QString>("room");
  QTest::addColumn<QString>("user");
  QTest::addColumn<QString>("words");
  QTest::newRow("no such request") << QStringLiteral("Tides") << QStringLiteral("ada")
                                   << QStringLiteral("There is no such request any more.");
  QTest::newRow("no such room") << QStringLiteral("Nowhere") << QStringLiteral("bo") << QStringLiteral("Nowhere");
  QTest::newRow("no such user") << QStringLiteral("Stage") << QStringLiteral("zoe") << QStringLiteral("zoe");
}

void TestRequestVerbs::refusals() {
  QFETCH(QString, room);
  QFETCH(QString, user);
  QFETCH(QString, words);
  const QString said =
      house_->errorText("request grant", {{QStringLiteral("room"), room}, {QStringLiteral("user"), user}});
  QVERIFY2(said.contains(words), qPrintable(said));
}

PARLOUR_TEST(TestRequestVerbs)

}  // namespace tst_requestverbs

#include "tst_requestverbs.moc"
