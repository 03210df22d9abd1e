// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/Category.h"

#include <utility>

namespace Parlour::Signin {
namespace {

constexpr std::pair<ExpireType, const char*> kExpireTypes[] = {
    {ExpireType::Static, "static"},
    {ExpireType::User, "user"},
    {ExpireType::Endpoint, "endpoint"},
    {ExpireType::Time, "time"},
};

}  // namespace

QLatin1String expireTypeName(ExpireType type) {
  for (const auto& [known, name] : kExpireTypes) {
    if (known == type) return QLatin1String(name);
  }
  return QLatin1String("static");
}

std::optional<ExpireType> expireTypeFromName(QStringView name) {
  for (const auto& [known, text] : kExpireTypes) {
    if (name.compare(QLatin1String(text), Qt::CaseInsensitive) == 0) return known;
  }
  return std::nullopt;
}

CategoryInstance CategoryInstance::emptied(const QString& name, std::optional<quint32> container) {
  CategoryInstance marker;
  marker.name = name;
  marker.container = container;
  return marker;
}

}  // namespace Parlour::Signin
