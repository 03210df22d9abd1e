// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <compare>
#include <optional>

#include "protocol/support/Clock.h"

namespace Parlour::Signin {

// Instance numbers are defined with 31 bits (signin 3.1) and ours keep to it, but pidgin-sipe publishes
// its device with all 32, so that is what we read.
inline constexpr quint32 kMaxInstance = 0x7fffffff;
inline constexpr quint32 kMaxForeignInstance = 0xffffffff;
inline constexpr quint32 kMaxContainer = 32767;
inline constexpr quint32 kOwnContainer = 1;  // what only the owner sees (signin 3.1)

// When a published category instance ends (signin 3.1).
enum class ExpireType { Static, User, Endpoint, Time };

QLatin1String expireTypeName(ExpireType type);
std::optional<ExpireType> expireTypeFromName(QStringView name);

struct CategoryKey {
  QString name;
  quint32 container = 0;
  quint32 instance = 0;

  std::strong_ordering operator<=>(const CategoryKey& other) const {
    if (const int order = name.compare(other.name); order != 0) return order <=> 0;
    if (container != other.container) return container <=> other.container;
    return instance <=> other.instance;
  }
  bool operator==(const CategoryKey&) const = default;
};

// One instance of a presence category as the server reports it. Without an instance number it is a marker:
// nothing of that name is left, in that container or (no container either) at all (signin 3.4).
struct CategoryInstance {
  QString name;
  std::optional<quint32> container;
  std::optional<quint32> instance;
  Timestamp publishTime;
  quint32 version = 0;
  ExpireType expireType = ExpireType::Static;
  std::optional<quint32> expires;  // seconds, for ExpireType::Time
  QByteArray fragment;             // UTF-8, its namespaces declared on it; may be empty

  bool isMarker() const { return !instance; }
  CategoryKey key() const { return {name, container.value_or(0), instance.value_or(0)}; }
  bool operator==(const CategoryInstance&) const = default;

  static CategoryInstance emptied(const QString& name, std::optional<quint32> container = {});
};

}  // namespace Parlour::Signin
