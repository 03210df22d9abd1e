// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>
#include <vector>

#include "protocol/support/Clock.h"
#include "protocol/support/Ids.h"

// What compliance records. Plain values: the chat service and the web service make events, the store writes each in the
// transaction of its cause, the compliance service hands them to adapters and sinks.
namespace Parlour::Server {

// Numbers below 100 are those that Persistent Chat stores (product.md 1.2); the others are ours.
enum class ComplianceKind {
  Post = 1,
  HistoryRead = 2,
  Download = 3,
  Upload = 4,
  MessageReplaced = 10,
  Purge = 11,
  Join = 101,
  Part = 102,
  Search = 103,
  MessageRemoved = 104,
  RoomChange = 105,  // a room was made, changed or removed
  RoleChange = 106,  // who may do what in a room or category; members of a group; whether a person may chat
  AdminRead = 107,   // an administrator looked at messages beside the rooms
  Export = 108,      // something was taken out of the archive or the store
};

// The room as it was when the event happened; id 0 and empty for what concerns none.
struct EventRoom {
  qint64 id = 0;
  QByteArray uri;  // "ma-chan://domain/guid"
  QString name;
  bool operator==(const EventRoom&) const = default;
};

// Who did it, as known then. An administrator who is nobody of the directory has id 0 and only `name`.
struct EventUser {
  qint64 id = 0;
  QByteArray uri;  // "sip:…"
  QString name;
  QString email;
  bool internal = true;  // of the server's own domain
  bool operator==(const EventUser&) const = default;
};

struct ComplianceEvent {
  // Given by the store with the transaction: 1, 2, 3 … without gaps in the order of commits, never used twice.
  qint64 eventId = 0;
  Timestamp time;
  ComplianceKind kind = ComplianceKind::Post;
  EventRoom room;
  EventUser user;
  ChatId messageId = 0;  // of posts and of what happened to one message
  // UTF-8. Post: the text. Replaced: the new text. Read: what was asked for. Search: the words. Upload
  // and download: the stored file's name, "<guid>.<ext>".
  QByteArray content;
  // Compact JSON object with what else is known, or empty. Post: "rtf", "alert". Read and search:
  // "messages", the numbers of those that were given. Upload, download: EventFile. Changes: "action", "object",
  // "before", "after" of the audit trail.
  QByteArray extension;
  bool operator==(const ComplianceEvent&) const = default;
};

using EventPtr = std::shared_ptr<const ComplianceEvent>;

// Keys of the extension of uploads and downloads. `Path` is relative to the data directory, and needed with uploads
// only: the compliance service copies that file to compliance-files/<content> before it lets go of it.
namespace EventFile {
inline constexpr char kPath[] = "path";                // "files/ab/abcdef…"
inline constexpr char kName[] = "name";                // as the user called it
inline constexpr char kSize[] = "size";                // bytes
inline constexpr char kSha256[] = "sha256";            // hex
inline constexpr char kProvisional[] = "provisional";  // true: announced by a token, not finished yet
}  // namespace EventFile

}  // namespace Parlour::Server
