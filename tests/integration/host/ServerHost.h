// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>
#include <atomic>
#include <memory>

#include "server-sim/Server.h"

namespace Parlour::Tests {

// System time plus an offset that tests may raise from any thread.
class ShiftedClock final : public Clock {
 public:
  Timestamp now() const override { return {system_.now().ticks + offsetMs_ * Timestamp::kPerMs}; }
  qint64 monotonicMs() const override { return system_.monotonicMs() + offsetMs_; }
  void advanceMs(qint64 ms) { offsetMs_ += ms; }

 private:
  SystemClock system_;
  std::atomic<qint64> offsetMs_ = 0;
};

// The real parlour-server in this process, on a thread and loop of its own, on a free loopback port, with its data in
// a temporary directory. Calls from the test's thread.
class ServerHost {
 public:
  explicit ServerHost(const QByteArray& organisationJson);
  ~ServerHost();

  Server::ServerConfig& config() { return config_; }  // change before start
  Status start();
  void stop();              // the data stays; start() again uses it
  quint16 port() const;     // of the first listener
  quint16 tlsPort() const;  // of the first tls listener; 0: none
  quint16 webPort() const;  // of the room management page; 0: it is off
  size_t sessionCount();
  ShiftedClock& clock() { return clock_; }
  QString dataDir() const { return data_.path() + QStringLiteral("/server"); }

 private:
  quint16 portOf(const QString& scheme) const;

  QTemporaryDir data_;
  ShiftedClock clock_;
  Server::ServerConfig config_;
  std::unique_ptr<Sip::SipLoop> loop_;
  std::unique_ptr<Server::Server> server_;
  QStringList addresses_;
  QByteArray webUrl_;
};

}  // namespace Parlour::Tests
