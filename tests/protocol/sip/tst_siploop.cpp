// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <atomic>
#include <thread>

#include "protocol/sip/sofia/SipLoop.h"
#include "tests/program/TestProgram.h"

namespace tst_siploop {

using namespace Parlour::Sip;

class TestSipLoop : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void runsClosuresInOrderOnItsThread() {
    SipLoop loop;
    QVERIFY(loop.runInThread().ok());
    std::vector<int> order;
    bool own = false;
    for (int i = 0; i < 100; ++i) QVERIFY(loop.post([&order, i] { order.push_back(i); }));
    QVERIFY(loop.invoke([&] { own = loop.isOwnThread(); }));
    QVERIFY(own);
    QVERIFY(!loop.isOwnThread());
    QCOMPARE(order.size(), size_t(100));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
  }

  void runsOnTheCallersThread() {
    SipLoop loop;
    QVERIFY(loop.prepare().ok());
    int count = 0;
    QVERIFY(loop.post([&] { ++count; }));
    std::thread other([&] {
      loop.post([&] { ++count; });
      loop.stop();
    });
    loop.run();
    other.join();
    QCOMPARE(count, 2);
  }

  void everyAcceptedClosureRunsAndNoneLeaks() {
    std::atomic<int> accepted = 0;
    std::atomic<int> run = 0;
    const auto token = std::make_shared<int>(1);
    {
      SipLoop loop;
      QVERIFY(loop.runInThread().ok());
      std::vector<std::thread> posters;
      for (int t = 0; t < 4; ++t) {
        posters.emplace_back([&] {
          for (int i = 0; i < 2000; ++i) {
            if (loop.post([&run, token] { ++run; })) ++accepted;
          }
        });
      }
      QTRY_VERIFY(run > 500);
      loop.stop();
      for (std::thread& poster : posters) poster.join();
      QVERIFY(!loop.post([token] {}));
      QVERIFY(!loop.invoke([] {}));
    }
    QCOMPARE(run.load(), accepted.load());
    QCOMPARE(token.use_count(), 1L);
  }

  void closuresPostedFromClosuresRunBeforeTheEnd() {
    std::atomic<int> depth = 0;
    SipLoop loop;
    QVERIFY(loop.runInThread().ok());
    QVERIFY(loop.post([&] { loop.post([&] { loop.post([&] { depth = 3; }); }); }));
    QTRY_COMPARE(depth.load(), 3);
  }

  void neverStartedLoopEndsCleanly() {
    const auto token = std::make_shared<int>(1);
    {
      SipLoop loop;
      QVERIFY(loop.post([token] {}));
    }
    QCOMPARE(token.use_count(), 1L);
  }

  void timersFire() {
    SipLoop loop;
    QVERIFY(loop.runInThread().ok());
    std::atomic<int> once = 0;
    std::atomic<int> often = 0;
    std::unique_ptr<SipTimer> single;
    std::unique_ptr<SipTimer> periodic;
    loop.invoke([&] {
      single = loop.startSingleShot(10, [&] { ++once; });
      periodic = loop.startTimer(5, [&] {
        if (++often == 5) periodic.reset();  // a timer may end itself
      });
    });
    QTRY_COMPARE(often.load(), 5);
    QTRY_COMPARE(once.load(), 1);
    QTest::qWait(50);
    QCOMPARE(once.load(), 1);
    QCOMPARE(often.load(), 5);
    loop.invoke([&] { single.reset(); });
  }
};

PARLOUR_TEST(TestSipLoop)

}  // namespace tst_siploop

#include "tst_siploop.moc"
