// SPDX-License-Identifier: Apache-2.0
#include "protocol/files/FileHttp.h"

#include <QUrl>
#include <algorithm>

namespace Parlour::Files {
namespace {

QString besideService(const QString& serverUri, const QByteArray& path) {
  const QUrl service(serverUri, QUrl::StrictMode);
  const bool web = service.scheme() == QLatin1String("https") || service.scheme() == QLatin1String("http");
  if (!service.isValid() || !web || service.host().isEmpty()) return {};
  return service.resolved(QUrl(QStringLiteral("files/") + QString::fromLatin1(path))).toString();
}

QByteArray step(const QByteArray& name) { return name.toPercentEncoding(); }

}  // namespace

QString uploadsUrl(const QString& serverUri) { return besideService(serverUri, "uploads"); }

QString roomUrl(const QString& serverUri, const QByteArray& roomKey) { return besideService(serverUri, step(roomKey)); }

QString fileUrl(const QString& serverUri, const QByteArray& roomKey, const QByteArray& file) {
  return besideService(serverUri, step(roomKey) + '/' + step(file));
}

QString previewUrl(const QString& serverUri, const QByteArray& roomKey, const QByteArray& file) {
  return besideService(serverUri, step(roomKey) + '/' + step(file) + "/preview");
}

bool isSha256Hex(QByteArrayView text) {
  return text.size() == 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace Parlour::Files
