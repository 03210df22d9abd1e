// SPDX-License-Identifier: Apache-2.0
#include "protocol/xccos/Tokens.h"

#include <array>

namespace Parlour::Xccos {
namespace {

template <typename Enum>
constexpr TokenRow<Enum> tokenRow(Enum value, const char* text) {
  return {value, QLatin1String(text)};
}

constexpr std::array kFlagTokens{tokenRow(true, "true"), tokenRow(false, "false")};
constexpr std::array kBehaviorTokens{tokenRow(Behavior::Normal, "NORMAL"),
                                     tokenRow(Behavior::Auditorium, "AUDITORIUM")};
constexpr std::array kVisibilityTokens{tokenRow(Visibility::Open, "OPEN"), tokenRow(Visibility::Scoped, "SCOPED"),
                                       tokenRow(Visibility::Private, "PRIVATE"), tokenRow(Visibility::Scoped, "SCOPE")};
constexpr std::array kInviteTokens{tokenRow(InviteSetting::On, "true"), tokenRow(InviteSetting::Off, "false"),
                                   tokenRow(InviteSetting::Inherit, "inherit")};
constexpr std::array kRoleTokens{tokenRow(RoleType::Member, "MEMBER"),       tokenRow(RoleType::Manager, "MANAGER"),
                                 tokenRow(RoleType::Presenter, "PRESENTER"), tokenRow(RoleType::Creator, "CREATOR"),
                                 tokenRow(RoleType::Allowed, "ALLOWED"),     tokenRow(RoleType::Denied, "DENIED")};
constexpr std::array kRoleOpTokens{tokenRow(RoleOp::Set, "set"), tokenRow(RoleOp::Add, "add"),
                                   tokenRow(RoleOp::Remove, "remove")};
constexpr std::array kAssociationTokens{tokenRow(AssociationType::Member, "MEMBER"),
                                        tokenRow(AssociationType::Manager, "MANAGER")};
constexpr std::array kPrincipalTokens{tokenRow(PrincipalType::Any, "1"),      tokenRow(PrincipalType::AnyUser, "2"),
                                      tokenRow(PrincipalType::AnyGroup, "3"), tokenRow(PrincipalType::SystemUser, "4"),
                                      tokenRow(PrincipalType::User, "5"),     tokenRow(PrincipalType::Domain, "8"),
                                      tokenRow(PrincipalType::Group, "9"),    tokenRow(PrincipalType::Container, "10")};
constexpr std::array kQueryTokens{tokenRow(QueryType::ByName, "BYNAME"), tokenRow(QueryType::ByCategory, "BYCATEGORY"),
                                  tokenRow(QueryType::ByUser, "BYUSER"), tokenRow(QueryType::ByFilter, "BYFILTER")};
constexpr std::array kJoinRequestTokens{
    tokenRow(JoinRequestState::Pending, "PENDING"), tokenRow(JoinRequestState::Granted, "GRANTED"),
    tokenRow(JoinRequestState::Declined, "DECLINED"), tokenRow(JoinRequestState::Withdrawn, "WITHDRAWN")};

}  // namespace

template <>
std::span<const TokenRow<bool>> tokenRows() {
  return kFlagTokens;
}
template <>
std::span<const TokenRow<Behavior>> tokenRows() {
  return kBehaviorTokens;
}
template <>
std::span<const TokenRow<Visibility>> tokenRows() {
  return kVisibilityTokens;
}
template <>
std::span<const TokenRow<InviteSetting>> tokenRows() {
  return kInviteTokens;
}
template <>
std::span<const TokenRow<RoleType>> tokenRows() {
  return kRoleTokens;
}
template <>
std::span<const TokenRow<RoleOp>> tokenRows() {
  return kRoleOpTokens;
}
template <>
std::span<const TokenRow<AssociationType>> tokenRows() {
  return kAssociationTokens;
}
template <>
std::span<const TokenRow<PrincipalType>> tokenRows() {
  return kPrincipalTokens;
}
template <>
std::span<const TokenRow<QueryType>> tokenRows() {
  return kQueryTokens;
}
template <>
std::span<const TokenRow<JoinRequestState>> tokenRows() {
  return kJoinRequestTokens;
}

}  // namespace Parlour::Xccos
