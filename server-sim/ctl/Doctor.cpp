// SPDX-License-Identifier: Apache-2.0
#include "server-sim/ctl/Doctor.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QStorageInfo>

#include "server-sim/ctl/DoctorChecks.h"
#include "server-sim/ctl/OnlinePool.h"

namespace Parlour::Ctl {
namespace {

QString verdictWord(Verdict verdict) {
  switch (verdict) {
    case Verdict::Ok:
      return QStringLiteral("ok");
    case Verdict::Warn:
      return QStringLiteral("warn");
    case Verdict::Fail:
      return QStringLiteral("fail");
  }
  return {};
}

QJsonObject resultOf(Pool& pool, const char* verb) {
  const auto answer = pool.ask({{QStringLiteral("verb"), QLatin1String(verb)}});
  return answer ? answer->value(QStringLiteral("result")).toObject() : QJsonObject();
}

QList<Finding> findingsOfServer(const QString& dataDir) {
  auto connection = Server::ControlSocket::connect(dataDir);
  if (!connection) {
    return {{QStringLiteral("server"), Verdict::Warn, QStringLiteral("No server runs on this data."),
             QStringLiteral("Start it; what it listens on and how it is set up is looked at while it runs.")}};
  }
  OnlinePool pool(std::move(*connection));
  const QJsonObject facts = resultOf(pool, "pool status");
  QList<Finding> findings = DoctorChecks::health(resultOf(pool, "status"));
  for (const auto& address : facts.value(QStringLiteral("addresses")).toArray()) {
    findings.append(DoctorChecks::listener(address.toString()));
  }
  const QString web = facts.value(QStringLiteral("web")).toString();
  if (!web.isEmpty()) findings.append(DoctorChecks::web(web));
  return findings + DoctorChecks::configuration(facts);
}

QList<Finding> findingsOfData(const QString& dataDir) {
  QList<Finding> findings{DoctorChecks::dataDirectory(dataDir)};
  const QFileInfo database(dataDir + QStringLiteral("/chat.db"));
  if (!database.exists()) {
    findings.append({QStringLiteral("database"), Verdict::Fail,
                     QStringLiteral("%1 holds no data of a Parlour server.").arg(dataDir),
                     QStringLiteral("Say the right directory with --data.")});
    return findings;
  }
  const QDateTime now = QDateTime::currentDateTimeUtc();
  const QStorageInfo disk(dataDir);
  findings.append(DoctorChecks::diskSpace(disk.bytesAvailable(), disk.bytesTotal()));
  findings.append(DoctorChecks::database(database.filePath()));
  findings.append(DoctorChecks::certificate(dataDir + QStringLiteral("/tls/agent.pem"), now));
  findings.append(DoctorChecks::clock(DoctorChecks::isClockSynchronised(), database.lastModified(), now));
  return findings + findingsOfServer(dataDir);
}

}  // namespace

QJsonObject runDoctor(const QString& dataDir) {
  QJsonArray checks;
  int failed = 0;
  int warned = 0;
  for (const Finding& finding : findingsOfData(dataDir)) {
    failed += finding.verdict == Verdict::Fail ? 1 : 0;
    warned += finding.verdict == Verdict::Warn ? 1 : 0;
    checks.append(QJsonObject{{QStringLiteral("check"), finding.check},
                              {QStringLiteral("result"), verdictWord(finding.verdict)},
                              {QStringLiteral("text"), finding.text},
                              {QStringLiteral("advice"), finding.advice}});
  }
  const QJsonObject result{
      {QStringLiteral("checks"), checks}, {QStringLiteral("failed"), failed}, {QStringLiteral("warned"), warned}};
  return {{QStringLiteral("ok"), true}, {QStringLiteral("result"), result}};
}

}  // namespace Parlour::Ctl
