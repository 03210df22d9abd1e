// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/RealEnvironment.h"
#include "app/core/real/DnsServerLocator.h"
#include "app/core/real/FileSettings.h"
#include "app/core/real/QtScheduler.h"
#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"

namespace tst_realenvironment {

using namespace Parlour;
using namespace Parlour::Core;

namespace {

QByteArray testFile(const char* name) {
  QFile file(Parlour::Testing::sourcePath(QStringLiteral("tests/app/core/data/")) + QLatin1String(name));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Waits for the locator's one answer.
struct Located {
  std::optional<Result<QList<Sip::Target>>> answer;
  int times = 0;
  ServerLocator::Callback callback() {
    return [this](const Result<QList<Sip::Target>>& result) {
      answer.emplace(result);
      ++times;
    };
  }
};

SignInRequest requestFor(const QString& host, quint16 port, bool tls) {
  SignInRequest request;
  request.address = SipUri::fromTrusted("sip:ada@orchard.example");
  request.host = host;
  request.port = port;
  request.tls = tls;
  return request;
}

}  // namespace

class TestRealEnvironment : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void namesToLookUp();
  void typedServers_data();
  void typedServers();
  void literalAddressesPassStraight();
  void plaintextNeedsLoopbackOrPermission();
  void unknownCertificateIsAskedAboutOnce();
  void refusedCertificateSaysWhy();
  void changedCertificateIsSaid();
  void deafPort();
  void onlyTheLatestSearchAnswers();
  void schedulerRunsAndCancels();
  void settingsSurvive();

 private:
  void startTlsServer();

  QTemporaryDir directory_;
  std::unique_ptr<QSslServer> tls_;
  RealEnvironmentOptions options_;
  QList<CertificateQuestion> questions_;
  bool accept_ = true;
};

void TestRealEnvironment::init() {
  questions_.clear();
  accept_ = true;
  tls_.reset();
  options_ = {};
  options_.trustDirectory = directory_.filePath(QString::fromLatin1(QTest::currentTestFunction()));
  options_.askAboutCertificate = [this](const CertificateQuestion& question, const CertificateDecision& decide) {
    questions_.append(question);
    decide(accept_);
  };
}

void TestRealEnvironment::startTlsServer() {
  QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
  configuration.setLocalCertificate(QSslCertificate(testFile("test-server.pem")));
  configuration.setPrivateKey(QSslKey(testFile("test-server.key"), QSsl::Ec));
  tls_ = std::make_unique<QSslServer>();
  tls_->setSslConfiguration(configuration);
  QVERIFY(tls_->listen(QHostAddress::LocalHost));
}

void TestRealEnvironment::namesToLookUp() {
  const QString domain = QStringLiteral("orchard.example");
  const QList<SrvName> safe{{QStringLiteral("_sipinternaltls._tcp.orchard.example"), true},
                            {QStringLiteral("_sip._tls.orchard.example"), true}};
  QCOMPARE(srvNames(domain, false), safe);
  QCOMPARE(srvNames(domain, true).size(), qsizetype{4});
  QCOMPARE(srvNames(domain, true)[1], (SrvName{QStringLiteral("_sipinternal._tcp.orchard.example"), false}));
  QCOMPARE(fallbackHosts(domain).first(), (ServerCandidate{QStringLiteral("sipinternal.orchard.example"), 5061, true}));
}

void TestRealEnvironment::typedServers_data() {
  QTest::addColumn<QString>("host");
  QTest::addColumn<int>("port");
  QTest::addColumn<bool>("tls");
  QTest::addColumn<int>("expected");
  QTest::newRow("tls") << QStringLiteral("fe01") << 0 << true << 5061;
  QTest::newRow("tcp") << QStringLiteral("fe01") << 0 << false << 5060;
  QTest::newRow("port") << QStringLiteral(" fe01 ") << 443 << true << 443;
}

void TestRealEnvironment::typedServers() {
  QFETCH(QString, host);
  QFETCH(int, port);
  QFETCH(bool, tls);
  QFETCH(int, expected);
  const ServerCandidate server = typedServer(requestFor(host, static_cast<quint16>(port), tls));
  QCOMPARE(server.host, QStringLiteral("fe01"));
  QCOMPARE(static_cast<int>(server.port), expected);
  QCOMPARE(server.tls, tls);
}

void TestRealEnvironment::literalAddressesPassStraight() {
  DnsServerLocator locator(options_);
  Located located;
  locator.locate(requestFor(QStringLiteral("127.0.0.1"), 5070, false), located.callback());
  QVERIFY(!located.answer);  // later, never from inside
  QTRY_VERIFY(located.answer);
  QVERIFY(located.answer->ok());
  QCOMPARE((*located.answer)->size(), qsizetype{1});
  QCOMPARE((*located.answer)->first().host, QByteArray("127.0.0.1"));
  QCOMPARE((*located.answer)->first().port, quint16{5070});
  QVERIFY((*located.answer)->first().protocol == Sip::Protocol::Tcp);
}

void TestRealEnvironment::plaintextNeedsLoopbackOrPermission() {
  DnsServerLocator strict(options_);
  Located refused;
  strict.locate(requestFor(QStringLiteral("192.0.2.10"), 0, false), refused.callback());
  QTRY_VERIFY(refused.answer);
  QCOMPARE(refused.answer->error().code, ErrorCode::PermissionDenied);
  options_.allowPlaintext = true;
  DnsServerLocator lax(options_);
  Located allowed;
  lax.locate(requestFor(QStringLiteral("192.0.2.10"), 0, false), allowed.callback());
  QTRY_VERIFY(allowed.answer);
  QVERIFY(allowed.answer->ok());
}

void TestRealEnvironment::unknownCertificateIsAskedAboutOnce() {
  startTlsServer();
  for (int round = 0; round < 2; ++round) {
    DnsServerLocator locator(options_);
    Located located;
    locator.locate(requestFor(QStringLiteral("127.0.0.1"), tls_->serverPort(), true), located.callback());
    QTRY_VERIFY(located.answer);
    QVERIFY2(located.answer->ok(), located.answer->ok() ? "" : qPrintable(located.answer->error().text));
    const Sip::Target target = (*located.answer)->first();
    QVERIFY(target.protocol == Sip::Protocol::Tls);
    const auto trusted = QSslCertificate::fromPath(QString::fromUtf8(target.trustFile));
    QCOMPARE(trusted, QList<QSslCertificate>{QSslCertificate(testFile("test-server.pem"))});
    QCOMPARE(questions_.size(), qsizetype{1});
  }
  QVERIFY(!questions_.first().changed);
  QCOMPARE(questions_.first().fingerprint.count(u':'), qsizetype{31});
  QVERIFY(!questions_.first().reason.isEmpty());
}

void TestRealEnvironment::refusedCertificateSaysWhy() {
  startTlsServer();
  accept_ = false;
  DnsServerLocator locator(options_);
  Located located;
  locator.locate(requestFor(QStringLiteral("127.0.0.1"), tls_->serverPort(), true), located.callback());
  QTRY_VERIFY(located.answer);
  QCOMPARE(located.answer->error().code, ErrorCode::PermissionDenied);
  QVERIFY(located.answer->error().text.contains(QStringLiteral("127.0.0.1")));
  QVERIFY(located.answer->error().detail.contains(questions_.first().fingerprint));
}

void TestRealEnvironment::changedCertificateIsSaid() {
  startTlsServer();
  TrustFiles trust(options_.trustDirectory);
  const QString server = QStringLiteral("127.0.0.1:%1").arg(tls_->serverPort());
  const QList<QSslCertificate> others = QSslConfiguration::systemCaCertificates();
  if (others.isEmpty()) QSKIP("This system has no certificates to stand for the former one.");
  QVERIFY(trust.pin(server, others.first()).ok());
  DnsServerLocator locator(options_);
  Located located;
  locator.locate(requestFor(QStringLiteral("127.0.0.1"), tls_->serverPort(), true), located.callback());
  QTRY_VERIFY(located.answer);
  QCOMPARE(questions_.size(), qsizetype{1});
  QVERIFY(questions_.first().changed);
}

void TestRealEnvironment::deafPort() {
  QTcpServer closed;
  QVERIFY(closed.listen(QHostAddress::LocalHost));
  const quint16 port = closed.serverPort();
  closed.close();
  DnsServerLocator locator(options_);
  Located located;
  locator.locate(requestFor(QStringLiteral("127.0.0.1"), port, true), located.callback());
  QTRY_VERIFY(located.answer);
  QCOMPARE(located.answer->error().code, ErrorCode::ConnectionLost);
  QVERIFY(questions_.isEmpty());
}

void TestRealEnvironment::onlyTheLatestSearchAnswers() {
  DnsServerLocator locator(options_);
  Located first;
  Located second;
  locator.locate(requestFor(QStringLiteral("127.0.0.1"), 5070, false), first.callback());
  locator.locate(requestFor(QStringLiteral("127.0.0.1"), 5071, false), second.callback());
  QTRY_VERIFY(second.answer);
  QCoreApplication::processEvents();
  QCOMPARE(first.times, 0);
  QCOMPARE((*second.answer)->first().port, quint16{5071});
}

void TestRealEnvironment::schedulerRunsAndCancels() {
  QtScheduler scheduler;
  QStringList ran;
  const auto cancelled = scheduler.after(1, [&] { ran.append(QStringLiteral("cancelled")); });
  scheduler.after(2, [&] {
    ran.append(QStringLiteral("first"));
    scheduler.after(0, [&] { ran.append(QStringLiteral("second")); });
  });
  scheduler.cancel(cancelled);
  scheduler.cancel(4711);
  QTRY_COMPARE(ran, (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
}

void TestRealEnvironment::settingsSurvive() {
  const QString file = directory_.filePath(QStringLiteral("parlour.ini"));
  const QVariantList rooms{QVariantMap{{QStringLiteral("uri"), QStringLiteral("ma-chan://orchard.example/tides")}}};
  FileSettings(file).setValue(QStringLiteral("accounts/ada@orchard.example/openRooms"), rooms);
  QCOMPARE(FileSettings(file).value(QStringLiteral("accounts/ada@orchard.example/openRooms")).toList(), rooms);
}

PARLOUR_TEST(TestRealEnvironment)

}  // namespace tst_realenvironment

#include "tst_realenvironment.moc"
