// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "protocol/sip/Dialog.h"
#include "protocol/sip/Transport.h"
#include "server-sim/channel/ChannelService.h"
#include "server-sim/frontend/ChatDialogCounters.h"
#include "server-sim/frontend/Admission.h"
#include "server-sim/frontend/Endpoints.h"
#include "server-sim/frontend/FrontEndSettings.h"

namespace Parlour::Server {

// The SIP dialogs that carry XCCOS (xccos 3): INVITE, ACK, INFO both ways, UPDATE, BYE, session timer, and the
// limits on what a slow client may leave unanswered. Tells the chat service when a session opens and ends.
// Loop thread.
class ChatDialogs : public SessionSink {
 public:
  ChatDialogs(const FrontEndSettings& settings, Sip::Transport& transport, const Clock& clock, Admission& admission,
              FrontEndCounters& counters);
  void setService(ChannelService* service) { service_ = service; }

  void invite(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request);
  void info(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request);
  void update(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request);
  void bye(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request);
  void infoAnswered(const QByteArray& callId, quint32 cseq, const Sip::Response& response);

  void endpointRemoved(const Endpoint& endpoint);
  void connectionClosed(Sip::ConnectionId connection);
  // Ends what nobody refreshed. Call every few seconds.
  void expire();

  void deliver(SessionId session, const SharedEnvelope& envelope) override;
  // No BYE, for the reason of park(): the client's next request gets 481, and its INVITE is refused.
  void endSession(SessionId session) override;
  SessionFacts factsOf(SessionId session) const override;
  size_t count() const { return dialogs_.size(); }
  const ChatDialogCounters& traffic() const { return traffic_; }
  // Messages that clients have not answered: of the one that has most, and of all.
  struct Backlog {
    size_t most = 0;
    size_t all = 0;
  };
  Backlog backlog() const;
  bool has(Sip::ConnectionId connection) const { return byConnection_.contains(connection); }

 private:
  struct UnansweredInfo {
    qsizetype bytes = 0;
    qint64 sentAtMs = 0;
  };
  struct ChatDialog {
    Sip::Dialog dialog;
    Sip::InfoHead head;
    Sip::ConnectionId connection = 0;
    SipUri user;
    QByteArray epid;
    QByteArray agent;
    Timestamp since;
    SessionId session = 0;
    qint64 expiresAtMs = 0;
    // The dialog is over for the client but its joins wait for the next INVITE of the same endpoint on the same
    // connection, because pidgin-sipe believes it is still in its rooms (pidgin-sipe 2.6).
    bool parked = false;
    bool inherited = false;                        // took over the joins of a parked dialog
    int infos = 0;                                 // received
    std::map<quint32, UnansweredInfo> unanswered;  // by CSeq, so the first is the oldest
    qsizetype unansweredBytes = 0;
  };
  using Dialogs = std::unordered_map<QByteArray, ChatDialog>;  // by Call-ID

  bool isOurs(const QByteArray& uri) const;  // pool, lookup service or alias
  std::optional<Sip::Response> refuseInvite(const Endpoint& endpoint, const Sip::Request& request) const;
  void open(const Endpoint& endpoint, const Sip::Request& request, const QByteArray& tag);
  Sip::Response acceptance() const;
  // The dialog the request belongs to, alive or parked; null when there is none.
  ChatDialog* belongsTo(Sip::ConnectionId connection, const Sip::Request& request);
  ChatDialog* find(Sip::ConnectionId connection, const Sip::Request& request);  // alive only
  void park(ChatDialog& dialog);
  void refresh(ChatDialog& dialog);
  std::vector<QByteArray> callIdsOf(Sip::ConnectionId connection) const;
  bool isStalled(const ChatDialog& dialog) const;
  const ChatDialog* dialogOf(const Endpoint& endpoint) const;  // there is at most one
  void end(const QByteArray& callId);
  SessionId forget(const QByteArray& callId);  // leaves the session open
  void send(ChatDialog& dialog, const SharedEnvelope& envelope);
  void flush();
  std::shared_ptr<const Sip::SharedBody> bodyOf(const SharedEnvelope& envelope);

  const FrontEndSettings& settings_;
  Sip::Transport& transport_;
  const Clock& clock_;
  Admission& admission_;
  FrontEndCounters& counters_;
  ChannelService* service_ = nullptr;
  ChatDialogCounters traffic_;
  Dialogs dialogs_;
  std::unordered_map<SessionId, ChatDialog*> bySession_;  // nodes of dialogs_ stay where they are
  std::unordered_multimap<Sip::ConnectionId, QByteArray> byConnection_;
  bool receiving_ = false;  // an INFO is being worked off: what it causes leaves after its 200
  std::vector<std::pair<SessionId, SharedEnvelope>> pending_;
  SharedEnvelope lastEnvelope_;  // a fan-out delivers the same envelope many times: one body for all
  std::shared_ptr<const Sip::SharedBody> lastBody_;
  QByteArray lastContact_;
  QByteArray lastContactHeader_;
  QByteArray lastAgent_;
};

}  // namespace Parlour::Server
