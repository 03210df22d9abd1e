// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "protocol/support/sqlite/Transaction.h"
#include "tests/program/TestProgram.h"

namespace Parlour::Sqlite::tst_transaction {

class TestTransaction final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    auto opened = Database::open(directory_->filePath(QStringLiteral("test.db")));
    QVERIFY(opened);
    database_ = std::make_unique<Database>(std::move(*opened));
    QVERIFY(database_->execute("CREATE TABLE t (x INTEGER NOT NULL) STRICT"));
  }
  void cleanup() { database_.reset(); }

  void commitKeeps() {
    {
      auto transaction = Transaction::begin(*database_);
      QVERIFY(transaction && add(1) && transaction->commit());
    }
    QCOMPARE(rows(), QByteArray("1"));
    QVERIFY(!database_->inTransaction());
  }

  void goingOutOfScopeUndoes() {
    {
      auto transaction = Transaction::begin(*database_);
      QVERIFY(transaction && add(1));
      QVERIFY(database_->inTransaction());
    }
    QCOMPARE(rows(), QByteArray());
    QVERIFY(!database_->inTransaction());
  }

  void innerJoinsOuter() {
    {
      auto outer = Transaction::begin(*database_);
      QVERIFY(outer && add(1));
      {
        auto inner = Transaction::begin(*database_);
        QVERIFY(inner && add(2) && inner->commit());
      }
      QVERIFY2(database_->inTransaction(), "only the outermost commits");
      QVERIFY(add(3) && outer->commit());
    }
    QCOMPARE(rows(), QByteArray("1,2,3"));
  }

  void lostInnerSpoilsOuter() {
    {
      auto outer = Transaction::begin(*database_);
      QVERIFY(outer && add(1));
      {
        auto inner = Transaction::begin(*database_);
        QVERIFY(inner && add(2));
      }
      const auto committed = outer->commit();
      QVERIFY(!committed);
      QCOMPARE(committed.error().code, ErrorCode::Storage);
    }
    QCOMPARE(rows(), QByteArray());
    auto next = Transaction::begin(*database_);
    QVERIFY2(next && add(4) && next->commit(), "the next transaction is not spoilt");
    QCOMPARE(rows(), QByteArray("4"));
  }

  void undoneOuterDoesNotKeepCommittedInner() {
    {
      auto outer = Transaction::begin(*database_);
      auto inner = Transaction::begin(*database_);
      QVERIFY(outer && inner && add(1) && inner->commit());
    }
    QCOMPARE(rows(), QByteArray());
  }

  void savepointUndoesItsPart() {
    auto transaction = Transaction::begin(*database_);
    QVERIFY(transaction && add(1));
    {
      auto part = Savepoint::begin(*database_);
      QVERIFY(part && add(2));
    }
    {
      auto part = Savepoint::begin(*database_);
      QVERIFY(part && add(3) && part->keep());
    }
    QVERIFY(transaction->commit());
    QCOMPARE(rows(), QByteArray("1,3"));
  }

  void fullDatabaseUndoesEverything() {
    QVERIFY(database_->execute("CREATE TABLE big (x BLOB) STRICT; PRAGMA max_page_count=40"));
    {
      auto transaction = Transaction::begin(*database_);
      QVERIFY(transaction && add(1));
      const auto filled = database_->execute("INSERT INTO big VALUES (zeroblob(1000000))");
      QVERIFY(!filled);
      QVERIFY(filled.error().text.contains(QStringLiteral("full")));
    }
    QVERIFY(!database_->inTransaction());
    QCOMPARE(rows(), QByteArray());
    QVERIFY(add(2));
  }

 private:
  bool add(int value) { return database_->execute("INSERT INTO t VALUES (" + QByteArray::number(value) + ")").ok(); }
  QByteArray rows() { return *database_->value("SELECT group_concat(x) FROM (SELECT x FROM t ORDER BY x)"); }

  std::unique_ptr<QTemporaryDir> directory_;
  std::unique_ptr<Database> database_;
};

PARLOUR_TEST(TestTransaction)

}  // namespace Parlour::Sqlite::tst_transaction

#include "tst_transaction.moc"
