// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/XmlNode.h"
#include "tests/program/TestProgram.h"

namespace tst_xmlnode {

using namespace Parlour;
using namespace Parlour::Signin;

class TstXmlNode : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void refuses_data() {
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const QByteArray& xml, ErrorCode code) {
      QTest::newRow(name) << xml << static_cast<int>(code);
    };
    const ErrorCode parse = ErrorCode::ParseFailed;
    const ErrorCode limit = ErrorCode::LimitExceeded;
    row("empty", "", parse);
    row("text", "hello", parse);
    row("unclosed", "<a><b></b>", parse);
    row("crossed", "<a><b></a></b>", parse);
    row("two roots", "<a/><b/>", parse);
    row("doctype", "<!DOCTYPE a><a/>", parse);
    row("entity bomb", "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>", parse);
    row("external entity", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>", parse);
    row("unknown entity", "<a>&nope;</a>", parse);
    row("undeclared prefix", "<x:a/>", parse);
    row("duplicate attribute", "<a b=\"1\" b=\"2\"/>", parse);
    row("not UTF-8", "<a>\xff\xfe</a>", parse);
    row("zero byte", QByteArray("<a>\0</a>", 8), parse);
    row("too big", "<a>" + QByteArray(5 * 1024 * 1024, 'x') + "</a>", limit);
    row("too deep", QByteArray("<a>").repeated(200), limit);
    row("too many elements", "<a>" + QByteArray("<b/>").repeated(20'001) + "</a>", limit);
    QByteArray attributes;
    for (int i = 0; i < 30; ++i) attributes += " a" + QByteArray::number(i) + "=\"\"";
    row("too many attributes", "<a" + attributes + "/>", limit);
    row("too many declarations", "<a>" + QByteArray("<b xmlns=\"u\" xmlns:p=\"u\"/>").repeated(257) + "</a>", limit);
  }

  void refuses() {
    QFETCH(QByteArray, xml);
    QFETCH(int, code);
    const auto read = readXml(xml);
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
    QVERIFY(!read.error().text.isEmpty());
  }

  void locatesErrors() {
    const auto read = readXml("<a>\n<b>\xc3\xa4\xc3\xa4</c></a>");
    QVERIFY(!read);
    QVERIFY2(read.error().detail.startsWith(QStringLiteral("line 2")), qPrintable(read.error().detail));
    QVERIFY(read.error().offset > 11 && read.error().offset <= 17);
  }

  void readsWhatIsThere() {
    const auto root = readXml(
        "<?xml version=\"1.0\"?><!-- c --><p:a xmlns:p=\"u\" n=\" 12 \" p:n=\"3\">x<b>y<![CDATA[<z>]]></b> "
        "&amp;</p:a>");
    QVERIFY(root);
    QVERIFY(root->is(QLatin1String("a")));
    QCOMPARE(root->prefix, QStringLiteral("p"));
    QCOMPARE(root->attribute(QLatin1String("n")), QStringLiteral(" 12 "));
    QCOMPARE(root->allText(), QStringLiteral("xy<z> &"));
    QVERIFY(root->child(QLatin1String("b")) != nullptr);
    QVERIFY(root->child(QLatin1String("c")) == nullptr);
    const auto number = numberAttribute(*root, QLatin1String("n"), 12);
    QVERIFY(number && *number == 12u);
    QVERIFY(!numberAttribute(*root, QLatin1String("n"), 11));
    const auto absent = numberAttribute(*root, QLatin1String("m"), 11);
    QVERIFY(absent && !*absent);
  }

  void refusesBadNumbers_data() {
    QTest::addColumn<QByteArray>("value");
    for (const char* value : {"", "-1", "+1", "1.0", "0x1", "4294967296", "99999999999999999999999", "one"}) {
      QTest::newRow(value) << QByteArray(value);
    }
  }

  void refusesBadNumbers() {
    QFETCH(QByteArray, value);
    const auto root = readXml("<a n=\"" + value + "\"/>");
    QVERIFY(root);
    const auto number = numberAttribute(*root, QLatin1String("n"), 0xffffffff);
    QVERIFY(!number);
    QCOMPARE(number.error().offset, qint64{9 + value.size()});
  }

  void fragmentKeepsItsMeaning_data() {
    QTest::addColumn<QByteArray>("document");  // the fragment is the element below the root
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("own namespace") << QByteArray("<r xmlns=\"u\"><f xmlns=\"v\"><g/></f></r>")
                                   << QByteArray("<f xmlns=\"v\"><g/></f>");
    QTest::newRow("inherited") << QByteArray("<r xmlns=\"u\"><f/></r>") << QByteArray("<f xmlns=\"u\"/>");
    QTest::newRow("none") << QByteArray("<r><f/></r>") << QByteArray("<f xmlns=\"\"/>");
    QTest::newRow("undone") << QByteArray("<r xmlns=\"u\"><f xmlns=\"\"/></r>") << QByteArray("<f xmlns=\"\"/>");
    QTest::newRow("prefix in use") << QByteArray("<r xmlns:p=\"u\" xmlns:q=\"w\"><p:f/></r>")
                                   << QByteArray("<p:f xmlns=\"\" xmlns:p=\"u\"/>");
    QTest::newRow("prefix in a value") << QByteArray("<r xmlns:x=\"i\" xmlns:s=\"u\"><f x:type=\"s:t\"/></r>")
                                       << QByteArray("<f xmlns=\"\" xmlns:x=\"i\" xmlns:s=\"u\" x:type=\"s:t\"/>");
    QTest::newRow("prefix declared again")
        << QByteArray("<r xmlns:p=\"u\"><p:f xmlns:p=\"v\"/></r>") << QByteArray("<p:f xmlns=\"\" xmlns:p=\"v\"/>");
    QTest::newRow("prefix used below") << QByteArray("<r xmlns:p=\"u\"><f><g p:a=\"1\"/></f></r>")
                                       << QByteArray("<f xmlns=\"\" xmlns:p=\"u\"><g p:a=\"1\"/></f>");
    QTest::newRow("special characters")
        << QByteArray("<r><f a=\"&lt;&quot;&#10;&amp;\">&lt;&amp;]]&gt;\xc3\xa4</f></r>")
        << QByteArray("<f xmlns=\"\" a=\"&lt;&quot;&#10;&amp;\">&lt;&amp;]]&gt;\xc3\xa4</f>");
  }

  void fragmentKeepsItsMeaning() {
    QFETCH(QByteArray, document);
    QFETCH(QByteArray, expected);
    const auto root = readXml(document);
    QVERIFY(root);
    XmlScope scope;
    scope.enter(*root);
    const QByteArray fragment = toFragment(root->children.front(), scope);
    QCOMPARE(fragment, expected);
    const auto again = readXml("<other xmlns=\"elsewhere\" xmlns:p=\"wrong\">" + fragment + "</other>");
    QVERIFY(again);
    XmlScope other;
    other.enter(*again);
    QCOMPARE(toFragment(again->children.front(), other), expected);
  }

  void writesOnlyXmlCharacters() {
    QString text = QStringLiteral("a<b>&\"\r\n\t");
    text += QChar(0) + QString(QChar(0x1b)) + QChar(0xd800) + QChar(0xfffe);
    text += QString::fromUcs4(U"\U0001F600");
    const auto read = readXml("<a n=\"" + escapeXmlAttribute(text) + "\">" + escapeXml(text) + "</a>");
    QVERIFY(read);
    QString expected = QStringLiteral("a<b>&\"\r\n\t") + QString(4, QChar(QChar::ReplacementCharacter));
    expected += QString::fromUcs4(U"\U0001F600");
    QCOMPARE(read->allText(), expected);
    QCOMPARE(read->attribute(QLatin1String("n")), expected);
  }
};

PARLOUR_TEST(TstXmlNode)

}  // namespace tst_xmlnode

#include "tst_xmlnode.moc"
