// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include "TransportPair.h"
#include "protocol/sip/sofia/ThreadedTransport.h"
#include "tests/program/TestProgram.h"

namespace tst_threadedtransport {

using namespace Parlour;
using namespace Parlour::Sip;

class ThreadObserver final : public TransportObserver {
 public:
  explicit ThreadObserver(ThreadedTransport& transport) : transport_(transport) {}
  void requestReceived(ConnectionId, IncomingId incoming, const Request& request) override {
    onOwnThread &= QThread::currentThread() == thread_;
    requests.append(request);
    if (incoming != 0) transport_.respond(incoming, Response{200, {}, {}, {}, false}, "t");
  }
  void infoAnswered(ConnectionId, const QByteArray&, quint32, const Response& response) override {
    onOwnThread &= QThread::currentThread() == thread_;
    infos.append(response);
  }
  void connectionClosed(ConnectionId, const Error& reason) override {
    onOwnThread &= QThread::currentThread() == thread_;
    closed.append(reason);
  }
  bool onOwnThread = true;
  QList<Request> requests;
  QList<Response> infos;
  QList<Error> closed;

 private:
  ThreadedTransport& transport_;
  QThread* thread_ = QThread::currentThread();
};

class TestThreadedTransport : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<TestEnd> server_;
  std::unique_ptr<ThreadedTransport> client_;
  std::unique_ptr<ThreadObserver> observer_;
  quint16 port_ = 0;

  ConnectionId openClient() {
    ConnectionId connection = 0;
    client_->open({"127.0.0.1", port_, Protocol::Tcp, {}}, [&](const Result<ConnectionInfo>& info) {
      if (info) connection = info->id;
    });
    return QTest::qWaitFor([&] { return connection != 0; }) ? connection : 0;
  }

 private Q_SLOTS:
  void init() {
    server_ = std::make_unique<TestEnd>();
    port_ = server_->listen();
    auto made = ThreadedTransport::create(this, {});
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().text));
    client_ = std::move(*made);
    observer_ = std::make_unique<ThreadObserver>(*client_);
    client_->setObserver(observer_.get());
  }
  void cleanup() {
    client_.reset();
    server_.reset();
  }

  void everythingComesOnTheContextsThread() {
    const ConnectionId connection = openClient();
    QVERIFY(connection != 0);
    QThread* answeredOn = nullptr;
    Response answer;
    client_->send(connection, makeRequest("REGISTER", "thr", 1), [&](const Response& response) {
      answeredOn = QThread::currentThread();
      answer = response;
    });
    QTRY_VERIFY(answeredOn != nullptr);
    QCOMPARE(answeredOn, QThread::currentThread());
    QCOMPARE(answer.status, 200);
    const ConnectionId back = server_->requests().first().connection;
    auto body = std::make_shared<SharedBody>(SharedBody{"text/plain", "hello"});
    server_->onLoop([&] { QVERIFY(server_->transport->sendInfo(back, makeInfoHead("thr"), 1, body)); });
    QTRY_COMPARE(observer_->requests.size(), 1);
    QTRY_COMPARE(server_->infos().size(), 1);
    QVERIFY(client_->sendInfo(connection, makeInfoHead("thr"), 2, body));
    QTRY_COMPARE(observer_->infos.size(), 1);
    QCOMPARE(observer_->infos.first().status, 200);
    client_->close(connection);
    QTRY_COMPARE(observer_->closed.size(), 1);
    QVERIFY(client_->sendInfo(connection, makeInfoHead("thr"), 3, body));
    QTRY_COMPARE(observer_->infos.size(), 2);
    QCOMPARE(observer_->infos.last().status, 503);
    QVERIFY(observer_->onOwnThread);
  }

  void nothingComesAfterTheEnd() {
    server_->setAnswer([](const Request&) { return Response{}; });
    const ConnectionId connection = openClient();
    bool called = false;
    for (quint32 cseq = 1; cseq <= 50; ++cseq) {
      client_->send(connection, makeRequest("OPTIONS", "end", cseq), [&](const Response&) { called = true; });
    }
    QElapsedTimer timer;
    timer.start();
    client_.reset();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QTest::qWait(50);
    QVERIFY(!called);
    QCOMPARE(observer_->closed.size(), 0);
  }

  void endsQuicklyWhileConnecting() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    bool called = false;
    client_->open({"127.0.0.1", silent.serverPort(), Protocol::Tcp, {}},
                  [&](const Result<ConnectionInfo>&) { called = true; });
    client_->open({"192.0.2.1", 5060, Protocol::Tcp, {}}, [&](const Result<ConnectionInfo>&) { called = true; });
    QElapsedTimer timer;
    timer.start();
    client_.reset();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QTest::qWait(20);
    QVERIFY(!called);
  }

  void manyLivesInARow() {
    for (int i = 0; i < 30; ++i) {
      auto made = ThreadedTransport::create(this, {});
      QVERIFY(made.ok());
    }
  }
};

PARLOUR_TEST(TestThreadedTransport)

}  // namespace tst_threadedtransport

#include "tst_threadedtransport.moc"
