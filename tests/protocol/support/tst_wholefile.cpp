// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/support/WholeFile.h"
#include "tests/program/NoFileMayGrow.h"
#include "tests/program/TestProgram.h"

namespace tst_wholefile {

using namespace Parlour;

class TestWholeFile : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  QString path() const { return folder_.filePath(QStringLiteral("kept")); }
  QByteArray kept() const {
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
  }
  bool write(const QByteArray& bytes) const {
    WholeFile file(path());
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
  }

 private Q_SLOTS:
  void replacesTheOlderOne() {
    QVERIFY(write("one"));
    QVERIFY(write("two"));
    QCOMPARE(kept(), QByteArray("two"));
  }

  void aFullDiskLeavesTheOlderOne_data() {
    QTest::addColumn<int>("bytes");
    QTest::newRow("in the buffer") << 10;
    QTest::newRow("beyond the buffer") << 100'000;
  }
  void aFullDiskLeavesTheOlderOne() {
    QFETCH(int, bytes);
    QVERIFY(write("older"));
    {
      const Tests::NoFileMayGrow full;
      QVERIFY(!write(QByteArray(bytes, 'n')));
    }
    QCOMPARE(kept(), QByteArray("older"));
    QCOMPARE(QDir(folder_.path()).entryList(QDir::Files).size(), 1);
  }
};

PARLOUR_TEST(TestWholeFile)

}  // namespace tst_wholefile

#include "tst_wholefile.moc"
