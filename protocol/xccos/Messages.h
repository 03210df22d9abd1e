// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>
#include <vector>

#include "protocol/xccos/Commands.h"
#include "protocol/xccos/Notices.h"
#include "protocol/xccos/Replies.h"

// The envelope around commands, replies, notices, errors and chat messages (xccos 4).
namespace Parlour::Xccos {

// A message with its number inside the envelope (1 in all traffic known).
template <typename Message>
struct Numbered {
  quint32 seqId = 1;
  Message message;
  bool operator==(const Numbered&) const = default;
};

// One XCCOS document: messages of one kind only, and at most one chat message (xccos 3.4).
struct Envelope {
  using Commands = std::vector<Numbered<Command>>;
  using Replies = std::vector<Numbered<Reply>>;
  using Notices = std::vector<Numbered<Notice>>;
  using Errors = std::vector<Numbered<ErrorReport>>;
  using Content = std::variant<Commands, Replies, Notices, Errors, ChatMessage>;

  EnvId envId = 0;
  Content content;
  int dropped = 0;  // parse only: siblings of other kinds and further chat messages that were left out

  const Commands* commands() const { return std::get_if<Commands>(&content); }
  const Replies* replies() const { return std::get_if<Replies>(&content); }
  const Notices* notices() const { return std::get_if<Notices>(&content); }
  const Errors* errors() const { return std::get_if<Errors>(&content); }
  const ChatMessage* chat() const { return std::get_if<ChatMessage>(&content); }

  static Envelope ofCommand(EnvId envId, Command command);
  static Envelope ofReply(EnvId envId, Reply reply);
  static Envelope ofNotice(EnvId envId, Notice notice);
  static Envelope ofError(EnvId envId, ErrorReport report);
  static Envelope ofChat(EnvId envId, ChatMessage message);

  bool operator==(const Envelope&) const = default;
};

// The wire id of any alternative, "cmd:join"; for unknown ones the id they carry.
QByteArray messageId(const Command& command);
QByteArray messageId(const Reply& reply);
QByteArray messageId(const Notice& notice);

const ReplyHeader& headerOf(const Reply& reply);

// The reply that says a command failed: of the command's own kind, without data.
Reply failedReply(const Command& command, const ReplyHeader& header);

}  // namespace Parlour::Xccos
