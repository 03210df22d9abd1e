// SPDX-License-Identifier: Apache-2.0
#include "app/core/real/TlsProbe.h"

#include "app/core/Words.h"

namespace Parlour::Core {

namespace {
constexpr int kProbeMs = 10'000;
}

void TlsProbe::run(const QString& address, quint16 port, const QString& verifyName, QObject* parent, Done done) {
  auto* probe = new TlsProbe(verifyName, parent, std::move(done));
  probe->socket_.connectToHostEncrypted(address, port, verifyName);
}

TlsProbe::TlsProbe(const QString& verifyName, QObject* parent, Done done) : QObject(parent), done_(std::move(done)) {
  socket_.setPeerVerifyName(verifyName);
  connect(&socket_, &QSslSocket::sslErrors, this, [this](const QList<QSslError>& errors) {
    errors_ = errors;
    socket_.ignoreSslErrors();  // only to see the certificate; nothing is sent over this connection
  });
  connect(&socket_, &QSslSocket::encrypted, this, [this] {
    TlsFindings findings;
    findings.chain = socket_.peerCertificateChain();
    for (const QSslError& error : std::as_const(errors_)) findings.problems.append(error.errorString() + u'.');
    finish(findings);
  });
  connect(&socket_, &QSslSocket::errorOccurred, this, [this] { failed(); });
  connect(&deadline_, &QTimer::timeout, this, [this] {
    finish(
        Error::make(ErrorCode::Timeout, Words::tr("The server does not answer on port %1.").arg(socket_.peerPort())));
  });
  deadline_.setSingleShot(true);
  deadline_.start(kProbeMs);
}

void TlsProbe::failed() {
  const auto error = socket_.error();
  const QString why = error == QAbstractSocket::ConnectionRefusedError ? Words::tr("The server refused the connection.")
                      : error == QAbstractSocket::SslHandshakeFailedError
                          ? Words::tr("The server and this computer could not agree on encryption.")
                          : Words::tr("The connection failed.");
  finish(Error::make(ErrorCode::ConnectionLost, why, socket_.errorString()));
}

void TlsProbe::finish(const Result<TlsFindings>& result) {
  const Done done = std::exchange(done_, nullptr);
  if (!done) return;
  deadline_.stop();
  socket_.disconnect(this);
  socket_.abort();
  deleteLater();
  done(result);
}

}  // namespace Parlour::Core
