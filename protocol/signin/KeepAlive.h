// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <optional>

namespace Parlour::Signin {

// The header ms-keep-alive by which both sides agree on CR LF CR LF after silence (signin 1.10).
struct KeepAlive {
  enum class Role { Uac, Uas };  // asks, answers
  struct Mechanism {
    QByteArray name;  // lower case
    bool on = false;
    bool operator==(const Mechanism&) const = default;
  };

  Role role = Role::Uac;
  QList<Mechanism> mechanisms;
  std::optional<int> timeoutSeconds;  // 1 … 86400

  static KeepAlive offer();                     // UAC; hop-hop=yes
  static KeepAlive answer(int timeoutSeconds);  // UAS; hop-hop=yes; …; timeout
  static std::optional<KeepAlive> parse(QByteArrayView value);
  QByteArray toBytes() const;

  bool has(QByteArrayView mechanism) const;
  // After how much silence a client sends, at four fifths of the timeout; nullopt when not agreed.
  std::optional<qint64> sendAfterMs() const;
  bool operator==(const KeepAlive&) const = default;
};

}  // namespace Parlour::Signin
