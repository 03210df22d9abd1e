// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QMap>
#include <functional>

#include "app/core/Environment.h"
#include "app/core/session/Lifetime.h"
#include "app/core/session/Timer.h"
#include "protocol/sip/Transport.h"

namespace Parlour::Core {

// Who signs in, from which endpoint (signin 1.2).
struct Identity {
  SipUri user;
  QString password;  // for challenges; never logged
  QByteArray epid;
  QByteArray instance;
  QByteArray userAgent;
};

// The one connection of a client: makes requests with the endpoint's identity, answers challenges once a
// request, hands requests from the server to whoever owns their dialog, and watches that answers come in
// time. GUI thread; the transport must outlive it.
class SipLink final : public Sip::TransportObserver {
 public:
  using OnOpened = std::function<void(const Status&)>;
  using OnFinal = std::function<void(const Sip::Response&)>;
  using OnFinalTold = std::function<void(const Sip::Response&, bool credentialsSent)>;
  using Sequence = std::function<quint32()>;  // the dialog's next CSeq, for a repeat with credentials
  // Returns true when the request belongs to it; it then has answered or will answer.
  using Handler = std::function<bool(Sip::IncomingId, const Sip::Request&)>;
  using HandlerId = quint64;

  SipLink(Sip::Transport& transport, Scheduler& scheduler, const Clock& clock);
  ~SipLink() override;

  void setIdentity(const Identity& identity);
  const Identity& identity() const { return identity_; }
  void setGruu(const QByteArray& gruu) { gruu_ = gruu; }

  void open(const Sip::Target& target, OnOpened done);
  void close();
  bool isOpen() const { return connection_ != 0; }
  const Sip::ConnectionInfo& local() const { return local_; }
  const Sip::Target& target() const { return target_; }

  // A request outside any dialog: fresh Call-ID and From tag, CSeq 1, Contact, User-Agent.
  Sip::Request makeRequest(const QByteArray& method, const QByteArray& uri, const QByteArray& to) const;
  QByteArray fromHeader() const;     // without tag
  QByteArray contactHeader() const;  // the GRUU once registered, else the address of the connection
  // Exactly one final answer; a 401 or 407 is answered once with credentials before that.
  void send(const Sip::Request& request, OnFinal done, const Sequence& sequence = {});
  void sendTelling(const Sip::Request& request, OnFinalTold done, const Sequence& sequence = {});
  void sendWithoutAnswer(const Sip::Request& request);  // ACK
  void respond(Sip::IncomingId incoming, int status, const Sip::Headers& headers = {}, const QByteArray& toTag = {});

  HandlerId addHandler(Handler handler);
  void removeHandler(HandlerId id);

  // Takes the next CSeq of a request that has no dialog yet, for its repeat with credentials.
  static quint32 bumpCSeq(Sip::Request& request);

  std::function<void(const Error&)> onClosed;            // lost, not by close()
  std::function<void(std::optional<qint64>)> onSilence;  // oldest unanswered request waits so many ms; nullopt: none
  qint64 lastSentMs() const { return lastSentMs_; }

  // Counts something else as unanswered, e.g. a command whose reply is due.
  quint64 watchBegin();
  void watchEnd(quint64 id);

  void requestReceived(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request) override;
  void infoAnswered(Sip::ConnectionId connection, const QByteArray& callId, quint32 cseq,
                    const Sip::Response& response) override;
  void connectionClosed(Sip::ConnectionId connection, const Error& reason) override;

 private:
  struct Exchange;
  void transmit(const std::shared_ptr<Exchange>& exchange);
  void answered(const std::shared_ptr<Exchange>& exchange, const Sip::Response& response);
  bool repeatWithCredentials(const std::shared_ptr<Exchange>& exchange, const Sip::Response& response);
  void answerStray(Sip::IncomingId incoming, const Sip::Request& request);
  void checkSilence();
  void reset();

  Sip::Transport& transport_;
  const Clock& clock_;
  Identity identity_;
  QByteArray gruu_;
  Sip::Target target_;
  Sip::ConnectionId connection_ = 0;
  Sip::ConnectionInfo local_;
  QMap<HandlerId, Handler> handlers_;
  HandlerId lastHandler_ = 0;
  QMap<quint64, qint64> unanswered_;  // watch id to the time it began
  quint64 lastWatch_ = 0;
  qint64 lastSentMs_ = 0;
  bool silent_ = false;
  Timer silenceTimer_;
  Lifetime lifetime_;
};

}  // namespace Parlour::Core
