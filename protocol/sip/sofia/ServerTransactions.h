// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <map>
#include <optional>

#include "protocol/sip/Transport.h"

namespace Parlour::Sip {

// Requests of the other side that wait for our answer. On a reliable transport nothing is repeated, so a request
// is never matched to an earlier one: pidgin-sipe sends no branch and repeats CSeq and branch (pidgin-sipe 2.1, 2.3).
class ServerTransactions {
 public:
  struct Received {
    ConnectionId connection = 0;
    QByteArray method;
    Headers copied;  // Via, Record-Route, From, To, Call-ID, CSeq for the answer
    bool toHasTag = false;
    qint64 deadline = 0;
  };

  IncomingId add(ConnectionId connection, const Request& request, qint64 deadline);
  // The answer's full form; takes the request out when the answer is final. Empty when not known (any more).
  struct Answer {
    ConnectionId connection = 0;
    Response response;
  };
  std::optional<Answer> answer(IncomingId id, const Response& response, const QByteArray& toTag);
  // The INVITE that a CANCEL means; 0 when none waits.
  IncomingId findCancelled(ConnectionId connection, const Request& cancel) const;
  QList<IncomingId> overdue(qint64 now) const;
  void dropOf(ConnectionId connection);
  size_t size() const { return received_.size(); }
  int countOf(ConnectionId connection) const { return counts_.value(connection); }

 private:
  void remove(std::map<IncomingId, Received>::iterator entry);

  std::map<IncomingId, Received> received_;
  QHash<ConnectionId, int> counts_;
  IncomingId last_ = 0;
};

}  // namespace Parlour::Sip
