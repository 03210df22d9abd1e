// SPDX-License-Identifier: Apache-2.0
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <thread>

#include "protocol/support/Log.h"
#include "server-sim/log/ServerLog.h"
#include "tests/program/TestProgram.h"

namespace tst_serverlog {

using namespace Parlour;
using namespace Parlour::Server;

class TestServerLog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { lines_.clear(); }
  void categoriesArriveWithTheirScope();
  void levels_data();
  void levels();
  void secretsNeverArrive();
  void repeatsAreCounted();
  void threadsWriteWholeLines();
  void restoresWhatWasBefore();

 private:
  ServerLog::Write keep() {
    return [this](const QByteArray& line) { lines_.append(line); };
  }

  FakeClock clock_;
  QByteArrayList lines_;
};

void TestServerLog::categoriesArriveWithTheirScope() {
  ServerLog log({LogFormat::Json, LogLevel::Info}, clock_, keep());
  log.install();
  const LogScope connection("connection", 7);
  qCInfo(lcServer) << "session" << 3 << "opened";
  QCOMPARE(lines_.size(), 1);
  const QJsonObject object = QJsonDocument::fromJson(lines_.first()).object();
  QCOMPARE(object[QLatin1String("message")].toString(), QStringLiteral("session 3 opened"));
  QCOMPARE(object[QLatin1String("category")].toString(), QStringLiteral("parlour.server"));
  QCOMPARE(object[QLatin1String("connection")].toInt(), 7);
}

void TestServerLog::levels_data() {
  QTest::addColumn<int>("level");
  QTest::addColumn<int>("lines");
  QTest::newRow("debug") << static_cast<int>(LogLevel::Debug) << 4;
  QTest::newRow("info") << static_cast<int>(LogLevel::Info) << 3;
  QTest::newRow("warning") << static_cast<int>(LogLevel::Warning) << 2;
  QTest::newRow("error") << static_cast<int>(LogLevel::Error) << 1;
}

void TestServerLog::levels() {
  QFETCH(int, level);
  QFETCH(int, lines);
  ServerLog log({LogFormat::Text, static_cast<LogLevel>(level)}, clock_, keep());
  for (const LogLevel each : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error}) {
    log.log({{}, each, "parlour.sip", logLevelName(each), {}});
  }
  QCOMPARE(lines_.size(), lines);
  QVERIFY(lines_.last().endsWith("error   parlour.sip: error"));
}

void TestServerLog::secretsNeverArrive() {
  for (const LogFormat format : {LogFormat::Text, LogFormat::Json}) {
    ServerLog log({format, LogLevel::Debug}, clock_, keep());
    log.install();
    qCWarning(lcSip).noquote() << "unreadable: Authorization: Digest response=\"TOPSECRET\"";
    qCWarning(lcSip) << QStringLiteral("password=TOPSECRET");
  }
  QCOMPARE(lines_.size(), 4);
  QVERIFY(!lines_.join().contains("TOPSECRET"));
}

void TestServerLog::repeatsAreCounted() {
  ServerLog log({LogFormat::Text, LogLevel::Info}, clock_, keep());
  log.install();
  for (int number = 0; number < 50; ++number) qCInfo(lcSip) << "connection" << number << "refused";
  QCOMPARE(lines_.size(), RepeatLimit::kLines);
  clock_.advanceMs(RepeatLimit::kWindowMs);
  qCInfo(lcSip) << "connection" << 50 << "refused";
  QVERIFY2(lines_.last().contains("(40 more like this were left out)"), lines_.last().constData());
}

void TestServerLog::threadsWriteWholeLines() {
  ServerLog log({LogFormat::Json, LogLevel::Info}, clock_, keep());
  log.install();
  std::vector<std::thread> threads;
  for (const char letter : {'a', 'b', 'c', 'd'}) {
    threads.emplace_back([letter] {
      const LogScope scope("session", static_cast<quint64>(letter));
      for (int times = 0; times < RepeatLimit::kLines; ++times)
        qCInfo(lcServer).noquote() << QString(20, QLatin1Char(letter));
    });
  }
  for (auto& thread : threads) thread.join();
  QCOMPARE(lines_.size(), 4 * RepeatLimit::kLines);
  for (const QByteArray& line : lines_) {
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object[QLatin1String("session")].toInt(),
             static_cast<int>(object[QLatin1String("message")].toString().at(0).toLatin1()));
  }
}

void TestServerLog::restoresWhatWasBefore() {
  {
    ServerLog log({LogFormat::Text, LogLevel::Info}, clock_, keep());
    log.install();
  }
  QTest::ignoreMessage(QtInfoMsg, "to the test program");
  qCInfo(lcServer).noquote() << "to the test program";
  QVERIFY(lines_.isEmpty());
}

PARLOUR_TEST(TestServerLog)

}  // namespace tst_serverlog

#include "tst_serverlog.moc"
