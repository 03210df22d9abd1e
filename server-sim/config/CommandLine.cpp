// SPDX-License-Identifier: Apache-2.0
#include <QCommandLineParser>
#include <QHostAddress>

#include "server-sim/config/ServerConfig.h"

namespace Parlour::Server {
namespace {

Error usageError(const QString& text) { return Error::make(ErrorCode::InvalidArgument, text); }

void addOptions(QCommandLineParser& parser) {
  const auto add = [&parser](const char* name, const char* help, const char* value = nullptr) {
    QCommandLineOption option(QString::fromLatin1(name), QString::fromUtf8(help));
    if (value) option.setValueName(QString::fromLatin1(value));
    parser.addOption(option);
  };
  parser.setApplicationDescription(
      QStringLiteral("Registrar, provisioning, presence and persistent chat in one process."));
  add("help", "Shows this text.");
  add("version", "Shows the version.");
  add("data", "Directory that holds the databases; made when it is missing.", "DIR");
  add("config", "Configuration file (TOML); see --print-config.", "FILE");
  add("listen", "Where to accept: tcp:IP:PORT or tls:IP:PORT, port 0 for any free one. May be repeated.", "ADDRESS");
  add("org", "Organisation to load at start (JSON).", "FILE");
  add("demo", "Loads the demo organisation and lets its bots talk.");
  add("open-sign-in", "Accepts any known user without a password; loopback only.");
  add("compliance", "Records what happens in the rooms, and gives it to the XML adapter unless another is configured.");
  add("allow-plaintext", "Accepts plain TCP on addresses other than loopback.");
  add("fault",
      "Makes something go wrong on purpose, for tests and demonstrations: 503=0.05, delay=200ms±100, drop=0.01, "
      "cut=0.001, disk-error=0.02, disk-full, disk-full=20s@10s, clock-jump=+3600s@30s, seed=7. May be repeated.",
      "SPEC");
  add("print-config", "Prints the effective configuration and ends.");
  for (const auto& key : configKeys()) add(key.name, key.help, "VALUE");
}

Status applyOptions(const QCommandLineParser& parser, ServerConfig& config) {
  config.dataDir = parser.value(QStringLiteral("data"));
  config.organisationFile = parser.value(QStringLiteral("org"));
  config.demo = parser.isSet(QStringLiteral("demo"));
  config.printConfig = parser.isSet(QStringLiteral("print-config"));
  config.faults = parser.values(QStringLiteral("fault"));
  if (parser.isSet(QStringLiteral("listen"))) config.listen = parser.values(QStringLiteral("listen"));
  if (parser.isSet(QStringLiteral("open-sign-in"))) config.frontEnd.openSignIn = true;
  if (parser.isSet(QStringLiteral("compliance"))) config.compliance.always = true;
  if (parser.isSet(QStringLiteral("allow-plaintext"))) config.allowPlaintext = true;
  for (const auto& key : configKeys()) {
    const QString name = QString::fromLatin1(key.name);
    if (!parser.isSet(name)) continue;
    const auto set = key.set(config, parser.value(name));
    if (!set) return usageError(QStringLiteral("--%1: %2").arg(name, set.error().text));
  }
  return success();
}

// The host of SCHEME:HOST:PORT; null when the text is no address to listen on.
QHostAddress listenHost(const QString& address) {
  const QString scheme = address.section(QLatin1Char(':'), 0, 0);
  if (scheme != QLatin1String("tcp") && scheme != QLatin1String("tls")) return {};
  bool number = false;
  address.section(QLatin1Char(':'), -1).toUShort(&number);
  if (!number) return {};
  QString host = address.section(QLatin1Char(':'), 1, -2);
  if (host == QLatin1String("localhost")) return QHostAddress(QHostAddress::LocalHost);
  return QHostAddress(host.remove(QLatin1Char('[')).remove(QLatin1Char(']')));
}

// TLS is taken wherever it is needed, so only the address itself can be wrong.
Status checkWeb(const ServerConfig& config) {
  if (config.web.listen.isEmpty()) return success();
  QString address = config.web.listen;
  if (!address.startsWith(QLatin1String("tls:"))) address.prepend(QLatin1String("tcp:"));
  const QHostAddress host = listenHost(address);
  if (host.isNull()) {
    return usageError(QStringLiteral("\"%1\" is not an address for web.listen: use IP:PORT.").arg(config.web.listen));
  }
  if (config.frontEnd.openSignIn && !host.isLoopback()) {
    return usageError(QStringLiteral("Open sign-in works on loopback only; the web page at %1 can be reached from "
                                     "outside.")
                          .arg(config.web.listen));
  }
  return success();
}

}  // namespace

Result<ServerConfig> parseCommandLine(const QStringList& arguments) {
  QCommandLineParser parser;
  addOptions(parser);
  if (!parser.parse(arguments)) return usageError(parser.errorText() + QStringLiteral(" See --help."));
  if (parser.isSet(QStringLiteral("help"))) return Error::make(ErrorCode::Cancelled, parser.helpText());
  if (parser.isSet(QStringLiteral("version"))) {
    return Error::make(ErrorCode::Cancelled, QStringLiteral("parlour-server " PARLOUR_VERSION));
  }
  if (!parser.positionalArguments().isEmpty()) {
    return usageError(QStringLiteral("\"%1\" is not an option. See --help.").arg(parser.positionalArguments().first()));
  }
  ServerConfig config;
  if (parser.isSet(QStringLiteral("config"))) {
    const auto read = readConfigFile(parser.value(QStringLiteral("config")), config);
    if (!read) return read.error();
  }
  const auto applied = applyOptions(parser, config);
  if (!applied) return applied.error();
  if (config.listen.isEmpty()) config.listen = {QStringLiteral("tcp:127.0.0.1:5060")};
  if (config.printConfig) return config;
  const auto checked = checkConfig(config);
  if (!checked) return checked.error();
  return config;
}

Status checkConfig(const ServerConfig& config) {
  if (config.dataDir.isEmpty()) return usageError(QStringLiteral("Say where to keep the data: --data DIR."));
  if (const Status web = checkWeb(config); !web) return web;
  for (const QString& address : config.listen) {
    const QHostAddress host = listenHost(address);
    if (host.isNull()) {
      return usageError(
          QStringLiteral("\"%1\" is not an address to listen on: use tcp:IP:PORT or tls:IP:PORT.").arg(address));
    }
    if (host.isLoopback()) continue;
    if (config.frontEnd.openSignIn) {
      return usageError(
          QStringLiteral("Open sign-in works on loopback only; %1 can be reached from outside.").arg(address));
    }
    if (address.startsWith(QLatin1String("tcp:")) && !config.allowPlaintext) {
      return usageError(
          QStringLiteral("%1 would carry passwords in the clear. Use tls:, or say --allow-plaintext.").arg(address));
    }
  }
  return success();
}

}  // namespace Parlour::Server
