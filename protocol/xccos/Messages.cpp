// SPDX-License-Identifier: Apache-2.0
#include "protocol/xccos/Messages.h"

#include <type_traits>
#include <utility>

namespace Parlour::Xccos {
namespace {

template <typename Message>
concept HasWireId = requires {
  Message::kId;
};

template <typename Variant>
QByteArray idOfAlternative(const Variant& variant) {
  return std::visit(
      [](const auto& message) {
        if constexpr (HasWireId<std::decay_t<decltype(message)>>) {
          const QLatin1String name = wireName(message.kId);
          return QByteArray(name.data(), name.size());
        } else {
          return message.id;
        }
      },
      variant);
}

// Tries the alternatives of Reply from Index on until one has this id.
template <std::size_t Index = 0>
Reply emptyReply(ReplyId id, const ReplyHeader& header) {
  if constexpr (Index < std::variant_size_v<Reply>) {
    using Alternative = std::variant_alternative_t<Index, Reply>;
    if constexpr (HasWireId<Alternative>) {
      if (Alternative::kId == id) {
        Alternative reply;
        reply.header = header;
        return reply;
      }
    }
    return emptyReply<Index + 1>(id, header);
  }
  Q_UNREACHABLE();
}

template <typename List, typename Message>
Envelope envelopeWithOne(EnvId envId, Message message) {
  Envelope envelope;
  envelope.envId = envId;
  List list;
  list.push_back({1, std::move(message)});
  envelope.content = std::move(list);
  return envelope;
}

}  // namespace

BatchJoin BatchJoin::of(const std::vector<RoomUri>& rooms) {
  BatchJoin command;
  command.rooms.reserve(rooms.size());
  for (const RoomUri& room : rooms) command.rooms.push_back({static_cast<quint32>(command.rooms.size()), room});
  return command;
}

Envelope Envelope::ofCommand(EnvId envId, Command command) {
  return envelopeWithOne<Commands>(envId, std::move(command));
}

Envelope Envelope::ofReply(EnvId envId, Reply reply) { return envelopeWithOne<Replies>(envId, std::move(reply)); }

Envelope Envelope::ofNotice(EnvId envId, Notice notice) { return envelopeWithOne<Notices>(envId, std::move(notice)); }

Envelope Envelope::ofError(EnvId envId, ErrorReport report) {
  return envelopeWithOne<Errors>(envId, std::move(report));
}

Envelope Envelope::ofChat(EnvId envId, ChatMessage message) {
  Envelope envelope;
  envelope.envId = envId;
  envelope.content = std::move(message);
  return envelope;
}

QByteArray messageId(const Command& command) { return idOfAlternative(command); }
QByteArray messageId(const Reply& reply) { return idOfAlternative(reply); }
QByteArray messageId(const Notice& notice) { return idOfAlternative(notice); }

const ReplyHeader& headerOf(const Reply& reply) {
  return std::visit([](const auto& message) -> const ReplyHeader& { return message.header; }, reply);
}

Reply failedReply(const Command& command, const ReplyHeader& header) {
  return std::visit(
      [&header](const auto& message) -> Reply {
        if constexpr (HasWireId<std::decay_t<decltype(message)>>) {
          return emptyReply(replyIdFor(message.kId), header);
        } else {
          const qsizetype colon = message.id.indexOf(':');
          return UnknownReply{header, "rpl:" + message.id.mid(colon + 1)};
        }
      },
      command);
}

}  // namespace Parlour::Xccos
