// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/Stage.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include "tests/perf/load/Measurement.h"

namespace Parlour::Perf {
namespace {

constexpr qint64 kLogTailBytes = 1'000;

}  // namespace

QString Stage::file(const QString& name) const {
  return kept_.isEmpty() ? directory_.filePath(name) : QDir(kept_).filePath(name);
}

Status Stage::prepare(const OrganisationShape& shape) const {
  if (kept_.isEmpty() && !directory_.isValid())
    return runError(QStringLiteral("No temporary directory: ") + directory_.errorString());
  if (!kept_.isEmpty() && !QDir().mkpath(kept_)) return runError(QStringLiteral("No directory ") + kept_);
  return OrganisationFile::write(file(QStringLiteral("organisation.json")), shape);
}

Result<ServerProcess> Stage::start(const RunOptions& options, bool withOrganisation) const {
  QStringList arguments = {QStringLiteral("--data"), file(QStringLiteral("data")), QStringLiteral("--open-sign-in"),
                           QStringLiteral("--listen"), QStringLiteral("tcp:127.0.0.1:0")};
  arguments += options.serverOptions;
  if (withOrganisation) arguments << QStringLiteral("--org") << file(QStringLiteral("organisation.json"));
  return ServerProcess::start(options.server, arguments, file(QStringLiteral("server.log")));
}

Result<ServerProcess> Stage::startFloor(const RunOptions& options, int membersPerRoom, bool coalesce) const {
  QStringList arguments = {QStringLiteral("--data"), file(QString()), QStringLiteral("--members"),
                           QString::number(membersPerRoom)};
  if (coalesce) arguments << QStringLiteral("--coalesce");
  return ServerProcess::start(options.floor, arguments, file(QStringLiteral("server.log")));
}

QString Stage::logTail() const {
  QFile log(file(QStringLiteral("server.log")));
  if (!log.open(QIODevice::ReadOnly)) return {};
  log.seek(std::max<qint64>(0, log.size() - kLogTailBytes));
  return QString::fromUtf8(log.readAll());
}

SteadyTime soon(double seconds) {
  return std::chrono::steady_clock::now() + std::chrono::microseconds(static_cast<long long>(seconds * 1e6));
}

Error runError(const QString& text, const std::vector<std::string>& failures) {
  return Error::make(ErrorCode::Internal, text,
                     failures.empty() ? QString() : QString::fromStdString(failures.front()));
}

Check checkThat(const QString& what, bool passed) { return Check{what, passed}; }

Check stopCheck(ServerProcess& server) { return checkThat(QStringLiteral("server ends in order"), server.stop()); }

SignInPlan planFor(const ServerProcess& server, int historyMessages) {
  SignInPlan plan;
  plan.port = server.port();
  plan.historyMessages = historyMessages;
  return plan;
}

void addLatencies(QJsonObject& figures, std::vector<double>& valuesMs) {
  addPercentiles(figures, percentilesOf(valuesMs));
  QJsonArray curve;
  for (const double value : curveOf(valuesMs)) curve.append(value);
  figures.insert(QStringLiteral("curveMs"), curve);
}

}  // namespace Parlour::Perf
