// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <unordered_set>

#include "protocol/support/Ids.h"
#include "tests/program/TestProgram.h"

namespace Parlour::tst_ids {

class TestIds final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void sipUri_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("uri");  // empty: refused
    QTest::newRow("bare") << QByteArray("ada@orchard.example") << QByteArray("sip:ada@orchard.example");
    QTest::newRow("scheme") << QByteArray("sip:ada@orchard.example") << QByteArray("sip:ada@orchard.example");
    QTest::newRow("sips") << QByteArray("sips:ada@orchard.example") << QByteArray("sip:ada@orchard.example");
    QTest::newRow("case") << QByteArray("SIP:Ada@Orchard.EXAMPLE") << QByteArray("sip:ada@orchard.example");
    QTest::newRow("white space") << QByteArray("  ada@orchard.example\r\n") << QByteArray("sip:ada@orchard.example");
    QTest::newRow("brackets") << QByteArray("<sip:ada@orchard.example>") << QByteArray("sip:ada@orchard.example");
    QTest::newRow("parameters") << QByteArray("sip:ada@orchard.example;opaque=user:epid:x;gruu")
                                << QByteArray("sip:ada@orchard.example");
    QTest::newRow("port") << QByteArray("sip:ada@10.0.0.1:5060") << QByteArray("sip:ada@10.0.0.1:5060");
    QTest::newRow("beyond ASCII") << QByteArray("jos\xc3\xa9@orchard.example")
                                  << QByteArray("sip:jos\xc3\xa9@orchard.example");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("no user") << QByteArray("sip:@orchard.example") << QByteArray();
    QTest::newRow("no domain") << QByteArray("sip:ada@") << QByteArray();
    QTest::newRow("no at") << QByteArray("sip:orchard.example") << QByteArray();
    QTest::newRow("two at") << QByteArray("sip:a@b@c") << QByteArray();
    QTest::newRow("space inside") << QByteArray("sip:a da@orchard.example") << QByteArray();
    QTest::newRow("line break inside") << QByteArray("sip:ada@orchard\r\n.example") << QByteArray();
    QTest::newRow("markup") << QByteArray("sip:<ada>@orchard.example") << QByteArray();
    QTest::newRow("NUL") << QByteArray("sip:a\0@orchard.example", 22) << QByteArray();
    QTest::newRow("too long") << QByteArray(2'000, 'a') + "@orchard.example" << QByteArray();
  }

  void sipUri() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, uri);
    const auto parsed = SipUri::parse(text);
    QCOMPARE(parsed.ok(), !uri.isEmpty());
    if (parsed) {
      QCOMPARE(parsed->bytes(), uri);
      QCOMPARE(SipUri::parse(parsed->bytes())->bytes(), uri);
    } else {
      QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
      QVERIFY(parsed.error().text.size() < 200);
    }
    QCOMPARE(SipUri::fromTrusted(text).bytes(), uri);
  }

  void sipUriParts() {
    const SipUri uri = SipUri::fromTrusted("ada@orchard.example");
    QCOMPARE(uri.user(), QByteArray("ada"));
    QCOMPARE(uri.domain(), QByteArray("orchard.example"));
    QCOMPARE(uri.address(), QByteArray("ada@orchard.example"));
    QCOMPARE(uri.toString(), QStringLiteral("sip:ada@orchard.example"));
    QVERIFY(SipUri().isEmpty() && SipUri().user().isEmpty() && SipUri().domain().isEmpty());
  }

  void nodes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("room");
    QTest::addColumn<bool>("category");
    QTest::newRow("room") << QByteArray("ma-chan://orchard.example/A3C1") << true << false;
    QTest::newRow("category") << QByteArray("ma-cat://orchard.example/A3C1") << false << true;
    QTest::newRow("case of the scheme") << QByteArray("MA-CHAN://orchard.example/a") << true << false;
    QTest::newRow("no key") << QByteArray("ma-chan://orchard.example/") << false << false;
    QTest::newRow("no slash") << QByteArray("ma-chan://orchard.example") << false << false;
    QTest::newRow("no domain") << QByteArray("ma-chan:///a3c1") << false << false;
    QTest::newRow("path") << QByteArray("ma-chan://orchard.example/a/b") << false << false;
    QTest::newRow("quote") << QByteArray("ma-chan://orchard.example/a\"b") << false << false;
    QTest::newRow("other scheme") << QByteArray("https://orchard.example/a") << false << false;
    QTest::newRow("empty") << QByteArray() << false << false;
    QTest::newRow("too long") << QByteArray("ma-chan://orchard.example/" + QByteArray(2'000, 'a')) << false << false;
  }

  void nodes() {
    QFETCH(QByteArray, text);
    QFETCH(bool, room);
    QFETCH(bool, category);
    QCOMPARE(RoomUri::parse(text).ok(), room);
    QCOMPARE(CategoryUri::parse(text).ok(), category);
  }

  void nodeParts() {
    const auto room = RoomUri::fromParts("Orchard.example", "A3C1");
    QVERIFY(room);
    QCOMPARE(room->bytes(), QByteArray("ma-chan://orchard.example/a3c1"));
    QCOMPARE(room->domain(), QByteArray("orchard.example"));
    QCOMPARE(room->key(), QByteArray("a3c1"));
    QVERIFY(!RoomUri::fromParts("orchard.example", ""));
    QVERIFY(!RoomUri::fromParts("orchard/example", "x"));
    QCOMPARE(CategoryUri::fromParts("orchard.example", "B2")->key(), QByteArray("b2"));
  }

  void equalAddressesAreOneKey() {
    std::unordered_set<RoomUri> rooms;
    rooms.insert(*RoomUri::parse("ma-chan://orchard.example/A"));
    rooms.insert(*RoomUri::parse("ma-chan://ORCHARD.example/a"));
    rooms.insert(*RoomUri::parse("ma-chan://orchard.example/b"));
    QCOMPARE(rooms.size(), size_t(2));
    QVERIFY(*RoomUri::parse("ma-chan://orchard.example/a") < *RoomUri::parse("ma-chan://orchard.example/b"));
    QVERIFY(SipUri::fromTrusted("a@x") < SipUri::fromTrusted("b@x"));
  }
};

PARLOUR_TEST(TestIds)

}  // namespace Parlour::tst_ids

#include "tst_ids.moc"
