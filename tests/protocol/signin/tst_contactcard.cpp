// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/ContactCard.h"
#include "tests/program/TestProgram.h"

namespace tst_contactcard {

using namespace Parlour;
using namespace Parlour::Signin;

class TstContactCard : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void survivesTheWire_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("email");
    QTest::newRow("both") << QStringLiteral("Ada Quince") << QStringLiteral("ada@orchard.example");
    QTest::newRow("without address") << QStringLiteral("Ada Quince") << QString();
    QTest::newRow("markup") << QStringLiteral("<Ada> & \"Quince\"") << QStringLiteral("a&b@orchard.example");
    QTest::newRow("other scripts") << QStringLiteral("Jürgen 李 \U0001F980") << QString();
  }

  void survivesTheWire() {
    QFETCH(QString, name);
    QFETCH(QString, email);
    const ContactCard card{name, email};
    const auto again = ContactCard::parse(card.toFragment());
    QVERIFY(again);
    QCOMPARE(again->displayName, name);
    QCOMPARE(again->email, email);
  }

  void fragmentIsPinned() {
    const ContactCard card{QStringLiteral("Ada Quince"), QStringLiteral("ada@orchard.example")};
    QCOMPARE(card.toFragment(),
             QByteArray("<contactCard xmlns=\"http://schemas.microsoft.com/2006/09/sip/contactcard\"><identity><name>"
                        "<displayName>Ada Quince</displayName></name><email>ada@orchard.example</email></identity>"
                        "</contactCard>"));
  }

  void readsWhatOthersWrite_data() {
    QTest::addColumn<QByteArray>("fragment");
    QTest::addColumn<QString>("name");
    QTest::newRow("prefixed, more than is asked for")
        << QByteArray(
               "<c:contactCard xmlns:c=\"http://schemas.microsoft.com/2006/09/sip/contactcard\"><c:identity>"
               "<c:name><c:displayName> Ada\n Quince </c:displayName></c:name></c:identity>"
               "<c:phone type=\"work\"/></c:contactCard>")
        << QStringLiteral("Ada\n Quince");
    QTest::newRow("no name") << QByteArray("<contactCard><identity/></contactCard>") << QString();
  }

  void readsWhatOthersWrite() {
    QFETCH(QByteArray, fragment);
    QFETCH(QString, name);
    const auto card = ContactCard::parse(fragment);
    QVERIFY(card);
    QCOMPARE(card->displayName, name);
  }

  void refuses_data() {
    QTest::addColumn<QByteArray>("fragment");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray("<contactCard><identity>");
    QTest::newRow("entities") << QByteArray("<!DOCTYPE c [<!ENTITY a \"b\">]><contactCard>&a;</contactCard>");
    QTest::newRow("too deep") << QByteArray("<a>").repeated(500) + QByteArray("</a>").repeated(500);
  }

  void refuses() {
    QFETCH(QByteArray, fragment);
    QVERIFY(!ContactCard::parse(fragment));
  }

  void standsInTheDocumentOfItsOwner() {
    const CategoryInstance instance = ContactCard{QStringLiteral("Ada"), {}}.toInstance(Timestamp::fromMs(1'000));
    QCOMPARE(instance.name, QStringLiteral("contactCard"));
    QCOMPARE(instance.container, kOwnContainer);
    QCOMPARE(instance.publishTime, Timestamp::fromMs(1'000));
    QCOMPARE(ContactCard::parse(instance.fragment)->displayName, QStringLiteral("Ada"));
  }
};

PARLOUR_TEST(TstContactCard)

}  // namespace tst_contactcard

#include "tst_contactcard.moc"
