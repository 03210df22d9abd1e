// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>
#include <optional>
#include <span>
#include <vector>

#include "protocol/support/Ids.h"

// The marked-up content of `chat` (xccos 8.1): links, room links, file links, stories, emoticons.
// Input is hostile: whatever is not exactly one of the known forms comes out as text, and every
// string here is plain text that a display has to escape again.
namespace Parlour::Xccos {

// A file kept for a room: `uniqueFile` is the repository name, letters, digits, '-', '_' and one dot.
struct FileLink {
  RoomUri room;
  QByteArray uniqueFile;
  QString fileName;  // for display and as a proposal; without directories and control characters
  QString sizeText;  // "43 bytes"; empty when the label gave none

  bool operator==(const FileLink&) const = default;
};

struct ChatSpan {
  enum class Kind { Text, Link, RoomLink, FileLink };
  Kind kind = Kind::Text;
  QString text;  // the text or the label
  QString href;  // Link only; scheme http, https, mailto or sip
  RoomUri room;  // RoomLink only
  std::optional<FileLink> file;

  bool operator==(const ChatSpan&) const = default;
};

struct ChatText {
  enum class Kind { Plain, Story };
  Kind kind = Kind::Plain;
  QString title;  // Story only
  std::vector<ChatSpan> spans;

  // Title and spans as one readable text, for notifications, search and copies.
  QString plainText() const;
};

ChatText parseChatText(const QString& text);

// True when the text counts against the story limit instead of the message limit.
bool isStory(QStringView text);

// What a person typed, made safe to send: literals that look like markup get a WORD JOINER that
// the reader takes out again. Line ends become CR LF, control characters are dropped.
QString escapeTyped(const QString& typed);

// Builders return text for `chat`; an empty string when the address is not allowed. The body of a
// story is made of escapeTyped() and the other builders; labels and titles are plain text.
QString makeStory(const QString& title, const QString& body);
QString makeLink(const QString& href, const QString& label);
QString makeRoomLink(const RoomUri& room, const QString& label);
QString makeFileLink(const RoomUri& room, const QByteArray& uniqueFile, const QString& fileName, qint64 bytes);

// "43 bytes", "10 kilobytes", "2 megabytes": the estimate shown in a file link.
QString fileSizeText(qint64 bytes);

bool isAllowedLink(QStringView href);

// Emoticons by the numbers of the Lync SDK (xccos 8.1).
struct Emoticon {
  int number;
  QLatin1String typed;
  QLatin1String name;
};
std::span<const Emoticon> emoticons();

// A piece of text that is an emoticon, or not (`emoticon` null). Emoticons stand alone: between
// white space or at the ends.
struct EmoticonPiece {
  QString text;
  const Emoticon* emoticon = nullptr;
};
std::vector<EmoticonPiece> splitEmoticons(const QString& text);

}  // namespace Parlour::Xccos
