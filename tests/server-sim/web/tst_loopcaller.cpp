// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QTest>
#include <deque>
#include <future>
#include <thread>

#include "server-sim/web/LoopCaller.h"
#include "server-sim/web/WebReplies.h"
#include "tests/program/TestProgram.h"

namespace tst_loopcaller {

using namespace Parlour;
using namespace Parlour::Server;

// How threads of the pages wait for the loop.
class TestLoopCaller : public QObject {
  Q_OBJECT

 private:
  static constexpr int kLongMs = 30'000;
  static QJsonObject done() { return {{QStringLiteral("ok"), true}}; }

 private Q_SLOTS:
  void answersComeThrough() {
    const LoopCaller caller([](std::function<void()> action) { std::thread(std::move(action)).detach(); }, kLongMs);
    QCOMPARE(caller.call([](const LoopCaller::Answer& answer) { answer(done()); }), done());
  }

  void onlyTheFirstAnswerCounts() {
    const LoopCaller caller([](std::function<void()> action) { action(); }, kLongMs);
    QCOMPARE(caller.call([](const LoopCaller::Answer& answer) {
      answer(done());
      answer({});
    }),
             done());
  }

  void silenceIsExplained() {
    std::deque<std::function<void()>> kept;
    const LoopCaller caller([&](std::function<void()> action) { kept.push_back(std::move(action)); }, 20);
    const QJsonObject answer = caller.call([](const LoopCaller::Answer& told) { told(done()); });
    QCOMPARE(WebReplies::statusOf(answer), 503);
    QVERIFY(WebReplies::errorText(answer).contains(QStringLiteral("Look again in a moment.")));
    kept.front()();  // too late, and harmless
  }

  void closingLetsWaitersGo() {
    LoopCaller caller([](std::function<void()>) {}, kLongMs);
    QElapsedTimer time;
    time.start();
    auto waiting = std::async(std::launch::async, [&] { return caller.call([](const LoopCaller::Answer&) {}); });
    caller.close();
    QCOMPARE(WebReplies::statusOf(waiting.get()), 503);
    QCOMPARE(WebReplies::statusOf(caller.call([](const LoopCaller::Answer&) {})), 503);
    QVERIFY(time.elapsed() < kLongMs / 2);
  }
};

PARLOUR_TEST(TestLoopCaller)

}  // namespace tst_loopcaller

#include "tst_loopcaller.moc"
