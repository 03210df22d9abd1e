// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/RoomActivity.h"
#include "tests/program/TestProgram.h"

namespace tst_roomactivity {

using namespace Parlour::Server;

class TestRoomActivity : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void busiestFirst();
  void forgetsAfterAMinute();
  void silenceEndsInNothing();
  void percentile_data();
  void percentile();

 private:
  static constexpr qint64 kSecond = 1'000'000;
  static constexpr qint64 kStart = 7'200 * kSecond;
};

void TestRoomActivity::busiestFirst() {
  RoomActivity activity;
  for (int post = 0; post < 3; ++post) activity.record(2, 10, 100, kStart + post * kSecond);
  for (int post = 0; post < 5; ++post) activity.record(1, 4, 100, kStart + post * 7 * kSecond);
  for (int post = 0; post < 3; ++post) activity.record(3, 20, 100, kStart);
  const auto rates = activity.busiest(2, kStart + 40 * kSecond);
  QCOMPARE(rates.size(), size_t{2});
  QCOMPARE(rates[0].room, RoomId{1});
  QCOMPARE(rates[0].posts, quint64{5});
  QCOMPARE(rates[0].deliveries, quint64{20});
  QCOMPARE(rates[1].room, RoomId{3});
  QCOMPARE(activity.busiest(10, kStart + 40 * kSecond).size(), size_t{3});
}

void TestRoomActivity::forgetsAfterAMinute() {
  RoomActivity activity;
  activity.record(1, 1, 100, kStart);
  activity.record(1, 1, 100, kStart + 59 * kSecond);
  QCOMPARE(activity.busiest(9, kStart + 59 * kSecond).front().posts, quint64{2});
  QCOMPARE(activity.busiest(9, kStart + 61 * kSecond).front().posts, quint64{1});
  // The slice of the first post is used again.
  activity.record(1, 1, 100, kStart + 60 * kSecond);
  QCOMPARE(activity.busiest(9, kStart + 61 * kSecond).front().posts, quint64{2});
}

void TestRoomActivity::silenceEndsInNothing() {
  RoomActivity activity;
  QVERIFY(activity.busiest(9, kStart).empty());
  activity.record(1, 1, 100, kStart);
  QVERIFY(activity.busiest(9, kStart + 3'600 * kSecond).empty());
}

void TestRoomActivity::percentile_data() {
  QTest::addColumn<int>("fast");
  QTest::addColumn<int>("slow");
  QTest::addColumn<qint64>("latency");
  QTest::newRow("one") << 1 << 0 << qint64{1'000};
  QTest::newRow("few are slow") << 96 << 4 << qint64{1'000};
  QTest::newRow("one in ten is slow") << 90 << 10 << qint64{50'000};
}

void TestRoomActivity::percentile() {
  QFETCH(int, fast);
  QFETCH(int, slow);
  QFETCH(qint64, latency);
  RoomActivity activity;
  for (int post = 0; post < fast; ++post) activity.record(1, 1, 1'000, kStart);
  for (int post = 0; post < slow; ++post) activity.record(1, 1, 50'000, kStart);
  const double told = activity.busiest(1, kStart).front().p95Us;
  QVERIFY2(told >= static_cast<double>(latency) && told < static_cast<double>(latency) * 1.5,
           qPrintable(QString::number(told)));
}

PARLOUR_TEST(TestRoomActivity)

}  // namespace tst_roomactivity

#include "tst_roomactivity.moc"
