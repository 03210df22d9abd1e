// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

#include "protocol/support/Clock.h"
#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/Types.h"

// The rows about files in the database of the store. Free functions, for whatever connection and transaction the
// caller holds.
namespace Parlour::Server {

enum class FileState { Open = 0, Complete = 1, Quarantined = 2, Removed = 3 };

struct FileRecord {
  qint64 number = 0;
  QByteArray name;  // repository name
  RoomId room = 0;
  PrincipalId user = 0;
  QString displayName;
  qint64 size = -1;  // announced; -1 while it is not known
  QByteArray sha256;
  FileState state = FileState::Open;
  QByteArray preview;  // its media type; empty: none
  Timestamp changedOn;
};

struct TokenRecord {
  QByteArray digest;  // hex SHA-256 of the token
  PrincipalId user = 0;
  RoomId room = 0;
  QByteArray roomKey;
  bool upload = false;
  QString displayName;
  Timestamp expiresOn;
  QByteArray file;  // once a transfer was begun with it
  bool spent = false;
};

struct FileSweep {
  qint64 id = 0;
  RoomId room = 0;
  QString chat;
};

namespace FileRecords {

Status addToken(Sqlite::Database& database, const TokenRecord& token);
Result<std::optional<TokenRecord>> findToken(Sqlite::Database& database, const QByteArray& digest);
Result<qint64> tokensOf(Sqlite::Database& database, PrincipalId user, Timestamp now);
// Binds the token to what was begun with it.
Status bindToken(Sqlite::Database& database, const QByteArray& digest, const QByteArray& file, Timestamp expiresOn);
Status spendToken(Sqlite::Database& database, const QByteArray& digest);
Status dropTokens(Sqlite::Database& database, Timestamp before);

Status addFile(Sqlite::Database& database, const FileRecord& file);
Result<std::optional<FileRecord>> find(Sqlite::Database& database, const QByteArray& name);
// Writes size, hash, state, preview and time.
Status update(Sqlite::Database& database, const FileRecord& file);
// Writes the time of an unfinished upload.
Status touch(Sqlite::Database& database, const FileRecord& file);
Status remove(Sqlite::Database& database, qint64 number);
// Bytes of the room's files, the announced ones of unfinished uploads too.
Result<qint64> roomBytes(Sqlite::Database& database, RoomId room);
Result<qint64> openUploads(Sqlite::Database& database, PrincipalId user);
// Complete and quarantined, newest first, numbers below `before` (0: all).
Result<std::vector<FileRecord>> ofRoom(Sqlite::Database& database, RoomId room, qint64 before, int limit);
// The same of all rooms.
Result<std::vector<FileRecord>> newest(Sqlite::Database& database, int limit);
Result<std::vector<FileRecord>> inState(Sqlite::Database& database, FileState state, Timestamp changedBefore,
                                        int limit);
// Whether a file that was not taken away has that content.
Result<bool> isContentInUse(Sqlite::Database& database, const QByteArray& sha256);
// The same of a file in any state.
Result<bool> isContentNamed(Sqlite::Database& database, const QByteArray& sha256);
// Complete ones that no message names.
Result<std::vector<FileRecord>> unposted(Sqlite::Database& database, Timestamp changedBefore, int limit);
struct Totals {
  qint64 files = 0;
  qint64 bytes = 0;  // as people see them; equal contents are kept once
};
Result<Totals> totals(Sqlite::Database& database);

Result<std::vector<FileSweep>> sweeps(Sqlite::Database& database, int limit);
Status dropSweep(Sqlite::Database& database, qint64 id);
// Whether a message of the room still names the file.
Result<bool> isMentioned(Sqlite::Database& database, RoomId room, const QByteArray& name);

}  // namespace FileRecords
}  // namespace Parlour::Server
