// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "server-sim/compliance/BatchDelivery.h"
#include "server-sim/compliance/EventMover.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/compliance/ComplianceSamples.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server::tst_batchdelivery {

// Remembers what it was given; takes nothing while `fails`.
class MemorySink final : public EventSink {
 public:
  QString name() const override { return QStringLiteral("memory"); }
  Result<qint64> position() override { return taken.empty() ? 0 : taken.back(); }
  Status take(const EventBatch& batch) override {
    if (fails) return Error::make(ErrorCode::Storage, QStringLiteral("The sink is full."));
    for (const ComplianceEvent& event : batch.events) taken.push_back(event.eventId);
    return success();
  }
  std::vector<qint64> taken;
  bool fails = false;
};

// From compliance.db to the adapter and the sinks, with a clock that the test moves.
class TestBatchDelivery final : public QObject {
  Q_OBJECT

  static constexpr qint64 kIntervalMs = 15 * 60 * 1'000;
  std::unique_ptr<QTemporaryDir> directory_;
  TestClock clock_;
  std::unique_ptr<ComplianceDatabase> kept_;
  std::unique_ptr<BatchDelivery> delivery_;
  AdapterSettings settings_;

  void open() {
    delivery_.reset();
    auto delivery = BatchDelivery::open({directory_->path()}, clock_);
    QVERIFY(delivery.ok());
    delivery_ = std::move(*delivery);
    delivery_->setSettings(settings_, kIntervalMs);
  }

  QString outputPath() const { return directory_->filePath(QStringLiteral("out")); }

  QStringList output() const { return QDir(outputPath()).entryList(QDir::Files, QDir::Name); }

  // Numbers of the events in all files, in the order of the files.
  QList<int> delivered() const {
    QList<int> events;
    for (const QString& name : output()) {
      QFile file(outputPath() + QLatin1Char('/') + name);
      if (!file.open(QFile::ReadOnly)) continue;
      for (const QByteArray& line : file.readAll().split('\n').mid(1)) {
        const int event = line.split(',').first().toInt();
        if (event > 0) events.append(event);
      }
    }
    return events;
  }

  void add(qint64 first, qint64 last) {
    std::vector<ComplianceEvent> events;
    for (qint64 id = first; id <= last; ++id) events.push_back(sampleEvent(id, ComplianceKind::Post, "text"));
    QVERIFY(kept_->add(events).ok());
  }

  void pass(qint64 ms) {
    clock_.advanceMs(ms);
    static_cast<void>(delivery_->turn(false));
  }

 private Q_SLOTS:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    TestLoop loop;
    auto store = openStore(directory_->path(), clock_, loop);
    QVERIFY(store && (*store)->importOrganisation(smallOrganisation(), clock_));
    store->reset();
    auto kept = ComplianceDatabase::open(directory_->filePath(QLatin1String(ComplianceDatabase::kFile)));
    QVERIFY(kept.ok());
    kept_ = std::move(*kept);
    settings_ = {};
    settings_.type = AdapterType::Csv;
    settings_.outputDirectory = outputPath();
    open();
    pass(0);  // the first interval begins
  }

  void everyInterval() {
    add(1, 3);
    pass(kIntervalMs - 1);
    QVERIFY(delivered().isEmpty());
    pass(1);
    QCOMPARE(delivered(), (QList<int>{1, 2, 3}));
    add(4, 4);
    open();  // a restart does not begin a new interval
    pass(kIntervalMs / 2);
    QCOMPARE(output().size(), 1);
    pass(kIntervalMs / 2);
    QCOMPARE(delivered(), (QList<int>{1, 2, 3, 4}));
    QCOMPARE(kept_->backlog()->delivered, 4);
    QVERIFY(kept_->backlog()->oldest.isNull());
  }

  void nothingWithoutAnAdapter() {
    settings_.type = AdapterType::None;
    open();
    add(1, 2);
    pass(3 * kIntervalMs);
    QCOMPARE(kept_->backlog()->delivered, 0);
    QCOMPARE(kept_->eventsBetween(1, 9)->size(), size_t{2});
  }

  // Something that came here before does not come again, in whatever order it is offered.
  void knownEventsArePassedOver() {
    add(1, 3);
    QVERIFY(delivery_->turn(true).ok());
    add(2, 4);
    QVERIFY(delivery_->turn(true).ok());
    QCOMPARE(delivered(), (QList<int>{1, 2, 3, 4}));
  }

  void failuresAreRepeatedLaterAndLater() {
    QFile blocker(outputPath());
    QVERIFY(blocker.open(QFile::WriteOnly));  // a file where the folder has to be
    blocker.close();
    add(1, 1);
    pass(kIntervalMs);
    qint64 pause = BatchDelivery::kFirstPauseMs;
    for (int attempt = 1; attempt <= 9; ++attempt) {
      const auto state = delivery_->state();
      QVERIFY(state.ok() && state->batch);
      QCOMPARE(state->batch->attempts, attempt);
      QVERIFY(state->batch->error.contains(outputPath()));
      pass(pause - 1);
      QCOMPARE(delivery_->state()->batch->attempts, attempt);
      pass(1);
      pause = std::min(pause * 2, BatchDelivery::kLongestPauseMs);
    }
    QVERIFY(blocker.remove());
    add(2, 2);
    pass(BatchDelivery::kLongestPauseMs);
    QCOMPARE(delivered(), (QList<int>{1, 2}));
    QCOMPARE(output().size(), 2);  // a batch stays what it was
    QVERIFY(delivery_->state()->failures >= 9);
  }

  // With other settings an attempt that was cut off could have left its files in two places.
  void cutOffAttemptKeepsItsSettings() {
    add(1, 2);
    QVERIFY(kept_->form(1, 2, clock_.now(), "{}").ok());
    QVERIFY(kept_->beginAttempt(1, settingsText(settings_)).ok());
    settings_.type = AdapterType::JsonLines;
    settings_.outputDirectory = directory_->filePath(QStringLiteral("elsewhere"));
    open();
    QVERIFY(delivery_->turn(true).ok());
    QCOMPARE(delivered(), (QList<int>{1, 2}));
    QVERIFY(!QFile::exists(settings_.outputDirectory));
  }

  void attemptThatFailedTakesNewSettings() {
    const QString good = settings_.outputDirectory;
    settings_.outputDirectory = QStringLiteral("/dev/null/nowhere");
    open();
    add(1, 2);
    QVERIFY(!delivery_->turn(true).ok());
    settings_.outputDirectory = good;
    delivery_->setSettings(settings_, kIntervalMs);
    QVERIFY(delivery_->turn(true).ok());
    QCOMPARE(delivered(), (QList<int>{1, 2}));
  }

  void sinksGetEachBatchOnce() {
    MemorySink sink;
    delivery_->addSink(&sink);
    sink.fails = true;
    add(1, 2);
    QVERIFY(!delivery_->turn(true).ok());
    QCOMPARE(delivered(), (QList<int>{1, 2}));
    QCOMPARE(delivery_->state()->batch->error, QStringLiteral("The sink is full."));
    QVERIFY(QDir(outputPath()).removeRecursively());
    sink.fails = false;
    add(3, 3);
    QVERIFY(delivery_->turn(true).ok());
    QCOMPARE(sink.taken, (std::vector<qint64>{1, 2, 3}));
    QCOMPARE(delivered(), (QList<int>{3}));  // the adapter had the first two and was not asked again
  }

  void largeRunsAreCut() {
    auto delivery = BatchDelivery::open({directory_->path(), {}, 10}, clock_);
    QVERIFY(delivery.ok());
    (*delivery)->setSettings(settings_, kIntervalMs);
    add(1, 25);
    QVERIFY((*delivery)->turn(true).ok());
    QCOMPARE(output().size(), 3);
    QCOMPARE(delivered().size(), 25);
  }

  void tryingLeavesNothing() {
    QVERIFY(delivery_->tryAdapter().ok());
    QVERIFY(output().isEmpty());
    settings_.outputDirectory = QStringLiteral("/dev/null/nowhere");
    delivery_->setSettings(settings_, kIntervalMs);
    QVERIFY(!delivery_->tryAdapter().ok());
  }
};

PARLOUR_TEST(TestBatchDelivery)

}  // namespace Parlour::Server::tst_batchdelivery

#include "tst_batchdelivery.moc"
