// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/KeepAlive.h"

#include <algorithm>

#include "protocol/signin/HeaderText.h"

namespace Parlour::Signin {
namespace {

constexpr int kMaxTimeoutSeconds = 86'400;
constexpr qsizetype kMaxMechanisms = 16;

bool takeKeepAliveParameter(const HeaderParameter& parameter, KeepAlive* keepAlive) {
  const QByteArray name = parameter.name.toLower();
  const QByteArray value = parameter.value.toLower();
  if (name.isEmpty()) return value.isEmpty();
  if (name == "timeout") {
    bool isNumber = false;
    const int seconds = value.toInt(&isNumber);
    if (!isNumber || seconds < 1 || seconds > kMaxTimeoutSeconds) return false;
    keepAlive->timeoutSeconds = seconds;
    return true;
  }
  if ((value != "yes" && value != "no") || keepAlive->mechanisms.size() >= kMaxMechanisms) return false;
  keepAlive->mechanisms.append({name, value == "yes"});
  return true;
}

}  // namespace

KeepAlive KeepAlive::offer() { return {Role::Uac, {{"hop-hop", true}}, {}}; }

KeepAlive KeepAlive::answer(int timeoutSeconds) {
  return {Role::Uas, {{"tcp", false}, {"hop-hop", true}, {"end-end", false}}, timeoutSeconds};
}

std::optional<KeepAlive> KeepAlive::parse(QByteArrayView value) {
  auto parts = splitOutsideQuotes(value, ';');
  if (parts.isEmpty()) return std::nullopt;
  const QByteArray role = parts.takeFirst().toUpper();
  if (role != "UAC" && role != "UAS") return std::nullopt;
  KeepAlive keepAlive;
  keepAlive.role = role == "UAC" ? Role::Uac : Role::Uas;
  for (const auto& part : parts) {
    if (!takeKeepAliveParameter(parseHeaderParameter(part), &keepAlive)) return std::nullopt;
  }
  return keepAlive;
}

QByteArray KeepAlive::toBytes() const {
  // The client's form has no blanks and the server's has, as the field knows them (signin 1.10).
  const QByteArray separator = role == Role::Uac ? ";" : "; ";
  QByteArray text = role == Role::Uac ? "UAC" : "UAS";
  for (const auto& mechanism : mechanisms) text += separator + mechanism.name + (mechanism.on ? "=yes" : "=no");
  if (timeoutSeconds) text += separator + "timeout=" + QByteArray::number(*timeoutSeconds);
  return text;
}

bool KeepAlive::has(QByteArrayView mechanism) const {
  return std::any_of(mechanisms.begin(), mechanisms.end(), [&](const auto& m) { return m.on && m.name == mechanism; });
}

std::optional<qint64> KeepAlive::sendAfterMs() const {
  if (role != Role::Uas || !has("hop-hop") || !timeoutSeconds) return std::nullopt;
  return qint64{*timeoutSeconds} * 800;
}

}  // namespace Parlour::Signin
