// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include "app/core/files/web/NetworkFileWeb.h"
#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"

namespace tst_networkfileweb {

using namespace Parlour;
using namespace Parlour::Core;

namespace {

QString trustedFile() { return Parlour::Testing::sourcePath(QStringLiteral("tests/app/core/data/test-server.pem")); }

}  // namespace

// Answers each request with the bytes it was given, whatever was asked; with the test's own certificate over TLS.
class CannedServer : public QTcpServer {
 public:
  QByteArray received;
  QByteArray answer;
  bool tls = false;
  bool cutAfter = false;

 protected:
  void incomingConnection(qintptr descriptor) override {
    auto* socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    if (tls) {
      socket->setLocalCertificate(trustedFile());
      QFile key(Parlour::Testing::sourcePath(QStringLiteral("tests/app/core/data/test-server.key")));
      if (key.open(QIODevice::ReadOnly)) socket->setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
      socket->startServerEncryption();
    }
    connect(socket, &QIODevice::readyRead, this, [this, socket] {
      received += socket->readAll();
      const qsizetype head = received.indexOf("\r\n\r\n");
      if (head < 0) return;
      const qsizetype at = received.toLower().indexOf("content-length: ");
      const qsizetype length = at < 0 ? 0 : received.mid(at + 16).split('\r').first().toLongLong();
      if (received.size() < head + 4 + length) return;
      socket->write(answer);
      if (cutAfter) {
        socket->flush();
        socket->disconnectFromHost();
      }
    });
  }
};

class TestNetworkFileWeb : public QObject {
  Q_OBJECT

 private:
  CannedServer server_;
  std::optional<Result<WebAnswer>> result_;
  QByteArray bytes_;

  WebRequest requestTo(const char* method, const QByteArray& body = {}) const {
    WebRequest request;
    request.method = method;
    request.url = QStringLiteral("%1://127.0.0.1:%2/PersistentChat/files/tides/x.pdf")
                      .arg(server_.tls ? QStringLiteral("https") : QStringLiteral("http"))
                      .arg(server_.serverPort());
    request.token = "4c1d0a77";
    request.body = body;
    return request;
  }
  WebWatch watch() {
    WebWatch watch;
    watch.onDone = [this](const Result<WebAnswer>& answer) { result_ = answer; };
    return watch;
  }

 private Q_SLOTS:
  void init() {
    server_.close();
    server_.received.clear();
    server_.tls = server_.cutAfter = false;
    result_.reset();
    bytes_.clear();
    QVERIFY(server_.listen(QHostAddress::LocalHost));
  }

  void putSendsLengthAndToken() {
    NetworkFileWeb web;
    server_.answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    qint64 sent = 0;
    WebWatch watched = watch();
    watched.onSent = [&](qint64 bytes) { sent = bytes; };
    WebRequest request = requestTo("PUT", QByteArray(100'000, 'x'));
    request.add("Content-Range", "bytes 0-99999/200000");
    web.send(request, watched);
    QTRY_VERIFY(result_);
    QVERIFY(result_->ok());
    QCOMPARE((*result_)->status, 200);
    QCOMPARE((*result_)->body, QByteArray("{}"));
    QCOMPARE(sent, 100'000);
    QVERIFY(server_.received.startsWith("PUT /PersistentChat/files/tides/x.pdf HTTP/1.1\r\n"));
    const QByteArray head = server_.received.left(server_.received.indexOf("\r\n\r\n")).toLower();
    for (const char* line : {"content-length: 100000", "authorization: bearer 4c1d0a77",
                             "content-range: bytes 0-99999/200000", "accept-encoding: identity"}) {
      QVERIFY2(head.contains(line), line);
    }
  }

  // The network's own thread may have asked for the next piece of a body that nobody wants to send any more.
  void givesUpWhileTheBodyIsAskedFor() {
    QTcpServer deaf;
    QVERIFY(deaf.listen(QHostAddress::LocalHost));
    NetworkFileWeb web;
    for (int turn = 0; turn < 400; ++turn) {
      WebRequest request = requestTo("PUT", QByteArray(200'000, 'x'));
      request.url = QStringLiteral("http://127.0.0.1:%1/x").arg(deaf.serverPort());
      const FileWeb::Handle handle = web.send(request, watch());
      request = {};
      for (int i = 0; i < turn % 40; ++i) QCoreApplication::processEvents();
      web.cancel(handle);
      QVERIFY(!result_);
    }
    server_.answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    web.send(requestTo("PUT", "last"), watch());
    QTRY_VERIFY(result_);
    QVERIFY(result_->ok());
  }

  void refusalsAreAnswers_data() {
    QTest::addColumn<int>("status");
    for (const int status : {302, 401, 404, 409, 413, 423, 500, 503, 507}) {
      QTest::newRow(qPrintable(QString::number(status))) << status;
    }
  }

  void refusalsAreAnswers() {
    QFETCH(int, status);
    NetworkFileWeb web;
    server_.answer =
        "HTTP/1.1 " + QByteArray::number(status) +
        " No\r\nRetry-After: 7\r\nLocation: http://127.0.0.1:1/elsewhere\r\nContent-Length: 9\r\n\r\n{\"e\": 12}";
    WebWatch watched = watch();
    watched.onBytes = [this](const QByteArray& some) { bytes_ += some; };
    web.send(requestTo("GET"), watched);
    QTRY_VERIFY(result_);
    QVERIFY2(result_->ok(), result_->ok() ? "" : qPrintable(result_->error().detail));
    QCOMPARE((*result_)->status, status);
    QCOMPARE((*result_)->body, QByteArray("{\"e\": 12}"));
    QCOMPARE((*result_)->header("retry-after"), QByteArray("7"));
    QVERIFY(bytes_.isEmpty());
  }

  void bodiesStream() {
    NetworkFileWeb web;
    const QByteArray body(700'000, 'b');
    server_.answer =
        "HTTP/1.1 206 Part\r\nContent-Range: bytes 5-700004/700005\r\nContent-Length: 700000\r\n\r\n" + body;
    WebWatch watched = watch();
    QByteArray range;
    watched.onHead = [&](const WebAnswer& head) {
      range = head.header("Content-Range");
      return true;
    };
    watched.onBytes = [this](const QByteArray& some) { bytes_ += some; };
    web.send(requestTo("GET"), watched);
    QTRY_VERIFY(result_);
    QVERIFY(result_->ok());
    QCOMPARE(range, QByteArray("bytes 5-700004/700005"));
    QCOMPARE(bytes_, body);
    QVERIFY((*result_)->body.isEmpty());
  }

  void cutBodiesAreNoAnswer() {
    NetworkFileWeb web;
    server_.answer = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nonly this";
    server_.cutAfter = true;
    WebWatch watched = watch();
    watched.onBytes = [this](const QByteArray& some) { bytes_ += some; };
    web.send(requestTo("GET"), watched);
    QTRY_VERIFY(result_);
    QVERIFY(!result_->ok());
    QCOMPARE(result_->error().code, ErrorCode::ConnectionLost);
    QCOMPARE(bytes_, QByteArray("only this"));
  }

  void nobodyThere() {
    NetworkFileWeb web;
    const WebRequest request = requestTo("GET");
    server_.close();
    web.send(request, watch());
    QTRY_VERIFY(result_);
    QCOMPARE(result_->error().code, ErrorCode::ConnectionLost);
  }

  void silenceEndsIt() {
    NetworkFileWeb web;
    server_.answer.clear();
    WebRequest request = requestTo("GET");
    request.silenceMs = 50;
    web.send(request, watch());
    QTRY_VERIFY(result_);
    QCOMPARE(result_->error().code, ErrorCode::ConnectionLost);
  }

  void cancelledIsSilent() {
    NetworkFileWeb web;
    server_.answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    web.cancel(web.send(requestTo("GET"), watch()));
    web.send(requestTo("GET"), {});
    QTRY_VERIFY(!server_.received.isEmpty());
    QVERIFY(!result_);
  }

  void cancelInsideACallback() {
    NetworkFileWeb web;
    server_.answer = "HTTP/1.1 200 OK\r\nContent-Length: 400000\r\n\r\n" + QByteArray(400'000, 'b');
    WebWatch watched = watch();
    FileWeb::Handle handle = 0;
    bool called = false;
    watched.onBytes = [&](const QByteArray&) {
      called = true;
      web.cancel(handle);
    };
    handle = web.send(requestTo("GET"), watched);
    QTRY_VERIFY(called);
    QTest::qWait(20);
    QVERIFY(!result_);
  }

  void onlyTheSessionsCertificate_data() {
    QTest::addColumn<QByteArray>("trustFile");
    QTest::addColumn<bool>("trusted");
    QTest::newRow("pinned") << QFile::encodeName(trustedFile()) << true;
    QTest::newRow("not known") << QByteArray() << false;
    QTest::newRow("no such file") << QByteArray("/nowhere.pem") << false;
  }

  void onlyTheSessionsCertificate() {
    QFETCH(QByteArray, trustFile);
    QFETCH(bool, trusted);
    NetworkFileWeb web;
    server_.tls = true;
    server_.answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    WebRequest request = requestTo("GET");
    request.trustFile = trustFile;
    web.send(request, watch());
    QTRY_VERIFY(result_);
    QCOMPARE(result_->ok(), trusted);
    if (!trusted) QCOMPARE(result_->error().code, ErrorCode::PermissionDenied);
    QCOMPARE(server_.received.contains("4c1d0a77"), trusted);  // the token goes to nobody else
  }
};

PARLOUR_TEST(TestNetworkFileWeb)

}  // namespace tst_networkfileweb

#include "tst_networkfileweb.moc"
