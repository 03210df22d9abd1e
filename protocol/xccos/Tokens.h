// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1String>
#include <QStringView>
#include <optional>
#include <span>

#include "protocol/xccos/Blocks.h"

// Enumerated attribute values and their spellings, one table for each type. The first row of a
// value is what is sent, further rows are accepted as well; case does not matter (xccos 1).
namespace Parlour::Xccos {

template <typename Enum>
struct TokenRow {
  Enum value;
  QLatin1String text;
};

template <typename Enum>
std::span<const TokenRow<Enum>> tokenRows();

template <>
std::span<const TokenRow<bool>> tokenRows();
template <>
std::span<const TokenRow<Behavior>> tokenRows();
template <>
std::span<const TokenRow<Visibility>> tokenRows();
template <>
std::span<const TokenRow<InviteSetting>> tokenRows();
template <>
std::span<const TokenRow<RoleType>> tokenRows();
template <>
std::span<const TokenRow<RoleOp>> tokenRows();
template <>
std::span<const TokenRow<AssociationType>> tokenRows();
template <>
std::span<const TokenRow<PrincipalType>> tokenRows();
template <>
std::span<const TokenRow<QueryType>> tokenRows();

template <>
std::span<const TokenRow<JoinRequestState>> tokenRows();

template <typename Enum>
std::optional<Enum> tokenValue(QStringView text) {
  for (const auto& row : tokenRows<Enum>()) {
    if (text.compare(row.text, Qt::CaseInsensitive) == 0) return row.value;
  }
  return std::nullopt;
}

template <typename Enum>
QLatin1String tokenText(Enum value) {
  for (const auto& row : tokenRows<Enum>()) {
    if (row.value == value) return row.text;
  }
  return {};
}

}  // namespace Parlour::Xccos
