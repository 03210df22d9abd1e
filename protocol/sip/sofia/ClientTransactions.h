// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <map>

#include "protocol/sip/Transport.h"

namespace Parlour::Sip {

// Requests of this side that wait for their final answer (RFC 3261 17.1 on a reliable transport: nothing is ever
// repeated, only the time limit remains). No I/O and no clock of its own: times are monotonic milliseconds.
class ClientTransactions {
 public:
  struct Waiting {
    ConnectionId connection = 0;
    Request request;  // with Via
    Transport::OnResponse onResponse;
    qint64 deadline = 0;
  };

  void add(const QByteArray& branch, Waiting waiting);
  const Waiting* find(ConnectionId connection, const QByteArray& branch) const;
  void extend(const QByteArray& branch, qint64 deadline);
  Waiting take(const QByteArray& branch);
  QList<Waiting> takeOverdue(qint64 now);
  QList<Waiting> takeOf(ConnectionId connection);
  qsizetype size() const { return waiting_.size(); }

 private:
  QHash<QByteArray, Waiting> waiting_;
  std::multimap<qint64, QByteArray> byDeadline_;
};

// The answer that stands for one that did not come; From, To, Call-ID and CSeq as in the request.
Response localResponse(const Request& request, int status, const QByteArray& reason);
// The ACK that ends an INVITE transaction whose answer was no 2xx (RFC 3261 17.1.1.3).
Request ackForFailure(const Request& invite, const Response& response);

}  // namespace Parlour::Sip
