// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/auth/Credentials.h"

#include "protocol/sip/auth/AuthParameters.h"

namespace Parlour::Sip {

Result<Credentials> Credentials::parse(QByteArrayView value) {
  const auto parameters = AuthParameters::parse(value);
  if (!parameters) return parameters.error();
  for (const char* name : {"username", "realm", "nonce", "uri", "response"}) {
    if (!parameters->contains(name)) {
      return Error::make(ErrorCode::ParseFailed,
                         QStringLiteral("The credentials have no %1.").arg(QLatin1String(name)));
    }
  }
  Credentials credentials;
  credentials.user = parameters->value("username");
  credentials.realm = parameters->value("realm");
  credentials.nonce = parameters->value("nonce");
  credentials.uri = parameters->value("uri");
  credentials.response = parameters->value("response").toLower();
  if (parameters->contains("algorithm")) {
    credentials.algorithm = digestAlgorithmFromName(parameters->value("algorithm"));
  }
  credentials.qop = parameters->value("qop").toLower();
  credentials.nonceCount = parameters->value("nc");
  credentials.cnonce = parameters->value("cnonce");
  credentials.opaque = parameters->value("opaque");
  return credentials;
}

QByteArray Credentials::toBytes() const {
  QByteArray text = "Digest " + quotedParameter("username", user) + ", " + quotedParameter("realm", realm) + ", " +
                    quotedParameter("nonce", nonce) + ", " + quotedParameter("uri", uri) + ", " +
                    quotedParameter("response", response);
  if (algorithm) text += ", algorithm=" + digestAlgorithmName(*algorithm);
  if (!qop.isEmpty()) text += ", qop=" + qop + ", nc=" + nonceCount + ", " + quotedParameter("cnonce", cnonce);
  if (!opaque.isEmpty()) text += ", " + quotedParameter("opaque", opaque);
  return text;
}

DigestInput Credentials::input(const QByteArray& ha1, const QByteArray& method) const {
  return {algorithm.value_or(DigestAlgorithm::Md5), ha1, method, uri, nonce, nonceCount, cnonce};
}

}  // namespace Parlour::Sip
