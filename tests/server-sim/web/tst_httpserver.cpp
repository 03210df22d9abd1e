// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QScopeGuard>
#include <QTcpSocket>
#include <QTest>
#include <atomic>

#include "server-sim/web/HttpServer.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/web/support/Browser.h"

namespace tst_httpserver {

using namespace Parlour;
using namespace Parlour::Server;
using Parlour::Tests::Browser;
using Parlour::Tests::WebAnswer;

namespace {

HttpOptions smallOptions() {
  HttpOptions options;
  options.limits.workers = 2;
  options.limits.waiting = 1;
  options.limits.bodyBytes = 2'000;
  options.limits.headBytes = 4'000;
  options.limits.requestMs = 600;
  options.limits.idleMs = 400;
  options.limits.requestsPerConnection = 3;
  return options;
}

HttpResponse echo(const HttpRequest& request) {
  HttpResponse response;
  if (request.method.startsWith("ERROR")) response.status = request.method.mid(6).toInt();
  response.body = request.method + ' ' + request.target + ' ' + request.body;
  return response;
}

QByteArray post(const QByteArray& headers, const QByteArray& body) {
  return "POST /x HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n" + body;
}

}  // namespace

// Holds the server's threads back until it is opened.
struct Gate {
  std::atomic<int> waiting = 0;
  std::atomic<bool> isOpen = false;

  void pass() {
    ++waiting;
    isOpen.wait(false);
  }
  void open() {
    isOpen = true;
    isOpen.notify_all();
  }
};

// What clients may do to the web server's connections, over real sockets.
class TestHttpServer : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<HttpServer> server_;

  void start(const HttpServer::Handler& handler = echo) {
    auto bound = HttpServer::bind(smallOptions());
    QVERIFY(bound);
    server_ = std::move(*bound);
    server_->serve(handler);
  }

 private Q_SLOTS:
  void init() { start(); }
  void cleanup() { server_.reset(); }

  void requests_data() {
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const QByteArray& request, int status, const QByteArray& body) {
      QTest::newRow(name) << request << status << body;
    };
    const QByteArray form = "Content-Type: application/x-www-form-urlencoded\r\n";
    const QByteArray json = "Content-Type: application/json; charset=utf-8\r\n";
    row("get", "GET /a?b=c HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", 200, "GET /a?b=c ");
    row("head", "HEAD /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", 200, "");
    row("range", "GET /a HTTP/1.1\r\nHost: h\r\nRange: bytes=0-1\r\nConnection: close\r\n\r\n", 200, "GET /a ");
    row("form", post(form + "Content-Length: 3\r\n", "a=b"), 200, "POST /x a=b");
    row("json", post(json + "Content-Length: 2\r\n", "{}"), 200, "POST /x {}");
    row("chunked", post(json + "Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"), 200, "POST /x {}");
    row("largest", post(form + "Content-Length: 2000\r\n", QByteArray(2'000, 'a')), 200,
        "POST /x " + QByteArray(2'000, 'a'));
    row("too large", post(form + "Content-Length: 2001\r\n", QByteArray(2'001, 'a')), 413, "ERROR 413 /x ");
    row("endless chunks", post(form + "Transfer-Encoding: chunked\r\n", "fa0\r\n" + QByteArray(4'000, 'a')), 413,
        "ERROR 413 /x ");
    row("two lengths", post(form + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400,
        "ERROR 400 /x ");
    row("packed", post(form + "Content-Encoding: gzip\r\nContent-Length: 3\r\n", "a=b"), 415, "ERROR 415 /x ");
    row("multipart", post("Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 3\r\n", "a=b"), 415,
        "ERROR 415 /x ");
    row("no type", post("Content-Length: 3\r\n", "a=b"), 415, "ERROR 415 /x ");
    row("put", "PUT /x HTTP/1.1\r\nHost: h\r\n" + form + "Content-Length: 3\r\n\r\na=b", 405, "ERROR 405 /x ");
    row("half a body", post(form + "Content-Length: 30\r\n", "a=b"), 408, "ERROR 408 /x ");
  }
  void requests() {
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Browser browser(server_->port());
    const WebAnswer answer = browser.raw(request, 5'000);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
  }

  void notHttp_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("words") << QByteArray("hello there\r\n\r\n");
    QTest::newRow("TLS") << QByteArray::fromHex("16030100050100000100") + "\r\n\r\n";
    QTest::newRow("long target") << QByteArray("GET /" + QByteArray(9'000, 'a') + " HTTP/1.1\r\n\r\n");
    QTest::newRow("many headers") << QByteArray("GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(5'000) + "\r\n");
  }
  void notHttp() {
    QFETCH(QByteArray, bytes);
    Browser browser(server_->port());
    const WebAnswer answer = browser.raw(bytes, 5'000);
    QVERIFY2(answer.status == 0 || answer.status >= 400, qPrintable(QString::number(answer.status)));
    QCOMPARE(browser.get(QStringLiteral("/after")).status, 200);
  }

  void keptConnectionsEnd() {
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), server_->port());
    QVERIFY(socket.waitForConnected());
    QByteArray answers;
    for (int i = 0; i < 3; ++i) {
      socket.write("GET /again HTTP/1.1\r\nHost: h\r\n\r\n");
      const qsizetype before = answers.count("HTTP/1.1 200");
      while (answers.count("HTTP/1.1 200") == before && socket.waitForReadyRead(2'000)) answers += socket.readAll();
    }
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    answers += socket.readAll();
    QCOMPARE(answers.count("HTTP/1.1 200"), 3);
    QVERIFY(answers.contains("Connection: close"));
  }

  // A body that is not read is never taken for the next request.
  void unreadBodiesAreNoRequests() {
    Browser browser(server_->port());
    const QByteArray hidden = "GET /hidden HTTP/1.1\r\nHost: h\r\n\r\n";
    const WebAnswer answer = browser.raw(
        post("Content-Type: text/plain\r\nContent-Length: " + QByteArray::number(hidden.size()) + "\r\n", hidden),
        5'000);
    QCOMPARE(answer.status, 415);
    QVERIFY(!answer.body.contains("hidden"));
    const WebAnswer get = browser.raw("GET /x HTTP/1.1\r\nHost: h\r\nContent-Length: 33\r\n\r\n" + hidden, 5'000);
    QCOMPARE(get.status, 200);
    QVERIFY(!get.body.contains("hidden"));
  }

  void slowClientsAreCut() {
    QTcpSocket drip;
    drip.connectToHost(QStringLiteral("127.0.0.1"), server_->port());
    QVERIFY(drip.waitForConnected());
    QElapsedTimer time;
    time.start();
    while (drip.state() == QAbstractSocket::ConnectedState && time.elapsed() < 10'000) {
      drip.write(time.elapsed() < 50 ? "GET / HTTP/1.1\r\nA: " : "b");
      drip.flush();
      if (drip.waitForReadyRead(50)) drip.readAll();
    }
    QVERIFY2(time.elapsed() < 5'000, qPrintable(QString::number(time.elapsed())));
  }

  void idleClientsDoNotKeepOthersOut() {
    std::vector<std::unique_ptr<QTcpSocket>> idle;
    for (int i = 0; i < 8; ++i) {
      idle.push_back(std::make_unique<QTcpSocket>());
      idle.back()->connectToHost(QStringLiteral("127.0.0.1"), server_->port());
      QVERIFY(idle.back()->waitForConnected());
    }
    Browser browser(server_->port());
    QTRY_COMPARE(browser.get(QStringLiteral("/in")).status, 200);
  }

  void tooManyAreToldSo() {
    server_.reset();
    const auto gate = std::make_shared<Gate>();
    const auto opened = qScopeGuard([gate] { gate->open(); });
    start([gate](const HttpRequest& request) {
      gate->pass();
      return echo(request);
    });
    const QByteArray get = "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    const auto ask = [&] {
      clients.push_back(std::make_unique<QTcpSocket>());
      clients.back()->connectToHost(QStringLiteral("127.0.0.1"), server_->port());
      if (clients.back()->waitForConnected()) clients.back()->write(get);
      clients.back()->flush();
    };
    ask();
    ask();
    QTRY_COMPARE(gate->waiting.load(), 2);
    ask();  // waits
    Browser browser(server_->port());
    WebAnswer full;
    QTRY_COMPARE((full = browser.raw(get, 1'000)).status, 503);
    QVERIFY(full.body.contains("too many visitors"));
    gate->open();
    for (const auto& client : clients) QVERIFY(client->waitForReadyRead(5'000));
    QTRY_COMPARE(browser.get(QStringLiteral("/after")).status, 200);
  }

  void endsWhileClientsAreConnected() {
    QTcpSocket idle;
    idle.connectToHost(QStringLiteral("127.0.0.1"), server_->port());
    QVERIFY(idle.waitForConnected());
    QElapsedTimer time;
    time.start();
    server_.reset();
    QVERIFY(time.elapsed() < 2'000);
  }

  void portInUseIsExplained() {
    HttpOptions options = smallOptions();
    options.port = server_->port();
    const auto second = HttpServer::bind(options);
    QVERIFY(!second);
    QVERIFY(second.error().text.contains(QStringLiteral("Another program may use the port.")));
  }

  void certificateMustBeOne() {
    HttpOptions options = smallOptions();
    options.encrypted = true;
    options.certificateFile = "/no/such/file.pem";
    const auto bound = HttpServer::bind(options);
    QVERIFY(!bound);
    QVERIFY(bound.error().text.contains(QStringLiteral("/no/such/file.pem")));
  }
};

PARLOUR_TEST(TestHttpServer)

}  // namespace tst_httpserver

#include "tst_httpserver.moc"
