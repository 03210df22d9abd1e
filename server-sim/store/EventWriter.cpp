// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/EventWriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "protocol/support/sqlite/Transaction.h"
#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

constexpr char kCutOff[] = R"({"reason":"server ended"})";

// Only what the text does not say already.
QByteArray extensionOf(const NewPost& post) {
  if (!post.alert && post.rtf.isEmpty()) return {};
  QJsonObject known;
  if (post.alert) known.insert(QStringLiteral("alert"), true);
  if (!post.rtf.isEmpty()) known.insert(QStringLiteral("rtf"), QString::fromUtf8(post.rtf));
  return QJsonDocument(known).toJson(QJsonDocument::Compact);
}

}  // namespace

Result<std::unique_ptr<EventWriter>> EventWriter::prepare(Sqlite::Database& database) {
  std::unique_ptr<EventWriter> writer(new EventWriter(database));
  if (auto prepared = writer->prepareStatements(); !prepared) return prepared.error();
  if (auto read = writer->readHead(); !read) return read.error();
  writer->committed();
  return writer;
}

Status EventWriter::prepareStatements() {
  return prepareStoreSql(*database_, {{&add_, QLatin1String("add_compliance_event")},
                                      {&findHead_, QLatin1String("find_compliance_head")},
                                      {&saveHead_, QLatin1String("save_compliance_head")},
                                      {&enter_, QLatin1String("add_compliance_presence")},
                                      {&leave_, QLatin1String("remove_compliance_presence")},
                                      {&orphans_, QLatin1String("compliance_orphans")},
                                      {&clearPresence_, QLatin1String("clear_compliance_presence")}});
}

Status EventWriter::readHead() {
  auto rows = findHead_.query();
  if (rows.next()) head_ = {rows.integer(0), Timestamp{rows.integer(1)}};
  return rows.status();
}

Status EventWriter::refresh() {
  if (!stale_) return success();
  stale_ = false;
  return readHead();
}

Status EventWriter::insert(const ComplianceEvent& event, Timestamp time, ChatId messageId, const QByteArray& content,
                           const QByteArray& extension) {
  if (auto fresh = refresh(); !fresh) return fresh;
  auto added = add_.run(head_.event + 1, time.ticks, static_cast<int>(event.kind), event.room.id, event.room.uri,
                        event.room.name, event.user.id, event.user.uri, event.user.name, event.user.email,
                        event.user.internal, messageId, content, extension);
  if (!added) return added;
  head_ = {head_.event + 1, std::max(head_.time, time)};
  return success();
}

Status EventWriter::add(const ComplianceEvent& event, Timestamp now) {
  auto added = insert(event, event.time.isNull() ? now : event.time, event.messageId, event.content, event.extension);
  if (!added) return added;
  if (event.kind == ComplianceKind::Join) return enter_.run(event.room.id, event.user.id);
  if (event.kind == ComplianceKind::Part) return leave_.run(event.room.id, event.user.id);
  return success();
}

Status EventWriter::addPost(const NewPost& post, const PostReceipt& receipt) {
  if (!post.event || receipt.repeated) return success();
  return insert(*post.event, receipt.time, receipt.chatId, post.chat, extensionOf(post));
}

void EventWriter::committed() {
  committed_ = head_;
  lastEvent_ = committed_.event;
}

void EventWriter::rolledBack() {
  head_ = committed_;
  stale_ = false;
}

Result<std::vector<ComplianceEvent>> EventWriter::orphans() {
  std::vector<ComplianceEvent> found;
  auto rows = orphans_.query();
  while (rows.next()) {
    ComplianceEvent event;
    event.kind = ComplianceKind::Part;
    event.time = head_.time;  // the last sign of life
    event.room = {rows.integer(0), rows.bytes(1), rows.string(2)};
    event.user = {rows.integer(3), rows.bytes(4), rows.string(5), rows.string(6), rows.integer(7) != 0};
    event.extension = kCutOff;
    found.push_back(std::move(event));
  }
  if (!rows.status()) return rows.status().error();
  return found;
}

Status EventWriter::takeUp(qint64 atLeast) {
  auto left = orphans();
  if (!left) return left.error();
  if (left->empty() && head_.event >= atLeast) return success();
  auto transaction = Sqlite::Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  head_.event = std::max(head_.event, atLeast);
  for (const ComplianceEvent& event : *left) {
    if (auto added = insert(event, event.time, 0, {}, event.extension); !added) return added;
  }
  if (auto cleared = clearPresence_.run(); !cleared) return cleared;
  if (auto saved = saveHead_.run(atLeast); !saved) return saved;
  if (auto done = transaction->commit(); !done) return done;
  committed();
  return success();
}

Status addComplianceEvent(Sqlite::Database& database, const ComplianceEvent& event, Timestamp now) {
  auto writer = EventWriter::prepare(database);
  if (!writer) return writer.error();
  return (*writer)->add(event, now);
}

}  // namespace Parlour::Server
