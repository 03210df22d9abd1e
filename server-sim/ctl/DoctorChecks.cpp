// SPDX-License-Identifier: Apache-2.0
#include "server-sim/ctl/DoctorChecks.h"

#include <sys/stat.h>
#include <sys/timex.h>
#include <unistd.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>
#include <QSslCertificate>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/store/IntegrityCheck.h"

namespace Parlour::Ctl::DoctorChecks {
namespace {

constexpr qint64 kMegabyte = 1'048'576;
constexpr qint64 kDiskFail = 100 * kMegabyte;
constexpr qint64 kDiskWarn = 1'024 * kMegabyte;
constexpr qint64 kLargeDatabase = 2'048 * kMegabyte;
constexpr qint64 kCertificateWarnDays = 30;
constexpr qint64 kFutureSeconds = 60;

QString sizeText(qint64 bytes) { return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat); }

QString dateText(const QDateTime& time) { return time.toUTC().toString(QStringLiteral("yyyy-MM-dd")); }

}  // namespace

Finding dataDirectory(const QString& path) {
  const QString check = QStringLiteral("data directory");
  struct stat found {};
  if (::stat(QFile::encodeName(path).constData(), &found) != 0 || !S_ISDIR(found.st_mode)) {
    return {check, Verdict::Fail, QStringLiteral("%1 is no directory.").arg(path),
            QStringLiteral("Say the right one with --data.")};
  }
  if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return {check, Verdict::Fail, QStringLiteral("Other accounts can get into %1.").arg(path),
            QStringLiteral("chmod 700 %1").arg(path)};
  }
  if (found.st_uid != ::geteuid() && ::geteuid() != 0) {
    return {check, Verdict::Warn, QStringLiteral("%1 belongs to another account.").arg(path),
            QStringLiteral("Run parlourctl by the account of the server.")};
  }
  return {check, Verdict::Ok, QStringLiteral("%1 is private to its owner.").arg(path), {}};
}

Finding diskSpace(qint64 freeBytes, qint64 totalBytes) {
  const QString check = QStringLiteral("disk space");
  const QString text = QStringLiteral("%1 of %2 are free.").arg(sizeText(freeBytes), sizeText(totalBytes));
  const QString advice = QStringLiteral("Make room, or move the data; without room no message is stored.");
  if (freeBytes < kDiskFail) return {check, Verdict::Fail, text, advice};
  if (freeBytes < kDiskWarn) return {check, Verdict::Warn, text, advice};
  return {check, Verdict::Ok, text, {}};
}

Finding database(const QString& path) {
  const QString check = QStringLiteral("database");
  const qint64 size = QFileInfo(path).size();
  auto opened = Sqlite::Database::open(path, {Sqlite::Access::ReadOnly});
  if (!opened) {
    return {check, Verdict::Fail, QStringLiteral("The database cannot be opened: %1").arg(opened.error().text),
            QStringLiteral("Look at the directory and its owner, or restore a backup.")};
  }
  const bool large = size > kLargeDatabase;
  const auto tables = large ? Server::CheckedTables::Others : Server::CheckedTables::All;
  if (const Status sound = Server::checkTables(*opened, tables); !sound) {
    return {check, Verdict::Fail, QStringLiteral("The database is damaged: %1").arg(sound.error().detail),
            QStringLiteral("Stop the server and restore a backup: parlourctl backup restore FILE")};
  }
  const QString extent = large ? QStringLiteral(" Of its messages nothing was read.") : QString();
  return {check, Verdict::Ok, QStringLiteral("The database is sound, %1.").arg(sizeText(size)) + extent, {}};
}

Finding certificateDates(const QDateTime& from, const QDateTime& to, const QDateTime& now) {
  const QString check = QStringLiteral("certificate");
  const QString advice =
      QStringLiteral("Put a new certificate with its key into its place and start the server again.");
  if (now < from) {
    return {check, Verdict::Fail, QStringLiteral("The certificate counts from %1 on.").arg(dateText(from)),
            QStringLiteral("Look at the clock, or put another certificate in its place.")};
  }
  if (now >= to)
    return {check, Verdict::Fail, QStringLiteral("The certificate ended on %1.").arg(dateText(to)), advice};
  const QString text = QStringLiteral("The certificate counts until %1.").arg(dateText(to));
  const bool soon = now.daysTo(to) < kCertificateWarnDays;
  return {check, soon ? Verdict::Warn : Verdict::Ok, text, soon ? advice : QString()};
}

Finding certificate(const QString& path, const QDateTime& now) {
  const QString check = QStringLiteral("certificate");
  if (!QFileInfo::exists(path)) return {check, Verdict::Ok, QStringLiteral("There is none and none is needed."), {}};
  QFile file(path);
  const auto certificates = file.open(QFile::ReadOnly) ? QSslCertificate::fromDevice(&file) : QList<QSslCertificate>();
  if (certificates.isEmpty() || certificates.first().isNull()) {
    return {check, Verdict::Fail, QStringLiteral("%1 holds no certificate that can be read.").arg(path),
            QStringLiteral("Remove it, so that the server makes a new one, or put a right one in its place.")};
  }
  return certificateDates(certificates.first().effectiveDate(), certificates.first().expiryDate(), now);
}

bool isClockSynchronised() {
  timex state{};
  return ::adjtimex(&state) != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
}

Finding clock(bool synchronised, const QDateTime& newestFile, const QDateTime& now) {
  const QString check = QStringLiteral("clock");
  if (newestFile.isValid() && now.secsTo(newestFile) > kFutureSeconds) {
    return {check, Verdict::Fail, QStringLiteral("The data was changed in the future; the clock is behind."),
            QStringLiteral("Set the clock; messages would be stamped wrongly.")};
  }
  if (!synchronised) {
    return {check, Verdict::Warn, QStringLiteral("The kernel does not know of a clock that is kept right."),
            QStringLiteral("Run a time service, such as systemd-timesyncd or chrony.")};
  }
  return {check, Verdict::Ok, QStringLiteral("The clock is kept right."), {}};
}

QList<Finding> configuration(const QJsonObject& facts) {
  QList<Finding> findings;
  const QString check = QStringLiteral("configuration");
  if (facts.value(QStringLiteral("openSignIn")).toBool()) {
    findings.append({check, Verdict::Warn,
                     QStringLiteral("Everybody who knows an address signs in without a password."),
                     QStringLiteral("Set sign-in.open to false but for demonstrations.")});
  }
  for (const auto& address : facts.value(QStringLiteral("addresses")).toArray()) {
    const QString text = address.toString();
    const bool local = text.startsWith(QStringLiteral("tcp:127.")) || text.startsWith(QStringLiteral("tcp:[::1]"));
    if (!text.startsWith(QStringLiteral("tcp:")) || local) continue;
    findings.append({check, Verdict::Warn, QStringLiteral("%1 takes connections that are not encrypted.").arg(text),
                     QStringLiteral("Listen with tls: instead, or on loopback only.")});
  }
  if (facts.value(QStringLiteral("administrators")).toInt() == 0) {
    findings.append({check, Verdict::Warn,
                     QStringLiteral("Nobody administers rooms from a client or sees the status page."),
                     QStringLiteral("Name somebody in chat.administrators.")});
  }
  if (findings.isEmpty()) findings.append({check, Verdict::Ok, QStringLiteral("No risk was found in it."), {}});
  return findings;
}

QList<Finding> health(const QJsonObject& status) {
  QList<Finding> findings;
  const QJsonObject checks =
      status.value(QStringLiteral("health")).toObject().value(QStringLiteral("checks")).toObject();
  for (auto check = checks.begin(); check != checks.end(); ++check) {
    if (check.value().toString() == QLatin1String("ok")) continue;
    findings.append({check.key(), Verdict::Fail, check.value().toString(),
                     QStringLiteral("Look at the events of parlourctl status and at the log.")});
  }
  if (findings.isEmpty())
    findings.append({QStringLiteral("server"), Verdict::Ok, QStringLiteral("The server is well."), {}});
  return findings;
}

}  // namespace Parlour::Ctl::DoctorChecks
