// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "RawPeer.h"
#include "TransportPair.h"
#include "protocol/sip/trace/Trace.h"
#include "tests/program/TestProgram.h"

namespace tst_rawpeer {

using namespace Parlour;
using namespace Parlour::Sip;

// What is on the wire, byte by byte, with a peer that behaves as pidgin-sipe does (pidgin-sipe 2.1, 2.3, 2.12).
class TestRawPeer : public QObject {
  Q_OBJECT

 private:
  SystemClock clock_;
  std::unique_ptr<TraceBuffer> trace_;
  std::unique_ptr<TestEnd> server_;
  std::unique_ptr<RawPeer> peer_;

 private Q_SLOTS:
  void init() {
    trace_ = std::make_unique<TraceBuffer>(clock_);
    SofiaOptions options;
    options.trace = trace_.get();
    server_ = std::make_unique<TestEnd>(options);
    QCOMPARE(server_->problem(), QString());
    peer_ = std::make_unique<RawPeer>(server_->listen());
    QVERIFY(peer_->connected);
  }
  void cleanup() {
    peer_.reset();
    server_.reset();
  }

  void lineEndsBeforeAMessageAreSkipped_data() {
    QTest::addColumn<QByteArray>("lineEnds");
    QTest::newRow("one, as at the start of a connection") << QByteArray("\r\n");
    QTest::newRow("keep-alive") << QByteArray("\r\n\r\n");
    QTest::newRow("several keep-alives") << QByteArray("\r\n\r\n\r\n\r\n\r\n\r\n");
  }

  // In one write with the message, as happens when the network joins them; Debian's library alone goes deaf here.
  void lineEndsBeforeAMessageAreSkipped() {
    QFETCH(QByteArray, lineEnds);
    server_->setAnswer([](const Request&) { return Response{200, {}, {}, {}, false}; });
    for (int i = 1; i <= 3; ++i) {
      peer_->write(lineEnds +
                   rawRequest("OPTIONS", "call" + QByteArray::number(i), 1, "SIP/2.0/tcp 127.0.0.1:5555", ""));
      QVERIFY(peer_->waitFor("Call-ID: call" + QByteArray::number(i)));
    }
  }

  void answersKeepHeaderOrderAndLines() {
    server_->setAnswer([](const Request&) {
      return Response{200,
                      {},
                      {{"Expires", "600"},
                       {"Supported", "msrtc-event-categories"},
                       {"Supported", "adhoclist"},
                       {"Allow-Events", "vnd-microsoft-provisioning-v2,vnd-microsoft-roaming-self"},
                       {"Contact", "<sip:a@x;gruu>;+sip.instance=\"<urn:uuid:1>\";gruu=\"sip:g\""},
                       {"ms-keep-alive", "UAS; tcp=no; hop-hop=yes; end-end=no; timeout=300"},
                       {"Server", "RTC/5.0"}},
                      "<x/>",
                      false};
    });
    peer_->write(rawRequest("REGISTER", "reg", 1, "SIP/2.0/tcp 127.0.0.1:5555", "Event: registration\r\n"));
    QVERIFY(peer_->waitFor("<x/>"));
    const QByteArray expected =
        "\r\nFrom: <sip:ada@orchard.example>;tag=1;epid=ab\r\nTo: <sip:ada@orchard.example>;tag=servertag\r\nCall-ID: "
        "reg\r\n"
        "CSeq: 1 REGISTER\r\nExpires: 600\r\nSupported: msrtc-event-categories\r\nSupported: adhoclist\r\n"
        "Allow-Events: vnd-microsoft-provisioning-v2,vnd-microsoft-roaming-self\r\n"
        "Contact: <sip:a@x;gruu>;+sip.instance=\"<urn:uuid:1>\";gruu=\"sip:g\"\r\n"
        "ms-keep-alive: UAS; tcp=no; hop-hop=yes; end-end=no; timeout=300\r\nServer: RTC/5.0\r\n"
        "Content-Length: 4\r\n\r\n<x/>";
    QVERIFY2(peer_->received.startsWith("SIP/2.0 200 OK\r\nVia: SIP/2.0/"), peer_->received.constData());
    QVERIFY2(peer_->received.endsWith(expected), peer_->received.constData());
    QCOMPARE(trace_->recordsAfter(0).size(), 2);
    QCOMPARE(trace_->recordsAfter(0).last().text, peer_->received);
  }

  void requestsKeepSpellingAndOrder() {
    const QByteArray headers =
        "P-Preferred-Thing: A\r\nSupported: gruu-10\r\nSUPPORTED: ms-benotify, timer\r\nX-Folded: one\r\n  "
        "two\r\n\tthree\r\n"
        "ms-user-data: ms-publiccloud=TRUE\r\nAccept-Language: broken @@ \"value\r\nk: compact\r\nEmpty:\r\nContact: "
        "<sip:a@x>, <sip:b@x>\r\n";
    peer_->write(rawRequest("SERVICE", "svc", 3, "SIP/2.0/tcp 127.0.0.1:5555", headers, "body"));
    QTRY_COMPARE(server_->requests().size(), 1);
    const Request got = server_->requests().first().request;
    QByteArrayList lines;
    for (const Header& line : got.headers) lines.append(line.name + '=' + line.value);
    QCOMPARE(got.uri, QByteArray("sip:orchard.example"));
    QCOMPARE(lines.mid(1),
             (QByteArrayList{"Max-Forwards=70", "From=<sip:ada@orchard.example>;tag=1;epid=ab",
                             "To=<sip:ada@orchard.example>", "Call-ID=svc", "CSeq=3 SERVICE", "P-Preferred-Thing=A",
                             "Supported=gruu-10", "SUPPORTED=ms-benotify, timer", "X-Folded=one two three",
                             "ms-user-data=ms-publiccloud=TRUE", "Accept-Language=broken @@ \"value",
                             "Supported=compact", "Empty=", "Contact=<sip:a@x>, <sip:b@x>"}));
    QCOMPARE(got.body, QByteArray("body"));
    QCOMPARE(got.headers.tokens("Supported"), (QList<QByteArray>{"gruu-10", "ms-benotify", "timer", "compact"}));
  }

  void secondRegisterWithTheSameCSeqAndBranchIsPassedOn_data() {
    QTest::addColumn<QByteArray>("via");
    QTest::newRow("same branch") << QByteArray("SIP/2.0/tcp 127.0.0.1:5555;branch=z9hG4bKsame");
    QTest::newRow("no branch") << QByteArray("SIP/2.0/tcp 127.0.0.1:5555");
    QTest::newRow("branch of RFC 2543") << QByteArray("SIP/2.0/tcp 10.1.2.3:5555;branch=1");
  }
  void secondRegisterWithTheSameCSeqAndBranchIsPassedOn() {
    QFETCH(QByteArray, via);
    server_->setAnswer([](const Request& request) {
      if (request.headers.contains("Proxy-Authorization")) return Response{200, {}, {{"Expires", "600"}}, {}, false};
      return Response{407, {}, {{"Proxy-Authenticate", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\""}}, {}, false};
    });
    peer_->write(rawRequest("REGISTER", "again", 1, via));
    QVERIFY(peer_->waitFor("\r\n\r\n"));
    QVERIFY(peer_->received.startsWith("SIP/2.0 407 Proxy Authentication Required\r\n"));
    QVERIFY(peer_->received.contains("Proxy-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\"\r\n"));
    peer_->received.clear();
    peer_->write(rawRequest("REGISTER", "again", 1, via,
                            "Proxy-Authorization: Digest username=\"ada\", uri=\"(null)\", response=\"1\"\r\n"));
    QVERIFY(peer_->waitFor("\r\n\r\n"));
    QVERIFY2(peer_->received.startsWith("SIP/2.0 200 OK\r\n"), peer_->received.constData());
    QCOMPARE(server_->requests().size(), 2);
    for (const TraceRecord& record : trace_->recordsAfter(0)) QVERIFY(!record.text.contains("response=\"1\""));
  }

  void inviteAndAckWithoutBranchArrive() {
    const QByteArray via = "SIP/2.0/tcp 127.0.0.1:5555";
    peer_->write(
        rawRequest("INVITE", "inv", 1, via, "Content-Type: application/sdp\r\n", "m=message 5060 sip null\r\n"));
    QVERIFY(peer_->waitFor("\r\n\r\n"));
    peer_->write(rawRequest("ACK", "inv", 1, via) +
                 rawRequest("INFO", "inv", 2, via, "Content-Type: text/plain\r\n", "<a/>") +
                 rawRequest("INFO", "inv", 3, via, "Content-Type: text/plain\r\n", "<b/>") +
                 rawRequest("UPDATE", "inv", 4, via));
    QTRY_COMPARE(server_->requests().size(), 5);
    QCOMPARE(server_->requests().at(1).request.method, QByteArray("ACK"));
    QCOMPARE(server_->requests().at(1).incoming, IncomingId(0));
    QCOMPARE(server_->requests().at(2).request.body, QByteArray("<a/>"));  // pipelined: cut by its length
    QCOMPARE(server_->requests().at(3).request.body, QByteArray("<b/>"));
    QCOMPARE(server_->requests().at(4).request.method, QByteArray("UPDATE"));
    QVERIFY(peer_->waitFor("CSeq: 4 UPDATE"));
    QCOMPARE(peer_->received.count("SIP/2.0 200 OK"), 4);
    QTest::qWait(1200);  // nothing repeats a 200 to an INVITE
    peer_->received += peer_->socket.readAll();
    QCOMPARE(peer_->received.count("SIP/2.0 200 OK"), 4);
  }

  void requestsToThePeerAreComplete() {
    peer_->write(rawRequest("REGISTER", "reg", 1, "SIP/2.0/tcp 127.0.0.1:5555"));
    QVERIFY(peer_->waitFor("\r\n\r\n"));
    peer_->received.clear();
    const ConnectionId connection = server_->requests().first().connection;
    auto body = std::make_shared<SharedBody>(SharedBody{"text/plain", QByteArray("\xE2\x82\xAC 1 < 2")});
    server_->onLoop([&] { QVERIFY(server_->transport->sendInfo(connection, makeInfoHead("dlg"), 41, body)); });
    QVERIFY(peer_->waitFor(body->body));
    const QByteArray text = peer_->received;
    QVERIFY(text.startsWith(
        "INFO sip:ada@orchard.example;opaque=user:epid:abc;gruu SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1:"));
    QVERIFY(text.contains(";branch=z9hG4bK"));
    QVERIFY(
        text.endsWith("\r\nMax-Forwards: 70\r\nFrom: <sip:chat@orchard.example>;tag=s\r\nTo: "
                      "<sip:ada@orchard.example>;tag=c;epid=01\r\nCall-ID: dlg\r\nCSeq: 41 INFO\r\nContact: "
                      "<sip:chat@orchard.example>\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n" +
                      body->body));
    // Answered by Call-ID and CSeq; an answer with a wrong one is nobody's.
    const QByteArray via =
        text.mid(text.indexOf("Via:"), text.indexOf("\r\n", text.indexOf("Via:")) - text.indexOf("Via:"));
    for (const char* cseq : {"40", "41"}) {
      peer_->write("SIP/2.0 487 Gone\r\n" + via +
                   "\r\nFrom: <sip:chat@orchard.example>;tag=s\r\nTo: <sip:ada@orchard.example>;tag=c\r\n"
                   "Call-ID: dlg\r\nCSeq: " +
                   cseq + " INFO\r\nms-diagnostics: 1;reason=\"x\"\r\nContent-Length: 0\r\n\r\n");
    }
    QTRY_COMPARE(server_->infos().size(), 1);
    QCOMPARE(server_->infos().first().cseq, 41U);
    QCOMPARE(server_->infos().first().response.status, 487);
    QCOMPARE(server_->infos().first().response.diagnosticsReason(), QByteArray("x"));
  }

  void keepAliveIsAnswered() {
    peer_->write("\r\n\r\n");
    QVERIFY(peer_->waitFor("\r\n"));
    QCOMPARE(peer_->received, QByteArray("\r\n"));
    peer_->write(rawRequest("OPTIONS", "o", 1, "SIP/2.0/tcp 127.0.0.1:5555"));
    QVERIFY(peer_->waitFor("SIP/2.0 200 OK"));
    peer_->received.clear();
    peer_->write("\r\n\r\n");
    QVERIFY(peer_->waitFor("\r\n"));
  }

  void piecesAreJoined() {
    const QByteArray request =
        rawRequest("SERVICE", "slow", 1, "SIP/2.0/tcp 127.0.0.1:5555", "Content-Type: text/plain\r\n", "0123456789");
    for (qsizetype at = 0; at < request.size(); at += 7) {
      peer_->write(request.mid(at, 7));
      QTest::qWait(1);
    }
    QTRY_COMPARE(server_->requests().size(), 1);
    QCOMPARE(server_->requests().first().request.body, QByteArray("0123456789"));
  }

  void requestWithoutViaEndsTheConnection() {
    QByteArray request = rawRequest("OPTIONS", "novia", 1, "x");
    request.replace("Via: x\r\n", "");
    peer_->write(request);
    QVERIFY(peer_->waitForEnd());
    QCOMPARE(server_->requests().size(), 0);
  }
};

PARLOUR_TEST(TestRawPeer)

}  // namespace tst_rawpeer

#include "tst_rawpeer.moc"
