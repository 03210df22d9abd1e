// SPDX-License-Identifier: Apache-2.0
#include "server-sim/ctl/ArchiveCommands.h"

#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <map>

#include "protocol/support/WholeFile.h"
#include "server-sim/archive/Archive.h"
#include "server-sim/archive/ArchiveExport.h"
#include "server-sim/archive/ArchiveVerifier.h"
#include "server-sim/compliance/OutputFolder.h"
#include "server-sim/control/AdminCall.h"
#include "server-sim/ctl/Pool.h"

namespace Parlour::Ctl {
namespace ArchiveWork {
namespace {

using namespace Parlour::Server;

constexpr qint64 kEventsFound = 1'000;

QJsonObject succeeded(const QJsonValue& result) {
  return {{QStringLiteral("ok"), true}, {QStringLiteral("result"), result}};
}

QJsonObject refused(ErrorCode code, const QString& text) { return failedAnswer(Error::make(code, text)); }

QString archiveOf(const QString& dataDir) { return dataDir + QLatin1Char('/') + QLatin1String(Archive::kFolder); }

ArchiveFilter filterOf(const AdminArguments& arguments) {
  return {arguments.text("words").split(QLatin1Char(' '), Qt::SkipEmptyParts), arguments.text("user"),
          arguments.text("room"), arguments.time("from").value_or(Timestamp{}),
          arguments.time("to").value_or(Timestamp{})};
}

// The result of a request to the pool.
Result<QJsonValue> askPool(const QString& dataDir, const QString& verb, const QJsonObject& arguments) {
  auto pool = openPool(dataDir);
  if (!pool) return pool.error();
  const auto answer = (*pool)->ask({{QStringLiteral("verb"), verb}, {QStringLiteral("arguments"), arguments}});
  if (!answer) return answer.error();
  if (answer->value(QStringLiteral("ok")).toBool()) return answer->value(QStringLiteral("result"));
  const QJsonObject error = answer->value(QStringLiteral("error")).toObject();
  return Error::make(ErrorCode::Conflict, error.value(QStringLiteral("text")).toString());
}

QString damageText(const ArchiveDamage& damage) {
  QString place = QStringLiteral("segment %1").arg(damage.segment);
  if (damage.record != 0) place += QStringLiteral(" record %1").arg(damage.record);
  return QStringLiteral("%1, %2: %3").arg(place, archiveDamageName(damage.kind), damage.what);
}

QJsonObject verify(const QString& dataDir, const AdminArguments& arguments) {
  const QString directory = arguments.has("directory") ? arguments.text("directory") : archiveOf(dataDir);
  const QString beside = directory + QLatin1Char('/') + QLatin1String(ArchiveKey::kPublicFile);
  const auto key = ArchiveKey::readPublic(arguments.has("key") ? arguments.text("key") : beside);
  if (!key) return failedAnswer(key.error());
  const auto report = verifyArchive(directory, *key, arguments.text("hash").toLatin1());
  if (!report) return failedAnswer(report.error());
  QJsonArray damages;
  for (const ArchiveDamage& damage : report->damages) damages.append(damageText(damage));
  return succeeded(QJsonObject{{QStringLiteral("segments"), report->segments},
                               {QStringLiteral("records"), report->records},
                               {QStringLiteral("events"), report->events},
                               {QStringLiteral("lastEvent"), report->lastEvent},
                               {QStringLiteral("hash"), QString::fromLatin1(report->head)},
                               {QStringLiteral("unacknowledgedBytes"), report->unacknowledged},
                               {QStringLiteral("damages"), damages},
                               {QStringLiteral("failed"), damages.size()}});
}

QJsonObject lineOf(const ComplianceEvent& event) {
  return {{QStringLiteral("event"), event.eventId},
          {QStringLiteral("time"), QString::fromLatin1(event.time.toXccos())},
          {QStringLiteral("kind"), eventKindName(event.kind)},
          {QStringLiteral("room"), event.room.name},
          {QStringLiteral("person"), event.user.name},
          {QStringLiteral("message"), event.messageId == 0 ? QString() : QString::number(event.messageId)},
          {QStringLiteral("content"), QString::fromUtf8(event.content)}};
}

QJsonObject search(const QString& dataDir, const AdminArguments& arguments) {
  const qint64 limit = arguments.number("limit").value_or(kEventsFound);
  QJsonArray lines;
  bool more = false;
  const Status read = ArchiveReader(archiveOf(dataDir)).events(filterOf(arguments), [&](const ComplianceEvent& event) {
    more = lines.size() >= limit;
    if (!more) lines.append(lineOf(event));
    return !more;
  });
  if (!read) return failedAnswer(read.error());
  QJsonObject answer = succeeded(lines);
  if (more) answer.insert(QStringLiteral("truncated"), true);
  return answer;
}

QString exportNote(const AdminArguments& arguments) {
  QStringList parts{QStringLiteral("archive export to %1").arg(QFileInfo(arguments.text("file")).fileName())};
  for (const char* name : {"format", "words", "user", "room", "from", "to"}) {
    if (arguments.has(name)) parts.append(QStringLiteral("%1: %2").arg(QLatin1String(name), arguments.text(name)));
  }
  return parts.join(QStringLiteral(", "));
}

// Recorded before anything leaves.
QJsonObject exportEvents(const QString& dataDir, const AdminArguments& arguments, bool dryRun) {
  const auto format = parseArchiveFormat(arguments.has("format") ? arguments.text("format") : QStringLiteral("text"));
  if (!format) return refused(ErrorCode::InvalidArgument, QStringLiteral("The format is text, html, json or csv."));
  if (dryRun) return succeeded(QJsonObject{{QStringLiteral("file"), arguments.text("file")}});
  if (QFileInfo::exists(arguments.text("file"))) {
    return refused(ErrorCode::Conflict, QStringLiteral("The file %1 exists already.").arg(arguments.text("file")));
  }
  const auto noted =
      askPool(dataDir, QStringLiteral("archive note"), {{QStringLiteral("text"), exportNote(arguments)}});
  if (!noted) return failedAnswer(noted.error());
  WholeFile file(arguments.text("file"));
  if (!file.open(QFile::WriteOnly)) {
    return refused(ErrorCode::Storage, QStringLiteral("The export cannot be written: %1.").arg(file.errorString()));
  }
  file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
  const auto written = exportArchive(ArchiveReader(archiveOf(dataDir)), filterOf(arguments), *format, file);
  if (!written) return failedAnswer(written.error());
  if (!file.commit()) return refused(ErrorCode::Storage, file.errorString());
  return succeeded(
      QJsonObject{{QStringLiteral("events"), *written},
                  {QStringLiteral("recorded"), noted->toObject().value(QStringLiteral("recorded")).toBool()}});
}

// As the compliance service has them.
Result<AdapterSettings> adapterSettings(const QString& dataDir) {
  const auto list = askPool(dataDir, QStringLiteral("compliance config list"), {});
  if (!list) return list.error();
  QHash<QString, QString> values;
  for (const auto& item : list->toArray()) {
    const QJsonObject line = item.toObject();
    QString value;  // the narrowest scope counts, and no default
    for (const char* scope : {"global", "site", "pool"}) {
      const QString given = line.value(QLatin1String(scope)).toString();
      if (!given.isEmpty()) value = given;
    }
    values.insert(line.value(QStringLiteral("key")).toString(), value);
  }
  const auto isOn = [&values](const char* key) { return values.value(QLatin1String(key)) == QLatin1String("true"); };
  AdapterSettings settings;
  settings.type = adapterOfWord(values.value(QStringLiteral("AdapterType")).toUtf8());
  if (settings.type == AdapterType::None) settings.type = AdapterType::Xml;
  settings.name = values.value(QStringLiteral("AdapterName"));
  settings.oneRoomPerFile = isOn("OneChatRoomPerOutputFile");
  settings.roomDetails = isOn("AddChatRoomDetails");
  settings.userDetails = isOn("AddUserDetails");
  settings.attachManifest = isOn("CreateFileAttachmentsManifest");
  settings.stylesheet = values.value(QStringLiteral("CustomConfiguration"));
  return settings;
}

QJsonObject replay(const QString& dataDir, const AdminArguments& arguments, bool dryRun) {
  const auto settings = adapterSettings(dataDir);
  if (!settings) return failedAnswer(settings.error());
  if (settings->type == AdapterType::Program) {
    return refused(ErrorCode::NotSupported, QStringLiteral("The adapter is a program; only those that write files can "
                                                           "be replayed."));
  }
  qint64 batches = 0;
  qint64 events = 0;
  const auto visit = [&](const EventBatch& batch) -> Status {
    ++batches;
    events += static_cast<qint64>(batch.events.size());
    const auto files = renderBatch(batch, *settings);
    if (!files) return files.error();
    return dryRun ? success() : writeOutput(arguments.text("folder"), *files, {});
  };
  const Status read =
      ArchiveReader(archiveOf(dataDir))
          .batches(arguments.time("from").value_or(Timestamp{}), arguments.time("to").value_or(Timestamp{}), visit);
  if (!read) return failedAnswer(read.error());
  return succeeded(QJsonObject{{QStringLiteral("batches"), batches}, {QStringLiteral("events"), events}});
}

// What the archive knows of one message and of each person with it.
class ExposureScan {
 public:
  ExposureScan(QString room, qint64 message) : room_(std::move(room)), message_(message) {}

  bool posted() const { return !posted_.isNull(); }
  Status run(const QString& directory) {
    ArchiveFilter filter;
    filter.room = room_;
    return ArchiveReader(directory).events(filter, [this](const ComplianceEvent& event) {
      take(event);
      return true;
    });
  }
  void addTo(QJsonArray& lines, const QJsonArray& readers) const {
    std::map<QByteArray, QJsonObject> people;
    for (const auto& item : readers) {
      const QJsonObject line = item.toObject();
      const auto until = Timestamp::parse(line.value(QStringLiteral("until")).toString().toLatin1());
      if (until && *until < posted_) continue;  // was out before it was written
      people[line.value(QStringLiteral("address")).toString().toUtf8()] = {
          {QStringLiteral("user"), line.value(QStringLiteral("user"))},
          {QStringLiteral("could"), line.value(QStringLiteral("why"))}};
    }
    for (const auto& [address, seen] : seen_) {
      QJsonObject& line = people[address];
      if (line.isEmpty()) line = {{QStringLiteral("user"), seen.name}, {QStringLiteral("could"), QString()}};
      line.insert(QStringLiteral("present"), seen.wasThere);
      line.insert(QStringLiteral("read"), QString::fromLatin1(seen.firstRead));
    }
    for (auto& [address, line] : people) {
      line.insert(QStringLiteral("address"), QString::fromUtf8(address));
      lines.append(line);
    }
  }

 private:
  struct Seen {
    QString name;
    bool there = false;
    bool wasThere = false;  // when the message came
    QByteArray firstRead;
  };

  void take(const ComplianceEvent& event) {
    const bool is = event.messageId == static_cast<ChatId>(message_);
    if (event.kind == ComplianceKind::Post && is) {
      posted_ = event.time;
      for (auto& [address, seen] : seen_) seen.wasThere = seen.there;
    }
    // An administrator at the server's own machine has no address.
    const QByteArray who = event.user.uri.isEmpty() ? event.user.name.toUtf8() : event.user.uri;
    const bool reads = event.kind == ComplianceKind::HistoryRead || event.kind == ComplianceKind::Search ||
                       event.kind == ComplianceKind::AdminRead;
    const bool comesOrGoes = event.kind == ComplianceKind::Join || event.kind == ComplianceKind::Part;
    if (!comesOrGoes && !(reads && gave(event))) return;
    Seen& seen = seen_[who];
    seen.name = event.user.name;
    if (comesOrGoes) {
      seen.there = event.kind == ComplianceKind::Join;
    } else if (seen.firstRead.isEmpty()) {
      seen.firstRead = event.time.toXccos();
    }
  }
  bool gave(const ComplianceEvent& event) const {
    const QJsonObject known = QJsonDocument::fromJson(event.extension).object();
    return known.value(QStringLiteral("messages")).toArray().contains(message_);
  }

  const QString room_;
  const qint64 message_;
  Timestamp posted_;
  std::map<QByteArray, Seen> seen_;
};

QJsonObject exposure(const QString& dataDir, const AdminArguments& arguments) {
  bool number = false;
  const qint64 message = arguments.text("message").toLongLong(&number);
  if (!number || message < 1) {
    return refused(ErrorCode::InvalidArgument,
                   QStringLiteral("\"%1\" is no number of a message.").arg(arguments.text("message")));
  }
  const QString room = arguments.text("room");
  const auto readers = askPool(dataDir, QStringLiteral("room readers"), {{QStringLiteral("room"), room}});
  if (!readers) return failedAnswer(readers.error());
  const auto shown = askPool(dataDir, QStringLiteral("room show"), {{QStringLiteral("room"), room}});
  if (!shown) return failedAnswer(shown.error());
  ExposureScan scan(shown->toObject().value(QStringLiteral("address")).toString(), message);
  if (const Status read = scan.run(archiveOf(dataDir)); !read) return failedAnswer(read.error());
  if (!scan.posted()) {
    return refused(ErrorCode::NotFound,
                   QStringLiteral("The archive does not hold message %1 of the room %2.").arg(message).arg(room));
  }
  QJsonArray lines;
  scan.addTo(lines, readers->toArray());
  return succeeded(lines);
}

}  // namespace
}  // namespace ArchiveWork

QJsonObject runOnArchive(const Invocation& invocation, const Server::AdminArguments& arguments, bool dryRun) {
  const QByteArray verb(invocation.verb->name);
  if (verb == "archive verify") return ArchiveWork::verify(invocation.dataDir, arguments);
  if (verb == "archive search") return ArchiveWork::search(invocation.dataDir, arguments);
  if (verb == "archive export") return ArchiveWork::exportEvents(invocation.dataDir, arguments, dryRun);
  if (verb == "archive replay") return ArchiveWork::replay(invocation.dataDir, arguments, dryRun);
  return ArchiveWork::exposure(invocation.dataDir, arguments);
}

}  // namespace Parlour::Ctl
