// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/Authenticator.h"

#include "server-sim/frontend/Replies.h"

namespace Parlour::Server {
namespace {

constexpr int kWrongCredentials = 1000;
constexpr int kUserNotInPool = 4006;
constexpr int kUserDisabled = 4141;

Sip::LockOutOptions lockOutOptions(const FrontEndSettings& settings) {
  Sip::LockOutOptions options;
  options.maxFailures = settings.lockOutFailures;
  options.maxFailuresPerAddress = settings.lockOutFailuresPerAddress;
  options.lockMs = qint64{settings.lockOutSeconds} * 1000;
  return options;
}

Sip::DigestVerifierOptions verifierOptions(const FrontEndSettings& settings) {
  Sip::DigestVerifierOptions options;
  options.realm = settings.domain;
  return options;
}

}  // namespace

Authenticator::Authenticator(const FrontEndSettings& settings, Store& store, UserLookup users, const Clock& clock,
                             FrontEndCounters& counters)
    : settings_(settings),
      store_(store),
      users_(std::move(users)),
      verifier_(
          verifierOptions(settings), clock,
          [this](const QByteArray& userName, Sip::DigestAlgorithm algorithm) -> std::optional<Sip::DigestAccount> {
            for (const auto& credential : candidate_) {
              if (credential.userName == userName.toLower() &&
                  credential.algorithm == Sip::digestAlgorithmName(algorithm)) {
                return Sip::DigestAccount{candidateUser_, credential.ha1};
              }
            }
            return std::nullopt;
          }),
      lockOut_(lockOutOptions(settings), clock),
      counters_(counters) {}

std::optional<Sip::Response> Authenticator::checkUser(const SipUri& user) const {
  const Principal* principal = users_(user);
  if (!principal || !principal->isUser()) return refusal(404, kUserNotInPool, settings_.hostName);
  if (!principal->enabled) return refusal(403, kUserDisabled, settings_.hostName);
  return std::nullopt;
}

Sip::Response Authenticator::challenge(const RegisterRequest& registration, bool stale) const {
  const bool proxy = settings_.challenge == ChallengeForm::ProxyAuthentication407 ||
                     (settings_.challenge == ChallengeForm::Auto && registration.fromSipe);
  const auto form = proxy ? Sip::ChallengeForm::Proxy : Sip::ChallengeForm::Registrar;
  auto response = plainReply(Sip::DigestVerifier::status(form));
  for (const auto& line : verifier_.challenges(form, stale)) {
    // pidgin-sipe reads the first Digest line only and knows MD5 alone (pidgin-sipe 2.3).
    if (registration.fromSipe && line.value.contains("SHA-256")) continue;
    response.headers.add(line.name, line.value);
  }
  return response;
}

void Authenticator::check(const Sip::Request& request, const RegisterRequest& registration, const QByteArray& address,
                          Verdict verdict) {
  if (settings_.openSignIn) return verdict(checkUser(registration.user));
  const QByteArray name = registration.user.bytes();
  if (const int seconds = lockOut_.lockedForSeconds(name, address); seconds > 0) {
    counters_.lockedOut.add();
    auto response = refusal(403, kWrongCredentials, settings_.hostName,
                            QStringLiteral("Too many wrong passwords. Try again in %1 s.").arg(seconds));
    response.headers.add("Retry-After", QByteArray::number(seconds));
    return verdict(response);
  }
  if (!request.headers.contains("Authorization") && !request.headers.contains("Proxy-Authorization")) {
    return verdict(challenge(registration, false));
  }
  const Principal* principal = users_(registration.user);
  const PrincipalId id = principal ? principal->id : 0;
  store_.credentials(
      id, [this, request, registration, address, verdict](const Result<std::vector<StoredCredential>>& found) {
        if (!found) return verdict(busyReply(5));
        candidate_ = *found;
        candidateUser_ = registration.user;
        const auto answer = verify(request, registration, address);
        candidate_.clear();
        verdict(answer);
      });
}

std::optional<Sip::Response> Authenticator::verify(const Sip::Request& request, const RegisterRequest& registration,
                                                   const QByteArray& address) {
  const auto result = verifier_.verify(request);
  const QByteArray name = registration.user.bytes();
  switch (result.outcome) {
    case Sip::DigestVerdict::Outcome::Accepted:
      lockOut_.recordSuccess(name, address);
      return checkUser(registration.user);
    case Sip::DigestVerdict::Outcome::Missing:
      return challenge(registration, false);
    case Sip::DigestVerdict::Outcome::Stale:
      return challenge(registration, true);
    case Sip::DigestVerdict::Outcome::Malformed:
      return plainReply(400);
    case Sip::DigestVerdict::Outcome::Refused:
      break;
  }
  counters_.refusedUsers.add();
  lockOut_.recordFailure(name, address);
  return refusal(403, kWrongCredentials, settings_.hostName,
                 QStringLiteral("The sign-in address or the password is wrong."));
}

}  // namespace Parlour::Server
