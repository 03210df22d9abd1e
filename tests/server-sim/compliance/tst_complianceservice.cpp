// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/ChatRecorder.h"
#include "server-sim/channel/changes/ChangeService.h"
#include "server-sim/channel/changes/ConfigurationPlans.h"
#include "server-sim/compliance/ComplianceService.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server::tst_complianceservice {

class NoSink final : public SessionSink {
 public:
  void deliver(SessionId, const SharedEnvelope&) override {}
};

// The service with its threads over a real store.
class TestComplianceService final : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> directory_;
  TestClock clock_;
  TestLoop loop_;
  NoSink sink_;
  std::unique_ptr<SqliteStore> store_;
  std::unique_ptr<ChannelService> channel_;
  std::unique_ptr<ComplianceService> service_;

  void start(const ComplianceConfig& config) {
    const auto executor = [this](std::function<void()> closure) { loop_.post(std::move(closure)); };
    auto started = ComplianceService::start(directory_->path(), config, {*channel_, *store_, clock_, executor});
    QVERIFY(started.ok());
    service_ = std::move(*started);
    service_->tick();
  }

  void configure(const char* key, const QByteArray& value) {
    bool done = false;
    channel_->changes().submit(
        [&](const ChannelState& state) {
          return setConfiguration(state, {0, "local administrator root", true}, {ConfigurationScope::Pool, key, value},
                                  clock_.now());
        },
        [&done](const Outcome& outcome) { done = outcome.ok(); });
    QVERIFY(loop_.runUntil([&done] { return done; }));
    service_->tick();
  }

  ComplianceEvent join() const {
    const Room& room = channel_->state().rooms().byName().front()->room;
    return channel_->recorder().event(ComplianceKind::Join, 0, &room);
  }

  bool record(const ComplianceEvent& event) {
    const qint64 before = store_->lastEvent();
    channel_->recorder().record(event, [](const Status&) {});
    return loop_.runUntil([&] { return store_->lastEvent() > before; });
  }

  Result<QJsonObject> ask(void (ComplianceService::*what)(ComplianceControl::Answer)) {
    std::optional<Result<QJsonObject>> answer;
    (service_.get()->*what)([&answer](const Result<QJsonObject>& given) { answer = given; });
    const bool came = loop_.runUntil([&answer] { return answer.has_value(); });
    return came ? *answer : Result<QJsonObject>(Error::make(ErrorCode::Timeout, QStringLiteral("no answer")));
  }

  QStringList output() const {
    return QDir(directory_->filePath(QStringLiteral("out"))).entryList(QDir::Files, QDir::Name);
  }

 private Q_SLOTS:
  void init() {
    service_.reset();
    channel_.reset();
    store_.reset();
    directory_ = std::make_unique<QTemporaryDir>();
    auto store = openStore(directory_->path(), clock_, loop_);
    QVERIFY(store && (*store)->importOrganisation(smallOrganisation(), clock_));
    store_ = std::move(*store);
    channel_ = std::make_unique<ChannelService>(ChannelSettings{}, *store_->load(), *store_, sink_, clock_);
  }
  void cleanup() {
    service_.reset();
    channel_.reset();
    store_.reset();
  }

  void followsTheSettings() {
    start({});
    QVERIFY(!service_->status()[QLatin1String("recording")].toBool());
    QVERIFY(!ask(&ComplianceService::run).ok());
    configure("AdapterOutputDirectory", directory_->filePath(QStringLiteral("out")).toUtf8());
    configure("AdapterType", "jsonl");
    QVERIFY(service_->status()[QLatin1String("recording")].toBool());
    QVERIFY(record(join()));
    QCOMPARE(service_->status()[QLatin1String("waiting")].toInt(), 1);
    const auto ran = ask(&ComplianceService::run);
    QVERIFY2(ran.ok(), ran.ok() ? "" : qPrintable(ran.error().text));
    QCOMPARE((*ran)[QLatin1String("waiting")].toInt(), 0);
    QCOMPARE((*ran)[QLatin1String("delivered")].toInt(), 1);
    QCOMPARE(output().size(), 1);
    QVERIFY(ask(&ComplianceService::test).ok());
    QCOMPARE(output().size(), 1);
  }

  void runsByItselfWhenTheIntervalIsOver() {
    start({});
    configure("AdapterOutputDirectory", directory_->filePath(QStringLiteral("out")).toUtf8());
    configure("RunInterval", "00:01:00");
    configure("AdapterType", "csv");
    QVERIFY(record(join()));
    QTRY_VERIFY(!service_->status()[QLatin1String("nextRun")].toString().isEmpty());
    // The delivery begins its interval when it first looks, so the clock goes on until one is over.
    QTRY_VERIFY_WITH_TIMEOUT((clock_.advanceMs(30'000), !output().isEmpty()), 20'000);
  }

  void withoutAnAdapterButOn() {
    ComplianceConfig config;
    config.always = true;
    start(config);
    QVERIFY(record(join()));
    QVERIFY(ask(&ComplianceService::run).ok());
    QCOMPARE(QDir(directory_->filePath(QStringLiteral("compliance"))).entryList({QStringLiteral("*.xml")}).size(), 1);
  }

  void fullIsTold_data() {
    QTest::addColumn<bool>("closed");
    QTest::newRow("open") << false;
    QTest::newRow("closed") << true;
  }
  void fullIsTold() {
    QFETCH(bool, closed);
    ComplianceConfig config;
    config.limitEvents = 2;
    config.whenFull = closed ? FullQueue::Closed : FullQueue::Open;
    start(config);
    configure("AdapterOutputDirectory", "/dev/null/nowhere");
    configure("AdapterType", "csv");
    QVERIFY(channel_->recorder().mayBegin().ok());
    for (int i = 0; i < 3; ++i) QVERIFY(record(join()));
    QVERIFY(!ask(&ComplianceService::run).ok());
    service_->tick();
    QCOMPARE(channel_->recorder().mayBegin().ok(), !closed);
    QVERIFY(!service_->trouble().isEmpty());
    QVERIFY(service_->status()[QLatin1String("error")].toString().contains(QLatin1String("/dev/null/nowhere")));
    configure("AdapterOutputDirectory", directory_->filePath(QStringLiteral("out")).toUtf8());
    QVERIFY(ask(&ComplianceService::run).ok());
    service_->tick();
    QVERIFY(channel_->recorder().mayBegin().ok());
    QCOMPARE(service_->trouble(), QString());
  }

  // An upload's file stays until it is copied.
  void filesAreHeld() {
    ComplianceConfig config;
    config.always = true;
    start(config);
    QDir(directory_->path()).mkpath(QStringLiteral("files"));
    QFile file(directory_->filePath(QStringLiteral("files/content")));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("content");
    file.close();
    ComplianceEvent upload = join();
    upload.kind = ComplianceKind::Upload;
    upload.content = "c3a1f6be.txt";
    upload.extension = R"({"path":"files/content"})";
    QVERIFY(record(upload));
    const QString copied = directory_->filePath(QStringLiteral("compliance-files/c3a1f6be.txt"));
    QVERIFY(service_->isPinned("files/content") || QFile::exists(copied));
    QTRY_VERIFY(!service_->isPinned("files/content"));
    QVERIFY(QFile::exists(copied));
    QVERIFY(!service_->isPinned("files/other"));
  }
};

PARLOUR_TEST(TestComplianceService)

}  // namespace Parlour::Server::tst_complianceservice

#include "tst_complianceservice.moc"
