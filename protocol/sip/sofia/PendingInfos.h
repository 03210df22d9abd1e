// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <vector>

#include "protocol/sip/Transport.h"

namespace Parlour::Sip {

// INFOs of the lean path that wait for their answer, with the load that each connection has outstanding. All wait
// equally long, so they run out in the order they were sent; mostly they are answered in that order, too. Times are
// monotonic milliseconds.
class PendingInfos {
 public:
  struct Key {
    QByteArray callId;
    quint32 cseq = 0;
    bool operator==(const Key& other) const { return cseq == other.cseq && callId == other.callId; }
  };
  struct Load {
    int count = 0;
    qint64 bytes = 0;
  };

  void add(ConnectionId connection, const Key& key, qint64 bytes, qint64 deadline);
  bool take(ConnectionId connection, const Key& key);  // false: not waited for
  QList<Key> takeOf(ConnectionId connection);
  QList<std::pair<ConnectionId, Key>> takeOverdue(qint64 now);
  Load load(ConnectionId connection) const;

 private:
  struct Waiting {
    Key key;
    qint64 bytes = 0;
    qint64 deadline = 0;
  };
  // In the order of sending; those before `first` are answered. A hash would take two kilobytes of every connection.
  struct OfConnection {
    std::vector<Waiting> waiting;
    size_t first = 0;
    qint64 bytes = 0;
    void remove(size_t index);
  };

  QHash<ConnectionId, OfConnection> connections_;
};

}  // namespace Parlour::Sip
