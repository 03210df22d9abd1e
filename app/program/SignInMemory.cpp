// SPDX-License-Identifier: Apache-2.0
#include "app/program/SignInMemory.h"

#include <QPointer>
#include <utility>

#include "app/program/Account.h"

namespace Parlour::Program {

SignInMemory::SignInMemory(QSettings& settings, Platform::SecretStore& store, QObject* parent)
    : QObject(parent), settings_(settings), store_(store) {}

void SignInMemory::load() {
  const QString account = rememberedRequest(settings_).address.toLower();
  if (account.isEmpty()) return;
  store_.read(account, [self = QPointer(this)](const Result<QString>& password) {
    if (!self) return;
    if (password && !password->isEmpty()) Q_EMIT self->passwordRead(*password);
    if (!password && password.error().code == ErrorCode::NotSupported) Q_EMIT self->keychainMissing();
  });
}

void SignInMemory::signedIn() {
  const auto request = std::exchange(request_, std::nullopt);
  if (!request) return;
  const QString account = request->address.toLower();
  const auto told = [self = QPointer(this)](const Status& status) {
    if (self && !status && status.error().code == ErrorCode::NotSupported) Q_EMIT self->keychainMissing();
  };
  if (!request->remember) {
    store_.remove(account, told);
  } else if (!request->password.isEmpty()) {
    store_.write(account, request->password, told);
  }
}

}  // namespace Parlour::Program
