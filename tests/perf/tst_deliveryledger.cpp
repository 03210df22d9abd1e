// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <set>

#include "tests/perf/load/DeliveryLedger.h"
#include "tests/perf/load/SipFrame.h"
#include "tests/program/TestProgram.h"

namespace tst_deliveryledger {

using namespace Parlour::Perf;

// The load program's own judgement: a fault that happens must be seen, else "0 lost" means nothing.
class TestDeliveryLedger : public QObject {
  Q_OBJECT

 private:
  static constexpr size_t kBytes = 40;

 private Q_SLOTS:
  void countsWhatReachedEverybody() {
    DeliveryLedger ledger({{0, 1}}, 2);
    std::string text;
    const auto marker = ledger.open(0, text, kBytes);
    QCOMPARE(marker, uint64_t{0});
    QCOMPARE(text.size(), kBytes);
    QCOMPARE(ledger.delivered(0, text, 7).outcome, DeliveryLedger::Outcome::Counted);
    QCOMPARE(ledger.waiting(), uint64_t{1});
    QCOMPARE(ledger.faults().lost, uint64_t{1});
    QCOMPARE(ledger.delivered(1, text, 7).outcome, DeliveryLedger::Outcome::LastOfPost);
    QCOMPARE(ledger.waiting(), uint64_t{0});
    QVERIFY(ledger.faults().none());
    QCOMPARE(ledger.deliveries(), uint64_t{2});
    QCOMPARE(ledger.latenciesMs().size(), size_t{1});
  }

  void seesADoubledPost() {
    DeliveryLedger ledger({{0, 1}}, 2);
    std::string text;
    ledger.open(0, text, kBytes);
    ledger.delivered(0, text, 1);
    QCOMPARE(ledger.delivered(0, text, 1).outcome, DeliveryLedger::Outcome::Fault);
    QCOMPARE(ledger.faults().doubled, uint64_t{1});
    QCOMPARE(ledger.faults().lost, uint64_t{1});
  }

  void seesAWrongOrder() {
    DeliveryLedger ledger({{0}}, 1);
    std::string first;
    std::string second;
    ledger.open(0, first, kBytes);
    ledger.open(0, second, kBytes);
    ledger.delivered(0, second, 2);
    ledger.delivered(0, first, 1);
    QCOMPARE(ledger.faults().reordered, uint64_t{1});
    QCOMPARE(ledger.faults().lost, uint64_t{0});
  }

  void seesWhatDoesNotBelong_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("member");
    QTest::addColumn<quint64>("chatId");
    QTest::newRow("never posted") << QByteArray("post 99 x") << 0 << quint64{1};
    QTest::newRow("no marker") << QByteArray("hello") << 0 << quint64{1};
    QTest::newRow("other room") << QByteArray("post 0 x") << 1 << quint64{1};
    QTest::newRow("no number") << QByteArray("post 0 x") << 0 << quint64{0};
  }

  void seesWhatDoesNotBelong() {
    QFETCH(QByteArray, text);
    QFETCH(int, member);
    QFETCH(quint64, chatId);
    DeliveryLedger ledger({{0}, {1}}, 2);
    std::string posted;
    ledger.open(0, posted, kBytes);
    QCOMPARE(ledger.delivered(member, text.toStdString(), chatId).outcome, DeliveryLedger::Outcome::Fault);
    QCOMPARE(ledger.faults().mismatched, uint64_t{1});
    QCOMPARE(ledger.faults().lost, uint64_t{1});
  }

  void seesTwoNumbersOfOnePost() {
    DeliveryLedger ledger({{0, 1}}, 2);
    std::string text;
    ledger.open(0, text, kBytes);
    ledger.delivered(0, text, 4);
    QCOMPARE(ledger.delivered(1, text, 5).outcome, DeliveryLedger::Outcome::Fault);
    QCOMPARE(ledger.faults().mismatched, uint64_t{1});
  }

  void leavesRefusedPostsOut() {
    DeliveryLedger ledger({{0, 1, 2}}, 3);
    std::string text;
    const auto marker = ledger.open(0, text, kBytes);
    ledger.refused(marker);
    ledger.refused(marker);
    QCOMPARE(ledger.refusals(), uint64_t{1});
    QCOMPARE(ledger.waiting(), uint64_t{0});
    QVERIFY(ledger.faults().none());
    ledger.delivered(0, text, 1);
    QCOMPARE(ledger.faults().mismatched, uint64_t{1});
  }

  void countsFromTheIntendedMoment() {
    DeliveryLedger ledger({{0}}, 1);
    std::string text;
    ledger.open(0, text, kBytes, std::chrono::steady_clock::now() - std::chrono::seconds(5));
    ledger.delivered(0, text, 1);
    QVERIFY(ledger.latenciesMs().front() >= 5000);
  }

  void keepsRoomsOfOneMemberApart() {
    DeliveryLedger ledger({{0, 1}, {0}}, 2);
    std::string first;
    std::string second;
    ledger.open(0, first, kBytes);
    ledger.open(1, second, kBytes);
    QCOMPARE(ledger.delivered(0, first, 9).room, 0);
    const auto seen = ledger.delivered(0, second, 3);
    QCOMPARE(seen.room, 1);
    QCOMPARE(seen.outcome, DeliveryLedger::Outcome::LastOfPost);
    QCOMPARE(ledger.faults().reordered, uint64_t{0});
    QCOMPARE(ledger.delivered(1, second, 3).outcome, DeliveryLedger::Outcome::Fault);
    QCOMPARE(ledger.faults().mismatched, uint64_t{1});
  }

  void lyncModelHasTheSizesOfItsPlan() {
    const LyncModel model(2'000);
    QVERIFY(std::abs(static_cast<int>(model.rooms.size()) - 830) < 10);
    QCOMPARE(model.large, 10);
    QCOMPARE(model.rooms.back().size(), size_t{400});
    size_t places = 0;
    for (const auto& rooms : roomsByUser(model.rooms, 2'000)) {
      QVERIFY(rooms.size() <= 16);
      places += rooms.size();
    }
    QVERIFY(places > 15 * 2'000);
    for (const auto& room : model.rooms) QCOMPARE(std::set<int>(room.begin(), room.end()).size(), room.size());
  }

  void percentilesAreNearestRank() {
    std::vector<double> values;
    for (int i = 100; i >= 1; --i) values.push_back(i);
    const auto found = percentilesOf(values);
    QCOMPARE(found.p50, 50.0);
    QCOMPARE(found.p95, 95.0);
    QCOMPARE(found.p99, 99.0);
    QCOMPARE(found.max, 100.0);
    std::vector<double> nothing;
    QCOMPARE(percentilesOf(nothing).p99, 0.0);
  }

  void cutsTheStreamAnywhere_data() {
    QTest::addColumn<int>("piece");
    for (const int piece : {1, 2, 7, 64, 4096}) QTest::addRow("%d bytes", piece) << piece;
  }

  void cutsTheStreamAnywhere() {
    QFETCH(int, piece);
    const std::string stream =
        "INFO sip:a SIP/2.0\r\nVia: SIP/2.0/TCP h;branch=1\r\nFrom: <sip:p>;tag=1\r\nTo: <sip:a>;tag=2\r\nCall-ID: "
        "c\r\n"
        "CSeq: 5 INFO\r\ncontent-length: 4\r\n\r\nbody\r\n\r\nSIP/2.0 200 OK\r\nCSeq: 9 INFO\r\nContent-Length: "
        "0\r\n\r\n";
    FrameReader reader;
    std::vector<std::string> seen;
    for (size_t at = 0; at < stream.size(); at += static_cast<size_t>(piece)) {
      reader.feed(std::string_view(stream).substr(at, static_cast<size_t>(piece)), [&seen](const SipFrame& frame) {
        if (frame.isResponse()) {
          seen.push_back(std::to_string(frame.status()) + std::string(frame.header("cseq")));
          return;
        }
        std::string answer;
        appendResponse(answer, frame, "200 OK");
        seen.push_back(std::string(frame.method()) + ':' + std::string(frame.body));
        seen.push_back(answer);
      });
    }
    QCOMPARE(seen.size(), size_t{3});
    QCOMPARE(seen[0], std::string("INFO:body"));
    QCOMPARE(seen[1],
             std::string("SIP/2.0 200 OK\r\nVia: SIP/2.0/TCP h;branch=1\r\nFrom: <sip:p>;tag=1\r\nTo: <sip:a>;tag=2\r\n"
                         "Call-ID: c\r\nCSeq: 5 INFO\r\nContent-Length: 0\r\n\r\n"));
    QCOMPARE(seen[2], std::string("2009 INFO"));
    QVERIFY(!reader.broken());
  }

  void refusesAStreamWithoutLengths() {
    const std::string stream = "INFO sip:a SIP/2.0\r\nCall-ID: c\r\n\r\n";
    FrameReader reader;
    int taken = 0;
    reader.feed(stream, [&taken](const SipFrame&) { ++taken; });
    QCOMPARE(taken, 0);
    QVERIFY(reader.broken());
  }
};

PARLOUR_TEST(TestDeliveryLedger)

}  // namespace tst_deliveryledger

#include "tst_deliveryledger.moc"
