// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace Parlour::Ctl {

enum class Verdict { Ok, Warn, Fail };

// What one check found: in one sentence, and what to do about it.
struct Finding {
  QString check;
  Verdict verdict = Verdict::Ok;
  QString text;
  QString advice;
};

// The checks of "parlourctl doctor", each by itself. Blocking, the ones over the network a few seconds at most.
namespace DoctorChecks {

Finding dataDirectory(const QString& path);
Finding diskSpace(qint64 freeBytes, qint64 totalBytes);
// The whole database, or of a large one what is small in it.
Finding database(const QString& path);
// A PEM file with the certificate first; an absent one is fine where nothing uses it.
Finding certificate(const QString& path, const QDateTime& now);
Finding certificateDates(const QDateTime& from, const QDateTime& to, const QDateTime& now);
// `newestFile`: when the data was changed last.
Finding clock(bool synchronised, const QDateTime& newestFile, const QDateTime& now);
bool isClockSynchronised();
// Of "pool status" of the running server.
QList<Finding> configuration(const QJsonObject& facts);
// Of "status" of the running server.
QList<Finding> health(const QJsonObject& status);
// "tcp:127.0.0.1:5060" or "tls:…": connects and asks OPTIONS.
Finding listener(const QString& address);
// The web service: asks for /health.
Finding web(const QString& url);

}  // namespace DoctorChecks

}  // namespace Parlour::Ctl
