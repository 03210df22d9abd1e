// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QTest>

#include "server-sim/control/ControlSocket.h"
#include "server-sim/ctl/OnlinePool.h"
#include "tests/integration/host/Await.h"
#include "tests/integration/host/ClientHost.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/Team.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/metrics/OpenMetricsReader.h"
#include "tests/server-sim/web/support/Browser.h"

namespace tst_serverstatus {

using namespace Parlour;
using namespace Parlour::Tests;

// What real clients do shows in the metrics, on the status page and to administrators, and nothing else.
class TestServerStatus : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup() {
    bo_.reset();
    ada_.reset();
    server_.reset();
  }
  void metricsCountWhatHappened();
  void statusShowsTheRoom();
  void sessionsSayWhoIsThere();

 private:
  static constexpr int kPosts = 5;
  static QString room() { return QStringLiteral("Tide tables"); }

  void signIn(ClientHost& host, const char* user) {
    host.signIn(QByteArray("sip:") + user + "@orchard.example", server_->port(),
                QString::fromLatin1("pw-") + QLatin1String(user));
    QTRY_VERIFY_WITH_TIMEOUT(host.isSignedIn(), 10'000);
  }
  QJsonObject report(Browser& browser) {
    return browser.get(QStringLiteral("/api/status")).json()[QLatin1String("result")].toObject();
  }

  std::unique_ptr<ServerHost> server_;
  std::unique_ptr<ClientHost> ada_;
  std::unique_ptr<ClientHost> bo_;
};

// Two people in a room, and five messages that both have.
void TestServerStatus::init() {
  server_ = std::make_unique<ServerHost>(teamOrganisation());
  server_->config().web.listen = QStringLiteral("127.0.0.1:0");
  server_->config().channel.administrators = {"sip:cy@orchard.example"};
  QVERIFY(server_->start());
  ada_ = std::make_unique<ClientHost>("desk");
  bo_ = std::make_unique<ClientHost>("laptop");
  signIn(*ada_, "ada");
  signIn(*bo_, "bo");
  const RoomUri tides = findRoom(*ada_, room());
  QVERIFY(await((*ada_)->open(tides)).ok());
  QVERIFY(await((*bo_)->open(tides)).ok());
  for (int post = 0; post < kPosts; ++post) (*ada_)->post(tides, QString::number(post));
  QTRY_COMPARE_WITH_TIMEOUT(bo_->texts(room()).size(), kPosts, 10'000);
  QTRY_COMPARE_WITH_TIMEOUT(ada_->texts(room()).size(), kPosts, 10'000);
}

void TestServerStatus::metricsCountWhatHappened() {
  Browser browser(server_->webPort());
  const auto read = [&browser] { return OpenMetricsReader(browser.get(QStringLiteral("/metrics")).body); };
  const OpenMetricsReader metrics = read();
  QCOMPARE(metrics.problem(), QString());
  for (const auto& [name, value] :
       {std::pair("parlour_posts_received_total", kPosts), std::pair("parlour_posts_accepted_total", kPosts),
        std::pair("parlour_posts_sent_total", kPosts), std::pair("parlour_posts_refused_total", 0),
        std::pair("parlour_deliveries_total", 2 * kPosts), std::pair("parlour_joins_total", 2),
        std::pair("parlour_sessions", 2), std::pair("parlour_registrations", 2), std::pair("parlour_connections", 2),
        std::pair("parlour_rooms_in_use", 1), std::pair("parlour_post_seconds_count", kPosts),
        std::pair("parlour_store_commit_posts_sum", kPosts), std::pair("parlour_store_writable", 1),
        std::pair("parlour_requests_shed_total{class=\"post\"}", 0)}) {
    QVERIFY2(
        metrics.value(name) == value,
        qPrintable(QStringLiteral("%1 is %2, not %3").arg(QLatin1String(name)).arg(metrics.value(name)).arg(value)));
  }
  QVERIFY(metrics.value("parlour_post_seconds_sum") > 0);
  QTRY_COMPARE(read().value("parlour_infos_unanswered"), 0.0);
}

void TestServerStatus::statusShowsTheRoom() {
  Browser browser(server_->webPort());
  QVERIFY(browser.signIn(QStringLiteral("cy"), QStringLiteral("pw-cy")));
  const QJsonArray rooms = report(browser)[QLatin1String("rooms")].toArray();
  QCOMPARE(rooms.size(), 1);
  const QJsonObject line = rooms.first().toObject();
  QCOMPARE(line[QLatin1String("name")].toString(), room());
  QCOMPARE(line[QLatin1String("here")].toInt(), 2);
  QCOMPARE(line[QLatin1String("posts")].toInt(), kPosts);
  QCOMPARE(line[QLatin1String("deliveries")].toInt(), 2 * kPosts);
  QVERIFY(line[QLatin1String("p95Ms")].toDouble() > 0);
  const auto tile = [&](const char* name, const char* value) -> QJsonValue {
    return report(browser)[QLatin1String("tiles")].toObject()[QLatin1String(name)].toObject()[QLatin1String(value)];
  };
  // Sampled once a second.
  QTRY_COMPARE(tile("messages", "total").toInt(), kPosts);
  QCOMPARE(tile("sessions", "now").toInt(), 2);
  QCOMPARE(tile("rooms", "inUse").toInt(), 1);
  QCOMPARE(tile("rooms", "active").toInt(), 5);
  QVERIFY(browser.get(QStringLiteral("/status")).text().contains(room()));
}

void TestServerStatus::sessionsSayWhoIsThere() {
  auto connection = Server::ControlSocket::connect(server_->dataDir());
  QVERIFY(connection);
  Ctl::OnlinePool pool(std::move(*connection));
  const auto answer = pool.ask({{QStringLiteral("verb"), QStringLiteral("sessions")}});
  QVERIFY(answer);
  const QJsonArray sessions = (*answer)[QLatin1String("result")].toArray();
  QCOMPARE(sessions.size(), 2);
  for (const auto& item : sessions) {
    const QJsonObject session = item.toObject();
    QCOMPARE(session[QLatin1String("address")].toString(), QStringLiteral("127.0.0.1"));
    QVERIFY(session[QLatin1String("client")].toString().contains(QStringLiteral("Parlour")));
    QVERIFY(Timestamp::parse(session[QLatin1String("since")].toString().toUtf8()));
    QCOMPARE(session[QLatin1String("rooms")].toArray(), QJsonArray{room()});
  }
  QCOMPARE(sessions[0].toObject()[QLatin1String("user")].toString(), QStringLiteral("ada@orchard.example"));
  QCOMPARE(sessions[1].toObject()[QLatin1String("user")].toString(), QStringLiteral("bo@orchard.example"));
}

PARLOUR_TEST(TestServerStatus)

}  // namespace tst_serverstatus

#include "tst_serverstatus.moc"
