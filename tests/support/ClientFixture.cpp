// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ClientFixture.h"

#include <QCoreApplication>

#include "protocol/signin/RoomSetting.h"

namespace Parlour::Testing {

RoomUri testRoom(const char* key) { return *RoomUri::fromParts("orchard.example", key); }

ClientFixture::ClientFixture(MemorySettings::Values values, const Disk& kept, const TransferDisk& keptTransfers,
                             const QString& downloads)
    : settings(std::move(values)), disk(kept), transferDisk(keptTransfers) {
  Core::Environment environment;
  auto fakeTransport = std::make_unique<FakeSipTransport>();
  auto fakeLocator = std::make_unique<FakeLocator>(scheduler);
  transport = fakeTransport.get();
  locator = fakeLocator.get();
  environment.transport = std::move(fakeTransport);
  environment.locator = std::move(fakeLocator);
  environment.settings = std::make_unique<MemorySettings>(settings);
  environment.journal = std::make_unique<MemoryPostJournal>(disk);
  auto fakeWeb = std::make_unique<FakeFileWeb>(scheduler);
  web = fakeWeb.get();
  environment.fileWeb = std::move(fakeWeb);
  environment.transferJournal = std::make_unique<MemoryTransferJournal>(transferDisk);
  environment.downloadDirectory = downloads;
  environment.makePreview = [this](const QString& path, std::function<void(const QByteArray&)> made) {
    previewWanted = path;
    previewMade = std::move(made);
  };
  // The client owns its scheduler, the test needs it for longer: a relay stands between them.
  struct Relay final : Core::Scheduler {
    explicit Relay(FakeScheduler& target) : to(target) {}
    Handle after(qint64 ms, std::function<void()> action) override { return to.after(ms, std::move(action)); }
    void cancel(Handle handle) override { to.cancel(handle); }
    FakeScheduler& to;
  };
  environment.scheduler = std::make_unique<Relay>(scheduler);
  environment.clock = &clock;
  environment.trace = &trace;
  environment.random = [seed = quint64{1'000'003}]() mutable {
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return seed >> 8;
  };
  environment.computerName = "quay-7";
  environment.hasNetwork = [this] { return network; };
  environment.networkWatch = std::make_unique<Core::NetworkWatch>();
  networkWatch = environment.networkWatch.get();
  server = std::make_unique<ScriptedServer>(*transport, rooms, clock);
  scheduler.afterEach = [this] { transport->settle(); };
  request.address = ada;
  request.password = QStringLiteral("sea gull");
  client = std::make_unique<Core::Client>(std::move(environment));
}

void ClientFixture::settle() {
  transport->settle();
  QCoreApplication::sendPostedEvents();
  QCoreApplication::processEvents();
  transport->settle();
}

void ClientFixture::advanceMs(qint64 ms) {
  scheduler.advanceMs(ms);
  settle();
}

void ClientFixture::signIn() {
  client->signIn(request);
  advanceMs(0);
}

Core::StepState ClientFixture::step(Core::SignInStep step) const {
  return client->signInSteps().at(static_cast<int>(step)).state;
}

Signin::PublishRequest ClientFixture::followRequest(const RoomUri& room, const QString& name, ChatId readMark) {
  Signin::RoomSetting setting(room, name);
  if (readMark > 0) setting.setReadChatId(readMark);
  Signin::Publication publication;
  publication.categoryName = QString::fromLatin1(Signin::kRoomSettingCategory);
  publication.instance = Signin::instanceForRoom(room, {});
  const auto* stored = server->presence.find(publication.key());
  publication.version = stored != nullptr ? stored->version : 0;
  publication.fragment = setting.toFragment();
  return {ada, {publication}};
}

void ClientFixture::followBefore(const RoomUri& room, const QString& name, ChatId readMark) {
  server->presence.publish(followRequest(room, name, readMark), clock.now());
}

qsizetype ClientFixture::count(const char* command) const {
  return server->transcript().count(QStringLiteral("INFO ") + QLatin1String(command));
}

}  // namespace Parlour::Testing
