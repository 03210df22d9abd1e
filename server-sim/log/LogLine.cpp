// SPDX-License-Identifier: Apache-2.0
#include "server-sim/log/LogLine.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace Parlour::Server {
namespace {

QByteArray onOneLine(const QByteArray& text) {
  QByteArray line;
  for (const char letter : text) {
    if (letter == '\n' || letter == '\r' || letter == '\t') {
      line += ' ';
    } else {
      const auto code = static_cast<unsigned char>(letter);
      line += code < 0x20 || code == 0x7f ? '?' : letter;
    }
  }
  return line;
}

QByteArray asJson(const LogLine& line) {
  QJsonObject object{{QStringLiteral("time"), QString::fromLatin1(line.time.toXccos())},
                     {QStringLiteral("level"), QString::fromLatin1(logLevelName(line.level))},
                     {QStringLiteral("category"), QString::fromUtf8(line.category)},
                     {QStringLiteral("message"), QString::fromUtf8(line.text)}};
  for (const LogScope::Field& field : line.fields) {
    const QString value = QString::fromLatin1(field.value);
    object.insert(QString::fromLatin1(field.name),
                  field.isNumber ? QJsonValue(static_cast<qint64>(value.toULongLong())) : QJsonValue(value));
  }
  return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray asText(const LogLine& line) {
  QByteArray text = line.time.toXccos() + ' ' + QByteArray(logLevelName(line.level)).leftJustified(7) + ' ' +
                    line.category + ": " + onOneLine(line.text);
  for (const LogScope::Field& field : line.fields) text += ' ' + field.name + '=' + field.value;
  return text;
}

}  // namespace

LogLevel logLevelOf(QtMsgType type) {
  switch (type) {
    case QtDebugMsg:
      return LogLevel::Debug;
    case QtInfoMsg:
      return LogLevel::Info;
    case QtWarningMsg:
      return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
      return LogLevel::Error;
  }
  return LogLevel::Error;
}

const char* logLevelName(LogLevel level) {
  switch (level) {
    case LogLevel::Debug:
      return "debug";
    case LogLevel::Info:
      return "info";
    case LogLevel::Warning:
      return "warning";
    case LogLevel::Error:
      return "error";
  }
  return "error";
}

QByteArray formatLogLine(const LogLine& line, LogFormat format) {
  return format == LogFormat::Json ? asJson(line) : asText(line);
}

QByteArray withoutSecrets(const QByteArray& text) {
  static const QRegularExpression header(
      QStringLiteral(
          "((?:proxy-)?authorization|authentication-info|cookie|set-cookie|x-parlour-token)(\\s*:\\s*)[^\\r\\n]+"),
      QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression pair(
      QStringLiteral(
          "(\"?\\b(?:password|passwd|pwd|secret|token|response|cnonce|nonce|opaque|gssapi-data)\\b\"?)(\\s*[=:]\\s*)"
          "(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s,;&]+)"),
      QRegularExpression::CaseInsensitiveOption);
  QString clean = QString::fromUtf8(text);
  clean.replace(header, QStringLiteral("\\1\\2***"));
  clean.replace(pair, QStringLiteral("\\1\\2***"));
  return clean.toUtf8();
}

}  // namespace Parlour::Server
