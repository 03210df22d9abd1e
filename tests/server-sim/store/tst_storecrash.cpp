// SPDX-License-Identifier: Apache-2.0
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <map>

#include "protocol/support/sqlite/Database.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server::tst_storecrash {

// Kills a process that posts at any moment; whatever it was told to be stored must be there, once and in place.
class TestStoreCrash final : public QObject {
  Q_OBJECT

  using Acknowledged = std::map<std::pair<RoomId, ChatId>, EnvId>;

 private Q_SLOTS:
  void acknowledgedPostsOutliveKill() {
    const QTemporaryDir directory;
    TestLoop loop;
    {
      auto store = openStore(directory.path(), clock_, loop);
      QVERIFY(store && (*store)->importOrganisation(organisation(), clock_));
    }
    Acknowledged acknowledged;
    QRandomGenerator random(20310304);
    constexpr int kKills = 8;
    for (int i = 0; i < kKills; ++i) {
      const EnvId first = (EnvId{1} << 40) + static_cast<EnvId>(i) * 1'000'000;
      const auto before = acknowledged.size();
      runAndKill(directory.path(), first, random.bounded(1, 1'200), acknowledged);
      QVERIFY2(acknowledged.size() > before, "the child stored something");
      verify(directory.path(), acknowledged, loop);
      if (QTest::currentTestFailed()) return;
    }
  }

  // Killed at any moment: what the audit trail says was purged is gone in the end, everything else is still there.
  void purgesOutliveKill() {
    const QTemporaryDir directory;
    TestLoop loop;
    {
      auto store = openStore(directory.path(), clock_, loop);
      QVERIFY(store && (*store)->importOrganisation(organisation(), clock_));
    }
    QRandomGenerator random(20310305);
    qint64 round = 1;
    for (int i = 0; i < 10; ++i) {
      const qint64 answered = purgeAndKill(directory.path(), round, random.bounded(1, 250));
      round = verifyPurges(directory.path(), loop, answered) + 1;
      if (QTest::currentTestFailed()) return;
    }
  }

 private:
  // The last round that was answered, 0 when none was.
  static qint64 purgeAndKill(const QString& directory, qint64 first, int ms) {
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationDirPath() + QStringLiteral("/store-crash-child"),
                {directory, QStringLiteral("purge"), QString::number(first)});
    qint64 answered = 0;
    if (child.waitForReadyRead(20'000)) answered = child.readLine().trimmed().toLongLong();
    child.waitForReadyRead(ms);
    child.kill();
    child.waitForFinished();
    while (child.canReadLine()) answered = child.readLine().trimmed().toLongLong();
    return answered;
  }

  // Gives the highest round that there is a trace of.
  qint64 verifyPurges(const QString& directory, TestLoop& loop, qint64 answered) {
    auto store = openStore(directory, clock_, loop);
    if (!store) return -1;
    Answer<std::vector<AuditEntry>> trail(loop);
    (*store)->auditTrail({}, trail.callback());
    qint64 purged = 0;
    const auto entries = trail.wait();
    for (const AuditEntry& entry : entries.value()) purged = std::max(purged, entry.object.toLongLong());
    auto database = Sqlite::Database::open(directory + QStringLiteral("/chat.db"), {Sqlite::Access::ReadOnly});
    const auto number = [&](const char* sql) { return database->value(sql)->toLongLong(); };
    [&] {
      QVERIFY(purged >= answered);
      QTRY_COMPARE_WITH_TIMEOUT(number("SELECT count(*) FROM erasures"), 0, 20'000);
      QVERIFY(number("SELECT coalesce(min(CAST(substr(chat, 7) AS INTEGER)), 1 << 40) FROM messages") > purged);
      QCOMPARE(number("SELECT messages FROM room_heads WHERE last_chat_id > 0"),
               number("SELECT count(*) FROM messages"));
      // A purge takes the older part of the room; behind that nothing may be missing.
      QCOMPARE(
          number("SELECT count(*) FROM messages"),
          number("SELECT coalesce(max(last_chat_id) - min(key & 1099511627775) + 1, 0) FROM messages, room_heads"));
    }();
    return std::max(purged, number("SELECT coalesce(max(CAST(substr(chat, 7) AS INTEGER)), 0) FROM messages"));
  }

  static Organisation organisation() {
    Organisation small = smallOrganisation();
    for (OrgCategory& category : small.categories) category.history = true;
    return small;
  }

  // Lets the child go on for at least `lines` acknowledgements and kills it in the middle of its work.
  static void runAndKill(const QString& directory, EnvId first, int lines, Acknowledged& acknowledged) {
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationDirPath() + QStringLiteral("/store-crash-child"),
                {directory, QStringLiteral("post"), QString::number(first)});
    while (lines > 0 && child.waitForReadyRead(20'000)) {
      while (child.canReadLine()) {
        note(child.readLine(), acknowledged);
        --lines;
      }
    }
    child.kill();
    child.waitForFinished();
    // What stood in the pipe was acknowledged as well; a torn last line was not.
    while (child.canReadLine()) note(child.readLine(), acknowledged);
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
  }

  static void note(const QByteArray& line, Acknowledged& acknowledged) {
    const auto parts = line.trimmed().split(' ');
    QCOMPARE(parts.size(), 3);
    const auto inserted =
        acknowledged.insert({{parts[0].toLongLong(), parts[1].toULongLong()}, parts[2].toULongLong()});
    QVERIFY2(inserted.second, "no number was given out twice");
  }

  void verify(const QString& directory, const Acknowledged& acknowledged, TestLoop& loop) {
    auto store = openStore(directory, clock_, loop);
    QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().text));
    const auto snapshot = (*store)->load();
    QVERIFY(snapshot);
    Acknowledged stored;
    for (const Room& room : snapshot->rooms) readRoom(**store, loop, room, stored);
    std::map<EnvId, int> times;
    for (const auto& [place, envId] : stored) QCOMPARE(++times[envId], 1);
    for (const auto& [place, envId] : acknowledged) QCOMPARE(stored[place], envId);
  }

  static void readRoom(Store& store, TestLoop& loop, const Room& room, Acknowledged& stored) {
    HistoryQuery query;
    query.room = room.id;
    query.newestFirst = false;
    query.limit = 1'000;
    ChatId expected = 1;
    Timestamp last;
    bool more = true;
    while (more) {
      query.after = expected - 1;
      Answer<HistoryPage> answer(loop);
      store.history(query, answer.callback());
      const auto page = answer.wait();
      QVERIFY(page);
      more = page->truncated;
      for (const StoredMessage& message : page->messages) {
        QCOMPARE(message.chatId, expected++);
        QVERIFY(message.time > last);
        last = message.time;
        stored[{room.id, message.chatId}] = message.chat.mid(8).toULongLong();
      }
    }
    QCOMPARE(room.lastChatId, expected - 1);
    QCOMPARE(room.lastTime, last);
  }

  TestClock clock_;
};

PARLOUR_TEST(TestStoreCrash)

}  // namespace Parlour::Server::tst_storecrash

#include "tst_storecrash.moc"
