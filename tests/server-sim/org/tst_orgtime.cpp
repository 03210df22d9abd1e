// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/org/OrgTime.h"
#include "tests/program/TestProgram.h"

namespace tst_orgtime {

using namespace Parlour;
using namespace Parlour::Server;

class TestOrgTime : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void reads_data();
  void reads();
  void refuses_data();
  void refuses();
};

namespace {

// Tuesday 4 March 2031, 08:15:30 UTC.
OrgMoment momentIn(const char* zone) { return {FakeClock().now(), QTimeZone(zone)}; }

}  // namespace

void TestOrgTime::reads_data() {
  QTest::addColumn<QByteArray>("zone");
  QTest::addColumn<QString>("text");
  QTest::addColumn<QByteArray>("expected");
  const auto row = [](const char* name, const char* zone, const char* text, const char* expected) {
    QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(text) << QByteArray(expected);
  };
  row("seconds", "UTC", "-30s", "2031-03-04T08:15:00Z");
  row("minutes", "UTC", "-45m", "2031-03-04T07:30:30Z");
  row("hours cross midnight", "UTC", "-9h", "2031-03-03T23:15:30Z");
  row("nothing back", "UTC", "-0m", "2031-03-04T08:15:30Z");
  row("calendar day", "UTC", "-3d 08:41", "2031-03-01T08:41:00Z");
  row("calendar day, seconds", "UTC", "-1d 23:59:58", "2031-03-03T23:59:58Z");
  row("working day: Monday", "UTC", "-1wd 08:41", "2031-03-03T08:41:00Z");
  row("working day: over a weekend", "UTC", "-2wd 08:41", "2031-02-28T08:41:00Z");
  row("working day: over two weekends", "UTC", "-7wd 17:00", "2031-02-21T17:00:00Z");
  row("zone gives the time of day", "Asia/Tokyo", "-1d 09:00", "2031-03-03T00:00:00Z");
  row("zone gives today", "Pacific/Auckland", "-1d 00:00", "2031-03-02T11:00:00Z");
  row("summer time of that day", "Europe/Berlin", "-200d 12:00", "2030-08-16T10:00:00Z");
  row("ISO", "Asia/Tokyo", "2030-12-31T23:59:59Z", "2030-12-31T23:59:59Z");
  row("ISO with offset", "UTC", "2031-01-01T01:00:00+02:00", "2030-12-31T23:00:00Z");
}

void TestOrgTime::reads() {
  QFETCH(QByteArray, zone);
  QFETCH(QString, text);
  QFETCH(QByteArray, expected);
  const auto time = parseOrgTime(text, momentIn(zone.constData()));
  QVERIFY(time.has_value());
  QCOMPARE(time->toXccosSeconds(), expected);
}

void TestOrgTime::refuses_data() {
  QTest::addColumn<QString>("text");
  for (const char* text :
       {"", "-", "yesterday", "-3d", "-0d 08:41", "-0wd 08:41", "-3d 8:41", "-3d 24:00", "-3d 08:61", "-3661d 08:00",
        "-99999wd 08:00", "-5x", "- 5m", "-1234567890m", "-3d 08:41 ", "+5m", "08:41"})
    QTest::newRow(text) << QString::fromLatin1(text);
}

void TestOrgTime::refuses() {
  QFETCH(QString, text);
  QVERIFY(!parseOrgTime(text, momentIn("UTC")).has_value());
}

PARLOUR_TEST(TestOrgTime)

}  // namespace tst_orgtime

#include "tst_orgtime.moc"
