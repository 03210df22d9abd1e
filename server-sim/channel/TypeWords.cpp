// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/TypeWords.h"

namespace Parlour::Server::TypeWords {

QString word(Privacy privacy) {
  switch (privacy) {
    case Privacy::Open:
      return QStringLiteral("open");
    case Privacy::Closed:
      return QStringLiteral("closed");
    case Privacy::Secret:
      break;
  }
  return QStringLiteral("secret");
}

QString word(RoomType type) {
  return type == RoomType::Auditorium ? QStringLiteral("auditorium") : QStringLiteral("normal");
}

QString word(PolicyScope scope) {
  switch (scope) {
    case PolicyScope::Global:
      return QStringLiteral("global");
    case PolicyScope::Site:
      return QStringLiteral("site");
    case PolicyScope::User:
      break;
  }
  return QStringLiteral("user");
}

QString word(ConfigurationScope scope) {
  switch (scope) {
    case ConfigurationScope::Global:
      return QStringLiteral("global");
    case ConfigurationScope::Site:
      return QStringLiteral("site");
    case ConfigurationScope::Pool:
      break;
  }
  return QStringLiteral("pool");
}

std::optional<Privacy> privacyOf(const QString& text) {
  for (const Privacy privacy : {Privacy::Open, Privacy::Closed, Privacy::Secret}) {
    if (word(privacy) == text) return privacy;
  }
  return std::nullopt;
}

std::optional<RoomType> typeOf(const QString& text) {
  for (const RoomType type : {RoomType::Normal, RoomType::Auditorium}) {
    if (word(type) == text) return type;
  }
  return std::nullopt;
}

}  // namespace Parlour::Server::TypeWords
