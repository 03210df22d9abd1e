// SPDX-License-Identifier: Apache-2.0
#include <QSet>
#include <QTest>

#include "protocol/sip/Dialog.h"
#include "tests/program/TestProgram.h"

namespace tst_dialog {

using namespace Parlour::Sip;

class TestDialog : public QObject {
  Q_OBJECT

  static Request invite() {
    return {"INVITE",
            "sip:chat@x",
            {{"From", "\"Ada\" <sip:ada@x>;tag=a1;epid=e1"},
             {"To", "<sip:chat@x>"},
             {"Call-ID", "c1"},
             {"CSeq", "1 INVITE"},
             {"Contact", "<sip:ada@x;opaque=q;gruu>;p=1"},
             {"Record-Route", "<sip:p1;lr>, <sip:p2;lr>"}},
            {}};
  }
  static Response accepted() {
    return {200,
            "OK",
            {{"From", "\"Ada\" <sip:ada@x>;tag=a1;epid=e1"},
             {"To", "<sip:chat@x>;tag=b1"},
             {"Call-ID", "c1"},
             {"CSeq", "1 INVITE"},
             {"Contact", "<sip:chat@10.0.0.1:5060>"},
             {"Record-Route", "<sip:p1;lr>"},
             {"Record-Route", "<sip:p2;lr>"}},
            {},
            false};
  }

 private Q_SLOTS:
  void callerMakesRequestsInTheDialog() {
    Dialog dialog = Dialog::fromResponse(invite(), accepted());
    QVERIFY(dialog.isEstablished());
    QCOMPARE(dialog.remoteTarget(), QByteArray("sip:chat@10.0.0.1:5060"));
    const Request ack = dialog.makeAck(1);
    QCOMPARE(ack.headers.value("CSeq"), QByteArray("1 ACK"));
    const Request info = dialog.makeRequest("INFO");
    QCOMPARE(info.method, QByteArray("INFO"));
    QCOMPARE(info.uri, QByteArray("sip:chat@10.0.0.1:5060"));
    QCOMPARE(info.headers.value("CSeq"), QByteArray("2 INFO"));
    QCOMPARE(info.headers.value("To"), QByteArray("<sip:chat@x>;tag=b1"));
    QCOMPARE(info.headers.value("From"), QByteArray("\"Ada\" <sip:ada@x>;tag=a1;epid=e1"));
    QCOMPARE(info.headers.values("Route"), (QList<QByteArray>{"<sip:p2;lr>", "<sip:p1;lr>"}));
    QCOMPARE(dialog.makeRequest("BYE").cseq(), 3U);
    QCOMPARE(dialog.takeCSeq(), 4U);
  }

  void calleeSwapsTheSides() {
    Dialog dialog = Dialog::fromRequest(invite(), "b1", "<sip:chat@srv>");
    QCOMPARE(dialog.localTag(), QByteArray("b1"));
    QCOMPARE(dialog.remoteTag(), QByteArray("a1"));
    const Request info = dialog.makeRequest("INFO");
    QCOMPARE(info.uri, QByteArray("sip:ada@x;opaque=q;gruu"));
    QCOMPARE(info.headers.value("From"), QByteArray("<sip:chat@x>;tag=b1"));
    QCOMPARE(info.headers.value("Contact"), QByteArray("<sip:chat@srv>"));
    QCOMPARE(info.headers.values("Route"), (QList<QByteArray>{"<sip:p1;lr>", "<sip:p2;lr>"}));
    QCOMPARE(info.cseq(), 1U);
    const Dialog caller = Dialog::fromResponse(invite(), accepted());
    QVERIFY(caller.matches(info));
  }

  void matchesOnlyItsOwn_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("expected");
    QTest::newRow("same") << QByteArray("Call-ID") << QByteArray("c1") << true;
    QTest::newRow("other call") << QByteArray("Call-ID") << QByteArray("c2") << false;
    QTest::newRow("other local tag") << QByteArray("To") << QByteArray("<sip:chat@x>;tag=zz") << false;
    QTest::newRow("no local tag") << QByteArray("To") << QByteArray("<sip:chat@x>") << false;
    QTest::newRow("other remote tag") << QByteArray("From") << QByteArray("<sip:ada@x>;tag=zz") << false;
    QTest::newRow("broken") << QByteArray("From") << QByteArray("<<<") << false;
  }
  void matchesOnlyItsOwn() {
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(bool, expected);
    Request request{
        "INFO", "sip:chat@x", {{"From", "<sip:ada@x>;tag=a1"}, {"To", "<sip:chat@x>;tag=b1"}, {"Call-ID", "c1"}}, {}};
    request.headers.set(header, value);
    QCOMPARE(Dialog::fromRequest(invite(), "b1", {}).matches(request), expected);
  }

  void emptyDialogMatchesNothing() { QVERIFY(!Dialog().matches(Request())); }

  void contactMayBeMissing() {
    Response bare = accepted();
    bare.headers.remove("Contact");
    QCOMPARE(Dialog::fromResponse(invite(), bare).remoteTarget(), QByteArray("sip:chat@x"));
  }

  void identifiersDiffer() {
    QSet<QByteArray> seen;
    for (int i = 0; i < 500; ++i) {
      seen.insert(newTag());
      seen.insert(newCallId());
    }
    QCOMPARE(seen.size(), 1000);
    QCOMPARE(newTag().size(), 10);
    QCOMPARE(newCallId().size(), 32);
  }
};

PARLOUR_TEST(TestDialog)

}  // namespace tst_dialog

#include "tst_dialog.moc"
