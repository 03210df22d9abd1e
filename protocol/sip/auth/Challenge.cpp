// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/auth/Challenge.h"

#include "protocol/sip/auth/AuthParameters.h"

namespace Parlour::Sip {

Result<Challenge> Challenge::parse(QByteArrayView value) {
  const auto parameters = AuthParameters::parse(value);
  if (!parameters) return parameters.error();
  if (!parameters->contains("realm") || parameters->value("nonce").isEmpty()) {
    return Error::make(ErrorCode::ParseFailed, QStringLiteral("The challenge has no realm or no nonce."));
  }
  Challenge challenge;
  challenge.realm = parameters->value("realm");
  challenge.nonce = parameters->value("nonce");
  challenge.opaque = parameters->value("opaque");
  if (parameters->contains("algorithm")) {
    challenge.algorithm = digestAlgorithmFromName(parameters->value("algorithm"));
  }
  for (const auto& item : parameters->value("qop").toLower().split(',')) {
    if (!item.trimmed().isEmpty()) challenge.qop.append(item.trimmed());
  }
  challenge.stale = parameters->value("stale").toLower() == "true";
  return challenge;
}

QByteArray Challenge::toBytes() const {
  QByteArray text = "Digest " + quotedParameter("realm", realm) + ", " + quotedParameter("nonce", nonce);
  if (!opaque.isEmpty()) text += ", " + quotedParameter("opaque", opaque);
  if (!qop.isEmpty()) text += ", " + quotedParameter("qop", qop.join(','));
  if (algorithm) text += ", algorithm=" + digestAlgorithmName(*algorithm);
  if (stale) text += ", stale=true";
  return text;
}

}  // namespace Parlour::Sip
