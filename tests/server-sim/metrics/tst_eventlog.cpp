// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/metrics/EventLog.h"
#include "tests/program/TestProgram.h"

namespace tst_eventlog {

using namespace Parlour;
using namespace Parlour::Server;

class TestEventLog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void newestComesFirst();
  void keepsTwoHundred();
  void burstIsOneEvent();

 private:
  static QString textAt(const EventLog& log, size_t index) { return log.newest(index + 1).back().text; }
};

void TestEventLog::newestComesFirst() {
  FakeClock clock;
  EventLog log(clock);
  log.add(Severity::Good, QStringLiteral("one"));
  clock.advanceMs(1'000);
  log.add(Severity::Warning, QStringLiteral("two"), EventTopic::Load);
  const auto events = log.newest(10);
  QCOMPARE(events.size(), size_t{2});
  QCOMPARE(events[0].text, QStringLiteral("two"));
  QCOMPARE(events[0].number, quint64{2});
  QCOMPARE(events[0].topic, EventTopic::Load);
  QCOMPARE(events[0].time.toMs() - events[1].time.toMs(), qint64{1'000});
  QCOMPARE(log.newest(1).size(), size_t{1});
}

void TestEventLog::keepsTwoHundred() {
  FakeClock clock;
  EventLog log(clock);
  for (int index = 1; index <= 250; ++index) log.add(Severity::Notice, QString::number(index));
  const auto events = log.newest(1'000);
  QCOMPARE(events.size(), size_t{200});
  QCOMPARE(events.front().text, QStringLiteral("250"));
  QCOMPARE(events.back().text, QStringLiteral("51"));
}

void TestEventLog::burstIsOneEvent() {
  FakeClock clock;
  EventLog log(clock);
  log.update("shed", Severity::Warning, QStringLiteral("1 request shed"));
  log.update("other", Severity::Warning, QStringLiteral("something else"));
  clock.advanceMs(59'999);
  log.update("shed", Severity::Warning, QStringLiteral("12 requests shed"));
  QCOMPARE(log.newest(10).size(), size_t{2});
  QCOMPARE(textAt(log, 1), QStringLiteral("12 requests shed"));
  clock.advanceMs(1);
  log.update("shed", Severity::Warning, QStringLiteral("3 requests shed"));
  QCOMPARE(log.newest(10).size(), size_t{3});
  QCOMPARE(textAt(log, 0), QStringLiteral("3 requests shed"));
}

PARLOUR_TEST(TestEventLog)

}  // namespace tst_eventlog

#include "tst_eventlog.moc"
