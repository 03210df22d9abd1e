// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QSslSocket>
#include <QTest>
#include <array>

#include "tests/integration/host/Multitude.h"
#include "tests/integration/host/ServerProgram.h"
#include "tests/program/TestProgram.h"

namespace tst_connectionload {

using namespace Parlour::Tests;

// A sanitizer keeps memory of its own, also in the server, which is built the same way.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kPlainBuild = false;
#else
constexpr bool kPlainBuild = true;
#endif

// Plain sockets that make one request each.
class Callers {
 public:
  ~Callers() {
    for (const int descriptor : descriptors_) ::close(descriptor);
  }
  bool connect(quint16 port, int count) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (int i = 0; i < count; ++i) {
      const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
      if (descriptor < 0) return false;
      descriptors_.push_back(descriptor);
      if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return false;
    }
    return true;
  }
  void ask() const {
    const QByteArray request =
        "OPTIONS sip:orchard.example SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1:1;branch=z9hG4bKx\r\nMax-Forwards: 70\r\n"
        "From: <sip:user0@orchard.example>;tag=1\r\nTo: <sip:user0@orchard.example>\r\nCall-ID: c\r\n"
        "CSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";
    for (const int descriptor : descriptors_)
      (void)::send(descriptor, request.constData(), static_cast<size_t>(request.size()), MSG_NOSIGNAL);
  }
  // How many got that answer; waits for each.
  int answered(const char* start) const {
    int count = 0;
    for (const int descriptor : descriptors_) {
      std::array<char, 64> buffer{};
      const ssize_t size = ::recv(descriptor, buffer.data(), buffer.size(), 0);
      count += size > 0 && QByteArrayView(buffer.data(), size).startsWith(start) ? 1 : 0;
    }
    return count;
  }
  size_t size() const { return descriptors_.size(); }

 private:
  std::vector<int> descriptors_;
};

// The real program under many connections.
class TestConnectionLoad : public QObject {
  Q_OBJECT

 private:
  static bool raiseOwnLimit(rlim_t wanted) {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_max == RLIM_INFINITY || limit.rlim_max >= wanted;
  }
  static bool everybodyGets(Multitude& people, int post) {
    people.users.front()->post("to all");
    return people.waitUntil([&] {
      return std::all_of(people.users.begin(), people.users.end(),
                         [&](const auto& user) { return user->isIn() && user->postsSeen() == post; });
    });
  }

 private Q_SLOTS:
  void nineThousandConnections() {
    constexpr int kConnections = 9'000;
    if (!raiseOwnLimit(kConnections + 1'000))
      QSKIP("The hard limit of open files forbids as many connections as this test needs.");
    ServerProgram server(multitudeOrganisation(20));
    QVERIFY(server.start());
    Multitude people(server.port(), 20);
    people.signInAll();
    QVERIFY2(people.waitUntilIn(), people.failureText());
    const qint64 before = server.residentKb();
    Callers callers;
    QVERIFY(callers.connect(server.port(), kConnections));
    callers.ask();
    QCOMPARE(callers.answered("SIP/2.0 200 OK"), kConnections);
    QVERIFY2(everybodyGets(people, 1), people.failureText());
    const qint64 perConnection = (server.residentKb() - before) * 1'024 / kConnections;
    QVERIFY2(!kPlainBuild || perConnection < 10'000, qPrintable(QString::number(perConnection)));
  }

  void moreConnectionsThanAllowed() {
    ServerProgram server(multitudeOrganisation(20));
    QVERIFY(server.start(QStringLiteral("tcp"), {QStringLiteral("--server.max-connections"), QStringLiteral("60")}));
    Multitude people(server.port(), 20);
    people.signInAll();
    QVERIFY2(people.waitUntilIn(), people.failureText());
    Callers callers;
    QVERIFY(callers.connect(server.port(), 50));
    callers.ask();
    QCOMPARE(callers.answered("SIP/2.0 200 OK"), 40);
    QVERIFY2(everybodyGets(people, 1), people.failureText());
  }

  void withoutFileDescriptors() {
    if (!kPlainBuild)
      QSKIP("UBSan takes a sound object for a broken one when it gets no file descriptor to look at it.");
    ServerProgram server(multitudeOrganisation(20));
    QVERIFY(server.start());
    Multitude people(server.port(), 20);
    for (size_t i = 1; i < people.users.size(); ++i) people.users[i]->signIn();
    QVERIFY(people.waitUntil([&] { return people.count(&LightUser::isIn) == 19; }));
    std::swap(people.users.front(), people.users.back());  // the one who is not in goes last
    const std::unique_ptr<LightUser> late = std::move(people.users.back());
    people.users.pop_back();
    server.limitFiles(static_cast<quint64>(server.openFiles()) + 3);
    Callers callers;
    QVERIFY(callers.connect(server.port(), 300));
    for (int post = 1; post <= 20; ++post) QVERIFY2(everybodyGets(people, post), people.failureText());
    QVERIFY2(server.complaints().count('\n') < 20, server.complaints().constData());
    server.limitFiles(1'000);
    late->signIn();
    QVERIFY(people.waitUntil([&] { return late->isIn(); }));
  }

  // A thousand, after some that fill what is kept for reuse.
  void tlsConnectionsLeaveMemoryFlat() {
    ServerProgram server(multitudeOrganisation(2));
    QVERIFY(server.start(QStringLiteral("tls")));
    const auto connectTimes = [&server](int count) {
      for (int i = 0; i < count; ++i) {
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.port());
        if (!socket.waitForEncrypted(5'000)) return false;
        socket.abort();
      }
      return true;
    };
    QVERIFY(connectTimes(200));
    const qint64 before = server.residentKb();
    QVERIFY(connectTimes(1'000));
    // 31 KB each when their TLS state is kept (sofia-sip 5.2).
    const qint64 grown = server.residentKb() - before;
    QVERIFY2(!kPlainBuild || grown < 4'000, qPrintable(QString::number(grown)));
  }
};

PARLOUR_TEST(TestConnectionLoad)

}  // namespace tst_connectionload

#include "tst_connectionload.moc"
