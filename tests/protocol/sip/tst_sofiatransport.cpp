// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include "tests/program/TestProgram.h"

#include "TransportPair.h"

namespace tst_sofiatransport {

using namespace Parlour;
using namespace Parlour::Sip;

class TestSofiaTransport : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<TestEnd> server_;
  std::unique_ptr<TestEnd> client_;
  quint16 port_ = 0;

  ConnectionId openClient(TestEnd& client) {
    auto opened = std::make_shared<Outcome<Result<ConnectionInfo>>>();
    client.onLoop([&] {
      client.transport->open({"127.0.0.1", port_, Protocol::Tcp, {}},
                             [opened](const Result<ConnectionInfo>& info) { opened->set(info); });
    });
    if (!QTest::qWaitFor([&] { return opened->count() == 1; }, 5000)) return 0;
    const Result<ConnectionInfo> info = opened->all().first();
    if (!info || info->localHost != "127.0.0.1" || info->localPort == 0) return 0;
    return info->id;
  }

  std::shared_ptr<Outcome<Response>> sendFrom(TestEnd& end, ConnectionId connection, const Request& request) {
    auto outcome = std::make_shared<Outcome<Response>>();
    end.onLoop([&] {
      end.transport->send(connection, request, [outcome](const Response& response) { outcome->set(response); });
    });
    return outcome;
  }

 private Q_SLOTS:
  void init() {
    server_ = std::make_unique<TestEnd>();
    client_ = std::make_unique<TestEnd>();
    QCOMPARE(server_->problem(), QString());
    port_ = server_->listen();
    QVERIFY(port_ != 0);
  }

  void cleanup() {
    client_.reset();
    server_.reset();
  }

  void everyMethodMakesARoundTrip_data() {
    QTest::addColumn<QByteArray>("method");
    for (const char* method :
         {"REGISTER", "SUBSCRIBE", "SERVICE", "NOTIFY", "OPTIONS", "INFO", "BYE", "UPDATE", "MESSAGE", "PING"}) {
      QTest::newRow(method) << QByteArray(method);
    }
  }
  void everyMethodMakesARoundTrip() {
    QFETCH(QByteArray, method);
    const ConnectionId connection = openClient(*client_);
    QVERIFY(connection != 0);
    const auto answer = sendFrom(*client_, connection, makeRequest(method, "call-1", 7, "<publish/>"));
    QTRY_COMPARE(answer->count(), 1);
    const Response response = answer->all().first();
    QCOMPARE(response.status, 200);
    QVERIFY(!response.local);
    QCOMPARE(response.cseq(), 7U);
    QCOMPARE(response.cseqMethod(), method);
    QCOMPARE(response.headers.value("To"), QByteArray("<sip:chat@orchard.example>;tag=servertag"));
    QCOMPARE(server_->requests().size(), 1);
    const Request got = server_->requests().first().request;
    QCOMPARE(got.method, method);
    QCOMPARE(got.uri, QByteArray("sip:chat@orchard.example"));
    QCOMPARE(got.body, QByteArray("<publish/>"));
    QCOMPARE(got.contentType(), QByteArray("text/plain"));
  }

  void serverReachesAClientWithGruuOverItsConnection() {
    const ConnectionId connection = openClient(*client_);
    const auto registered = sendFrom(*client_, connection, makeRequest("REGISTER", "call-2", 1));
    QTRY_COMPARE(registered->count(), 1);
    const ConnectionId atServer = server_->requests().first().connection;
    auto body = std::make_shared<SharedBody>(SharedBody{"text/plain", "<xccos/>"});
    for (quint32 cseq = 1; cseq <= 3; ++cseq) {
      server_->onLoop([&] { QVERIFY(server_->transport->sendInfo(atServer, makeInfoHead("call-2"), cseq, body)); });
    }
    QTRY_COMPARE(server_->infos().size(), 3);
    for (quint32 cseq = 1; cseq <= 3; ++cseq) {
      const AnsweredInfo info = server_->infos().at(cseq - 1);
      QCOMPARE(info.cseq, cseq);
      QCOMPARE(info.callId, QByteArray("call-2"));
      QCOMPARE(info.response.status, 200);
      const Request got = client_->requests().at(cseq - 1).request;
      QCOMPARE(got.method, QByteArray("INFO"));
      QCOMPARE(got.uri, QByteArray("sip:ada@orchard.example;opaque=user:epid:abc;gruu"));
      QCOMPARE(got.body, QByteArray("<xccos/>"));
      QCOMPARE(got.headers.value("Contact"), QByteArray("<sip:chat@orchard.example>"));
      QCOMPARE(got.cseq(), cseq);
    }
    const auto full = sendFrom(*server_, atServer, makeRequest("NOTIFY", "call-9", 4, "n"));
    QTRY_COMPARE(full->count(), 1);
    QCOMPARE(full->all().first().status, 200);
  }

  void messagesOfOneTurnLeaveTogetherAndInOrder() {
    const ConnectionId connection = openClient(*client_);
    const auto registered = sendFrom(*client_, connection, makeRequest("REGISTER", "call-2", 1));
    QTRY_COMPARE(registered->count(), 1);
    const ConnectionId atServer = server_->requests().first().connection;
    quint64 before = 0;
    constexpr quint32 kMessages = 40;
    server_->onLoop([&] {
      before = server_->transport->counters().writes;
      for (quint32 cseq = 1; cseq <= kMessages; ++cseq) {
        const auto body = std::make_shared<SharedBody>(SharedBody{"text/plain", QByteArray::number(cseq)});
        QVERIFY(server_->transport->sendInfo(atServer, makeInfoHead("call-2"), cseq, body));
      }
    });
    QTRY_COMPARE(server_->infos().size(), qsizetype(kMessages));
    for (quint32 cseq = 1; cseq <= kMessages; ++cseq) {
      QCOMPARE(client_->requests().at(cseq - 1).request.cseq(), cseq);
      QCOMPARE(client_->requests().at(cseq - 1).request.body, QByteArray::number(cseq));
    }
    server_->onLoop([&] { QCOMPARE(server_->transport->counters().writes - before, quint64(2)); });
  }

  void whatATurnSendsLeavesBeforeTheConnectionIsClosed() {
    const ConnectionId connection = openClient(*client_);
    const auto registered = sendFrom(*client_, connection, makeRequest("REGISTER", "call-2", 1));
    QTRY_COMPARE(registered->count(), 1);
    const ConnectionId atServer = server_->requests().first().connection;
    server_->onLoop([&] {
      const auto body = std::make_shared<SharedBody>(SharedBody{"text/plain", "last words"});
      for (quint32 cseq = 1; cseq <= 3; ++cseq) {
        QVERIFY(server_->transport->sendInfo(atServer, makeInfoHead("call-2"), cseq, body));
      }
      server_->transport->close(atServer);
    });
    QTRY_COMPARE(client_->countOf("INFO"), 3);
  }

  void inviteIsAnsweredAndAcknowledged() {
    server_->setAnswer([](const Request& request) {
      Response response{
          200, {}, {{"Contact", "<sip:chat@orchard.example>"}, {"Session-Expires", "1800;refresher=uac"}}, {}, false};
      if (request.body == "no") response.status = 488;
      return response;
    });
    const ConnectionId connection = openClient(*client_);
    const Request invite = makeRequest("INVITE", "call-3", 1, "v=0");
    const auto answer = sendFrom(*client_, connection, invite);
    QTRY_COMPARE(answer->count(), 1);
    QCOMPARE(answer->all().first().status, 200);
    Dialog dialog = Dialog::fromResponse(invite, answer->all().first());
    client_->onLoop([&] { client_->transport->send(connection, dialog.makeAck(1), {}); });
    QTRY_COMPARE(server_->countOf("ACK"), 1);
    QCOMPARE(server_->requests().last().incoming, IncomingId(0));
    QCOMPARE(server_->requests().last().request.to().tag(), QByteArray("servertag"));
    const auto refused = sendFrom(*client_, connection, makeRequest("INVITE", "call-4", 1, "no"));
    QTRY_COMPARE(refused->count(), 1);
    QCOMPARE(refused->all().first().status, 488);
    QCOMPARE(refused->all().first().phrase, QByteArray("Not Acceptable Here"));
    QTRY_COMPARE(server_->countOf("ACK"), 2);  // made by the transport
  }

  void cancelEndsAnInviteThatWaits() {
    server_->setAnswer([](const Request& request) {
      return Response{request.method == "INVITE" ? 180 : 200, {}, {}, {}, false};
    });
    const ConnectionId connection = openClient(*client_);
    const auto invite = sendFrom(*client_, connection, makeRequest("INVITE", "call-5", 1));
    QTRY_COMPARE(invite->count(), 1);
    QCOMPARE(invite->all().first().status, 180);
    const auto cancel = sendFrom(*client_, connection, makeRequest("CANCEL", "call-5", 1));
    QTRY_COMPARE(cancel->count(), 1);
    QCOMPARE(cancel->all().first().status, 200);
    QTRY_COMPARE(invite->count(), 2);
    QCOMPARE(invite->all().last().status, 487);
    const auto late = sendFrom(*client_, connection, makeRequest("CANCEL", "call-5", 1));
    QTRY_COMPARE(late->count(), 1);
    QCOMPARE(late->all().first().status, 481);
  }

  void benotifyPassesAndWaitsForNothing() {
    server_->setAnswer([](const Request& request) {
      return Response{request.method == "BENOTIFY" ? 0 : 200, {}, {}, {}, false};
    });
    const ConnectionId connection = openClient(*client_);
    client_->onLoop([&] { client_->transport->send(connection, makeRequest("BENOTIFY", "call-6", 2, "x"), {}); });
    QTRY_COMPARE(server_->countOf("BENOTIFY"), 1);
  }

  void bodiesOfAnyAllowedSizeArrive_data() {
    QTest::addColumn<int>("size");
    QTest::newRow("64 KB") << 64 * 1024;
    QTest::newRow("1 MB") << 1024 * 1024;
    QTest::newRow("1.9 MB") << 1900 * 1024;
  }
  void bodiesOfAnyAllowedSizeArrive() {
    QFETCH(int, size);
    QByteArray body(size, 'x');
    for (int i = 0; i < size; i += 97) body[i] = static_cast<char>('a' + i % 26);
    server_->setAnswer([](const Request& request) {
      return Response{200, {}, {{"Content-Type", "text/plain"}}, request.body, false};
    });
    const ConnectionId connection = openClient(*client_);
    const auto answer = sendFrom(*client_, connection, makeRequest("SERVICE", "big", 1, body));
    QTRY_COMPARE_WITH_TIMEOUT(answer->count(), 1, 20000);
    QCOMPARE(answer->all().first().status, 200);
    QVERIFY(answer->all().first().body == body);
    QVERIFY(server_->requests().first().request.body == body);
  }

  void unansweredRequestsEndWith408() {
    SofiaOptions impatient;
    impatient.answerTimeout = 400;
    TestEnd client(impatient);
    server_->setAnswer([](const Request&) { return Response{}; });
    const ConnectionId connection = openClient(client);
    const auto answer = sendFrom(client, connection, makeRequest("SERVICE", "call-7", 1));
    client.onLoop([&] {
      client.transport->sendInfo(connection, makeInfoHead("call-7"), 2,
                                 std::make_shared<SharedBody>(SharedBody{"text/plain", "x"}));
    });
    QTRY_COMPARE(answer->count(), 1);
    QCOMPARE(answer->all().first().status, 408);
    QVERIFY(answer->all().first().local);
    QTRY_COMPARE(client.infos().size(), 1);
    QCOMPARE(client.infos().first().response.status, 408);
  }

  void requestsThatNobodyAnswersAreAnsweredInTheEnd() {
    SofiaOptions impatient;
    impatient.answerTimeout = 300;
    TestEnd server(impatient);
    port_ = server.listen();
    server.setAnswer([](const Request&) { return Response{}; });
    const ConnectionId connection = openClient(*client_);
    const auto answer = sendFrom(*client_, connection, makeRequest("OPTIONS", "call-8", 1));
    QTRY_COMPARE(answer->count(), 1);
    QCOMPARE(answer->all().first().status, 408);
    QVERIFY(!answer->all().first().local);
  }

  void refusedConnectionIsReportedAtOnce() {
    QTcpServer reserved;
    QVERIFY(reserved.listen(QHostAddress::LocalHost));
    const quint16 port = reserved.serverPort();
    reserved.close();
    auto opened = std::make_shared<Outcome<Result<ConnectionInfo>>>();
    QElapsedTimer timer;
    timer.start();
    client_->onLoop([&] {
      client_->transport->open({"127.0.0.1", port, Protocol::Tcp, {}},
                               [opened](const auto& info) { opened->set(info); });
    });
    QTRY_COMPARE(opened->count(), 1);
    QVERIFY(!opened->all().first().ok());
    QCOMPARE(opened->all().first().error().code, ErrorCode::ConnectionLost);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(client_->closed().size(), 0);
  }

  void hostNamesAreRefused() {
    auto opened = std::make_shared<Outcome<Result<ConnectionInfo>>>();
    client_->onLoop([&] {
      client_->transport->open({"localhost", 5060, Protocol::Tcp, {}},
                               [opened](const auto& info) { opened->set(info); });
      QCOMPARE(opened->count(), 0);  // never from inside the call
    });
    QTRY_COMPARE(opened->count(), 1);
    QCOMPARE(opened->all().first().error().code, ErrorCode::InvalidArgument);
  }

  void closingTellsBothSidesOnce() {
    const ConnectionId connection = openClient(*client_);
    const auto registered = sendFrom(*client_, connection, makeRequest("REGISTER", "call-10", 1));
    QTRY_COMPARE(registered->count(), 1);
    client_->onLoop([&] { client_->transport->close(connection); });
    QTRY_COMPARE(client_->closed().size(), 1);
    QCOMPARE(client_->closed().first().second.code, ErrorCode::Cancelled);
    QTRY_COMPARE(server_->closed().size(), 1);
    QCOMPARE(server_->closed().first().first, server_->requests().first().connection);
    const auto late = sendFrom(*client_, connection, makeRequest("REGISTER", "call-10", 2));
    QTRY_COMPARE(late->count(), 1);
    QCOMPARE(late->all().first().status, 503);
    QVERIFY(late->all().first().local);
    client_->onLoop([&] {
      QVERIFY(!client_->transport->sendInfo(connection, makeInfoHead("x"), 1, std::make_shared<SharedBody>()));
    });
    QCOMPARE(client_->closed().size(), 1);
  }

  void answerBeforeCloseStillArrives() {
    const ConnectionId connection = openClient(*client_);
    server_->setAnswer([](const Request&) { return Response{403, {}, {}, {}, false}; });
    const auto answer = sendFrom(*client_, connection, makeRequest("REGISTER", "call-11", 1));
    QTRY_COMPARE(server_->requests().size(), 1);
    server_->onLoop([&] { server_->transport->close(server_->requests().first().connection); });
    QTRY_COMPARE(answer->count(), 1);
    QCOMPARE(answer->all().first().status, 403);
    QTRY_COMPARE(client_->closed().size(), 1);
  }

  void pendingRequestsFailWhenTheConnectionEnds() {
    server_->setAnswer([](const Request&) { return Response{}; });
    const ConnectionId connection = openClient(*client_);
    const auto answer = sendFrom(*client_, connection, makeRequest("SERVICE", "call-12", 1));
    QTRY_COMPARE(server_->requests().size(), 1);
    server_.reset();
    QTRY_COMPARE(answer->count(), 1);
    QCOMPARE(answer->all().first().status, 503);
    QVERIFY(answer->all().first().local);
    QTRY_COMPARE(client_->closed().size(), 1);
  }

  void manyClientsAtOnce() {
    std::vector<std::shared_ptr<Outcome<Response>>> answers;
    QList<ConnectionId> connections;
    for (int i = 0; i < 20; ++i) connections.append(openClient(*client_));
    for (int i = 0; i < 20; ++i) {
      for (quint32 cseq = 1; cseq <= 20; ++cseq) {
        answers.push_back(
            sendFrom(*client_, connections[i], makeRequest("SERVICE", "many" + QByteArray::number(i), cseq)));
      }
    }
    for (const auto& answer : answers) {
      QTRY_COMPARE(answer->count(), 1);
      QCOMPARE(answer->all().first().status, 200);
    }
    QCOMPARE(server_->requests().size(), 400);
  }
};

PARLOUR_TEST(TestSofiaTransport)

}  // namespace tst_sofiatransport

#include "tst_sofiatransport.moc"
