// SPDX-License-Identifier: Apache-2.0
#include "server-sim/transfer/MessageImport.h"

#include "server-sim/store/ChangeChecks.h"
#include "server-sim/store/MessageKey.h"
#include "server-sim/store/StoreSql.h"
#include "server-sim/transfer/TransferKinds.h"
#include "server-sim/transfer/TransferSql.h"

namespace Parlour::Server {
namespace {

std::optional<QByteArray> textOfValue(const QJsonValue& value) {
  if (value.isString()) return value.toString().toUtf8();
  const QJsonValue packed = value.toObject().value(QLatin1String("base64"));
  const auto bytes =
      QByteArray::fromBase64Encoding(packed.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
  return packed.isString() && bytes ? std::optional(*bytes) : std::nullopt;
}

Error unusable(const char* member) {
  return Error::make(ErrorCode::ParseFailed,
                     QStringLiteral("The message has no usable %1.").arg(QLatin1String(member)));
}

}  // namespace

Status MessageImport::prepare() {
  auto prepared = prepareTransferSql(database_, {{&findRoom_, QLatin1String("room_for_messages")},
                                                 {&findAuthor_, QLatin1String("author_of_messages")},
                                                 {&add_, QLatin1String("add_message")},
                                                 {&findSame_, QLatin1String("find_same_message")},
                                                 {&raiseHead_, QLatin1String("raise_head")},
                                                 {&outOfTime_, QLatin1String("message_out_of_time")}});
  if (!prepared) return prepared;
  return prepareStoreSql(database_, {{&index_, QLatin1String("index_message")}});
}

Status MessageImport::take(const QJsonObject& object) {
  const QString room = object.value(QLatin1String("room")).toString();
  if (room.isEmpty()) return unusable("room");
  if (!room_ || room_->uri != room) {
    if (auto ended = endRoom(); !ended) return ended;
    if (auto begun = beginRoom(room); !begun) return begun;
  }
  auto message = messageOf(object);
  if (!message) return message.error();
  if (room_->id == 0) {
    ++room_->refused[QStringLiteral("the room is not there")];
    return success();
  }
  if (message->author == 0) {
    ++room_->refused[QStringLiteral("the author is not there")];
    return success();
  }
  return put(*message);
}

Status MessageImport::finish() { return endRoom(); }

Result<StoredMessage> MessageImport::messageOf(const QJsonObject& object) {
  StoredMessage message;
  const qint64 id = object.value(QLatin1String("id")).toInteger(0);
  if (id < 1 || static_cast<ChatId>(id) > kMaxChatId) return unusable("id");
  message.chatId = static_cast<ChatId>(id);
  message.time = Timestamp{object.value(QLatin1String("time")).toInteger(0)};
  if (message.time.ticks <= 0) return unusable("time");
  message.alert = object.value(QLatin1String("alert")).toInteger(0) != 0;
  const auto chat = textOfValue(object.value(QLatin1String("chat")));
  if (!chat) return unusable("chat");
  message.chat = *chat;
  if (const QJsonValue rtf = object.value(QLatin1String("rtf")); !rtf.isUndefined()) {
    const auto text = textOfValue(rtf);
    if (!text) return unusable("rtf");
    message.rtf = *text;
  }
  auto author = authorOf(object.value(QLatin1String("author")).toString());
  if (!author) return author.error();
  message.author = *author;
  return message;
}

Result<PrincipalId> MessageImport::authorOf(const QString& uri) {
  if (uri.isEmpty()) return unusable("author");
  if (const auto known = authors_.constFind(uri); known != authors_.constEnd()) return *known;
  auto id = integerOf(findAuthor_.query(uri));
  if (id) authors_.insert(uri, *id);
  return id;
}

Status MessageImport::beginRoom(const QString& uri) {
  auto id = integerOf(findRoom_.query(uri));
  if (!id) return id.error();
  auto part = Sqlite::Savepoint::begin(database_);
  if (!part) return part.error();
  part_.emplace(std::move(*part));
  room_.emplace();
  room_->uri = uri;
  room_->id = *id;
  return success();
}

Status MessageImport::put(const StoredMessage& message) {
  const qint64 key = messageKey(room_->id, message.chatId);
  const auto rtf = message.rtf.isEmpty() ? std::nullopt : std::optional(message.rtf);
  auto added = add_.run(key, message.time.ticks, message.author, message.alert, message.chat, rtf);
  if (!added) return added;
  if (database_.changes() > 0) return index(message, key);
  auto same = hasRow(findSame_.query(key, message.time.ticks, message.author, message.alert, message.chat, rtf));
  if (!same) return same.error();
  if (*same) {
    ++room_->known;
  } else {
    ++room_->refused[QStringLiteral("the number holds another message")];
  }
  return success();
}

Status MessageImport::index(const StoredMessage& message, qint64 key) {
  ++room_->added;
  room_->bytes += message.chat.size() + message.rtf.size();
  if (message.chatId > room_->last.chatId) room_->last = message;
  return index_.run(key, message.chat);
}

Result<bool> MessageImport::timesRise() {
  auto broken = hasRow(outOfTime_.query(messageKey(room_->id, 0), messageKey(room_->id, kMaxChatId)));
  if (!broken) return broken;
  return !*broken;
}

Status MessageImport::endRoom() {
  if (!room_) return success();
  const QString kind = QLatin1String(kMessageKind);
  if (room_->added > 0) {
    auto rise = timesRise();
    if (!rise) return rise.error();
    if (*rise) {
      auto raised = raiseHead_.run(room_->id, room_->last.chatId, room_->last.time.ticks, room_->added, room_->bytes);
      if (!raised) return raised;
      report_.add({kind, room_->uri, TransferOutcome::Added, room_->added, {}});
    } else {
      part_.reset();
      room_->refused[QStringLiteral("times would not rise with the numbers")] += room_->added;
    }
  }
  if (room_->known > 0) report_.add({kind, room_->uri, TransferOutcome::LeftAlone, room_->known, {}});
  for (auto why = room_->refused.cbegin(); why != room_->refused.cend(); ++why) {
    report_.add({kind, room_->uri, TransferOutcome::Refused, why.value(), why.key()});
  }
  Status kept = part_ ? part_->keep() : success();
  part_.reset();
  room_.reset();
  return kept;
}

}  // namespace Parlour::Server
