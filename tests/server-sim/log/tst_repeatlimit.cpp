// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/log/RepeatLimit.h"
#include "tests/program/TestProgram.h"

namespace tst_repeatlimit {

using namespace Parlour::Server;

class TestRepeatLimit : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void fewPass();
  void otherKindsPass();
  void newWindowTellsWhatWasLeftOut();
  void manyKindsAreForgotten();

 private:
  static LogLine line(const QByteArray& text, const QByteArray& category = "parlour.sip") {
    return {{}, LogLevel::Info, category, text, {}};
  }
};

void TestRepeatLimit::fewPass() {
  RepeatLimit limit;
  int passed = 0;
  for (int number = 0; number < 100; ++number) {
    passed += limit.judge(line("connection " + QByteArray::number(number * 1'000) + " closed"), 50).pass ? 1 : 0;
  }
  QCOMPARE(passed, RepeatLimit::kLines);
}

void TestRepeatLimit::otherKindsPass() {
  RepeatLimit limit;
  for (int number = 0; number < 100; ++number) limit.judge(line("connection 1 closed"), 50);
  QVERIFY(limit.judge(line("connection 1 opened"), 50).pass);
  QVERIFY(limit.judge(line("connection 1 closed", "parlour.server"), 50).pass);
}

void TestRepeatLimit::newWindowTellsWhatWasLeftOut() {
  RepeatLimit limit;
  for (int number = 0; number < 25; ++number) limit.judge(line("x"), 50);
  QVERIFY(!limit.judge(line("x"), 49 + RepeatLimit::kWindowMs).pass);
  const auto verdict = limit.judge(line("x"), 50 + RepeatLimit::kWindowMs);
  QVERIFY(verdict.pass);
  QCOMPARE(verdict.left, quint64{16});
  QCOMPARE(limit.judge(line("x"), 51 + RepeatLimit::kWindowMs).left, quint64{0});
}

void TestRepeatLimit::manyKindsAreForgotten() {
  RepeatLimit limit;
  for (int number = 0; number < 5'000; ++number) {
    QByteArray letters;
    for (int rest = number; rest > 0; rest /= 26) letters += static_cast<char>('a' + rest % 26);
    QVERIFY(limit.judge(line(letters), 50).pass);
  }
}

PARLOUR_TEST(TestRepeatLimit)

}  // namespace tst_repeatlimit

#include "tst_repeatlimit.moc"
