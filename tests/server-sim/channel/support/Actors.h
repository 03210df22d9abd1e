// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "server-sim/channel/changes/ChangeService.h"
#include "tests/server-sim/channel/support/AdminLines.h"

namespace Parlour::Server::Testing {

// A wish of the tests' data rows.
using Wish = std::function<Plan(const ChannelState&)>;

inline Actor actor(const QByteArray& name) {
  static const QByteArrayList names = {"ada", "bo", "cy", "dot", "eve", "fin", "gus", "hal"};
  return Actor{names.indexOf(name) + 1, principalAddress(name), false};
}
// Dot, who is an administrator for once.
inline Actor administrator() { return Actor{Dot, principalAddress("dot"), true}; }
inline Actor localAdministrator() { return Actor{0, "local administrator", true}; }

inline std::vector<QByteArray> addresses(const QByteArrayList& names) {
  std::vector<QByteArray> list;
  for (const QByteArray& name : names) list.push_back(principalAddress(name));
  return list;
}

// "404 There is no such room.", or "ok", or "nothing" for a set without changes.
inline QString verdictOf(const Plan& plan) {
  if (const auto* refused = std::get_if<Refusal>(&plan)) {
    return QString::number(static_cast<int>(refused->code)) + QLatin1Char(' ') + refused->reason;
  }
  return std::get<ChangeSet>(plan).audit.empty() ? QStringLiteral("nothing") : QStringLiteral("ok");
}

}  // namespace Parlour::Server::Testing
