// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QSslCertificate>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>
#include <functional>

#include "protocol/support/Result.h"

namespace Parlour::Core {

// What a TLS handshake with a server showed.
struct TlsFindings {
  QList<QSslCertificate> chain;  // as the server sent it, its own first
  QStringList problems;          // why this computer does not trust it, one sentence each
  QSslCertificate own() const { return chain.isEmpty() ? QSslCertificate() : chain.first(); }
};

// One TLS handshake against the system's trust store, then closed: so that a refusal has a clear reason before
// the transport connects (DESIGN D5b). Answers once within ten seconds; deletes itself.
class TlsProbe : public QObject {
  Q_OBJECT

 public:
  using Done = std::function<void(const Result<TlsFindings>&)>;
  static void run(const QString& address, quint16 port, const QString& verifyName, QObject* parent, Done done);

 private:
  TlsProbe(const QString& verifyName, QObject* parent, Done done);
  void finish(const Result<TlsFindings>& result);
  void failed();

  QSslSocket socket_;
  QTimer deadline_;
  QList<QSslError> errors_;
  Done done_;
};

}  // namespace Parlour::Core
