// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QSet>
#include <QTest>

#include "tests/program/TestProgram.h"

#include "RawPeer.h"
#include "TransportPair.h"

namespace tst_hostilepeer {

using namespace Parlour;
using namespace Parlour::Sip;

// Peers that break rules, vanish or do not read: the server lives on and every INFO is accounted for.
class TestHostilePeer : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<TestEnd> server_;
  quint16 port_ = 0;

  void startServer(const SofiaOptions& options) {
    server_ = std::make_unique<TestEnd>(options);
    port_ = server_->listen();
    QVERIFY(port_ != 0);
  }
  bool serverLives() {
    RawPeer peer(port_);
    peer.write(rawRequest("OPTIONS", "alive", 1, "SIP/2.0/TCP 127.0.0.1:1"));
    return peer.waitFor("SIP/2.0 200 OK");
  }
  std::unique_ptr<RawPeer> signedIn(const QByteArray& callId, ConnectionId* connection) {
    auto peer = std::make_unique<RawPeer>(port_);
    peer->write(rawRequest("REGISTER", callId, 1, "SIP/2.0/TCP 127.0.0.1:1"));
    if (!peer->waitFor("\r\n\r\n")) return nullptr;
    for (const ReceivedRequest& item : server_->requests()) {
      if (item.request.callId() == callId) *connection = item.connection;
    }
    return peer;
  }
  static qsizetype openDescriptors() {
    return QDir(QStringLiteral("/proc/self/fd"))
        .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
        .size();
  }

 private Q_SLOTS:
  void init() { startServer({}); }
  void cleanup() { server_.reset(); }

  void garbageDoesNotStopTheServer_data() {
    QTest::addColumn<QByteArray>("bytes");
    QByteArray noise(8000, '\0');
    for (int i = 0; i < noise.size(); ++i) noise[i] = static_cast<char>((i * 7919 + 13) % 256);
    QTest::newRow("noise") << noise;
    QTest::newRow("http") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("tls hello") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11);
    QTest::newRow("half a line") << QByteArray("INVITE sip:");
    QTest::newRow("no headers") << QByteArray("INVITE sip:x SIP/2.0\r\n\r\n");
    QTest::newRow("only colon") << QByteArray("OPTIONS sip:x SIP/2.0\r\n:\r\n\r\n");
    QTest::newRow("broken From")
        << rawRequest("OPTIONS", "c", 1, "SIP/2.0/TCP h:1").replace("From: <sip:ada@orchard.example>", "From: <<<>;;");
    QTest::newRow("broken CSeq")
        << rawRequest("OPTIONS", "c", 1, "SIP/2.0/TCP h:1").replace("CSeq: 1 OPTIONS", "CSeq: one");
    QTest::newRow("other CSeq method")
        << rawRequest("OPTIONS", "c", 1, "SIP/2.0/TCP h:1").replace("CSeq: 1 OPTIONS", "CSeq: 1 BYE");
    QTest::newRow("broken length")
        << rawRequest("OPTIONS", "c", 1, "SIP/2.0/TCP h:1").replace("Content-Length: 0", "Content-Length: many");
    QTest::newRow("negative length")
        << rawRequest("OPTIONS", "c", 1, "SIP/2.0/TCP h:1").replace("Content-Length: 0", "Content-Length: -1");
    QTest::newRow("huge length")
        << rawRequest("OPTIONS", "c", 1, "SIP/2.0/TCP h:1").replace("Content-Length: 0", "Content-Length: 4294967295");
    QTest::newRow("too short length") << rawRequest("OPTIONS", "c", 1, "SIP/2.0/TCP h:1", {}, "0123456789")
                                             .replace("Content-Length: 10", "Content-Length: 4");
    QTest::newRow("SIP 3.0")
        << rawRequest("OPTIONS", "c", 1, "SIP/2.0/TCP h:1").replace("SIP/2.0\r\nVia", "SIP/3.0\r\nVia");
    QTest::newRow("wrong transport in Via") << rawRequest("OPTIONS", "c", 1, "SIP/2.0/UDP h:1");
    QTest::newRow("answer to nothing") << QByteArray(
        "SIP/2.0 200 OK\r\nVia: SIP/2.0/TCP h;branch=z9hG4bKx\r\nFrom: <sip:a@x>;tag=1\r\nTo: "
        "<sip:b@x>;tag=2\r\nCall-ID: q\r\nCSeq: 1 INFO\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("long line") << "OPTIONS sip:" + QByteArray(200'000, 'a') + "@x SIP/2.0\r\n\r\n";
    QByteArray many;
    for (int i = 0; i < 5000; ++i) many += "X-H" + QByteArray::number(i) + ": v\r\n";
    QTest::newRow("many headers") << rawRequest("OPTIONS", "c", 1, "SIP/2.0/TCP h:1", many);
  }
  void garbageDoesNotStopTheServer() {
    QFETCH(QByteArray, bytes);
    RawPeer peer(port_);
    peer.write(bytes);
    QVERIFY(serverLives());
    // The same on a connection that is known already.
    ConnectionId connection = 0;
    const std::unique_ptr<RawPeer> known = signedIn("known", &connection);
    QVERIFY(known != nullptr);
    known->write(bytes);
    QVERIFY(serverLives());
  }

  void knownConnectionThatTurnsToGarbageIsEnded() {
    ConnectionId connection = 0;
    const std::unique_ptr<RawPeer> peer = signedIn("turning", &connection);
    QVERIFY(peer != nullptr);
    peer->write(QByteArray("\x01\x02\x03 what is this?\r\n\r\n\r\n\r\n"));
    QTRY_COMPARE(server_->closed().size(), 1);
    QCOMPARE(server_->closed().first().first, connection);
    QVERIFY(peer->waitForEnd());
  }

  void limitOfOneMessage() {
    SofiaOptions small;
    small.maxMessageBytes = 20'000;
    server_.reset();
    startServer(small);
    const QByteArray via = "SIP/2.0/TCP 127.0.0.1:1";
    RawPeer fits(port_);
    fits.write(rawRequest("SERVICE", "fits", 1, via, {}, QByteArray(19'000, 'x')));
    QVERIFY(fits.waitFor("SIP/2.0 200 OK"));
    RawPeer tooBig(port_);
    tooBig.write(rawRequest("SERVICE", "big", 1, via, {}, QByteArray(60'000, 'x')));
    QVERIFY(tooBig.waitForEnd());
    QVERIFY2(tooBig.received.startsWith("SIP/2.0 413"), tooBig.received.left(200).constData());
    QCOMPARE(server_->requests().size(), 1);
    QVERIFY(serverLives());
  }

  void stuckMessageEndsItsConnection() {
    SofiaOptions hasty;
    hasty.partialMessageTimeout = 1000;
    server_.reset();
    startServer(hasty);
    RawPeer peer(port_);
    peer.write("REGISTER sip:x SIP/2.0\r\nVia: SIP");
    QVERIFY(peer.waitForEnd(8000));
    QVERIFY(serverLives());
  }

  void lossIsReportedOnce_data() {
    QTest::addColumn<bool>("reset");
    QTest::addColumn<bool>("busy");
    QTest::newRow("closed, idle") << false << false;
    QTest::newRow("reset, idle") << true << false;
    QTest::newRow("closed, in fan-out") << false << true;
    QTest::newRow("reset, in fan-out") << true << true;
  }
  void lossIsReportedOnce() {
    QFETCH(bool, reset);
    QFETCH(bool, busy);
    constexpr int kPeers = 20;
    std::vector<std::unique_ptr<RawPeer>> peers;
    QList<ConnectionId> connections;
    for (int i = 0; i < kPeers; ++i) {
      ConnectionId connection = 0;
      peers.push_back(signedIn("peer" + QByteArray::number(i), &connection));
      QVERIFY(peers.back() != nullptr);
      connections.append(connection);
    }
    auto body = std::make_shared<SharedBody>(SharedBody{"text/plain", QByteArray(700, 'x')});
    int sent = 0;
    quint32 cseq = 0;
    const auto fanOut = [&] {
      ++cseq;
      server_->onLoop([&] {
        for (const ConnectionId connection : connections)
          sent += server_->transport->sendInfo(connection, makeInfoHead("d"), cseq, body) ? 1 : 0;
      });
    };
    for (int i = 0; i < kPeers; ++i) {
      if (busy) fanOut();
      if (reset) {
        peers[static_cast<size_t>(i)]->reset();
      } else {
        peers[static_cast<size_t>(i)]->socket.close();
      }
      if (busy) fanOut();
    }
    QTRY_COMPARE(server_->closed().size(), kPeers);
    QTRY_COMPARE(server_->infos().size(), sent);
    QVERIFY(!busy || sent > kPeers);
    for (const AnsweredInfo& info : server_->infos()) QCOMPARE(info.response.status, 503);
    QSet<ConnectionId> distinct;
    for (const auto& [connection, reason] : server_->closed()) {
      distinct.insert(connection);
      QCOMPARE(reason.code, ErrorCode::ConnectionLost);
    }
    QCOMPARE(distinct.size(), kPeers);
    const int before = sent;
    fanOut();
    QCOMPARE(sent, before);
    QCOMPARE(server_->closed().size(), kPeers);
    QVERIFY(serverLives());
  }

  void peerThatDoesNotReadIsCutAndDisturbsNobody() {
    SofiaOptions options;
    options.maxUnansweredInfos = 200;
    options.queueMessages = 64;
    server_.reset();
    startServer(options);
    ConnectionId stalled = 0;
    ConnectionId other = 0;
    const std::unique_ptr<RawPeer> deaf = signedIn("deaf", &stalled);
    const std::unique_ptr<RawPeer> reader = signedIn("reader", &other);
    QVERIFY(deaf && reader);
    deaf->socket.setReadBufferSize(1);
    auto body = std::make_shared<SharedBody>(SharedBody{"text/plain", QByteArray(60'000, 'x') + "END"});
    quint32 sent = 0;
    for (quint32 cseq = 1; cseq <= 1000 && server_->closed().isEmpty(); ++cseq) {
      server_->onLoop([&] { sent += server_->transport->sendInfo(stalled, makeInfoHead("deaf"), cseq, body) ? 1 : 0; });
      if (cseq % 100 == 0) QTest::qWait(10);
    }
    QTRY_COMPARE(server_->closed().size(), 1);
    QCOMPARE(server_->closed().first().first, stalled);
    QCOMPARE(server_->closed().first().second.code, ErrorCode::LimitExceeded);
    QVERIFY(sent <= 200);
    QCOMPARE(server_->infos().size(), static_cast<qsizetype>(sent));
    server_->onLoop([&] { QVERIFY(server_->transport->sendInfo(other, makeInfoHead("reader"), 1, body)); });
    QVERIFY(reader->waitFor("END"));
  }

  void requestsWithoutAnswerAreBounded() {
    SofiaOptions options;
    options.maxUnansweredRequests = 5;
    server_.reset();
    startServer(options);
    server_->setAnswer([](const Request&) { return Response{}; });
    RawPeer peer(port_);
    for (int cseq = 1; cseq <= 8; ++cseq) peer.write(rawRequest("SERVICE", "flood", cseq, "SIP/2.0/TCP 127.0.0.1:1"));
    QVERIFY(peer.waitFor("CSeq: 8 SERVICE"));
    QCOMPARE(peer.received.count("SIP/2.0 503"), 3);
    QCOMPARE(server_->requests().size(), 5);
  }

  void connectionsAreBounded() {
    SofiaOptions options;
    options.maxConnections = 2;
    server_.reset();
    startServer(options);
    ConnectionId one = 0;
    ConnectionId two = 0;
    const auto first = signedIn("one", &one);
    const auto second = signedIn("two", &two);
    RawPeer third(port_);
    third.write(rawRequest("REGISTER", "three", 1, "SIP/2.0/TCP 127.0.0.1:1"));
    QVERIFY(third.waitForEnd());
    QVERIFY2(third.received.startsWith("SIP/2.0 503"), third.received.constData());
    // Spread, so that those who are turned away do not come back together.
    const qsizetype at = third.received.indexOf("Retry-After: ") + 13;
    const int seconds = third.received.mid(at, third.received.indexOf('\r', at) - at).toInt();
    QVERIFY2(seconds >= 20 && seconds < 60, third.received.constData());
    first->socket.close();
    QTRY_COMPARE(server_->closed().size(), 1);
    QVERIFY(serverLives());
  }

  void noDescriptorIsLeaked() {
    QVERIFY(serverLives());
    QTRY_COMPARE(server_->closed().size(), 1);
    const qsizetype before = openDescriptors();
    for (int i = 0; i < 50; ++i) QVERIFY(serverLives());
    QTRY_COMPARE(server_->closed().size(), 51);
    QTRY_COMPARE(openDescriptors(), before);
    for (int i = 0; i < 30; ++i) {
      server_.reset();
      startServer({});
    }
    QTRY_COMPARE(openDescriptors(), before);
  }

  void closingTheServerEndsItsConnections() {
    ConnectionId connection = 0;
    const auto peer = signedIn("left", &connection);
    server_.reset();
    QVERIFY(peer->waitForEnd());
  }
};

PARLOUR_TEST(TestHostilePeer)

}  // namespace tst_hostilepeer

#include "tst_hostilepeer.moc"
