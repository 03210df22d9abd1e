// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "server-sim/compliance/ProgramAdapter.h"
#include "tests/program/TestProgram.h"

namespace tst_programadapter {

using namespace Parlour;
using namespace Parlour::Server;

// Programs of operators: what they get, and what becomes of those that fail.
class TestProgramAdapter final : public QObject {
  Q_OBJECT

  QTemporaryDir directory_;
  std::atomic<bool> stop_{false};

  AdapterSettings programOf(const QByteArray& script) {
    AdapterSettings settings;
    settings.type = AdapterType::Program;
    settings.program = directory_.filePath(QStringLiteral("program.sh"));
    QFile::remove(settings.program);
    QFile file(settings.program);
    if (file.open(QFile::WriteOnly)) file.write("#!/bin/sh\n" + script);
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return settings;
  }

  QByteArray written() {
    QFile file(directory_.filePath(QStringLiteral("out")));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
  }

 private Q_SLOTS:
  void getsTheBatch() {
    const QByteArray batch(3'000'000, 'x');
    const AdapterSettings settings = programOf("cat > \"$OUT\"; test \"$PARLOUR_BATCH\" = b1");
    const auto done = runProgram(
        settings, batch, {"PARLOUR_BATCH=b1", "OUT=" + directory_.filePath(QStringLiteral("out")).toUtf8()}, stop_);
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().text));
    QCOMPARE(written(), batch);
  }

  void environmentIsSmall() {
    qputenv("PARLOUR_TEST_SECRET", "1");
    QVERIFY(runProgram(programOf("cat > /dev/null; test -z \"$PARLOUR_TEST_SECRET\""), "x", {}, stop_).ok());
  }

  void failuresAreTold_data() {
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("told");
    QTest::newRow("status") << QByteArray("cat > /dev/null; echo disk is full >&2; exit 3")
                            << QStringLiteral("ended with 3. It said: disk is full");
    QTest::newRow("reads nothing") << QByteArray("exit 1") << QStringLiteral("ended with 1.");
    QTest::newRow("signal") << QByteArray("kill -SEGV $$") << QStringLiteral("died of signal 11.");
    QTest::newRow("talks without end") << QByteArray("yes >&2 & sleep 0.1; echo end >&2; exit 4")
                                       << QStringLiteral("ended with 4.");
  }
  void failuresAreTold() {
    QFETCH(QByteArray, script);
    QFETCH(QString, told);
    const auto done = runProgram(programOf(script), QByteArray(1'000'000, 'x'), {}, stop_);
    QVERIFY(!done.ok());
    QVERIFY2(done.error().text.contains(told), qPrintable(done.error().text));
  }

  // Whatever it started goes with it.
  void hangingGroupIsKilled() {
    AdapterSettings settings = programOf("sleep 1000 & echo $! > \"$OUT\"; wait");
    settings.programSeconds = 1;
    const auto done = runProgram(settings, "x", {"OUT=" + directory_.filePath(QStringLiteral("out")).toUtf8()}, stop_);
    QVERIFY(!done.ok());
    QVERIFY2(done.error().text.contains(QLatin1String("was ended after 1 s.")), qPrintable(done.error().text));
    const QString status = QStringLiteral("/proc/%1/stat").arg(written().trimmed().toInt());
    const auto isGone = [&status] {
      QFile file(status);
      return !file.open(QFile::ReadOnly) || file.readAll().contains(") Z");
    };
    QTRY_VERIFY(isGone());
  }

  void endsWithTheServer() {
    std::atomic<bool> stopping{true};
    QVERIFY(!runProgram(programOf("sleep 1000"), "x", {}, stopping).ok());
  }

  void missingProgram() {
    AdapterSettings settings;
    QVERIFY(!runProgram(settings, "x", {}, stop_).ok());
    settings.program = directory_.filePath(QStringLiteral("nobody"));
    QVERIFY(!runProgram(settings, "x", {}, stop_).ok());
  }
};

PARLOUR_TEST(TestProgramAdapter)

}  // namespace tst_programadapter

#include "tst_programadapter.moc"
