// SPDX-License-Identifier: Apache-2.0
#include <QRegularExpression>
#include <QTest>

#include "protocol/signin/EndpointIdentity.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/signin/Transcript.h"

namespace tst_endpointidentity {

using namespace Parlour;
using namespace Parlour::Signin;

class TstEndpointIdentity : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void derivesInstanceAndGruu_data() {
    QTest::addColumn<QByteArray>("epid");
    QTest::addColumn<QByteArray>("instance");
    QTest::addColumn<QByteArray>("opaque");
    const auto row = [](const char* epid, const char* instance, const char* opaque) {
      QTest::newRow(epid) << QByteArray(epid) << QByteArray(instance) << QByteArray(opaque);
    };
    row("a0ae9e6cb0", "c1589240-e660-594f-a8b3-4b55f358cbc1", "QJJYwWDmT1mos0tV81jLwQAA");
    row("8248ca9ebb", "4233fd41-093b-5fd6-b5d2-651ed55969e6", "Qf0zQjsJ1l-10mUe1Vlp5gAA");
    row("ffad8b59dc", "a8f9a3a8-ee61-56d7-b306-c67b08fb28d8", "qKP5qGHu11azBsZ7CPso2AAA");
    row("5f1c2ab390", "31f3002b-81ae-562b-a37a-a201aa50eed0", "KwDzMa6BK1ajeqIBqlDu0AAA");
    row("7be04d21c8", "63f552b4-59a9-57d0-aa78-016068d938ae", "tFL1Y6lZ0FeqeAFgaNk4rgAA");
  }

  void derivesInstanceAndGruu() {
    QFETCH(QByteArray, epid);
    QFETCH(QByteArray, instance);
    QFETCH(QByteArray, opaque);
    QCOMPARE(instanceFromEpid(epid), instance);
    const SipUri alice = SipUri::fromTrusted("alice@example.com");
    const auto gruu = Gruu::forInstance(alice, instance);
    QVERIFY(gruu);
    QCOMPARE(gruu->opaque, "user:epid:" + opaque);
    QCOMPARE(gruu->toBytes(), "sip:alice@example.com;opaque=user:epid:" + opaque + ";gruu");
    QCOMPARE(Gruu::parse('<' + gruu->toBytes() + '>'), gruu);
  }

  void derivesWhatPidginSends() {
    const QByteArray contact = transcriptHeader("pidgin-register.sip", "Contact").value(0);
    const auto contacts = parseContacts({contact});
    QCOMPARE(contacts.size(), 1);
    QCOMPARE(contacts[0].instance, instanceFromEpid("cf0b98dadeb9"));
    QCOMPARE(contacts[0].uri, QByteArray("sip:127.0.0.1:51244;transport=tcp;ms-opaque=d3470f2e1d"));
    QVERIFY(!contacts[0].gruu);
  }

  void epidIsStableAndDistinct() {
    const SipUri alice = SipUri::fromTrusted("alice@example.com");
    const QByteArray epid = makeEpid(alice, "desk1", "default");
    QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{10}$")).match(QString::fromLatin1(epid)).hasMatch());
    QCOMPARE(makeEpid(SipUri::fromTrusted("SIP:Alice@Example.com"), "DESK1", "default"), epid);
    QVERIFY(makeEpid(alice, "desk2", "default") != epid);
    QVERIFY(makeEpid(alice, "desk1", "second") != epid);
    QVERIFY(makeEpid(alice, "desk", "1default") != epid);
    QVERIFY(makeEpid(SipUri::fromTrusted("bob@example.com"), "desk1", "default") != epid);
  }

  void epidSyntax_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("usual") << QByteArray("5f1c2ab390") << true;
    QTest::newRow("pidgin, twelve") << QByteArray("cf0b98dadeb9") << true;
    QTest::newRow("sixteen") << QByteArray(16, 'a') << true;
    QTest::newRow("seventeen") << QByteArray(17, 'a') << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("blank") << QByteArray("a b") << false;
    QTest::newRow("separator") << QByteArray("a;b") << false;
    QTest::newRow("not ASCII") << QByteArray("\xc3\xa4") << false;
    QTest::newRow("zero byte") << QByteArray("a\0b", 3) << false;
  }

  void epidSyntax() {
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QCOMPARE(isEpid(text), valid);
  }

  void readsSipInstance_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");  // empty: refused
    const QByteArray uuid = "31f3002b-81ae-562b-a37a-a201aa50eed0";
    QTest::newRow("quoted") << "\"<urn:uuid:" + uuid + ">\"" << uuid;
    QTest::newRow("bare") << "<urn:uuid:" + uuid + ">" << uuid;
    QTest::newRow("upper case") << "\"<URN:UUID:" + uuid.toUpper() + ">\"" << uuid;
    QTest::newRow("no scheme") << "\"<" + uuid + ">\"" << QByteArray();
    QTest::newRow("short") << "\"<urn:uuid:" + uuid.left(35) + ">\"" << QByteArray();
    QTest::newRow("not hex") << QByteArray("\"<urn:uuid:g1f3002b-81ae-562b-a37a-a201aa50eed0>\"") << QByteArray();
    QTest::newRow("dashes moved") << QByteArray("\"<urn:uuid:31f3002-b81ae-562b-a37a-a201aa50eed0>\"") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("one quote") << QByteArray("\"") << QByteArray();
  }

  void readsSipInstance() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto parsed = parseSipInstance(text);
    QCOMPARE(parsed.has_value(), !expected.isEmpty());
    QCOMPARE(parsed.value_or(QByteArray()), expected);
    if (parsed) QCOMPARE(parseSipInstance(toSipInstance(*parsed)), parsed);
  }

  void refusesBadGruu_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no mark") << QByteArray("sip:alice@example.com;opaque=user:epid:AAA;x");
    QTest::newRow("no opaque") << QByteArray("sip:alice@example.com;gruu;x=1");
    QTest::newRow("no user") << QByteArray("sip:example.com;opaque=user:epid:AAA;gruu");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("huge") << "sip:alice@example.com;opaque=" + QByteArray(20'000, 'a') + ";gruu";
  }

  void refusesBadGruu() {
    QFETCH(QByteArray, text);
    QVERIFY(!Gruu::parse(text));
  }

  void refusesGruuForBadInstance() { QVERIFY(!Gruu::forInstance(SipUri::fromTrusted("a@b"), "nonsense")); }

  void findsOwnContact() {
    const auto contacts = parseContacts(transcriptHeader("register-ok.sip", "Contact"));
    const auto own = findOwnContact(contacts, "31F3002B-81AE-562B-A37A-A201AA50EED0");
    QVERIFY(own);
    QCOMPARE(own->expiresSeconds, 7200);
    QVERIFY(own->gruu);
    QCOMPARE(own->gruu->opaque, QByteArray("user:epid:KwDzMa6BK1ajeqIBqlDu0AAA"));
    QVERIFY(!findOwnContact(contacts, "63f552b4-59a9-57d0-aa78-016068d938ae"));
    QVERIFY(!findOwnContact(contacts, ""));
  }

  void readsContactLists_data() {
    QTest::addColumn<QList<QByteArray>>("lines");
    QTest::addColumn<QList<QByteArray>>("uris");
    using Lines = QList<QByteArray>;
    QTest::newRow("none") << Lines{} << Lines{};
    QTest::newRow("two in a line") << Lines{"<sip:a@b;x=1,2>;expires=5, \"A, B\" <sip:c@d>"}
                                   << Lines{"sip:a@b;x=1,2", "sip:c@d"};
    QTest::newRow("two lines") << Lines{"<sip:a@b>", "sip:c@d;expires=9"} << Lines{"sip:a@b", "sip:c@d"};
    QTest::newRow("rubbish") << Lines{",,;", "<>", "<sip:a@b"} << Lines{"<sip:a@b"};
    QTest::newRow("too long") << Lines{QByteArray(100'000, ',')} << Lines{};
  }

  void readsContactLists() {
    QFETCH(QList<QByteArray>, lines);
    QFETCH(QList<QByteArray>, uris);
    QList<QByteArray> found;
    for (const auto& contact : parseContacts(lines)) found.append(contact.uri);
    QCOMPARE(found, uris);
  }

  void picksOwnAmongSeveral() {
    const auto contacts = parseContacts(
        {"<sip:1.2.3.4>;expires=60;+sip.instance=\"<urn:uuid:63f552b4-59a9-57d0-aa78-016068d938ae>\", "
         "<sip:1.2.3.5>;expires=nonsense;+sip.instance=\"<urn:uuid:31f3002b-81ae-562b-a37a-a201aa50eed0>\""});
    QCOMPARE(contacts.size(), 2);
    const auto own = findOwnContact(contacts, "31f3002b-81ae-562b-a37a-a201aa50eed0");
    QVERIFY(own);
    QCOMPARE(own->uri, QByteArray("sip:1.2.3.5"));
    QCOMPARE(own->expiresSeconds, -1);
  }

  void limitsContacts() {
    QByteArray line;
    for (int i = 0; i < 1000; ++i) line += "<s:a>,";
    QCOMPARE(parseContacts({line}).size(), 200);
  }
};

PARLOUR_TEST(TstEndpointIdentity)

}  // namespace tst_endpointidentity

#include "tst_endpointidentity.moc"
