// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QVariant>
#include <functional>
#include <memory>

#include "app/core/Types.h"
#include "app/core/cache/MessageCache.h"
#include "app/core/files/FileWeb.h"
#include "app/core/files/TransferJournal.h"
#include "app/core/outbox/PostJournal.h"
#include "app/core/session/NetworkWatch.h"
#include "protocol/sip/Transport.h"
#include "protocol/sip/trace/Trace.h"
#include "protocol/support/Clock.h"

namespace Parlour::Core {

// What this computer remembers for an account: opened rooms, last invitation seen, read marks, window state.
// Implementations: QSettings file for programs, memory for tests. GUI thread.
class LocalSettings {
 public:
  virtual ~LocalSettings() = default;
  virtual QVariant value(const QString& key) const = 0;
  virtual void setValue(const QString& key, const QVariant& value) = 0;
};

// Turns a host name or a SIP domain into addresses to try, in order (signin-and-presence 1.1), and probes TLS
// so that a refusal can be explained (DESIGN D5b). The callback comes later, on the GUI thread.
class ServerLocator {
 public:
  using Callback = std::function<void(const Result<QList<Sip::Target>>&)>;
  virtual ~ServerLocator() = default;
  virtual void locate(const SignInRequest& request, Callback done) = 0;
};

// Timers by callback; the real one uses QTimer, tests step a FakeClock.
class Scheduler {
 public:
  virtual ~Scheduler() = default;
  using Handle = quint64;
  virtual Handle after(qint64 ms, std::function<void()> action) = 0;
  virtual void cancel(Handle handle) = 0;
};

// The outside world of one Client; the client owns what it is given by unique_ptr, the rest must outlive it.
struct Environment {
  std::unique_ptr<Sip::Transport> transport;  // delivers on the GUI thread
  std::unique_ptr<ServerLocator> locator;
  std::unique_ptr<LocalSettings> settings;
  std::unique_ptr<Scheduler> scheduler;
  std::unique_ptr<PostJournal> journal;              // null: posts end with the program
  std::unique_ptr<MessageCache> messageCache;        // null: nothing is kept for reading without a connection
  std::unique_ptr<FileWeb> fileWeb;                  // null: no files are moved
  std::unique_ptr<TransferJournal> transferJournal;  // null: transfers end with the program
  QString downloadDirectory;                         // empty: where the desktop puts downloads
  // Makes a small PNG of a picture, later and on the GUI thread; empty when it is none. Null: no previews.
  std::function<void(const QString& path, std::function<void(const QByteArray& png)>)> makePreview;
  const Clock* clock = nullptr;
  Sip::TraceBuffer* trace = nullptr;  // the one the transport writes to
  std::function<quint64()> random;    // envid base, tags, jitter
  QByteArray computerName;            // goes into the epid
  QByteArray userAgent = "Parlour/" PARLOUR_VERSION;
  bool reopenRooms = true;               // option of SI-9
  qint64 outboxWaitMs = 10 * 60 * 1000;  // how long a post waits for the connection before it fails
  std::unique_ptr<NetworkWatch> networkWatch;  // null: only silence tells
  std::function<bool()> hasNetwork;      // whether this computer has any network; empty: assumed
};

}  // namespace Parlour::Core
