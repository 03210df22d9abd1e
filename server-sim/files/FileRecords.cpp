// SPDX-License-Identifier: Apache-2.0
#include "server-sim/files/FileRecords.h"

#include "protocol/support/sqlite/SqlFile.h"

// A static library's resources are not registered by themselves, and the macro must stand outside of namespaces.
static void registerFileSql() { Q_INIT_RESOURCE(files); }

namespace Parlour::Server::FileRecords {
namespace {

// Prepared for one use: transfers are few beside posts, and the connection may be anybody's.
Result<Sqlite::Statement> fileSql(Sqlite::Database& database, const char* name) {
  registerFileSql();
  Sqlite::Statement statement;
  const auto prepared =
      Sqlite::prepareFromFiles(database, QStringLiteral(":/parlour/files/sql"), {{&statement, QLatin1String(name)}});
  if (!prepared) return prepared.error();
  return Result<Sqlite::Statement>(std::move(statement));
}

template <typename... Values>
Status runSql(Sqlite::Database& database, const char* name, const Values&... values) {
  auto statement = fileSql(database, name);
  return statement ? statement->run(values...) : Status(statement.error());
}

// What `read` makes of each row.
template <typename Read, typename... Values>
auto rowsOf(Sqlite::Database& database, const char* name, const Read& read, const Values&... values)
    -> Result<std::vector<decltype(read(std::declval<const Sqlite::Query&>()))>> {
  auto statement = fileSql(database, name);
  if (!statement) return statement.error();
  std::vector<decltype(read(std::declval<const Sqlite::Query&>()))> found;
  auto rows = statement->query(values...);
  while (rows.next()) found.push_back(read(rows));
  if (!rows.status()) return rows.status().error();
  return found;
}

template <typename T>
Result<std::optional<T>> firstOf(const Result<std::vector<T>>& rows) {
  if (!rows) return rows.error();
  return rows->empty() ? std::optional<T>() : std::optional<T>(rows->front());
}

qint64 readNumber(const Sqlite::Query& row) { return row.integer(0); }

template <typename... Values>
Result<qint64> numberOf(Sqlite::Database& database, const char* name, const Values&... values) {
  const auto rows = rowsOf(database, name, readNumber, values...);
  if (!rows) return rows.error();
  return rows->empty() ? 0 : rows->front();
}

FileRecord readFile(const Sqlite::Query& row) {
  FileRecord file;
  file.number = row.integer(0);
  file.name = row.bytes(1);
  file.room = row.integer(2);
  file.user = row.integer(3);
  file.displayName = row.string(4);
  file.size = row.integer(5);
  file.sha256 = row.bytes(6);
  file.state = static_cast<FileState>(row.integer(7));
  file.preview = row.bytes(8);
  file.changedOn.ticks = row.integer(9);
  return file;
}

TokenRecord readToken(const Sqlite::Query& row) {
  TokenRecord token;
  token.digest = row.bytes(0);
  token.user = row.integer(1);
  token.room = row.integer(2);
  token.roomKey = row.bytes(3);
  token.upload = row.integer(4) != 0;
  token.displayName = row.string(5);
  token.expiresOn.ticks = row.integer(6);
  token.file = row.bytes(7);
  token.spent = row.integer(8) != 0;
  return token;
}

}  // namespace

Status addToken(Sqlite::Database& database, const TokenRecord& token) {
  return runSql(database, "add_token", token.digest, token.user, token.room, token.roomKey, token.upload,
                token.displayName, token.expiresOn.ticks);
}

Result<std::optional<TokenRecord>> findToken(Sqlite::Database& database, const QByteArray& digest) {
  return firstOf(rowsOf(database, "find_token", readToken, digest));
}

Result<qint64> tokensOf(Sqlite::Database& database, PrincipalId user, Timestamp now) {
  return numberOf(database, "count_tokens", user, now.ticks);
}

Status bindToken(Sqlite::Database& database, const QByteArray& digest, const QByteArray& file, Timestamp expiresOn) {
  return runSql(database, "bind_token", file, expiresOn.ticks, digest);
}

Status spendToken(Sqlite::Database& database, const QByteArray& digest) {
  return runSql(database, "spend_token", digest);
}

Status dropTokens(Sqlite::Database& database, Timestamp before) {
  return runSql(database, "drop_tokens", before.ticks);
}

Status addFile(Sqlite::Database& database, const FileRecord& file) {
  return runSql(database, "add_file", file.name, file.room, file.user, file.displayName, file.size, file.sha256,
                static_cast<int>(file.state), file.changedOn.ticks);
}

Result<std::optional<FileRecord>> find(Sqlite::Database& database, const QByteArray& name) {
  return firstOf(rowsOf(database, "find_file", readFile, name));
}

Status update(Sqlite::Database& database, const FileRecord& file) {
  return runSql(database, "update_file", file.size, file.sha256, static_cast<int>(file.state), file.preview,
                file.changedOn.ticks, file.name);
}

Status touch(Sqlite::Database& database, const FileRecord& file) {
  return runSql(database, "touch_file", file.changedOn.ticks, file.name);
}

Status remove(Sqlite::Database& database, qint64 number) { return runSql(database, "remove_file", number); }

Result<qint64> roomBytes(Sqlite::Database& database, RoomId room) { return numberOf(database, "room_bytes", room); }

Result<qint64> openUploads(Sqlite::Database& database, PrincipalId user) {
  return numberOf(database, "count_open", user);
}

Result<std::vector<FileRecord>> ofRoom(Sqlite::Database& database, RoomId room, qint64 before, int limit) {
  const qint64 below = before > 0 ? before : std::numeric_limits<qint64>::max();
  return rowsOf(database, "files_of_room", readFile, room, below, limit);
}

Result<std::vector<FileRecord>> newest(Sqlite::Database& database, int limit) {
  return rowsOf(database, "newest_files", readFile, limit);
}

Result<std::vector<FileRecord>> inState(Sqlite::Database& database, FileState state, Timestamp changedBefore,
                                        int limit) {
  return rowsOf(database, "files_in_state", readFile, static_cast<int>(state), changedBefore.ticks, limit);
}

Result<bool> isContentInUse(Sqlite::Database& database, const QByteArray& sha256) {
  const auto found = numberOf(database, "content_in_use", sha256);
  if (!found) return found.error();
  return *found != 0;
}

Result<bool> isContentNamed(Sqlite::Database& database, const QByteArray& sha256) {
  const auto found = numberOf(database, "content_named", sha256);
  if (!found) return found.error();
  return *found != 0;
}

Result<std::vector<FileRecord>> unposted(Sqlite::Database& database, Timestamp changedBefore, int limit) {
  return rowsOf(database, "unposted_files", readFile, changedBefore.ticks, limit);
}

Result<Totals> totals(Sqlite::Database& database) {
  const auto rows = rowsOf(database, "file_totals", [](const Sqlite::Query& row) {
    return Totals{row.integer(0), row.integer(1)};
  });
  if (!rows) return rows.error();
  return rows->empty() ? Totals() : rows->front();
}

Result<std::vector<FileSweep>> sweeps(Sqlite::Database& database, int limit) {
  return rowsOf(
      database, "sweeps",
      [](const Sqlite::Query& row) {
        return FileSweep{row.integer(0), row.integer(1), row.string(2)};
      },
      limit);
}

Status dropSweep(Sqlite::Database& database, qint64 id) { return runSql(database, "drop_sweep", id); }

Result<bool> isMentioned(Sqlite::Database& database, RoomId room, const QByteArray& name) {
  const auto found = numberOf(database, "is_mentioned", room, name);
  if (!found) return found.error();
  return *found != 0;
}

}  // namespace Parlour::Server::FileRecords
