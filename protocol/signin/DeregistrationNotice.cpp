// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/DeregistrationNotice.h"

#include <utility>

#include "protocol/signin/HeaderText.h"

namespace Parlour::Signin {
namespace {

constexpr std::pair<DeregistrationEvent, const char*> kDeregistrationEvents[] = {
    {DeregistrationEvent::Unregistered, "unregistered"},
    {DeregistrationEvent::Rejected, "rejected"},
    {DeregistrationEvent::Deactivated, "deactivated"},
    {DeregistrationEvent::PreferredRegistrarChange, "preferred-registrar-change"},
};
constexpr qsizetype kMaxNoticeBytes = 1024;

Error badNotice(const char* why) {
  return Error::make(ErrorCode::ParseFailed, QStringLiteral("The deregistration notice %1.").arg(QLatin1String(why)));
}

}  // namespace

DeregistrationNotice DeregistrationNotice::make(DeregistrationEvent event) {
  for (const auto& [known, text] : kDeregistrationEvents) {
    if (known == event) return {event, text};
  }
  return {event, {}};
}

Result<DeregistrationNotice> DeregistrationNotice::parse(QByteArrayView body) {
  if (body.size() > kMaxNoticeBytes) return badNotice("is too long");
  auto parts = splitOutsideQuotes(body, ';');
  if (parts.takeFirst().toLower() != "deregistered") return badNotice("does not say \"deregistered\"");
  DeregistrationNotice notice;
  for (const auto& part : std::as_const(parts)) {
    const HeaderParameter parameter = parseHeaderParameter(part);
    if (parameter.name.toLower() == "event") notice.eventText = parameter.value.toLower();
  }
  for (const auto& [known, text] : kDeregistrationEvents) {
    if (notice.eventText == text) notice.event = known;
  }
  return notice;
}

QByteArray DeregistrationNotice::toBytes() const {
  return eventText.isEmpty() ? QByteArray("deregistered") : "deregistered;event=" + eventText;
}

bool DeregistrationNotice::mayReconnectAtOnce() const {
  return event == DeregistrationEvent::Deactivated || event == DeregistrationEvent::PreferredRegistrarChange;
}

}  // namespace Parlour::Signin
