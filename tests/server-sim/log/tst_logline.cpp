// SPDX-License-Identifier: Apache-2.0
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "server-sim/log/LogLine.h"
#include "tests/program/TestProgram.h"

namespace tst_logline {

using namespace Parlour;
using namespace Parlour::Server;

class TestLogLine : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void asText();
  void asJson();
  void lineEndsCannotForgeLines();
  void scopesNest();
  void secretsAreMasked_data();
  void secretsAreMasked();
  void harmlessTextStays_data();
  void harmlessTextStays();

 private:
  static LogLine line(const QByteArray& text) {
    return {FakeClock().now(), LogLevel::Warning, "parlour.server", text, {}};
  }
};

void TestLogLine::asText() {
  LogLine one = line("client does not keep up");
  one.fields = {{"connection", "7", true}, {"call", "0a1b2c3d4e5f", false}};
  QCOMPARE(
      formatLogLine(one, LogFormat::Text),
      FakeClock().now().toXccos() + " warning parlour.server: client does not keep up connection=7 call=0a1b2c3d4e5f");
}

void TestLogLine::asJson() {
  LogLine one = line("he said \"no\"\nand left");
  one.fields = {{"connection", "7", true}, {"call", "0a1b2c3d4e5f", false}};
  const QByteArray text = formatLogLine(one, LogFormat::Json);
  QVERIFY(!text.contains('\n'));
  const QJsonObject object = QJsonDocument::fromJson(text).object();
  QCOMPARE(object[QLatin1String("message")].toString(), QStringLiteral("he said \"no\"\nand left"));
  QCOMPARE(object[QLatin1String("level")].toString(), QStringLiteral("warning"));
  QCOMPARE(object[QLatin1String("category")].toString(), QStringLiteral("parlour.server"));
  QCOMPARE(object[QLatin1String("connection")].toInt(), 7);
  QCOMPARE(object[QLatin1String("call")].toString(), QStringLiteral("0a1b2c3d4e5f"));
  QCOMPARE(object[QLatin1String("time")].toString(), QString::fromLatin1(FakeClock().now().toXccos()));
}

void TestLogLine::lineEndsCannotForgeLines() {
  const QByteArray text = formatLogLine(line("one\r\n2031 error forged\x1b[31m"), LogFormat::Text);
  QVERIFY(!text.contains('\n') && !text.contains('\r') && !text.contains('\x1b'));
}

void TestLogLine::scopesNest() {
  QVERIFY(LogScope::fields().empty());
  const QByteArray callId = "call-of-ada@orchard.example";
  const LogScope connection("connection", 7);
  {
    const LogScope call("call", callId);
    const LogScope session("session", 3);
    const LogScope inner("connection", 8);
    const auto fields = LogScope::fields();
    QCOMPARE(fields.size(), size_t{3});
    QCOMPARE(fields[0].name, QByteArray("call"));
    QCOMPARE(fields[0].value.size(), 12);
    QVERIFY(!fields[0].value.contains("ada"));
    QCOMPARE(fields[2].value, QByteArray("8"));
  }
  QCOMPARE(LogScope::fields().size(), size_t{1});
  QCOMPARE(LogScope::fields()[0].value, QByteArray("7"));
}

void TestLogLine::secretsAreMasked_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::newRow("digest header") << QByteArray(
      "got Authorization: Digest username=\"ada\", response=\"TOPSECRET\", cnonce=\"TOPSECRET\"");
  QTest::newRow("proxy header") << QByteArray("Proxy-Authorization: NTLM TOPSECRET");
  QTest::newRow("cookie") << QByteArray("Cookie: parlour=TOPSECRET");
  QTest::newRow("pair") << QByteArray("password=TOPSECRET for ada");
  QTest::newRow("pair with colon") << QByteArray("Password: TOPSECRET");
  QTest::newRow("quoted with blanks") << QByteArray("pwd=\"TOPSECRET and TOPSECRET\" ok");
  QTest::newRow("quoted with quote") << QByteArray("secret=\"a\\\"TOPSECRET\"");
  QTest::newRow("JSON") << QByteArray("{\"token\":\"TOPSECRET\",\"a\":1}");
  QTest::newRow("query") << QByteArray("GET /x?token=TOPSECRET&b=1");
  QTest::newRow("page's header") << QByteArray("X-Parlour-Token: TOPSECRET");
}

void TestLogLine::secretsAreMasked() {
  QFETCH(QByteArray, text);
  const QByteArray masked = withoutSecrets(text);
  QVERIFY2(!masked.contains("TOPSECRET"), masked.constData());
  QVERIFY(masked.contains("***"));
}

void TestLogLine::harmlessTextStays_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::newRow("words") << QByteArray("wrong password of ada@orchard.example");
  QTest::newRow("numbers") << QByteArray("connection 7 closed: 408");
  QTest::newRow("other letters") << QByteArray("Zürich, 東京");
}

void TestLogLine::harmlessTextStays() {
  QFETCH(QByteArray, text);
  QCOMPARE(withoutSecrets(text), text);
}

PARLOUR_TEST(TestLogLine)

}  // namespace tst_logline

#include "tst_logline.moc"
