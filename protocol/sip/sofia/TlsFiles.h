// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include "protocol/support/Result.h"

namespace Parlour::Sip {

struct CertificateInfo {
  QByteArray sha256;  // fingerprint of the leaf, lower-case hex pairs with colons
  QDateTime expires;  // UTC
  QStringList names;  // subjectAltName: DNS names and IP addresses
};

// The server's certificate and key as Sofia wants them: `directory`/agent.pem (sofia-sip 6). Sofia itself checks
// nothing at the start, so this does. Plain functions, any thread.
class TlsFiles {
 public:
  explicit TlsFiles(const QString& directory) : directory_(directory) {}
  QString pemPath() const { return directory_ + QStringLiteral("/agent.pem"); }
  bool exists() const;

  // Makes a self-signed certificate (EC P-256, 2 years) for these host names and IP addresses and stores it with its
  // key, readable for the owner only. Never overwrites.
  Result<CertificateInfo> createSelfSigned(const QStringList& names) const;
  // Reads agent.pem: certificate and key there, matching, valid at `now`.
  Result<CertificateInfo> check(const QDateTime& now) const;
  // The certificate alone, for clients to trust.
  Result<QByteArray> certificatePem() const;

 private:
  QString directory_;
};

}  // namespace Parlour::Sip
