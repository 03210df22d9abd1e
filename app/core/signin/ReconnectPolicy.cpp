// SPDX-License-Identifier: Apache-2.0
#include "app/core/signin/ReconnectPolicy.h"

#include <algorithm>
#include <array>

#include "app/core/session/BackOff.h"

namespace Parlour::Core {

namespace {

constexpr std::array<qint64, 5> kReconnectSeconds{2, 4, 8, 16, 30};
constexpr qint64 kHomeUnreachableSeconds = 60;  // 504: signin 1.12
constexpr int kFirstSignInTries = 5;
constexpr int kGatewayTimeout = 504;

enum class Outlook { Hopeless, Passing, PassingOnceProven };

// What waiting can do about a failure.
Outlook outlookOf(SignInStep step, const Error& error) {
  switch (error.code) {
    case ErrorCode::Busy:
    case ErrorCode::Timeout:
      return Outlook::Passing;
    case ErrorCode::ConnectionLost:
    case ErrorCode::Internal:
    case ErrorCode::Storage:
      return Outlook::PassingOnceProven;
    case ErrorCode::NotFound:
      return step == SignInStep::Resolve ? Outlook::PassingOnceProven : Outlook::Hopeless;
    case ErrorCode::InvalidArgument:
    case ErrorCode::ParseFailed:
    case ErrorCode::LimitExceeded:
    case ErrorCode::PermissionDenied:
    case ErrorCode::Conflict:
    case ErrorCode::Disabled:
    case ErrorCode::NotJoined:
    case ErrorCode::NotSupported:
    case ErrorCode::Unauthorized:
    case ErrorCode::Cancelled:
      return Outlook::Hopeless;
  }
  return Outlook::Hopeless;
}

}  // namespace

std::optional<qint64> ReconnectPolicy::failed(SignInStep step, const Error& error, bool wasSignedIn, quint64 random) {
  const Outlook outlook = outlookOf(step, error);
  if (outlook == Outlook::Hopeless) return std::nullopt;
  if (outlook == Outlook::PassingOnceProven && !wasSignedIn) return std::nullopt;
  const bool limited = !wasSignedIn && error.code == ErrorCode::Timeout;
  if (limited && failures_ >= kFirstSignInTries) return std::nullopt;
  return nextDelay(error, random);
}

std::optional<qint64> ReconnectPolicy::lost(const Error& error, quint64 random) {
  if (outlookOf(SignInStep::Connect, error) == Outlook::Hopeless) return std::nullopt;
  return nextDelay(error, random);
}

qint64 ReconnectPolicy::nextDelay(const Error& error, quint64 random) {
  const auto row = std::min(static_cast<size_t>(failures_), kReconnectSeconds.size() - 1);
  ++failures_;
  if (error.retryAfterSeconds >= 0) return retryAfterMs(error.retryAfterSeconds, random);
  if (error.wireCode == kGatewayTimeout) return kHomeUnreachableSeconds * 1000;
  return withJitter(kReconnectSeconds[row] * 1000, random);
}

}  // namespace Parlour::Core
