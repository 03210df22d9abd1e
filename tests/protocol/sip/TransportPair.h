// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMutex>
#include <QString>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "protocol/sip/Dialog.h"
#include "protocol/sip/sofia/SofiaTransport.h"

namespace Parlour::Sip {

struct ReceivedRequest {
  ConnectionId connection = 0;
  IncomingId incoming = 0;
  Request request;
};

struct AnsweredInfo {
  ConnectionId connection = 0;
  QByteArray callId;
  quint32 cseq = 0;
  Response response;
};

// A SofiaTransport on a thread of its own for tests: records what is observed, answers by a function.
class TestEnd final : public TransportObserver {
 public:
  using Answer = std::function<Response(const Request&)>;  // status 0: no answer

  explicit TestEnd(const SofiaOptions& options = {}) {
    status_ = loop_.runInThread();
    loop_.invoke([this, &options] {
      Result<std::unique_ptr<SofiaTransport>> made = SofiaTransport::create(loop_, options);
      if (!made) {
        status_ = made.error();
        return;
      }
      transport = std::move(*made);
      transport->setObserver(this);
    });
  }
  ~TestEnd() override {
    loop_.invoke([this] { transport.reset(); });
    loop_.stop();
  }

  QString problem() const { return status_.ok() ? QString() : status_.error().text + status_.error().detail; }

  quint16 listen(Protocol protocol = Protocol::Tcp) {
    quint16 port = 0;
    onLoop([&] {
      const Result<quint16> result = transport->listen(protocol, "127.0.0.1", 0);
      if (result) {
        port = *result;
      } else {
        qWarning() << result.error().text;
      }
    });
    return port;
  }

  void onLoop(const std::function<void()>& work) { loop_.invoke(work); }
  void setAnswer(Answer answer) {
    onLoop([&] { answer_ = std::move(answer); });
  }

  QList<ReceivedRequest> requests() const { return copy(requests_); }
  QList<AnsweredInfo> infos() const { return copy(infos_); }
  QList<std::pair<ConnectionId, Error>> closed() const { return copy(closed_); }
  int countOf(const QByteArray& method) const {
    int count = 0;
    for (const ReceivedRequest& item : requests()) count += item.request.method == method ? 1 : 0;
    return count;
  }

  void requestReceived(ConnectionId connection, IncomingId incoming, const Request& request) override {
    {
      const QMutexLocker lock(&mutex_);
      requests_.append({connection, incoming, request});
    }
    const Response response = answer_ ? answer_(request) : Response{200, {}, {}, {}, false};
    if (incoming != 0 && response.status != 0) transport->respond(incoming, response, "servertag");
  }
  void infoAnswered(ConnectionId connection, const QByteArray& callId, quint32 cseq,
                    const Response& response) override {
    const QMutexLocker lock(&mutex_);
    infos_.append({connection, callId, cseq, response});
  }
  void connectionClosed(ConnectionId connection, const Error& reason) override {
    const QMutexLocker lock(&mutex_);
    closed_.append({connection, reason});
  }

  std::unique_ptr<SofiaTransport> transport;

 private:
  template <typename T>
  QList<T> copy(const QList<T>& list) const {
    const QMutexLocker lock(&mutex_);
    return list;
  }

  SipLoop loop_;
  Status status_ = success();
  Answer answer_;
  mutable QMutex mutex_;
  QList<ReceivedRequest> requests_;
  QList<AnsweredInfo> infos_;
  QList<std::pair<ConnectionId, Error>> closed_;
};

// What an open() or send() reported, readable from the test's thread.
template <typename T>
class Outcome {
 public:
  void set(T value) {
    const QMutexLocker lock(&mutex_);
    values_.append(std::move(value));
  }
  QList<T> all() const {
    const QMutexLocker lock(&mutex_);
    return values_;
  }
  qsizetype count() const { return all().size(); }

 private:
  mutable QMutex mutex_;
  QList<T> values_;
};

inline Request makeRequest(const QByteArray& method, const QByteArray& callId, quint32 cseq,
                           const QByteArray& body = {}) {
  Request request;
  request.method = method;
  request.uri = "sip:chat@orchard.example";
  request.headers = {{"From", "<sip:ada@orchard.example>;tag=fromtag;epid=0123456789"},
                     {"To", "<sip:chat@orchard.example>"},
                     {"Call-ID", callId},
                     {"CSeq", QByteArray::number(cseq) + ' ' + method},
                     {"Contact", "<sip:ada@orchard.example;opaque=user:epid:abc;gruu>"}};
  if (!body.isEmpty()) request.headers.add("Content-Type", "text/plain");
  request.body = body;
  return request;
}

inline InfoHead makeInfoHead(const QByteArray& callId) {
  return {"sip:ada@orchard.example;opaque=user:epid:abc;gruu", "<sip:chat@orchard.example>;tag=s",
          "<sip:ada@orchard.example>;tag=c;epid=01", callId, "<sip:chat@orchard.example>"};
}

}  // namespace Parlour::Sip
