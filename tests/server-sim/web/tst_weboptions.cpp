// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/Settings.h"
#include "tests/program/TestProgram.h"

namespace tst_weboptions {

using namespace Parlour;
using namespace Parlour::Server;

// What web.listen and its companions come to.
class TestWebOptions : public QObject {
  Q_OBJECT

 private:
  static ServerConfig configWith(const QString& listen) {
    ServerConfig config;
    config.dataDir = QStringLiteral("data");
    config.web.listen = listen;
    return config;
  }

 private Q_SLOTS:
  void addresses_data() {
    QTest::addColumn<QString>("listen");
    QTest::addColumn<bool>("encrypted");
    QTest::newRow("loopback is plain") << QStringLiteral("127.0.0.1:8080") << false;
    QTest::newRow("localhost") << QStringLiteral("localhost:8080") << false;
    QTest::newRow("IPv6 loopback") << QStringLiteral("[::1]:8080") << false;
    QTest::newRow("all addresses") << QStringLiteral("0.0.0.0:8080") << true;
    QTest::newRow("another address") << QStringLiteral("192.0.2.7:8080") << true;
    QTest::newRow("loopback with TLS") << QStringLiteral("tls:127.0.0.1:8080") << true;
  }
  void addresses() {
    QFETCH(QString, listen);
    QFETCH(bool, encrypted);
    const ServerConfig config = configWith(listen);
    QVERIFY(checkConfig(config));
    const auto options = webOptions(config);
    QVERIFY(options);
    QCOMPARE(options->http.encrypted, encrypted);
    QCOMPARE(int{options->http.port}, 8080);
  }

  void nonsense_data() {
    QTest::addColumn<QString>("listen");
    for (const char* listen :
         {"8080", "127.0.0.1", "example.org:8080", "127.0.0.1:eighty", "http://127.0.0.1:80", "tcp:127.0.0.1:1"}) {
      QTest::newRow(listen) << QString::fromLatin1(listen);
    }
  }
  void nonsense() {
    QFETCH(QString, listen);
    const Status checked = checkConfig(configWith(listen));
    QVERIFY(!checked);
    QVERIFY(checked.error().text.contains(QStringLiteral("use IP:PORT")));
  }

  void openSignInStaysOnLoopback() {
    ServerConfig config = configWith(QStringLiteral("0.0.0.0:8080"));
    config.frontEnd.openSignIn = true;
    QVERIFY(!checkConfig(config));
    config.web.listen = QStringLiteral("127.0.0.1:8080");
    QVERIFY(checkConfig(config));
  }

  void limitsFollowTheSettings() {
    ServerConfig config = configWith(QStringLiteral("127.0.0.1:0"));
    config.web.idleMinutes = 2;
    config.web.sessionHours = 3;
    config.frontEnd.lockOutFailures = 4;
    config.frontEnd.lockOutSeconds = 5;
    const auto options = webOptions(config);
    QVERIFY(options);
    QCOMPARE(options->sessions.idleMs, qint64{120'000});
    QCOMPARE(options->sessions.totalMs, qint64{10'800'000});
    QCOMPARE(options->signIn.lockOut.maxFailures, 4);
    QCOMPARE(options->signIn.lockOut.lockMs, qint64{5'000});
  }
};

PARLOUR_TEST(TestWebOptions)

}  // namespace tst_weboptions

#include "tst_weboptions.moc"
