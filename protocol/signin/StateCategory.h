// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include "protocol/support/Result.h"

namespace Parlour::Signin {

// Who set a state: one computer, the person for all computers, or the server that sums them up (signin 3.3, 3.6).
enum class StateKind { Machine, User, Aggregate };

// The numbers for "state/availability" (MS-PRES); 3500 is attested in signin 3.3. A range of numbers means the same,
// smaller is more available.
namespace Availability {
inline constexpr quint32 kAvailable = 3500;
inline constexpr quint32 kBusy = 6500;
inline constexpr quint32 kAway = 15500;
inline constexpr quint32 kOffline = 18500;

inline constexpr quint32 kFromAvailable = 3000;
inline constexpr quint32 kFromIdle = 4500;
inline constexpr quint32 kFromBusy = 6000;
inline constexpr quint32 kFromBeRightBack = 12000;
inline constexpr quint32 kFromOffline = 18000;
}  // namespace Availability

// The presence category `state`: how available somebody is. A value; reading fails with ParseFailed.
struct StateCategory {
  StateKind kind = StateKind::Machine;
  quint32 availability = 0;  // 0: not said

  static QString categoryName() { return QStringLiteral("state"); }
  QByteArray toFragment() const;
  static Result<StateCategory> parse(const QByteArray& fragment);
  bool operator==(const StateCategory&) const = default;
};

}  // namespace Parlour::Signin
