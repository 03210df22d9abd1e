// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <deque>
#include <map>

#include "server-sim/faults/FaultyTransport.h"
#include "tests/program/TestProgram.h"

namespace tst_faultytransport {

using namespace Parlour;
using namespace Parlour::Server;

// The network below: writes down what it is told.
class Wire final : public Sip::Transport {
 public:
  void setObserver(Sip::TransportObserver* observer) override { observer_ = observer; }
  void open(const Sip::Target&, OnOpened) override {}
  void send(Sip::ConnectionId, const Sip::Request&, OnResponse) override {}
  bool sendInfo(Sip::ConnectionId, const Sip::InfoHead&, quint32 cseq,
                const std::shared_ptr<const Sip::SharedBody>&) override {
    log.append(QStringLiteral("info %1").arg(cseq));
    return true;
  }
  void respond(Sip::IncomingId incoming, const Sip::Response& response, const QByteArray&) override {
    log.append(QStringLiteral("answer %1 %2 %3").arg(incoming).arg(response.status).arg(response.retryAfterSeconds()));
  }
  void close(Sip::ConnectionId connection) override { log.append(QStringLiteral("close %1").arg(connection)); }

  Sip::TransportObserver& observer() { return *observer_; }
  QStringList log;

 private:
  Sip::TransportObserver* observer_ = nullptr;
};

// The server above.
class Front final : public Sip::TransportObserver {
 public:
  explicit Front(QStringList& log) : log_(log) {}
  void requestReceived(Sip::ConnectionId, Sip::IncomingId incoming, const Sip::Request& request) override {
    log_.append(QStringLiteral("request %1 ").arg(incoming) + QString::fromLatin1(request.method));
  }
  void infoAnswered(Sip::ConnectionId, const QByteArray& callId, quint32 cseq, const Sip::Response& response) override {
    log_.append(QStringLiteral("answered %1 %2 %3").arg(QString::fromLatin1(callId)).arg(cseq).arg(response.status));
  }
  void connectionClosed(Sip::ConnectionId connection, const Error&) override {
    log_.append(QStringLiteral("closed %1").arg(connection));
  }

 private:
  QStringList& log_;
};

class TestFaultyTransport final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    wire_ = std::make_unique<Wire>();
    front_ = std::make_unique<Front>(wire_->log);
    rolls_.clear();
    due_.clear();
    now_ = 0;
  }

  void nothingPlannedNothingChanged() {
    const auto transport = make({});
    request(1, 1);
    transport->sendInfo(1, {}, 5, nullptr);
    wire_->observer().infoAnswered(1, "call", 5, {});
    wire_->observer().connectionClosed(1, {});
    QCOMPARE(wire_->log, QStringList({QStringLiteral("request 1 INFO"), QStringLiteral("info 5"),
                                      QStringLiteral("answered call 5 0"), QStringLiteral("closed 1")}));
  }

  void busyAsksToComeAgain() {
    FaultPlan plan;
    plan.busy = 0.5;
    const auto transport = make(plan);
    rolls_ = {0.4, 0.6};
    request(1, 1);
    request(1, 2);
    request(1, 3, "REGISTER");
    QCOMPARE(wire_->log, QStringList({QStringLiteral("answer 1 503 1"), QStringLiteral("request 2 INFO"),
                                      QStringLiteral("request 3 REGISTER")}));
  }

  void whatIsLostIsAnsweredByNobody() {
    FaultPlan plan;
    plan.drop = 0.5;
    const auto transport = make(plan);
    rolls_ = {0.1, 0.9, 0.1, 0.9};
    request(1, 1);
    request(1, 2);
    Sip::InfoHead head;
    head.callId = "call";
    QVERIFY(transport->sendInfo(1, head, 5, nullptr));
    QVERIFY(transport->sendInfo(1, head, 6, nullptr));
    QCOMPARE(wire_->log, QStringList({QStringLiteral("request 2 INFO"), QStringLiteral("info 6")}));
    runUntil(31'999);
    QCOMPARE(wire_->log.size(), 2);
    runUntil(32'000);
    QCOMPARE(wire_->log.back(), QStringLiteral("answered call 5 408"));
  }

  void aCutTakesTheConnection() {
    FaultPlan plan;
    plan.cut = 0.5;
    const auto transport = make(plan);
    rolls_ = {0.1, 0.9, 0.1};
    request(1, 1);
    request(2, 2);
    transport->sendInfo(3, {}, 5, nullptr);
    QCOMPARE(wire_->log,
             QStringList({QStringLiteral("close 1"), QStringLiteral("request 2 INFO"), QStringLiteral("close 3")}));
  }

  void lateRequestsKeepTheirOrder() {
    FaultPlan plan;
    plan.delayMs = 200;
    plan.delaySpreadMs = 100;
    const auto transport = make(plan);
    rolls_ = {0.99, 0.0, 0.5};  // 300, 100 and 200 ms
    request(1, 1);
    request(1, 2);
    request(2, 3);
    runUntil(99);
    QVERIFY(wire_->log.isEmpty());
    runUntil(100);
    QCOMPARE(wire_->log, QStringList({QStringLiteral("request 1 INFO")}));
    runUntil(400);
    QCOMPARE(wire_->log, QStringList({QStringLiteral("request 1 INFO"), QStringLiteral("request 3 INFO"),
                                      QStringLiteral("request 2 INFO")}));
  }

  void whatIsLateGoesWithItsConnection() {
    FaultPlan plan;
    plan.delayMs = 200;
    auto transport = make(plan);
    request(1, 1);
    request(2, 2);
    wire_->observer().connectionClosed(1, {});
    runUntil(200);
    QCOMPARE(wire_->log, QStringList({QStringLiteral("closed 1"), QStringLiteral("request 2 INFO")}));
    request(2, 3);
    transport.reset();
    runUntil(400);
    QCOMPARE(wire_->log.size(), 2);
  }

 private:
  std::unique_ptr<FaultyTransport> make(const FaultPlan& plan) {
    const auto random = [this] {
      const double roll = rolls_.front();
      rolls_.pop_front();
      return roll;
    };
    const auto later = [this](int ms, std::function<void()> action) { due_.emplace(now_ + ms, std::move(action)); };
    auto transport = std::make_unique<FaultyTransport>(*wire_, plan, FaultDice(random), later);
    transport->setObserver(front_.get());
    return transport;
  }

  void request(Sip::ConnectionId connection, Sip::IncomingId incoming, const QByteArray& method = "INFO") {
    Sip::Request request;
    request.method = method;
    wire_->observer().requestReceived(connection, incoming, request);
  }

  void runUntil(int ms) {
    while (!due_.empty() && due_.begin()->first <= ms) {
      const auto next = due_.extract(due_.begin());
      now_ = next.key();
      next.mapped()();
    }
    now_ = ms;
  }

  std::unique_ptr<Wire> wire_;
  std::unique_ptr<Front> front_;
  std::deque<double> rolls_;
  std::multimap<int, std::function<void()>> due_;
  int now_ = 0;
};

PARLOUR_TEST(TestFaultyTransport)

}  // namespace tst_faultytransport

#include "tst_faultytransport.moc"
