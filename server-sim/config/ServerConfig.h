// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include "protocol/support/Result.h"
#include "server-sim/channel/ChannelService.h"
#include "server-sim/compliance/ComplianceConfig.h"
#include "server-sim/files/FileSettings.h"
#include "server-sim/frontend/FrontEndSettings.h"
#include "server-sim/log/LogLine.h"
#include "server-sim/metrics/MetricsAccess.h"

namespace Parlour::Server {

// The room-management web service.
struct WebConfig {
  QString listen;           // "127.0.0.1:8080", or "tls:…" for TLS on loopback too; port 0: any free one; empty: off
  QString certificateFile;  // PEM with certificate and key; empty: the certificate of the SIP listeners
  int idleMinutes = 30;
  int sessionHours = 12;
  MetricsAccess metrics = MetricsAccess::Loopback;
};

// SIP connections; 0 in `most`: as many as the limit of open files allows.
struct ConnectionConfig {
  int most = 0;
  int perAddress = 2'000;
  int newPerAddress = 4'000;  // in ten seconds
  int firstRequestSeconds = 30;
  int messageSeconds = 30;
  int pingSeconds = 60;  // 0: no pings
  int pongSeconds = 20;
};

// Everything parlour-server can be told, typed and with safe defaults. Sources, the later wins:
// defaults, configuration file, command line.
struct ServerConfig {
  QString dataDir;
  QString organisationFile;               // --org; empty: none
  bool demo = false;                      // demo organisation and its bots
  bool printConfig = false;               // print the effective configuration and end
  bool allowPlaintext = false;            // plain TCP on other addresses than loopback (DESIGN 5)
  QStringList faults;                     // what goes wrong on purpose (FaultPlan.h); from the command line alone
  QStringList listen;                     // "tcp:127.0.0.1:5060", "tls:0.0.0.0:5061"; port 0: any free one
  int maxMessageBytes = 2 * 1024 * 1024;  // one SIP message
  int pageReaders = 1;                    // threads of the store
  int sendQueueMessages = 256;            // per connection, then the send fails
  ConnectionConfig connections;
  FrontEndSettings frontEnd;
  ChannelSettings channel;
  WebConfig web;
  FileSettings files;
  ComplianceConfig compliance;
  LogOptions log;
};

// One setting: its key in the file ("chat.default-history") is also its command-line option.
struct ConfigKey {
  enum class Kind { Flag, Number, Text };  // how the file writes it: true, 30, "text"
  Kind kind;
  const char* name;
  const char* help;
  Status (*set)(ServerConfig& config, const QString& value);
  QString (*get)(const ServerConfig& config);
};

const QList<ConfigKey>& configKeys();

// Reads a TOML file into `config`; unknown keys and wrong types are errors with their line.
Status readConfigFile(const QString& path, ServerConfig& config);
// The effective configuration as a TOML file with a comment for every key.
QString printConfig(const ServerConfig& config);

// Parses the command line (first item is the program). `text` of the error is ready to print; --help and
// --version come back as an error with code Cancelled and the text to print.
Result<ServerConfig> parseCommandLine(const QStringList& arguments);
// What cannot be: no data directory, plain TCP beyond loopback, open sign-in beyond loopback.
Status checkConfig(const ServerConfig& config);

}  // namespace Parlour::Server
