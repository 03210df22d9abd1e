// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <deque>

#include "server-sim/faults/FaultyStore.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Harbour.h"

namespace tst_faultystore {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

class TestFaultyStore final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    rolls_.clear();
    due_.clear();
    codes_.clear();
    store_ = std::make_unique<MemoryStore>(clock_, harbourSnapshot());
  }

  void someCallsFail() {
    FaultPlan plan;
    plan.diskError = 0.25;
    FaultyStore faulty = make(plan);
    rolls_ = {0.9, 0.1, 0.25, 0.24};
    for (int i = 0; i < 4; ++i) post(faulty);
    QVERIFY2(codes_.isEmpty(), "no answer comes from inside a call");
    run();
    QCOMPARE(codes_.count(int(ErrorCode::Storage)), 2);
    QCOMPARE(codes_.count(kGood), 2);
    QCOMPARE(store_->accepted().size(), size_t(2));
    QVERIFY(faulty.health().writable);
  }

  void aFullDiskTakesNothingAndIsReadOnForAWhile() {
    FaultPlan plan;
    plan.diskFull = true;
    plan.fullFromMs = 1'000;
    plan.fullForMs = 5'000;
    FaultyStore faulty = make(plan);
    post(faulty);
    clock_.advanceMs(1'000);
    const Timestamp since = clock_.now();
    post(faulty);
    HistoryQuery query;
    query.room = Tides;
    faulty.history(query, note<HistoryPage>());
    clock_.advanceMs(2'000);
    const StoreHealth health = faulty.health();
    QVERIFY(!health.writable && health.retryAfterSeconds > 0 && !health.reason.isEmpty());
    QCOMPARE(health.failingSince, since);
    run();
    QCOMPARE(codes_.count(int(ErrorCode::Storage)), 1);
    QCOMPARE(codes_.count(kGood), 2);
    clock_.advanceMs(3'000);
    QVERIFY(faulty.health().writable);
    codes_.clear();
    post(faulty);
    run();
    QCOMPARE(codes_, QList<int>{kGood});
  }

 private:
  static constexpr int kGood = -1;

  FaultyStore make(const FaultPlan& plan) {
    const auto random = [this] {
      const double roll = rolls_.front();
      rolls_.pop_front();
      return roll;
    };
    return FaultyStore(*store_, plan, FaultDice(random), clock_,
                       [this](std::function<void()> action) { due_.push_back(std::move(action)); });
  }

  template <typename T>
  Store::Callback<T> note() {
    return [this](const Result<T>& result) { codes_.append(result ? kGood : static_cast<int>(result.error().code)); };
  }

  void post(FaultyStore& store) {
    NewPost post;
    post.room = Tides;
    post.author = Ada;
    post.chat = "herring";
    store.appendPost(post, note<PostReceipt>());
  }

  void run() {
    store_->run();
    for (const auto& action : due_) action();
    due_.clear();
  }

  FakeClock clock_;
  std::unique_ptr<MemoryStore> store_;
  std::deque<double> rolls_;
  std::vector<std::function<void()>> due_;
  QList<int> codes_;
};

PARLOUR_TEST(TestFaultyStore)

}  // namespace tst_faultystore

#include "tst_faultystore.moc"
