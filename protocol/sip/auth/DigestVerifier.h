// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <functional>
#include <optional>

#include "protocol/sip/Message.h"
#include "protocol/sip/auth/Credentials.h"
#include "protocol/sip/auth/NonceSource.h"
#include "protocol/support/Clock.h"
#include "protocol/support/Ids.h"

namespace Parlour::Sip {

// 401 with WWW-Authenticate, or 407 with Proxy-Authenticate, the only one that pidgin-sipe answers with Digest.
enum class ChallengeForm { Registrar, Proxy };

struct DigestAccount {
  SipUri user;
  QByteArray ha1;  // for the user name exactly as the client wrote it
};

// Finds the account for a user name, which is a login or a sign-in address. The hash covers the name, so a
// store keeps one per spelling it accepts and algorithm. nullopt: no such user.
using AccountLookup = std::function<std::optional<DigestAccount>(const QByteArray& userName, DigestAlgorithm)>;

struct DigestVerifierOptions {
  QByteArray realm;
  QList<DigestAlgorithm> algorithms{DigestAlgorithm::Sha256, DigestAlgorithm::Md5};
  qint64 nonceLifetimeMs = 5 * 60 * 1000;
  qsizetype maxTrackedNonces = 50'000;
  bool acceptNullUri = true;  // uri="(null)" of pidgin-sipe
};

struct DigestVerdict {
  enum class Outcome {
    Accepted,
    Missing,    // no Digest credentials for this realm: challenge
    Stale,      // right password, but the nonce is old, foreign or was used with this count: challenge, stale
    Malformed,  // credentials that cannot be read, or for another request: 400
    Refused,    // wrong password or no such user, not told apart: 403, never a second challenge
  };
  Outcome outcome = Outcome::Missing;
  SipUri user;          // set when Accepted
  QByteArray userName;  // as the client wrote it, for LockOut; set unless Missing or Malformed
};

// Checks the Digest credentials of requests on the server. One object per realm, used from the SIP loop;
// the clock must outlive it. Keeps no passwords.
class DigestVerifier {
 public:
  DigestVerifier(const DigestVerifierOptions& options, const Clock& clock, AccountLookup lookup,
                 RandomBytes random = systemRandomBytes);

  // The challenge lines, strongest algorithm first, all with the same fresh nonce: pidgin-sipe may take the nonce of
  // any line and answers with MD5.
  QList<Header> challenges(ChallengeForm form, bool stale = false) const;
  static int status(ChallengeForm form) { return form == ChallengeForm::Registrar ? 401 : 407; }

  // Looks at both Authorization and Proxy-Authorization.
  DigestVerdict verify(const Request& request);

 private:
  std::optional<Result<Credentials>> ownCredentials(const Request& request) const;
  bool isAcceptable(const Credentials& credentials, const Request& request) const;

  DigestVerifierOptions options_;
  AccountLookup lookup_;
  RandomBytes random_;
  QByteArray decoyHa1_;  // makes an unknown user cost the same as a wrong password
  NonceSource nonces_;
};

}  // namespace Parlour::Sip
