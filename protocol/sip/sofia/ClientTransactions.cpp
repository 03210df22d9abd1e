// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/ClientTransactions.h"

#include <utility>

namespace Parlour::Sip {

void ClientTransactions::add(const QByteArray& branch, Waiting waiting) {
  byDeadline_.emplace(waiting.deadline, branch);
  waiting_[branch] = std::move(waiting);
}

const ClientTransactions::Waiting* ClientTransactions::find(ConnectionId connection, const QByteArray& branch) const {
  const auto found = waiting_.constFind(branch);
  return found != waiting_.cend() && found->connection == connection ? &*found : nullptr;
}

void ClientTransactions::extend(const QByteArray& branch, qint64 deadline) {
  const auto found = waiting_.find(branch);
  if (found == waiting_.end()) return;
  found->deadline = deadline;
  byDeadline_.emplace(deadline, branch);
}

ClientTransactions::Waiting ClientTransactions::take(const QByteArray& branch) { return waiting_.take(branch); }

QList<ClientTransactions::Waiting> ClientTransactions::takeOverdue(qint64 now) {
  QList<Waiting> overdue;
  while (!byDeadline_.empty() && byDeadline_.begin()->first <= now) {
    const QByteArray branch = byDeadline_.begin()->second;
    byDeadline_.erase(byDeadline_.begin());
    const auto found = waiting_.constFind(branch);
    if (found != waiting_.cend() && found->deadline <= now) overdue.append(waiting_.take(branch));
  }
  return overdue;
}

QList<ClientTransactions::Waiting> ClientTransactions::takeOf(ConnectionId connection) {
  QList<Waiting> taken;
  for (auto it = waiting_.begin(); it != waiting_.end();) {
    if (it->connection == connection) {
      taken.append(std::move(*it));
      it = waiting_.erase(it);
    } else {
      ++it;
    }
  }
  return taken;
}

Response localResponse(const Request& request, int status, const QByteArray& reason) {
  Response response;
  response.status = status;
  response.phrase = reason.isEmpty() ? standardPhrase(status) : reason;
  response.local = true;
  for (const char* name : {"From", "To", "Call-ID", "CSeq"}) response.headers.add(name, request.headers.value(name));
  return response;
}

Request ackForFailure(const Request& invite, const Response& response) {
  Request ack;
  ack.method = "ACK";
  ack.uri = invite.uri;
  ack.headers.add("Via", invite.headers.value("Via"));
  for (const QByteArray& route : invite.headers.values("Route")) ack.headers.add("Route", route);
  ack.headers.add("From", invite.headers.value("From"));
  ack.headers.add("To", response.headers.value("To"));
  ack.headers.add("Call-ID", invite.callId());
  ack.headers.add("CSeq", QByteArray::number(invite.cseq()) + " ACK");
  return ack;
}

}  // namespace Parlour::Sip
