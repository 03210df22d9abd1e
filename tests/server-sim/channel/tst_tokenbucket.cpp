// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <limits>

#include "server-sim/channel/TokenBucket.h"
#include "tests/program/TestProgram.h"

namespace tst_tokenbucket {

using Parlour::Server::TokenBucket;

class TestTokenBucket : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void burstThenRate();
  void neverMoreThanTheBurst();
  void clockGoingBackGivesNothing();
  void noRateNoLimit();
};

void TestTokenBucket::burstThenRate() {
  TokenBucket bucket(10, 3, 0);
  for (int i = 0; i < 3; ++i) QVERIFY(bucket.take(0));
  QVERIFY(!bucket.take(0));
  QVERIFY(!bucket.take(99));
  QVERIFY(bucket.take(100));
  QVERIFY(!bucket.take(150));
  QVERIFY(bucket.take(200));
}

void TestTokenBucket::neverMoreThanTheBurst() {
  TokenBucket bucket(1000, 2, 0);
  const qint64 later = std::numeric_limits<qint64>::max() / 2;
  QVERIFY(bucket.take(later));
  QVERIFY(bucket.take(later));
  QVERIFY(!bucket.take(later));
}

void TestTokenBucket::clockGoingBackGivesNothing() {
  TokenBucket bucket(1, 1, 10'000);
  QVERIFY(bucket.take(10'000));
  QVERIFY(!bucket.take(5'000));
  QVERIFY(!bucket.take(10'999));
  QVERIFY(bucket.take(11'000));
}

void TestTokenBucket::noRateNoLimit() {
  TokenBucket bucket(0, 1, 0);
  for (int i = 0; i < 1000; ++i) QVERIFY(bucket.take(0));
}

PARLOUR_TEST(TestTokenBucket)

}  // namespace tst_tokenbucket

#include "tst_tokenbucket.moc"
