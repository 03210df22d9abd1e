// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>
#include <optional>

#include "server-sim/org/Organisation.h"

namespace Parlour::Server {

// A principal as a position in the organisation's lists; `index` is -1 for everyone.
struct OrgRef {
  OrgPrincipal::Kind kind = OrgPrincipal::Kind::User;
  int index = -1;
};

// Names of an organisation under construction. Names are compared without regard to case;
// users also go by the part of their address before the `@`. Owned by the builder.
class OrgIndex {
 public:
  explicit OrgIndex(const QByteArray& domain) : domain_(domain) {}

  // Each returns false when the name is taken.
  bool addUser(const SipUri& uri, int index);
  bool addGroup(const QString& name, int index);
  bool addCategory(const QString& name, int index);
  bool addRoom(const QString& name, int index);
  bool addGuid(const QByteArray& guid);

  // The address that a text stands for: `sip:` and, for own users, the domain may be absent.
  Result<SipUri> address(const QString& text) const;
  std::optional<int> user(const QString& text) const;
  std::optional<int> category(const QString& name) const;
  std::optional<int> room(const QString& name) const;
  std::optional<OrgRef> principal(const QString& text) const;
  bool isUserName(const QString& name) const;

 private:
  using Names = QHash<QString, int>;
  static bool add(Names& names, const QString& name, int index);
  static std::optional<int> find(const Names& names, const QString& name);

  QByteArray domain_;
  QHash<QByteArray, int> users_;
  Names groups_;
  Names categories_;
  Names rooms_;
  QHash<QByteArray, int> guids_;
};

}  // namespace Parlour::Server
