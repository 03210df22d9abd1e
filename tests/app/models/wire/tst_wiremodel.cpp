// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>
#include <thread>

#include "app/models/Roles.h"
#include "app/models/wire/WireFilterModel.h"
#include "app/models/wire/WireSentence.h"
#include "tests/app/models/wire/TraceTranscript.h"
#include "tests/program/TestProgram.h"

namespace tst_wiremodel {

using namespace Parlour;
using namespace Parlour::Models;
using namespace Parlour::Testing;

namespace {

// "0.517 PersistentChat>Client reply INFO rpl|bjoin · 7 joined|200|46 ms", dashes and dots as the ladder draws them.
QString shown(const WireRow& row) {
  static const QStringList kKinds{QStringLiteral("reg"),  QStringLiteral("sub"), QStringLiteral("dlg"),
                                  QStringLiteral("cmd"),  QStringLiteral("rpl"), QStringLiteral("ntc"),
                                  QStringLiteral("error")};
  static const QStringList kLines{QStringLiteral("C"), QStringLiteral("F"), QStringLiteral("P")};
  const QString arrow = row.dashed ? QStringLiteral("-->") : QStringLiteral("->");
  const QString route = kLines.at(static_cast<int>(row.from)) + arrow + kLines.at(static_cast<int>(row.to)) +
                        (row.passesThroughFrontEnd ? QStringLiteral("o") : QString());
  return QStringList{WireSentence::offset(row),
                     kKinds.at(static_cast<int>(row.kind)),
                     route,
                     row.label,
                     row.rest,
                     WireSentence::status(row),
                     WireSentence::elapsed(row)}
      .join(QLatin1Char('|'));
}

QByteArray infoText(int cseq, const QByteArray& body, const QByteArray& callId = "c1") {
  return "INFO sip:x SIP/2.0\r\nCall-ID: " + callId + "\r\nCSeq: " + QByteArray::number(cseq) +
         " INFO\r\nContent-Type: text/plain\r\n\r\n" + body;
}

QByteArray commandBody(int envId, const QByteArray& name) {
  return "<xccos ver=\"1\" envid=\"" + QByteArray::number(envId) +
         "\" xmlns=\"urn:parlano:xml:ns:xccos\"><cmd id=\"cmd:" + name + "\" seqid=\"1\"><data/></cmd></xccos>";
}

}  // namespace

class TestWireModel : public QObject {
  Q_OBJECT

 private:
  static QStringList shownRows(const QByteArray& transcript) {
    ReplayClock clock;
    Sip::TraceBuffer buffer(clock);
    WireModel model(clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    WireFilterModel filter(model);
    const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.attach(buffer);
    replay(readTranscript(transcript), clock, buffer);
    QCoreApplication::processEvents();
    QStringList rows;
    for (const WireRow& row : filter.rows()) rows.append(shown(row));
    return rows;
  }

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

  void signInLooksLikeTheDesign() {
    const QStringList expected{QStringLiteral("0.000|reg|C->F|REGISTER|||"),
                               QStringLiteral("0.021|reg|F-->C|401|Unauthorized, NTLM challenge|401|21 ms"),
                               QStringLiteral("0.034|reg|C->F|REGISTER|with credentials||"),
                               QStringLiteral("0.097|reg|F-->C|200 OK|registered for 3,600 s|200|63 ms"),
                               QStringLiteral("0.104|sub|C->F|SUBSCRIBE|provisioning|200|18 ms"),
                               QStringLiteral("0.141|sub|F->C|NOTIFY|persistentChatConfiguration|200|2 ms"),
                               QStringLiteral("0.150|sub|C->F|SUBSCRIBE|roaming self|200|22 ms"),
                               QStringLiteral("0.204|sub|F->C|NOTIFY|roomSetting × 7 followed rooms|200|2 ms"),
                               QStringLiteral("0.221|dlg|C->Po|INVITE|pchat01@northgate.example||"),
                               QStringLiteral("0.309|dlg|P-->Co|200 OK|session 4f1c|200|88 ms"),
                               QStringLiteral("0.312|dlg|C->Po|ACK|||"),
                               QStringLiteral("0.318|cmd|C->Po|INFO|getserverinfo|200|12 ms"),
                               QStringLiteral("0.352|rpl|P-->Co|INFO rpl|getserverinfo|200|34 ms"),
                               QStringLiteral("0.358|cmd|C->Po|INFO|getassociations · member|200|11 ms"),
                               QStringLiteral("0.421|rpl|P-->Co|INFO rpl|getassociations · 14 rooms|200|63 ms"),
                               QStringLiteral("0.425|cmd|C->Po|INFO|getassociations · manager|200|10 ms"),
                               QStringLiteral("0.466|rpl|P-->Co|INFO rpl|getassociations · 3 rooms|200|41 ms"),
                               QStringLiteral("0.471|cmd|C->Po|INFO|bjoin · 7 rooms|200|13 ms"),
                               QStringLiteral("0.517|rpl|P-->Co|INFO rpl|bjoin · 7 joined|200|46 ms"),
                               QStringLiteral("0.523|cmd|C->Po|INFO|join · Treasury town hall|200|11 ms"),
                               QStringLiteral("0.555|rpl|P-->Co|INFO rpl|join|200|32 ms"),
                               QStringLiteral("0.558|cmd|C->Po|INFO|join · Project Larch|200|10 ms"),
                               QStringLiteral("0.587|rpl|P-->Co|INFO rpl|join|200|29 ms"),
                               QStringLiteral("0.591|cmd|C->Po|INFO|bccontext · FX Desk – London, last 25|200|12 ms"),
                               QStringLiteral("0.644|rpl|P-->Co|INFO rpl|bccontext · 25 messages|200|53 ms"),
                               QStringLiteral("0.646|cmd|C->Po|INFO|getinv|200|9 ms"),
                               QStringLiteral("0.666|rpl|P-->Co|INFO rpl|getinv · 2 invitations|200|20 ms"),
                               QStringLiteral("3.802|ntc|P->Co|INFO grpchat|FX Desk – London|200|2 ms")};
    const QStringList rows = shownRows("sign-in");
    for (int i = 0; i < qMin(rows.size(), expected.size()); ++i) QCOMPARE(rows.at(i), expected.at(i));
    QCOMPARE(rows.size(), expected.size());
  }

  void troubleIsTold() {
    const QStringList expected{QStringLiteral("0.000|reg|C->F|REGISTER|||"),
                               QStringLiteral("0.040|error|F-->C|403|Forbidden · User is not enabled|403|40 ms"),
                               QStringLiteral("0.100|cmd|C->Po|INFO|join · a3c1…|200|10 ms"),
                               QStringLiteral("0.150|error|P-->Co|INFO rpl|join · ERROR_PERMISSION|403|50 ms"),
                               QStringLiteral("0.200|cmd|C->Po|INFO|getfutok · a3c1…, tides-march.txt|200|4 ms"),
                               QStringLiteral("0.260|rpl|P-->Co|INFO rpl|getftok|200|60 ms"),
                               QStringLiteral("0.300|cmd|C->Po|INFO grpchat|a3c1…||"),
                               QStringLiteral("0.310|error|P-->Co|503|Service Unavailable|503|10 ms"),
                               QStringLiteral("0.400|error|P-->Co|INFO err|grpchat · ERROR_LIMIT_EXCEEDED|413|"),
                               QStringLiteral("0.500|ntc|P->Co|INFO ntc|join · Dot Damson, a3c1…||"),
                               QStringLiteral("0.600|error|P->Co|INFO|unreadable chat document||"),
                               QStringLiteral("0.700|sub|C->F|SERVICE|publish roomSetting||"),
                               QStringLiteral("0.750|error|F-->C|409|Conflict|409|50 ms"),
                               QStringLiteral("0.800|dlg|P->Co|BYE||200|1 ms"),
                               QStringLiteral("0.900|sub|F->C|BENOTIFY|registration ended: rejected||"),
                               QStringLiteral("1.000|error|F->C|?|not a SIP message||")};
    const QStringList rows = shownRows("trouble");
    for (int i = 0; i < qMin(rows.size(), expected.size()); ++i) QCOMPARE(rows.at(i), expected.at(i));
    QCOMPARE(rows.size(), expected.size());
  }

  void factsOfTheSession() {
    ReplayClock clock;
    Sip::TraceBuffer buffer(clock);
    replay(readTranscript("sign-in"), clock, buffer);
    WireModel model(clock);
    model.attach(buffer);
    const WireFacts& facts = model.facts();
    QCOMPARE(facts.account, QStringLiteral("priya.raman@northgate.example"));
    QCOMPARE(facts.clientHost, QStringLiteral("10.20.4.17"));
    QCOMPARE(facts.frontEnd, QStringLiteral("10.20.4.5:5061"));
    QCOMPARE(facts.transport, QStringLiteral("TLS"));
    QCOMPARE(facts.chatService, QStringLiteral("pchat01"));
    QVERIFY(facts.signedIn);
    QCOMPARE(facts.openRooms.size(), 2);
    QCOMPARE(facts.signInMs.value_or(0), 666);
    QCOMPARE(model.errorCount(), 0);
    WireFilterModel filter(model);
    constexpr int kBatchJoinReply = 18;
    const WireRow& bjoin = filter.row(kBatchJoinReply);
    QCOMPARE(bjoin.title, QStringLiteral("INFO · bjoin reply"));
    QCOMPARE(model.rowsOfDialog(bjoin.callId).size(), 38);
    QCOMPARE(filter.data(filter.index(kBatchJoinReply, 0), Qt::AccessibleTextRole).toString(),
             QStringLiteral("0.517 seconds, Persistent Chat to Client, INFO rpl bjoin · 7 joined, 200, 46 ms"));
    QCOMPARE(model.data(model.index(0), IdRole).toString(), QStringLiteral("1"));
  }

  void unansweredRequestsWaitThenGiveUp() {
    ReplayClock clock;
    Sip::TraceBuffer buffer(clock);
    WireModel model(clock);
    model.attach(buffer);
    buffer.add(true, 1, infoText(1, commandBody(5, "requri")));
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(WireSentence::status(model.row(0)), QString());
    clock.setOffsetMs(1'999);
    model.updateWaiting();
    QCOMPARE(WireSentence::status(model.row(0)), QString());
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    clock.setOffsetMs(2'000);
    model.updateWaiting();
    QCOMPARE(WireSentence::status(model.row(0)), QStringLiteral("waiting"));
    QVERIFY(!changes.isEmpty());
    clock.setOffsetMs(32'000);
    model.updateWaiting();
    QCOMPARE(WireSentence::status(model.row(0)), QStringLiteral("no answer"));
    buffer.add(false, 1, "SIP/2.0 200 OK\r\nCall-ID: c1\r\nCSeq: 1 INFO\r\n\r\n");
    QTRY_COMPARE(WireSentence::status(model.row(0)), QStringLiteral("200"));
    QCOMPARE(model.row(0).elapsedMs.value_or(0), 32'000);
    clock.setOffsetMs(60'000);
    model.updateWaiting();
    QCOMPARE(WireSentence::status(model.row(0)), QStringLiteral("no answer"));
  }

  void savedTracesEndWithTheirLastMessage() {
    const ReplayClock clock;
    WireModel model(clock);
    const Timestamp start = Timestamp::fromMs(1'000);
    model.showRecords({{1, start, true, 1, infoText(1, commandBody(5, "requri"))},
                       {2, Timestamp::fromMs(4'000), true, 1, infoText(2, commandBody(6, "requri"))}});
    QCOMPARE(WireSentence::status(model.row(0)), QStringLiteral("waiting"));
    QCOMPARE(WireSentence::status(model.row(1)), QString());
  }

  void acknowledgementsShowOnRequest() {
    ReplayClock clock;
    Sip::TraceBuffer buffer(clock);
    replay(readTranscript("sign-in"), clock, buffer);
    WireModel model(clock);
    model.attach(buffer);
    WireFilterModel filter(model);
    QCOMPARE(filter.rowCount(), 28);
    filter.setAcknowledgementsShown(true);
    QCOMPARE(filter.rowCount(), model.rowCount());
    QCOMPARE(shown(filter.row(5)), QStringLiteral("0.122|sub|F-->C|200 OK||200|18 ms"));
  }

  void pauseHoldsAndClearForgets() {
    ReplayClock clock;
    Sip::TraceBuffer buffer(clock);
    WireModel model(clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.attach(buffer);
    model.setPaused(true);
    buffer.add(true, 1, infoText(1, commandBody(5, "requri")));
    QCoreApplication::processEvents();
    QCOMPARE(model.rowCount(), 0);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(buffer.recordsAfter(0).size(), 0);
    clock.setOffsetMs(700);
    buffer.add(true, 1, infoText(2, commandBody(6, "requri")));
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.row(0).offsetMs, 0);
    QCOMPARE(model.row(0).number, 2U);
  }

  void keepsTheNewestRows() {
    ReplayClock clock;
    Sip::TraceBuffer buffer(clock);
    WireModel model(clock, nullptr, 100);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.attach(buffer);
    for (int i = 1; i <= 1'750; ++i) buffer.add(true, 1, infoText(i, commandBody(i, "requri")));
    QTRY_VERIFY(model.rowCount() > 0 && model.row(model.rowCount() - 1).number == 1'750U);
    QVERIFY(model.rowCount() <= 100);
    QCOMPARE(model.rowOf(1), -1);
    QCOMPARE(model.rowOf(1'750), model.rowCount() - 1);
  }

  void anotherThreadMayWrite() {
    const SystemClock clock;
    Sip::TraceBuffer buffer(clock);
    {
      WireModel model(clock);
      model.attach(buffer);
      std::thread writer([&buffer] {
        for (int i = 1; i <= 800; ++i) buffer.add(i % 2 == 0, 1, infoText(i, commandBody(i, "requri")));
      });
      QTRY_COMPARE(model.rowCount(), 800);
      writer.join();
      buffer.add(true, 1, "left over");
    }
    buffer.add(true, 1, "nobody listens");
    QCoreApplication::processEvents();
    QCOMPARE(buffer.lastNumber(), 802U);
  }
};

PARLOUR_TEST(TestWireModel)

}  // namespace tst_wiremodel

#include "tst_wiremodel.moc"
