// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/ctl/DoctorChecks.h"
#include "tests/program/TestProgram.h"

namespace tst_doctorchecks {

using namespace Parlour;
using namespace Parlour::Ctl;

class TestDoctorChecks : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void dataDirectory_data();
  void dataDirectory();
  void diskSpace_data();
  void diskSpace();
  void certificateDates_data();
  void certificateDates();
  void certificateFiles();
  void clock_data();
  void clock();
  void databaseIsSound();
  void databaseIsDamaged();
  void configuration_data();
  void configuration();
  void health();
  void nobodyListens();

 private:
  static int worst(const QList<Finding>& findings) {
    int most = 0;
    for (const Finding& finding : findings) most = std::max(most, static_cast<int>(finding.verdict));
    return most;
  }
  static constexpr int kOk = static_cast<int>(Verdict::Ok);
  static constexpr int kWarn = static_cast<int>(Verdict::Warn);
  static constexpr int kFail = static_cast<int>(Verdict::Fail);
};

void TestDoctorChecks::dataDirectory_data() {
  QTest::addColumn<int>("permissions");
  QTest::addColumn<int>("verdict");
  using Permission = QFileDevice;
  const int owner = Permission::ReadOwner | Permission::WriteOwner | Permission::ExeOwner;
  QTest::newRow("private") << owner << kOk;
  QTest::newRow("group reads") << (owner | Permission::ReadGroup) << kFail;
  QTest::newRow("others pass") << (owner | Permission::ExeOther) << kFail;
}

void TestDoctorChecks::dataDirectory() {
  QFETCH(int, permissions);
  QTemporaryDir directory;
  QVERIFY(QFile::setPermissions(directory.path(), QFile::Permissions(permissions)));
  const Finding finding = DoctorChecks::dataDirectory(directory.path());
  QTEST(static_cast<int>(finding.verdict), "verdict");
  QCOMPARE(finding.advice.isEmpty(), finding.verdict == Verdict::Ok);
  QCOMPARE(DoctorChecks::dataDirectory(directory.filePath(QStringLiteral("absent"))).verdict, Verdict::Fail);
}

void TestDoctorChecks::diskSpace_data() {
  QTest::addColumn<qint64>("free");
  QTest::addColumn<int>("verdict");
  constexpr qint64 mega = 1'048'576;
  QTest::newRow("enough") << 1'024 * mega << kOk;
  QTest::newRow("little") << 1'024 * mega - 1 << kWarn;
  QTest::newRow("none") << 100 * mega - 1 << kFail;
}

void TestDoctorChecks::diskSpace() {
  QFETCH(qint64, free);
  QTEST(static_cast<int>(DoctorChecks::diskSpace(free, qint64{1} << 40).verdict), "verdict");
}

void TestDoctorChecks::certificateDates_data() {
  QTest::addColumn<int>("daysSince");
  QTest::addColumn<int>("daysLeft");
  QTest::addColumn<int>("verdict");
  QTest::newRow("good") << 10 << 300 << kOk;
  QTest::newRow("thirty days") << 10 << 30 << kOk;
  QTest::newRow("ends soon") << 10 << 29 << kWarn;
  QTest::newRow("ended") << 100 << -1 << kFail;
  QTest::newRow("not yet") << -1 << 300 << kFail;
}

void TestDoctorChecks::certificateDates() {
  QFETCH(int, daysSince);
  QFETCH(int, daysLeft);
  const QDateTime now(QDate(2031, 3, 4), QTime(8, 0), Qt::UTC);
  const Finding finding = DoctorChecks::certificateDates(now.addDays(-daysSince), now.addDays(daysLeft), now);
  QTEST(static_cast<int>(finding.verdict), "verdict");
  QCOMPARE(finding.advice.isEmpty(), finding.verdict == Verdict::Ok);
}

void TestDoctorChecks::certificateFiles() {
  QTemporaryDir directory;
  const QString path = directory.filePath(QStringLiteral("agent.pem"));
  const QDateTime now = QDateTime::currentDateTimeUtc();
  QCOMPARE(DoctorChecks::certificate(path, now).verdict, Verdict::Ok);
  QFile file(path);
  QVERIFY(file.open(QFile::WriteOnly));
  file.write("no certificate");
  file.close();
  QCOMPARE(DoctorChecks::certificate(path, now).verdict, Verdict::Fail);
}

void TestDoctorChecks::clock_data() {
  QTest::addColumn<bool>("synchronised");
  QTest::addColumn<int>("newestSeconds");
  QTest::addColumn<int>("verdict");
  QTest::newRow("right") << true << -5 << kOk;
  QTest::newRow("nobody keeps it") << false << -5 << kWarn;
  QTest::newRow("a little behind") << true << 60 << kOk;
  QTest::newRow("behind") << true << 61 << kFail;
  QTest::newRow("behind and nobody keeps it") << false << 3'600 << kFail;
}

void TestDoctorChecks::clock() {
  QFETCH(bool, synchronised);
  QFETCH(int, newestSeconds);
  const QDateTime now(QDate(2031, 3, 4), QTime(8, 0), Qt::UTC);
  QTEST(static_cast<int>(DoctorChecks::clock(synchronised, now.addSecs(newestSeconds), now).verdict), "verdict");
}

void TestDoctorChecks::databaseIsSound() {
  QTemporaryDir directory;
  const QString path = directory.filePath(QStringLiteral("chat.db"));
  QVERIFY(Sqlite::Database::open(path)->execute("CREATE TABLE t(a TEXT); INSERT INTO t VALUES('one')"));
  QCOMPARE(DoctorChecks::database(path).verdict, Verdict::Ok);
  QCOMPARE(DoctorChecks::database(directory.filePath(QStringLiteral("absent.db"))).verdict, Verdict::Fail);
}

void TestDoctorChecks::databaseIsDamaged() {
  QTemporaryDir directory;
  const QString path = directory.filePath(QStringLiteral("chat.db"));
  {
    auto database = Sqlite::Database::open(path);
    QVERIFY(database->execute("CREATE TABLE t(a TEXT); CREATE INDEX i ON t(a)"));
    for (int row = 0; row < 500; ++row) {
      QVERIFY(database->execute("INSERT INTO t VALUES(hex(randomblob(100)))"));
    }
    QVERIFY(database->checkpoint(Sqlite::Checkpoint::Truncate));
  }
  QFile file(path);
  QVERIFY(file.open(QFile::ReadWrite));
  QVERIFY(file.size() > 40'000);
  file.seek(20'480);
  file.write(QByteArray(8'192, 'x'));
  file.close();
  const Finding finding = DoctorChecks::database(path);
  QCOMPARE(finding.verdict, Verdict::Fail);
  QVERIFY(finding.advice.contains(QStringLiteral("backup restore")));
}

void TestDoctorChecks::configuration_data() {
  QTest::addColumn<QByteArray>("facts");
  QTest::addColumn<int>("warnings");
  const auto row = [](const char* words, const char* facts, int warnings) {
    QTest::newRow(words) << QByteArray(facts).replace('\'', '"') << warnings;
  };
  row("fine", "{'openSignIn':false,'administrators':1,'addresses':['tcp:127.0.0.1:5060','tls:0.0.0.0:5061']}", 0);
  row("open sign-in", "{'openSignIn':true,'administrators':1,'addresses':[]}", 1);
  row("not encrypted", "{'openSignIn':false,'administrators':1,'addresses':['tcp:10.0.0.1:5060']}", 1);
  row("nobody administers", "{'openSignIn':false,'administrators':0,'addresses':['tcp:[::1]:5060']}", 1);
  row("all of them", "{'openSignIn':true,'administrators':0,'addresses':['tcp:0.0.0.0:5060']}", 3);
}

void TestDoctorChecks::configuration() {
  QFETCH(QByteArray, facts);
  QFETCH(int, warnings);
  const auto findings = DoctorChecks::configuration(QJsonDocument::fromJson(facts).object());
  QCOMPARE(findings.size(), std::max(1, warnings));
  QCOMPARE(worst(findings), warnings == 0 ? kOk : kWarn);
}

void TestDoctorChecks::health() {
  const auto of = [](const char* text) {
    return DoctorChecks::health(QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object());
  };
  QCOMPARE(worst(of("{'health':{'checks':{'loop':'ok','store':'ok'}}}")), kOk);
  const auto failing = of("{'health':{'checks':{'loop':'ok','store':'Messages cannot be stored.'}}}");
  QCOMPARE(failing.size(), 1);
  QCOMPARE(failing.first().check, QStringLiteral("store"));
  QCOMPARE(worst(failing), kFail);
}

void TestDoctorChecks::nobodyListens() {
  QTcpServer server;
  QVERIFY(server.listen(QHostAddress::LocalHost));
  const quint16 port = server.serverPort();
  server.close();
  QCOMPARE(DoctorChecks::listener(QStringLiteral("tcp:127.0.0.1:%1").arg(port)).verdict, Verdict::Fail);
  QCOMPARE(DoctorChecks::web(QStringLiteral("http://127.0.0.1:%1/").arg(port)).verdict, Verdict::Fail);
}

PARLOUR_TEST(TestDoctorChecks)

}  // namespace tst_doctorchecks

#include "tst_doctorchecks.moc"
