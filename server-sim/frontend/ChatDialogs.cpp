// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/ChatDialogs.h"

#include <algorithm>

#include "protocol/files/FileHttp.h"
#include "protocol/support/Log.h"
#include "protocol/xccos/Names.h"
#include "server-sim/channel/ChannelState.h"
#include "server-sim/frontend/Replies.h"
#include "server-sim/frontend/SessionDescription.h"
#include "server-sim/log/LogScope.h"

namespace Parlour::Server {
namespace {

constexpr int kResourceUnknown = 4007;
constexpr int kChatNotAllowed = 4004;
constexpr int kBusyRetrySeconds = 5;
// Of what a client calls itself.
constexpr qsizetype kLongestAgent = 120;
// How long answers may be missing before a client counts as stuck: under load they lie unread in our own receive
// buffers for a while.
constexpr qint64 kAnswerPatienceMs = 5'000;

bool carriesXccos(const QByteArray& type) {
  return type == "text/plain" || type == "application/xml" || type == "text/xml";
}

// Thousands of dialogs share what they have in common.
QByteArray sameAs(QByteArray& last, const QByteArray& value) {
  if (last != value) last = value;
  return last;
}

bool endsDialog(int status) { return status == 481 || status == 487 || status == 408; }

}  // namespace

ChatDialogs::ChatDialogs(const FrontEndSettings& settings, Sip::Transport& transport, const Clock& clock,
                         Admission& admission, FrontEndCounters& counters)
    : settings_(settings), transport_(transport), clock_(clock), admission_(admission), counters_(counters) {}

ChatDialogs::ChatDialog* ChatDialogs::belongsTo(Sip::ConnectionId connection, const Sip::Request& request) {
  const auto it = dialogs_.find(request.callId());
  if (it == dialogs_.end() || it->second.connection != connection) return nullptr;
  return it->second.dialog.matches(request) ? &it->second : nullptr;
}

ChatDialogs::ChatDialog* ChatDialogs::find(Sip::ConnectionId connection, const Sip::Request& request) {
  ChatDialog* dialog = belongsTo(connection, request);
  if (dialog && !dialog->parked && dialog->expiresAtMs <= clock_.monotonicMs()) park(*dialog);
  return dialog && !dialog->parked ? dialog : nullptr;
}

// No BYE: pidgin-sipe never recovers from one (pidgin-sipe 2.11). Its next request gets 481 and it starts over.
void ChatDialogs::park(ChatDialog& dialog) {
  dialog.parked = true;
  refresh(dialog);
}

void ChatDialogs::invite(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request) {
  if (ChatDialog* known = find(endpoint.connection, request)) {
    refresh(*known);
    return transport_.respond(incoming, acceptance(), known->dialog.localTag());
  }
  const QByteArray tag = Sip::newTag();
  if (const auto refused = refuseInvite(endpoint, request)) return transport_.respond(incoming, *refused, tag);
  open(endpoint, request, tag);
  transport_.respond(incoming, acceptance(), tag);
}

bool ChatDialogs::isOurs(const QByteArray& uri) const {
  return uri == settings_.poolUri.toLower() || uri == settings_.lookupUri.toLower() ||
         (!settings_.aliasUri.isEmpty() && uri == settings_.aliasUri.toLower()) ||
         service_->state().poolEndpoints().contains(uri);
}

std::optional<Sip::Response> ChatDialogs::refuseInvite(const Endpoint& endpoint, const Sip::Request& request) const {
  if (!request.to().tag().isEmpty() || dialogs_.contains(request.callId())) return plainReply(481);
  const auto callee = SipUri::parse(request.uri);
  if (!callee || !isOurs(callee->bytes())) {
    return refusal(404, kResourceUnknown, settings_.hostName);
  }
  if (!request.body.isEmpty() && !offersMessageMedia(request.body)) return plainReply(488);
  // What takes the place of an earlier dialog needs no room of its own.
  const bool replaces = dialogOf(endpoint) != nullptr;
  if (!replaces && static_cast<int>(dialogs_.size()) >= settings_.maxSessions) {
    counters_.sessionsFull.add();
    return busyReply(kBusyRetrySeconds);
  }
  const auto allowed = service_->mayOpen(endpoint.user);
  if (allowed || (replaces && allowed.error().code == ErrorCode::LimitExceeded)) return std::nullopt;
  if (allowed.error().code == ErrorCode::Busy || allowed.error().code == ErrorCode::LimitExceeded) {
    return busyReply(kBusyRetrySeconds);
  }
  return refusal(403, kChatNotAllowed, settings_.hostName, allowed.error().text);
}

void ChatDialogs::open(const Endpoint& endpoint, const Sip::Request& request, const QByteArray& tag) {
  ChatDialog opened;
  const QByteArray contact = sameAs(lastContact_, SipUri::fromTrusted(request.uri).bytes());
  opened.dialog = Sip::Dialog::fromRequest(request, tag, contact);
  opened.head = {opened.dialog.remoteTarget(), opened.dialog.localHeader(), opened.dialog.remoteHeader(),
                 opened.dialog.callId(), sameAs(lastContactHeader_, '<' + contact + '>')};
  opened.head.from.squeeze();
  opened.head.to.squeeze();
  opened.connection = endpoint.connection;
  opened.user = endpoint.user;
  opened.epid = endpoint.epid;
  opened.agent = sameAs(lastAgent_, request.headers.value("User-Agent").left(kLongestAgent));
  opened.since = clock_.now();
  if (const ChatDialog* earlier = dialogOf(endpoint)) {
    opened.inherited = earlier->parked;
    opened.session = forget(QByteArray(earlier->dialog.callId()));
  } else {
    opened.session = service_->open(endpoint.user, endpoint.epid);
  }
  ChatDialog& kept = dialogs_[request.callId()] = std::move(opened);
  bySession_[kept.session] = &kept;
  byConnection_.emplace(kept.connection, request.callId());
  refresh(kept);
}

const ChatDialogs::ChatDialog* ChatDialogs::dialogOf(const Endpoint& endpoint) const {
  const auto [first, last] = byConnection_.equal_range(endpoint.connection);
  for (auto it = first; it != last; ++it) {
    const ChatDialog& dialog = dialogs_.at(it->second);
    if (dialog.user == endpoint.user && dialog.epid == endpoint.epid) return &dialog;
  }
  return nullptr;
}

std::vector<QByteArray> ChatDialogs::callIdsOf(Sip::ConnectionId connection) const {
  std::vector<QByteArray> found;
  const auto [first, last] = byConnection_.equal_range(connection);
  for (auto it = first; it != last; ++it) found.push_back(it->second);
  return found;
}

Sip::Response ChatDialogs::acceptance() const {
  auto reply = plainReply(200);
  reply.headers.add("Contact", '<' + settings_.poolUri + '>');
  // Always sent: without it one error on an INFO makes pidgin-sipe send UPDATE without end (pidgin-sipe 2.9).
  reply.headers.add("Session-Expires", QByteArray::number(settings_.sessionExpiresSeconds) + ";refresher=uac");
  reply.headers.add("Supported", "timer");
  reply.headers.add("Supported", Xccos::kJoinRequestTag);
  if (service_->movesFiles()) reply.headers.add("Supported", Files::kFilesTag);
  reply.headers.add("Allow", "INVITE, ACK, BYE, INFO, UPDATE, OPTIONS");
  setBody(reply, "application/sdp", messageAnswer("127.0.0.1", 5060));
  return reply;
}

void ChatDialogs::refresh(ChatDialog& dialog) {
  dialog.expiresAtMs = clock_.monotonicMs() + qint64{settings_.sessionExpiresSeconds} * 1000;
}

void ChatDialogs::info(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request) {
  ChatDialog* dialog = find(connection, request);
  if (!dialog) return transport_.respond(incoming, plainReply(481), {});
  refresh(*dialog);
  ++dialog->infos;
  if (!carriesXccos(request.contentType())) return transport_.respond(incoming, plainReply(415), {});
  if (const auto wait = admission_.envelope(request.body)) return transport_.respond(incoming, busyReply(*wait), {});
  const LogScope about("session", dialog->session);
  receiving_ = true;
  const InfoVerdict verdict = service_->receive(dialog->session, request.body);
  receiving_ = false;
  auto reply = plainReply(verdict.status);
  if (!verdict.phrase.isEmpty()) reply.phrase = verdict.phrase;
  if (verdict.retryAfterSeconds >= 0) reply.headers.add("Retry-After", QByteArray::number(verdict.retryAfterSeconds));
  transport_.respond(incoming, reply, {});
  flush();
}

void ChatDialogs::update(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request) {
  ChatDialog* dialog = find(connection, request);
  if (!dialog) return transport_.respond(incoming, plainReply(481), {});
  refresh(*dialog);
  auto reply = plainReply(200);
  reply.headers.add("Contact", dialog->head.contact);
  reply.headers.add("Session-Expires", QByteArray::number(settings_.sessionExpiresSeconds) + ";refresher=uac");
  transport_.respond(incoming, reply, {});
}

void ChatDialogs::bye(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request) {
  ChatDialog* dialog = belongsTo(connection, request);
  if (!dialog) return transport_.respond(incoming, plainReply(481), {});
  transport_.respond(incoming, plainReply(200), {});
  // pidgin-sipe ends a dialog that it got 481 on, and one that it only used for cmd:requri, and still believes it
  // is in its rooms (pidgin-sipe 2.6): the joins wait for the dialog that follows.
  const bool lookupOnly = dialog->inherited && dialog->infos <= 1;
  if (dialog->parked) return;
  if (lookupOnly) return park(*dialog);
  end(request.callId());
}

void ChatDialogs::infoAnswered(const QByteArray& callId, quint32 cseq, const Sip::Response& response) {
  const auto it = dialogs_.find(callId);
  if (it == dialogs_.end()) return;
  ChatDialog& dialog = it->second;
  (response.status < 300 ? traffic_.infosAnswered : traffic_.infosFailed).add();
  if (const auto sent = dialog.unanswered.find(cseq); sent != dialog.unanswered.end()) {
    dialog.unansweredBytes -= sent->second.bytes;
    dialog.unanswered.erase(sent);
  }
  if (endsDialog(response.status)) end(callId);
}

void ChatDialogs::end(const QByteArray& callId) { service_->close(forget(callId)); }

SessionId ChatDialogs::forget(const QByteArray& callId) {
  const auto it = dialogs_.find(callId);
  const SessionId session = it->second.session;
  const auto [first, last] = byConnection_.equal_range(it->second.connection);
  byConnection_.erase(std::find_if(first, last, [&](const auto& item) { return item.second == it->first; }));
  bySession_.erase(session);
  dialogs_.erase(it);
  return session;
}

void ChatDialogs::endpointRemoved(const Endpoint& endpoint) {
  for (const QByteArray& callId : callIdsOf(endpoint.connection)) {
    const ChatDialog& dialog = dialogs_.at(callId);
    if (dialog.user == endpoint.user && dialog.epid == endpoint.epid) end(callId);
  }
}

void ChatDialogs::connectionClosed(Sip::ConnectionId connection) {
  for (const QByteArray& callId : callIdsOf(connection)) end(callId);
}

void ChatDialogs::expire() {
  const qint64 now = clock_.monotonicMs();
  std::vector<QByteArray> over;
  for (auto& [callId, dialog] : dialogs_) {
    if (dialog.expiresAtMs > now) continue;
    if (!dialog.parked) counters_.expiredSessions.add();
    if (dialog.parked) {
      over.push_back(callId);
    } else {
      park(dialog);
    }
  }
  for (const QByteArray& callId : over) end(callId);
}

void ChatDialogs::deliver(SessionId session, const SharedEnvelope& envelope) {
  if (receiving_) {
    pending_.emplace_back(session, envelope);
    return;
  }
  const auto it = bySession_.find(session);
  if (it != bySession_.end()) send(*it->second, envelope);
}

void ChatDialogs::endSession(SessionId session) {
  const auto it = bySession_.find(session);
  if (it != bySession_.end()) forget(QByteArray(it->second->dialog.callId()));
}

void ChatDialogs::flush() {
  auto waiting = std::move(pending_);
  pending_.clear();
  for (const auto& [session, envelope] : waiting) deliver(session, envelope);
}

std::shared_ptr<const Sip::SharedBody> ChatDialogs::bodyOf(const SharedEnvelope& envelope) {
  if (envelope != lastEnvelope_) {
    lastEnvelope_ = envelope;
    lastBody_ = std::make_shared<const Sip::SharedBody>(Sip::SharedBody{"text/plain", *envelope});
  }
  return lastBody_;
}

bool ChatDialogs::isStalled(const ChatDialog& dialog) const {
  if (dialog.unansweredBytes > settings_.maxUnansweredBytes) return true;
  if (static_cast<int>(dialog.unanswered.size()) <= settings_.maxUnansweredInfos) return false;
  return clock_.monotonicMs() - dialog.unanswered.begin()->second.sentAtMs > kAnswerPatienceMs;
}

void ChatDialogs::send(ChatDialog& dialog, const SharedEnvelope& envelope) {
  if (dialog.parked) return;
  const quint32 cseq = dialog.dialog.takeCSeq();
  const bool sent = transport_.sendInfo(dialog.connection, dialog.head, cseq, bodyOf(envelope));
  if (sent) {
    traffic_.infosSent.add();
    dialog.unanswered.emplace_hint(dialog.unanswered.end(), cseq,
                                   UnansweredInfo{envelope->size(), clock_.monotonicMs()});
    dialog.unansweredBytes += envelope->size();
    if (!isStalled(dialog)) return;
  }
  // A client that does not read loses its connection, never its messages: it rejoins and fetches them.
  const LogScope aboutConnection("connection", dialog.connection);
  const LogScope aboutSession("session", dialog.session);
  qCInfo(lcServer) << "connection ended: client does not keep up," << dialog.unanswered.size() << "unanswered";
  counters_.cutSlow.add();
  dialog.parked = true;
  transport_.close(dialog.connection);
}

SessionFacts ChatDialogs::factsOf(SessionId session) const {
  const auto it = bySession_.find(session);
  if (it == bySession_.end()) return {};
  const ChatDialog& dialog = *it->second;
  return {transport_.peerAddress(dialog.connection), dialog.agent, dialog.since,
          static_cast<qint64>(dialog.unanswered.size()), dialog.unansweredBytes};
}

ChatDialogs::Backlog ChatDialogs::backlog() const {
  Backlog backlog;
  for (const auto& [callId, dialog] : dialogs_) {
    backlog.most = std::max(backlog.most, dialog.unanswered.size());
    backlog.all += dialog.unanswered.size();
  }
  return backlog;
}

}  // namespace Parlour::Server
