// SPDX-License-Identifier: Apache-2.0
#include <type_traits>

#include "protocol/xccos/BlockWriter.h"
#include "protocol/xccos/Codec.h"
#include "protocol/xccos/FastWriter.h"

namespace Parlour::Xccos {
namespace {

// Markup around a chat message: names, addresses and numbers, with room for some escapes.
constexpr qsizetype kChatOverhead = 512;

void writeResponse(XmlWriter& xml, int code, const QString& text) {
  xml.start(Element::kResponse);
  xml.attribute(Attribute::kCode, qint32{code});
  xml.text(text);
  xml.end();
}

void writeCommandRef(XmlWriter& xml, EnvId envId, quint32 seqId) {
  xml.start(Element::kCommandId);
  xml.attribute(Attribute::kSeqId, seqId);
  xml.attribute(Attribute::kEnvId, quint64{envId});
  xml.end();
}

std::optional<bool> truncatedOf(const Reply& reply) {
  return std::visit(
      [](const auto& message) -> std::optional<bool> {
        if constexpr (requires { message.truncated; }) {
          return message.truncated;
        } else {
          return std::nullopt;
        }
      },
      reply);
}

void startNumbered(XmlWriter& xml, QLatin1String element, QByteArrayView id, quint32 seqId) {
  xml.start(element);
  xml.attribute(Attribute::kId, id);
  xml.attribute(Attribute::kSeqId, seqId);
}

struct ContentWriter {
  XmlWriter& xml;

  void operator()(const Envelope::Commands& commands) {
    for (const auto& [seqId, command] : commands) {
      startNumbered(xml, Element::kCommand, messageId(command), seqId);
      xml.start(Element::kData);
      writeCommandData(xml, command);
      xml.end();
      xml.end();
    }
  }
  void operator()(const Envelope::Replies& replies) {
    for (const auto& [seqId, reply] : replies) {
      startReply(xml, messageId(reply), seqId, headerOf(reply));
      xml.token(Attribute::kTruncated, headerOf(reply).ok() ? truncatedOf(reply) : std::nullopt);
      writeReplyData(xml, reply);
      xml.end();
      xml.end();
    }
  }
  void operator()(const Envelope::Notices& notices) {
    for (const auto& [seqId, notice] : notices) {
      startNumbered(xml, Element::kNotice, messageId(notice), seqId);
      xml.start(Element::kData);
      writeNoticeData(xml, notice);
      xml.end();
      xml.end();
    }
  }
  void operator()(const Envelope::Errors& errors) {
    for (const auto& [seqId, report] : errors) {
      const QLatin1String id = wireName(report.id);
      startNumbered(xml, Element::kErr, QByteArrayView(id.data(), id.size()), seqId);
      if (report.command) writeCommandRef(xml, report.command->envId, report.command->seqId);
      writeResponse(xml, report.code, report.text);
      xml.end();
    }
  }
  void operator()(const ChatMessage& message) { writeChat(xml, Element::kGroupChat, message, qMax(message.seqId, 1U)); }
};

qsizetype chatCapacity(const ChatMessage& message) {
  const qsizetype rtf = message.rtf ? message.rtf->size() : 0;
  return kChatOverhead + message.authDisp.size() + message.chat.size() + rtf;
}

}  // namespace

void startEnvelope(XmlWriter& xml, EnvId envId) {
  xml.start(Element::kXccos);
  xml.attribute(Attribute::kVer, QLatin1String("1"));
  xml.attribute(Attribute::kEnvId, quint64{envId});
  xml.attribute(QLatin1String("xmlns"), kNamespace);
}

void startReply(XmlWriter& xml, QByteArrayView id, quint32 seqId, const ReplyHeader& header) {
  startNumbered(xml, Element::kReply, id, seqId);
  writeCommandRef(xml, header.commandEnvId, header.commandSeqId);
  writeResponse(xml, header.code, header.text);
  xml.start(Element::kData);
}

QByteArray serialize(const Envelope& envelope) {
  XmlWriter xml;
  startEnvelope(xml, envelope.envId);
  std::visit(ContentWriter{xml}, envelope.content);
  xml.end();
  return xml.take();
}

QByteArray serializeChat(EnvId envId, const ChatMessage& message) {
  XmlWriter xml(chatCapacity(message));
  startEnvelope(xml, envId);
  writeChat(xml, Element::kGroupChat, message, qMax(message.seqId, 1U));
  xml.end();
  return xml.take();
}

QByteArray encodeMsgFragment(const ChatMessage& message, quint32 seqId) {
  XmlWriter xml(chatCapacity(message));
  writeChat(xml, Element::kMsg, message, seqId);
  return xml.take();
}

QByteArray serializeHistory(EnvId envId, ReplyId id, const ReplyHeader& header, std::span<const EncodedHistory> rooms) {
  qsizetype capacity = kChatOverhead;
  for (const EncodedHistory& room : rooms) {
    capacity += kChatOverhead;
    for (const QByteArray& fragment : room.fragments) capacity += fragment.size();
  }
  const QLatin1String name = wireName(id);
  XmlWriter xml(capacity);
  startEnvelope(xml, envId);
  startReply(xml, QByteArrayView(name.data(), name.size()), 1, header);
  for (const EncodedHistory& room : rooms) {
    xml.start(Element::kChanib);
    xml.attribute(Attribute::kUri, room.uri.bytes());
    xml.optional(Attribute::kName, room.name);
    xml.optional(Attribute::kMatches, room.matches);
    xml.token(Attribute::kTruncated, room.truncated);
    for (const QByteArray& fragment : room.fragments) xml.raw(fragment);
    xml.end();
  }
  xml.end();
  xml.end();
  xml.end();
  return xml.take();
}

}  // namespace Parlour::Xccos
