// SPDX-License-Identifier: Apache-2.0
#include <QSet>
#include <QTest>

#include "app/core/session/BackOff.h"
#include "app/core/signin/ReconnectPolicy.h"
#include "tests/program/TestProgram.h"

namespace tst_reconnectpolicy {

using namespace Parlour;
using namespace Parlour::Core;

class TestReconnectPolicy : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void delaysGrowAndStayWithinJitter();
  void retryAfterWins();
  void busyDelays_data();
  void busyDelays();
  void whatWaitingCannotMend_data();
  void whatWaitingCannotMend();
  void successStartsAnew();
  void firstSignInGivesUpAfterSilence();
};

void TestReconnectPolicy::delaysGrowAndStayWithinJitter() {
  const Error lost = Error::make(ErrorCode::ConnectionLost, QStringLiteral("Lost."));
  const qint64 seconds[] = {2, 4, 8, 16, 30, 30, 30};
  QSet<qint64> first;
  for (quint64 random = 0; random < 2'000'000; random += 4'999) {
    ReconnectPolicy policy;
    for (const qint64 expected : seconds) {
      const auto delay = policy.lost(lost, random);
      QVERIFY(delay);
      QVERIFY2(*delay >= expected * 800 && *delay <= expected * 1200, qPrintable(QString::number(*delay)));
      if (expected == 2) first.insert(*delay);
    }
  }
  QVERIFY(first.size() > 100);
}

void TestReconnectPolicy::retryAfterWins() {
  Error busy = Error::make(ErrorCode::Busy, QStringLiteral("Busy."));
  busy.retryAfterSeconds = 5;
  ReconnectPolicy policy;
  QSet<qint64> delays;
  for (quint64 random = 0; random < 2'000'000; random += 4'999) {
    const qint64 delay = policy.failed(SignInStep::Register, busy, false, random).value_or(-1);
    QVERIFY2(delay >= 5'000 && delay <= 6'500, qPrintable(QString::number(delay)));
    delays.insert(delay);
  }
  // Those who were turned away in the same second do not come back in the same one.
  QVERIFY(delays.size() > 100);
  busy.retryAfterSeconds = 1'000'000;
  QCOMPARE(policy.failed(SignInStep::Register, busy, false, 7), std::optional<qint64>(3'600'007));
}

void TestReconnectPolicy::busyDelays_data() {
  QTest::addColumn<int>("tries");
  QTest::addColumn<int>("retryAfter");
  QTest::addColumn<qint64>("least");
  QTest::addColumn<qint64>("most");
  QTest::newRow("1") << 1 << -1 << qint64{800} << qint64{1200};
  QTest::newRow("2") << 2 << -1 << qint64{1600} << qint64{2400};
  QTest::newRow("3") << 3 << -1 << qint64{3200} << qint64{4800};
  QTest::newRow("4") << 4 << -1 << qint64{6400} << qint64{9600};
  QTest::newRow("5") << 5 << -1 << qint64{12800} << qint64{19200};
  QTest::newRow("6: enough") << 6 << -1 << qint64{-1} << qint64{-1};
  QTest::newRow("Retry-After") << 2 << 7 << qint64{7000} << qint64{8700};
  QTest::newRow("Retry-After, enough") << 6 << 7 << qint64{-1} << qint64{-1};
}

void TestReconnectPolicy::busyDelays() {
  QFETCH(int, tries);
  QFETCH(int, retryAfter);
  QFETCH(qint64, least);
  QFETCH(qint64, most);
  for (quint64 random = 0; random < 100'000; random += 997) {
    const qint64 delay = busyDelayMs(tries, retryAfter, random).value_or(-1);
    QVERIFY2(delay >= least && delay <= most, qPrintable(QString::number(delay)));
  }
}

void TestReconnectPolicy::whatWaitingCannotMend_data() {
  QTest::addColumn<int>("step");
  QTest::addColumn<int>("code");
  QTest::addColumn<int>("wireCode");
  QTest::addColumn<bool>("againAtFirst");
  QTest::addColumn<bool>("againLater");
  const auto add = [](const char* name, SignInStep step, ErrorCode code, int wire, bool first, bool later) {
    QTest::newRow(name) << static_cast<int>(step) << static_cast<int>(code) << wire << first << later;
  };
  add("wrong password", SignInStep::Register, ErrorCode::Unauthorized, 401, false, false);
  add("no such user", SignInStep::Register, ErrorCode::NotFound, 404, false, false);
  add("refused", SignInStep::Register, ErrorCode::PermissionDenied, 403, false, false);
  add("switched off", SignInStep::Provisioning, ErrorCode::Disabled, 0, false, false);
  add("not acceptable", SignInStep::OpenSession, ErrorCode::NotSupported, 488, false, false);
  add("name unknown", SignInStep::Resolve, ErrorCode::NotFound, 0, false, true);
  add("port closed", SignInStep::Connect, ErrorCode::ConnectionLost, 0, false, true);
  add("busy", SignInStep::Register, ErrorCode::Busy, 503, true, true);
  add("chat service down", SignInStep::OpenSession, ErrorCode::Busy, 480, true, true);
  add("home unreachable", SignInStep::Register, ErrorCode::Timeout, 504, true, true);
}

void TestReconnectPolicy::whatWaitingCannotMend() {
  QFETCH(int, step);
  QFETCH(int, code);
  QFETCH(int, wireCode);
  QFETCH(bool, againAtFirst);
  QFETCH(bool, againLater);
  Error error = Error::make(static_cast<ErrorCode>(code), QStringLiteral("It failed."));
  error.wireCode = wireCode;
  ReconnectPolicy policy;
  const auto where = static_cast<SignInStep>(step);
  QCOMPARE(policy.failed(where, error, false, 1).has_value(), againAtFirst);
  const auto later = policy.failed(where, error, true, 1);
  QCOMPARE(later.has_value(), againLater);
  if (wireCode == 504) QCOMPARE(*later, qint64{60'000});
}

void TestReconnectPolicy::successStartsAnew() {
  const Error lost = Error::make(ErrorCode::ConnectionLost, QStringLiteral("Lost."));
  ReconnectPolicy policy;
  for (int i = 0; i < 6; ++i) QVERIFY(policy.lost(lost, 0));
  policy.succeeded();
  QVERIFY(*policy.lost(lost, 0) <= 2400);
}

void TestReconnectPolicy::firstSignInGivesUpAfterSilence() {
  const Error silent = Error::make(ErrorCode::Timeout, QStringLiteral("No answer."));
  ReconnectPolicy policy;
  for (int i = 0; i < 5; ++i) QVERIFY(policy.failed(SignInStep::Register, silent, false, 0));
  QVERIFY(!policy.failed(SignInStep::Register, silent, false, 0));
  QVERIFY(policy.failed(SignInStep::Register, silent, true, 0));
}

PARLOUR_TEST(TestReconnectPolicy)

}  // namespace tst_reconnectpolicy

#include "tst_reconnectpolicy.moc"
