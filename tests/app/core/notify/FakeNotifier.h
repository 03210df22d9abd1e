// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QStringList>

#include "app/core/notify/DesktopNotifier.h"

namespace Parlour::Testing {

// A desktop that remembers what is up and everything that happened.
class FakeNotifier final : public Core::DesktopNotifier {
 public:
  BannerId show(const Core::Banner& banner) override {
    up.insert(++last_, banner);
    note(QStringLiteral("show"), banner);
    return last_;
  }
  void replace(BannerId id, const Core::Banner& banner) override {
    up.insert(id, banner);
    note(QStringLiteral("replace"), banner);
  }
  void withdraw(BannerId id) override {
    if (up.remove(id) > 0) log.append(QStringLiteral("withdraw %1").arg(id));
  }
  void press(BannerId id, const char* action) {
    if (onAction) onAction(id, action);
  }
  QStringList takeLog() { return std::exchange(log, {}); }

  QMap<BannerId, Core::Banner> up;
  QStringList log;  // "show Tide tables | Bo: text", with "!" for a sound
  int sounds = 0;

 private:
  void note(const QString& what, const Core::Banner& banner) {
    log.append(QStringLiteral("%1 %2 | %3").arg(what, banner.title, banner.body));
    if (banner.sound) ++sounds;
  }
  BannerId last_ = 0;
};

}  // namespace Parlour::Testing
