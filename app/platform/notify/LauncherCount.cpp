// SPDX-License-Identifier: Apache-2.0
#include "app/platform/notify/LauncherCount.h"

#include <QDBusMessage>
#include <QHash>
#include <QVariantMap>

namespace Parlour::Platform {

LauncherCount::LauncherCount(const QDBusConnection& bus, const QString& desktopFile)
    : bus_(bus),
      application_(QStringLiteral("application://") + desktopFile),
      path_(QStringLiteral("/com/canonical/unity/launcherentry/%1").arg(qHash(application_, 0))) {}

void LauncherCount::set(int count, bool urgent) {
  if (!bus_.isConnected()) return;
  QDBusMessage update =
      QDBusMessage::createSignal(path_, QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"));
  const QVariantMap properties{{QStringLiteral("count"), qint64{count}},
                               {QStringLiteral("count-visible"), count > 0},
                               {QStringLiteral("urgent"), urgent}};
  update.setArguments({application_, properties});
  bus_.send(update);
}

}  // namespace Parlour::Platform
