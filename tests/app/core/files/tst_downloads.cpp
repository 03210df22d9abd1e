// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "protocol/xccos/ChatText.h"
#include "tests/app/core/files/TransferFixture.h"
#include "tests/program/TestProgram.h"

namespace tst_downloads {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

class TestDownloads : public TransferFixture {
  Q_OBJECT

 private Q_SLOTS:
  void init() { begin(); }
  void download();
  void cutDownloadGoesOn();
  void downloadGoesOnAfterARestart();
  void changedFileBeginsAgain();
  void damagedDownloadIsNotSaved();
  void namesNeverLeaveTheFolder_data();
  void namesNeverLeaveTheFolder();
  void nothingIsOverwritten();
  void cancelledDownloadLeavesNothing();
  void progressHasSpeedAndTime();
  void listOfTheRoom();
  void brokenLists_data();
  void brokenLists();
};

void TestDownloads::download() {
  const QByteArray bytes = sampleBytes(4'321);
  const QByteArray file = f_->web->add(QStringLiteral("tides.pdf"), bytes);
  const quint64 id = transfers().download(tides_, file, QStringLiteral("tides.pdf"));
  pass(1'000);
  QCOMPARE(transfer(id).state, TransferState::Done);
  QCOMPARE(transfer(id).path, downloads_->filePath(QStringLiteral("tides.pdf")));
  QCOMPARE(saved(id), bytes);
  QCOMPARE(downloads(), QStringList{QStringLiteral("tides.pdf")});
  QCOMPARE(f_->last<Xccos::GetDownloadToken>()->file.fileName, QStringLiteral("tides.pdf"));
  // Once is enough.
  QCOMPARE(transfers().download(tides_, file, QStringLiteral("tides.pdf")), id);
}

void TestDownloads::cutDownloadGoesOn() {
  const QByteArray bytes = sampleBytes(9'000);
  const QByteArray file = f_->web->add(QStringLiteral("tides.pdf"), bytes);
  f_->web->plan({"GET", {}, 0, {}, {}, 2'500});
  f_->web->plan({"GET", {}, 0, {}, {}, 0});
  f_->web->plan({"GET", {}, 0, {}, {}, 1'500});
  const quint64 id = transfers().download(tides_, file, QStringLiteral("tides.pdf"));
  pass(30'000);
  QCOMPARE(transfer(id).state, TransferState::Done);
  QCOMPARE(saved(id), bytes);
  QCOMPARE(f_->web->requests, (QStringList{QStringLiteral("GET"), QStringLiteral("GET bytes=2500-"),
                                           QStringLiteral("GET bytes=2500-"), QStringLiteral("GET bytes=4000-")}));
}

void TestDownloads::downloadGoesOnAfterARestart() {
  const QByteArray bytes = sampleBytes(9'000);
  const QByteArray file = f_->web->add(QStringLiteral("tides.pdf"), bytes);
  const quint64 id = transfers().download(tides_, file, QStringLiteral("tides.pdf"));
  pass(50);
  transfers().pause(id);
  const qint64 done = transfer(id).done;
  QVERIFY(done > 0 && done < bytes.size());
  QCOMPARE(downloads(), QStringList{QStringLiteral("tides.pdf.part")});
  pass(1'000);
  served_ = f_->web->files;
  f_ = std::make_unique<ClientFixture>(f_->settings, f_->disk, f_->transferDisk, downloads_->path());
  f_->web->files = served_;
  start();
  QCOMPARE(transfer(id).state, TransferState::Paused);
  transfers().resume(id);
  pass(1'000);
  QCOMPARE(f_->web->requests, QStringList{QStringLiteral("GET bytes=%1-").arg(done)});
  QCOMPARE(saved(id), bytes);
}

void TestDownloads::changedFileBeginsAgain() {
  const QByteArray file = f_->web->add(QStringLiteral("tides.pdf"), sampleBytes(9'000));
  f_->web->plan({"GET", {}, 0, {}, {}, 2'500});
  const quint64 id = transfers().download(tides_, file, QStringLiteral("tides.pdf"));
  pass(60);
  const QByteArray other = "something else entirely";
  f_->web->files[file].content = other;
  pass(30'000);
  QCOMPARE(transfer(id).state, TransferState::Done);
  QCOMPARE(saved(id), other);
}

void TestDownloads::damagedDownloadIsNotSaved() {
  const QByteArray file = f_->web->add(QStringLiteral("tides.pdf"), sampleBytes(2'000));
  f_->web->wrongHash = true;
  const quint64 id = transfers().download(tides_, file, QStringLiteral("tides.pdf"));
  pass(1'000);
  QCOMPARE(transfer(id).state, TransferState::Failed);
  QCOMPARE(transfer(id).failure->text, QStringLiteral("The file arrived damaged. Retry to fetch it again."));
  QVERIFY(!QFile::exists(downloads_->filePath(QStringLiteral("tides.pdf"))));
  f_->web->wrongHash = false;
  transfers().retry(id);
  pass(1'000);
  QCOMPARE(saved(id), sampleBytes(2'000));
}

void TestDownloads::namesNeverLeaveTheFolder_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("saved");
  const auto row = [](const char* name, const char* kept) {
    QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(kept);
  };
  row("../../etc/passwd", "passwd");
  row("/root/.bashrc", "bashrc");
  row("C:\\Windows\\system.ini", "system.ini");
  row("..", "file");
  row(".hidden", "hidden");
  row("con.txt", "_con.txt");
  row("gnp.exe\u202etxt", "gnp.exetxt");
  row("a\nb.txt", "ab.txt");
}

void TestDownloads::namesNeverLeaveTheFolder() {
  QFETCH(QString, name);
  const QByteArray file = f_->web->add(QStringLiteral("x.bin"), "bytes");
  const quint64 id = transfers().download(tides_, file, name);
  pass(1'000);
  QCOMPARE(transfer(id).state, TransferState::Done);
  QFETCH(QString, saved);
  QCOMPARE(downloads(), QStringList{saved});
}

void TestDownloads::nothingIsOverwritten() {
  const auto write = [this](const QString& name) {
    QFile file(downloads_->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write("mine") == 4;
  };
  QVERIFY(write(QStringLiteral("tides.pdf")));
  const QByteArray file = f_->web->add(QStringLiteral("tides.pdf"), sampleBytes(3'000));
  const quint64 id = transfers().download(tides_, file, QStringLiteral("tides.pdf"));
  pass(25);
  QVERIFY(write(QStringLiteral("tides (2).pdf")));  // somebody takes the name meanwhile
  pass(1'000);
  QCOMPARE(transfer(id).path, downloads_->filePath(QStringLiteral("tides (2) (2).pdf")));
  for (const char* name : {"tides.pdf", "tides (2).pdf"}) {
    QFile mine(downloads_->filePath(QString::fromLatin1(name)));
    QVERIFY(mine.open(QIODevice::ReadOnly));
    QCOMPARE(mine.readAll(), QByteArray("mine"));
  }
}

void TestDownloads::cancelledDownloadLeavesNothing() {
  const QByteArray file = f_->web->add(QStringLiteral("tides.pdf"), sampleBytes(9'000));
  const quint64 id = transfers().download(tides_, file, QStringLiteral("tides.pdf"));
  pass(50);
  QCOMPARE(downloads().size(), 1);
  transfers().discard(id);
  pass(1'000);
  QVERIFY(downloads().isEmpty());
  QVERIFY(f_->web->isIdle());
}

void TestDownloads::progressHasSpeedAndTime() {
  const QByteArray file = f_->web->add(QStringLiteral("tides.pdf"), sampleBytes(200'000));
  const quint64 id = transfers().download(tides_, file, QStringLiteral("tides.pdf"));
  f_->settle();
  QSignalSpy changes(&transfers(), &TransferService::changed);
  pass(800);  // 1,000 bytes each 10 ms
  QVERIFY2(std::abs(transfer(id).bytesPerSecond - 100'000) < 3'000,
           qPrintable(QString::number(transfer(id).bytesPerSecond)));
  QCOMPARE(transfer(id).secondsLeft, 2);  // of 101 KB
  QVERIFY(changes.size() <= 12);
  pass(5'000);
  QCOMPARE(transfer(id).state, TransferState::Done);
  QCOMPARE(transfer(id).secondsLeft, -1);
}

void TestDownloads::listOfTheRoom() {
  f_->web->list = R"({"files": [
    {"number": 17, "file": "77aa66bb-55cc-44dd-93ee-22ff11001234.pdf", "name": "tides.pdf", "size": 15728640,
     "user": "sip:bo@orchard.example", "userName": "Bo Medlar", "time": "2031-03-04T08:30:02.4100000Z",
     "preview": true, "state": "complete"},
    {"number": 16, "file": "../../etc/passwd", "name": "bad", "size": 1},
    {"number": 15, "file": "77aa66bb-55cc-44dd-93ee-22ff11001235.exe", "name": "../run.exe", "size": 5,
     "user": "sip:cy@orchard.example", "time": "2031-03-04T08:30:02Z", "state": "quarantined"}], "more": true})";
  auto asked = transfers().roomFiles().list(tides_, 0);
  pass(100);
  const auto page = f_->settled(asked);
  QVERIFY(page.ok());
  QVERIFY(page->more);
  QCOMPARE(page->files.size(), 2);
  QCOMPARE(page->files[0].user, QStringLiteral("Bo Medlar"));
  QCOMPARE(page->files[0].size, 15728640);
  QVERIFY(page->files[0].preview);
  QCOMPARE(page->files[1].name, QStringLiteral("run.exe"));
  QVERIFY(page->files[1].quarantined);
  auto next = transfers().roomFiles().list(tides_, 15);
  pass(100);
  QVERIFY(f_->settled(next).ok());
  QCOMPARE(tokensGiven_, 1);  // one for all reading
}

void TestDownloads::brokenLists_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<bool>("ok");
  QTest::newRow("no json") << QByteArray("<html>") << false;
  QTest::newRow("nothing") << QByteArray() << false;
  QTest::newRow("another shape") << QByteArray(R"({"files": {"a": 1}, "more": true})") << true;
  QTest::newRow("numbers as words") << QByteArray(R"({"files": [{"number": "x", "size": {}}]})") << true;
}

void TestDownloads::brokenLists() {
  QFETCH(QByteArray, text);
  f_->web->list = text;
  auto asked = transfers().roomFiles().list(tides_, 0);
  pass(100);
  const auto page = f_->settled(asked);
  QTEST(page.ok(), "ok");
  if (page) QVERIFY(page->files.isEmpty() && !page->more);
}

PARLOUR_TEST(TestDownloads)

}  // namespace tst_downloads

#include "tst_downloads.moc"
