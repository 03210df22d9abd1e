// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/control/MessageTest.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Harbour.h"
#include "tests/server-sim/channel/support/MemoryStore.h"

namespace tst_messagetest {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

// The test message of an administrator, with a store that answers only when told to.
class TestMessageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void measuresBothMessages();
  void endsWhenNothingArrives();
  void otherTestsGoOn();

 private:
  void run(const char* room) {
    test_->run(Harbour::address("ada"), Harbour::address("bo"), Harbour::room(room),
               [this](const Result<QJsonObject>& result) { results_.push_back(result); });
  }
  // What was put off, until nothing is.
  void work() {
    while (!later_.empty()) {
      const auto closure = std::move(later_.front());
      later_.pop_front();
      closure();
    }
  }

  FakeClock clock_;
  RecordingSink recording_;
  std::deque<std::function<void()>> later_;
  std::unique_ptr<MemoryStore> store_;
  std::unique_ptr<TappedSink> sink_;
  std::unique_ptr<ChannelService> service_;
  std::unique_ptr<MessageTest> test_;
  std::vector<Result<QJsonObject>> results_;
};

void TestMessageTest::init() {
  later_.clear();
  results_.clear();
  test_.reset();
  store_ = std::make_unique<MemoryStore>(clock_);
  sink_ = std::make_unique<TappedSink>(recording_);
  service_ = std::make_unique<ChannelService>(Harbour::defaults(), harbourSnapshot(), *store_, *sink_, clock_);
  test_ = std::make_unique<MessageTest>(
      *service_, *sink_, clock_, [this](std::function<void()> closure) { later_.push_back(std::move(closure)); });
}

void TestMessageTest::measuresBothMessages() {
  run("tides");
  work();
  store_->run();
  work();
  store_->run();
  work();
  QCOMPARE(results_.size(), size_t{1});
  QVERIFY(results_[0]);
  QVERIFY(results_[0]->contains(QLatin1String("firstMs")) && results_[0]->contains(QLatin1String("secondMs")));
  QCOMPARE(service_->sessionCount(), size_t{0});
}

void TestMessageTest::endsWhenNothingArrives() {
  run("tides");
  work();
  clock_.advanceMs(MessageTest::kDeadlineMs - 1);
  test_->tick();
  QVERIFY(results_.empty());
  clock_.advanceMs(1);
  test_->tick();
  QCOMPARE(results_.size(), size_t{1});
  QCOMPARE(results_[0].error().code, ErrorCode::Timeout);
  QCOMPARE(service_->sessionCount(), size_t{0});
  store_->run();
  work();
  test_->tick();
  QCOMPARE(results_.size(), size_t{1});
}

void TestMessageTest::otherTestsGoOn() {
  run("tides");
  work();
  clock_.advanceMs(MessageTest::kDeadlineMs - 1);
  run("logbook");
  work();
  clock_.advanceMs(1);
  test_->tick();
  QCOMPARE(results_.size(), size_t{1});
  for (int message = 0; message < 2; ++message) {
    store_->run();
    work();
  }
  QCOMPARE(results_.size(), size_t{2});
  QVERIFY(results_[1]);
}

PARLOUR_TEST(TestMessageTest)

}  // namespace tst_messagetest

#include "tst_messagetest.moc"
