// SPDX-License-Identifier: Apache-2.0
#include "protocol/xccos/Codec.h"

#include <optional>
#include <utility>

#include "protocol/xccos/DocumentGuard.h"
#include "protocol/xccos/MessageReader.h"
#include "protocol/xccos/XmlCursor.h"

namespace Parlour::Xccos {
namespace {

// Everything an envelope holds, before one kind is chosen.
struct EnvelopeParts {
  Envelope::Commands commands;
  Envelope::Replies replies;
  Envelope::Notices notices;
  Envelope::Errors errors;
  std::vector<ChatMessage> chats;
  int children = 0;
};

void readEnvelopeChild(XmlCursor& cursor, EnvelopeParts& parts) {
  ++parts.children;
  if (cursor.at(Element::kGroupChat)) return parts.chats.push_back(readChat(cursor, Presence::Required));
  if (cursor.at(Element::kCommand)) return parts.commands.push_back(readCommand(cursor));
  if (cursor.at(Element::kReply)) return parts.replies.push_back(readReply(cursor));
  if (cursor.at(Element::kNotice)) return parts.notices.push_back(readNotice(cursor));
  if (cursor.at(Element::kErr)) return parts.errors.push_back(readErrorReport(cursor));
  cursor.skip();
}

Envelope chooseKind(EnvId envId, EnvelopeParts&& parts) {
  Envelope envelope;
  envelope.envId = envId;
  std::size_t kept = 1;
  if (!parts.replies.empty()) {
    kept = parts.replies.size();
    envelope.content = std::move(parts.replies);
  } else if (!parts.notices.empty()) {
    kept = parts.notices.size();
    envelope.content = std::move(parts.notices);
  } else if (!parts.errors.empty()) {
    kept = parts.errors.size();
    envelope.content = std::move(parts.errors);
  } else if (!parts.commands.empty() || parts.chats.empty()) {
    kept = parts.commands.size();
    envelope.content = std::move(parts.commands);
  } else {
    envelope.content = std::move(parts.chats.front());
  }
  envelope.dropped = parts.children - static_cast<int>(kept);
  return envelope;
}

}  // namespace

Result<Envelope> parse(QByteArrayView body, const Limits& limits) {
  if (auto status = checkDocument(body, limits); !status) return status.error();
  XmlCursor cursor(body, limits);
  cursor.enterRoot(Element::kXccos);
  std::optional<quint64> envId;
  if (!cursor.failed()) envId = AttributeReader(cursor).number<quint64>(Attribute::kEnvId, Presence::Required);
  EnvelopeParts parts;
  while (cursor.nextChild()) readEnvelopeChild(cursor, parts);
  cursor.finish();
  if (!cursor.failed() && parts.children == 0) cursor.fail(ErrorCode::ParseFailed, QStringLiteral("empty envelope"));
  if (cursor.failed()) return cursor.error();
  return chooseKind(envId.value_or(0), std::move(parts));
}

}  // namespace Parlour::Xccos
