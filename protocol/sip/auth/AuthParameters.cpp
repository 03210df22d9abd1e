// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/auth/AuthParameters.h"

#include <algorithm>

#include <optional>

namespace Parlour::Sip {
namespace {

constexpr qsizetype kMaxAuthBytes = 4096;
constexpr qsizetype kMaxAuthParameters = 32;

bool isControl(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; }

Error brokenAuth() {
  return Error::make(ErrorCode::ParseFailed, QStringLiteral("The authentication header cannot be read."));
}

// Takes one value, quoted or plain, off the front of the text.
std::optional<QByteArray> takeValue(QByteArrayView* text) {
  *text = text->trimmed();
  QByteArray value;
  if (!text->startsWith('"')) {
    const qsizetype comma = text->indexOf(',');
    const QByteArrayView plain = comma < 0 ? *text : text->first(comma);
    *text = text->sliced(plain.size());
    return plain.trimmed().toByteArray();
  }
  for (qsizetype i = 1; i < text->size(); ++i) {
    char c = (*text)[i];
    if (c == '"') {
      *text = text->sliced(i + 1);
      return value;
    }
    if (c == '\\' && i + 1 < text->size()) c = (*text)[++i];
    value += c;
  }
  return std::nullopt;
}

}  // namespace

Result<AuthParameters> AuthParameters::parse(QByteArrayView value) {
  value = value.trimmed();
  if (value.size() > kMaxAuthBytes) {
    return Error::make(ErrorCode::LimitExceeded, QStringLiteral("The authentication header is too long."));
  }
  if (value.size() < 7 || value.first(6).toByteArray().toLower() != "digest" ||
      !(value[6] == ' ' || value[6] == '\t')) {
    return Error::make(ErrorCode::NotSupported, QStringLiteral("The authentication scheme is not Digest."));
  }
  // They could not be written again, and nobody sends them in good faith.
  if (std::any_of(value.begin(), value.end(), isControl)) return brokenAuth();
  AuthParameters parameters;
  QByteArrayView rest = value.sliced(7).trimmed();
  while (!rest.isEmpty()) {
    const qsizetype equals = rest.indexOf('=');
    if (equals <= 0 || parameters.values_.size() >= kMaxAuthParameters) return brokenAuth();
    const QByteArray name = rest.first(equals).trimmed().toByteArray().toLower();
    rest = rest.sliced(equals + 1);
    const auto text = takeValue(&rest);
    if (!text || name.isEmpty() || parameters.values_.contains(name)) return brokenAuth();
    parameters.values_.insert(name, *text);
    rest = rest.trimmed();
    if (rest.isEmpty()) break;
    if (!rest.startsWith(',')) return brokenAuth();
    rest = rest.sliced(1).trimmed();
  }
  return parameters;
}

QByteArray quotedParameter(const char* name, QByteArrayView value) {
  QByteArray text = QByteArray(name) + "=\"";
  for (const char c : value) {
    if (isControl(c)) continue;
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

}  // namespace Parlour::Sip
