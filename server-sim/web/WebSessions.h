// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <mutex>
#include <optional>

#include "protocol/sip/auth/Digest.h"
#include "protocol/support/Clock.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

struct WebSessionLimits {
  qint64 idleMs = 30 * 60 * 1000;                // without a request
  qint64 totalMs = qint64{12} * 60 * 60 * 1000;  // however busy
  qsizetype sessions = 10'000;
  int perUser = 16;  // the oldest goes
};

struct WebSession {
  PrincipalId user = 0;
  QByteArray formToken;  // what every form and every JSON write must bring back
};

// Who is signed in to the web pages. The id is 256 random bits, known only to the browser: kept is its hash, so that
// neither a look at memory nor the time of a look-up gives it away. A session counts only for the browser (user
// agent) that began it. Thread-safe; the clock outlives it.
class WebSessions {
 public:
  WebSessions(const WebSessionLimits& limits, const Clock& clock, Sip::RandomBytes random = Sip::systemRandomBytes);

  // Always a new id.
  QByteArray open(PrincipalId user, const QByteArray& userAgent);
  // Counts as a sign of life. Nothing for what is unknown, of another browser, or over.
  std::optional<WebSession> find(const QByteArray& id, const QByteArray& userAgent);
  void close(const QByteArray& id);
  qsizetype count() const;

 private:
  struct Entry {
    WebSession session;
    QByteArray agent;  // hash
    qint64 openedMs = 0;
    qint64 lastMs = 0;
  };
  bool isOver(const Entry& entry) const;
  void makeRoom(PrincipalId user);

  const WebSessionLimits limits_;
  const Clock& clock_;
  const Sip::RandomBytes random_;
  mutable std::mutex mutex_;
  QHash<QByteArray, Entry> entries_;  // by the hash of the id
};

}  // namespace Parlour::Server
