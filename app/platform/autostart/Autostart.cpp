// SPDX-License-Identifier: Apache-2.0
#include "app/platform/autostart/Autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include "protocol/support/WholeFile.h"

namespace Parlour::Platform {

namespace {

// The Exec key is quoted twice: as an argument, where a shell's own characters are escaped and a percent sign is
// doubled, and then as a string of a desktop entry, where every backslash is.
QString execQuoted(const QString& argument) {
  QString quoted;
  for (const QChar c : argument) {
    if (c == u'"' || c == u'`' || c == u'$' || c == u'\\') quoted += QLatin1Char('\\');
    if (c == u'%') quoted += QLatin1Char('%');
    quoted += c;
  }
  quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
  return QLatin1Char('"') + quoted + QLatin1Char('"');
}

}  // namespace

Autostart::Autostart(const QString& folder, const QString& profile, const QString& program)
    : folder_(folder), profile_(profile), program_(program) {}

QString Autostart::autostartFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/autostart");
}

QString Autostart::file() const { return QStringLiteral("%1/parlour-%2.desktop").arg(folder_, profile_); }

QByteArray Autostart::entry() const {
  return QStringLiteral("[Desktop Entry]\nType=Application\nName=Parlour\nExec=%1 --profile %2\nTerminal=false\n")
      .arg(execQuoted(program_), profile_)
      .toUtf8();
}

bool Autostart::isOn() const { return QFile::exists(file()); }

Status Autostart::set(bool on) const {
  const Error failed =
      Error::make(ErrorCode::Storage, QCoreApplication::translate("Autostart",
                                                                  "The list of what starts with the computer cannot "
                                                                  "be changed."));
  if (!on) return !isOn() || QFile::remove(file()) ? success() : Status(failed);
  QFile present(file());
  if (present.open(QIODevice::ReadOnly) && present.readAll() == entry()) return success();
  if (!QDir().mkpath(folder_)) return failed;
  WholeFile written(file());
  const bool done = written.open(QIODevice::WriteOnly) && written.write(entry()) >= 0 && written.commit();
  return done ? success() : Status(failed);
}

}  // namespace Parlour::Platform
