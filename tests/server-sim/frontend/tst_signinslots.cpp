// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <map>

#include "server-sim/frontend/SignInSlots.h"
#include "tests/program/TestProgram.h"

namespace tst_signinslots {

using namespace Parlour::Server;

LoadSettings settingsOfTest(int inFlight, int perSecond) {
  LoadSettings settings;
  settings.signInsInFlight = inFlight;
  settings.signInsPerSecond = perSecond;
  settings.signInIdleMs = 2'000;
  settings.longestRetrySeconds = 30;
  return settings;
}

class TestSignInSlots : public QObject {
  Q_OBJECT

 private:
  quint32 random_ = 0;
  std::function<quint32()> counting() {
    return [this] { return random_ += 7'919; };
  }

 private Q_SLOTS:
  void placesAreLimited() {
    const LoadSettings settings = settingsOfTest(2, 100);
    SignInSlots slots(settings, counting());
    QVERIFY(!slots.enter(1, {}, 0));
    QVERIFY(!slots.enter(2, {}, 0));
    QCOMPARE(slots.enter(3, {}, 0), std::optional<int>(2));
    QVERIFY(!slots.enter(1, {}, 0));  // goes on with what it began
    QVERIFY(slots.leave(1));
    QVERIFY(!slots.leave(1));
    QVERIFY(!slots.enter(3, {}, 0));
    QCOMPARE(slots.inFlight(), 2);
  }

  void whoFallsSilentGivesThePlaceUp() {
    const LoadSettings settings = settingsOfTest(1, 100);
    SignInSlots slots(settings, counting());
    QVERIFY(!slots.enter(1, {}, 0));
    slots.touch(1, 1'500);
    QVERIFY(slots.enter(2, {}, 2'000));
    QVERIFY(!slots.enter(2, {}, 3'500));
    QVERIFY(!slots.has(1));
  }

  void oneAddressGetsAQuarter() {
    const LoadSettings settings = settingsOfTest(8, 100);
    SignInSlots slots(settings, counting());
    QVERIFY(!slots.enter(1, "192.0.2.1", 0));
    QVERIFY(!slots.enter(2, "192.0.2.1", 0));
    QVERIFY(slots.enter(3, "192.0.2.1", 0));
    QVERIFY(!slots.enter(4, "192.0.2.2", 0));
    QVERIFY(slots.leave(1));
    QVERIFY(!slots.enter(3, "192.0.2.1", 0));
    for (Parlour::Sip::ConnectionId id = 10; id < 15; ++id) QVERIFY(!slots.enter(id, {}, 0));
  }

  // Those who are refused come back one after the other, at the pace that the server keeps up with.
  void returnsAreSpread() {
    const LoadSettings settings = settingsOfTest(1, 100);
    SignInSlots slots(settings, counting());
    QVERIFY(!slots.enter(1, {}, 0));
    std::map<int, int> bySecond;
    for (Parlour::Sip::ConnectionId id = 2; id < 1'002; ++id) ++bySecond[slots.enter(id, {}, 0).value_or(0)];
    QCOMPARE(bySecond.begin()->first, 2);
    QCOMPARE(bySecond.rbegin()->first, 11);
    for (const auto& [second, count] : bySecond)
      QVERIFY2(count >= 99 && count <= 101, qPrintable(QString::number(second)));
    // Later the queue has run off.
    QCOMPARE(slots.retryAfterSeconds(60'000), 2);
  }

  void nobodyWaitsLongerThanTheLimit() {
    const LoadSettings settings = settingsOfTest(1, 10);
    SignInSlots slots(settings, counting());
    QVERIFY(!slots.enter(1, {}, 0));
    std::map<int, int> bySecond;
    for (int i = 0; i < 3'000; ++i) ++bySecond[slots.retryAfterSeconds(0)];
    QVERIFY(bySecond.rbegin()->first <= 30);
    for (int second = 16; second < 30; ++second) QVERIFY(bySecond[second] > 100);
  }
};

PARLOUR_TEST(TestSignInSlots)

}  // namespace tst_signinslots

#include "tst_signinslots.moc"
