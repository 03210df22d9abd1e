// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QTest>

#include "app/models/Roles.h"
#include "app/models/wire/WireExport.h"
#include "app/models/wire/WireFilterModel.h"
#include "app/models/wire/WireText.h"
#include "tests/app/models/wire/TraceTranscript.h"
#include "tests/program/TestProgram.h"

namespace tst_wireexport {

using namespace Parlour;
using namespace Parlour::Models;
using namespace Parlour::Testing;

class TestWireExport : public QObject {
  Q_OBJECT

 private:
  static QList<WireRow> rowsOf(const QByteArray& transcript) {
    ReplayClock clock;
    Sip::TraceBuffer buffer(clock);
    replay(readTranscript(transcript), clock, buffer);
    WireModel model(clock);
    model.attach(buffer);
    QList<WireRow> rows;
    for (int i = 0; i < model.rowCount(); ++i) rows.append(model.row(i));
    return rows;
  }

 private Q_SLOTS:
  void secretsNeverShow_data() {
    QTest::addColumn<QByteArray>("transcript");
    QTest::addColumn<QByteArrayList>("secrets");
    QTest::newRow("credentials") << QByteArray("sign-in")
                                 << QByteArrayList{"0paqueSecret", "TlRMTVNTUAADsecret", "c0ffee", "n0nceSecret",
                                                   "0100rspauthSecret"};
    QTest::newRow("file token") << QByteArray("trouble") << QByteArrayList{"fileTokenSecret"};
  }
  void secretsNeverShow() {
    QFETCH(QByteArray, transcript);
    QFETCH(QByteArrayList, secrets);
    QByteArray recorded;
    for (const TranscriptMessage& message : readTranscript(transcript)) recorded += message.text;
    const QList<WireRow> rows = rowsOf(transcript);
    QByteArray shown = traceToText(rows) + ladderToText(rows) + traceToJson(rows);
    for (const WireRow& row : rows) {
      shown += (row.what() + row.title).toUtf8() + row.text;
      shown += plainText(headerLines(row.text)).toUtf8() + plainText(bodyLines(row.text, {54, false})).toUtf8();
      for (const WireLine& line : rawLines(row.text)) shown += line.last().text.toUtf8();
    }
    for (const QByteArray& secret : secrets) {
      QVERIFY2(recorded.contains(secret), secret.constData());
      QVERIFY2(!shown.contains(secret), secret.constData());
    }
    QVERIFY(shown.contains("***"));
  }

  void savedTraceShowsTheSameRows_data() {
    QTest::addColumn<QByteArray>("transcript");
    QTest::newRow("sign-in") << QByteArray("sign-in");
    QTest::newRow("trouble") << QByteArray("trouble");
  }
  void savedTraceShowsTheSameRows() {
    QFETCH(QByteArray, transcript);
    const QList<WireRow> rows = rowsOf(transcript);
    const auto records = traceFromJson(traceToJson(rows));
    QVERIFY(records.ok());
    const ReplayClock clock;
    WireModel model(clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.showRecords(*records);
    QVERIFY(!model.isLive());
    QCOMPARE(model.rowCount(), rows.size());
    for (int i = 0; i < rows.size(); ++i) {
      QCOMPARE(model.row(i).what(), rows.at(i).what());
      QCOMPARE(model.row(i).statusText, rows.at(i).statusText);
      QCOMPARE(model.row(i).elapsedMs, rows.at(i).elapsedMs);
      QCOMPARE(model.row(i).text, rows.at(i).text);
      QCOMPARE(model.row(i).time, rows.at(i).time);
    }
  }

  void bytesThatAreNoTextSurvive() {
    WireRow row;
    row.number = 3;
    row.time = Timestamp::fromMs(5);
    row.text = "MESSAGE sip:x SIP/2.0\r\n\r\n\xff\xfe";
    const auto records = traceFromJson(traceToJson({row}));
    QVERIFY(records.ok());
    QCOMPARE(records->first().text, row.text);
  }

  void textSaysWhatEachMessageIs() {
    const QByteArray text = traceToText(rowsOf("trouble"));
    QVERIFY(
        text.contains("Persistent Chat to Client  INFO rpl join · ERROR_PERMISSION  403  50 ms\nINFO sip:192.0.2.14"));
    QCOMPARE(ladderToText(rowsOf("trouble")).count('\n'), readTranscript("trouble").size());
  }

  void foreignFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");
    const auto refused = [](const char* name, const QByteArray& json, ErrorCode code = ErrorCode::ParseFailed) {
      QTest::newRow(name) << json << static_cast<int>(code);
    };
    refused("empty", "");
    refused("not JSON", "hello");
    refused("another object", "{\"version\": 1}");
    refused("newer", "{\"format\": \"parlour-trace\", \"version\": 2}", ErrorCode::NotSupported);
    refused("no time", "{\"format\": \"parlour-trace\", \"version\": 1, \"records\": [{\"number\": \"1\"}]}");
    refused("numbers fall",
            "{\"format\": \"parlour-trace\", \"version\": 1, \"records\": ["
            "{\"number\": \"2\", \"time\": \"2031-03-04T08:15:30Z\"}, {\"number\": \"1\", \"time\": "
            "\"2031-03-04T08:15:30Z\"}]}");
    QByteArray many = "{\"format\": \"parlour-trace\", \"version\": 1, \"records\": [0";
    for (int i = 0; i < 20'000; ++i) many += ",0";
    refused("too many", many + "]}", ErrorCode::LimitExceeded);
  }
  void foreignFilesAreRefused() {
    QFETCH(QByteArray, json);
    QFETCH(int, code);
    const auto records = traceFromJson(json);
    QVERIFY(!records.ok());
    QCOMPARE(static_cast<int>(records.error().code), code);
    QVERIFY(!records.error().text.isEmpty());
  }

  void secretsOfAForeignFileAreMasked() {
    const auto records = traceFromJson(
        "{\"format\": \"parlour-trace\", \"version\": 1, \"records\": [{\"number\": \"1\", \"time\": "
        "\"2031-03-04T08:15:30Z\", \"text\": \"REGISTER sip:x SIP/2.0\\r\\nAuthorization: Basic "
        "YWRhOnB3\\r\\n\\r\\n\"}]}");
    QVERIFY(records.ok());
    QVERIFY(!records->first().text.contains("YWRhOnB3"));
  }
};

PARLOUR_TEST(TestWireExport)

}  // namespace tst_wireexport

#include "tst_wireexport.moc"
