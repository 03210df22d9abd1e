// SPDX-License-Identifier: Apache-2.0
#include "server-sim/compliance/ComplianceService.h"

#include <QJsonDocument>
#include <algorithm>

#include "protocol/support/Log.h"
#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/ChatRecorder.h"
#include "server-sim/channel/changes/ConfigurationPlans.h"
#include "server-sim/store/DataDirectory.h"
#include "server-sim/store/SqliteStore.h"

namespace Parlour::Server {
namespace {

constexpr std::chrono::milliseconds kMoveEvery(250);
constexpr std::chrono::milliseconds kDeliverEvery(1'000);
constexpr std::chrono::milliseconds kMoveAgain(5'000);  // after an error
constexpr auto kMoverPatience = std::chrono::seconds(5);
constexpr qint64 kDefaultIntervalMs = 15 * 60 * 1'000;
constexpr int kFullRetrySeconds = 30;

}  // namespace

Result<std::unique_ptr<ComplianceService>> ComplianceService::start(const QString& dataDirectory,
                                                                    const ComplianceConfig& config, const Parts& parts,
                                                                    std::vector<EventSink*> sinks) {
  std::unique_ptr<ComplianceService> service(new ComplianceService(dataDirectory, config, parts));
  if (auto opened = service->openAll(std::move(sinks)); !opened) return opened.error();
  return service;
}

ComplianceService::ComplianceService(QString dataDirectory, const ComplianceConfig& config, const Parts& parts)
    : dataDirectory_(std::move(dataDirectory)), config_(config), parts_(parts) {}

Status ComplianceService::openAll(std::vector<EventSink*> sinks) {
  hasSinks_ = !sinks.empty();
  auto mover = EventMover::open({dataDirectory_, [&store = parts_.store](qint64 upTo) {
                                   store.forgetEvents(upTo, [](const Status& forgot) {
                                     if (!forgot) qCDebug(lcServer) << "the queue was not shortened";
                                   });
                                 }});
  if (!mover) return mover.error();
  mover_ = std::move(*mover);
  auto delivery = BatchDelivery::open({dataDirectory_}, parts_.clock);
  if (!delivery) return delivery.error();
  delivery_ = std::move(*delivery);
  for (EventSink* sink : sinks) delivery_->addSink(sink);
  auto pins = Sqlite::Database::open(dataDirectory_ + QLatin1Char('/') + QLatin1String(kDatabaseFile),
                                     {Sqlite::Access::ReadOnly});
  if (!pins) return pins.error();
  pinsDatabase_ = std::make_unique<Sqlite::Database>(std::move(*pins));
  settings_ = adapterSettings();
  intervalMs_ = intervalMs();
  delivery_->setSettings(settings_, intervalMs_);
  parts_.channel.recorder().setRule(config_.whenFull);
  parts_.channel.recorder().setAlways(config_.always || hasSinks_);
  report();
  moverThread_ = std::make_unique<Worker>([this] { return move(); });
  deliveryThread_ = std::make_unique<Worker>([this] { return deliver(); });
  return success();
}

ComplianceService::~ComplianceService() {
  stopping_ = true;
  delivery_->stop();
  deliveryThread_.reset();
  moverThread_.reset();
}

AdapterSettings ComplianceService::adapterSettings() const {
  const ChannelState& state = parts_.channel.state();
  const auto text = [&state](const char* key) {
    return QString::fromUtf8(state.configured(key).value_or(QByteArray()));
  };
  const auto isOn = [&state](const char* key) { return state.configured(key) == QByteArray("true"); };
  AdapterSettings settings;
  settings.type = adapterOfWord(state.configured("AdapterType").value_or(config_.always ? "xml" : "none"));
  settings.name = text("AdapterName");
  settings.outputDirectory = text("AdapterOutputDirectory");
  if (settings.outputDirectory.isEmpty()) settings.outputDirectory = dataDirectory_ + QStringLiteral("/compliance");
  settings.oneRoomPerFile = isOn("OneChatRoomPerOutputFile");
  settings.roomDetails = isOn("AddChatRoomDetails");
  settings.userDetails = isOn("AddUserDetails");
  settings.attachManifest = isOn("CreateFileAttachmentsManifest");
  settings.stylesheet = text("CustomConfiguration");
  settings.program = QString::fromUtf8(config_.program);
  settings.programSeconds = config_.programSeconds;
  return settings;
}

qint64 ComplianceService::intervalMs() const {
  const auto value = parts_.channel.state().configured("RunInterval");
  const auto seconds = value ? configuredSeconds(QString::fromUtf8(*value)) : std::nullopt;
  return seconds ? *seconds * 1'000 : kDefaultIntervalMs;
}

void ComplianceService::tick() {
  const AdapterSettings settings = adapterSettings();
  const qint64 interval = intervalMs();
  if (settings != settings_ || interval != intervalMs_) {
    settings_ = settings;
    intervalMs_ = interval;
    deliveryThread_->post([this, settings, interval] { delivery_->setSettings(settings, interval); });
  }
  watchFullness();
}

ComplianceService::WorkerTurn ComplianceService::move() {
  while (!stopping_) {
    const auto moved = mover_->step();
    const std::lock_guard lock(mutex_);
    report_.moved = mover_->moved();
    const QString error = moved ? QString() : moved.error().text;
    if (!moved && report_.moverError.isEmpty()) qCWarning(lcServer).noquote() << "Compliance:" << error;
    report_.moverError = error;
    if (!moved) return kMoveAgain;
    if (*moved < EventMover::kAtOnce) return kMoveEvery;
  }
  return kMoveEvery;
}

ComplianceService::WorkerTurn ComplianceService::deliver() {
  // Half a queue is not left waiting for its time.
  const bool pressing = waiting(reported()) > config_.limitEvents / 2;
  auto state = delivery_->state();
  const bool pausing = state && state->batch && parts_.clock.now() < state->batch->nextTry;
  const auto done = delivery_->turn(pressing && !pausing);
  {
    const std::lock_guard lock(mutex_);
    report_.deliveryError = done ? QString() : done.error().text;
  }
  report();
  return kDeliverEvery;
}

// On the thread of the deliveries, or before it runs.
void ComplianceService::report() {
  auto state = delivery_->state();
  if (!state) return;
  const std::lock_guard lock(mutex_);
  report_.delivery = *state;
}

ComplianceService::Report ComplianceService::reported() const {
  const std::lock_guard lock(mutex_);
  return report_;
}

qint64 ComplianceService::waiting(const Report& report) const {
  return std::max<qint64>(parts_.store.lastEvent() - report.delivery.backlog.delivered, 0);
}

qint64 ComplianceService::oldestSeconds(const Report& report) const {
  const Timestamp oldest = report.delivery.backlog.oldest;
  return oldest.isNull() ? 0 : std::max<qint64>((parts_.clock.now().toMs() - oldest.toMs()) / 1'000, 0);
}

std::optional<Error> ComplianceService::fullness() const {
  if (!parts_.channel.recorder().isRecording()) return std::nullopt;
  const Report now = reported();
  const qint64 longest = intervalMs_ / 1'000 + config_.limitMinutes * 60;
  const bool late = config_.limitMinutes > 0 && oldestSeconds(now) > longest;
  if (waiting(now) <= config_.limitEvents && !late && parts_.channel.recorder().unsaved() == 0) return std::nullopt;
  Error full = Error::make(ErrorCode::Busy, QStringLiteral("What happens here cannot be recorded at the moment."));
  full.retryAfterSeconds = kFullRetrySeconds;
  return full;
}

void ComplianceService::watchFullness() {
  const auto full = fullness();
  parts_.channel.recorder().setFull(full);
  const Report now = reported();
  QString trouble;
  if (parts_.channel.recorder().lost() > 0) {
    trouble = QStringLiteral("Events of compliance were lost.");
  } else if (full) {
    trouble = config_.whenFull == FullQueue::Closed ? QStringLiteral("The compliance queue is full: posts are refused.")
                                                    : QStringLiteral("The compliance queue is too long or too old.");
  } else if (!now.moverError.isEmpty()) {
    trouble = QStringLiteral("Events of compliance cannot be stored.");
  } else if (now.delivery.batch && !now.delivery.batch->error.isEmpty()) {
    trouble = QStringLiteral("The compliance adapter fails.");
  }
  const std::lock_guard lock(mutex_);
  trouble_ = trouble;
}

QString ComplianceService::trouble() const {
  const std::lock_guard lock(mutex_);
  return trouble_;
}

// Whoever asks for a run means everything up to now.
void ComplianceService::waitForMover() {
  const qint64 wanted = parts_.store.lastEvent();
  const auto deadline = std::chrono::steady_clock::now() + kMoverPatience;
  while (!stopping_ && reported().moved < wanted && std::chrono::steady_clock::now() < deadline) {
    moverThread_->wake();
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

void ComplianceService::onDelivery(std::function<Status()> work, Answer answer) {
  deliveryThread_->post([this, work = std::move(work), answer = std::move(answer)] {
    const Status done = work();
    report();
    parts_.executor([this, alive = std::weak_ptr(alive_), done, answer] {
      if (alive.expired()) return;
      answer(done ? Result<QJsonObject>(status()) : Result<QJsonObject>(done.error()));
    });
  });
}

void ComplianceService::run(Answer answer) {
  if (settings_.type == AdapterType::None && !hasSinks_) {
    return answer(Error::make(ErrorCode::InvalidArgument, QStringLiteral("No adapter is configured (AdapterType).")));
  }
  onDelivery(
      [this] {
        waitForMover();
        return delivery_->turn(true);
      },
      std::move(answer));
}

void ComplianceService::test(Answer answer) {
  onDelivery([this] { return delivery_->tryAdapter(); }, std::move(answer));
}

// Asks the queue, so that also what was recorded a moment ago counts. When in doubt, a file stays.
bool ComplianceService::isPinned(const QByteArray& path) const {
  const std::lock_guard lock(pinsMutex_);
  Sqlite::Statement uploads;
  if (!prepareComplianceSql(*pinsDatabase_, {{&uploads, QLatin1String("chat_uploads")}})) return true;
  auto rows = uploads.query();
  while (rows.next()) {
    const QJsonObject known = QJsonDocument::fromJson(rows.bytes(0)).object();
    if (known[QLatin1String(EventFile::kPath)].toString().toUtf8() == path) return true;
  }
  return !rows.status();
}

}  // namespace Parlour::Server
