// SPDX-License-Identifier: Apache-2.0
#include <QSet>
#include <QTest>
#include <memory>

#include "protocol/support/Result.h"
#include "tests/program/TestProgram.h"

namespace Parlour::tst_result {

class TestResult final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void value() {
    Result<int> result(7);
    QVERIFY(result.ok() && result);
    *result += 1;
    QCOMPARE(*result, 8);
    QCOMPARE(result.value(), 8);
  }

  void error() {
    const Result<int> result(
        Error::make(ErrorCode::NotFound, QStringLiteral("No such room."), QStringLiteral("row 3")));
    QVERIFY(!result.ok() && !result);
    QCOMPARE(result.error().code, ErrorCode::NotFound);
    QCOMPARE(result.error().text, QStringLiteral("No such room."));
    QCOMPARE(result.error().detail, QStringLiteral("row 3"));
    QCOMPARE(result.error().wireCode, 0);
    QCOMPARE(result.error().offset, qint64(-1));
    QCOMPARE(result.error().retryAfterSeconds, -1);
    QVERIFY_THROWS_EXCEPTION(std::bad_variant_access, static_cast<void>(result.value()));
  }

  void errorOfAValueThrows() {
    const Result<int> result(1);
    QVERIFY_THROWS_EXCEPTION(std::bad_variant_access, static_cast<void>(result.error()));
  }

  void valuesThatOnlyMove() {
    Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
    const std::unique_ptr<int> taken = *std::move(result);
    QCOMPARE(*taken, 5);
  }

  void status() {
    QVERIFY(success().ok());
    QVERIFY(!Status(Error::make(ErrorCode::Internal, {})).ok());
  }

  void codesHaveNamesOfTheirOwn() {
    QSet<QByteArray> names;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
      const QByteArray name = errorCodeName(static_cast<ErrorCode>(code));
      QVERIFY(!name.isEmpty());
      QVERIFY2(!names.contains(name), name.constData());
      names.insert(name);
    }
    QCOMPARE(errorCodeName(ErrorCode::PermissionDenied), QByteArray("permission-denied"));
  }
};

PARLOUR_TEST(TestResult)

}  // namespace Parlour::tst_result

#include "tst_result.moc"
