// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "protocol/xccos/ChatText.h"
#include "tests/app/core/files/TransferFixture.h"
#include "tests/program/TestProgram.h"

namespace tst_uploads {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

class TestUploads : public TransferFixture {
  Q_OBJECT

 private Q_SLOTS:
  void init() { begin(); }
  void uploadInPieces();
  void uploadOfAnEmptyFile();
  void theRowStandsInTheTimeline();
  void atMostTwoRun();
  void cutUploadGoesOn_data();
  void cutUploadGoesOn();
  void lostAnswerCostsNothing();
  void pauseAndResume();
  void sessionLossHoldsAndGoesOn();
  void restartGoesOn();
  void restartAfterThePostIsOneMessage();
  void cancelGivesUp();
  void changedOnDisk();
  void leavingTheRoomGivesUp();
  void previewGoesWithIt();
};

void TestUploads::uploadInPieces() {
  const QByteArray bytes = sampleBytes(2'500);
  const quint64 id = upload(QStringLiteral("tides march.pdf"), bytes);
  pass(1'000);
  QCOMPARE(f_->web->requests,
           (QStringList{QStringLiteral("POST uploads"), QStringLiteral("PUT bytes 0-999/2500"),
                        QStringLiteral("PUT bytes 1000-1999/2500"), QStringLiteral("PUT bytes 2000-2499/2500")}));
  expectPosted(id, QStringLiteral("tides march.pdf"), bytes);
  QCOMPARE(tokensGiven_, 1);
  QCOMPARE(f_->last<Xccos::GetUploadToken>()->file.fileName, QStringLiteral("tides march.pdf"));
  QCOMPARE(f_->rooms.postsReceived, QList<EnvId>{id});
}

void TestUploads::uploadOfAnEmptyFile() {
  const quint64 id = upload(QStringLiteral("empty.txt"), {});
  pass(1'000);
  QVERIFY(f_->web->requests.contains(QStringLiteral("PUT bytes */0")));
  expectPosted(id, QStringLiteral("empty.txt"), {});
}

void TestUploads::theRowStandsInTheTimeline() {
  f_->web->plan({"PUT", {}, 413, "too-large", R"("limit": 1024)", -1});
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(2'500));
  const auto& timeline = tides().timeline();
  QCOMPARE(timeline.count(), 1);
  QCOMPARE(timeline.at(0).localId, id);
  QCOMPARE(timeline.at(0).state, MessageState::Sending);
  pass(1'000);
  QCOMPARE(timeline.count(), 1);  // failed, and still there
  transfers().discard(id);
  QCOMPARE(timeline.count(), 0);
  pass(1'000);
  QVERIFY(f_->rooms.postsReceived.isEmpty());
}

void TestUploads::atMostTwoRun() {
  QList<quint64> ids;
  for (int i = 0; i < 4; ++i) ids.append(upload(QStringLiteral("f%1.txt").arg(i), sampleBytes(1'500)));
  QCOMPARE(transfer(ids[1]).state, TransferState::Running);
  QCOMPARE(transfer(ids[2]).state, TransferState::Queued);
  int most = 0;
  connect(&transfers(), &TransferService::changed, this, [&] {
    int running = 0;
    for (const Transfer& each : transfers().all()) running += each.isActive() ? 1 : 0;
    most = std::max(most, running);
  });
  pass(2'000);
  QCOMPARE(most, 2);
  for (const quint64 id : ids) QCOMPARE(transfer(id).state, TransferState::Done);
  QCOMPARE(f_->rooms.postsReceived, ids);
}

void TestUploads::cutUploadGoesOn_data() {
  QTest::addColumn<int>("arrived");
  QTest::newRow("nothing of the piece arrived") << 0;
  QTest::newRow("a part of it is kept") << 321;
  QTest::newRow("only the answer was lost") << 1'000;
}

void TestUploads::cutUploadGoesOn() {
  QFETCH(int, arrived);
  const QByteArray bytes = sampleBytes(3'500);
  f_->web->plan({"PUT", {}, 0, {}, {}, arrived});
  f_->web->plan({"PUT", {}, 0, {}, {}, arrived});
  const quint64 id = upload(QStringLiteral("tides.pdf"), bytes);
  pass(30);
  QCOMPARE(transfer(id).state, TransferState::Waiting);
  pass(10'000);
  expectPosted(id, QStringLiteral("tides.pdf"), bytes);
  QCOMPARE(f_->web->requests.count(QStringLiteral("HEAD")), 2);
  QCOMPARE(tokensGiven_, 1);
}

void TestUploads::lostAnswerCostsNothing() {
  f_->web->plan({"POST", {}, 0, {}, {}, -1});
  const QByteArray bytes = sampleBytes(1'200);
  const quint64 id = upload(QStringLiteral("tides.pdf"), bytes);
  pass(5'000);
  expectPosted(id, QStringLiteral("tides.pdf"), bytes);
  QCOMPARE(f_->web->files.size(), 1);
}

void TestUploads::pauseAndResume() {
  const QByteArray bytes = sampleBytes(5'000);
  const quint64 id = upload(QStringLiteral("tides.pdf"), bytes);
  pass(35);
  QVERIFY(transfer(id).done > 0);
  transfers().pause(id);
  const auto sent = f_->web->requests.size();
  pass(60'000);
  QCOMPARE(transfer(id).state, TransferState::Paused);
  QCOMPARE(f_->web->requests.size(), sent);
  transfers().resume(id);
  pass(1'000);
  expectPosted(id, QStringLiteral("tides.pdf"), bytes);
}

void TestUploads::sessionLossHoldsAndGoesOn() {
  const QByteArray bytes = sampleBytes(5'000);
  const quint64 id = upload(QStringLiteral("tides.pdf"), bytes);
  pass(35);
  f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("The wire was cut.")));
  f_->settle();
  QCOMPARE(transfer(id).state, TransferState::Waiting);
  const auto sent = f_->web->requests.size();
  pass(100);
  QCOMPARE(f_->web->requests.size(), sent);
  pass(60'000);
  expectPosted(id, QStringLiteral("tides.pdf"), bytes);
}

void TestUploads::restartGoesOn() {
  const QByteArray bytes = sampleBytes(5'000);
  const quint64 id = upload(QStringLiteral("tides.pdf"), bytes);
  pass(600);  // for the journal; the pieces after the first are cut off below
  QCOMPARE(transfer(id).state, TransferState::Done);
  // Another one, stopped on the way.
  const quint64 second = upload(QStringLiteral("ebb.pdf"), bytes);
  pass(35);
  const QByteArray file = transfer(second).file;
  QVERIFY(!file.isEmpty());
  const qint64 there = f_->web->files[file].content.size();
  QVERIFY(there > 0 && there < bytes.size());
  served_ = f_->web->files;
  const auto kept = f_->transferDisk;
  const auto posts = f_->disk;
  const auto settings = f_->settings;
  f_ = std::make_unique<ClientFixture>(settings, posts, kept, downloads_->path());
  f_->web->files = served_;
  start();
  QCOMPARE(transfer(second).state, TransferState::Running);
  QVERIFY(tides().timeline().rowOfLocal(second) >= 0);
  pass(2'000);
  expectPosted(second, QStringLiteral("ebb.pdf"), bytes);
  QCOMPARE(transfer(second).file, file);
  QCOMPARE(f_->web->requests.value(1), QStringLiteral("PUT bytes %1-%2/5000").arg(there).arg(there + 999));
  QCOMPARE(transfer(id).state, TransferState::Done);
}

// The program ends when the outbox has the post and the journal of transfers does not know it yet.
void TestUploads::restartAfterThePostIsOneMessage() {
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(1'500));
  const QList<Transfer> before = f_->transferDisk->value(f_->ada.bytes());
  f_->server->plan(QStringLiteral("INFO grpchat"), 0);
  pass(100);
  QCOMPARE(f_->disk->posts.value(f_->ada.bytes()).size(), 1);
  (*f_->transferDisk)[f_->ada.bytes()] = before;
  served_ = f_->web->files;
  f_ = std::make_unique<ClientFixture>(f_->settings, f_->disk, f_->transferDisk, downloads_->path());
  f_->web->files = served_;
  start();
  pass(2'000);
  QCOMPARE(f_->rooms.postsReceived, QList<EnvId>{id});
  QVERIFY(f_->web->requests.isEmpty());
  QCOMPARE(tides().timeline().count(), 1);
}

void TestUploads::cancelGivesUp() {
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(5'000));
  pass(35);
  transfers().discard(id);
  pass(1'000);
  QVERIFY(transfers().find(id) == nullptr);
  QVERIFY(f_->web->files.isEmpty());  // given up at the server too
  QCOMPARE(tides().timeline().count(), 0);
  QVERIFY(f_->rooms.postsReceived.isEmpty());
}

void TestUploads::changedOnDisk() {
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(5'000));
  pass(35);
  transfers().pause(id);
  source(QStringLiteral("tides.pdf"), sampleBytes(5'001));
  transfers().resume(id);
  pass(1'000);
  QCOMPARE(transfer(id).state, TransferState::Failed);
  QCOMPARE(transfer(id).failure->text, QStringLiteral("tides.pdf was changed meanwhile. Attach it again."));
}

void TestUploads::leavingTheRoomGivesUp() {
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(5'000));
  pass(35);
  f_->client->unfollow(tides_);
  f_->client->close(tides_);
  pass(1'000);
  QVERIFY(f_->client->room(tides_) == nullptr);
  QVERIFY(transfers().find(id) == nullptr);
  QVERIFY(f_->rooms.postsReceived.isEmpty());
}

void TestUploads::previewGoesWithIt() {
  const QByteArray bytes = sampleBytes(1'500);
  const quint64 id = upload(QStringLiteral("chart.png"), bytes);
  pass(500);
  QCOMPARE(f_->previewWanted, disk_->filePath(QStringLiteral("chart.png")));
  QCOMPARE(transfer(id).state, TransferState::Running);  // the post waits for the picture
  f_->previewMade("png bytes");
  pass(500);
  expectPosted(id, QStringLiteral("chart.png"), bytes);
  QCOMPARE(f_->web->files[transfer(id).file].preview, QByteArray("png bytes"));
}

PARLOUR_TEST(TestUploads)

}  // namespace tst_uploads

#include "tst_uploads.moc"
