// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/sip/auth/LockOut.h"
#include "tests/program/TestProgram.h"

namespace tst_lockout {

using namespace Parlour;
using namespace Parlour::Sip;

namespace {

constexpr LockOutOptions kSmallLockOut{3, 5, 10'000, 20'000, 1000};

}  // namespace

class TstLockOut : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void locksAfterFailures() {
    FakeClock clock;
    LockOut lockOut(kSmallLockOut, clock);
    lockOut.recordFailure("ada", "1.1.1.1");
    lockOut.recordFailure("ADA", "1.1.1.1");
    QVERIFY(!lockOut.isLocked("ada", "1.1.1.1"));
    lockOut.recordFailure("ada", "1.1.1.1");
    QCOMPARE(lockOut.lockedForSeconds("Ada", "1.1.1.1"), 20);
    QVERIFY(!lockOut.isLocked("ada", "2.2.2.2"));
    QVERIFY(!lockOut.isLocked("bob", "1.1.1.1"));
    clock.advanceMs(19'001);
    QCOMPARE(lockOut.lockedForSeconds("ada", "1.1.1.1"), 1);
    clock.advanceMs(999);
    QVERIFY(!lockOut.isLocked("ada", "1.1.1.1"));
    lockOut.recordFailure("ada", "1.1.1.1");
    QVERIFY(!lockOut.isLocked("ada", "1.1.1.1"));
  }

  void failuresDoNotProlongALock() {
    FakeClock clock;
    LockOut lockOut(kSmallLockOut, clock);
    for (int i = 0; i < 3; ++i) lockOut.recordFailure("ada", "1.1.1.1");
    clock.advanceMs(10'000);
    lockOut.recordFailure("ada", "1.1.1.1");
    QCOMPARE(lockOut.lockedForSeconds("ada", "1.1.1.1"), 10);
  }

  void successForgives() {
    FakeClock clock;
    LockOut lockOut(kSmallLockOut, clock);
    for (int i = 0; i < 2; ++i) lockOut.recordFailure("ada", "1.1.1.1");
    lockOut.recordSuccess("ada", "1.1.1.1");
    for (int i = 0; i < 2; ++i) lockOut.recordFailure("ada", "1.1.1.1");
    QVERIFY(!lockOut.isLocked("ada", "1.1.1.1"));
  }

  void oldFailuresDoNotCount() {
    FakeClock clock;
    LockOut lockOut(kSmallLockOut, clock);
    for (int i = 0; i < 2; ++i) lockOut.recordFailure("ada", "1.1.1.1");
    clock.advanceMs(10'001);
    lockOut.recordFailure("ada", "1.1.1.1");
    QVERIFY(!lockOut.isLocked("ada", "1.1.1.1"));
  }

  void guessingAtManyUsersLocksTheAddress() {
    FakeClock clock;
    LockOut lockOut(kSmallLockOut, clock);
    for (int i = 0; i < 5; ++i) {
      lockOut.recordFailure("user" + QByteArray::number(i), "1.1.1.1");
      lockOut.recordSuccess("own", "1.1.1.1");
    }
    QVERIFY(lockOut.isLocked("anybody", "1.1.1.1"));
    QVERIFY(!lockOut.isLocked("anybody", "2.2.2.2"));
  }

  void memoryIsBounded() {
    FakeClock clock;
    LockOut lockOut(kSmallLockOut, clock);
    for (int i = 0; i < 3; ++i) lockOut.recordFailure("ada", "1.1.1.1");
    for (int i = 0; i < 5000; ++i) {
      lockOut.recordFailure("ada", QByteArray::number(i));
      QVERIFY(lockOut.entries() <= 1000);
    }
    QVERIFY(lockOut.isLocked("ada", "1.1.1.1"));
  }
};

PARLOUR_TEST(TstLockOut)

}  // namespace tst_lockout

#include "tst_lockout.moc"
