// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <deque>

#include "protocol/sip/sofia/LocalSocket.h"
#include "protocol/sip/sofia/SofiaOptions.h"
#include "protocol/sip/TransportCounters.h"
#include "protocol/sip/sofia/shims/SofiaHooks.h"

namespace Parlour::Sip {

// Keeps the door of a listening agent: accepts connections, knows them from then on although Sofia tells of them only
// with their first message, and limits how many there are, in all and from one address, how long one may
// stay without a request, and how long one message may take to arrive. Works without a free file descriptor, too. On
// the thread of the agent; while it lives it is that thread's SofiaHooks. Times are monotonic milliseconds.
class ConnectionGuard final : public SofiaHooks {
 public:
  ConnectionGuard(const SofiaOptions& options, TransportCounters& counters);
  ~ConnectionGuard() override;
  ConnectionGuard(const ConnectionGuard&) = delete;
  ConnectionGuard& operator=(const ConnectionGuard&) = delete;

  int accept(int listener, sockaddr* address, socklen_t* length) noexcept override;
  void extracted(msg_t* message, int result) noexcept override;

  enum class Verdict { Welcome, Full, TooManyOfAddress, TooFastFromAddress };
  // The first request of a connection is here. Whatever the verdict, ended() has to follow.
  Verdict introduce(const SocketAddress& peer, quint16 listenerPort);
  void ended(const SocketAddress& peer);
  // Ends connections that never made a request. Gives those of introduced peers whose message stays half.
  QList<SocketAddress> sweep(qint64 now);
  qsizetype waiting() const { return waiting_.size(); }

 private:
  struct Waiting {
    int descriptor = -1;
    qint64 sinceMs = 0;
    Verdict verdict = Verdict::Welcome;
  };
  struct Sender {
    int open = 0;
    int recent = 0;  // connections accepted since windowMs
    qint64 windowMs = 0;
  };
  struct Partial {
    SocketAddress peer;
    qint64 sinceMs = 0;
  };
  using Peer = std::pair<SocketAddress, quint16>;  // and the port it connected to

  int refuse(int descriptor);
  int acceptWithoutDescriptor(int listener);
  void prepareListener(int listener);
  void adopt(int descriptor, const Peer& peer);
  Verdict judge(const QByteArray& host, qint64 now);
  void left(const QByteArray& host);
  void forgetGone(qint64 now);
  void dropWaiting(QHash<Peer, Waiting>::iterator entry);
  void cutSilent(qint64 now);
  bool isFull() const { return introduced_ >= options_.maxConnections; }

  const SofiaOptions& options_;
  TransportCounters& counters_;
  SofiaHooks* const before_;
  QHash<Peer, Waiting> waiting_;
  QHash<QByteArray, Sender> senders_;  // by addressGroup
  QHash<msg_t*, Partial> partials_;
  QList<int> listeners_;  // whose queue was made longer
  int introduced_ = 0;
  int reserve_ = -1;  // given up for a moment to take a connection that there is no descriptor for
  qint64 lastForgetMs_ = 0;
};

}  // namespace Parlour::Sip
