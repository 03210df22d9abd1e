// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/files/LocalFiles.h"
#include "tests/program/TestProgram.h"

namespace tst_localfiles {

using namespace Parlour::Core;

class TestLocalFiles : public QObject {
  Q_OBJECT

 private:
  static bool touch(const QString& path) { return QFile(path).open(QIODevice::WriteOnly); }

 private Q_SLOTS:
  void freeNames() {
    const QTemporaryDir dir;
    QCOMPARE(freePath(dir.path(), QStringLiteral("a.tar.gz")), dir.filePath(QStringLiteral("a.tar.gz")));
    QVERIFY(touch(dir.filePath(QStringLiteral("a.tar.gz"))));
    QVERIFY(touch(dir.filePath(QStringLiteral("a.tar (2).gz.part"))));
    QCOMPARE(freePath(dir.path(), QStringLiteral("a.tar.gz")), dir.filePath(QStringLiteral("a.tar (3).gz")));
    QVERIFY(touch(dir.filePath(QStringLiteral("README"))));
    QCOMPARE(freePath(dir.path(), QStringLiteral("README")), dir.filePath(QStringLiteral("README (2)")));
  }

  void linksAreNotFollowed() {
    const QTemporaryDir dir;
    QVERIFY(QFile::link(QStringLiteral("/nowhere/at all"), dir.filePath(QStringLiteral("a.txt"))));
    QCOMPARE(freePath(dir.path(), QStringLiteral("a.txt")), dir.filePath(QStringLiteral("a (2).txt")));
  }

  void movingTakesAnotherNameWhenItMust() {
    const QTemporaryDir dir;
    const QString part = dir.filePath(QStringLiteral("a.txt.part"));
    QVERIFY(touch(part));
    QVERIFY(touch(dir.filePath(QStringLiteral("a.txt"))));
    QCOMPARE(moveToFreePath(part, dir.filePath(QStringLiteral("a.txt"))), dir.filePath(QStringLiteral("a (2).txt")));
    QVERIFY(!QFile::exists(part));
    QVERIFY(moveToFreePath(part, dir.filePath(QStringLiteral("a.txt"))).isEmpty());
  }

  void dangerousTypes_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("dangerous");
    for (const char* name : {"a.exe", "A.EXE", "tides.pdf.sh", "run.desktop", "macro.xlsm", "page.html", "drawing.svg",
                             "link.url", "tool.AppImage", "a.py"}) {
      QTest::newRow(name) << QString::fromLatin1(name) << true;
    }
    for (const char* name : {"a.pdf", "exe", "a.xlsx", "a.png", "a.txt", "a.csv", "README", "a.zip"}) {
      QTest::newRow(name) << QString::fromLatin1(name) << false;
    }
  }

  void dangerousTypes() {
    QFETCH(QString, name);
    QTEST(mayRunSomething(name), "dangerous");
  }

  void pictures() {
    QVERIFY(isPictureName(QStringLiteral("A.JPG")));
    QVERIFY(!isPictureName(QStringLiteral("a.svg")));
    QVERIFY(!isPictureName(QStringLiteral("a.tiff")));
  }
};

PARLOUR_TEST(TestLocalFiles)

}  // namespace tst_localfiles

#include "tst_localfiles.moc"
