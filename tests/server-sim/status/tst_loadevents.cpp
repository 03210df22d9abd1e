// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/status/LoadEvents.h"
#include "tests/program/TestProgram.h"

namespace tst_loadevents {

using namespace Parlour;
using namespace Parlour::Server;

class TestLoadEvents : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    history_ = LoadHistory();
    log_ = std::make_unique<EventLog>(clock_);
    events_ = std::make_unique<LoadEvents>(*log_);
    sample_ = {};
    sample_.waitingLimit = 500;
  }
  void fullQueueAndBack();
  void fullQueueBetweenSamples();
  void noLimitNoEvent();
  void shedRequestsAreOneEventABurst();
  void oneRequestInWords();
  void rushOfSignIns();

 private:
  void second() {
    clock_.advanceMs(1'000);
    history_.add(sample_, clock_.now(), 1);
    events_->look(history_, clock_.now());
  }
  QStringList told() const {
    QStringList texts;
    for (const Event& event : log_->newest(20)) texts.prepend(event.text);
    return texts;
  }

  FakeClock clock_;
  LoadHistory history_;
  std::unique_ptr<EventLog> log_;
  std::unique_ptr<LoadEvents> events_;
  LoadSample sample_;
};

void TestLoadEvents::fullQueueAndBack() {
  for (const quint64 waiting : {499, 500, 503, 50, 49, 0, 500}) {
    sample_.waiting = waiting;
    second();
  }
  const QStringList expected{QStringLiteral("Queue reached its limit of 500"), QStringLiteral("Queue back under 50"),
                             QStringLiteral("Queue reached its limit of 500")};
  QCOMPARE(told(), expected);
  QCOMPARE(log_->newest(3)[1].severity, Severity::Good);
  QCOMPARE(log_->newest(3)[0].severity, Severity::Warning);
}

void TestLoadEvents::fullQueueBetweenSamples() {
  sample_.waitingPeak = 500;
  second();
  QCOMPARE(told(), QStringList{QStringLiteral("Queue reached its limit of 500")});
}

void TestLoadEvents::noLimitNoEvent() {
  sample_.waitingLimit = 0;
  sample_.waiting = 1'000'000;
  second();
  QVERIFY(told().isEmpty());
}

void TestLoadEvents::shedRequestsAreOneEventABurst() {
  for (const quint64 shed : {4, 4, 12}) {
    sample_.shed = shed;
    second();
  }
  QCOMPARE(told(), QStringList{QStringLiteral("12 requests shed with 503")});
  for (int passed = 0; passed < 61; ++passed) second();
  sample_.shed += 3;
  second();
  const QStringList expected{QStringLiteral("12 requests shed with 503"), QStringLiteral("3 requests shed with 503")};
  QCOMPARE(told(), expected);
}

void TestLoadEvents::oneRequestInWords() {
  sample_.shed = 1;
  second();
  QCOMPARE(told(), QStringList{QStringLiteral("1 request shed with 503")});
}

void TestLoadEvents::rushOfSignIns() {
  for (int passed = 0; passed < 14; ++passed) {
    sample_.signIns += 10;
    second();
  }
  QCOMPARE(told(), QStringList{QStringLiteral("Sign-in rush: 140 sign-ins in 60 s")});
  for (int passed = 0; passed < 120; ++passed) second();
  QCOMPARE(told().size(), 1);
  sample_.signIns += 99;
  second();
  QCOMPARE(told().size(), 1);
  sample_.signIns += 1;
  second();
  QCOMPARE(told().size(), 2);
}

PARLOUR_TEST(TestLoadEvents)

}  // namespace tst_loadevents

#include "tst_loadevents.moc"
