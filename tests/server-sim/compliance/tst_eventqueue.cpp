// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/compliance/EventRows.h"
#include "server-sim/store/EventWriter.h"
#include "server-sim/store/StoreSql.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/compliance/ComplianceSamples.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server::tst_eventqueue {

// The queue in chat.db: what is in it, under which number.
class TestEventQueue final : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> directory_;
  TestClock clock_;
  TestLoop loop_;
  std::unique_ptr<SqliteStore> store_;
  Snapshot snapshot_;

  void open(qint64 above = 0) {
    store_.reset();
    SqliteStoreLimits limits;
    limits.eventsAbove = above;
    auto store = openStore(directory_->path(), clock_, loop_, limits);
    QVERIFY(store.ok());
    store_ = std::move(*store);
  }

  std::vector<ComplianceEvent> queue() {
    auto database = Sqlite::Database::open(directory_->filePath(QStringLiteral("chat.db")), {Sqlite::Access::ReadOnly});
    Sqlite::Statement events;
    if (!database || !prepareStoreSql(*database, {{&events, QLatin1String("compliance_events")}})) return {};
    return *eventsOfRows(events.query(0, 1'000));
  }

  Result<PostReceipt> post(const QByteArray& text, const QString& room, EnvId envId = 0) {
    NewPost post;
    post.room = roomIn(snapshot_, room);
    post.author = principalIn(snapshot_, "sip:ada@");
    post.epid = "01ab";
    post.envId = envId;
    post.keep = room == QLatin1String("tides");
    post.chat = text;
    post.event = std::make_shared<const ComplianceEvent>(sampleEvent(0, ComplianceKind::Post));
    Answer<PostReceipt> answer(loop_);
    store_->appendPost(post, answer.callback());
    return answer.wait();
  }

  bool record(ComplianceKind kind) {
    ComplianceEvent event = sampleEvent(0, kind);
    event.room.id = roomIn(snapshot_, QStringLiteral("tides"));
    event.user.id = principalIn(snapshot_, "sip:ada@");
    Answer<Done> answer(loop_);
    store_->recordEvents({event}, answer.callback());
    return answer.wait().ok();
  }

 private Q_SLOTS:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    open();
    QVERIFY(store_->importOrganisation(smallOrganisation(), clock_).ok());
    snapshot_ = *store_->load();
  }

  void postsAreQueued() {
    const auto receipt = post("hello", QStringLiteral("tides"));
    QVERIFY(receipt.ok());
    QVERIFY(post("kept nowhere else", QStringLiteral("deck")).ok());
    const auto events = queue();
    QCOMPARE(events.size(), size_t{2});
    QCOMPARE(events[0].eventId, 1);
    QCOMPARE(events[0].messageId, receipt->chatId);
    QCOMPARE(events[0].time, receipt->time);
    QCOMPARE(events[0].content, QByteArray("hello"));
    QCOMPARE(events[1].content, QByteArray("kept nowhere else"));
    QCOMPARE(store_->lastEvent(), 2);
  }

  void repeatsAndRefusalsAreNot() {
    QVERIFY(post("hello", QStringLiteral("tides"), 1ULL << 40).ok());
    QVERIFY(post("hello", QStringLiteral("tides"), 1ULL << 40)->repeated);
    QVERIFY(!post("hello", QStringLiteral("nowhere")).ok());
    QCOMPARE(queue().size(), size_t{1});
  }

  // The set is refused as a whole, its events with it.
  void refusedChangesAreNot() {
    ChangeSet set;
    set.removedRooms = {roomIn(snapshot_, QStringLiteral("tides"))};
    set.purges = {{999, clock_.now()}};
    set.events = {sampleEvent(0, ComplianceKind::RoomChange)};
    Answer<ChangeReceipt> refused(loop_);
    store_->applyChanges(set, refused.callback());
    QVERIFY(!refused.wait().ok());
    QVERIFY(queue().empty());
    set.purges.clear();
    Answer<ChangeReceipt> done(loop_);
    store_->applyChanges(set, done.callback());
    QVERIFY(done.wait().ok());
    QCOMPARE(queue().size(), size_t{1});
  }

  // Work that is undone leaves no event and no gap.
  void numbersAreDense() {
    QVERIFY(record(ComplianceKind::Post));
    for (const bool works : {false, true}) {
      Answer<Done> answer(loop_);
      store_->write(
          [this, works](Sqlite::Database& database) -> Status {
            auto added = addComplianceEvent(database, sampleEvent(0, ComplianceKind::Upload), clock_.now());
            return works ? added : Status(Error::make(ErrorCode::Conflict, QStringLiteral("undo")));
          },
          answer.callback());
      QCOMPARE(answer.wait().ok(), works);
    }
    QVERIFY(record(ComplianceKind::Post));
    const auto events = queue();
    QCOMPARE(events.size(), size_t{3});
    for (size_t i = 0; i < events.size(); ++i) QCOMPARE(events[i].eventId, static_cast<qint64>(i + 1));
    QCOMPARE(events[1].kind, ComplianceKind::Upload);
  }

  void numbersOutliveTheQueue() {
    QVERIFY(record(ComplianceKind::Post) && record(ComplianceKind::Post));
    Answer<Done> forgot(loop_);
    store_->forgetEvents(2, forgot.callback());
    QVERIFY(forgot.wait().ok());
    QVERIFY(queue().empty());
    open();
    QVERIFY(record(ComplianceKind::Post));
    QCOMPARE(queue().front().eventId, 3);
  }

  // A database that was restored from a backup would give numbers again that are known elsewhere.
  void numbersGoOnAboveWhatIsKnown() {
    QVERIFY(record(ComplianceKind::Post));
    open(41);
    QVERIFY(record(ComplianceKind::Post));
    QCOMPARE(queue().back().eventId, 42);
  }

  void whoWasThereHasLeft() {
    QVERIFY(record(ComplianceKind::Join));
    const Timestamp joined = queue().front().time;
    clock_.advanceMs(60'000);
    open();
    const auto events = queue();
    QCOMPARE(events.size(), size_t{2});
    QCOMPARE(events[1].kind, ComplianceKind::Part);
    QCOMPARE(events[1].time, joined);  // the last sign of life
    QCOMPARE(events[1].room.name, QStringLiteral("tides"));
    QVERIFY(events[1].user.internal);
    open();
    QCOMPARE(queue().size(), size_t{2});  // once
  }

  void whoLeftHasLeft() {
    QVERIFY(record(ComplianceKind::Join) && record(ComplianceKind::Part));
    open();
    QCOMPARE(queue().size(), size_t{2});
  }
};

PARLOUR_TEST(TestEventQueue)

}  // namespace Parlour::Server::tst_eventqueue

#include "tst_eventqueue.moc"
