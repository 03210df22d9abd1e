// SPDX-License-Identifier: Apache-2.0
#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/files/FileHttp.h"
#include "protocol/xccos/ChatText.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_transferservice {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

namespace {

QByteArray sampleBytes(int size) {
  QByteArray bytes;
  for (int i = 0; bytes.size() < size; ++i) bytes += QByteArray::number(i * 7919) + '\n';
  return bytes.left(size);
}

}  // namespace

class TestTransferService : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
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
  void changedOnDisk();
  void leavingTheRoomGivesUp();
  void previewGoesWithIt();
  void download();
  void cutDownloadGoesOn();
  void downloadGoesOnAfterARestart();
  void changedFileBeginsAgain();
  void damagedDownloadIsNotSaved();
  void namesNeverLeaveTheFolder_data();
  void namesNeverLeaveTheFolder();
  void nothingIsOverwritten();
  void cancelledDownloadLeavesNothing();
  void unencryptedServiceIsRefused();
  void progressHasSpeedAndTime();
  void whyNot();
  void listOfTheRoom();
  void brokenLists_data();
  void brokenLists();

 private:
  void start();
  void answerTokens();
  TransferService& transfers() { return f_->client->transfers(); }
  Room& tides() { return *f_->client->room(tides_); }
  QString source(const QString& name, const QByteArray& bytes);
  quint64 upload(const QString& name, const QByteArray& bytes);
  const Transfer& transfer(quint64 id) { return *transfers().find(id); }
  void expectPosted(quint64 id, const QString& name, const QByteArray& bytes);
  QByteArray saved(quint64 id);
  void pass(qint64 ms) {
    f_->settle();  // what goes to the chat server takes no time
    f_->advanceMs(ms);
  }
  QStringList downloads() { return QDir(downloads_->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

  const RoomUri tides_ = testRoom("tides");
  std::unique_ptr<QTemporaryDir> disk_;
  std::unique_ptr<QTemporaryDir> downloads_;
  std::unique_ptr<ClientFixture> f_;
  QHash<QByteArray, FakeFileWeb::File> served_;
  QString serverUri_;
  int tokensGiven_ = 0;
  Xccos::ReplyHeader refuseToken_;
};

void TestTransferService::init() {
  disk_ = std::make_unique<QTemporaryDir>();
  downloads_ = std::make_unique<QTemporaryDir>();
  serverUri_ = QStringLiteral("https://web.orchard.example/PersistentChat/MGCWebService.asmx");
  tokensGiven_ = 0;
  refuseToken_ = {};
  f_ = std::make_unique<ClientFixture>(std::make_shared<QVariantMap>(), std::make_shared<MemoryPostJournal::Disk>(),
                                       std::make_shared<MemoryTransferJournal::Disk>(), downloads_->path());
  start();
}

void TestTransferService::start() {
  f_->server->chatSupports = "timer, parlour-files";
  f_->rooms.add(tides_, QStringLiteral("Tide tables"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
  answerTokens();
  f_->signIn();
}

void TestTransferService::answerTokens() {
  f_->rooms.answerFirst = [this](const Xccos::Command& command,
                                 const Xccos::ReplyHeader& header) -> std::optional<Xccos::Reply> {
    const bool asked = std::holds_alternative<Xccos::GetUploadToken>(command) ||
                       std::holds_alternative<Xccos::GetDownloadToken>(command);
    if (!asked) return std::nullopt;
    Xccos::FileTokenReply reply;
    reply.header = header;
    if (refuseToken_.code != 0 && refuseToken_.code != 200) {
      reply.header.code = refuseToken_.code;
      reply.header.text = refuseToken_.text;
      return reply;
    }
    reply.grant = {"token-" + QByteArray::number(++tokensGiven_), serverUri_};
    f_->web->tokens.insert(reply.grant.token);
    return reply;
  };
}

QString TestTransferService::source(const QString& name, const QByteArray& bytes) {
  const QString path = disk_->filePath(name);
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return {};
  file.write(bytes);
  return path;
}

quint64 TestTransferService::upload(const QString& name, const QByteArray& bytes) {
  const auto begun = transfers().upload(tides(), source(name, bytes));
  f_->settle();
  return begun ? *begun : 0;
}

void TestTransferService::expectPosted(quint64 id, const QString& name, const QByteArray& bytes) {
  QCOMPARE(transfer(id).state, TransferState::Done);
  const FakeFileWeb::File file = f_->web->files.value(transfer(id).file);
  QVERIFY(file.complete);
  QCOMPARE(file.content, bytes);
  const auto& timeline = tides().timeline();
  const Message& last = timeline.at(timeline.count() - 1);
  QCOMPARE(last.state, MessageState::Stored);
  QCOMPARE(last.text, Xccos::makeFileLink(tides_, transfer(id).file, name, bytes.size()));
}

QByteArray TestTransferService::saved(quint64 id) {
  QFile file(transfer(id).path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestTransferService::uploadInPieces() {
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

void TestTransferService::uploadOfAnEmptyFile() {
  const quint64 id = upload(QStringLiteral("empty.txt"), {});
  pass(1'000);
  QVERIFY(f_->web->requests.contains(QStringLiteral("PUT bytes */0")));
  expectPosted(id, QStringLiteral("empty.txt"), {});
}

void TestTransferService::theRowStandsInTheTimeline() {
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

void TestTransferService::atMostTwoRun() {
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

void TestTransferService::cutUploadGoesOn_data() {
  QTest::addColumn<int>("arrived");
  QTest::newRow("nothing of the piece arrived") << 0;
  QTest::newRow("a part of it is kept") << 321;
  QTest::newRow("only the answer was lost") << 1'000;
}

void TestTransferService::cutUploadGoesOn() {
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

void TestTransferService::lostAnswerCostsNothing() {
  f_->web->plan({"POST", {}, 0, {}, {}, -1});
  const QByteArray bytes = sampleBytes(1'200);
  const quint64 id = upload(QStringLiteral("tides.pdf"), bytes);
  pass(5'000);
  expectPosted(id, QStringLiteral("tides.pdf"), bytes);
  QCOMPARE(f_->web->files.size(), 1);
}

void TestTransferService::pauseAndResume() {
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

void TestTransferService::sessionLossHoldsAndGoesOn() {
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

void TestTransferService::restartGoesOn() {
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
void TestTransferService::restartAfterThePostIsOneMessage() {
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

void TestTransferService::cancelGivesUp() {
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(5'000));
  pass(35);
  transfers().discard(id);
  pass(1'000);
  QVERIFY(transfers().find(id) == nullptr);
  QVERIFY(f_->web->files.isEmpty());  // given up at the server too
  QCOMPARE(tides().timeline().count(), 0);
  QVERIFY(f_->rooms.postsReceived.isEmpty());
}

void TestTransferService::refusals_data() {
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

void TestTransferService::refusals() {
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

void TestTransferService::refusedToken_data() {
  QTest::addColumn<int>("code");
  QTest::addColumn<int>("kind");
  QTest::newRow("not allowed") << 403 << static_cast<int>(TransferFailure::Refused);
  QTest::newRow("no such room") << 404 << static_cast<int>(TransferFailure::Refused);
}

void TestTransferService::refusedToken() {
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

void TestTransferService::expiredTokenIsRenewed() {
  const QByteArray bytes = sampleBytes(3'000);
  f_->web->plan({"PUT", {}, 401, "expired", {}, -1});
  const quint64 id = upload(QStringLiteral("tides.pdf"), bytes);
  pass(1'000);
  expectPosted(id, QStringLiteral("tides.pdf"), bytes);
  QCOMPARE(tokensGiven_, 2);
  QCOMPARE(f_->web->files.size(), 1);
}

void TestTransferService::busyServerIsWaitedFor() {
  const QByteArray bytes = sampleBytes(1'000);
  f_->web->plan({"POST", {}, 503, "busy", {}, -1});
  f_->web->plan({"PUT", {}, 503, "scan-failed", {}, -1});
  const quint64 id = upload(QStringLiteral("tides.pdf"), bytes);
  pass(100);
  QCOMPARE(transfer(id).state, TransferState::Waiting);
  pass(10'000);
  expectPosted(id, QStringLiteral("tides.pdf"), bytes);
}

void TestTransferService::givesUpInTheEnd() {
  for (int i = 0; i < 20; ++i) f_->web->plan({"POST", {}, 0, {}, {}, -1});
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(100));
  pass(10 * 60'000);
  QCOMPARE(transfer(id).state, TransferState::Failed);
  QCOMPARE(transfer(id).failure->text,
           QStringLiteral("The connection to the file service broke off. Retry to go on where it was."));
  QCOMPARE(f_->web->requests.size(), 9);
}

void TestTransferService::tooLargeIsKnownTheNextTime() {
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

void TestTransferService::badSources_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("words");
  QTest::newRow("absent") << QStringLiteral("nothing.txt") << QStringLiteral("nothing.txt is no file.");
  QTest::newRow("folder") << QStringLiteral("folder")
                          << QStringLiteral("folder is a folder. Put it into an archive and attach that.");
}

void TestTransferService::badSources() {
  QFETCH(QString, name);
  QVERIFY(QDir(disk_->path()).mkdir(QStringLiteral("folder")));
  const auto refused = transfers().upload(tides(), disk_->filePath(name));
  QVERIFY(!refused);
  QTEST(refused.error().text, "words");
  QCOMPARE(tides().timeline().count(), 0);
}

void TestTransferService::changedOnDisk() {
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(5'000));
  pass(35);
  transfers().pause(id);
  source(QStringLiteral("tides.pdf"), sampleBytes(5'001));
  transfers().resume(id);
  pass(1'000);
  QCOMPARE(transfer(id).state, TransferState::Failed);
  QCOMPARE(transfer(id).failure->text, QStringLiteral("tides.pdf was changed meanwhile. Attach it again."));
}

void TestTransferService::leavingTheRoomGivesUp() {
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(5'000));
  pass(35);
  f_->client->unfollow(tides_);
  f_->client->close(tides_);
  pass(1'000);
  QVERIFY(f_->client->room(tides_) == nullptr);
  QVERIFY(transfers().find(id) == nullptr);
  QVERIFY(f_->rooms.postsReceived.isEmpty());
}

void TestTransferService::previewGoesWithIt() {
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

void TestTransferService::download() {
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

void TestTransferService::cutDownloadGoesOn() {
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

void TestTransferService::downloadGoesOnAfterARestart() {
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

void TestTransferService::changedFileBeginsAgain() {
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

void TestTransferService::damagedDownloadIsNotSaved() {
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

void TestTransferService::namesNeverLeaveTheFolder_data() {
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

void TestTransferService::namesNeverLeaveTheFolder() {
  QFETCH(QString, name);
  const QByteArray file = f_->web->add(QStringLiteral("x.bin"), "bytes");
  const quint64 id = transfers().download(tides_, file, name);
  pass(1'000);
  QCOMPARE(transfer(id).state, TransferState::Done);
  QFETCH(QString, saved);
  QCOMPARE(downloads(), QStringList{saved});
}

void TestTransferService::nothingIsOverwritten() {
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

void TestTransferService::cancelledDownloadLeavesNothing() {
  const QByteArray file = f_->web->add(QStringLiteral("tides.pdf"), sampleBytes(9'000));
  const quint64 id = transfers().download(tides_, file, QStringLiteral("tides.pdf"));
  pass(50);
  QCOMPARE(downloads().size(), 1);
  transfers().discard(id);
  pass(1'000);
  QVERIFY(downloads().isEmpty());
  QVERIFY(f_->web->isIdle());
}

// The session of the fixture is encrypted.
void TestTransferService::unencryptedServiceIsRefused() {
  serverUri_ = QStringLiteral("http://web.orchard.example/PersistentChat/MGCWebService.asmx");
  const quint64 id = upload(QStringLiteral("tides.pdf"), sampleBytes(100));
  pass(1'000);
  QCOMPARE(transfer(id).state, TransferState::Failed);
  QCOMPARE(transfer(id).kind, TransferFailure::Refused);
  QVERIFY(f_->web->requests.isEmpty());
}

void TestTransferService::progressHasSpeedAndTime() {
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

void TestTransferService::whyNot() {
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

void TestTransferService::listOfTheRoom() {
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

void TestTransferService::brokenLists_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<bool>("ok");
  QTest::newRow("no json") << QByteArray("<html>") << false;
  QTest::newRow("nothing") << QByteArray() << false;
  QTest::newRow("another shape") << QByteArray(R"({"files": {"a": 1}, "more": true})") << true;
  QTest::newRow("numbers as words") << QByteArray(R"({"files": [{"number": "x", "size": {}}]})") << true;
}

void TestTransferService::brokenLists() {
  QFETCH(QByteArray, text);
  f_->web->list = text;
  auto asked = transfers().roomFiles().list(tides_, 0);
  pass(100);
  const auto page = f_->settled(asked);
  QTEST(page.ok(), "ok");
  if (page) QVERIFY(page->files.isEmpty() && !page->more);
}

PARLOUR_TEST(TestTransferService)

}  // namespace tst_transferservice

#include "tst_transferservice.moc"
