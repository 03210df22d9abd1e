// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/Publication.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/signin/Transcript.h"

namespace tst_publication {

using namespace Parlour;
using namespace Parlour::Signin;

namespace {

QByteArray publish(const QByteArray& content, const QByteArray& user = "sip:a@b") {
  return "<publish><publications uri=\"" + user + "\">" + content + "</publications></publish>";
}

QByteArray one(const QByteArray& rest, int number = 1) {
  return "<publication categoryName=\"c\" container=\"1\" instance=\"" + QByteArray::number(number) + "\"" + rest;
}

}  // namespace

class TstPublication : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsAPublication() {
    const auto request = PublishRequest::parse(transcriptBody("publish.sip"));
    QVERIFY(request);
    QCOMPARE(request->user.bytes(), QByteArray("sip:alice@example.com"));
    QCOMPARE(request->publications.size(), 1);
    const Publication& item = request->publications[0];
    QCOMPARE(item.key(), (CategoryKey{QStringLiteral("roomSetting"), 1, 771290145}));
    QCOMPARE(item.version, 0u);
    QVERIFY(!item.isDeletion());
    QVERIFY(item.fragment.startsWith("<propertyList xmlns=\"http://schemas.microsoft.com/2010/12/sip/propertyList\">"));
  }

  void readsADeletion() {
    const auto request = PublishRequest::parse(readTranscript("delete.xml"));
    QVERIFY(request);
    QVERIFY(request->publications[0].isDeletion());
    QCOMPARE(request->publications[0].version, 1u);
    QVERIFY(request->publications[0].fragment.isEmpty());
  }

  void roundTrips_data() {
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("publish") << transcriptBody("publish.sip");
    QTest::newRow("delete") << readTranscript("delete.xml");
    QTest::newRow("pidgin-sipe") << readTranscript("pidgin-publish.xml");
    QTest::newRow("timed") << publish(one(" version=\"3\" expireType=\"time\" expires=\"30\"><x/></publication>"));
    QTest::newRow("empty") << publish(QByteArray());
  }

  void roundTrips() {
    QFETCH(QByteArray, xml);
    const auto request = PublishRequest::parse(xml);
    QVERIFY(request);
    const auto again = PublishRequest::parse(request->toXml());
    QVERIFY(again);
    QCOMPARE(again->user, request->user);
    QCOMPARE(again->publications, request->publications);
  }

  void refuses_data() {
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const QByteArray& xml, ErrorCode code) {
      QTest::newRow(name) << xml << static_cast<int>(code);
    };
    const ErrorCode parse = ErrorCode::ParseFailed;
    row("empty", "", parse);
    row("other document", "<published/>", parse);
    row("no publications", "<publish/>", parse);
    row("nobody's", publish(one("/>"), ""), parse);
    row("no address", publish(one("/>"), "alice"), parse);
    row("no category", publish("<publication container=\"1\" instance=\"1\"/>"), parse);
    row("no instance", publish("<publication categoryName=\"c\" container=\"1\"/>"), parse);
    row("instance too large", publish("<publication categoryName=\"c\" container=\"1\" instance=\"4294967296\"/>"),
        parse);
    row("no container", publish("<publication categoryName=\"c\" instance=\"1\"/>"), parse);
    row("negative version", publish(one(" version=\"-1\"/>")), parse);
    row("unknown expireType", publish(one(" expireType=\"never\"/>")), parse);
    row("time without expires", publish(one(" expireType=\"time\"/>")), parse);
    row("two elements", publish(one("><x/><y/></publication>")), parse);
    row("same key twice", publish(one("/>") + one("/>")), ErrorCode::InvalidArgument);
    row("fragment too long", publish(one("><x>" + QByteArray(5000, 'x') + "</x></publication>")),
        ErrorCode::LimitExceeded);
    QByteArray many;
    for (int i = 0; i < 101; ++i) many += one("/>", i);
    row("too many", publish(many), ErrorCode::LimitExceeded);
  }

  void refuses() {
    QFETCH(QByteArray, xml);
    QFETCH(int, code);
    const auto request = PublishRequest::parse(xml);
    QVERIFY(!request);
    QCOMPARE(static_cast<int>(request.error().code), code);
  }

  void limitsAreExact() {
    QByteArray hundred;
    for (int i = 0; i < 100; ++i) hundred += one("/>", i);
    QVERIFY(PublishRequest::parse(publish(hundred)));
    const QByteArray frame = "<x xmlns=\"\"></x>";
    const QByteArray fits = one("><x xmlns=\"\">" + QByteArray(4096 - frame.size(), 'x') + "</x></publication>");
    const QByteArray overflows = one("><x xmlns=\"\">" + QByteArray(4097 - frame.size(), 'x') + "</x></publication>");
    QVERIFY(PublishRequest::parse(publish(fits)));
    QVERIFY(!PublishRequest::parse(publish(overflows)));
    QVERIFY(PublishRequest::parse(publish(overflows), {100, 4097}));
  }

  void fragmentsCannotEscape() {
    PublishRequest request{SipUri::fromTrusted("a@b"), {}};
    Publication item;
    item.categoryName = QStringLiteral("a\"/><publication categoryName=\"b");
    request.publications = {item};
    const auto again = PublishRequest::parse(request.toXml());
    QVERIFY(again);
    QCOMPARE(again->publications, request.publications);
  }

  void readsTheConflict() {
    QCOMPARE(transcriptHeader("publish-conflict.sip", "Content-Type").value(0), QByteArray(kFaultType));
    const auto fault = PublishFault::parse(transcriptBody("publish-conflict.sip"));
    QVERIFY(fault);
    QVERIFY(fault->isVersionConflict());
    QCOMPARE(fault->conflicts, (QList<VersionConflict>{{1, 0, 2}}));
    const auto again = PublishFault::parse(PublishFault::wrongDelta(fault->conflicts).toXml());
    QVERIFY(again);
    QVERIFY(again->isVersionConflict());
    QCOMPARE(again->conflicts, fault->conflicts);
  }

  void repairsVersions() {
    const auto request = PublishRequest::parse(transcriptBody("publish.sip"));
    const auto fault = PublishFault::parse(transcriptBody("publish-conflict.sip"));
    QVERIFY(request && fault);
    const auto repaired = withCurrentVersions(*request, *fault);
    QVERIFY(repaired);
    QCOMPARE(repaired->publications[0].version, 2u);
    QCOMPARE(repaired->publications[0].fragment, request->publications[0].fragment);
  }

  void refusesToRepair_data() {
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("other fault") << QByteArray("<Fault><Faultcode>Server</Faultcode></Fault>");
    QTest::newRow("no operation") << PublishFault::wrongDelta({}).toXml();
    QTest::newRow("index 0") << PublishFault::wrongDelta({{0, 0, 1}}).toXml();
    QTest::newRow("index beyond") << PublishFault::wrongDelta({{2, 0, 1}}).toXml();
  }

  void refusesToRepair() {
    QFETCH(QByteArray, fault);
    const auto request = PublishRequest::parse(transcriptBody("publish.sip"));
    const auto read = PublishFault::parse(fault);
    QVERIFY(request && read);
    const auto repaired = withCurrentVersions(*request, *read);
    QVERIFY(!repaired);
    QCOMPARE(repaired.error().code, ErrorCode::Conflict);
  }

  void refusesFaults_data() {
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("other") << QByteArray("<publish/>");
    QTest::newRow("no index") << QByteArray("<Fault><details><operation version=\"1\"/></details></Fault>");
    QTest::newRow("index no number") << QByteArray("<Fault><details><operation index=\"x\"/></details></Fault>");
  }

  void refusesFaults() {
    QFETCH(QByteArray, xml);
    QVERIFY(!PublishFault::parse(xml));
  }
};

PARLOUR_TEST(TstPublication)

}  // namespace tst_publication

#include "tst_publication.moc"
