// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/wire/RoomNames.h"
#include "app/models/wire/WireRow.h"

namespace Parlour::Models {

// What one XCCOS document says in a few words.
struct ChatSummary {
  WireKind kind = WireKind::ChatCommand;
  QString label;  // "INFO", "INFO rpl", "INFO ntc", "INFO grpchat", "INFO err"
  QString rest;
  QString title;
  int code = 0;  // resp/@code of replies and errors
  QString codeText;
  std::optional<Xccos::CommandRef> answers;  // the command a reply or an error belongs to
  std::optional<EnvId> command;              // envid when it is a command that will be answered
};

// Learns the names that the document tells, then puts it into words.
ChatSummary summarizeChat(const Xccos::Envelope& envelope, bool outgoing, RoomNames& names);

// The few words after the name of a command, reply or notice.
QString commandDetail(const Xccos::Command& command, const RoomNames& names);
QString replyDetail(const Xccos::Reply& reply);
QString noticeDetail(const Xccos::Notice& notice, const RoomNames& names);

}  // namespace Parlour::Models
