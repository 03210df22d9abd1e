// SPDX-License-Identifier: Apache-2.0
#include "app/core/real/TrustFiles.h"

#include <QDir>
#include <QFile>
#include <QSslConfiguration>

#include "app/core/Words.h"
#include "protocol/support/WholeFile.h"

namespace Parlour::Core {

QString TrustFiles::path(const QString& server, const QString& suffix) const {
  QString name;
  for (const QChar c : server) name += c.isLetterOrNumber() || c == u'.' || c == u'-' ? c : QChar(u'_');
  return QDir(directory_).filePath(name + suffix);
}

QByteArray TrustFiles::pinPath(const QString& server) const {
  return QFile::encodeName(path(server, QStringLiteral(".accepted.pem")));
}

bool TrustFiles::hasPin(const QString& server) const { return QFile::exists(QFile::decodeName(pinPath(server))); }

bool TrustFiles::isPinned(const QString& server, const QSslCertificate& certificate) const {
  const auto pinned = QSslCertificate::fromPath(QFile::decodeName(pinPath(server)), QSsl::Pem);
  return !certificate.isNull() && pinned.contains(certificate);
}

Result<QByteArray> TrustFiles::pin(const QString& server, const QSslCertificate& certificate) {
  return write(QFile::decodeName(pinPath(server)), {certificate});
}

Result<QByteArray> TrustFiles::anchor(const QString& server, const QList<QSslCertificate>& chain) {
  QList<QSslCertificate> anchors = chain;
  const QSslCertificate last = chain.isEmpty() ? QSslCertificate() : chain.last();
  for (const QSslCertificate& root : QSslConfiguration::systemCaCertificates()) {
    if (root.subjectDisplayName() == last.issuerDisplayName() && !anchors.contains(root)) anchors.append(root);
  }
  return write(path(server, QStringLiteral(".anchors.pem")), anchors);
}

Result<QByteArray> TrustFiles::write(const QString& filePath, const QList<QSslCertificate>& certificates) const {
  QByteArray text;
  for (const QSslCertificate& certificate : certificates) text += certificate.toPem();
  WholeFile file(filePath);
  const bool written =
      QDir().mkpath(directory_) && file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
  if (!written) {
    return Error::make(ErrorCode::Storage, Words::tr("The server's certificate could not be stored."),
                       file.errorString());
  }
  return QFile::encodeName(filePath);
}

QString TrustFiles::fingerprint(const QSslCertificate& certificate) {
  return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')).toUpper();
}

}  // namespace Parlour::Core
