// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/integration/host/ServerHost.h"
#include "tests/interop/SipePeer.h"
#include "tests/program/TestProgram.h"

namespace tst_pidginsipe {

using namespace Parlour;
using namespace Parlour::Tests;

namespace {

constexpr char kPassword[] = "secret";

// The rooms of the recording.
constexpr char kOrganisation[] = R"({
  "domain": "example.com", "name": "Interop",
  "users": [{"address": "alice@example.com", "name": "Alice", "password": "secret", "persistentChat": true},
            {"address": "bob@example.com", "name": "Bob", "password": "secret", "persistentChat": true}],
  "categories": [{"name": "All", "guid": "11111111-2222-3333-4444-555555555555", "allowed": ["everyone"]}],
  "rooms": [
    {"name": "lobby", "guid": "5a5e0b0e-0001-4000-8000-000000000001", "category": "All", "privacy": "closed",
     "description": "Everybody is here", "members": ["alice@example.com", "bob@example.com"], "managers": ["alice@example.com"]},
    {"name": "Ops room", "guid": "5a5e0b0e-0002-4000-8000-000000000002", "category": "All", "privacy": "secret",
     "description": "For operators", "members": ["alice@example.com"]},
    {"name": "Entw\u00fcrfe", "guid": "5a5e0b0e-0003-4000-8000-000000000003", "category": "All", "privacy": "closed",
     "members": ["alice@example.com"]},
    {"name": "closed", "guid": "5a5e0b0e-0004-4000-8000-000000000004", "category": "All", "privacy": "closed",
     "description": "Nobody may join", "members": []}]})";

QByteArray replaced(QByteArray text, std::initializer_list<std::pair<QByteArray, QByteArray>> pairs) {
  for (const auto& [from, to] : pairs) text.replace(from, to);
  return text;
}

}  // namespace

// The recorded traffic of pidgin-sipe, sent to our server by a peer that does what that client does. What the
// client needs of each answer (pidgin-sipe 2) is checked where it happens.
class TestPidginSipe : public QObject {
  Q_OBJECT

 private:
  Recording recording_;
  std::unique_ptr<ServerHost> host_;

  QList<Recorded> signInMessages(const QByteArray& chatCallId, const QByteArray& chatTag, bool asBob) const {
    const auto full = recording_.section("1 ");
    QList<Recorded> messages;
    for (Recorded message : full) {
      if (message.user.startsWith("bob")) continue;
      if (message.xccosId() == "grpchat") break;
      message.text =
          replaced(message.text, {{"199Dg361Aa6F35i47ACm7991t031Eb59DDx2D0Dx", chatCallId}, {"498527321", chatTag}});
      if (asBob) {
        if (message.user != "?") message.user = "bob@example.com";
        message.text =
            replaced(message.text, {{"alice", "bobby"},
                                    {"bobby", "bob"},
                                    {"cf0b98dadeb9", "6a5dd544d8bb"},
                                    {"b7878522-d7fe-5c33-b30d-265f6618ae78", "c74661f8-b226-586a-a01d-6cd3e9f2b9cc"}});
        for (const char* id : {"3F63g19A", "1E3Bg345", "9DA8gB34"}) message.text.replace(id, "B0B" + QByteArray(id));
      }
      messages.append(message);
    }
    return fixedLengths(messages);
  }

  static QList<Recorded> fixedLengths(QList<Recorded> messages) {
    for (auto& message : messages) {
      const QByteArray old = "Content-Length: " + message.header("Content-Length");
      message.text.replace(old, "Content-Length: " + QByteArray::number(message.body().size()));
    }
    return messages;
  }

  // Plays what the client sent; every answer that the recording has is awaited and checked by kind.
  void play(SipePeer& peer, const QList<Recorded>& messages, const QByteArray& user = "alice") {
    QList<QByteArray> toAnswer;
    for (const auto& message : messages) {
      if (message.user != "?" && !message.user.startsWith(user)) continue;
      if (message.fromClient && (message.isRequest() || message.isKeepAlive())) {
        peer.send(message);
      } else if (message.fromClient) {
        if (!toAnswer.isEmpty()) peer.answer(toAnswer.takeFirst());
      } else if (!message.isRequest()) {
        if (message.status() == 100) continue;
        const QByteArray response = peer.response(message.header("Call-ID"), message.header("CSeq"));
        QVERIFY2(!response.isEmpty(), message.text.left(400).constData());
        const QByteArray code = message.text.mid(8, 3);
        QVERIFY2(response.mid(8, 3) == code, (code + " expected, got " + response.left(300)).constData());
        checkResponse(message, response);
      } else {
        const QByteArray request = peer.request(message.method(), message.xccosId());
        QVERIFY2(!request.isEmpty(), (message.method() + ' ' + message.xccosId() + " did not come").constData());
        checkRequest(message, request);
        if (message.method() != "BENOTIFY") toAnswer.append(request);
      }
      if (QTest::currentTestFailed()) return;
    }
    for (const QByteArray& request : toAnswer) peer.answer(request);
  }

  // pidgin-sipe 2.2, 2.4, 2.5: the header lines without which the client stops, spelled as it reads them.
  void checkResponse(const Recorded& recorded, const QByteArray& response) {
    const QByteArray method = recorded.header("CSeq").split(' ').value(1);
    if (recorded.status() != 200) return;
    if (method == "REGISTER") {
      QVERIFY(!headerOf(response, "Expires").isEmpty());
      if (headerOf(response, "Expires") == "0") return;
      QVERIFY2(response.contains("\r\nSupported: msrtc-event-categories\r\n"), response.constData());
      QVERIFY2(!response.contains(", vnd-microsoft"), response.constData());
      const auto events = headerOf(response, "Allow-Events").split(',');
      QVERIFY2(events.contains("vnd-microsoft-provisioning-v2"), response.constData());
    }
    if (method == "INVITE") {
      QVERIFY2(!headerOf(response, "Session-Expires").isEmpty(), response.constData());
      QVERIFY(!headerOf(response, "Content-Type").isEmpty());
    }
    if (method == "SUBSCRIBE") QVERIFY(!headerOf(response, "Event").isEmpty());
  }

  // pidgin-sipe 2.6: From is the address that was invited, Call-ID the dialog's, a Content-Type is there.
  void checkRequest(const Recorded& recorded, const QByteArray& request) {
    QCOMPARE(headerOf(request, "Call-ID"), recorded.header("Call-ID"));
    const auto uriOf = [](const QByteArray& header) {
      return header.mid(header.indexOf('<'), header.indexOf('>') - header.indexOf('<') + 1);
    };
    QCOMPARE(uriOf(headerOf(request, "From")), uriOf(recorded.header("From")));
    QVERIFY(!headerOf(request, "Content-Type").isEmpty());
    const QByteArray code = recorded.body().contains("<resp code=\"200\"") ? "<resp code=\"200\"" : "";
    QVERIFY2(request.contains(code), request.constData());
  }

  void signIn(SipePeer& peer, const QByteArray& callId, const QByteArray& tag, bool asBob = false) {
    QVERIFY(peer.connectTo(host_->port()));
    play(peer, signInMessages(callId, tag, asBob), asBob ? "bob" : "alice");
  }

 private Q_SLOTS:
  void initTestCase() {
    recording_ = Recording::load();
    QCOMPARE(recording_.section("1 ").size(), 70);
  }

  void init() {
    host_ = std::make_unique<ServerHost>(QByteArray(kOrganisation));
    host_->config().frontEnd.openSignIn = true;
    host_->config().frontEnd.aliasUri = "sip:pchat@example.com";
    host_->config().frontEnd.sessionExpiresSeconds = 1'800;
  }

  void cleanup() { host_.reset(); }

  void fullSession() {
    const auto started = host_->start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().text));
    SipePeer bob;
    signIn(bob, "5D85g5691aCF54i540Bm0659tD2F0b234AxC38Fx", "3271443653", true);
    if (QTest::currentTestFailed()) return;

    SipePeer alice;
    QVERIFY(alice.connectTo(host_->port()));
    QList<Recorded> forAlice;
    QList<Recorded> forBob;
    for (const auto& message : recording_.section("1 "))
      (message.user.startsWith("bob") ? forBob : forAlice).append(message);
    qsizetype bobsPost = -1;
    for (qsizetype i = 0; i < forBob.size(); ++i) {
      if (forBob[i].fromClient && forBob[i].isRequest() && forBob[i].xccosId() == "grpchat") bobsPost = i;
    }
    // Alice until her own post came back; then bob sees her come and post, and posts himself.
    qsizetype ownEcho = 0;
    while (!(forAlice[ownEcho].xccosId() == "grpchat" && !forAlice[ownEcho].fromClient)) ++ownEcho;
    play(alice, forAlice.mid(0, ownEcho + 1));
    if (QTest::currentTestFailed()) return;
    play(bob, forBob.mid(0, bobsPost + 3), "bob");
    if (QTest::currentTestFailed()) return;
    play(alice, forAlice.mid(ownEcho + 1));
    if (QTest::currentTestFailed()) return;
    play(bob, forBob.mid(bobsPost + 3), "bob");
  }

  void refusedJoinIsAnsweredWithWords() {
    QVERIFY(host_->start().ok());
    SipePeer alice;
    signIn(alice, "J1", "T1");
    if (QTest::currentTestFailed()) return;
    for (const auto& message : recording_.section("1 ")) {
      if (!message.fromClient || !message.text.contains("5a5e0b0e-0004-")) continue;
      Recorded join = message;
      join.text =
          replaced(join.text,
                   {{"199Dg361Aa6F35i47ACm7991t031Eb59DDx2D0Dx", "J1"}, {"498527321", "T1"}, {"CSeq: 4 ", "CSeq: 7 "}});
      alice.send(join);
    }
    const QByteArray reply = alice.request("INFO", "rpl:join");
    QVERIFY2(reply.contains("<resp code=\"403\">ERROR_PERMISSION</resp>"), reply.constData());
  }

  void rejoinsAfterLostConnection() {
    QVERIFY(host_->start().ok());
    {
      SipePeer lost;
      signIn(lost, "L1", "T9");
      if (QTest::currentTestFailed()) return;
      lost.drop();
    }
    QTRY_COMPARE(host_->sessionCount(), size_t{0});
    SipePeer alice;
    QVERIFY(alice.connectTo(host_->port()));
    play(alice, recording_.section("2 "));
  }

  void lostDialogKeepsTheRooms() {
    QVERIFY(host_->start().ok());
    const auto section = recording_.section("3 ");
    SipePeer alice;
    signIn(alice, section.first().header("Call-ID"), "5733337134");
    if (QTest::currentTestFailed()) return;
    host_->clock().advanceMs(1'801'000);
    play(alice, section);
    if (QTest::currentTestFailed()) return;
    // No join was sent, yet a post goes through and comes back.
    const Recorded invite = *std::find_if(section.rbegin(), section.rend(),
                                          [](const Recorded& m) { return m.fromClient && m.text.startsWith("INFO"); });
    Recorded post = section.first();
    post.text = replaced(post.text, {{section.first().header("Call-ID"), invite.header("Call-ID")},
                                     {section.first().header("From"), invite.header("From")},
                                     {"CSeq: 7 ", "CSeq: 3 "}});
    alice.send(post);
    const QByteArray response = alice.response(post.header("Call-ID"), "3 INFO");
    QVERIFY2(response.startsWith("SIP/2.0 200"), response.constData());
    QVERIFY(!alice.request("INFO", "grpchat").isEmpty());
  }

  void sessionTimerAndKeepAlive() {
    QVERIFY(host_->start().ok());
    const auto section = recording_.section("4 ");
    SipePeer alice;
    signIn(alice, section.first().header("Call-ID"), "193934138");
    if (QTest::currentTestFailed()) return;
    play(alice, section);
    QVERIFY(alice.isConnected());
  }

  void digestIn407() {
    host_->config().frontEnd.openSignIn = false;
    QVERIFY(host_->start().ok());
    SipePeer alice;
    alice.setNonceAnswer("alice@example.com", kPassword);
    QVERIFY(alice.connectTo(host_->port()));
    play(alice, recording_.section("5 "));
  }

  void wrongPasswordIsRefusedAtOnce() {
    host_->config().frontEnd.openSignIn = false;
    QVERIFY(host_->start().ok());
    SipePeer alice;
    alice.setNonceAnswer("alice@example.com", "wrong");
    QVERIFY(alice.connectTo(host_->port()));
    const auto section = recording_.section("5 ");
    alice.send(section[0]);
    QVERIFY(alice.response(section[0].header("Call-ID"), "1 REGISTER").startsWith("SIP/2.0 407"));
    alice.send(section[2]);
    const QByteArray refused = alice.response(section[0].header("Call-ID"), "1 REGISTER");
    QVERIFY2(refused.startsWith("SIP/2.0 403"), refused.constData());
    QVERIFY2(refused.contains("reason="), refused.constData());
  }

  void provisioningInNotify_data() {
    QTest::addColumn<QByteArray>("title");
    QTest::newRow("NOTIFY") << QByteArray("8  provisioning in a NOTIFY");
    QTest::newRow("BENOTIFY") << QByteArray("8  provisioning in a BENOTIFY");
  }

  // The recorded client asked for a piggybacked answer in both; without that wish the document comes on its own.
  void provisioningInNotify() {
    QFETCH(QByteArray, title);
    QVERIFY(host_->start().ok());
    SipePeer alice;
    QVERIFY(alice.connectTo(host_->port()));
    play(alice, recording_.section("1 ").mid(0, 2));
    auto section = recording_.section(title);
    const bool benotify = title.endsWith("BENOTIFY");
    section[0].text.replace("Supported: ms-piggyback-first-notify\r\n", "");
    if (!benotify)
      section[0].text =
          replaced(section[0].text, {{"Supported: ms-benotify\r\n", ""}, {"Proxy-Require: ms-benotify\r\n", ""}});
    play(alice, section.mid(0, 3));
    QVERIFY(!alice.hasRequest("NOTIFY", {}));
  }

  void overTls() {
    host_->config().listen = {QStringLiteral("tls:127.0.0.1:0"), QStringLiteral("tcp:127.0.0.1:0")};
    QVERIFY(host_->start().ok());
    SipePeer alice;
    QVERIFY(alice.connectTo(host_->tlsPort(), true));
    const auto section = recording_.section("9 ");
    for (const auto& message : section) {
      alice.send(message);
      const QByteArray response = alice.response(message.header("Call-ID"), message.header("CSeq"));
      QVERIFY2(response.startsWith("SIP/2.0 200"), response.constData());
    }
  }
};

PARLOUR_TEST(TestPidginSipe)

}  // namespace tst_pidginsipe

#include "tst_pidginsipe.moc"
