// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/auth/DigestClient.h"

#include <utility>

#include "protocol/sip/auth/Credentials.h"

namespace Parlour::Sip {
namespace {

constexpr int kMaxStaleInARow = 3;
constexpr int kCnonceBytes = 16;

Error wrongPassword(int status) {
  Error error = Error::make(ErrorCode::Unauthorized, QStringLiteral("The user name or the password is wrong."),
                            QStringLiteral("challenged again after an answer"));
  error.wireCode = status;
  return error;
}

}  // namespace

DigestClient::DigestClient(const QByteArray& user, const QByteArray& password, RandomBytes random)
    : user_(user), password_(password), random_(std::move(random)) {}

DigestClient::~DigestClient() { password_.fill('\0'); }

Result<Header> DigestClient::answer(const Response& response, const QByteArray& method, const QByteArray& uri) {
  if (response.status != 401 && response.status != 407) {
    return Error::make(ErrorCode::InvalidArgument, QStringLiteral("The response is not a challenge."));
  }
  const auto challenge = choose(response);
  if (!challenge) return challenge.error();
  const bool outdatedOnly = challenge->stale && challenge->nonce != lastNonce_ && staleInARow_ < kMaxStaleInARow;
  if (answered_ && !outdatedOnly) return wrongPassword(response.status);
  staleInARow_ = challenge->stale ? staleInARow_ + 1 : 0;
  return credentialsFor(*challenge, response.status == 407, method, uri);
}

void DigestClient::noteSuccess() {
  answered_ = false;
  staleInARow_ = 0;
}

Result<Challenge> DigestClient::choose(const Response& response) const {
  std::optional<Challenge> best;
  const QByteArray header = response.status == 407 ? "Proxy-Authenticate" : "WWW-Authenticate";
  for (const auto& line : response.headers.values(header)) {
    auto challenge = Challenge::parse(line);
    if (!challenge || !challenge->isUsable()) continue;
    if (!best || *best->algorithm < *challenge->algorithm) best = std::move(*challenge);
  }
  if (best) return *best;
  Error error = Error::make(ErrorCode::NotSupported,
                            QStringLiteral("The server offers no way to sign in that this program knows."));
  error.wireCode = response.status;
  return error;
}

Header DigestClient::credentialsFor(const Challenge& challenge, bool proxy, const QByteArray& method,
                                    const QByteArray& uri) {
  nonceCount_ = challenge.nonce == lastNonce_ ? nonceCount_ + 1 : 1;
  lastNonce_ = challenge.nonce;
  answered_ = true;
  Credentials credentials;
  credentials.user = user_;
  credentials.realm = challenge.realm;
  credentials.nonce = challenge.nonce;
  credentials.uri = uri;
  credentials.algorithm = challenge.algorithm;
  credentials.qop = "auth";
  credentials.nonceCount = QByteArray::number(nonceCount_, 16).rightJustified(8, '0');
  credentials.cnonce = random_(kCnonceBytes).toHex();
  credentials.opaque = challenge.opaque;
  const QByteArray ha1 = makeHa1(*challenge.algorithm, user_, challenge.realm, password_);
  credentials.response = digestResponse(credentials.input(ha1, method));
  return {proxy ? QByteArray("Proxy-Authorization") : QByteArray("Authorization"), credentials.toBytes()};
}

}  // namespace Parlour::Sip
