// SPDX-License-Identifier: Apache-2.0
#include "tests/app/platform/notify/PrivateBus.h"

#include <QFile>
#include <QStandardPaths>

namespace Parlour::Testing {

namespace {

// Without the folders of services that may be started: the test brings its own.
QByteArray busConfiguration(const QString& folder) {
  return QByteArrayLiteral(
             "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
             "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\"><busconfig>"
             "<type>session</type><listen>unix:dir=") +
         folder.toUtf8() +
         QByteArrayLiteral(
             "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\" "
             "eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
}

}  // namespace

PrivateBus::~PrivateBus() {
  for (const QString& name : std::as_const(names_)) QDBusConnection::disconnectFromBus(name);
  daemon_.terminate();
  daemon_.waitForFinished(5'000);
}

bool PrivateBus::isInstalled() { return !QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty(); }

bool PrivateBus::start() {
  const QString file = folder_.filePath(QStringLiteral("bus.conf"));
  QFile configuration(file);
  if (!configuration.open(QIODevice::WriteOnly)) return false;
  configuration.write(busConfiguration(folder_.path()));
  configuration.close();
  daemon_.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                                                QStringLiteral("--config-file=") + file});
  if (!daemon_.waitForReadyRead(10'000)) return false;
  address_ = QString::fromUtf8(daemon_.readLine()).trimmed();
  return !address_.isEmpty();
}

QDBusConnection PrivateBus::connection(const QString& name) {
  names_.append(name);
  return QDBusConnection::connectToBus(address_, name);
}

}  // namespace Parlour::Testing
