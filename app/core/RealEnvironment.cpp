// SPDX-License-Identifier: Apache-2.0
#include "app/core/RealEnvironment.h"

#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QSysInfo>
#include <algorithm>

#include "app/core/cache/SqliteMessageCache.h"
#include "app/core/files/FileTransferJournal.h"
#include "app/core/files/web/NetworkFileWeb.h"
#include "app/core/real/DnsServerLocator.h"
#include "app/core/real/FilePostJournal.h"
#include "app/core/real/FileSettings.h"
#include "app/core/real/QtScheduler.h"
#include "app/core/real/SystemWatch.h"

namespace Parlour::Core {

namespace {

const Clock& systemClock() {
  static const SystemClock clock;
  return clock;
}

bool anyNetwork() {
  const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
  return std::any_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface& interface) {
    const auto flags = interface.flags();
    return flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning) &&
           !interface.addressEntries().isEmpty();
  });
}

}  // namespace

Environment makeRealEnvironment(std::unique_ptr<Sip::Transport> transport, Sip::TraceBuffer* trace,
                                const RealEnvironmentOptions& options) {
  Environment environment;
  environment.transport = std::move(transport);
  environment.locator = std::make_unique<DnsServerLocator>(options);
  environment.settings = std::make_unique<FileSettings>(options.settingsFile);
  environment.scheduler = std::make_unique<QtScheduler>();
  if (!options.outboxDirectory.isEmpty()) {
    environment.journal = std::make_unique<FilePostJournal>(options.outboxDirectory);
    environment.transferJournal = std::make_unique<FileTransferJournal>(options.outboxDirectory);
  }
  if (!options.cacheDirectory.isEmpty()) {
    MessageCacheOptions cache;
    cache.directory = options.cacheDirectory;
    cache.clock = &systemClock();
    environment.messageCache = std::make_unique<SqliteMessageCache>(cache);
  }
  environment.fileWeb = std::make_unique<NetworkFileWeb>();
  environment.downloadDirectory = options.downloadDirectory;
  environment.clock = &systemClock();
  environment.trace = trace;
  environment.random = [] { return QRandomGenerator::system()->generate64(); };
  environment.computerName = QSysInfo::machineHostName().toUtf8();
  environment.hasNetwork = anyNetwork;
  environment.networkWatch = std::make_unique<SystemWatch>(systemClock());
  return environment;
}

}  // namespace Parlour::Core
