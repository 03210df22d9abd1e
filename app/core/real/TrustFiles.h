// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSslCertificate>
#include <QString>

#include "protocol/support/Result.h"

namespace Parlour::Core {

// The files of trust anchors that the transport reads, one a server, and the certificates that the person
// accepted (DESIGN D5b). Storage errors when the directory cannot be written.
class TrustFiles {
 public:
  explicit TrustFiles(const QString& directory) : directory_(directory) {}

  bool hasPin(const QString& server) const;
  bool isPinned(const QString& server, const QSslCertificate& certificate) const;
  Result<QByteArray> pin(const QString& server, const QSslCertificate& certificate);
  // Anchors for a chain that the system trusts: the chain itself and its root.
  Result<QByteArray> anchor(const QString& server, const QList<QSslCertificate>& chain);
  QByteArray pinPath(const QString& server) const;

  static QString fingerprint(const QSslCertificate& certificate);

 private:
  QString path(const QString& server, const QString& suffix) const;
  Result<QByteArray> write(const QString& path, const QList<QSslCertificate>& certificates) const;

  QString directory_;
};

}  // namespace Parlour::Core
