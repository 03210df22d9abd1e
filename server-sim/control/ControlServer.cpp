// SPDX-License-Identifier: Apache-2.0
#include "server-sim/control/ControlServer.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QFile>
#include <QJsonDocument>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "protocol/support/Clock.h"
#include "protocol/support/Log.h"
#include "server-sim/control/AdminCall.h"
#include "server-sim/control/ControlConnection.h"

namespace Parlour::Server {

// Answers on their way from the loop to the thread. Outlives both.
struct ControlAnswerBox {
  std::mutex mutex;
  std::vector<std::pair<quint64, QJsonObject>> answers;
  FileDescriptor wake;

  void put(quint64 connection, const QJsonObject& answer) {
    {
      const std::lock_guard lock(mutex);
      answers.emplace_back(connection, answer);
    }
    ring();
  }
  void ring() const {
    const quint64 one = 1;
    // Full means that it was rung already.
    [[maybe_unused]] const ssize_t written = ::write(wake.number(), &one, sizeof(one));
  }
  std::vector<std::pair<quint64, QJsonObject>> take() {
    quint64 count = 0;
    [[maybe_unused]] const ssize_t read = ::read(wake.number(), &count, sizeof(count));
    const std::lock_guard lock(mutex);
    return std::exchange(answers, {});
  }
};

namespace {

constexpr int kLookAfterIdleMs = 1'000;

QJsonObject refusedRequest(ErrorCode code, const QString& text) { return failedAnswer(Error::make(code, text)); }

bool mayConnect(unsigned int user) { return user == 0 || user == ::geteuid(); }

}  // namespace

class ControlServer::Worker {
 public:
  Worker(QString directory, FileDescriptor listener, FileDescriptor wake, Executor loop, Handler handler,
         const ControlLimits& limits);
  ~Worker();

 private:
  void run();
  void waitForEvents(std::vector<pollfd>& events) const;
  void acceptClients();
  void welcome(FileDescriptor descriptor);
  void deliverAnswers();
  void serve(ControlConnection& connection, short happened);
  void takeRequests(ControlConnection& connection);
  void hand(ControlConnection& connection, const QByteArray& line);
  void dropFinished();
  void sayGoodbye();

  const QString directory_;
  const FileDescriptor listener_;
  const std::shared_ptr<ControlAnswerBox> box_;
  const Executor loop_;
  const Handler handler_;
  const ControlLimits limits_;
  const SystemClock clock_;
  std::atomic<bool> stopping_ = false;
  quint64 lastId_ = 0;
  std::vector<std::unique_ptr<ControlConnection>> connections_;
  std::vector<quint64> broken_;
  std::thread thread_;  // last: uses all the others
};

ControlServer::Worker::Worker(QString directory, FileDescriptor listener, FileDescriptor wake, Executor loop,
                              Handler handler, const ControlLimits& limits)
    : directory_(std::move(directory)),
      listener_(std::move(listener)),
      box_(std::make_shared<ControlAnswerBox>()),
      loop_(std::move(loop)),
      handler_(std::move(handler)),
      limits_(limits) {
  box_->wake = std::move(wake);
  thread_ = std::thread([this] { run(); });
}

ControlServer::Worker::~Worker() {
  stopping_ = true;
  box_->ring();
  thread_.join();
  ::unlink(QFile::encodeName(ControlSocket::pathIn(directory_)).constData());
}

void ControlServer::Worker::run() {
  std::vector<pollfd> events;
  while (!stopping_) {
    waitForEvents(events);
    deliverAnswers();
    for (size_t i = 2; i < events.size(); ++i) serve(*connections_[i - 2], events[i].revents);
    if ((events[1].revents & POLLIN) != 0) acceptClients();
    dropFinished();
  }
  sayGoodbye();
}

void ControlServer::Worker::waitForEvents(std::vector<pollfd>& events) const {
  events = {{box_->wake.number(), POLLIN, 0}, {listener_.number(), POLLIN, 0}};
  for (const auto& connection : connections_) events.push_back({connection->number(), connection->events(), 0});
  ::poll(events.data(), static_cast<nfds_t>(events.size()), connections_.empty() ? -1 : kLookAfterIdleMs);
}

void ControlServer::Worker::acceptClients() {
  while (true) {
    FileDescriptor descriptor(::accept4(listener_.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!descriptor.isOpen()) return;
    welcome(std::move(descriptor));
  }
}

void ControlServer::Worker::welcome(FileDescriptor descriptor) {
  const auto peer = ControlSocket::peerOf(descriptor);
  auto connection =
      std::make_unique<ControlConnection>(++lastId_, std::move(descriptor), peer ? peer->name : QByteArray());
  connection->lastActivityMs = clock_.monotonicMs();
  if (!peer || !mayConnect(peer->user)) {
    connection->answerLast(refusedRequest(ErrorCode::PermissionDenied,
                                          QStringLiteral("Only the account that runs the server may do this.")));
  } else if (connections_.size() >= limits_.clients) {
    connection->answerLast(
        refusedRequest(ErrorCode::Busy, QStringLiteral("Too many administrators are connected at once.")));
  }
  connection->flush();
  if (!connection->isFinished()) connections_.push_back(std::move(connection));
}

void ControlServer::Worker::deliverAnswers() {
  for (const auto& [id, answer] : box_->take()) {
    for (const auto& connection : connections_) {
      if (connection->id() != id || !connection->isWaiting()) continue;
      connection->lastActivityMs = clock_.monotonicMs();
      connection->answer(answer);
      takeRequests(*connection);
      if (!connection->flush()) broken_.push_back(id);
    }
  }
}

void ControlServer::Worker::serve(ControlConnection& connection, short happened) {
  bool fine = (happened & (POLLERR | POLLNVAL)) == 0;
  // Both directions are down: nobody is left to read an answer.
  if ((happened & POLLHUP) != 0 && (happened & POLLIN) == 0) fine = false;
  if (fine && (happened & POLLIN) != 0) {
    connection.lastActivityMs = clock_.monotonicMs();
    fine = connection.receive();
    if (fine) takeRequests(connection);
  }
  if (fine) fine = connection.flush();
  if (!fine) broken_.push_back(connection.id());
}

void ControlServer::Worker::takeRequests(ControlConnection& connection) {
  while (const auto line = connection.takeLine()) {
    if (!line->trimmed().isEmpty()) hand(connection, *line);
  }
  if (connection.isOversize(limits_.lineBytes)) {
    connection.answerLast(refusedRequest(
        ErrorCode::LimitExceeded, QStringLiteral("A request may have at most %1 bytes.").arg(limits_.lineBytes)));
  }
}

void ControlServer::Worker::hand(ControlConnection& connection, const QByteArray& line) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(line, &error);
  if (line.size() > limits_.lineBytes || !document.isObject()) {
    return connection.answer(refusedRequest(
        ErrorCode::ParseFailed, QStringLiteral("A request must be one JSON object on one line (%1 at byte %2).")
                                    .arg(error.errorString())
                                    .arg(error.offset)));
  }
  connection.beginRequest();
  const Answer answer = [box = box_, id = connection.id()](const QJsonObject& object) { box->put(id, object); };
  loop_([handler = handler_, request = document.object(), account = connection.account(), answer] {
    handler(request, account, answer);
  });
}

void ControlServer::Worker::dropFinished() {
  const qint64 now = clock_.monotonicMs();
  std::erase_if(connections_, [&](const auto& connection) {
    const bool idle = !connection->isWaiting() && now - connection->lastActivityMs > limits_.idleMs;
    return idle || connection->isFinished() ||
           std::find(broken_.begin(), broken_.end(), connection->id()) != broken_.end();
  });
  broken_.clear();
}

void ControlServer::Worker::sayGoodbye() {
  for (const auto& connection : connections_) {
    if (connection->isWaiting()) {
      connection->answerLast(refusedRequest(
          ErrorCode::ConnectionLost,
          QStringLiteral("The server is ending; look with \"audit list\" whether this was still done.")));
    }
    connection->flush();
  }
  connections_.clear();
}

ControlServer::ControlServer(std::unique_ptr<Worker> worker) : worker_(std::move(worker)) {}
ControlServer::~ControlServer() = default;

Result<std::unique_ptr<ControlServer>> ControlServer::start(const QString& dataDirectory, Executor loop,
                                                            Handler handler, const ControlLimits& limits) {
  auto listener = ControlSocket::listen(dataDirectory);
  if (!listener) return listener.error();
  FileDescriptor wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (!wake.isOpen()) return Error::make(ErrorCode::Storage, QStringLiteral("Cannot start the control socket."));
  auto worker = std::make_unique<Worker>(dataDirectory, std::move(*listener), std::move(wake), std::move(loop),
                                         std::move(handler), limits);
  return std::unique_ptr<ControlServer>(new ControlServer(std::move(worker)));
}

}  // namespace Parlour::Server
