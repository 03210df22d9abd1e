// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/sip/auth/NonceSource.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/sip/auth/CountingRandom.h"

namespace tst_noncesource {

using namespace Parlour;
using namespace Parlour::Sip;
using State = NonceSource::State;

class TstNonceSource : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void livesAndExpires() {
    FakeClock clock;
    NonceSource nonces(clock, countingRandom(), 1000, 10);
    const QByteArray nonce = nonces.make();
    QVERIFY(nonces.make() != nonce);
    QCOMPARE(nonces.check(nonce), State::Fresh);
    clock.advanceMs(999);
    QCOMPARE(nonces.check(nonce), State::Fresh);
    QVERIFY(nonces.claim(nonce, 1));
    clock.advanceMs(1);
    QCOMPARE(nonces.check(nonce), State::Expired);
    QVERIFY(!nonces.claim(nonce, 2));
    QCOMPARE(nonces.tracked(), 0);
  }

  void refusesForgeries_data() {
    QTest::addColumn<int>("changed");  // position of the character that is changed
    for (const int at : {0, 5, 12, 20, 30, 42}) QTest::addRow("character %d", at) << at;
  }

  void refusesForgeries() {
    QFETCH(int, changed);
    FakeClock clock;
    NonceSource nonces(clock, countingRandom(), 1000, 10);
    QByteArray nonce = nonces.make();
    QCOMPARE(nonce.size(), 43);
    nonce[changed] = nonce[changed] == 'A' ? 'B' : 'A';
    QCOMPARE(nonces.check(nonce), State::Foreign);
    QVERIFY(!nonces.claim(nonce, 1));
  }

  void refusesForeignText_data() {
    QTest::addColumn<QByteArray>("nonce");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("recorded") << QByteArray("6412f723f00b3859");
    QTest::newRow("not base64") << QByteArray(43, '!');
    QTest::newRow("long") << QByteArray(100'000, 'A');
    FakeClock clock;
    const RandomBytes other = [](int count) { return QByteArray(count, 'x'); };
    QTest::newRow("another server's") << NonceSource(clock, other, 1000, 10).make();
  }

  void refusesForeignText() {
    QFETCH(QByteArray, nonce);
    FakeClock clock;
    NonceSource nonces(clock, countingRandom(), 1000, 10);
    QCOMPARE(nonces.check(nonce), State::Foreign);
  }

  void countsAreUsedOnce_data() {
    QTest::addColumn<QList<quint32>>("counts");
    QTest::addColumn<QList<bool>>("accepted");
    QTest::newRow("in order") << QList<quint32>{1, 2, 3} << QList<bool>{true, true, true};
    QTest::newRow("replay") << QList<quint32>{1, 1, 2, 2, 1} << QList<bool>{true, false, true, false, false};
    QTest::newRow("out of order") << QList<quint32>{5, 3, 4, 3, 5} << QList<bool>{true, true, true, false, false};
    QTest::newRow("edge of the window") << QList<quint32>{64, 1, 65, 1} << QList<bool>{true, true, true, false};
    QTest::newRow("behind the window") << QList<quint32>{65, 1, 2} << QList<bool>{true, false, true};
    QTest::newRow("far ahead") << QList<quint32>{1, 0xffffffff, 0xfffffffe, 1} << QList<bool>{true, true, true, false};
    QTest::newRow("zero") << QList<quint32>{0, 1} << QList<bool>{false, true};
  }

  void countsAreUsedOnce() {
    QFETCH(QList<quint32>, counts);
    QFETCH(QList<bool>, accepted);
    FakeClock clock;
    NonceSource nonces(clock, countingRandom(), 1000, 10);
    const QByteArray nonce = nonces.make();
    QList<bool> results;
    for (const quint32 count : counts) results.append(nonces.claim(nonce, count));
    QCOMPARE(results, accepted);
  }

  void memoryIsBounded() {
    FakeClock clock;
    NonceSource nonces(clock, countingRandom(), 1'000'000, 5);
    const QByteArray first = nonces.make();
    QVERIFY(nonces.claim(first, 1));
    for (int i = 0; i < 100; ++i) {
      clock.advanceMs(1);
      QVERIFY(nonces.claim(nonces.make(), 1));
      QVERIFY(nonces.tracked() <= 5);
    }
    // Forgotten, hence no longer accepted, not even with a new count.
    QCOMPARE(nonces.check(first), State::Expired);
    QVERIFY(!nonces.claim(first, 1));
    QVERIFY(!nonces.claim(first, 2));
  }
};

PARLOUR_TEST(TstNonceSource)

}  // namespace tst_noncesource

#include "tst_noncesource.moc"
