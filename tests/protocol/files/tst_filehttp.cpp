// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/files/FileHttp.h"
#include "tests/program/TestProgram.h"

namespace tst_filehttp {

using namespace Parlour::Files;

class TestFileHttp : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void addresses() {
    const QString service = QStringLiteral("https://web.orchard.example:8443/PersistentChat/MGCWebService.asmx");
    const QString base = QStringLiteral("https://web.orchard.example:8443/PersistentChat/files/");
    QCOMPARE(uploadsUrl(service), base + QStringLiteral("uploads"));
    QCOMPARE(roomUrl(service, "a3c1"), base + QStringLiteral("a3c1"));
    QCOMPARE(fileUrl(service, "a3c1", "77aa.txt"), base + QStringLiteral("a3c1/77aa.txt"));
    QCOMPARE(previewUrl(service, "a3c1", "77aa.txt"), base + QStringLiteral("a3c1/77aa.txt/preview"));
    QCOMPARE(fileUrl(service, "a/../b", "x"), base + QStringLiteral("a%2F..%2Fb/x"));
  }

  void noAddresses_data() {
    QTest::addColumn<QString>("service");
    for (const char* text : {"", "file:///etc/passwd", "/PersistentChat/MGCWebService.asmx", "https:///x.asmx",
                             "javascript:alert(1)", "ftp://h/x"}) {
      QTest::newRow(text) << QString::fromLatin1(text);
    }
  }
  void noAddresses() {
    QFETCH(QString, service);
    QVERIFY(fileUrl(service, "a", "b").isEmpty());
  }

  void hashes() {
    QVERIFY(isSha256Hex(QByteArray(64, 'a')));
    QVERIFY(!isSha256Hex(QByteArray(63, 'a')));
    QVERIFY(!isSha256Hex(QByteArray(64, 'A')));
    QVERIFY(!isSha256Hex(QByteArray(64, 'g')));
  }
};

PARLOUR_TEST(TestFileHttp)

}  // namespace tst_filehttp

#include "tst_filehttp.moc"
