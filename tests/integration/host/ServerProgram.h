// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace Parlour::Tests {

// The real parlour-server program as a process of its own, with its data in a temporary directory. Open sign-in.
class ServerProgram {
 public:
  explicit ServerProgram(const QByteArray& organisationJson);
  ~ServerProgram();

  // On a free port of loopback: "tcp" or "tls". False when it does not come up.
  bool start(const QString& scheme = QStringLiteral("tcp"), const QStringList& options = {});
  quint16 port() const { return port_; }
  // What it has written to its standard error so far.
  QByteArray complaints() const;
  qint64 residentKb() const;
  int openFiles() const;
  // The soft limit of its open files.
  void limitFiles(quint64 files) const;

 private:
  QTemporaryDir directory_;
  QProcess process_;
  quint16 port_ = 0;
};

}  // namespace Parlour::Tests
