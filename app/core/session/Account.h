// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/core/Environment.h"

namespace Parlour::Core {

// Who is signed in, as the services of the core need it. Owned by the client, shared by reference.
struct Account {
  SipUri me;
  QString name;  // display name once a server told it, else the user part
  ServerLimits limits;

  QByteArray domain() const { return me.domain(); }
  void learnName(const SipUri& uri, const QString& displayName) {
    if (uri == me && !displayName.isEmpty()) name = displayName;
  }
};

// The local settings of the account that is signed in: each account has its own branch.
class AccountSettings {
 public:
  explicit AccountSettings(LocalSettings& settings) : settings_(settings) {}

  void setAccount(const SipUri& me) { branch_ = QStringLiteral("accounts/%1/").arg(QString::fromUtf8(me.address())); }
  QVariant value(const QString& key) const { return settings_.value(branch_ + key); }
  void setValue(const QString& key, const QVariant& value) { settings_.setValue(branch_ + key, value); }

 private:
  LocalSettings& settings_;
  QString branch_;
};

}  // namespace Parlour::Core
