// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/Plan.h"

// Policies, their grants, and add-ins (product.md 1.1); for administrators. Policies alone decide
// who may chat: the one granted to a user beats that of the site, which beats the global one; without any nobody may.
// Pure functions of the state; loop thread.
namespace Parlour::Server {

inline constexpr qsizetype kMaxAddInName = 50;
inline constexpr qsizetype kMaxAddInUrl = 255;

// New or changed, by name without regard to case. There is at most one global and one site policy; a policy
// keeps its scope.
Plan savePolicy(const ChannelState& state, const Actor& actor, const Policy& policy, Timestamp now);
// Grants of it end with it.
Plan removePolicy(const ChannelState& state, const Actor& actor, const QString& name, Timestamp now);
// To a user, by address; an empty name takes the grant away.
Plan grantPolicy(const ChannelState& state, const Actor& actor, const QByteArray& user, const QString& policy,
                 Timestamp now);

struct AddInDraft {
  QByteArray guid;  // empty: a new one
  QString name;
  QString url;
};
Plan saveAddIn(const ChannelState& state, const Actor& actor, const AddInDraft& draft, Timestamp now);
// Rooms that show it show none afterwards.
Plan removeAddIn(const ChannelState& state, const Actor& actor, const QByteArray& guid, Timestamp now);

}  // namespace Parlour::Server
