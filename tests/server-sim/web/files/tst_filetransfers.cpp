// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/files/FileHttp.h"
#include "protocol/xccos/ChatText.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/web/files/support/FileTown.h"

namespace tst_filetransfers {

using namespace Parlour;
using namespace Parlour::Tests;

// Files up and down the HTTP interface, over real sockets, with tokens that real clients asked for.
class TestFileTransfers : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<FileTown> town_;

 private Q_SLOTS:
  void initTestCase() {
    town_ = std::make_unique<FileTown>();
    const auto started = town_->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
  }
  void cleanupTestCase() { town_.reset(); }

  void upAndDown() {
    const QByteArray bytes = someBytes(2'500'000);
    const QByteArray file = town_->upload("ada", kTides, QStringLiteral("tides.txt"), bytes);
    QVERIFY(!file.isEmpty());
    QVERIFY(file.endsWith(".txt"));
    const QByteArray token = town_->token("bo", kTides, false);
    const WebAnswer answer = town_->download(token, kTides, file);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, bytes);
    QCOMPARE(answer.header("Parlour-Sha256"), sha256Of(bytes));
    QCOMPARE(answer.header("ETag"), '"' + sha256Of(bytes) + '"');
    QCOMPARE(answer.header("Content-Disposition"), QByteArray("attachment; filename*=UTF-8''tides.txt"));
    QTRY_COMPARE(FileTown::codeOf(town_->download(token, kTides, file)), QByteArray("token"));
  }
};

PARLOUR_TEST(TestFileTransfers)

}  // namespace tst_filetransfers

#include "tst_filetransfers.moc"
