// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/platform/autostart/Autostart.h"
#include "tests/program/TestProgram.h"

namespace tst_autostart {

using namespace Parlour;
using Platform::Autostart;

class TestAutostart : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void writesAndRemovesItsEntry();
  void quotesTheProgram_data();
  void quotesTheProgram();
  void profilesHaveEntriesOfTheirOwn();
  void saysWhenTheFolderCannotBeMade();

 private:
  static QByteArray contentOf(const QString& file);
};

QByteArray TestAutostart::contentOf(const QString& file) {
  QFile entry(file);
  return entry.open(QIODevice::ReadOnly) ? entry.readAll() : QByteArray();
}

void TestAutostart::writesAndRemovesItsEntry() {
  const QTemporaryDir home;
  const QString folder = home.filePath(QStringLiteral("config/autostart"));
  const Autostart autostart(folder, QStringLiteral("default"), QStringLiteral("/usr/bin/parlour"));
  QVERIFY(!autostart.isOn());
  QVERIFY(autostart.set(false).ok());
  QVERIFY(autostart.set(true).ok());
  QVERIFY(autostart.isOn());
  const QByteArray entry = contentOf(folder + QStringLiteral("/parlour-default.desktop"));
  QVERIFY(entry.startsWith("[Desktop Entry]\n"));
  QVERIFY(entry.contains("\nExec=\"/usr/bin/parlour\" --profile default\n"));
  const Autostart moved(folder, QStringLiteral("default"), QStringLiteral("/opt/parlour"));
  QVERIFY(moved.set(true).ok());
  QVERIFY(contentOf(folder + QStringLiteral("/parlour-default.desktop")).contains("\"/opt/parlour\""));
  QVERIFY(moved.set(false).ok());
  QVERIFY(!moved.isOn());
}

void TestAutostart::quotesTheProgram_data() {
  QTest::addColumn<QString>("program");
  QTest::addColumn<QByteArray>("exec");
  QTest::newRow("blank") << QStringLiteral("/opt/my apps/parlour") << QByteArray("\"/opt/my apps/parlour\"");
  QTest::newRow("percent") << QStringLiteral("/opt/100%/parlour") << QByteArray("\"/opt/100%%/parlour\"");
  QTest::newRow("dollar") << QStringLiteral("/opt/$HOME/parlour") << QByteArray("\"/opt/\\\\$HOME/parlour\"");
  QTest::newRow("quote") << QStringLiteral("/opt/a\"b") << QByteArray("\"/opt/a\\\\\"b\"");
  QTest::newRow("backslash") << QStringLiteral("/opt/a\\b") << QByteArray("\"/opt/a\\\\\\\\b\"");
}

void TestAutostart::quotesTheProgram() {
  QFETCH(const QString, program);
  QFETCH(const QByteArray, exec);
  const QTemporaryDir folder;
  QVERIFY(Autostart(folder.path(), QStringLiteral("p"), program).set(true).ok());
  const QByteArray entry = contentOf(folder.filePath(QStringLiteral("parlour-p.desktop")));
  QVERIFY2(entry.contains("\nExec=" + exec + " --profile p\n"), entry.constData());
}

void TestAutostart::profilesHaveEntriesOfTheirOwn() {
  const QTemporaryDir folder;
  const Autostart desk(folder.path(), QStringLiteral("desk"), QStringLiteral("/usr/bin/parlour"));
  const Autostart test(folder.path(), QStringLiteral("test"), QStringLiteral("/usr/bin/parlour"));
  QVERIFY(desk.set(true).ok());
  QVERIFY(!test.isOn());
  QVERIFY(test.set(false).ok());
  QVERIFY(desk.isOn());
}

void TestAutostart::saysWhenTheFolderCannotBeMade() {
  const QTemporaryDir home;
  QFile inTheWay(home.filePath(QStringLiteral("autostart")));
  QVERIFY(inTheWay.open(QIODevice::WriteOnly));
  const Status done = Autostart(inTheWay.fileName(), QStringLiteral("p"), QStringLiteral("/x")).set(true);
  QVERIFY(!done);
  QCOMPARE(done.error().code, ErrorCode::Storage);
}

PARLOUR_TEST(TestAutostart)

}  // namespace tst_autostart

#include "tst_autostart.moc"
