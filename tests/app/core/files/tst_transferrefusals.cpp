// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "protocol/xccos/ChatText.h"
#include "tests/app/core/files/TransferFixture.h"
#include "tests/program/TestProgram.h"

namespace tst_transferrefusals {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

class TestTransferRefusals : public TransferFixture {
  Q_OBJECT

 private Q_SLOTS:
  void init() { begin(); }
  void refusals_data();
  void refusals();
  void refusedToken_data();
  void refusedToken();
  void expiredTokenIsRenewed();
  void busyServerIsWaitedFor();
  void givesUpInTheEnd();
  void tooLargeIsKnownTheNextTime();
  void badSources_data();
  void badSources();
  void unencryptedServiceIsRefused();
  void whyNot();
};

void TestTransferRefusals::refusals_data() {
  QTest::addColumn<QByteArray>("method");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("code");
  QTest::addColumn<QByteArray>("more");
  QTest::addColumn<int>("kind");
  QTest::addColumn<QString>("words");
  const auto row = [](const char* name, const char* method, int status, const char* code, const char* more,
                      TransferFailure kind, const char* words) {
    QTest::newRow(name) << QByteArray(method) << status << QByteArray(code) << QByteArray(more)
                        << static_cast<int>(kind) << QString::fromUtf8(words);
  };
  using enum TransferFailure;
  row("too large", "POST", 413, "too-large", R"("limit": 1024)", Refused,
      "tides.pdf is 2 KB. This server takes up to 1 KB.");
  row("by one byte", "POST", 413, "too-large", R"("limit": 2499)", Refused,
      "tides.pdf has 2,500 bytes. This server takes up to 2,499.");
  row("type", "POST", 415, "type-not-allowed", "", Refused,
      "The server does not take .pdf files. Ask who runs it which types it takes.");
  row("name", "POST", 400, "bad-name", "", Refused,
      "The server does not take a file of this name. Rename it and attach it again.");
  row("switched off", "POST", 403, "not-allowed-here", "", Refused,
      "Files may not be posted in this room. Ask one of its managers.");
  row("quota", "PUT", 507, "quota", "", Refused,
      "This room has no space left for files. Ask a manager to remove some.");
  row("disk full", "PUT", 507, "disk-full", "", Broken,
      "The server has no space left for files. Tell who runs it, and retry later.");
  row("quarantine", "PUT", 423, "quarantined", "", Quarantined,
      "The server's scan put the file into quarantine. It was not posted.");
  row("damaged", "PUT", 422, "hash", "", Broken, "The file arrived damaged. Retry to send it again.");
  row("unknown code", "PUT", 418, "teapot", "", Broken, "The server's sentence.");
  row("not understood", "PUT", 400, "bad-request", "", Broken,
      "The server did not understand the transfer (400). Retry, or tell who runs it.");
}

void TestTransferRefusals::refusals() {
  QFETCH(QByteArray, method);
  QFETCH(int, status);
  QFETCH(QByteArray, code);
  QFETCH(QByteArray, more);
  f_->web->plan({method, {}, status, code, more, -1});
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(2'500));
  const QSignalSpy failed(&transfers(), &TransferService::failed);
  pass(2'000);
  QCOMPARE(failed.size(), 1);
  QCOMPARE(transfer(id).state, TransferState::Failed);
  QTEST(static_cast<int>(transfer(id).kind), "kind");
  QTEST(transfer(id).failure->text, "words");
  QVERIFY(f_->rooms.postsReceived.isEmpty());
  // What was in the way may be gone by now.
  transfers().retry(id);
  pass(2'000);
  expectPosted(id, QStringLiteral("tides.pdf"), sampleBytes(2'500));
}

void TestTransferRefusals::refusedToken_data() {
  QTest::addColumn<int>("code");
  QTest::addColumn<int>("kind");
  QTest::newRow("not allowed") << 403 << static_cast<int>(TransferFailure::Refused);
  QTest::newRow("no such room") << 404 << static_cast<int>(TransferFailure::Refused);
}

void TestTransferRefusals::refusedToken() {
  QFETCH(int, code);
  refuseToken_.code = code;
  refuseToken_.text = QStringLiteral("Files are switched off here.");
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(100));
  pass(1'000);
  QCOMPARE(transfer(id).state, TransferState::Failed);
  QTEST(static_cast<int>(transfer(id).kind), "kind");
  QVERIFY(!transfer(id).failure->text.isEmpty());
  QVERIFY(f_->web->requests.isEmpty());
}

void TestTransferRefusals::expiredTokenIsRenewed() {
  const QByteArray bytes = sampleBytes(3'000);
  f_->web->plan({"PUT", {}, 401, "expired", {}, -1});
  const quint64 id = upload(QStringLiteral("tides.pdf"), bytes);
  pass(1'000);
  expectPosted(id, QStringLiteral("tides.pdf"), bytes);
  QCOMPARE(tokensGiven_, 2);
  QCOMPARE(f_->web->files.size(), 1);
}

void TestTransferRefusals::busyServerIsWaitedFor() {
  const QByteArray bytes = sampleBytes(1'000);
  f_->web->plan({"POST", {}, 503, "busy", {}, -1});
  f_->web->plan({"PUT", {}, 503, "scan-failed", {}, -1});
  const quint64 id = upload(QStringLiteral("tides.pdf"), bytes);
  pass(100);
  QCOMPARE(transfer(id).state, TransferState::Waiting);
  pass(10'000);
  expectPosted(id, QStringLiteral("tides.pdf"), bytes);
}

void TestTransferRefusals::givesUpInTheEnd() {
  for (int i = 0; i < 20; ++i) f_->web->plan({"POST", {}, 0, {}, {}, -1});
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(100));
  pass(10 * 60'000);
  QCOMPARE(transfer(id).state, TransferState::Failed);
  QCOMPARE(transfer(id).failure->text,
           QStringLiteral("The connection to the file service broke off. Retry to go on where it was."));
  QCOMPARE(f_->web->requests.size(), 9);
}

void TestTransferRefusals::tooLargeIsKnownTheNextTime() {
  f_->web->plan({"POST", {}, 413, "too-large", R"("limit": 1024)", -1});
  transfers().discard(upload(QStringLiteral("a.bin"), sampleBytes(2'500)));
  const quint64 id = upload(QStringLiteral("b.bin"), sampleBytes(2'500));
  pass(1'000);
  transfers().discard(id);
  QCOMPARE(transfers().largestFile(), 1024);
  const auto refused = transfers().upload(tides(), source(QStringLiteral("c.bin"), sampleBytes(1'025)));
  QVERIFY(!refused);
  QCOMPARE(refused.error().text, QStringLiteral("c.bin has 1,025 bytes. This server takes up to 1,024."));
  QVERIFY(transfers().upload(tides(), source(QStringLiteral("d.bin"), sampleBytes(1'024))).ok());
}

void TestTransferRefusals::badSources_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("words");
  QTest::newRow("absent") << QStringLiteral("nothing.txt") << QStringLiteral("nothing.txt is no file.");
  QTest::newRow("folder") << QStringLiteral("folder")
                          << QStringLiteral("folder is a folder. Put it into an archive and attach that.");
}

void TestTransferRefusals::badSources() {
  QFETCH(QString, name);
  QVERIFY(QDir(disk_->path()).mkdir(QStringLiteral("folder")));
  const auto refused = transfers().upload(tides(), disk_->filePath(name));
  QVERIFY(!refused);
  QTEST(refused.error().text, "words");
  QCOMPARE(tides().timeline().count(), 0);
}

// The session of the fixture is encrypted.
void TestTransferRefusals::unencryptedServiceIsRefused() {
  serverUri_ = QStringLiteral("http://web.orchard.example/PersistentChat/MGCWebService.asmx");
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(100));
  pass(1'000);
  QCOMPARE(transfer(id).state, TransferState::Failed);
  QCOMPARE(transfer(id).kind, TransferFailure::Refused);
  QVERIFY(f_->web->requests.isEmpty());
}

void TestTransferRefusals::whyNot() {
  QVERIFY(transfers().whyNoUpload(tides()).isEmpty());
  RoomSummary summary = tides().summary();
  summary.filesAllowed = false;
  tides().setSummary(summary);
  QCOMPARE(transfers().whyNoUpload(tides()),
           QStringLiteral("Files are not allowed in this room. Its managers can change that."));
  f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("The wire was cut.")));
  f_->settle();
  QVERIFY(!transfers().whyNoUpload(tides()).isEmpty());
}

PARLOUR_TEST(TestTransferRefusals)

}  // namespace tst_transferrefusals

#include "tst_transferrefusals.moc"
