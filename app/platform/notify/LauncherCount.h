// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QString>

namespace Parlour::Platform {

// The number on the program's icon in the dock or taskbar (com.canonical.Unity.LauncherEntry, which GNOME's docks and
// Plasma read). A signal to nobody where nobody listens. GUI thread.
class LauncherCount {
 public:
  LauncherCount(const QDBusConnection& bus, const QString& desktopFile);

  void set(int count, bool urgent = false);

 private:
  QDBusConnection bus_;
  QString application_;
  QString path_;
};

}  // namespace Parlour::Platform
