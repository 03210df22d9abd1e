// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>

#include "app/core/notify/DesktopNotifier.h"

class QDBusPendingCall;

namespace Parlour::Platform {

// Banners by the desktop's own service (org.freedesktop.Notifications 1.2). Nothing here waits for an answer: the
// service may be slow or absent, then banners are lost and the program goes on. Text is escaped where the service reads
// markup; the sound is the desktop's own, by name. GUI thread.
class DBusNotifier final : public QObject, public Core::DesktopNotifier {
  Q_OBJECT

 public:
  static constexpr int kShownMs = 6'000;  // how long a banner stays (design 07-2)

  explicit DBusNotifier(const QDBusConnection& bus, QObject* parent = nullptr);
  ~DBusNotifier() override;

  BannerId show(const Core::Banner& banner) override;
  void replace(BannerId id, const Core::Banner& banner) override;
  void withdraw(BannerId id) override;

  // Whether the service has told what it can do; before that banners are plain.
  bool isKnown() const { return known_; }
  bool hasActions() const { return actions_; }

 Q_SIGNALS:
  void capabilitiesKnown();

 private Q_SLOTS:
  void actionInvoked(uint number, const QString& action);
  void notificationClosed(uint number, uint reason);

 private:
  struct Entry {
    uint number = 0;        // the service's; 0 until it has answered
    bool underway = false;  // its answer is awaited
    bool withdrawn = false;
    bool closed = false;
    bool again = false;  // `banner` came while the answer was awaited
    Core::Banner banner;
  };
  void askCapabilities();
  void send(BannerId id);
  void answered(BannerId id, const QDBusPendingCall& call);
  void closeOnDesktop(uint number);
  BannerId idOf(uint number) const;

  QDBusConnection bus_;
  QHash<BannerId, Entry> entries_;
  BannerId last_ = 0;
  bool known_ = false;
  bool actions_ = false;
  bool markup_ = false;
};

}  // namespace Parlour::Platform
