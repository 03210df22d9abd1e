// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/files/ByteRange.h"
#include "tests/program/TestProgram.h"

namespace tst_byterange {

using namespace Parlour::Files;

class TestByteRange : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void contentRange_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("fits");
    QTest::addColumn<ContentRange>("range");
    const auto good = [](const char* text, qint64 first, qint64 last, qint64 total) {
      QTest::newRow(text) << QByteArray(text) << true << ContentRange{{first, last}, total};
    };
    good("bytes 0-99/1000", 0, 99, 1000);
    good("BYTES 0-0/1", 0, 0, 1);
    good("bytes  999-999/1000 ", 999, 999, 1000);
    good("bytes */0", 0, -1, 0);
    good("bytes */77", 0, -1, 77);
    for (const char* text : {"", "bytes", "bytes ", "bytes 0-99", "bytes 0-99/*", "bytes 5-4/10", "bytes 0-10/10",
                             "bytes -5/10", "bytes 5-/10", "items 0-1/2", "bytes 0-1/2/3", "bytes 0-+1/2",
                             "bytes 0x0-1/2", "bytes 0-9999999999999999999/99999999999999999999", "bytes */*",
                             "bytes */-1", "bytes=0-1/2", "bytes 0 - 1/2"}) {
      QTest::newRow(qPrintable(QStringLiteral("bad %1").arg(QLatin1String(text))))
          << QByteArray(text) << false << ContentRange();
    }
  }
  void contentRange() {
    QFETCH(QByteArray, text);
    QFETCH(bool, fits);
    QFETCH(ContentRange, range);
    const auto parsed = parseContentRange(text);
    QCOMPARE(parsed.has_value(), fits);
    if (!fits) return;
    QCOMPARE(*parsed, range);
    if (range.range.size() > 0) QCOMPARE(parseContentRange(contentRangeText(range.range, range.total)), parsed);
  }

  void range_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<WantedRange>("wanted");
    const auto row = [](const char* text, qint64 total, RangeKind kind, qint64 first = 0, qint64 last = 0) {
      QTest::newRow(qPrintable(QStringLiteral("%1 of %2").arg(QLatin1String(text)).arg(total)))
          << QByteArray(text) << total << WantedRange{kind, {first, last}};
    };
    row("", 10, RangeKind::Whole);
    row("bytes=0-", 10, RangeKind::Part, 0, 9);
    row("bytes=3-5", 10, RangeKind::Part, 3, 5);
    row("bytes=3-500", 10, RangeKind::Part, 3, 9);
    row("bytes=9-", 10, RangeKind::Part, 9, 9);
    row("bytes=-4", 10, RangeKind::Part, 6, 9);
    row("bytes=-400", 10, RangeKind::Part, 0, 9);
    row("Bytes = 3-5", 10, RangeKind::Part, 3, 5);
    row("bytes=10-", 10, RangeKind::Outside);
    row("bytes=10-12", 10, RangeKind::Outside);
    row("bytes=-0", 10, RangeKind::Outside);
    row("bytes=0-", 0, RangeKind::Outside);
    row("bytes=-1", 0, RangeKind::Outside);
    row("bytes=5-3", 10, RangeKind::Whole);
    row("bytes=0-1,3-4", 10, RangeKind::Whole);
    row("bytes=x-", 10, RangeKind::Whole);
    row("bytes=--1", 10, RangeKind::Whole);
    row("bytes=", 10, RangeKind::Whole);
    row("bytes=5", 10, RangeKind::Whole);
    row("lines=0-1", 10, RangeKind::Whole);
    row("bytes=99999999999999999999-", 10, RangeKind::Whole);
  }
  void range() {
    QFETCH(QByteArray, text);
    QFETCH(qint64, total);
    QFETCH(WantedRange, wanted);
    QCOMPARE(parseRange(text, total), wanted);
  }
};

PARLOUR_TEST(TestByteRange)

}  // namespace tst_byterange

#include "tst_byterange.moc"
