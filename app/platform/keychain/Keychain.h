// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "app/platform/keychain/SecretStore.h"

namespace QKeychain {
class Job;
}

namespace Parlour::Platform {

// The keychain of the desktop (Secret Service, KWallet) by QtKeychain, without its fallback to a plain file. A service
// that does not answer within 10 s counts as none. GUI thread.
class Keychain final : public QObject, public SecretStore {
  Q_OBJECT

 public:
  // `service` keeps profiles apart.
  explicit Keychain(const QString& service, QObject* parent = nullptr);

  void read(const QString& account, std::function<void(const Result<QString>&)> done) override;
  void write(const QString& account, const QString& secret, std::function<void(const Status&)> done) override;
  void remove(const QString& account, std::function<void(const Status&)> done) override;

 private:
  void run(QKeychain::Job* job, const QString& account, std::function<void(const Status&)> done);

  QString service_;
};

}  // namespace Parlour::Platform
