// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

#include "protocol/support/Error.h"

namespace Parlour::Platform {

// The bundled parlour-server with the demo organisation, on a free loopback port, in a directory that goes with
// it. Ends with this object. GUI thread.
class DemoServer : public QObject {
  Q_OBJECT

 public:
  explicit DemoServer(QObject* parent = nullptr);
  ~DemoServer() override;

  // `faults`: what goes wrong on purpose, as parlour-server's --fault has it.
  void start(const QStringList& faults = {});
  quint16 port() const { return port_; }  // 0 until ready
  static QString demoUser() { return QStringLiteral("priya.raman@northgate.example"); }

 Q_SIGNALS:
  void ready(quint16 port);
  void failed(const Parlour::Error& error);

 private:
  void readLine();
  void fail(const QString& text);

  QTemporaryDir data_;
  QProcess process_;
  quint16 port_ = 0;
  bool failed_ = false;
};

}  // namespace Parlour::Platform
