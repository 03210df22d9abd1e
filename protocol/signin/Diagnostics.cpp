// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/Diagnostics.h"

#include <algorithm>
#include <iterator>

#include "protocol/signin/HeaderText.h"

namespace Parlour::Signin {
namespace {

constexpr ErrorIdInfo kErrorIds[] = {
    {1000, 403, false, "The user name or the password is wrong"},
    {1001, 403, false, "You may not talk to public messaging services"},
    {1002, 403, false, "You may not talk to partner organisations"},
    {1003, 404, false, "There is no such user"},
    {1004, 481, false, "The way this message should take is no longer valid"},
    {1005, 404, false, "The domain of the recipient cannot be reached from here"},
    {1006, 480, false, "The connection to the recipient failed"},
    {1007, 503, false, "The recipient cannot be reached at the moment"},
    {1008, 504, false, "The domain of the recipient has no SIP service entry in DNS"},
    {1009, 504, false, "The SIP service entry in DNS points to a host of another domain"},
    {1010, 504, false, "The certificate of the next server is not trusted"},
    {1011, 0, false, "The server before this one gave no reason"},
    {1012, 403, false, "You may not talk to people outside your organisation"},
    {1013, 401, false, "The clocks of this computer and the server differ too much"},
    {1014, 504, false, "The host of the recipient has no address in DNS"},
    {2057, 421, false, "Presence categories need the extension gruu-10"},
    {2141, 409, false, "Somebody else changed this in the meantime"},
    {4000, 500, false, "The server could not do this"},
    {4001, 400, false, "The XML of the request cannot be read"},
    {4003, 403, true, "You may not sign in from outside the organisation"},
    {4004, 403, true, "The account that signed in may not act for this address"},
    {4005, 404, false, "This address does not exist or may not use SIP"},
    {4006, 404, false, "This user does not live on this server"},
    {4007, 404, false, "There is no such resource here"},
    {4008, 413, false, "The request is too large"},
    {4010, 400, false, "The request does not say which endpoint it comes from"},
    {4011, 400, false, "The epid is missing"},
    {4012, 400, false, "The epid is too long"},
    {4013, 415, false, "The type of the content is not the expected one"},
    {4055, 489, false, "A registration can only be watched with the event registration"},
    {4141, 403, true, "The user is disabled"},
};

// What may name a parameter (RFC 3261, 25.1).
bool isToken(QByteArrayView text) {
  constexpr QByteArrayView kMarks = "-.!%*_+`'~";
  return !text.isEmpty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || kMarks.contains(c);
  });
}

Error badDiagnostics() {
  return Error::make(ErrorCode::ParseFailed, QStringLiteral("The diagnostics header cannot be read."));
}

}  // namespace

std::span<const ErrorIdInfo> errorIdTable() { return kErrorIds; }

const ErrorIdInfo* findErrorId(int errorId) {
  const auto found =
      std::find_if(std::begin(kErrorIds), std::end(kErrorIds), [&](const auto& i) { return i.errorId == errorId; });
  return found == std::end(kErrorIds) ? nullptr : found;
}

Diagnostics Diagnostics::forErrorId(int errorId, const QByteArray& source) {
  const ErrorIdInfo* info = findErrorId(errorId);
  return {errorId, info != nullptr ? QString::fromLatin1(info->reason) : QString(), source, {}};
}

Result<Diagnostics> Diagnostics::parse(QByteArrayView value) {
  auto parts = splitOutsideQuotes(value, ';');
  if (parts.isEmpty() || std::any_of(value.begin(), value.end(), isControl)) return badDiagnostics();
  bool isNumber = false;
  Diagnostics diagnostics;
  diagnostics.errorId = parts.takeFirst().toInt(&isNumber);
  if (!isNumber || diagnostics.errorId < 0) return badDiagnostics();
  for (const auto& part : std::as_const(parts)) {
    const HeaderParameter parameter = parseHeaderParameter(part);
    const QByteArray name = parameter.name.toLower();
    if (name == "reason") {
      diagnostics.reason = QString::fromUtf8(parameter.value);
    } else if (name == "source") {
      diagnostics.source = parameter.value;
    } else if (isToken(parameter.name)) {
      diagnostics.others.append({parameter.name, QString::fromUtf8(parameter.value)});
    }
  }
  return diagnostics;
}

QByteArray Diagnostics::toPublicBytes() const {
  QByteArray text = QByteArray::number(errorId) + ";reason=" + quoted(reason.toUtf8());
  for (const auto& [name, value] : others) text += ';' + name + '=' + quoted(value.toUtf8());
  return text;
}

QByteArray Diagnostics::toBytes() const {
  QByteArray text = QByteArray::number(errorId) + ";reason=" + quoted(reason.toUtf8());
  if (!source.isEmpty()) text += ";source=" + quoted(source);
  for (const auto& [name, value] : others) text += ';' + name + '=' + quoted(value.toUtf8());
  return text;
}

QByteArray Diagnostics::headerName(int errorId) {
  const ErrorIdInfo* info = findErrorId(errorId);
  return info != nullptr && info->isPublic ? "ms-diagnostics-public" : "ms-diagnostics";
}

}  // namespace Parlour::Signin
