// SPDX-License-Identifier: Apache-2.0
#include "server-sim/compliance/Conversation.h"

#include <algorithm>

namespace Parlour::Server {
namespace {

struct KindWord {
  ComplianceKind kind;
  const char* word;
  const char* documented;
};
constexpr KindWord kKindWords[] = {{ComplianceKind::Join, "join", "JOIN"},
                                   {ComplianceKind::Part, "part", "PART"},
                                   {ComplianceKind::Post, "post", "CHAT"},
                                   {ComplianceKind::HistoryRead, "history-read", "BACKCHAT"},
                                   {ComplianceKind::Upload, "upload", "FILEUPLOAD"},
                                   {ComplianceKind::Download, "download", "FILEDOWNLOAD"},
                                   {ComplianceKind::Search, "search", nullptr},
                                   {ComplianceKind::MessageReplaced, "message-replaced", nullptr},
                                   {ComplianceKind::MessageRemoved, "message-removed", nullptr},
                                   {ComplianceKind::Purge, "purge", nullptr},
                                   {ComplianceKind::RoomChange, "room-change", nullptr},
                                   {ComplianceKind::RoleChange, "role-change", nullptr},
                                   {ComplianceKind::AdminRead, "admin-read", nullptr},
                                   {ComplianceKind::Export, "export", nullptr}};

const KindWord* wordsOf(ComplianceKind kind) {
  const auto found = std::find_if(std::begin(kKindWords), std::end(kKindWords),
                                  [kind](const KindWord& each) { return each.kind == kind; });
  return found == std::end(kKindWords) ? nullptr : &*found;
}

}  // namespace

const char* documentedType(ComplianceKind kind) {
  const KindWord* words = wordsOf(kind);
  return words ? words->documented : nullptr;
}

const char* kindWord(ComplianceKind kind) {
  const KindWord* words = wordsOf(kind);
  return words ? words->word : "other";
}

QByteArray plainAddress(const QByteArray& uri) { return uri.startsWith("sip:") ? uri.mid(4) : uri; }

QString roomKey(const EventRoom& room) {
  QString key = QString::fromUtf8(room.uri.mid(room.uri.lastIndexOf('/') + 1)).left(64);
  for (QChar& each : key) {
    const bool plain = each.unicode() < 128 && (each.isLetterOrNumber() || each == QLatin1Char('-'));
    if (!plain) each = QLatin1Char('_');
  }
  return key.isEmpty() ? QStringLiteral("server") : key;
}

}  // namespace Parlour::Server
