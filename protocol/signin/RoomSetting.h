// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>
#include <optional>

#include "protocol/support/Ids.h"
#include "protocol/support/Result.h"

namespace Parlour::Signin {

inline constexpr char kRoomSettingCategory[] = "roomSetting";

// A followed room as its presence fragment: a list of named properties (signin 3.5). Properties that we
// do not know are kept as they are and in their order, so that nothing another client stored is lost.
class RoomSetting {
 public:
  RoomSetting(const RoomUri& room, const QString& name);

  // Fails with ParseFailed when the fragment is not XML or has no usable `url`.
  static Result<RoomSetting> parse(const QByteArray& fragment);

  const RoomUri& room() const { return room_; }
  QString name() const { return value(QStringLiteral("name")); }
  void setName(const QString& name) { setValue(QStringLiteral("name"), name); }

  // Up to where the user has read the room. Our own property, which other clients ignore.
  std::optional<ChatId> readChatId() const;
  void setReadChatId(ChatId chatId);

  QString value(const QString& property) const;  // empty when absent
  QStringList propertyNames() const;
  void setValue(const QString& property, const QString& value);  // replaces in place or appends

  QByteArray toFragment() const;

 private:
  struct Property {
    QString name;
    QString value;
    QByteArray markup;  // the element as it was read; empty once the value was set here
  };

  RoomSetting() = default;
  const Property* find(const QString& property) const;

  RoomUri room_;
  QList<Property> properties_;
};

// The instance number for a room that is not stored yet: the first 31 bits of the SHA-1 of its address, or the
// next number that is free. Two endpoints that follow a room at once thus hit the same instance (signin 3.5).
quint32 instanceForRoom(const RoomUri& room, const QSet<quint32>& taken);

}  // namespace Parlour::Signin
