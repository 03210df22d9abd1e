// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayList>
#include <map>
#include <set>
#include <vector>

#include "protocol/sip/Transport.h"

namespace Parlour::Server::Testing {

// A transport without sockets: hands requests to its observer and writes down what comes back, in order.
// The test answers what was sent; nothing happens by itself.
class FakeTransport final : public Sip::Transport {
 public:
  struct Sent {
    Sip::ConnectionId connection = 0;
    Sip::Request request;
    OnResponse done;
  };
  struct SentInfo {
    Sip::ConnectionId connection = 0;
    Sip::InfoHead head;
    quint32 cseq = 0;
    std::shared_ptr<const Sip::SharedBody> body;
  };

  // What arrives. Gives the number under which the answer is found.
  Sip::IncomingId receive(Sip::ConnectionId connection, const Sip::Request& request);
  void answerInfo(const SentInfo& info, int status);
  void lose(Sip::ConnectionId connection);

  // The answer as its receiver sees it, To and its tag included; status 0 when there is none (yet).
  Sip::Response answerTo(Sip::IncomingId incoming) const;
  // Headers and body exactly as the server gave them.
  Sip::Response rawAnswerTo(Sip::IncomingId incoming) const;
  bool answeredTwice() const { return answeredTwice_; }
  std::vector<SentInfo> takeInfos(const QByteArray& callId);
  std::vector<Sent> takeSent(const QByteArray& method);

  std::vector<Sent> sent;
  std::vector<SentInfo> infos;
  std::vector<Sip::ConnectionId> closed;
  QByteArrayList order;                               // "200", "INFO", "BENOTIFY": what left the server
  bool queueIsFull = false;                           // sendInfo refuses
  std::map<Sip::ConnectionId, QByteArray> addresses;  // of peers; 192.0.2.1 where nothing else is said
  std::vector<Sip::ConnectionId> pinged;

  void setObserver(Sip::TransportObserver* observer) override { observer_ = observer; }
  void open(const Sip::Target& target, OnOpened done) override;
  void send(Sip::ConnectionId connection, const Sip::Request& request, OnResponse onResponse) override;
  bool sendInfo(Sip::ConnectionId connection, const Sip::InfoHead& head, quint32 cseq,
                const std::shared_ptr<const Sip::SharedBody>& body) override;
  void respond(Sip::IncomingId incoming, const Sip::Response& response, const QByteArray& toTag) override;
  void close(Sip::ConnectionId connection) override { closed.push_back(connection); }
  QByteArray peerAddress(Sip::ConnectionId connection) const override;
  void expectPongs(Sip::ConnectionId connection) override { pinged.push_back(connection); }

 private:
  struct Answer {
    Sip::Response response;
    QByteArray toTag;
  };

  Sip::TransportObserver* observer_ = nullptr;
  Sip::IncomingId last_ = 0;
  std::map<Sip::IncomingId, Sip::Request> received_;
  std::map<Sip::IncomingId, Answer> answers_;
  bool answeredTwice_ = false;
};

}  // namespace Parlour::Server::Testing
