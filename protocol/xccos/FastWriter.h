// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <span>

#include "protocol/xccos/Messages.h"

// The hot paths of a server: fan-out of a post and history replies, written in one pass into one
// buffer of the right size. Output equals serialize() of the same values byte for byte.
namespace Parlour::Xccos {

// One envelope with one chat message; shared by all recipients of a post.
QByteArray serializeChat(EnvId envId, const ChatMessage& message);

// A `msg` element of a history reply, to be kept and spliced later. seqId 0 leaves the number out,
// so that the fragment fits at any place (msg/@seqid is optional).
QByteArray encodeMsgFragment(const ChatMessage& message, quint32 seqId = 0);

// One room of a history reply made of ready fragments.
struct EncodedHistory {
  RoomUri uri;
  std::optional<QString> name;
  std::optional<quint32> matches;
  std::optional<bool> truncated;
  std::span<const QByteArray> fragments;
};

// An envelope with one history reply (`id` one of the four backchat replies) around the fragments.
QByteArray serializeHistory(EnvId envId, ReplyId id, const ReplyHeader& header, std::span<const EncodedHistory> rooms);

}  // namespace Parlour::Xccos
