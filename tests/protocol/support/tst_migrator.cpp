// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/support/sqlite/Migrator.h"
#include "protocol/support/sqlite/SqlFile.h"
#include "tests/program/TestProgram.h"

namespace Parlour::Sqlite::tst_migrator {

class TestMigrator final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    auto opened = Database::open(directory_->filePath(QStringLiteral("test.db")));
    QVERIFY(opened);
    database_ = std::make_unique<Database>(std::move(*opened));
    write("001_first.sql", "-- begins\nCREATE TABLE a (x INTEGER) STRICT;\nINSERT INTO a VALUES (1);\n");
  }
  void cleanup() { database_.reset(); }

  void runsWhatIsNewInOrder() {
    QVERIFY(migrate(*database_, directory_->path()));
    QCOMPARE(*database_->value("PRAGMA user_version"), QByteArray("1"));
    write("003_third.sql", "UPDATE a SET x = x * 10 -- no semicolon");
    write("002_second.sql", "UPDATE a SET x = x + 1;");
    write("notes.sql", "this is no migration");
    QVERIFY(migrate(*database_, directory_->path()));
    QVERIFY(migrate(*database_, directory_->path()));
    QCOMPARE(*database_->value("SELECT x FROM a"), QByteArray("20"));
    QCOMPARE(*database_->value("PRAGMA user_version"), QByteArray("3"));
  }

  void failureKeepsTheLastGoodVersion() {
    write("002_broken.sql", "UPDATE a SET x = 7; SELECT nonsense;");
    const auto migrated = migrate(*database_, directory_->path());
    QVERIFY(!migrated);
    QVERIFY2(migrated.error().detail.contains(QStringLiteral("002_broken.sql")), qPrintable(migrated.error().detail));
    QCOMPARE(*database_->value("PRAGMA user_version"), QByteArray("1"));
    QCOMPARE(*database_->value("SELECT x FROM a"), QByteArray("1"));
  }

  void gapIsAnError() {
    write("003_third.sql", "SELECT 1;");
    QCOMPARE(migrate(*database_, directory_->path()).error().code, ErrorCode::Internal);
  }

  void newerDatabaseIsRefused() {
    QVERIFY(database_->execute("PRAGMA user_version=2"));
    QCOMPARE(migrate(*database_, directory_->path()).error().code, ErrorCode::NotSupported);
  }

  void statementsComeFromFiles() {
    write("one.sql", "SELECT 41 + ?1");
    write("broken.sql", "SELEC");
    Statement one;
    Statement broken;
    QVERIFY(prepareFromFiles(*database_, directory_->path(), {{&one, QLatin1String("one")}}));
    Query rows = one.query(1);
    QVERIFY(rows.next());
    QCOMPARE(rows.integer(0), qint64(42));
    const auto failed = prepareFromFiles(*database_, directory_->path(), {{&broken, QLatin1String("broken")}});
    QVERIFY2(failed.error().detail.contains(QStringLiteral("broken.sql")), qPrintable(failed.error().detail));
    const auto missing = prepareFromFiles(*database_, directory_->path(), {{&broken, QLatin1String("missing")}});
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
  }

 private:
  void write(const char* name, const QByteArray& text) {
    QFile file(directory_->filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
  }

  std::unique_ptr<QTemporaryDir> directory_;
  std::unique_ptr<Database> database_;
};

PARLOUR_TEST(TestMigrator)

}  // namespace Parlour::Sqlite::tst_migrator

#include "tst_migrator.moc"
