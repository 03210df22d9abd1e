// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/IntegrityCheck.h"

#include <sys/resource.h>
#include <unistd.h>

#include <QByteArrayList>
#include <utility>

namespace Parlour::Server {
namespace {

constexpr int kLowestPriority = 19;

bool growsWithMessages(const QByteArray& table) {
  return table == "messages" || table == "recent_posts" || table.startsWith("message_search");
}

Error damagedBy(const QString& what) {
  return Error::make(ErrorCode::Storage, QStringLiteral("The database is damaged; restore it from a backup."), what);
}

Result<QByteArrayList> tablesOf(Sqlite::Database& database) {
  auto statement = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0");
  if (!statement) return statement.error();
  auto rows = statement->query();
  QByteArrayList tables;
  while (rows.next()) tables.append(rows.bytes(0));
  if (!rows.status()) return rows.status().error();
  return tables;
}

Status verdictOf(Sqlite::Database& database, const QByteArray& pragma) {
  auto verdict = database.value(pragma);
  if (!verdict) return verdict.error();
  return *verdict == "ok" ? success() : Status(damagedBy(QString::fromUtf8(*verdict)));
}

}  // namespace

Status checkTables(Sqlite::Database& database, CheckedTables checked) {
  if (checked == CheckedTables::All) return verdictOf(database, "PRAGMA quick_check(1)");
  auto tables = tablesOf(database);
  if (!tables) return tables.error();
  for (const QByteArray& table : *tables) {
    if (growsWithMessages(table) != (checked == CheckedTables::Growing)) continue;
    // One table at a time, so that the write-ahead log is held no longer than it takes to read that.
    if (auto sound = verdictOf(database, "PRAGMA quick_check(\"" + table + "\")"); !sound) return sound;
  }
  return success();
}

IntegrityCheck::IntegrityCheck(Sqlite::Database database, std::function<void(const Status&)> found)
    : database_(std::move(database)), found_(std::move(found)), thread_([this] {
        ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kLowestPriority);
        database_.setStepCheck([this] { return !stopping_; });
        const Status sound = checkTables(database_, CheckedTables::Growing);
        if (sound || sound.error().code == ErrorCode::Storage) found_(sound);
      }) {}

IntegrityCheck::~IntegrityCheck() {
  stopping_ = true;
  database_.interrupt();
  thread_.join();
}

}  // namespace Parlour::Server
