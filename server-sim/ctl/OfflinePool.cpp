// SPDX-License-Identifier: Apache-2.0
#include "server-sim/ctl/OfflinePool.h"

#include <QFileInfo>

#include "server-sim/channel/ChatRecorder.h"
#include "server-sim/ctl/Account.h"
#include "server-sim/store/SqliteStore.h"

namespace Parlour::Ctl {
void WorkQueue::post(std::function<void()> work) {
  {
    const std::lock_guard lock(mutex_);
    work_.push_back(std::move(work));
  }
  wake_.notify_one();
}

void WorkQueue::run(const bool& done) {
  while (!done) {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return !work_.empty(); });
    const auto work = std::move(work_.front());
    work_.pop_front();
    lock.unlock();
    work();
  }
}

OfflinePool::~OfflinePool() { store_.reset(); }

Result<std::unique_ptr<OfflinePool>> OfflinePool::open(const QString& dataDir) {
  std::unique_ptr<OfflinePool> pool(new OfflinePool);
  const Status loaded = pool->load(dataDir);
  if (!loaded) return loaded.error();
  return pool;
}

Status OfflinePool::load(const QString& dataDir) {
  auto store =
      Server::SqliteStore::open(dataDir, clock_, [this](std::function<void()> work) { queue_.post(std::move(work)); });
  if (!store) return store.error();
  store_ = std::move(*store);
  auto snapshot = store_->load();
  if (!snapshot) return snapshot.error();
  if (snapshot->domain.isEmpty()) {
    return Error::make(ErrorCode::NotFound, QStringLiteral("%1 holds no organisation yet.").arg(dataDir));
  }
  service_ = std::make_unique<Server::ChannelService>(Server::ChannelSettings{}, std::move(*snapshot), *store_,
                                                      static_cast<Server::SessionSink&>(*this), clock_);
  // What is done to data that have an archive is recorded for it without a server too.
  if (QFileInfo::exists(dataDir + QStringLiteral("/archive/head"))) service_->recorder().setAlways(true);
  const QJsonObject facts{{QStringLiteral("version"), QStringLiteral(PARLOUR_VERSION)},
                          {QStringLiteral("running"), false}};
  commands_ = std::make_unique<Server::AdminCommands>(*service_, *store_, clock_, facts);
  return success();
}

Result<QJsonObject> OfflinePool::ask(const QJsonObject& request) {
  QJsonObject answer;
  bool answered = false;
  commands_->run(request, Server::localAdministrator(ownAccount()), [&](const QJsonObject& object) {
    answer = object;
    answered = true;
  });
  queue_.run(answered);
  return answer;
}

}  // namespace Parlour::Ctl
