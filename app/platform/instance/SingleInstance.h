// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include "protocol/support/Result.h"

namespace Parlour::Platform {

// One running program for each profile. The first start holds a lock file in the profile's folder and listens on a
// socket that only the same user can reach; later starts hand over what they were asked to open, at most 4 KB. GUI
// thread.
class SingleInstance : public QObject {
  Q_OBJECT

 public:
  explicit SingleInstance(const QString& profileDir, QObject* parent = nullptr);

  // False when another program runs with this profile.
  bool becomeFirst();
  // Blocks for 3 s at most. `link` may be empty: then the window is only raised.
  Status handOver(const QString& link) const;

 Q_SIGNALS:
  // Another start wants the window, and the link opened unless it is empty.
  void startedAgain(const QString& link);

 private:
  void accept();
  void readFrom(QLocalSocket* socket);

  QLockFile lock_;
  QString socketName_;
  QLocalServer server_;
};

}  // namespace Parlour::Platform
