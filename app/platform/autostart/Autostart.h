// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "protocol/support/Result.h"

namespace Parlour::Platform {

// Starts the program with the desktop by an entry in the folder that the desktop reads (XDG autostart), one a profile.
class Autostart {
 public:
  // `folder`: usually autostartFolder().
  Autostart(const QString& folder, const QString& profile, const QString& program);

  static QString autostartFolder();
  bool isOn() const;
  // Also renews an entry that names another program, after an update to another place.
  Status set(bool on) const;

 private:
  QString file() const;
  QByteArray entry() const;

  QString folder_;
  QString profile_;
  QString program_;
};

}  // namespace Parlour::Platform
