// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "RawPeer.h"
#include "TransportPair.h"
#include "protocol/sip/sofia/TlsFiles.h"
#include "tests/program/TestProgram.h"

namespace tst_connectionguard {

using namespace Parlour;
using namespace Parlour::Sip;

constexpr char kVia[] = "SIP/2.0/TCP 127.0.0.1:1";

// Sockets that exist before the file descriptors run out, and connect only then.
class PreparedSockets {
 public:
  explicit PreparedSockets(int count) {
    for (int i = 0; i < count; ++i) descriptors_.append(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  }
  ~PreparedSockets() {
    for (const int descriptor : descriptors_) ::close(descriptor);
  }
  bool connectAll(quint16 port) const {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return std::all_of(descriptors_.begin(), descriptors_.end(), [&](int descriptor) {
      return ::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    });
  }

 private:
  QList<int> descriptors_;
};

int highestDescriptor() {
  int highest = 0;
  const QDir directory(QStringLiteral("/proc/self/fd"));
  for (const QString& name : directory.entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System))
    highest = std::max(highest, name.toInt());
  return highest;
}

// The soft limit of open files, put back at the end.
class FileLimit {
 public:
  FileLimit() { getrlimit(RLIMIT_NOFILE, &before_); }
  ~FileLimit() { restore(); }
  void restore() {
    setrlimit(RLIMIT_NOFILE, &before_);
    for (const int descriptor : std::exchange(fillers_, {})) ::close(descriptor);
  }
  // From now on only so many more can be opened.
  void leave(int count) {
    rlimit limit = before_;
    limit.rlim_cur = static_cast<rlim_t>(highestDescriptor()) + 20;
    setrlimit(RLIMIT_NOFILE, &limit);
    for (int filler = ::dup(0); filler >= 0; filler = ::dup(0)) fillers_.append(filler);
    for (int i = 0; i < count; ++i) ::close(fillers_.takeLast());
  }

 private:
  rlimit before_{};
  QList<int> fillers_;
};

// Connections before, beside and between requests: who says nothing, who never finishes, and who comes too often.
class TestConnectionGuard : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir certificates_;
  std::unique_ptr<TestEnd> server_;
  quint16 port_ = 0;

  void start(SofiaOptions options, Protocol protocol = Protocol::Tcp) {
    options.certificateDirectory = certificates_.path().toUtf8();
    server_ = std::make_unique<TestEnd>(options);
    port_ = server_->listen(protocol);
    QVERIFY(port_ != 0);
  }
  TransportCounters counters() {
    TransportCounters result;
    server_->onLoop([&] { result = server_->transport->counters(); });
    return result;
  }
  size_t connectionCount() {
    size_t result = 0;
    server_->onLoop([&] { result = server_->transport->connectionCount(); });
    return result;
  }
  static bool served(RawPeer& peer, int cseq = 1) {
    peer.received.clear();
    peer.write(rawRequest("OPTIONS", "served", cseq, kVia));
    return peer.waitFor("SIP/2.0 200 OK");
  }
  bool serverLives() {
    RawPeer peer(port_);
    return served(peer);
  }

 private Q_SLOTS:
  void initTestCase() { QVERIFY(TlsFiles(certificates_.path()).createSelfSigned({QStringLiteral("127.0.0.1")}).ok()); }
  void cleanup() { server_.reset(); }

  void withoutARequestItEnds_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("tls");
    for (const bool tls : {false, true}) {
      const QByteArray where = tls ? "TLS: " : "TCP: ";
      QTest::newRow((where + "silent").constData()) << QByteArray() << tls;
      if (!tls) QTest::newRow("TCP: line ends") << QByteArray("\r\n\r\n") << tls;
      QTest::newRow((where + "half a request").constData()) << QByteArray("OPTIONS sip:x SIP/2.0\r\nVia: SIP") << tls;
      QTest::newRow((where + "garbage").constData()) << QByteArray("\x01\x02 what?\r\n\r\n") << tls;
      QTest::newRow((where + "half a TLS hello").constData()) << QByteArray("\x16\x03\x01\x02\x00\x01", 6) << tls;
      QTest::newRow((where + "a response").constData())
          << QByteArray(
                 "SIP/2.0 200 OK\r\nVia: SIP/2.0/TCP h;branch=z9hG4bKx\r\nFrom: <sip:a@x>;tag=1\r\nTo: "
                 "<sip:b@x>;tag=2\r\nCall-ID: q\r\nCSeq: 1 INFO\r\nContent-Length: 0\r\n\r\n")
          << tls;
    }
  }
  void withoutARequestItEnds() {
    QFETCH(QByteArray, bytes);
    QFETCH(bool, tls);
    SofiaOptions options;
    options.firstRequestTimeout = 50;
    start(options, tls ? Protocol::Tls : Protocol::Tcp);
    RawPeer peer(port_);
    peer.write(bytes);
    QVERIFY(peer.waitForEnd());
    QCOMPARE(connectionCount(), size_t{0});
    QVERIFY(server_->closed().isEmpty());  // it was never known
  }

  void withARequestItStays() {
    SofiaOptions options;
    options.firstRequestTimeout = 300;
    start(options);
    RawPeer peer(port_);
    QVERIFY(served(peer));
    RawPeer silent(port_);
    QVERIFY(silent.waitForEnd());
    QVERIFY(served(peer, 2));
    QCOMPARE(counters().cutSilent, quint64{1});
  }

  // A byte now and then keeps Sofia's own limit from ending it.
  void messageThatNeverEndsIsCut() {
    SofiaOptions options;
    options.partialMessageTimeout = 1'000;
    start(options);
    RawPeer peer(port_);
    QVERIFY(served(peer));
    const QByteArray endless = "OPTIONS sip:x SIP/2.0\r\nX-Long: " + QByteArray(10'000, 'x');
    int sent = 0;
    QTimer drip;
    connect(&drip, &QTimer::timeout, this, [&] { peer.write(endless.mid(sent++, 1)); });
    drip.start(20);
    QVERIFY(peer.waitForEnd(10'000));
    QTRY_COMPARE(server_->closed().size(), 1);
    QCOMPARE(server_->closed().first().second.code, ErrorCode::Timeout);
    QCOMPARE(counters().cutPartial, quint64{1});
    QVERIFY(serverLives());
  }

  void messagesInPiecesAreNotCut() {
    SofiaOptions options;
    options.partialMessageTimeout = 1'000;
    start(options);
    RawPeer peer(port_);
    // Each message has another one's beginning behind it, so the connection always has half a message.
    const QByteArray request = rawRequest("SERVICE", "pieces", 1, kVia, {}, QByteArray(500, 'x'));
    QElapsedTimer timer;
    timer.start();
    int answers = 0;
    peer.write(request.left(200));
    while (timer.elapsed() < 1'800) {
      peer.write(request.mid(200) + request.left(200));
      ++answers;
      QVERIFY(QTest::qWaitFor([&] {
        peer.received += peer.socket.readAll();
        return peer.received.count("SIP/2.0 200 OK") == answers;
      }));
    }
    QCOMPARE(counters().cutPartial, quint64{0});
  }

  void connectionsOfOneAddressAreLimited() {
    SofiaOptions options;
    options.limitLoopback = true;
    options.connectionsPerAddress = 2;
    start(options);
    RawPeer one(port_);
    RawPeer two(port_);
    QVERIFY(served(one) && served(two));
    RawPeer three(port_);
    three.write(rawRequest("OPTIONS", "three", 1, kVia));
    QVERIFY(three.waitForEnd());
    QVERIFY2(three.received.startsWith("SIP/2.0 503"), three.received.constData());
    QVERIFY(three.received.contains("Retry-After: "));
    QCOMPARE(counters().refusedOfAddress, quint64{1});
    QVERIFY(served(one, 2));
    one.socket.close();
    QTRY_COMPARE(server_->closed().size(), 1);
    QVERIFY(serverLives());
  }

  void farTooManyOfOneAddressAreShutOut() {
    SofiaOptions options;
    options.limitLoopback = true;
    options.connectionsPerAddress = 2;
    start(options);
    std::vector<std::unique_ptr<RawPeer>> silent;
    for (int i = 0; i < 30; ++i) silent.push_back(std::make_unique<RawPeer>(port_));
    QVERIFY(silent.back()->waitForEnd());
    QCOMPARE(counters().refusedOfAddress, static_cast<quint64>(30 - 2 - connectionHeadroom(2)));
  }

  void tooFastConnectionsOfOneAddressAreRefused() {
    SofiaOptions options;
    options.limitLoopback = true;
    options.newConnectionsPerAddress = 3;
    start(options);
    for (int i = 0; i < 3; ++i) QVERIFY(serverLives());
    RawPeer fourth(port_);
    fourth.write(rawRequest("OPTIONS", "fourth", 1, kVia));
    QVERIFY(fourth.waitForEnd());
    QVERIFY2(fourth.received.startsWith("SIP/2.0 503"), fourth.received.constData());
  }

  void silentConnectionsDoNotFillTheDoorForEver() {
    SofiaOptions options;
    options.maxConnections = 4;
    options.firstRequestTimeout = 500;
    start(options);
    RawPeer guest(port_);
    QVERIFY(served(guest));
    std::vector<std::unique_ptr<RawPeer>> silent;
    for (int i = 0; i < 40; ++i) silent.push_back(std::make_unique<RawPeer>(port_));
    QVERIFY(silent.back()->waitForEnd());
    QVERIFY(counters().refusedFull > 0);
    QVERIFY(served(guest, 2));
    for (const auto& peer : silent) QVERIFY(peer->waitForEnd());
    QVERIFY(serverLives());
  }

  void withoutFileDescriptors() {
    constexpr int kExcess = 60;
    start({});
    RawPeer guest(port_);
    QVERIFY(served(guest));
    const PreparedSockets sockets(kExcess);
    FileLimit limit;
    limit.leave(5);
    QVERIFY(sockets.connectAll(port_));
    // Each is refused once, and the loop does not turn for those that wait: 5 found a descriptor, and none came twice.
    QTRY_COMPARE(counters().withoutDescriptor + counters().accepted - 1, quint64{kExcess});
    QCOMPARE(counters().withoutDescriptor, quint64{kExcess - 5});
    for (int cseq = 2; cseq < 50; ++cseq) QVERIFY(served(guest, cseq));
    QCOMPARE(counters().withoutDescriptor + counters().accepted - 1, quint64{kExcess});
    limit.restore();
    QVERIFY(serverLives());
  }

  void pings_data() {
    QTest::addColumn<bool>("expected");
    QTest::addColumn<bool>("answers");
    QTest::addColumn<bool>("stays");
    QTest::newRow("dead peer that should answer") << true << false << false;
    QTest::newRow("peer that answers") << true << true << true;
    QTest::newRow("peer of which nothing is expected") << false << false << true;
  }
  void pings() {
    QFETCH(bool, expected);
    QFETCH(bool, answers);
    QFETCH(bool, stays);
    SofiaOptions options;
    options.keepaliveInterval = 200;
    options.pongTimeout = 300;
    start(options);
    RawPeer peer(port_);
    QVERIFY(served(peer));
    const ConnectionId connection = server_->requests().first().connection;
    if (expected) server_->onLoop([&] { server_->transport->expectPongs(connection); });
    int pings = 0;
    connect(&peer.socket, &QTcpSocket::readyRead, this, [&] {
      pings += static_cast<int>(peer.socket.readAll().count("\r\n\r\n"));
      if (answers) peer.write("\r\n");
    });
    const bool ended =
        QTest::qWaitFor([&] { return !server_->closed().isEmpty() || pings >= 3; }, stays ? 1'500 : 5'000);
    QCOMPARE(server_->closed().isEmpty(), stays);
    QCOMPARE(ended, expected);
    QCOMPARE(pings > 0, expected);
  }

  void ourClientAnswersPings() {
    SofiaOptions options;
    options.keepaliveInterval = 200;
    options.pongTimeout = 300;
    start(options);
    TestEnd client;
    Outcome<Result<ConnectionInfo>> opened;
    const Target target{"127.0.0.1", port_, Protocol::Tcp, {}};
    client.onLoop(
        [&] { client.transport->open(target, [&](const Result<ConnectionInfo>& info) { opened.set(info); }); });
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(opened.all().first().ok());
    client.onLoop([&] {
      client.transport->send(opened.all().first()->id, makeRequest("OPTIONS", "pinged", 1), [](const Response&) {});
    });
    QTRY_COMPARE(server_->requests().size(), 1);
    server_->onLoop([&] { server_->transport->expectPongs(server_->requests().first().connection); });
    QVERIFY(!QTest::qWaitFor([&] { return !server_->closed().isEmpty(); }, 900));
  }

  // Connections are recognised by their addresses when their first request comes, in whatever form these are.
  void addressesInEveryForm_data() {
    QTest::addColumn<QByteArray>("listener");
    QTest::addColumn<QString>("client");
    QTest::addColumn<QByteArray>("seen");
    QTest::newRow("IPv4") << QByteArray("0.0.0.0") << QStringLiteral("127.0.0.1") << QByteArray("127.0.0.1");
    QTest::newRow("IPv6") << QByteArray("::1") << QStringLiteral("::1") << QByteArray("::1");
  }
  void addressesInEveryForm() {
    QFETCH(QByteArray, listener);
    QFETCH(QString, client);
    SofiaOptions options;
    options.firstRequestTimeout = 200;
    start(options);
    server_->onLoop([&] {
      const auto port = server_->transport->listen(Protocol::Tcp, listener, 0);
      port_ = port ? *port : quint16{0};
    });
    QTcpSocket peer;
    peer.connectToHost(client, port_);
    if (!peer.waitForConnected(2'000)) QSKIP("This computer does not have that kind of address.");
    peer.write(rawRequest("OPTIONS", "form", 1, kVia));
    QTRY_COMPARE(server_->requests().size(), 1);
    QByteArray seen;
    server_->onLoop([&] { seen = server_->transport->peerAddress(server_->requests().first().connection); });
    QTEST(seen, "seen");
    QVERIFY(!QTest::qWaitFor([&] { return !server_->closed().isEmpty(); }, 900));
    QCOMPARE(counters().cutSilent, quint64{0});
  }

  void peerAddressIsKnown() {
    start({});
    RawPeer peer(port_);
    QVERIFY(served(peer));
    const ConnectionId connection = server_->requests().first().connection;
    QByteArray address;
    server_->onLoop([&] { address = server_->transport->peerAddress(connection); });
    QCOMPARE(address, QByteArray("127.0.0.1"));
    server_->onLoop([&] { address = server_->transport->peerAddress(connection + 1); });
    QCOMPARE(address, QByteArray());
  }

  void randomBytes_data() {
    QTest::addColumn<bool>("tls");
    QTest::newRow("TCP") << false;
    QTest::newRow("TLS") << true;
  }
  // Two seconds; thirty with PARLOUR_LONG_TESTS=1.
  void randomBytes() {
    QFETCH(bool, tls);
    SofiaOptions options;
    options.firstRequestTimeout = 1'000;
    start(options, tls ? Protocol::Tls : Protocol::Tcp);
    QRandomGenerator random(20261122);
    const qint64 milliseconds = qEnvironmentVariableIsSet("PARLOUR_LONG_TESTS") ? 15'000 : 1'000;
    const QByteArray request = rawRequest("SERVICE", "noise", 1, kVia, "Event: x\r\n", "body");
    const int descriptors = highestDescriptor();
    QElapsedTimer timer;
    timer.start();
    int peers = 0;
    while (timer.elapsed() < milliseconds) {
      RawPeer peer(port_);
      QVERIFY(peer.connected);
      ++peers;
      for (int piece = 0; piece < 4; ++piece) {
        QByteArray bytes = random.bounded(2) == 0 ? request : QByteArray(random.bounded(1, 4'000), '\0');
        const int changes = bytes.startsWith('S') ? random.bounded(1, 8) : static_cast<int>(bytes.size());
        for (int i = 0; i < changes; ++i)
          bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
        if (peer.socket.state() != QAbstractSocket::ConnectedState) break;
        peer.write(bytes);
        QCoreApplication::processEvents();
      }
    }
    QVERIFY(peers > 10);
    QTRY_COMPARE_WITH_TIMEOUT(connectionCount(), size_t{0}, 20'000);
    QTRY_VERIFY(highestDescriptor() <= descriptors + 3);
    if (!tls) QVERIFY(serverLives());
    server_->onLoop([] {});
  }
};

PARLOUR_TEST(TestConnectionGuard)

}  // namespace tst_connectionguard

#include "tst_connectionguard.moc"
