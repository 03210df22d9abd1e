// SPDX-License-Identifier: Apache-2.0
#include <QSet>
#include <QTest>

#include "protocol/signin/Diagnostics.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/signin/Transcript.h"

namespace tst_diagnostics {

using namespace Parlour::Signin;

class TstDiagnostics : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsTheTranscript() {
    const QByteArray value = transcriptHeader("publish-conflict.sip", "ms-diagnostics").value(0);
    const auto conflict = Diagnostics::parse(value);
    QVERIFY(conflict);
    QCOMPARE(conflict->errorId, 2141);
    QCOMPARE(conflict->reason, QStringLiteral("Version is out of date"));
    QCOMPARE(conflict->source, QByteArray("lyncfe01.example.com"));
    QCOMPARE(conflict->toBytes(), value);
    const QByteArray open = transcriptHeader("deregistration-notify.sip", "ms-diagnostics-public").value(0);
    const auto disabled = Diagnostics::parse(open);
    QVERIFY(disabled);
    QCOMPARE(disabled->toPublicBytes(), open);
  }

  void roundTrips_data() {
    QTest::addColumn<QString>("reason");
    QTest::newRow("plain") << QStringLiteral("User disabled");
    QTest::newRow("separators") << QStringLiteral("a;b=\"c\\d\", <e>");
    QTest::newRow("not ASCII") << QStringLiteral("Zugriff verweigert: \u00e4\u00f6");
    QTest::newRow("empty") << QString();
  }

  void roundTrips() {
    QFETCH(QString, reason);
    Diagnostics diagnostics{4005, reason, "fe01.example.com", {{"HRESULT", QStringLiteral("C3E93D6A")}}};
    const auto read = Diagnostics::parse(diagnostics.toBytes());
    QVERIFY(read);
    QCOMPARE(read->errorId, 4005);
    QCOMPARE(read->reason, reason);
    QCOMPARE(read->source, diagnostics.source);
    QCOMPARE(read->others, diagnostics.others);
    QVERIFY(!diagnostics.toPublicBytes().contains("fe01"));
  }

  void keepsOneLine() {
    const Diagnostics diagnostics{4000, QStringLiteral("a\r\nEvil: yes"), {}, {}};
    QVERIFY(!diagnostics.toBytes().contains('\n'));
    QVERIFY(!diagnostics.toBytes().contains('\r'));
  }

  void refuses_data() {
    QTest::addColumn<QByteArray>("value");
    for (const char* value : {"", "reason=\"a\"", "-5;reason=\"a\"", "x;reason=\"a\""}) {
      QTest::newRow(value) << QByteArray(value);
    }
    QTest::newRow("too long") << "4000;reason=\"" + QByteArray(10'000, 'a') + '"';
  }

  void refuses() {
    QFETCH(QByteArray, value);
    QVERIFY(!Diagnostics::parse(value));
  }

  void tableIsSound() {
    QSet<int> seen;
    for (const auto& info : errorIdTable()) {
      QVERIFY2(!seen.contains(info.errorId), qPrintable(QString::number(info.errorId)));
      seen.insert(info.errorId);
      QVERIFY(info.status == 0 || (info.status >= 400 && info.status < 700));
      QVERIFY(qstrlen(info.reason) > 10);
      QCOMPARE(findErrorId(info.errorId), &info);
    }
    QVERIFY(findErrorId(1) == nullptr);
  }

  void knowsTheRegistrarsErrors_data() {
    QTest::addColumn<int>("errorId");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("no endpoint") << 4010 << 400 << QByteArray("ms-diagnostics");
    QTest::newRow("bad event") << 4055 << 489 << QByteArray("ms-diagnostics");
    QTest::newRow("no gruu") << 2057 << 421 << QByteArray("ms-diagnostics");
    QTest::newRow("unknown user") << 4005 << 404 << QByteArray("ms-diagnostics");
    QTest::newRow("not authorised") << 4004 << 403 << QByteArray("ms-diagnostics-public");
    QTest::newRow("too large") << 4008 << 413 << QByteArray("ms-diagnostics");
  }

  void knowsTheRegistrarsErrors() {
    QFETCH(int, errorId);
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QCOMPARE(findErrorId(errorId)->status, status);
    QCOMPARE(Diagnostics::headerName(errorId), header);
    QVERIFY(!Diagnostics::forErrorId(errorId, "fe").reason.isEmpty());
  }
};

PARLOUR_TEST(TstDiagnostics)

}  // namespace tst_diagnostics

#include "tst_diagnostics.moc"
