// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <deque>

#include "protocol/sip/Transport.h"

namespace Parlour::Sip {

// INFOs of the lean path that wait for their answer, with the load that each connection has outstanding. All wait
// equally long, so they run out in the order they were sent. Times are monotonic milliseconds.
class PendingInfos {
 public:
  struct Key {
    QByteArray callId;
    quint32 cseq = 0;
    bool operator==(const Key&) const = default;
  };
  struct Load {
    int count = 0;
    qint64 bytes = 0;
  };

  void add(ConnectionId connection, const Key& key, qint64 bytes, qint64 deadline);
  bool take(ConnectionId connection, const Key& key);  // false: not waited for
  QList<Key> takeOf(ConnectionId connection);
  QList<std::pair<ConnectionId, Key>> takeOverdue(qint64 now);
  Load load(ConnectionId connection) const { return loads_.value(connection).total; }

 private:
  struct Waiting {
    qint64 bytes = 0;
    qint64 deadline = 0;
  };
  struct OfConnection {
    QHash<Key, Waiting> waiting;
    Load total;
  };
  struct Due {
    qint64 deadline = 0;
    ConnectionId connection = 0;
    Key key;
  };

  void dropAnsweredFront();

  QHash<ConnectionId, OfConnection> loads_;
  std::deque<Due> due_;
};

inline size_t qHash(const PendingInfos::Key& key, size_t seed = 0) { return qHashMulti(seed, key.callId, key.cseq); }

}  // namespace Parlour::Sip
