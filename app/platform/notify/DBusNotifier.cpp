// SPDX-License-Identifier: Apache-2.0
#include "app/platform/notify/DBusNotifier.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace Parlour::Platform {

namespace {

QString notifyService() { return QStringLiteral("org.freedesktop.Notifications"); }
QString notifyPath() { return QStringLiteral("/org/freedesktop/Notifications"); }

QDBusMessage notifyCall(const char* method) {
  return QDBusMessage::createMethodCall(notifyService(), notifyPath(), notifyService(), QLatin1String(method));
}

QVariantMap hintsOf(const Core::Banner& banner) {
  constexpr uchar kNormal = 1;
  constexpr uchar kCritical = 2;
  QVariantMap hints;
  hints.insert(QStringLiteral("urgency"), QVariant::fromValue<uchar>(banner.urgent ? kCritical : kNormal));
  hints.insert(QStringLiteral("category"), QStringLiteral("im.received"));
  hints.insert(QStringLiteral("desktop-entry"), QStringLiteral("parlour"));
  if (banner.sound) {
    hints.insert(QStringLiteral("sound-name"), QStringLiteral("message-new-instant"));
  } else {
    hints.insert(QStringLiteral("suppress-sound"), true);
  }
  return hints;
}

}  // namespace

DBusNotifier::DBusNotifier(const QDBusConnection& bus, QObject* parent) : QObject(parent), bus_(bus) {
  if (!bus_.isConnected()) return;
  bus_.connect(notifyService(), notifyPath(), notifyService(), QStringLiteral("ActionInvoked"), this,
               SLOT(actionInvoked(uint, QString)));
  bus_.connect(notifyService(), notifyPath(), notifyService(), QStringLiteral("NotificationClosed"), this,
               SLOT(notificationClosed(uint, uint)));
  askCapabilities();
}

DBusNotifier::~DBusNotifier() {
  for (const Entry& entry : std::as_const(entries_)) closeOnDesktop(entry.number);
}

void DBusNotifier::askCapabilities() {
  auto* watcher = new QDBusPendingCallWatcher(bus_.asyncCall(notifyCall("GetCapabilities")), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
    watcher->deleteLater();
    const QDBusPendingReply<QStringList> reply = *watcher;
    if (reply.isError()) return;
    known_ = true;
    actions_ = reply.value().contains(QLatin1String("actions"));
    markup_ = reply.value().contains(QLatin1String("body-markup"));
    Q_EMIT capabilitiesKnown();
  });
}

Core::DesktopNotifier::BannerId DBusNotifier::show(const Core::Banner& banner) {
  const BannerId id = ++last_;
  if (!bus_.isConnected()) return id;
  entries_[id].banner = banner;
  send(id);
  return id;
}

// A banner that the desktop has put away comes up anew: most services ignore a number that they have forgotten.
void DBusNotifier::replace(BannerId id, const Core::Banner& banner) {
  const auto found = entries_.find(id);
  if (found == entries_.end()) return;
  found->banner = banner;
  if (found->closed) found->number = 0;
  found->closed = false;
  if (found->underway) {
    found->again = true;
  } else {
    send(id);
  }
}

void DBusNotifier::withdraw(BannerId id) {
  const auto found = entries_.find(id);
  if (found == entries_.end()) return;
  if (found->underway) {
    found->withdrawn = true;
    return;
  }
  closeOnDesktop(found->number);
  entries_.erase(found);
}

void DBusNotifier::send(BannerId id) {
  Entry& entry = entries_[id];
  QStringList actions;
  if (actions_) {
    for (const Core::Banner::Action& action : entry.banner.actions) {
      actions << QString::fromLatin1(action.key) << action.words;
    }
    actions << QStringLiteral("default") << QCoreApplication::translate("Parlour::Platform::DBusNotifier", "Open");
  }
  const QString body = markup_ ? entry.banner.body.toHtmlEscaped() : entry.banner.body;
  // Of high importance: it stays until the person puts it away.
  const int shownMs = entry.banner.urgent ? 0 : kShownMs;
  QDBusMessage call = notifyCall("Notify");
  call.setArguments({QStringLiteral("Parlour"), entry.number, QStringLiteral("parlour"), entry.banner.title, body,
                     actions, hintsOf(entry.banner), shownMs});
  entry.underway = true;
  auto* watcher = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, id, watcher] {
    watcher->deleteLater();
    answered(id, *watcher);
  });
}

void DBusNotifier::answered(BannerId id, const QDBusPendingCall& call) {
  const auto found = entries_.find(id);
  if (found == entries_.end()) return;
  const QDBusPendingReply<uint> reply = call;
  found->underway = false;
  if (!reply.isError()) found->number = reply.value();
  if (found->withdrawn || reply.isError()) {
    closeOnDesktop(found->number);
    entries_.erase(found);
  } else if (std::exchange(found->again, false)) {
    send(id);
  }
}

void DBusNotifier::closeOnDesktop(uint number) {
  if (number == 0) return;
  QDBusMessage call = notifyCall("CloseNotification");
  call.setArguments({number});
  bus_.send(call);
}

Core::DesktopNotifier::BannerId DBusNotifier::idOf(uint number) const {
  for (auto it = entries_.cbegin(); it != entries_.cend(); ++it) {
    if (number != 0 && it->number == number) return it.key();
  }
  return 0;
}

// The signals of all programs come here; numbers of others are not ours.
void DBusNotifier::actionInvoked(uint number, const QString& action) {
  const BannerId id = idOf(number);
  if (id == 0 || !onAction) return;
  onAction(id, action == QLatin1String("default") ? QByteArrayLiteral("open") : action.toLatin1());
}

void DBusNotifier::notificationClosed(uint number, uint /*reason*/) {
  const BannerId id = idOf(number);
  if (id == 0) return;
  entries_[id].closed = true;
  if (onClosed) onClosed(id);
}

}  // namespace Parlour::Platform
