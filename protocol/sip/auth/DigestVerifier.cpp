// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/auth/DigestVerifier.h"

#include <QtEndian>
#include <utility>

#include "protocol/sip/auth/Challenge.h"

namespace Parlour::Sip {
namespace {

constexpr char kNullUri[] = "(null)";
constexpr qsizetype kMaxUserNameBytes = 256;

// Eight hex digits, greater than zero.
std::optional<quint32> nonceCountOf(const QByteArray& text) {
  // Comparing with the digits that come back out excludes signs, which toUInt would accept.
  const QByteArray bytes = QByteArray::fromHex(text);
  if (text.size() != 8 || bytes.toHex() != text.toLower()) return std::nullopt;
  const quint32 count = qFromBigEndian<quint32>(bytes.constData());
  return count == 0 ? std::nullopt : std::optional(count);
}

}  // namespace

DigestVerifier::DigestVerifier(const DigestVerifierOptions& options, const Clock& clock, AccountLookup lookup,
                               RandomBytes random)
    : options_(options),
      lookup_(std::move(lookup)),
      random_(std::move(random)),
      decoyHa1_(random_(32).toHex()),
      nonces_(clock, random_, options.nonceLifetimeMs, options.maxTrackedNonces) {}

QList<Header> DigestVerifier::challenges(ChallengeForm form, bool stale) const {
  const QByteArray name = form == ChallengeForm::Registrar ? "WWW-Authenticate" : "Proxy-Authenticate";
  Challenge challenge{options_.realm, nonces_.make(), {}, {}, {"auth"}, stale};
  QList<Header> lines;
  for (const auto algorithm : options_.algorithms) {
    challenge.algorithm = algorithm;
    lines.append({name, challenge.toBytes()});
  }
  return lines;
}

DigestVerdict DigestVerifier::verify(const Request& request) {
  using Outcome = DigestVerdict::Outcome;
  const auto found = ownCredentials(request);
  if (!found) return {Outcome::Missing, {}, {}};
  if (!*found || !isAcceptable(**found, request)) return {Outcome::Malformed, {}, {}};
  const Credentials& credentials = **found;
  const auto account = lookup_(credentials.user, *credentials.algorithm);
  const QByteArray ha1 = account ? account->ha1 : decoyHa1_;
  const bool matches =
      equalInConstantTime(digestResponse(credentials.input(ha1, request.method)), credentials.response);
  if (!account || !matches) return {Outcome::Refused, {}, credentials.user};
  // The count is claimed last, so that nobody without the password can use up counts.
  const bool fresh = nonces_.check(credentials.nonce) == NonceSource::State::Fresh;
  if (!fresh || !nonces_.claim(credentials.nonce, nonceCountOf(credentials.nonceCount).value_or(0))) {
    return {Outcome::Stale, {}, credentials.user};
  }
  return {Outcome::Accepted, account->user, credentials.user};
}

std::optional<Result<Credentials>> DigestVerifier::ownCredentials(const Request& request) const {
  for (const char* header : {"Authorization", "Proxy-Authorization"}) {
    for (const auto& line : request.headers.values(header)) {
      auto credentials = Credentials::parse(line);
      if (!credentials && credentials.error().code == ErrorCode::NotSupported) continue;
      // Credentials for another realm are meant for somebody else on the way.
      if (credentials && credentials->realm != options_.realm) continue;
      return credentials;
    }
  }
  return std::nullopt;
}

bool DigestVerifier::isAcceptable(const Credentials& credentials, const Request& request) const {
  const bool rightUri = credentials.uri == request.uri || (options_.acceptNullUri && credentials.uri == kNullUri);
  const bool rightAlgorithm = credentials.algorithm && options_.algorithms.contains(*credentials.algorithm);
  const bool rightUser = !credentials.user.isEmpty() && credentials.user.size() <= kMaxUserNameBytes;
  return rightUri && rightAlgorithm && rightUser && credentials.qop == "auth" && !credentials.cnonce.isEmpty() &&
         nonceCountOf(credentials.nonceCount).has_value();
}

}  // namespace Parlour::Sip
