// SPDX-License-Identifier: Apache-2.0
#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

#include "TransportPair.h"
#include "protocol/sip/sofia/ClientTransactions.h"
#include "protocol/sip/sofia/PendingInfos.h"
#include "protocol/sip/sofia/ServerTransactions.h"
#include "tests/program/TestProgram.h"

namespace tst_transactions {

using namespace Parlour;
using namespace Parlour::Sip;

class TestTransactions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void clientTransactionsEndOnce() {
    ClientTransactions table;
    const Request request = makeRequest("SERVICE", "c", 1);
    table.add("b1", {1, request, {}, 100});
    table.add("b2", {2, request, {}, 100});
    table.add("b3", {1, request, {}, 300});
    QVERIFY(table.find(1, "b1") != nullptr);
    QVERIFY(table.find(2, "b1") == nullptr);  // somebody else's connection
    table.extend("b2", 200);
    QCOMPARE(table.takeOverdue(99).size(), 0);
    QCOMPARE(table.takeOverdue(150).size(), 1);
    QVERIFY(table.find(1, "b1") == nullptr);
    QCOMPARE(table.takeOverdue(200).size(), 1);
    QCOMPARE(table.takeOf(1).size(), 1);
    QCOMPARE(table.size(), 0);
    QCOMPARE(table.takeOverdue(1000).size(), 0);
  }

  void localAnswersLookLikeAnswers() {
    const Response response = localResponse(makeRequest("SERVICE", "c", 9), 408, {});
    QVERIFY(response.local);
    QCOMPARE(response.status, 408);
    QCOMPARE(response.phrase, QByteArray("Request Timeout"));
    QCOMPARE(response.callId(), QByteArray("c"));
    QCOMPARE(response.cseq(), 9U);
    QCOMPARE(response.cseqMethod(), QByteArray("SERVICE"));
  }

  void infosAreCountedPerConnection() {
    PendingInfos infos;
    infos.add(1, {"a", 1}, 100, 50);
    infos.add(1, {"a", 2}, 100, 60);
    infos.add(2, {"a", 1}, 7, 60);
    QCOMPARE(infos.load(1).count, 2);
    QCOMPARE(infos.load(1).bytes, 200);
    QVERIFY(!infos.take(3, {"a", 1}));
    QVERIFY(!infos.take(1, {"a", 3}));
    QVERIFY(infos.take(1, {"a", 1}));
    QVERIFY(!infos.take(1, {"a", 1}));
    QCOMPARE(infos.load(1).bytes, 100);
    QCOMPARE(infos.takeOverdue(59).size(), 0);
    QCOMPARE(infos.takeOf(2).size(), 1);
    const auto overdue = infos.takeOverdue(60);
    QCOMPARE(overdue.size(), 1);
    QCOMPARE(overdue.first().second.cseq, 2U);
    QCOMPARE(infos.load(1).count, 0);
    QCOMPARE(infos.load(1).bytes, 0);
  }

  void aCSeqUsedAgainKeepsItsNewTimeLimit() {
    PendingInfos infos;
    infos.add(1, {"a", 1}, 5, 50);
    QVERIFY(infos.take(1, {"a", 1}));
    infos.add(1, {"a", 1}, 5, 90);
    QCOMPARE(infos.takeOverdue(60).size(), 0);
    QCOMPARE(infos.takeOverdue(90).size(), 1);
  }

  // Answers in any order, repeated and foreign ones, time limits and lost connections, against a plain list.
  void infosAreCountedWhateverTheOrder() {
    struct Info {
      ConnectionId connection;
      quint32 cseq;
      qint64 deadline;
    };
    PendingInfos infos;
    std::vector<Info> plain;
    QRandomGenerator random(4711);
    const auto ofPlain = [&](ConnectionId c) {
      return std::count_if(plain.begin(), plain.end(), [&](const Info& info) { return info.connection == c; });
    };
    for (qint64 step = 0; step < 20'000; ++step) {
      const ConnectionId connection = random.bounded(1U, 4U);
      const auto cseq = static_cast<quint32>(step);
      const quint32 kind = random.bounded(100U);
      if (kind < 50) {
        infos.add(connection, {"a", cseq}, 10, step + 400);
        plain.push_back({connection, cseq, step + 400});
      } else if (kind < 90) {
        const quint32 any = cseq - random.bounded(300U);
        const bool waited = std::erase_if(plain, [&](const Info& info) {
                              return info.connection == connection && info.cseq == any;
                            }) > 0;
        QCOMPARE(infos.take(connection, {"a", any}), waited);
      } else if (kind < 99) {
        const auto late = std::erase_if(plain, [&](const Info& info) { return info.deadline <= step; });
        QCOMPARE(infos.takeOverdue(step).size(), qsizetype(late));
      } else {
        const auto lost = std::erase_if(plain, [&](const Info& info) { return info.connection == connection; });
        QCOMPARE(infos.takeOf(connection).size(), qsizetype(lost));
      }
      QCOMPARE(infos.load(connection).count, int(ofPlain(connection)));
      QCOMPARE(infos.load(connection).bytes, qint64(10 * ofPlain(connection)));
    }
  }

  void answersCopyWhatTheyMust() {
    ServerTransactions table;
    Request request = makeRequest("INVITE", "c", 5);
    request.headers.add("Via", "SIP/2.0/TCP one");
    request.headers.add("via", "SIP/2.0/TCP two");
    request.headers.add("Record-Route", "<sip:p;lr>");
    const IncomingId id = table.add(9, request, 100);
    QCOMPARE(table.countOf(9), 1);
    Response ringing{180, {}, {}, {}, false};
    QVERIFY(table.answer(id, ringing, "tt").has_value());
    Response ok{200, "Fine", {{"To", "<sip:forged@x>"}, {"X", "1"}}, "body", false};
    const auto answer = table.answer(id, ok, "tt");
    QVERIFY(answer.has_value());
    QCOMPARE(answer->connection, ConnectionId(9));
    QCOMPARE(answer->response.headers.values("Via"), (QList<QByteArray>{"SIP/2.0/TCP one", "SIP/2.0/TCP two"}));
    QCOMPARE(answer->response.headers.values("To"), (QList<QByteArray>{"<sip:chat@orchard.example>;tag=tt"}));
    QCOMPARE(answer->response.headers.value("Record-Route"), QByteArray("<sip:p;lr>"));
    QCOMPARE(answer->response.headers.value("X"), QByteArray("1"));
    QCOMPARE(answer->response.body, QByteArray("body"));
    QVERIFY(!table.answer(id, ok, "tt").has_value());  // once
    QCOMPARE(table.countOf(9), 0);
    QCOMPARE(table.size(), size_t(0));
  }

  void existingToTagStays() {
    ServerTransactions table;
    Request request = makeRequest("INFO", "c", 6);
    request.headers.set("To", "<sip:chat@x>;tag=mine");
    const auto answer = table.answer(table.add(1, request, 1), Response{200, {}, {}, {}, false}, "other");
    QCOMPARE(answer->response.headers.value("To"), QByteArray("<sip:chat@x>;tag=mine"));
  }

  void connectionsTakeTheirRequestsAlong() {
    ServerTransactions table;
    const IncomingId gone = table.add(1, makeRequest("INFO", "c", 1), 100);
    const IncomingId stays = table.add(2, makeRequest("INFO", "c", 1), 100);
    table.dropOf(1);
    QCOMPARE(table.overdue(100), (QList<IncomingId>{stays}));
    QVERIFY(!table.answer(gone, Response{200, {}, {}, {}, false}, {}).has_value());
    QCOMPARE(table.countOf(1), 0);
  }
};

PARLOUR_TEST(TestTransactions)

}  // namespace tst_transactions

#include "tst_transactions.moc"
