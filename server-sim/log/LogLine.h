// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include "protocol/support/Clock.h"
#include "server-sim/log/LogScope.h"

namespace Parlour::Server {

enum class LogFormat { Text, Json };
enum class LogLevel { Debug, Info, Warning, Error };

struct LogOptions {
  LogFormat format = LogFormat::Text;
  LogLevel level = LogLevel::Info;
};

struct LogLine {
  Timestamp time;
  LogLevel level = LogLevel::Info;
  QByteArray category;  // "parlour.sip"
  QByteArray text;      // UTF-8
  std::vector<LogScope::Field> fields;
};

LogLevel logLevelOf(QtMsgType type);
// "debug", "info", "warning", "error".
const char* logLevelName(LogLevel level);

// One line without its end, in text for people or as one JSON object; control characters cannot break it.
QByteArray formatLogLine(const LogLine& line, LogFormat format);
// Replaces what looks like a password, a token or other credentials by "***". The last line of defence: nothing secret
// should get here at all.
QByteArray withoutSecrets(const QByteArray& text);

}  // namespace Parlour::Server
