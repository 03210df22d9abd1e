// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

namespace Parlour::Testing {

// A session bus of the test's own: nothing of the desktop is seen by it or sees it. Ends with the object.
class PrivateBus {
 public:
  PrivateBus() = default;
  ~PrivateBus();

  static bool isInstalled();
  bool start();
  // A connection of its own under that name; dropped at the end.
  QDBusConnection connection(const QString& name);

 private:
  QTemporaryDir folder_;
  QProcess daemon_;
  QString address_;
  QStringList names_;
};

}  // namespace Parlour::Testing
