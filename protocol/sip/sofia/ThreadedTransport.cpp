// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/ThreadedTransport.h"

#include <QMetaObject>
#include <utility>

#include "protocol/sip/sofia/SofiaTransport.h"

namespace Parlour::Sip {

// Carries what happens on the SIP thread to the context's thread. Its target is a QObject of that thread which dies
// with the ThreadedTransport; Qt then drops the calls that are still queued for it.
class ThreadedTransport::Relay final : public TransportObserver {
 public:
  explicit Relay(QObject* context) : target(new QObject) { target->moveToThread(context->thread()); }
  ~Relay() override = default;

  void requestReceived(ConnectionId connection, IncomingId incoming, const Request& request) override {
    deliver([this, connection, incoming, request] {
      if (observer != nullptr) observer->requestReceived(connection, incoming, request);
    });
  }
  void infoAnswered(ConnectionId connection, const QByteArray& callId, quint32 cseq,
                    const Response& response) override {
    deliver([this, connection, callId, cseq, response] {
      if (observer != nullptr) observer->infoAnswered(connection, callId, cseq, response);
    });
  }
  void connectionClosed(ConnectionId connection, const Error& reason) override {
    deliver([this, connection, reason] {
      if (observer != nullptr) observer->connectionClosed(connection, reason);
    });
  }

  void deliver(std::function<void()> closure) {
    QMetaObject::invokeMethod(target.get(), std::move(closure), Qt::QueuedConnection);
  }

  std::unique_ptr<QObject> target;
  TransportObserver* observer = nullptr;  // of the context's thread
};

Result<std::unique_ptr<ThreadedTransport>> ThreadedTransport::create(QObject* context, const SofiaOptions& options) {
  std::unique_ptr<ThreadedTransport> self(new ThreadedTransport(context));
  const Status started = self->start(options);
  if (!started) return started.error();
  return self;
}

ThreadedTransport::ThreadedTransport(QObject* context) : relay_(std::make_shared<Relay>(context)) {}

Status ThreadedTransport::start(const SofiaOptions& options) {
  const Status running = loop_.runInThread();
  if (!running) return running;
  Status outcome = Error::make(ErrorCode::Internal, QStringLiteral("The SIP thread ended."));
  loop_.invoke([&] {
    Result<std::unique_ptr<SofiaTransport>> transport = SofiaTransport::create(loop_, options);
    if (!transport) {
      outcome = transport.error();
      return;
    }
    transport_ = std::move(*transport);
    transport_->setObserver(relay_.get());
    outcome = success();
  });
  return outcome;
}

ThreadedTransport::~ThreadedTransport() {
  loop_.invoke([this] { transport_.reset(); });
  loop_.stop();
}

void ThreadedTransport::setObserver(TransportObserver* observer) { relay_->observer = observer; }

void ThreadedTransport::open(const Target& target, OnOpened done) {
  loop_.post([this, target, report = std::move(done)] {
    transport_->open(target, [relay = relay_, report](const Result<ConnectionInfo>& outcome) {
      relay->deliver([report, outcome] { report(outcome); });
    });
  });
}

void ThreadedTransport::send(ConnectionId connection, const Request& request, OnResponse onResponse) {
  loop_.post([this, connection, request, report = std::move(onResponse)] {
    OnResponse forward;
    if (report) {
      forward = [relay = relay_, report](const Response& response) {
        relay->deliver([report, response] { report(response); });
      };
    }
    transport_->send(connection, request, std::move(forward));
  });
}

bool ThreadedTransport::sendInfo(ConnectionId connection, const InfoHead& head, quint32 cseq,
                                 const std::shared_ptr<const SharedBody>& body) {
  return loop_.post([this, connection, head, cseq, body] {
    if (transport_->sendInfo(connection, head, cseq, body)) return;
    relay_->infoAnswered(connection, head.callId, cseq, Response{503, "Connection Not Usable", {}, {}, true});
  });
}

void ThreadedTransport::respond(IncomingId incoming, const Response& response, const QByteArray& toTag) {
  loop_.post([this, incoming, response, toTag] { transport_->respond(incoming, response, toTag); });
}

void ThreadedTransport::close(ConnectionId connection) {
  loop_.post([this, connection] { transport_->close(connection); });
}

}  // namespace Parlour::Sip
