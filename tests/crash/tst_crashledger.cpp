// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/crash/CrashLedger.h"
#include "tests/program/TestProgram.h"

namespace tst_crashledger {

using Parlour::Crash::CrashLedger;

// A run without faults means something only if each fault would be noticed.
class TestCrashLedger final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { ledger_ = std::make_unique<CrashLedger>(2, 1); }

  void nothingWrong() {
    for (const int user : {0, 1}) {
      ledger_->live(user, {0, 1, "a"}, false);
      ledger_->page(user, {0, 1, "a"});
      ledger_->page(user, {0, 2, "b"});
    }
    ledger_->acknowledged({0, 1, "a"});
    ledger_->live(0, {0, 2, "b"}, true);
    ledger_->acknowledged({0, 2, "b"});
    QVERIFY(ledger_->settled());
    ledger_->compare(0, {{1, "a"}, {2, "b"}}, {"a", "b"});
    QVERIFY(ledger_->faults().empty());
    QCOMPARE(ledger_->acknowledgements(), size_t(2));
    QCOMPARE(ledger_->repeats(), size_t(1));
    QCOMPARE(ledger_->newest(0, 0), uint64_t(2));
  }

  void seenTwice() {
    ledger_->live(0, {0, 1, "a"}, false);
    ledger_->live(0, {0, 1, "a"}, false);
    QCOMPARE(ledger_->faults().size(), size_t(1));
  }

  void twoNumbers() {
    ledger_->live(0, {0, 1, "a"}, false);
    ledger_->page(1, {0, 2, "a"});
    QCOMPARE(ledger_->faults().size(), size_t(1));
  }

  void twoTexts() {
    ledger_->page(0, {0, 1, "a"});
    ledger_->page(0, {0, 1, "b"});
    QVERIFY(!ledger_->faults().empty());
  }

  void acknowledgedElsewhere() {
    ledger_->acknowledged({0, 1, "a"});
    ledger_->acknowledged({0, 2, "a"});
    QCOMPARE(ledger_->faults().size(), size_t(1));
  }

  void notAllSawTheSame() {
    ledger_->page(0, {0, 1, "a"});
    QVERIFY(!ledger_->settled());
    ledger_->page(1, {0, 1, "a"});
    QVERIFY(ledger_->settled());
    ledger_->page(0, {0, 3, "c"});
    ledger_->page(1, {0, 3, "c"});
    QVERIFY2(!ledger_->settled(), "number 2 is missing");
  }

  void storedOtherwise_data() {
    QTest::addColumn<QString>("stored");  // the texts, in the order of their numbers
    QTest::newRow("lost") << QStringLiteral("a");
    QTest::newRow("doubled") << QStringLiteral("abb");
    QTest::newRow("out of order") << QStringLiteral("ba");
    QTest::newRow("never posted") << QStringLiteral("abc");
  }

  void storedOtherwise() {
    QFETCH(QString, stored);
    for (const int user : {0, 1}) {
      ledger_->page(user, {0, 1, "a"});
      ledger_->page(user, {0, 2, "b"});
    }
    ledger_->acknowledged({0, 2, "b"});
    std::map<uint64_t, std::string> texts;
    for (const QChar each : stored) texts[texts.size() + 1] = QString(each).toStdString();
    ledger_->compare(0, texts, {"a", "b"});
    QVERIFY(!ledger_->faults().empty());
  }

 private:
  std::unique_ptr<CrashLedger> ledger_;
};

PARLOUR_TEST(TestCrashLedger)

}  // namespace tst_crashledger

#include "tst_crashledger.moc"
