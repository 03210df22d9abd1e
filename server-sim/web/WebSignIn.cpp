// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/WebSignIn.h"

#include "protocol/sip/auth/Digest.h"

namespace Parlour::Server {
namespace {

constexpr qsizetype kLongestName = 320;
constexpr qsizetype kLongestPassword = 1'024;

// Every try costs the same work, whether or not there is such a user.
bool isRightPassword(const std::vector<StoredCredential>& credentials, const QByteArray& realm,
                     const QByteArray& password) {
  constexpr auto algorithm = Sip::DigestAlgorithm::Sha256;
  bool right = false;
  QByteArray userName = "nobody";
  QByteArray expected = Sip::digestHash(algorithm, "nobody has this password");
  for (const StoredCredential& credential : credentials) {
    if (credential.algorithm != Sip::digestAlgorithmName(algorithm)) continue;
    userName = credential.userName;
    expected = credential.ha1;
    right = true;
  }
  return Sip::equalInConstantTime(Sip::makeHa1(algorithm, userName, realm, password), expected) && right;
}

Error lockedOut(int seconds) {
  Error error =
      Error::make(ErrorCode::Busy, QStringLiteral("Too many wrong passwords. Wait %1 s, then try again.").arg(seconds));
  error.retryAfterSeconds = seconds;
  return error;
}

}  // namespace

WebSignIn::WebSignIn(const WebSignInOptions& options, const ChannelState& state, Store& store, const Clock& clock)
    : options_(options), state_(state), store_(store), lockOut_(options.lockOut, clock) {}

const Principal* WebSignIn::userNamed(const QString& name) const {
  QByteArray text = name.trimmed().toLower().toUtf8();
  if (!text.contains('@')) text += '@' + state_.domain();
  const auto uri = SipUri::parse(text);
  const Principal* found = uri ? state_.directory().find(uri->bytes()) : nullptr;
  return found && found->type == PrincipalType::User ? found : nullptr;
}

void WebSignIn::check(const QString& name, const QString& password, const QByteArray& address, const Verdict& verdict) {
  if (name.size() > kLongestName || password.size() > kLongestPassword) {
    return verdict(Error::make(ErrorCode::InvalidArgument, QStringLiteral("The name or the password is too long.")));
  }
  const Principal* principal = userNamed(name);
  const QByteArray key = principal ? principal->uri : name.trimmed().toLower().toUtf8();
  if (const int seconds = lockOut_.lockedForSeconds(key, address); seconds > 0) return verdict(lockedOut(seconds));
  const PrincipalId user = principal ? principal->id : 0;
  if (options_.open) return verdict(judge(key, address, user, user != 0));
  store_.credentials(user, [=, this](const Result<std::vector<StoredCredential>>& found) {
    if (!found) return verdict(found.error());
    verdict(judge(key, address, user, isRightPassword(*found, state_.domain(), password.toUtf8())));
  });
}

Result<PrincipalId> WebSignIn::judge(const QByteArray& key, const QByteArray& address, PrincipalId user, bool right) {
  // Tries that were under way together count together.
  if (const int seconds = lockOut_.lockedForSeconds(key, address); seconds > 0) return lockedOut(seconds);
  const Principal* principal = state_.directory().find(user);
  if (!right || !principal) {
    lockOut_.recordFailure(key, address);
    return Error::make(ErrorCode::Unauthorized, QStringLiteral("The sign-in address or the password is wrong."));
  }
  lockOut_.recordSuccess(key, address);
  if (principal->enabled && principal->chatEnabled) return user;
  return Error::make(ErrorCode::Disabled,
                     QStringLiteral("Your account may not use chat rooms. Ask an administrator to switch them on."));
}

}  // namespace Parlour::Server
