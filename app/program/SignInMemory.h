// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSettings>
#include <optional>

#include "app/platform/keychain/SecretStore.h"
#include "app/ui/signin/SignInWindow.h"

namespace Parlour::Program {

// The password of the remembered account: kept in the keychain only after a sign-in that worked and only with "Remember
// me", taken out when that is off. Never in a file. Settings and store outlive it; GUI thread.
class SignInMemory : public QObject {
  Q_OBJECT

 public:
  SignInMemory(QSettings& settings, Platform::SecretStore& store, QObject* parent = nullptr);

  // Asks for the password of the remembered account, if there is one.
  void load();
  // Nothing is remembered of a sign-in without a request (the demo).
  void signingIn(const std::optional<Ui::SignInRequest>& request) { request_ = request; }
  void signedIn();

 Q_SIGNALS:
  void passwordRead(const QString& password);
  // The password will be asked for each time.
  void keychainMissing();

 private:
  QSettings& settings_;
  Platform::SecretStore& store_;
  std::optional<Ui::SignInRequest> request_;
};

}  // namespace Parlour::Program
