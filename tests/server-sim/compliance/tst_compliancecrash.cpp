// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/compliance/ComplianceDatabase.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server::tst_compliancecrash {

// kill -9 between every pair of steps from the queue to the adapter's output: each event is in the output once.
class TestComplianceCrash final : public QObject {
  Q_OBJECT

  static constexpr int kEvents = 8;

  static int runChild(const QString& directory, int fatal, const QString& what, QByteArray& said) {
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationDirPath() + QStringLiteral("/compliance-crash-child"),
                {directory, QString::number(fatal), what});
    if (!child.waitForFinished()) return -1;
    said = child.readAllStandardOutput().trimmed();
    return child.exitStatus() == QProcess::CrashExit ? -2 : child.exitCode();
  }

  QTemporaryDir prepared_;

  void prepare(const QString& directory) const {
    QVERIFY(QFile::copy(prepared_.filePath(QStringLiteral("chat.db")), directory + QStringLiteral("/chat.db")));
  }

  static QStringList contentsIn(const QString& folder) {
    static const QRegularExpression message(QStringLiteral("<Message type=\"[A-Z]+\" content=\"([^\"]*)\""));
    QStringList contents;
    QDir out(folder);
    for (const QString& name : out.entryList({QStringLiteral("*.xml")}, QDir::Files)) {
      QFile file(out.filePath(name));
      if (!file.open(QFile::ReadOnly)) continue;
      const QString text = QString::fromUtf8(file.readAll());
      for (auto it = message.globalMatch(text); it.hasNext();) contents.append(it.next().captured(1));
    }
    contents.sort();
    return contents;
  }

  static void verify(const QString& directory) {
    QStringList expected{QStringLiteral("a post"), QStringLiteral("c3a1f6be.txt")};
    for (int i = 0; i < 6; ++i) expected.append(QStringLiteral("beside %1").arg(i));
    expected.sort();
    QCOMPARE(contentsIn(directory + QStringLiteral("/out")), expected);
    QFile sink(directory + QStringLiteral("/sink"));
    QVERIFY(sink.open(QFile::ReadOnly));
    QCOMPARE(sink.readAll(), QByteArray("1\n2\n3\n4\n5\n6\n7\n8\n"));
    QFile copied(directory + QStringLiteral("/compliance-files/c3a1f6be.txt"));
    QVERIFY(copied.open(QFile::ReadOnly));
    QCOMPARE(copied.readAll(), QByteArray("content"));
    auto chat = Sqlite::Database::open(directory + QStringLiteral("/chat.db"));
    QCOMPARE(*chat->value("SELECT count(*) FROM compliance_queue"), QByteArray("0"));
    auto kept = Sqlite::Database::open(directory + QStringLiteral("/compliance.db"));
    QCOMPARE(*kept->value("SELECT count(*) FROM events"), QByteArray("0"));
    QCOMPARE(*kept->value("SELECT count(*) FROM batches"), QByteArray("0"));
    QCOMPARE(*kept->value("SELECT delivered FROM state"), QByteArray::number(kEvents));
  }

 private Q_SLOTS:
  void initTestCase() {
    const SystemClock clock;
    TestLoop loop;
    auto store = openStore(prepared_.path(), clock, loop);
    QVERIFY(store && (*store)->importOrganisation(smallOrganisation(), clock));
  }

  void eachEventOnceWhereverItIsKilled() {
    QByteArray said;
    int steps = 0;
    {
      const QTemporaryDir directory;
      prepare(directory.path());
      QCOMPARE(runChild(directory.path(), 0, QStringLiteral("record"), said), 0);
      steps = said.toInt();
      verify(directory.path());
    }
    QVERIFY2(steps > 20, said.constData());
    for (int fatal = 1; fatal <= steps; ++fatal) {
      const QTemporaryDir directory;
      prepare(directory.path());
      QCOMPARE(runChild(directory.path(), fatal, QStringLiteral("record"), said), -2);
      QCOMPARE(runChild(directory.path(), 0, QStringLiteral("goon"), said), 0);
      verify(directory.path());
      if (QTest::currentTestFailed()) {
        qWarning("killed at step %d of %d", fatal, steps);
        return;
      }
    }
  }

  // Killed again and again on the way, one step later each time.
  void eachEventOnceThroughManyDeaths() {
    const QTemporaryDir directory;
    prepare(directory.path());
    QByteArray said;
    int result = runChild(directory.path(), 1, QStringLiteral("record"), said);
    for (int fatal = 2; result == -2 && fatal < 100; ++fatal) {
      result = runChild(directory.path(), fatal, QStringLiteral("goon"), said);
    }
    QCOMPARE(result, 0);
    verify(directory.path());
  }
};

PARLOUR_TEST(TestComplianceCrash)

}  // namespace Parlour::Server::tst_compliancecrash

#include "tst_compliancecrash.moc"
