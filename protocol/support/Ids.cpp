// SPDX-License-Identifier: Apache-2.0
#include "protocol/support/Ids.h"

#include <algorithm>

namespace Parlour {
namespace {

constexpr qsizetype kMaxUriBytes = 1024;

Error badUri(const char* kind, QByteArrayView text) {
  const QByteArray shown = text.first(std::min<qsizetype>(text.size(), 80)).toByteArray();
  return Error::make(ErrorCode::InvalidArgument,
                     QStringLiteral("\"%1\" is not a valid %2.").arg(QString::fromUtf8(shown), QLatin1String(kind)));
}

bool isPlainToken(QByteArrayView text) {
  return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u > 0x20 && u != 0x7f && c != '<' && c != '>' && c != '"' && c != '/' && c != ';' && c != ',';
  });
}

Result<QByteArray> nodeUri(const char* kind, QByteArrayView scheme, QByteArrayView text) {
  const QByteArray lower = text.trimmed().toByteArray().toLower();
  if (lower.size() > kMaxUriBytes || !lower.startsWith(scheme)) return badUri(kind, text);
  const QByteArrayView rest = QByteArrayView(lower).sliced(scheme.size());
  const qsizetype slash = rest.indexOf('/');
  if (slash <= 0 || !isPlainToken(rest.first(slash)) || !isPlainToken(rest.sliced(slash + 1)))
    return badUri(kind, text);
  return lower;
}

}  // namespace

Result<SipUri> SipUri::parse(QByteArrayView text) {
  QByteArray lower = text.trimmed().toByteArray().toLower();
  if (lower.startsWith('<') && lower.endsWith('>')) lower = lower.mid(1, lower.size() - 2);
  if (lower.startsWith("sips:")) lower.remove(0, 5);
  if (lower.startsWith("sip:")) lower.remove(0, 4);
  if (const qsizetype parameter = lower.indexOf(';'); parameter >= 0) lower.truncate(parameter);
  const qsizetype at = lower.indexOf('@');
  const QByteArrayView view(lower);
  const bool valid = lower.size() <= kMaxUriBytes && at > 0 && lower.indexOf('@', at + 1) < 0 &&
                     isPlainToken(view.first(at)) && isPlainToken(view.sliced(at + 1));
  if (!valid) return badUri("SIP address", text);
  SipUri uri;
  uri.text_ = "sip:" + lower;
  return uri;
}

SipUri SipUri::fromTrusted(const QByteArray& text) {
  auto parsed = parse(text);
  return parsed ? *parsed : SipUri();
}

QByteArray SipUri::user() const {
  const qsizetype at = text_.indexOf('@');
  return at < 0 ? QByteArray() : text_.mid(4, at - 4);
}

QByteArray SipUri::domain() const {
  const qsizetype at = text_.indexOf('@');
  return at < 0 ? QByteArray() : text_.mid(at + 1);
}

Result<RoomUri> RoomUri::parse(QByteArrayView text) {
  auto parsed = nodeUri("room address", "ma-chan://", text);
  if (!parsed) return parsed.error();
  RoomUri uri;
  uri.text_ = *parsed;
  return uri;
}

Result<RoomUri> RoomUri::fromParts(QByteArrayView domain, QByteArrayView key) {
  return parse("ma-chan://" + domain.toByteArray() + '/' + key.toByteArray());
}

QByteArray RoomUri::domain() const {
  const qsizetype slash = text_.indexOf('/', 10);
  return slash < 0 ? QByteArray() : text_.mid(10, slash - 10);
}

QByteArray RoomUri::key() const { return text_.mid(text_.lastIndexOf('/') + 1); }

Result<CategoryUri> CategoryUri::parse(QByteArrayView text) {
  auto parsed = nodeUri("category address", "ma-cat://", text);
  if (!parsed) return parsed.error();
  CategoryUri uri;
  uri.text_ = *parsed;
  return uri;
}

Result<CategoryUri> CategoryUri::fromParts(QByteArrayView domain, QByteArrayView key) {
  return parse("ma-cat://" + domain.toByteArray() + '/' + key.toByteArray());
}

QByteArray CategoryUri::key() const { return text_.mid(text_.lastIndexOf('/') + 1); }

}  // namespace Parlour
