// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/web/FormData.h"
#include "server-sim/web/HtmlWriter.h"
#include "tests/program/TestProgram.h"

namespace tst_formdata {

using namespace Parlour;
using namespace Parlour::Server;

// Text from browsers, and text to them.
class TestFormData : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void reads_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("values");  // of "a"
    QTest::newRow("nothing") << QByteArray() << QStringList{};
    QTest::newRow("plain") << QByteArray("a=b") << QStringList{QStringLiteral("b")};
    QTest::newRow("blank and plus") << QByteArray("a=x+y%2Bz%20") << QStringList{QStringLiteral("x y+z ")};
    QTest::newRow("order") << QByteArray("a=1&b=x&a=2&a=3")
                           << QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")};
    QTest::newRow("no value") << QByteArray("a&b=") << QStringList{QString()};
    QTest::newRow("UTF-8") << QByteArray("a=%C3%A9%F0%9F%8C%8A")
                           << QStringList{QString::fromUtf8("\xC3\xA9\xF0\x9F\x8C\x8A")};
    QTest::newRow("equals in value") << QByteArray("a=b=c") << QStringList{QStringLiteral("b=c")};
  }
  void reads() {
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, values);
    const auto form = FormData::parse(bytes);
    QVERIFY(form);
    QCOMPARE(form->values("a"), values);
  }

  void refuses_data() {
    QTest::addColumn<QByteArray>("bytes");
    for (const char* bytes :
         {"a=%", "a=%4", "a=%zz", "a=%C3", "a=%FF", "a=%ED%A0%80", "a=%C0%80", "a=%00", "%ff=a", "a=\xFF"}) {
      QTest::newRow(bytes) << QByteArray(bytes);
    }
    QTest::newRow("many fields") << QByteArray("a=b&").repeated(501);
  }
  void refuses() {
    QFETCH(QByteArray, bytes);
    QVERIFY(!FormData::parse(bytes));
  }

  void cookies() {
    const QByteArray header = "a=1; session=abc=; xsession=no";
    QCOMPARE(cookieValue(header, "session"), QByteArray("abc="));
    QCOMPARE(cookieValue(header, "a"), QByteArray("1"));
    QCOMPARE(cookieValue(header, "b"), QByteArray());
  }

  void pathsSurvive() {
    const QString odd = QString::fromUtf8("../a b/%\"<\xC3\xA9?#");
    const auto back = decodePercent(encodePercent(odd).toLatin1());
    QVERIFY(back);
    QCOMPARE(*back, odd);
    QVERIFY(!encodePercent(odd).contains(QLatin1Char('/')));
  }

  void escapes() {
    HtmlWriter html;
    html.open("p", {{"title", QStringLiteral("\" onclick='x'")}, {"hidden", QString(), false}});
    html.text(QStringLiteral("<script>&amp;\x01\x7f")).element("b", QStringLiteral("</b><i>"));
    const QByteArray page = html.take();
    QCOMPARE(page, QByteArray("<!doctype html>\n<p title=\"&quot; onclick=&#39;x&#39;\">&lt;script&gt;&amp;amp;\x7f"
                              "<b>&lt;/b&gt;&lt;i&gt;</b></p>"));
  }
};

PARLOUR_TEST(TestFormData)

}  // namespace tst_formdata

#include "tst_formdata.moc"
