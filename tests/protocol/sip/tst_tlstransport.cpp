// SPDX-License-Identifier: Apache-2.0
#include <openssl/ssl.h>

#include <QElapsedTimer>
#include <QFile>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include "RawPeer.h"
#include "TransportPair.h"
#include "protocol/sip/sofia/TlsFiles.h"
#include "protocol/sip/sofia/shims/SelfTest.h"
#include "tests/program/TestProgram.h"

namespace tst_tlstransport {

using namespace Parlour;
using namespace Parlour::Sip;

class TestTlsTransport : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir directory_;
  QTemporaryDir otherDirectory_;
  QByteArray trust_;
  QByteArray otherTrust_;
  std::unique_ptr<TestEnd> server_;
  std::unique_ptr<TestEnd> client_;
  quint16 port_ = 0;

  static QByteArray makeCertificate(const QString& directory) {
    const TlsFiles files(directory);
    if (!files.createSelfSigned({QStringLiteral("127.0.0.1"), QStringLiteral("localhost")}).ok()) return {};
    QFile trust(directory + QStringLiteral("/trusted.pem"));
    if (!trust.open(QIODevice::WriteOnly)) return {};
    trust.write(*files.certificatePem());
    return QFile::encodeName(trust.fileName());
  }
  std::shared_ptr<Outcome<Result<ConnectionInfo>>> open(TestEnd& client, quint16 port, const QByteArray& trust) {
    auto opened = std::make_shared<Outcome<Result<ConnectionInfo>>>();
    client.onLoop([&] {
      client.transport->open({"127.0.0.1", port, Protocol::Tls, trust},
                             [opened](const auto& info) { opened->set(info); });
    });
    return opened;
  }
  static qint64 residentKb() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').at(1).toLongLong() * 4;
  }

 private Q_SLOTS:
  void initTestCase() {
    trust_ = makeCertificate(directory_.path());
    otherTrust_ = makeCertificate(otherDirectory_.path());
    QVERIFY(!trust_.isEmpty() && !otherTrust_.isEmpty());
  }
  void init() {
    SofiaOptions options;
    options.certificateDirectory = QFile::encodeName(directory_.path());
    server_ = std::make_unique<TestEnd>(options);
    client_ = std::make_unique<TestEnd>();
    port_ = server_->listen(Protocol::Tls);
    QVERIFY(port_ != 0);
  }
  void cleanup() {
    client_.reset();
    server_.reset();
  }

  void shimsAreInEffect() {
    const Status status = sipShimSelfTest();
    QVERIFY2(status.ok(), qPrintable(status.ok() ? QString() : status.error().detail));
  }

  void trustedServerIsReached() {
    const auto opened = open(*client_, port_, trust_);
    QTRY_COMPARE(opened->count(), 1);
    QVERIFY2(opened->all().first().ok(),
             qPrintable(opened->all().first().ok() ? QString() : opened->all().first().error().text));
    const ConnectionId connection = opened->all().first()->id;
    auto answer = std::make_shared<Outcome<Response>>();
    client_->onLoop([&] {
      client_->transport->send(connection, makeRequest("SERVICE", "tls", 1, QByteArray(50'000, 'x')),
                               [answer](const Response& response) { answer->set(response); });
    });
    QTRY_COMPARE(answer->count(), 1);
    QCOMPARE(answer->all().first().status, 200);
    QVERIFY(answer->all().first().headers.value("Via").startsWith("SIP/2.0/TLS 127.0.0.1:"));
    const ConnectionId back = server_->requests().first().connection;
    auto body = std::make_shared<SharedBody>(SharedBody{"text/plain", QByteArray(50'000, 'y')});
    server_->onLoop([&] { QVERIFY(server_->transport->sendInfo(back, makeInfoHead("tls"), 1, body)); });
    QTRY_COMPARE(server_->infos().size(), 1);
    QCOMPARE(server_->infos().first().response.status, 200);
    QCOMPARE(client_->requests().first().request.body, body->body);
    client_->onLoop([&] { client_->transport->close(connection); });
    QTRY_COMPARE(server_->closed().size(), 1);
  }

  void untrustedServerFailsQuickly() {
    QElapsedTimer timer;
    timer.start();
    const auto opened = open(*client_, port_, otherTrust_);
    QTRY_COMPARE(opened->count(), 1);
    QVERIFY(!opened->all().first().ok());
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    // Another trust file for the same transport is another matter.
    const auto again = open(*client_, port_, trust_);
    QTRY_COMPARE(again->count(), 1);
    QVERIFY(again->all().first().ok());
  }

  void missingTrustFileIsAnError() {
    const auto opened = open(*client_, port_, "/nonexistent/file.pem");
    QTRY_COMPARE(opened->count(), 1);
    QCOMPARE(opened->all().first().error().code, ErrorCode::InvalidArgument);
  }

  void silentPeerRunsIntoTheTimeLimit() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    SofiaOptions options;
    options.openTimeout = 500;
    TestEnd client(options);
    const auto opened = open(client, silent.serverPort(), trust_);
    QTRY_COMPARE(opened->count(), 1);
    QCOMPARE(opened->all().first().error().code, ErrorCode::Timeout);
    QCOMPARE(client.closed().size(), 0);
  }

  void plainTextAtTheTlsPortIsDropped() {
    RawPeer peer(port_);
    peer.write(rawRequest("OPTIONS", "plain", 1, "SIP/2.0/TCP 127.0.0.1:1"));
    QVERIFY(peer.waitForEnd());
    QCOMPARE(server_->requests().size(), 0);
    const auto opened = open(*client_, port_, trust_);
    QTRY_COMPARE(opened->count(), 1);
    QVERIFY(opened->all().first().ok());
  }

  // Qt's sockets use the same OpenSSL in the same process: the shim must leave them alone.
  void otherUsersOfOpenSslAreUnharmed() {
    for (int i = 0; i < 5; ++i) {
      QSslSocket socket;
      socket.setPeerVerifyMode(QSslSocket::VerifyNone);
      socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port_);
      QVERIFY(QTest::qWaitFor([&] { return socket.isEncrypted(); }));
      socket.write(rawRequest("OPTIONS", "qssl", 1, "SIP/2.0/TLS 127.0.0.1:1"));
      QVERIFY(QTest::qWaitFor([&] { return socket.bytesAvailable() > 0; }));
      QVERIFY(socket.readAll().startsWith("SIP/2.0 200 OK"));
      socket.disconnectFromHost();
      QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }));
    }
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    SSL* ssl = SSL_new(context);
    SSL_shutdown(ssl);
    QCOMPARE(SSL_get_SSL_CTX(ssl), context);  // still there
    SSL_free(ssl);
    SSL_CTX_free(context);
  }

  void connectionsLeaveMemoryFlat() {
    qsizetype closed = 0;
    const auto round = [&] {
      std::vector<std::shared_ptr<Outcome<Result<ConnectionInfo>>>> all;
      for (int i = 0; i < 60; ++i) all.push_back(open(*client_, port_, trust_));
      for (const auto& opened : all) {
        QTRY_COMPARE(opened->count(), 1);
        QVERIFY(opened->all().first().ok());
        client_->onLoop([&] { client_->transport->close(opened->all().first()->id); });
      }
      closed += 60;
      QTRY_COMPARE(client_->closed().size(), closed);
    };
    round();
    round();
    const qint64 before = residentKb();
    for (int i = 0; i < 4; ++i) round();
#if defined(__SANITIZE_ADDRESS__)
    Q_UNUSED(before)  // the leak checker speaks at the end
#else
    // 240 connections, both ends here: 15 MB when their TLS state is kept.
    QVERIFY2(residentKb() - before < 5000, qPrintable(QString::number(residentKb() - before)));
#endif
  }
};

PARLOUR_TEST(TestTlsTransport)

}  // namespace tst_tlstransport

#include "tst_tlstransport.moc"
