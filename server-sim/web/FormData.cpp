// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/FormData.h"

#include <QStringDecoder>
#include <QUrl>
#include <algorithm>
#include <optional>

namespace Parlour::Server {
namespace {

constexpr int kMostFields = 500;

Error badText() {
  return Error::make(ErrorCode::ParseFailed, QStringLiteral("The request holds text that is not valid UTF-8."));
}

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Nothing when an escape is broken.
std::optional<QByteArray> unescaped(QByteArrayView text, bool plusIsBlank) {
  QByteArray bytes;
  bytes.reserve(text.size());
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plusIsBlank) {
      bytes += ' ';
    } else if (text[i] != '%') {
      bytes += text[i];
    } else {
      const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      bytes += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return bytes;
}

Result<QString> decoded(QByteArrayView text, bool plusIsBlank) {
  const auto bytes = unescaped(text, plusIsBlank);
  if (!bytes) return badText();
  QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
  const QString result = decoder(*bytes);
  if (decoder.hasError() || result.contains(QChar(u'\0'))) return badText();
  return result;
}

}  // namespace

Result<FormData> FormData::parse(QByteArrayView encoded) {
  FormData form;
  int fields = 0;
  for (const QByteArray& pair : encoded.toByteArray().split('&')) {
    if (pair.isEmpty()) continue;
    if (++fields > kMostFields) {
      return Error::make(ErrorCode::LimitExceeded, QStringLiteral("The form has too many fields."));
    }
    const qsizetype equals = pair.indexOf('=');
    const auto name = decoded(equals < 0 ? pair : pair.left(equals), true);
    const auto value = decoded(equals < 0 ? QByteArray() : pair.mid(equals + 1), true);
    if (!name) return name.error();
    if (!value) return value.error();
    form.values_.insert(*name, *value);
  }
  return form;
}

QString FormData::value(const char* name) const {
  const QStringList all = values(name);
  return all.isEmpty() ? QString() : all.first();
}

QStringList FormData::values(const char* name) const {
  QStringList all = values_.values(QString::fromLatin1(name));
  std::reverse(all.begin(), all.end());  // the map gives the newest first
  return all;
}

Result<QString> decodePercent(QByteArrayView encoded) { return decoded(encoded, false); }

QString encodePercent(const QString& text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

QByteArray cookieValue(QByteArrayView header, QByteArrayView name) {
  for (const QByteArray& part : header.toByteArray().split(';')) {
    const QByteArray cookie = part.trimmed();
    const qsizetype equals = cookie.indexOf('=');
    if (equals > 0 && cookie.left(equals) == name) return cookie.mid(equals + 1);
  }
  return {};
}

}  // namespace Parlour::Server
