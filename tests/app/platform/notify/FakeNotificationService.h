// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace Parlour::Testing {

// org.freedesktop.Notifications as a desktop has it, with everything on the table.
class FakeNotificationService : public QObject, protected QDBusContext {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

 public:
  struct Shown {
    QString title;
    QString body;
    QStringList actions;
    QVariantMap hints;
    int timeout = 0;
  };

  bool serve(QDBusConnection bus) {
    return bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                              QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
           bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
  }

  QStringList capabilities{QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup")};
  QMap<uint, Shown> shown;
  QList<uint> replaced;  // numbers that were given to be replaced
  QList<uint> closed;
  bool refuses = false;

 public Q_SLOTS:
  QStringList GetCapabilities() { return capabilities; }
  uint Notify(const QString& application, uint replaces, const QString& icon, const QString& title, const QString& body,
              const QStringList& actions, const QVariantMap& hints, int timeout) {
    Q_UNUSED(application)
    Q_UNUSED(icon)
    if (refuses) {
      sendErrorReply(QDBusError::LimitsExceeded);
      return 0;
    }
    if (replaces != 0) replaced.append(replaces);
    const uint number = replaces != 0 ? replaces : ++last_;
    shown.insert(number, {title, body, actions, hints, timeout});
    return number;
  }
  void CloseNotification(uint number) {
    shown.remove(number);
    closed.append(number);
    Q_EMIT NotificationClosed(number, 3);
  }

 Q_SIGNALS:
  void ActionInvoked(uint number, const QString& action);
  void NotificationClosed(uint number, uint reason);

 private:
  uint last_ = 40;
};

}  // namespace Parlour::Testing
