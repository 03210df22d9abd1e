// SPDX-License-Identifier: Apache-2.0
#include "server-sim/Settings.h"

#include <sys/resource.h>

#include <QHostAddress>
#include <algorithm>

namespace Parlour::Server {
namespace {

// Databases, logs and listeners need files too (sofia-sip 4: running out of them is a trap).
constexpr int kFilesForOthers = 128;
constexpr rlim_t kManyFiles = 1'000'000;
constexpr int kManyConnections = 50'000;
constexpr int kFewConnections = 800;  // where the limit of files cannot be asked for
constexpr int kFewestConnections = 8;

}  // namespace

Result<ListenAddress> parseListenAddress(const QString& text) {
  const QString scheme = text.section(QLatin1Char(':'), 0, 0);
  QString host = text.section(QLatin1Char(':'), 1, -2);
  bool ok = false;
  const int port = text.section(QLatin1Char(':'), -1).toInt(&ok);
  if (host == QLatin1String("localhost")) host = QStringLiteral("127.0.0.1");
  host.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
  const QHostAddress literal(host);
  if (literal.isNull() || !ok || port < 0 || port > 65'535) {
    return Error::make(
        ErrorCode::InvalidArgument,
        QStringLiteral("\"%1\" is not an address to listen on: use tcp:IP:PORT or tls:IP:PORT.").arg(text));
  }
  const auto protocol = scheme == QLatin1String("tls") ? Sip::Protocol::Tls : Sip::Protocol::Tcp;
  return ListenAddress{protocol, literal.toString().toLatin1(), static_cast<quint16>(port)};
}

QString listenText(Sip::Protocol protocol, const QByteArray& host, quint16 port) {
  const QString literal = QString::fromLatin1(host);
  const QString shown = literal.contains(QLatin1Char(':')) ? QLatin1Char('[') + literal + QLatin1Char(']') : literal;
  return QStringLiteral("%1:%2:%3")
      .arg(protocol == Sip::Protocol::Tls ? QStringLiteral("tls") : QStringLiteral("tcp"), shown)
      .arg(port);
}

Result<WebServerOptions> webOptions(const ServerConfig& config) {
  const bool named = config.web.listen.startsWith(QLatin1String("tls:"));
  const auto address = parseListenAddress(named ? config.web.listen : QStringLiteral("tcp:") + config.web.listen);
  if (!address) return address.error();
  WebServerOptions options;
  options.http.host = address->host;
  options.http.port = address->port;
  options.http.encrypted = named || !QHostAddress(QString::fromLatin1(address->host)).isLoopback();
  options.http.certificateFile = config.web.certificateFile.toUtf8();
  options.hostName = config.frontEnd.hostName;
  options.metrics = config.web.metrics;
  // A transfer keeps a thread while it moves; pages have theirs beside.
  if (config.files.enabled) options.http.limits.workers += config.files.transfers;
  options.sessions.idleMs = qint64{config.web.idleMinutes} * 60'000;
  options.sessions.totalMs = qint64{config.web.sessionHours} * 3'600'000;
  options.signIn.open = config.frontEnd.openSignIn;
  options.signIn.lockOut.maxFailures = config.frontEnd.lockOutFailures;
  options.signIn.lockOut.lockMs = qint64{config.frontEnd.lockOutSeconds} * 1'000;
  return options;
}

void completeForDomain(ServerConfig& config, const QByteArray& domain) {
  config.frontEnd.domain = domain;
  config.frontEnd.poolUri = "sip:GC-1-PersistentChatService-1@" + domain;
  config.frontEnd.lookupUri = "sip:ocschat@" + domain;
  config.channel.poolUri = config.frontEnd.poolUri;
  config.channel.serverName = config.frontEnd.hostName.toLower();
  config.channel.roomManagementUrl = config.frontEnd.webManagerUrl;
}

Sip::SofiaOptions transportOptions(const ServerConfig& config) {
  Sip::SofiaOptions options;
  options.certificateDirectory = (config.dataDir + QStringLiteral("/tls")).toUtf8();
  options.maxMessageBytes = config.maxMessageBytes;
  const ConnectionConfig& connections = config.connections;
  options.maxConnections = raiseFileLimit(connections.most);
  options.connectionsPerAddress = connections.perAddress;
  options.newConnectionsPerAddress = connections.newPerAddress;
  options.limitLoopback = config.frontEnd.load.limitLoopback;
  options.firstRequestTimeout = connections.firstRequestSeconds * 1'000;
  options.partialMessageTimeout = connections.messageSeconds * 1'000;
  options.keepaliveInterval = connections.pingSeconds * 1'000;
  options.pongTimeout = connections.pongSeconds * 1'000;
  options.queueMessages = config.sendQueueMessages;
  // ChatDialogs decides who is too slow, by time as well; these are only the last line of defence.
  options.maxUnansweredInfos = std::max(config.frontEnd.maxUnansweredInfos * 2, 100'000);
  options.maxUnansweredInfoBytes = qint64{config.frontEnd.maxUnansweredBytes} * 2;
  return options;
}

int raiseFileLimit(int wantedConnections) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return wantedConnections > 0 ? wantedConnections : kFewConnections;
  if (limit.rlim_cur < limit.rlim_max) {
    rlimit raised = limit;
    raised.rlim_cur = limit.rlim_max == RLIM_INFINITY ? kManyFiles : limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
  }
  const int files = static_cast<int>(std::min<rlim_t>(limit.rlim_cur, kManyFiles)) - kFilesForOthers;
  // The headroom holds connections that are only told to come back.
  const int fit = std::max(kFewestConnections, files - Sip::connectionHeadroom(files));
  return std::min(wantedConnections > 0 ? wantedConnections : kManyConnections, fit);
}

}  // namespace Parlour::Server
