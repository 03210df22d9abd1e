// SPDX-License-Identifier: Apache-2.0
#include <QDateTime>
#include <QTest>

#include "protocol/support/Clock.h"
#include "tests/program/TestProgram.h"

namespace Parlour::tst_clock {

class TestClock final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void forms() {
    const Timestamp time{FakeClock().now().ticks + 1'234'567};
    QCOMPARE(time.toXccos(), QByteArray("2031-03-04T08:15:30.1234567Z"));
    QCOMPARE(time.toXccosSeconds(), QByteArray("2031-03-04T08:15:30Z"));
    QCOMPARE(time.toPublishTime(), QByteArray("2031-03-04T08:15:30.123"));
    QCOMPARE(Timestamp::fromMs(time.toMs()).toXccos(), QByteArray("2031-03-04T08:15:30.1230000Z"));
  }

  void parse_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("time");  // empty: refused
    const auto row = [](const char* text, const char* time) {
      QTest::newRow(text) << QByteArray(text) << QByteArray(time);
    };
    row("2031-03-04T08:15:30.1234567Z", "2031-03-04T08:15:30.1234567Z");
    row("2031-03-04T08:15:30Z", "2031-03-04T08:15:30.0000000Z");
    row("2031-03-04T08:15:30", "2031-03-04T08:15:30.0000000Z");
    row("2031-03-04T08:15:30.5", "2031-03-04T08:15:30.5000000Z");
    row("2031-03-04T08:15:30.123456789Z", "2031-03-04T08:15:30.1234567Z");
    row("2031-03-04T08:15:30+02:00", "2031-03-04T06:15:30.0000000Z");
    row("2031-03-04T00:15:30.25-01:30", "2031-03-04T01:45:30.2500000Z");
    row(" 2031-03-04T08:15:30z ", "2031-03-04T08:15:30.0000000Z");
    row("2032-02-29T23:59:59Z", "2032-02-29T23:59:59.0000000Z");
    row("2031-03-30T02:30:00Z", "2031-03-30T02:30:00.0000000Z");  // does not exist as local time in much of Europe
    row("1969-12-31T23:59:59.1234567Z", "1969-12-31T23:59:59.1234567Z");
    row("1015-03-04T08:15:30Z", "1015-03-04T08:15:30.0000000Z");
    row("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000Z");
    row("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z");
    row("0001-01-01T00:00:00+00:01", "");
    row("9999-12-31T23:59:59-00:01", "");
    row("0000-01-01T00:00:00Z", "");
    row("2031-02-29T08:15:30Z", "");
    row("2031-13-04T08:15:30Z", "");
    row("2031-03-04T24:15:30Z", "");
    row("2031-03-04 08:15:30Z", "");
    row("2031-03-04T08:15:30X", "");
    row("2031-03-04T08:15:30+2:00", "");
    row("2031-03-04T08:15:30+15:00", "");
    row("2031-03-04T08:15:30+02:60", "");
    row("2031-03-04T08:15:30.12x", "");
    row("2031-03-04", "");
    row("", "");
    row("tomorrow, at half past eight", "");
  }

  void parse() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, time);
    const auto parsed = Timestamp::parse(text);
    QCOMPARE(parsed.has_value(), !time.isEmpty());
    if (parsed) QCOMPARE(parsed->toXccos(), time);
  }

  void ownFormsAreRead() {
    for (const qint64 ticks : {qint64(0), qint64(1), qint64(19'303'785'301'234'567)}) {
      const Timestamp time{ticks};
      QCOMPARE(*Timestamp::parse(time.toXccos()), time);
      QCOMPARE(Timestamp::parse(time.toPublishTime())->toMs(), time.toMs());
    }
  }

  void nullAndOrder() {
    QVERIFY(Timestamp().isNull());
    QVERIFY(!FakeClock().now().isNull());
    QVERIFY(Timestamp{1} < Timestamp{2} && Timestamp{2} == Timestamp{2});
  }

  void fakeClockMovesWhenTold() {
    FakeClock clock;
    const Timestamp start = clock.now();
    const qint64 monotonic = clock.monotonicMs();
    QCOMPARE(clock.now(), start);
    clock.advanceMs(1'500);
    QCOMPARE(clock.now().toMs() - start.toMs(), qint64(1'500));
    QCOMPARE(clock.monotonicMs() - monotonic, qint64(1'500));
  }

  void systemClockIsTheTimeOfDay() {
    const SystemClock clock;
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const qint64 now = clock.now().toMs();
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(before <= now && now <= after);
    const qint64 monotonic = clock.monotonicMs();
    QVERIFY(clock.monotonicMs() >= monotonic);
  }
};

PARLOUR_TEST(TestClock)

}  // namespace Parlour::tst_clock

#include "tst_clock.moc"
