// SPDX-License-Identifier: Apache-2.0
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <deque>

#include "server-sim/control/AdminCall.h"
#include "server-sim/control/ControlServer.h"
#include "server-sim/control/ControlSocket.h"
#include "server-sim/ctl/OfflinePool.h"
#include "server-sim/ctl/OnlinePool.h"
#include "tests/program/TestProgram.h"

namespace tst_controlserver {

using namespace Parlour;
using namespace Parlour::Server;

namespace {

QJsonObject requestNamed(const QString& verb) { return {{QStringLiteral("verb"), verb}}; }

QString errorCode(const QJsonObject& answer) {
  return answer.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString();
}

// Sends bytes as they are and reads lines, waiting at most a few seconds.
class RawClient {
 public:
  explicit RawClient(const QString& directory) {
    auto connected = ControlSocket::connect(directory);
    if (!connected) return;
    socket_ = std::move(*connected);
    const timeval patience{20, 0};
    ::setsockopt(socket_.number(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
  }
  bool isOpen() const { return socket_.isOpen(); }
  void send(const QByteArray& bytes) const {
    qsizetype done = 0;
    while (done < bytes.size()) {
      const ssize_t count =
          ::send(socket_.number(), bytes.constData() + done, static_cast<size_t>(bytes.size() - done), MSG_NOSIGNAL);
      if (count <= 0) return;
      done += count;
    }
  }
  void endSending() const { ::shutdown(socket_.number(), SHUT_WR); }
  // Empty when the server closes the connection.
  QJsonObject readAnswer() {
    while (!read_.contains('\n')) {
      char buffer[4096];
      const ssize_t count = ::recv(socket_.number(), buffer, sizeof(buffer), 0);
      if (count <= 0) return {};
      read_.append(buffer, count);
    }
    const qsizetype end = read_.indexOf('\n');
    const QByteArray line = read_.left(end);
    read_.remove(0, end + 1);
    return QJsonDocument::fromJson(line).object();
  }

 private:
  FileDescriptor socket_;
  QByteArray read_;
};

}  // namespace

class TestControlServer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void onlyTheOwnerMayConnect();
  void answersInOrder();
  void tellsWhoAsks();
  void longDirectoryNames();
  void garbageIsAnswered_data();
  void garbageIsAnswered();
  void oversizeLineEndsTheConnection();
  void severalClients();
  void oneTooMany();
  void idleClientIsLetGo();
  void halfClosedClientGetsItsAnswer();
  void goodbye();
  void lateAnswersAreDropped();
  void takesThePlaceOfALeftOverSocket();

 private:
  void start(const ControlLimits& limits = {});
  // Plays the loop until so many requests have arrived.
  void runLoop(size_t requests);

  struct Arrived {
    QJsonObject request;
    QByteArray account;
    ControlServer::Answer answer;
  };
  std::unique_ptr<QTemporaryDir> directory_;
  Ctl::WorkQueue loop_;
  std::vector<Arrived> arrived_;
  size_t wanted_ = 0;
  bool reached_ = false;
  std::unique_ptr<ControlServer> server_;
};

void TestControlServer::init() {
  directory_ = std::make_unique<QTemporaryDir>();
  arrived_.clear();
}

void TestControlServer::cleanup() { server_.reset(); }

void TestControlServer::start(const ControlLimits& limits) {
  auto started = ControlServer::start(
      directory_->path(), [this](std::function<void()> work) { loop_.post(std::move(work)); },
      [this](const QJsonObject& request, const QByteArray& account, const ControlServer::Answer& answer) {
        arrived_.push_back({request, account, answer});
        reached_ = arrived_.size() >= wanted_;
      },
      limits);
  QVERIFY2(started.ok(), started ? "" : qPrintable(started.error().text));
  server_ = std::move(*started);
}

void TestControlServer::runLoop(size_t requests) {
  wanted_ = requests;
  reached_ = arrived_.size() >= wanted_;
  loop_.run(reached_);
}

void TestControlServer::onlyTheOwnerMayConnect() {
  // A generous mask must not matter.
  const mode_t before = ::umask(0);
  start();
  ::umask(before);
  struct stat info {};
  QCOMPARE(::stat(qPrintable(ControlSocket::pathIn(directory_->path())), &info), 0);
  QVERIFY(S_ISSOCK(info.st_mode));
  QCOMPARE(info.st_mode & 0777U, 0600U);
  server_.reset();
  QVERIFY(::stat(qPrintable(ControlSocket::pathIn(directory_->path())), &info) != 0);
  QVERIFY(ControlSocket::connect(directory_->path()).error().code == ErrorCode::NotFound);
}

void TestControlServer::answersInOrder() {
  start();
  RawClient client(directory_->path());
  client.send("{\"verb\":\"one\"}\n\n{\"verb\":\"two\"}\n");
  runLoop(1);
  // The second request waits for the answer to the first.
  QCOMPARE(arrived_.size(), size_t(1));
  arrived_[0].answer(requestNamed(QStringLiteral("first")));
  QCOMPARE(client.readAnswer(), requestNamed(QStringLiteral("first")));
  runLoop(2);
  QCOMPARE(arrived_[1].request, requestNamed(QStringLiteral("two")));
  arrived_[1].answer(requestNamed(QStringLiteral("second")));
  QCOMPARE(client.readAnswer(), requestNamed(QStringLiteral("second")));
}

void TestControlServer::tellsWhoAsks() {
  start();
  RawClient client(directory_->path());
  client.send("{}\n");
  runLoop(1);
  const auto peer = ControlSocket::connect(directory_->path());
  QVERIFY(peer.ok());
  const auto self = ControlSocket::peerOf(*peer);
  QVERIFY(self.ok());
  QCOMPARE(self->user, ::geteuid());
  QCOMPARE(arrived_[0].account, self->name);
  QVERIFY(!self->name.isEmpty());
}

void TestControlServer::longDirectoryNames() {
  const QString deep = directory_->path() + QLatin1Char('/') + QString(150, QLatin1Char('d'));
  QVERIFY(QDir().mkpath(deep));
  auto started = ControlServer::start(
      deep, [this](std::function<void()> work) { loop_.post(std::move(work)); },
      [](const QJsonObject&, const QByteArray&, const ControlServer::Answer& answer) { answer({}); });
  QVERIFY(started.ok());
  RawClient client(deep);
  QVERIFY(client.isOpen());
}

void TestControlServer::garbageIsAnswered_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::newRow("words") << QByteArray("hello there");
  QTest::newRow("array") << QByteArray("[1,2]");
  QTest::newRow("half an object") << QByteArray("{\"verb\":");
  QTest::newRow("two objects") << QByteArray("{} {}");
  QTest::newRow("zero bytes") << QByteArray(12, '\0');
  QTest::newRow("deep") << QByteArray(5'000, '[');
  QTest::newRow("not UTF-8") << QByteArray("{\"verb\":\"\xff\xfe\"}");
}

void TestControlServer::garbageIsAnswered() {
  QFETCH(QByteArray, line);
  start();
  RawClient client(directory_->path());
  client.send(line + '\n');
  QCOMPARE(errorCode(client.readAnswer()), QStringLiteral("parse-failed"));
  QVERIFY(arrived_.empty());
  // The connection is still good.
  client.send("{}\n");
  runLoop(1);
}

void TestControlServer::oversizeLineEndsTheConnection() {
  ControlLimits limits;
  limits.lineBytes = 1'000;
  start(limits);
  RawClient client(directory_->path());
  client.send(QByteArray(100'000, 'x'));
  QCOMPARE(errorCode(client.readAnswer()), QStringLiteral("limit-exceeded"));
  QVERIFY(client.readAnswer().isEmpty());
  QVERIFY(RawClient(directory_->path()).isOpen());
}

void TestControlServer::severalClients() {
  start();
  RawClient first(directory_->path());
  RawClient second(directory_->path());
  first.send("{\"verb\":\"first\"}\n");
  runLoop(1);
  second.send("{\"verb\":\"second\"}\n");
  runLoop(2);
  // Each gets its own, in whatever order they are answered.
  arrived_[1].answer(arrived_[1].request);
  arrived_[0].answer(arrived_[0].request);
  QCOMPARE(first.readAnswer(), requestNamed(QStringLiteral("first")));
  QCOMPARE(second.readAnswer(), requestNamed(QStringLiteral("second")));
}

void TestControlServer::oneTooMany() {
  ControlLimits limits;
  limits.clients = 2;
  start(limits);
  RawClient first(directory_->path());
  RawClient second(directory_->path());
  first.send("{}\n");
  second.send("{}\n");
  runLoop(2);
  RawClient third(directory_->path());
  QCOMPARE(errorCode(third.readAnswer()), QStringLiteral("busy"));
  QVERIFY(third.readAnswer().isEmpty());
}

void TestControlServer::idleClientIsLetGo() {
  ControlLimits limits;
  limits.idleMs = 50;
  start(limits);
  RawClient client(directory_->path());
  QVERIFY(client.readAnswer().isEmpty());
}

void TestControlServer::halfClosedClientGetsItsAnswer() {
  start();
  RawClient client(directory_->path());
  client.send("{\"verb\":\"last words\"}\n");
  client.endSending();
  runLoop(1);
  arrived_[0].answer(arrived_[0].request);
  QCOMPARE(client.readAnswer(), requestNamed(QStringLiteral("last words")));
  QVERIFY(client.readAnswer().isEmpty());
}

void TestControlServer::goodbye() {
  start();
  RawClient waiting(directory_->path());
  RawClient idle(directory_->path());
  waiting.send("{}\n");
  runLoop(1);
  server_.reset();
  QCOMPARE(errorCode(waiting.readAnswer()), QStringLiteral("connection-lost"));
  QVERIFY(idle.readAnswer().isEmpty());
}

void TestControlServer::lateAnswersAreDropped() {
  start();
  {
    RawClient gone(directory_->path());
    gone.send("{}\n");
    runLoop(1);
  }
  arrived_[0].answer(requestNamed(QStringLiteral("nobody listens")));
  RawClient next(directory_->path());
  next.send("{}\n");
  runLoop(2);
  server_.reset();
  arrived_[1].answer(requestNamed(QStringLiteral("the server is gone")));
}

void TestControlServer::takesThePlaceOfALeftOverSocket() {
  const auto leftOver = ControlSocket::listen(directory_->path());
  QVERIFY(leftOver.ok());
  start();
  RawClient client(directory_->path());
  client.send("{}\n");
  runLoop(1);
}

PARLOUR_TEST(TestControlServer)

}  // namespace tst_controlserver

#include "tst_controlserver.moc"
