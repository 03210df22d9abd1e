// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <set>

#include "app/core/Words.h"
#include "app/core/session/EnvIds.h"
#include "app/core/session/Promises.h"
#include "app/core/session/RequestTable.h"
#include "app/core/session/SessionRefresher.h"
#include "app/core/session/SipLink.h"
#include "protocol/sip/Dialog.h"
#include "protocol/xccos/ResponseCodes.h"

namespace Parlour::Core {

// How a chat session ended without our doing.
struct SessionEnd {
  Error error;
  bool beforeFirstReply = false;  // a BYE instead of an answer: not permitted (xccos 3.2)
};

// The chat dialog with a pool and the XCCOS messages in its INFOs (xccos 3): commands with typed replies,
// posts, notices; repeats after 503 with the same body; session timer. GUI thread; link and ids must outlive it.
class ChatSession {
 public:
  template <typename Reply>
  using OnReply = std::function<void(const Result<Reply>&)>;
  using OnStatus = std::function<void(const Status&)>;

  ChatSession(SipLink& link, Scheduler& scheduler, const Clock& clock, EnvIds& ids, std::function<quint64()> random);
  ~ChatSession();

  // INVITE, 200, ACK. The response is the final answer, success or not.
  void open(const QByteArray& poolUri, std::optional<qint64> keepAliveMs,
            std::function<void(const Sip::Response&)> done);
  void bye();                       // and forgets the dialog; pending commands end as Cancelled
  void reset(const Error& reason);  // forgets the dialog without a word
  bool isOpen() const { return dialog_.isEstablished(); }
  // Whether the server named this in Supported when it accepted the session.
  bool supports(QByteArrayView optionTag) const { return isOpen() && accepted_.hasToken("Supported", optionTag); }

  // One command in one envelope; the callback comes once, in any case (60 s after the 200 at the latest).
  void ask(const Xccos::Command& command, RequestTable::OnReply done);
  template <typename Reply>
  void ask(const Xccos::Command& command, OnReply<Reply> done);
  template <typename Reply>
  QFuture<Result<Reply>> request(const Xccos::Command& command);

  // One post under the envid given. `accepted` tells the outcome at SIP level only (xccos 3.3).
  void post(EnvId envId, const Xccos::ChatMessage& message, OnStatus accepted);

  std::function<void(const Xccos::ChatMessage&, EnvId)> onChat;
  std::function<void(const Xccos::Notice&)> onNotice;
  std::function<void(EnvId, const Error&)> onPostRefused;  // err:grpchat
  std::function<void(const SessionEnd&)> onEnded;

 private:
  struct Info;
  void invited(const Sip::Response& response, const std::function<void(const Sip::Response&)>& done);
  void sendInfo(const std::shared_ptr<Info>& info);
  void infoAnswered(const std::shared_ptr<Info>& info, const Sip::Response& response);
  void sendUpdate();
  bool handle(Sip::IncomingId incoming, const Sip::Request& request);
  void receive(const QByteArray& body);
  void receiveError(const Xccos::ErrorReport& report);
  void dialogGone(const Error& error, bool tellPeer);

  SipLink& link_;
  Scheduler& scheduler_;
  EnvIds& ids_;
  std::function<quint64()> random_;
  std::set<std::shared_ptr<Info>> infos_;  // not finally answered
  RequestTable table_;
  SessionRefresher refresher_;
  std::optional<qint64> keepAliveMs_;
  Lifetime lifetime_;
  SipLink::HandlerId handler_ = 0;
  Sip::Request invite_;
  Sip::Dialog dialog_;
  Sip::Headers accepted_;  // of the 200
  bool replied_ = false;
};

// A reply of the wanted kind, or the error that it or its absence stands for.
template <typename Reply>
Result<Reply> typedReply(const Result<Xccos::Reply>& result) {
  if (!result) return result.error();
  const Xccos::ReplyHeader& header = Xccos::headerOf(*result);
  if (!header.ok()) return Xccos::errorFromResponse(header.code, header.text);
  if (const auto* reply = std::get_if<Reply>(&*result)) return *reply;
  return Error::make(ErrorCode::NotSupported, Words::tr("The server sent an answer of another kind."),
                     QString::fromLatin1(Xccos::messageId(*result)));
}

template <typename Reply>
void ChatSession::ask(const Xccos::Command& command, OnReply<Reply> done) {
  ask(command, RequestTable::OnReply(
                   [done = std::move(done)](const Result<Xccos::Reply>& result) { done(typedReply<Reply>(result)); }));
}

template <typename Reply>
QFuture<Result<Reply>> ChatSession::request(const Xccos::Command& command) {
  auto [future, settle] = makePromise<Result<Reply>>();
  ask<Reply>(command, settle);
  return future;
}

}  // namespace Parlour::Core
