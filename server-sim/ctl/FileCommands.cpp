// SPDX-License-Identifier: Apache-2.0
#include "server-sim/ctl/FileCommands.h"

#include <QFileInfo>
#include <QJsonArray>

#include "protocol/support/Clock.h"
#include "protocol/support/WholeFile.h"
#include "protocol/support/sqlite/Database.h"
#include "server-sim/control/AdminArguments.h"
#include "server-sim/control/AdminCommands.h"
#include "server-sim/ctl/Account.h"
#include "server-sim/ctl/ArchiveCommands.h"
#include "server-sim/ctl/Doctor.h"
#include "server-sim/ctl/Pool.h"
#include "server-sim/transfer/Backup.h"
#include "server-sim/transfer/Export.h"
#include "server-sim/transfer/Import.h"

namespace Parlour::Ctl {
namespace {

using Server::AdminArguments;
using Server::AuditEntry;
using Server::BackupFacts;
using Server::TransferReport;

QJsonObject succeeded(const QJsonObject& result) {
  return {{QStringLiteral("ok"), true}, {QStringLiteral("result"), result}};
}

// Of what is done to the data as a whole, by whom, with which file.
AuditEntry auditEntry(const QByteArray& action, const QString& file) {
  const SystemClock clock;
  const QByteArray actor = Server::localAdministrator(ownAccount()).name;
  return {clock.now(), actor, action, QFileInfo(file).fileName().toUtf8(), {}, {}};
}

QJsonObject reportJson(const TransferReport& report) {
  QJsonArray rows;
  for (const TransferReport::Row& row : report.rows()) {
    rows.append(QJsonObject{{QStringLiteral("kind"), row.kind},
                            {QStringLiteral("name"), row.name},
                            {QStringLiteral("outcome"), Server::transferOutcomeName(row.outcome)},
                            {QStringLiteral("count"), row.count},
                            {QStringLiteral("why"), row.why}});
  }
  return {{QStringLiteral("rows"), rows}, {QStringLiteral("text"), report.toText()}};
}

QJsonObject answerReport(const Result<TransferReport>& report, const AdminArguments& arguments) {
  if (!report) return Server::failedAnswer(report.error());
  if (arguments.has("report")) {
    WholeFile page(arguments.text("report"));
    const QByteArray html = report->toHtml(QFileInfo(arguments.text("file")).fileName()).toUtf8();
    if (!page.open(QFile::WriteOnly) || page.write(html) != html.size() || !page.commit()) {
      return Server::failedAnswer(Error::make(
          ErrorCode::Storage,
          QStringLiteral("The data is done, but the report could not be written: %1.").arg(page.errorString())));
    }
  }
  return succeeded(reportJson(*report));
}

// By name through the rules of names that the pool has.
Result<CategoryUri> categoryAddress(const QString& dataDir, const QString& text) {
  if (const auto uri = CategoryUri::parse(text.toUtf8())) return *uri;
  auto pool = openPool(dataDir);
  if (!pool) return pool.error();
  const auto answer = (*pool)->ask({{QStringLiteral("verb"), QStringLiteral("category show")},
                                    {QStringLiteral("arguments"), QJsonObject{{QStringLiteral("category"), text}}}});
  if (!answer) return answer.error();
  const QJsonObject result = answer->value(QStringLiteral("result")).toObject();
  if (result.isEmpty()) {
    return Error::make(ErrorCode::NotFound, QStringLiteral("There is no category \"%1\".").arg(text));
  }
  return CategoryUri::parse(result.value(QStringLiteral("address")).toString().toUtf8());
}

QJsonObject exportData(const QString& dataDir, const AdminArguments& arguments, bool dryRun) {
  if (dryRun) {
    return Server::failedAnswer(
        Error::make(ErrorCode::InvalidArgument, QStringLiteral("An export changes nothing; there is no dry run.")));
  }
  Server::ExportOptions options;
  options.from = arguments.time("from").value_or(Timestamp{});
  if (arguments.has("level")) {
    const auto level = Server::parseExportLevel(arguments.text("level"));
    if (!level) return Server::failedAnswer(level.error());
    options.level = *level;
  }
  for (const QString& text : arguments.list("only-category")) {
    const auto category = categoryAddress(dataDir, text);
    if (!category) return Server::failedAnswer(category.error());
    options.categories.push_back(*category);
  }
  const SystemClock clock;
  return answerReport(Server::exportDataDirectory(dataDir, arguments.text("file"), options, clock.now()), arguments);
}

QJsonObject importData(const QString& dataDir, const AdminArguments& arguments, bool dryRun) {
  Server::ImportOptions options;
  options.dryRun = dryRun;
  options.audit = auditEntry("data.import", arguments.text("file"));
  return answerReport(Server::importDataDirectory(dataDir, arguments.text("file"), options), arguments);
}

QJsonObject answerFacts(const Result<BackupFacts>& facts) {
  if (!facts) return Server::failedAnswer(facts.error());
  return succeeded({{QStringLiteral("domain"), QString::fromUtf8(facts->domain)},
                    {QStringLiteral("schema"), facts->schema},
                    {QStringLiteral("users"), facts->users},
                    {QStringLiteral("categories"), facts->categories},
                    {QStringLiteral("rooms"), facts->rooms},
                    {QStringLiteral("messages"), facts->messages}});
}

// A backup that could not be restored is none, so it is verified at once.
QJsonObject createBackup(const QString& dataDir, const AdminArguments& arguments, bool dryRun) {
  const QString path = arguments.text("file");
  const QString source = dataDir + QStringLiteral("/chat.db");
  Error problem = Error::make(ErrorCode::Conflict, QStringLiteral("The file %1 exists already.").arg(path));
  if (QFileInfo::exists(path)) return Server::failedAnswer(problem);
  problem = Error::make(ErrorCode::NotFound, QStringLiteral("%1 holds no data of a Parlour server.").arg(dataDir));
  if (!QFileInfo::exists(source)) return Server::failedAnswer(problem);
  if (dryRun) return succeeded({{QStringLiteral("file"), path}});
  auto database = Sqlite::Database::open(source, {Sqlite::Access::ReadOnly});
  if (!database) return Server::failedAnswer(database.error());
  const Status copied = database->backupTo(path);
  return copied ? answerFacts(Server::verifyBackup(path)) : Server::failedAnswer(copied.error());
}

QJsonObject restore(const QString& dataDir, const AdminArguments& arguments, bool dryRun) {
  const QString path = arguments.text("file");
  if (dryRun) return answerFacts(Server::verifyBackup(path));
  return answerFacts(Server::restoreBackup(path, dataDir, true, auditEntry("backup.restore", path)));
}

}  // namespace

QJsonObject runOnFiles(const Invocation& invocation, bool dryRun) {
  const auto arguments = AdminArguments::read(*invocation.verb, invocation.arguments);
  if (!arguments) return Server::failedAnswer(arguments.error());
  const QByteArray verb(invocation.verb->name);
  if (verb.startsWith("archive ") || verb == "exposure") return runOnArchive(invocation, *arguments, dryRun);
  if (verb == "doctor") return runDoctor(invocation.dataDir);
  if (verb == "data export") return exportData(invocation.dataDir, *arguments, dryRun);
  if (verb == "data import") return importData(invocation.dataDir, *arguments, dryRun);
  if (verb == "backup create") return createBackup(invocation.dataDir, *arguments, dryRun);
  if (verb == "backup verify") return answerFacts(Server::verifyBackup(arguments->text("file")));
  if (verb == "backup restore") return restore(invocation.dataDir, *arguments, dryRun);
  return Server::failedAnswer(Error::make(ErrorCode::NotSupported, QStringLiteral("This cannot be done on files.")));
}

}  // namespace Parlour::Ctl
