// SPDX-License-Identifier: Apache-2.0
#include "server-sim/log/ServerLog.h"

#include <QLoggingCategory>
#include <atomic>
#include <cstdlib>

namespace Parlour::Server {
namespace {

// Qt's handler is a plain function.
std::atomic<ServerLog*> installedLog{nullptr};

QByteArray repeatNote(quint64 left) { return "(" + QByteArray::number(left) + " more like this were left out)"; }

}  // namespace

ServerLog::ServerLog(const LogOptions& options, const Clock& clock, Write write)
    : options_(options), clock_(clock), write_(std::move(write)) {}

ServerLog::~ServerLog() {
  if (!installed_) return;
  qInstallMessageHandler(before_);
  installedLog = nullptr;
}

void ServerLog::install() {
  // What the environment says about categories still wins.
  const auto word = [this](LogLevel level) { return level >= options_.level ? "true" : "false"; };
  QLoggingCategory::setFilterRules(QStringLiteral("parlour.*.debug=%1\nparlour.*.info=%2\nparlour.*.warning=%3")
                                       .arg(QLatin1String(word(LogLevel::Debug)), QLatin1String(word(LogLevel::Info)),
                                            QLatin1String(word(LogLevel::Warning))));
  installedLog = this;
  before_ = qInstallMessageHandler(&ServerLog::handle);
  installed_ = true;
}

void ServerLog::handle(QtMsgType type, const QMessageLogContext& context, const QString& text) {
  if (ServerLog* log = installedLog) {
    log->log(LogLine{{}, logLevelOf(type), context.category, text.toUtf8(), LogScope::fields()});
  }
  if (type == QtFatalMsg) std::abort();
}

void ServerLog::log(LogLine line) {
  if (line.level < options_.level) return;
  line.time = clock_.now();
  line.text = withoutSecrets(line.text);
  const std::lock_guard lock(mutex_);
  const auto verdict = limit_.judge(line, clock_.monotonicMs());
  if (!verdict.pass) return;
  if (verdict.left > 0) line.text += ' ' + repeatNote(verdict.left);
  write_(formatLogLine(line, options_.format));
}

}  // namespace Parlour::Server
