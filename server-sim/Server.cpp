// SPDX-License-Identifier: Apache-2.0
#include "server-sim/Server.h"

#include <malloc.h>

#include <QDir>
#include <QFile>
#include <algorithm>
#include <list>

#include "protocol/files/FileHttp.h"
#include "protocol/sip/sofia/SofiaTransport.h"
#include "protocol/sip/sofia/TlsFiles.h"
#include "protocol/support/Log.h"
#include "server-sim/Settings.h"
#include "server-sim/StatusSources.h"
#include "server-sim/archive/Archive.h"
#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/ChatRecorder.h"
#include "server-sim/compliance/ComplianceService.h"
#include "server-sim/control/AdminCommands.h"
#include "server-sim/control/ControlServer.h"
#include "server-sim/control/MessageTest.h"
#include "server-sim/faults/Faults.h"
#include "server-sim/files/FileService.h"
#include "server-sim/frontend/FrontEnd.h"
#include "server-sim/org/Organisation.h"
#include "server-sim/sim/Bots.h"
#include "server-sim/store/SqliteStore.h"
#include "server-sim/web/WebServer.h"
#include "server-sim/web/files/FileEndpoints.h"

namespace Parlour::Server {
namespace {

constexpr char kDemoOrganisation[] = ":/demo/northgate.json";
constexpr int kTickMs = 1'000;
constexpr int kLoadTickMs = 50;
constexpr int kChannelTickMs = 100;

// An import needs many times what the server keeps; the allocator would hold on to it.
void returnFreedMemory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

}  // namespace

// Members are destroyed from the bottom up: nothing calls into what is gone already.
class Server::Private {
 public:
  Private(const ServerConfig& serverConfig, const FaultPlan& plan, Sip::SipLoop& sipLoop, const Clock& systemClock)
      : config(serverConfig), loop(sipLoop), faults(plan, systemClock), clock(faults.clock()), board(clock) {}
  // Threads of the services that use the store end before it; answers still on their way are dropped by `alive`.
  ~Private() {
    web.reset();
    fileEndpoints.reset();
    fileService.reset();
    compliance.reset();
    store.reset();
  }

  Status openStore();
  Status loadChat();
  Status startCompliance();
  void noteLoad();
  Status listen();
  Status watchStatus();
  Status openControl();
  Status bindWeb();
  Status startWeb();
  Status startFiles();
  Result<EventPtr> transferEvent(ComplianceKind kind, PrincipalId user, const Room& room) const;
  Status prepareCertificate();
  Executor executor();
  void runLater(int milliseconds, std::function<void()> action);
  void startBots();

  ServerConfig config;
  Sip::SipLoop& loop;
  Faults faults;
  const Clock& clock;
  StatusBoard board;
  std::shared_ptr<bool> alive = std::make_shared<bool>(true);
  std::unique_ptr<SqliteStore> store;
  Store* chatStore = nullptr;  // the same, or what stands before it
  std::optional<Organisation> organisation;
  std::unique_ptr<TappedSink> sink;
  std::unique_ptr<ChannelService> channel;
  std::unique_ptr<Sip::SofiaTransport> transport;
  std::unique_ptr<FrontEnd> frontEnd;
  std::unique_ptr<Bots> bots;
  std::unique_ptr<Sip::SipTimer> ticker;
  std::unique_ptr<Sip::SipTimer> loadTicker;
  std::unique_ptr<Sip::SipTimer> channelTicker;
  std::unique_ptr<Sip::SipTimer> statusTicker;
  std::unique_ptr<Sip::SipTimer> complianceTicker;
  std::list<std::unique_ptr<Sip::SipTimer>> laterTimers;
  qint64 lastLoadMs = 0;  // of noteLoad()
  QStringList addresses;
  QString fingerprint;
  std::unique_ptr<MessageTest> messageTest;
  std::unique_ptr<AdminCommands> administration;
  std::unique_ptr<ControlServer> control;
  std::unique_ptr<Archive> archive;
  std::unique_ptr<ComplianceService> compliance;
  std::unique_ptr<FileService> fileService;
  std::unique_ptr<FileEndpoints> fileEndpoints;
  std::unique_ptr<WebServer> web;
};

// What is posted by other threads and comes too late is dropped.
Executor Server::Private::executor() {
  return [this, guard = std::weak_ptr<bool>(alive)](std::function<void()> action) {
    loop.post([guard, action = std::move(action)] {
      if (guard.lock()) action();
    });
  };
}

Status Server::Private::openStore() {
  SqliteStoreLimits limits;
  limits.pageReaders = config.pageReaders;
  limits.eventsAbove = eventsKnownIn(config.dataDir);
  auto opened = SqliteStore::open(config.dataDir, clock, executor(), limits);
  if (!opened) return opened.error();
  store = std::move(*opened);
  const QString file = config.demo ? QString::fromLatin1(kDemoOrganisation) : config.organisationFile;
  if (file.isEmpty()) return success();
  auto loaded = loadOrganisation(file, clock);
  if (!loaded) return loaded.error();
  organisation = std::move(*loaded);
  return store->importOrganisation(*organisation, clock);
}

Status Server::Private::loadChat() {
  auto snapshot = store->load();
  if (!snapshot) return snapshot.error();
  if (snapshot->domain.isEmpty()) {
    return Error::make(
        ErrorCode::NotFound,
        QStringLiteral("%1 holds no organisation yet. Give one with --org FILE, or use --demo.").arg(config.dataDir));
  }
  completeForDomain(config, snapshot->domain);
  auto created = Sip::SofiaTransport::create(loop, transportOptions(config));
  if (!created) return created.error();
  transport = std::move(*created);
  const auto later = [this](int milliseconds, std::function<void()> action) {
    runLater(milliseconds, std::move(action));
  };
  chatStore = &faults.over(*store, later);
  Sip::Transport& net = faults.over(*transport, later);
  const UserLookup users = [this](const SipUri& user) { return channel->state().directory().find(user.bytes()); };
  frontEnd = std::make_unique<FrontEnd>(config.frontEnd, net, *chatStore, users, clock);
  sink = std::make_unique<TappedSink>(frontEnd->dialogs());
  channel = std::make_unique<ChannelService>(config.channel, std::move(*snapshot), *chatStore, *sink, clock);
  frontEnd->setService(channel.get());
  net.setObserver(frontEnd.get());
  ticker = loop.startTimer(kTickMs, [this] { frontEnd->tick(); });
  loadTicker = loop.startTimer(kLoadTickMs, [this] { noteLoad(); });
  channelTicker = loop.startTimer(kChannelTickMs, [this] { channel->tick(); });
  return success();
}

Status Server::Private::startCompliance() {
  std::vector<EventSink*> sinks;
  if (config.compliance.archive) {
    archive = std::make_unique<Archive>(config.dataDir + QLatin1Char('/') + QLatin1String(Archive::kFolder), clock);
    sinks.push_back(archive.get());
  }
  auto started =
      ComplianceService::start(config.dataDir, config.compliance, {*channel, *store, clock, executor()}, sinks);
  if (!started) return started.error();
  compliance = std::move(*started);
  watchCompliance(board, *compliance);
  complianceTicker = loop.startTimer(kTickMs, [this] { compliance->tick(); });
  return success();
}

void Server::Private::noteLoad() {
  // Not the server's clock, which tests and administrators may set.
  const qint64 now = SystemClock().monotonicMs();
  const qint64 lag = lastLoadMs != 0 ? std::max<qint64>(now - lastLoadMs - kLoadTickMs, 0) : 0;
  lastLoadMs = now;
  frontEnd->noteLoad({lag, static_cast<qint64>(store->waitingPosts()), static_cast<qint64>(store->waitingReads())});
}

Status Server::Private::prepareCertificate() {
  if (!fingerprint.isEmpty()) return success();
  const QString directory = config.dataDir + QStringLiteral("/tls");
  QDir().mkpath(directory);
  QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  const Sip::TlsFiles files(directory);
  const QStringList names = {QString::fromUtf8(config.frontEnd.hostName), QStringLiteral("localhost"),
                             QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
  const auto info = files.exists() ? files.check(QDateTime::fromMSecsSinceEpoch(clock.now().toMs(), Qt::UTC))
                                   : files.createSelfSigned(names);
  if (!info) return info.error();
  fingerprint = QString::fromLatin1(info->sha256);
  return success();
}

Status Server::Private::listen() {
  for (const QString& text : config.listen) {
    const auto address = parseListenAddress(text);
    if (!address) return address.error();
    if (address->protocol == Sip::Protocol::Tls) {
      const auto prepared = prepareCertificate();
      if (!prepared) return prepared;
    }
    const auto port = transport->listen(address->protocol, address->host, address->port);
    if (!port) return port.error();
    addresses.append(listenText(address->protocol, address->host, *port));
  }
  return success();
}

Status Server::Private::watchStatus() {
  watchChat(board, *channel, *store, config.channel);
  watchFrontEnd(board, *frontEnd, config.frontEnd);
  watchStore(board, *store, config.dataDir);
  watchTransport(board, *transport);
  board.setDetails([this] {
    StatusDetails details = statusDetails(*channel, config.dataDir);
    details.compliance = compliance->status();
    return details;
  });
  statusTicker = loop.startTimer(LoopWatch::kTickMs, [this] {
    board.tick();
    if (messageTest) messageTest->tick();
  });
  return success();
}

Status Server::Private::openControl() {
  const QJsonObject facts{{QStringLiteral("version"), QStringLiteral(PARLOUR_VERSION)},
                          {QStringLiteral("running"), true},
                          {QStringLiteral("server"), QString::fromUtf8(config.channel.serverName)},
                          {QStringLiteral("addresses"), QJsonArray::fromStringList(addresses)},
                          {QStringLiteral("web"), web ? QString::fromUtf8(web->url()) : QString()},
                          {QStringLiteral("openSignIn"), config.frontEnd.openSignIn},
                          {QStringLiteral("administrators"), static_cast<qint64>(config.channel.administrators.size())},
                          {QStringLiteral("dataDirectory"), config.dataDir}};
  messageTest = std::make_unique<MessageTest>(*channel, *sink, clock, executor());
  administration = std::make_unique<AdminCommands>(
      *channel, *chatStore, clock, facts,
      LiveServer{messageTest.get(), [this] { return board.report(); }, compliance.get(), fileService.get()});
  auto opened = ControlServer::start(
      config.dataDir, executor(),
      [this](const QJsonObject& request, const QByteArray& account, const ControlServer::Answer& answer) {
        administration->run(request, localAdministrator(account), answer);
      });
  if (!opened) return opened.error();
  control = std::move(*opened);
  return success();
}

// Before provisioning is set up, because that announces the address.
Status Server::Private::bindWeb() {
  if (config.web.listen.isEmpty()) return success();
  auto options = webOptions(config);
  if (!options) return options.error();
  if (options->http.encrypted && options->http.certificateFile.isEmpty()) {
    if (const auto prepared = prepareCertificate(); !prepared) return prepared;
    options->http.certificateFile = Sip::TlsFiles(config.dataDir + QStringLiteral("/tls")).pemPath().toUtf8();
  }
  auto bound = WebServer::bind(*options);
  if (!bound) return bound.error();
  web = std::move(*bound);
  if (config.frontEnd.webManagerUrl.isEmpty()) config.frontEnd.webManagerUrl = web->url();
  return success();
}

Status Server::Private::startFiles() {
  if (!web || !config.files.enabled) return success();
  auto created = FileService::create(config.files, config.dataDir, *store, clock, executor());
  if (!created) return created.error();
  fileService = std::move(*created);
  fileService->setChat(channel.get());
  fileService->setPins(compliance.get());
  fileService->setServerUri(QString::fromUtf8(web->url().chopped(1)) + QLatin1String(Files::kSoapPath));
  fileService->setEventMaker(
      [this](ComplianceKind kind, PrincipalId user, const Room& room) { return transferEvent(kind, user, room); });
  fileEndpoints = std::make_unique<FileEndpoints>(*fileService);
  web->setTransfers(fileEndpoints.get());
  channel->setFileTokens(fileService.get());
  watchFiles(board, *fileService);
  fileService->start();
  return success();
}

Result<EventPtr> Server::Private::transferEvent(ComplianceKind kind, PrincipalId user, const Room& room) const {
  const ChatRecorder& recorder = channel->recorder();
  if (!recorder.isRecording()) return EventPtr();
  if (const Status may = recorder.mayBegin(); !may) return may.error();
  return std::make_shared<const ComplianceEvent>(recorder.event(kind, user, &room));
}

Status Server::Private::startWeb() {
  if (web) web->start(*channel, *administration, board, *chatStore, clock, executor());
  return success();
}

void Server::Private::runLater(int milliseconds, std::function<void()> action) {
  laterTimers.emplace_back();
  const auto at = std::prev(laterTimers.end());
  *at = loop.startSingleShot(milliseconds, [this, at, action = std::move(action)] {
    const auto timer = std::move(*at);  // lives until the closure that runs is done
    laterTimers.erase(at);
    action();
  });
}

void Server::Private::startBots() {
  const auto delay = [this](int milliseconds, std::function<void()> action) {
    runLater(milliseconds, std::move(action));
  };
  bots = std::make_unique<Bots>(*channel, clock, delay, static_cast<quint32>(clock.now().ticks));
  bots->start(organisation->bots);
  frontEnd->setStandIns([this](const SipUri& user) { return bots->isActing(user); });
}

Server::Server(std::unique_ptr<Private> d) : d_(std::move(d)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::start(const ServerConfig& config, Sip::SipLoop& loop, const Clock& clock) {
  const auto plan = parseFaults(config.faults);
  if (!plan) return plan.error();
  if (!plan->isEmpty()) {
    qCWarning(lcServer).noquote() << "FAULTS ARE INJECTED ON PURPOSE:" << config.faults.join(QLatin1Char(' '))
                                  << "- not for people's messages.";
  }
  auto d = std::make_unique<Private>(config, *plan, loop, clock);
  const qint64 startedMs = clock.monotonicMs();
  for (const auto step :
       {&Private::openStore, &Private::bindWeb, &Private::loadChat, &Private::startCompliance, &Private::listen,
        &Private::watchStatus, &Private::startFiles, &Private::openControl, &Private::startWeb}) {
    const Status done = (d.get()->*step)();
    if (!done) return done.error();
  }
  if (config.demo && d->organisation) d->startBots();
  d->organisation.reset();
  returnFreedMemory();
  const double seconds = static_cast<double>(clock.monotonicMs() - startedMs) / 1'000;
  d->board.events().add(Severity::Good, QStringLiteral("Server started, %1 s").arg(seconds, 0, 'f', 1));
  return std::unique_ptr<Server>(new Server(std::move(d)));
}

const QStringList& Server::addresses() const { return d_->addresses; }
QByteArray Server::webUrl() const { return d_->web ? d_->web->url() : QByteArray(); }
QString Server::certificateFingerprint() const { return d_->fingerprint; }
size_t Server::sessionCount() const { return d_->channel->sessionCount(); }

}  // namespace Parlour::Server
