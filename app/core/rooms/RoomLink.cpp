// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/RoomLink.h"

#include <algorithm>

#include "app/core/Words.h"

namespace Parlour::Core {

namespace {

Error badMessage() {
  return Error::make(ErrorCode::InvalidArgument, Words::tr("The link names no message that can exist."));
}

// Numbers run from 1; no sign, no white space.
std::optional<ChatId> messageNumber(QStringView text) {
  const bool digits =
      !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
  bool fits = false;
  const ChatId number = digits ? text.toULongLong(&fits) : 0;
  return fits && number > 0 ? std::optional(number) : std::nullopt;
}

}  // namespace

Result<RoomLink> RoomLink::parse(QStringView text) {
  text = text.trimmed();
  if (const qsizetype fragment = text.indexOf(u'#'); fragment >= 0) text.truncate(fragment);
  const qsizetype query = text.indexOf(u'?');
  const auto room = RoomUri::parse(text.first(query < 0 ? text.size() : query).toUtf8());
  if (!room) return room.error();
  RoomLink link{*room, 0};
  if (query < 0) return link;
  for (const QStringView part : text.sliced(query + 1).split(u'&')) {
    const qsizetype equals = part.indexOf(u'=');
    const QStringView name = part.first(equals < 0 ? part.size() : equals);
    if (name.compare(QLatin1String("message"), Qt::CaseInsensitive) != 0) continue;
    const auto number = messageNumber(equals < 0 ? QStringView() : part.sliced(equals + 1));
    if (!number) return badMessage();
    link.message = *number;
  }
  return link;
}

QString RoomLink::toString() const {
  if (message == 0) return room.toString();
  return room.toString() + QStringLiteral("?message=") + QString::number(message);
}

}  // namespace Parlour::Core
