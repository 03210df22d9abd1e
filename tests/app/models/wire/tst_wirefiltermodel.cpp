// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QTest>

#include "app/models/wire/WireFilterModel.h"
#include "tests/app/models/wire/TraceTranscript.h"
#include "tests/program/TestProgram.h"

namespace tst_wirefiltermodel {

using namespace Parlour;
using namespace Parlour::Models;
using namespace Parlour::Testing;

class TestWireFilterModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void text_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << QString() << 28;
    QTest::newRow("method in any case") << QStringLiteral("register") << 4;
    QTest::newRow("command") << QStringLiteral("bjoin") << 2;
    QTest::newRow("room") << QStringLiteral("town hall") << 3;
    QTest::newRow("status") << QStringLiteral("401") << 1;
    QTest::newRow("text of a body") << QStringLiteral("fixing early") << 1;
    QTest::newRow("all words count") << QStringLiteral("bjoin zebra") << 0;
  }
  void text() {
    QFETCH(QString, text);
    ReplayClock clock;
    Sip::TraceBuffer buffer(clock);
    replay(readTranscript("sign-in"), clock, buffer);
    WireModel model(clock);
    model.attach(buffer);
    WireFilterModel filter(model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setText(text);
    QTEST(filter.rowCount(), "rows");
    QCOMPARE(filter.isFiltering(), !text.isEmpty());
  }

  void kinds_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("left");
    const auto without = [](const char* name, WireKind kind, int left) {
      QTest::newRow(name) << static_cast<int>(kind) << left;
    };
    without("registration", WireKind::Registration, 24);
    without("subscription", WireKind::Subscription, 24);
    without("dialog", WireKind::Dialog, 25);
    without("command", WireKind::ChatCommand, 20);
    without("reply", WireKind::ChatReply, 20);
    without("notice", WireKind::Notice, 27);
    without("error", WireKind::Error, 28);
  }
  void kinds() {
    QFETCH(int, kind);
    ReplayClock clock;
    Sip::TraceBuffer buffer(clock);
    replay(readTranscript("sign-in"), clock, buffer);
    WireModel model(clock);
    model.attach(buffer);
    WireFilterModel filter(model);
    filter.setKindShown(static_cast<WireKind>(kind), false);
    QTEST(filter.rowCount(), "left");
    QVERIFY(filter.isFiltering());
    for (const WireRow& row : filter.rows()) QVERIFY(static_cast<int>(row.kind) != kind);
    filter.setKindShown(static_cast<WireKind>(kind), true);
    QCOMPARE(filter.rowCount(), 28);
    QCOMPARE(filter.rowOf(filter.row(18).number), 18);
    QCOMPARE(filter.rowOf(9'999), -1);
  }
};

PARLOUR_TEST(TestWireFilterModel)

}  // namespace tst_wirefiltermodel

#include "tst_wirefiltermodel.moc"
