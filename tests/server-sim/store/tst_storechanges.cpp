// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/support/sqlite/Database.h"
#include "protocol/support/sqlite/SqlFile.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/store/ChangeContract.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server::tst_storechanges {

// Administration of the store on SQLite: the contract, and what is special to its files.
class TestStoreChanges final : public ChangeContract {
  Q_OBJECT

 protected:
  // Copies a store that was made once: there are many test functions.
  std::unique_ptr<Store> makeStore() override {
    if (!template_) {
      template_ = std::make_unique<QTemporaryDir>();
      auto store = openStore(template_->path(), clock_, loop_);
      if (!store || !(*store)->importOrganisation(smallOrganisation(), clock_)) return nullptr;
    }
    directory_ = std::make_unique<QTemporaryDir>();
    const QString file = QStringLiteral("/chat.db");
    if (!QDir().mkpath(path()) || !QFile::copy(template_->path() + file, path() + file)) return nullptr;
    auto store = openStore(path(), clock_, loop_);
    return store ? std::move(*store) : nullptr;
  }

  void reopen() override {
    store_.reset();
    auto opened = openStore(path(), clock_, loop_);
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().text + opened.error().detail));
    store_ = std::move(*opened);
  }

 private Q_SLOTS:
  void indexAgreesAfterChanges() {
    for (int i = 0; i < 60; ++i) QVERIFY(post(i % 2 == 0 ? tides_ : deck_, "herring " + QByteArray::number(i)));
    ChangeSet set;
    set.messageRemovals = {{tides_, {2, 3, 9}, std::nullopt},
                           {tides_, {4, 5}, QByteArray("gone")},
                           {tides_, {5}, QByteArray("gone again")}};
    set.removedRooms = {deck_};
    QCOMPARE(mustApply(set).messagesRemoved, qint64(36));
    QVERIFY(post(tides_, "one more"));
    store_.reset();
    auto database = open();
    const auto checked =
        database.execute("INSERT INTO message_search (message_search, rank) VALUES ('integrity-check', 1)");
    QVERIFY2(checked.ok(), checked ? "" : qPrintable(checked.error().detail));
    QCOMPARE(*database.value("PRAGMA integrity_check"), QByteArray("ok"));
    QCOMPARE(database.value("PRAGMA foreign_key_check").error().code, ErrorCode::NotFound);
    QCOMPARE(*database.value("SELECT count(*) FROM erasures"), QByteArray("0"));
    QCOMPARE(*database.value("SELECT messages FROM room_heads"), *database.value("SELECT count(*) FROM messages"));
  }

  void nothingIsErasedInAStoreThatNobodyChanged() {
    reopen();
    QTRY_VERIFY(!store_->health().erasing);
    QVERIFY(post(tides_, "herring"));
    QTRY_VERIFY(!store_->health().erasing);
  }

  void erasingGoesOnAfterACrash() {
    for (int i = 0; i < 20; ++i) QVERIFY(post(tides_, "herring"));
    store_.reset();
    {
      auto database = open();
      const QByteArray first = QByteArray::number(tides_ << 40);
      const QByteArray last = QByteArray::number((tides_ << 40) + 15);
      QVERIFY(database.execute("INSERT INTO erasures (first_key, last_key) VALUES (" + first + ", " + last + ")"));
    }
    reopen();
    QTRY_COMPARE_WITH_TIMEOUT(idsIn(tides_).size(), size_t(5), 20'000);
    QCOMPARE(idsIn(tides_, QStringLiteral("herring")).size(), size_t(5));
    ChangeSet purge;
    purge.purges = {{tides_, Timestamp{clock_.now().ticks + 1'000'000}}};
    QCOMPARE(mustApply(purge).messagesRemoved, qint64(5));
  }

  void stoppingAnswersAndTheRestIsErasedLater() {
    NewPost old;
    old.room = tides_;
    old.author = ada_;
    old.chat = "herring";
    for (int i = 0; i < 5'000; ++i) store_->appendPost(old, [](const Result<PostReceipt>&) {});
    ChangeSet set;
    set.purges = {{tides_, Timestamp{clock_.now().ticks + 60'000 * Timestamp::kPerMs}}};
    std::optional<Result<ChangeReceipt>> purged;
    store_->applyChanges(set, [&](const Result<ChangeReceipt>& receipt) { purged = receipt; });
    store_.reset();
    QVERIFY(loop_.runUntil([&] { return purged.has_value(); }));
    QVERIFY2(purged->ok(), "what was committed is told as done");
    reopen();
    QTRY_VERIFY_WITH_TIMEOUT(idsIn(tides_).empty(), 20'000);
  }

  void firstVersionIsBroughtForward() {
    store_.reset();
    directory_ = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(path()));
    {
      auto database = open();
      auto initial = Sqlite::readSqlFile(QStringLiteral(":/parlour/store/migrations/001_initial.sql"));
      QVERIFY(initial && database.execute(*initial + ";PRAGMA user_version=1"));
      QVERIFY(database.execute(
          "INSERT INTO principals (uri, guid, type, display_name, email, title, company, chat_enabled) VALUES "
          "('sip:ada@orchard.example', 'g1', 5, 'Ada', '', '', '', 1), "
          "('sip:bo@orchard.example', 'g2', 5, 'Bo', '', '', '', 0);"
          "INSERT INTO categories (uri, name, description, invitations, files, history) VALUES "
          "('ma-cat://orchard.example/c', 'C', '', 1, 0, 1);"
          "INSERT INTO rooms (uri, name, description, topic, category_id, type, privacy, inherit_invitations, "
          "disabled, "
          "created_by, created_on, updated_by, updated_on) VALUES "
          "('ma-chan://orchard.example/tides', 'tides', '', '', 1, 4, 3, 1, 0, '', 0, '', 0);"
          "INSERT INTO room_heads (room_id, last_chat_id, last_time) VALUES (1, 2, 7);"
          "INSERT INTO messages (key, sent_on, author_id, alert, chat, rtf) VALUES "
          "(1099511627777, 6, 1, 0, 'abc', NULL), (1099511627778, 7, 1, 0, char(228), '{}');"
          "INSERT INTO invitations (user_id, number, room_id, created_on) VALUES (1, 4, 1, 0);"));
    }
    reopen();
    const Snapshot all = snapshot();
    QCOMPARE(all.principals.size(), size_t(2));
    QVERIFY(all.principals[0].chatEnabled && !all.principals[1].chatEnabled);
    QVERIFY(all.policies == (std::vector<Policy>{{QStringLiteral("Global"), PolicyScope::Global, false},
                                                 {QStringLiteral("Chat rooms on"), PolicyScope::User, true}}));
    QVERIFY(all.grants == (std::vector<PolicyGrant>{{1, QStringLiteral("Chat rooms on")}}));
    const auto sizes = ask<std::vector<RoomSize>>([&](auto done) { store_->roomSizes(done); });
    QVERIFY(*sizes == (std::vector<RoomSize>{{1, 2, 7}}));
    ChangeSet set;
    set.rooms = {newRoom("mill")};
    set.rooms[0].category = 1;
    set.invitations = {{1, set.rooms[0].uri}};
    QCOMPARE(mustApply(set).invitations.at(0).invitation.number, quint64(5));
  }

 private:
  QString path() const { return directory_->path() + QStringLiteral("/data"); }
  Sqlite::Database open() const { return *Sqlite::Database::open(path() + QStringLiteral("/chat.db")); }

  std::unique_ptr<QTemporaryDir> template_;
  std::unique_ptr<QTemporaryDir> directory_;
};

PARLOUR_TEST(TestStoreChanges)

}  // namespace Parlour::Server::tst_storechanges

#include "tst_storechanges.moc"
