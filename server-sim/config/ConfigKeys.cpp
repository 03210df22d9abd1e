// SPDX-License-Identifier: Apache-2.0
#include <QList>

#include "protocol/support/Ids.h"
#include "server-sim/config/ServerConfig.h"

namespace Parlour::Server {
namespace {

Status invalidValue(const QString& value, const QString& wanted) {
  return Error::make(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is not %2.").arg(value, wanted));
}

template <typename Number>
Status setNumber(Number& target, const QString& value, qint64 least, qint64 most) {
  bool ok = false;
  const qint64 number = value.toLongLong(&ok);
  if (!ok || number < least || number > most) {
    return invalidValue(value, QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
  }
  target = static_cast<Number>(number);
  return success();
}

Status setFlag(bool& target, const QString& value) {
  if (value == QLatin1String("true") || value == QLatin1String("false")) {
    target = value == QLatin1String("true");
    return success();
  }
  return invalidValue(value, QStringLiteral("true or false"));
}

QString flag(bool value) { return value ? QStringLiteral("true") : QStringLiteral("false"); }

// Empty, or an address in the form in which addresses are compared.
Status setAddress(QByteArray& target, const QString& value) {
  const auto address = SipUri::parse(value.toUtf8());
  if (!value.isEmpty() && !address) return invalidValue(value, QStringLiteral("a SIP address"));
  target = value.isEmpty() ? QByteArray() : address->bytes();
  return success();
}

// Addresses between commas or blanks.
Status setAddresses(std::vector<QByteArray>& target, const QString& value) {
  std::vector<QByteArray> addresses;
  const QByteArrayList words = value.toUtf8().replace(',', ' ').simplified().split(' ');
  for (const QByteArray& word : words) {
    if (word.isEmpty()) continue;
    const auto address = SipUri::parse(word);
    if (!address) return invalidValue(value, QStringLiteral("a list of SIP addresses"));
    addresses.push_back(address->bytes());
  }
  target = std::move(addresses);
  return success();
}

QString addressList(const std::vector<QByteArray>& addresses) {
  return QString::fromUtf8(QByteArrayList(addresses.begin(), addresses.end()).join(", "));
}

Status setChallenge(ChallengeForm& target, const QString& value) {
  if (value == QLatin1String("auto")) {
    target = ChallengeForm::Auto;
  } else if (value == QLatin1String("401")) {
    target = ChallengeForm::Unauthorized401;
  } else if (value == QLatin1String("407")) {
    target = ChallengeForm::ProxyAuthentication407;
  } else {
    return invalidValue(value, QStringLiteral("auto, 401 or 407"));
  }
  return success();
}

QString challengeName(ChallengeForm form) {
  switch (form) {
    case ChallengeForm::Auto:
      return QStringLiteral("auto");
    case ChallengeForm::Unauthorized401:
      return QStringLiteral("401");
    case ChallengeForm::ProxyAuthentication407:
      return QStringLiteral("407");
  }
  return {};
}

// A setting whose value is a whole number within bounds.
#define PARLOUR_NUMBER(key, help, member, least, most)                                                   \
  ConfigKey {                                                                                            \
    ConfigKey::Kind::Number, key, help,                                                                  \
        [](ServerConfig& c, const QString& v) -> Status { return setNumber(c.member, v, least, most); }, \
        [](const ServerConfig& c) { return QString::number(c.member); }                                  \
  }
// A setting that is true or false.
#define PARLOUR_FLAG(key, help, member)                                                   \
  ConfigKey {                                                                             \
    ConfigKey::Kind::Flag, key, help,                                                     \
        [](ServerConfig& c, const QString& v) -> Status { return setFlag(c.member, v); }, \
        [](const ServerConfig& c) { return flag(c.member); }                              \
  }
// A setting that is text, kept as UTF-8 bytes.
#define PARLOUR_TEXT(key, help, member)                                   \
  ConfigKey {                                                             \
    ConfigKey::Kind::Text, key, help,                                     \
        [](ServerConfig& c, const QString& v) -> Status {                 \
          c.member = v.toUtf8();                                          \
          return success();                                               \
        },                                                                \
        [](const ServerConfig& c) { return QString::fromUtf8(c.member); } \
  }

// A setting that is one of a few words.
template <typename Value>
struct ConfigWord {
  const char* word;
  Value value;
};
constexpr ConfigWord<MetricsAccess> kMetricsWords[] = {{"loopback", MetricsAccess::Loopback},
                                                       {"administrators", MetricsAccess::Administrators},
                                                       {"off", MetricsAccess::Off}};
constexpr ConfigWord<FullQueue> kFullQueueWords[] = {{"open", FullQueue::Open}, {"closed", FullQueue::Closed}};
constexpr ConfigWord<LogFormat> kLogFormats[] = {{"text", LogFormat::Text}, {"json", LogFormat::Json}};
constexpr ConfigWord<LogLevel> kLogLevels[] = {
    {"debug", LogLevel::Debug}, {"info", LogLevel::Info}, {"warning", LogLevel::Warning}, {"error", LogLevel::Error}};

template <typename Value, size_t count>
Status setWord(Value& target, const QString& value, const ConfigWord<Value> (&words)[count]) {
  QStringList known;
  for (const auto& each : words) {
    known.append(QLatin1String(each.word));
    if (value != known.last()) continue;
    target = each.value;
    return success();
  }
  return invalidValue(value, QStringLiteral("one of: ") + known.join(QStringLiteral(", ")));
}

template <typename Value, size_t count>
QString wordOf(Value value, const ConfigWord<Value> (&words)[count]) {
  for (const auto& each : words) {
    if (each.value == value) return QString::fromLatin1(each.word);
  }
  return {};
}

QList<ConfigKey> serverKeys() {
  return {
      PARLOUR_FLAG("server.allow-plaintext", "accept plain TCP on addresses other than loopback", allowPlaintext),
      PARLOUR_TEXT("server.host-name", "name of this server in certificates and diagnostics", frontEnd.hostName),
      PARLOUR_TEXT("server.room-management-url", "address of the room management page sent to clients",
                   frontEnd.webManagerUrl),
      PARLOUR_NUMBER("store.page-readers", "threads that read history pages; more than one helps on slow disks only",
                     pageReaders, 1, 16),
      PARLOUR_NUMBER("server.max-message-bytes", "largest SIP message accepted", maxMessageBytes, 65'536, 67'108'864),
      PARLOUR_NUMBER("server.send-queue-messages", "messages that may wait in one connection", sendQueueMessages, 16,
                     1'000),
      PARLOUR_NUMBER("server.max-connections", "SIP connections at one time; 0: as many as there may be open files",
                     connections.most, 0, 1'000'000),
      PARLOUR_NUMBER("server.max-connections-per-address", "SIP connections from one address at one time",
                     connections.perAddress, 1, 1'000'000),
      PARLOUR_NUMBER("server.new-connections-per-address", "new SIP connections from one address in ten seconds",
                     connections.newPerAddress, 1, 1'000'000),
      PARLOUR_NUMBER("server.first-request-seconds", "a connection without a request for so long is ended",
                     connections.firstRequestSeconds, 1, 3'600),
      PARLOUR_NUMBER("server.message-seconds", "how long one SIP message may take to arrive",
                     connections.messageSeconds, 1, 3'600),
      PARLOUR_NUMBER("server.ping-seconds", "silence after which clients that answer pings get one; 0: no pings",
                     connections.pingSeconds, 0, 3'600),
      PARLOUR_NUMBER("server.pong-seconds", "how long such a client may take to answer", connections.pongSeconds, 1,
                     3'600),
      PARLOUR_NUMBER("server.max-sessions", "chat dialogs at one time", frontEnd.maxSessions, 1, 100'000),
      PARLOUR_NUMBER("server.max-unanswered", "INFOs a client may leave unanswered before it is cut",
                     frontEnd.maxUnansweredInfos, 8, 100'000),
      PARLOUR_NUMBER("server.max-unanswered-bytes", "the same in bytes of bodies", frontEnd.maxUnansweredBytes, 65'536,
                     1'073'741'824),
  };
}

QList<ConfigKey> signInKeys() {
  return {
      PARLOUR_FLAG("sign-in.open", "accept any known user without a password; loopback only", frontEnd.openSignIn),
      ConfigKey{ConfigKey::Kind::Text, "sign-in.challenge", "form of the Digest challenge: auto, 401 or 407",
                [](ServerConfig& c, const QString& v) -> Status { return setChallenge(c.frontEnd.challenge, v); },
                [](const ServerConfig& c) { return challengeName(c.frontEnd.challenge); }},
      PARLOUR_NUMBER("sign-in.registration-seconds", "life of a registration", frontEnd.registrationSeconds, 60,
                     86'400),
      PARLOUR_NUMBER("sign-in.endpoints-per-user", "computers one user may be signed in at", frontEnd.endpointsPerUser,
                     1, 100),
      PARLOUR_NUMBER("sign-in.keep-alive-seconds", "silence after which clients send a keep-alive",
                     frontEnd.keepAliveSeconds, 10, 3'600),
      PARLOUR_NUMBER("sign-in.lock-out-failures", "wrong passwords of a user from one address before both have to wait",
                     frontEnd.lockOutFailures, 1, 100),
      PARLOUR_NUMBER("sign-in.lock-out-failures-per-address", "the same of all users from one address",
                     frontEnd.lockOutFailuresPerAddress, 1, 100'000),
      PARLOUR_NUMBER("sign-in.lock-out-seconds", "how long the user has to wait", frontEnd.lockOutSeconds, 1, 86'400),
      PARLOUR_NUMBER("sign-in.followed-rooms", "rooms one user may follow", frontEnd.roomSettingsPerUser, 1, 10'000),
      PARLOUR_NUMBER("sign-in.session-expires-seconds", "chat dialogs end without a refresh for so long",
                     frontEnd.sessionExpiresSeconds, 90, 86'400),
  };
}

QList<ConfigKey> loadKeys() {
  return {
      PARLOUR_NUMBER("load.sign-ins-in-flight", "sign-ins under way at one time; others get 503 with Retry-After",
                     frontEnd.load.signInsInFlight, 1, 100'000),
      PARLOUR_NUMBER("load.sign-ins-per-second", "pace at which clients that got 503 are asked to come back",
                     frontEnd.load.signInsPerSecond, 1, 100'000),
      PARLOUR_NUMBER("load.sign-in-idle-ms", "a sign-in silent for so long gives its place up",
                     frontEnd.load.signInIdleMs, 100, 60'000),
      PARLOUR_NUMBER("load.longest-retry-seconds", "greatest Retry-After of a sign-in",
                     frontEnd.load.longestRetrySeconds, 2, 3'600),
      PARLOUR_NUMBER("load.lag-sign-ins-ms", "delay of the server's loop at which sign-ins are refused",
                     frontEnd.load.lagSignInsMs, 1, 600'000),
      PARLOUR_NUMBER("load.lag-reading-ms", "the same for history and search", frontEnd.load.lagReadingMs, 1, 600'000),
      PARLOUR_NUMBER("load.lag-posts-ms", "the same for posts", frontEnd.load.lagPostsMs, 1, 600'000),
      PARLOUR_NUMBER("load.posts-sign-ins", "posts waiting for the disk at which sign-ins are refused",
                     frontEnd.load.postsSignIns, 1, 1'000'000),
      PARLOUR_NUMBER("load.posts-reading", "the same for history and search; posts: see chat.waiting-posts",
                     frontEnd.load.postsReading, 1, 1'000'000),
      PARLOUR_NUMBER("load.reads-sign-ins", "reads waiting for the disk at which sign-ins are refused",
                     frontEnd.load.readsSignIns, 1, 1'000'000),
      PARLOUR_NUMBER("load.reads-reading", "the same for history and search", frontEnd.load.readsReading, 1, 1'000'000),
      PARLOUR_NUMBER("load.requests-per-user", "requests of one user in a second, chat not counted; 0: no limit",
                     frontEnd.load.requestsPerUser, 0, 100'000),
      PARLOUR_NUMBER("load.request-burst-per-user", "how many of them at once", frontEnd.load.requestBurstPerUser, 1,
                     100'000),
      PARLOUR_NUMBER("load.requests-per-address", "requests from one address before sign-in, in a second; 0: no limit",
                     frontEnd.load.requestsPerAddress, 0, 100'000),
      PARLOUR_NUMBER("load.request-burst-per-address", "how many of them at once", frontEnd.load.requestBurstPerAddress,
                     1, 100'000),
      PARLOUR_FLAG("load.limit-loopback", "limits by address hold for this computer, too", frontEnd.load.limitLoopback),
  };
}

QList<ConfigKey> chatKeys() {
  return {
      PARLOUR_TEXT("chat.display-name", "name of the chat service shown by clients", channel.displayName),
      ConfigKey{ConfigKey::Kind::Text, "chat.alias-address",
                "one more SIP address at which the chat service is reached, sip:name@domain",
                [](ServerConfig& c, const QString& v) -> Status { return setAddress(c.frontEnd.aliasUri, v); },
                [](const ServerConfig& c) { return QString::fromUtf8(c.frontEnd.aliasUri); }},
      ConfigKey{ConfigKey::Kind::Text, "chat.administrators",
                "who administers rooms and categories from a client: SIP addresses between commas",
                [](ServerConfig& c, const QString& v) -> Status { return setAddresses(c.channel.administrators, v); },
                [](const ServerConfig& c) { return addressList(c.channel.administrators); }},
      PARLOUR_NUMBER("chat.message-bytes", "largest message, UTF-8 bytes", channel.messageSizeLimit, 64, 1'000'000),
      PARLOUR_NUMBER("chat.story-bytes", "largest story, UTF-8 bytes", channel.storySizeLimit, 64, 1'000'000),
      PARLOUR_NUMBER("chat.search-results", "most results of one search", channel.searchLimit, 1, 10'000),
      PARLOUR_NUMBER("chat.default-history", "messages given on entering a room", channel.defaultHistory, 1, 500),
      PARLOUR_NUMBER("chat.participant-update-limit", "people in a room above which join and part notices stop",
                     channel.participantUpdateLimit, 1, 100'000),
      PARLOUR_NUMBER("chat.waiting-posts", "posts that may wait for the disk before 503", channel.waitingPostsLimit, 1,
                     1'000'000),
      PARLOUR_NUMBER("chat.commands-per-second", "requests in one chat dialog, posts included; 0: no limit",
                     channel.commandsPerSecond, 0, 100'000),
      PARLOUR_NUMBER("chat.command-burst", "how many of them at once", channel.commandBurst, 1, 100'000),
      PARLOUR_NUMBER("chat.history-cache-bytes", "memory for the latest messages of busy rooms; 0: none",
                     channel.historyCacheBytes, 0, 1'073'741'824),
      PARLOUR_NUMBER("chat.sessions-per-user", "chat dialogs of one user", channel.sessionsPerUser, 1, 100),
  };
}

QList<ConfigKey> webKeys() {
  return {
      ConfigKey{ConfigKey::Kind::Text, "web.listen",
                "where the room management page is served: IP:PORT, TLS except on loopback; tls:IP:PORT there too",
                [](ServerConfig& c, const QString& v) -> Status {
                  c.web.listen = v;
                  return success();
                },
                [](const ServerConfig& c) { return c.web.listen; }},
      ConfigKey{ConfigKey::Kind::Text, "web.certificate",
                "PEM file with certificate and key of the page; empty: those of the SIP listeners",
                [](ServerConfig& c, const QString& v) -> Status {
                  c.web.certificateFile = v;
                  return success();
                },
                [](const ServerConfig& c) { return c.web.certificateFile; }},
      PARLOUR_NUMBER("web.idle-minutes", "time without a request after which the page signs out", web.idleMinutes, 1,
                     1'440),
      PARLOUR_NUMBER("web.session-hours", "time after which the page signs out in any case", web.sessionHours, 1, 168),
      ConfigKey{ConfigKey::Kind::Text, "web.metrics",
                "who reads /metrics: loopback (this machine, and administrators), administrators, or off",
                [](ServerConfig& c, const QString& v) -> Status { return setWord(c.web.metrics, v, kMetricsWords); },
                [](const ServerConfig& c) { return wordOf(c.web.metrics, kMetricsWords); }},
  };
}

QList<ConfigKey> fileKeys() {
  return {
      PARLOUR_FLAG("files.enabled", "move files of rooms; needs web.listen", files.enabled),
      PARLOUR_NUMBER("files.largest-kb", "largest file, in units of 1,024 bytes", files.largestKb, 1, 100'000'000),
      PARLOUR_NUMBER("files.room-quota-mb", "most that the files of one room may have together; 0: no limit",
                     files.roomQuotaMb, 0, 1'000'000'000),
      PARLOUR_NUMBER("files.keep-free-mb", "space on the disk that files leave for messages", files.keepFreeMb, 0,
                     1'000'000'000),
      PARLOUR_TEXT("files.types", "endings of names that are accepted, between commas; empty: all", files.types),
      ConfigKey{ConfigKey::Kind::Text, "files.scan-command",
                "program and arguments that examine each upload: 0 clean, 1 quarantine; empty: none",
                [](ServerConfig& c, const QString& v) -> Status {
                  c.files.scanCommand = v;
                  return success();
                },
                [](const ServerConfig& c) { return c.files.scanCommand; }},
      PARLOUR_NUMBER("files.scan-seconds", "how long it may take", files.scanSeconds, 1, 150),
      PARLOUR_NUMBER("files.transfers", "requests of transfers at one time; others get 503", files.transfers, 1, 2'000),
      PARLOUR_NUMBER("files.token-minutes", "how long a permission for a transfer waits for its use",
                     files.tokenMinutes, 1, 1'440),
      PARLOUR_NUMBER("files.unfinished-hours", "an upload without a piece for so long is dropped",
                     files.unfinishedHours, 1, 8'760),
      PARLOUR_NUMBER("files.unposted-hours", "a file that no message names is dropped after so long",
                     files.unpostedHours, 1, 8'760),
  };
}

QList<ConfigKey> complianceKeys() {
  return {
      PARLOUR_FLAG("compliance.enabled",
                   "record what happens in the rooms although no adapter is configured; the XML adapter then gets it",
                   compliance.always),
      PARLOUR_FLAG("compliance.archive", "keep everything that is delivered in the signed archive of the data directory",
                   compliance.archive),
      ConfigKey{ConfigKey::Kind::Text, "compliance.when-full",
                "what happens while too much waits to be delivered: open (work goes on) or closed (posts get 503)",
                [](ServerConfig& c, const QString& v) -> Status {
                  return setWord(c.compliance.whenFull, v, kFullQueueWords);
                },
                [](const ServerConfig& c) { return wordOf(c.compliance.whenFull, kFullQueueWords); }},
      PARLOUR_NUMBER("compliance.limit-events", "events that may wait to be delivered", compliance.limitEvents, 100,
                     1'000'000'000),
      PARLOUR_NUMBER("compliance.limit-minutes", "how long beyond RunInterval the oldest of them may wait; 0: any time",
                     compliance.limitMinutes, 0, 100'000),
      PARLOUR_TEXT("compliance.program",
                   "path of the program of AdapterType=program; it gets batches on standard input", compliance.program),
      PARLOUR_NUMBER("compliance.program-seconds", "how long the program may take for one batch",
                     compliance.programSeconds, 1, 3'600),
  };
}

QList<ConfigKey> logKeys() {
  return {
      ConfigKey{ConfigKey::Kind::Text, "log.format", "form of the lines on standard error: text or json",
                [](ServerConfig& c, const QString& v) -> Status { return setWord(c.log.format, v, kLogFormats); },
                [](const ServerConfig& c) { return wordOf(c.log.format, kLogFormats); }},
      ConfigKey{ConfigKey::Kind::Text, "log.level", "least that is logged: debug, info, warning or error",
                [](ServerConfig& c, const QString& v) -> Status { return setWord(c.log.level, v, kLogLevels); },
                [](const ServerConfig& c) { return wordOf(c.log.level, kLogLevels); }},
  };
}

#undef PARLOUR_NUMBER
#undef PARLOUR_FLAG
#undef PARLOUR_TEXT

}  // namespace

const QList<ConfigKey>& configKeys() {
  static const QList<ConfigKey> keys =
      serverKeys() + signInKeys() + loadKeys() + chatKeys() + webKeys() + fileKeys() + complianceKeys() + logKeys();
  return keys;
}

}  // namespace Parlour::Server
