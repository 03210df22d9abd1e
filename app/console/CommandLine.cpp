// SPDX-License-Identifier: Apache-2.0
#include "app/console/CommandLine.h"

#include <QCommandLineParser>
#include <QFile>
#include <QStandardPaths>
#include <QSysInfo>
#include <algorithm>

namespace Parlour::Console {
namespace {

constexpr qint64 kMaxPasswordBytes = 1'024;
constexpr int kMaxTimeLimitSeconds = 86'400;

void addOptions(QCommandLineParser& parser) {
  parser.setApplicationDescription(QStringLiteral("Parlour's client without a window, for scripts, bots and tests."));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addOptions({
      {QStringLiteral("user"), QStringLiteral("Sign-in address, name@domain."), QStringLiteral("ADDRESS")},
      {QStringLiteral("server"), QStringLiteral("Server to connect to; without it the domain is looked up."),
       QStringLiteral("HOST:PORT")},
      {QStringLiteral("tcp"), QStringLiteral("Plain TCP instead of TLS.")},
      {QStringLiteral("fingerprint"),
       QStringLiteral("Accepts the server's certificate with this SHA-256 fingerprint, as parlour-server prints it."),
       QStringLiteral("SHA256")},
      {QStringLiteral("password-file"),
       QStringLiteral("File whose first line is the password (or set PARLOUR_PASSWORD)."), QStringLiteral("FILE")},
      {QStringLiteral("e"),
       QStringLiteral("Runs this command; may be repeated. Without it commands are read from standard input."),
       QStringLiteral("COMMAND")},
      {QStringLiteral("json"), QStringLiteral("Prints every event as one line of JSON.")},
      {QStringLiteral("trace"), QStringLiteral("Prints every SIP message to standard error, secrets masked.")},
      {QStringLiteral("time-limit"), QStringLiteral("Seconds a command may take (30)."), QStringLiteral("SECONDS"),
       QStringLiteral("30")},
      {QStringLiteral("profile"), QStringLiteral("Directory for this computer's settings of the account."),
       QStringLiteral("DIR")},
      {QStringLiteral("computer"), QStringLiteral("Name of this computer; tells endpoints of one user apart."),
       QStringLiteral("NAME")},
  });
}

Status readPassword(const QCommandLineParser& parser, Core::SignInRequest& account) {
  if (!parser.isSet(QStringLiteral("password-file"))) {
    account.password = qEnvironmentVariable("PARLOUR_PASSWORD");
    return success();
  }
  QFile file(parser.value(QStringLiteral("password-file")));
  if (!file.open(QIODevice::ReadOnly)) {
    return Error::make(ErrorCode::NotFound,
                       QStringLiteral("Cannot read the password file: %1.").arg(file.errorString()));
  }
  QByteArray line = file.readLine(kMaxPasswordBytes + 3);  // a line end and readLine's own end
  if (line.endsWith('\n')) line.chop(1);
  if (line.endsWith('\r')) line.chop(1);
  if (line.size() > kMaxPasswordBytes) {
    return Error::make(ErrorCode::LimitExceeded, QStringLiteral("The first line of the password file is too long."));
  }
  account.password = QString::fromUtf8(line);
  return success();
}

Status readServer(const QString& text, Core::SignInRequest& account) {
  const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
  bool ok = false;
  const int port = text.mid(colon + 1).toInt(&ok);
  QString host = text.left(std::max<qsizetype>(colon, 0));
  if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']'))) host = host.mid(1, host.size() - 2);
  if (host.isEmpty() || !ok || port < 1 || port > 65'535) {
    return Error::make(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is not HOST:PORT.").arg(text));
  }
  account.host = host;
  account.port = static_cast<quint16>(port);
  return success();
}

Status readTimeLimit(const QString& text, int& seconds) {
  bool ok = false;
  seconds = text.toInt(&ok);
  if (ok && seconds >= 1 && seconds <= kMaxTimeLimitSeconds) return success();
  return Error::make(
      ErrorCode::InvalidArgument,
      QStringLiteral("--time-limit: \"%1\" is not a number from 1 to %2.").arg(text).arg(kMaxTimeLimitSeconds));
}

}  // namespace

Result<Options> parseOptions(const QStringList& arguments) {
  QCommandLineParser parser;
  addOptions(parser);
  if (!parser.parse(arguments)) return Error::make(ErrorCode::InvalidArgument, parser.errorText());
  if (parser.isSet(QStringLiteral("help"))) return Error::make(ErrorCode::Cancelled, parser.helpText());
  if (parser.isSet(QStringLiteral("version"))) {
    return Error::make(ErrorCode::Cancelled, QStringLiteral("parlour-console " PARLOUR_VERSION));
  }
  if (!parser.positionalArguments().isEmpty()) {
    return Error::make(ErrorCode::InvalidArgument,
                       QStringLiteral("\"%1\" is not an option; commands stand behind -e. See --help.")
                           .arg(parser.positionalArguments().first()));
  }
  Options options;
  if (parser.isSet(QStringLiteral("user"))) {
    const auto user = SipUri::parse(parser.value(QStringLiteral("user")).toUtf8());
    if (!user) return user.error();
    options.account.address = *user;
  }
  if (parser.isSet(QStringLiteral("server"))) {
    const auto server = readServer(parser.value(QStringLiteral("server")), options.account);
    if (!server) return server.error();
  }
  const auto password = readPassword(parser, options.account);
  if (!password) return password.error();
  options.account.tls = !parser.isSet(QStringLiteral("tcp"));
  options.commands = parser.values(QStringLiteral("e"));
  options.fingerprint = parser.value(QStringLiteral("fingerprint")).remove(QLatin1Char(':')).toLower();
  options.json = parser.isSet(QStringLiteral("json"));
  options.trace = parser.isSet(QStringLiteral("trace"));
  const auto timeLimit = readTimeLimit(parser.value(QStringLiteral("time-limit")), options.timeLimitSeconds);
  if (!timeLimit) return timeLimit.error();
  options.profileDir = parser.isSet(QStringLiteral("profile"))
                           ? parser.value(QStringLiteral("profile"))
                           : QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
  options.computerName = parser.isSet(QStringLiteral("computer")) ? parser.value(QStringLiteral("computer")).toUtf8()
                                                                  : QSysInfo::machineHostName().toUtf8();
  return options;
}

Result<QStringList> splitCommand(const QString& line) {
  QStringList words;
  QString word;
  bool quoted = false;
  bool begun = false;
  for (qsizetype i = 0; i < line.size(); ++i) {
    const QChar c = line[i];
    if (c == QLatin1Char('\\') && i + 1 < line.size()) {
      word += line[++i];
      begun = true;
    } else if (c == QLatin1Char('"')) {
      quoted = !quoted;
      begun = true;
    } else if (c.isSpace() && !quoted) {
      if (begun) words.append(word);
      word.clear();
      begun = false;
    } else {
      word += c;
      begun = true;
    }
  }
  if (quoted) return Error::make(ErrorCode::InvalidArgument, QStringLiteral("A quotation mark is missing."));
  if (begun) words.append(word);
  return words;
}

}  // namespace Parlour::Console
