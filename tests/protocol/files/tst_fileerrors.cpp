// SPDX-License-Identifier: Apache-2.0
#include <QSet>
#include <QTest>

#include "protocol/files/FileErrors.h"
#include "tests/program/TestProgram.h"

namespace tst_fileerrors {

using namespace Parlour::Files;

class TestFileErrors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // The table is in the order of the enumeration, and both ends find everything in it.
  void everyErrorIsItself() {
    QSet<QByteArray> codes;
    for (int i = 0; i <= static_cast<int>(FileError::PreviewNotAllowed); ++i) {
      const auto error = static_cast<FileError>(i);
      const FileErrorInfo& info = infoOf(error);
      QCOMPARE(info.error, error);
      QVERIFY(info.status >= 400 && info.status < 600);
      QVERIFY(QByteArray(info.text).endsWith('.'));
      QCOMPARE(fileErrorOf(info.code), std::optional(error));
      codes.insert(info.code);
    }
    QCOMPARE(codes.size(), static_cast<qsizetype>(fileErrors().size()));
    QVERIFY(!fileErrorOf("too-largest"));
    QVERIFY(!fileErrorOf(""));
  }
};

PARLOUR_TEST(TestFileErrors)

}  // namespace tst_fileerrors

#include "tst_fileerrors.moc"
