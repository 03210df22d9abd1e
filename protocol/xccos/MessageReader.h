// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/xccos/DataBlock.h"
#include "protocol/xccos/Messages.h"

namespace Parlour::Xccos {

class XmlCursor;

// Ids we do not know are kept for answers and logs, but not at any length.
inline constexpr qsizetype kMaxUnknownId = 64;

// From the blocks of a data element to the message that was meant. A command that lacks a block it
// needs makes the cursor fail; a reply or notice that lacks one keeps the default values.
Command makeCommand(XmlCursor& cursor, CommandId id, DataBlock& data);
Reply makeReply(ReplyId id, const ReplyHeader& header, DataBlock& data);
Notice makeNotice(NoticeId id, DataBlock& data);

// The elements cmd, rpl, ntc and err, the cursor standing on them.
Numbered<Command> readCommand(XmlCursor& cursor);
Numbered<Reply> readReply(XmlCursor& cursor);
Numbered<Notice> readNotice(XmlCursor& cursor);
Numbered<ErrorReport> readErrorReport(XmlCursor& cursor);

}  // namespace Parlour::Xccos
