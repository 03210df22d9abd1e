// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/xccos/ChatText.h"
#include "server-sim/compliance/FilePins.h"
#include "server-sim/files/DownloadService.h"
#include "server-sim/files/FileKeeper.h"
#include "server-sim/files/UploadService.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/store/TempStore.h"

namespace tst_filekeeper {

using namespace Parlour;
using namespace Parlour::Server;

namespace {

constexpr qint64 kHourMs = 3'600'000;

QByteArray hashOf(const QByteArray& bytes) {
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

}  // namespace

struct Pins final : FilePins {
  bool isPinned(const QByteArray& path) const override { return pinned == path; }
  QByteArray pinned;
};

// Uploads, downloads and the collector over the real store, on a clock of the test's and without the web.
class TestFileKeeper : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> data_;
  std::unique_ptr<TestClock> clock_;
  std::unique_ptr<SqliteStore> store_;
  std::unique_ptr<ContentStore> contents_;
  std::unique_ptr<LoopWaiter> waiter_;
  std::unique_ptr<FileDatabase> database_;
  std::unique_ptr<TokenBook> tokens_;
  std::unique_ptr<ScanHook> scan_;
  std::unique_ptr<FileCounters> counters_;
  std::unique_ptr<FileContext> context_;
  std::unique_ptr<UploadService> uploads_;
  std::unique_ptr<DownloadService> downloads_;
  std::unique_ptr<FileKeeper> keeper_;
  Pins pins_;
  Snapshot snapshot_;
  EventPtr event_;
  EnvId lastPost_ = 100;

  RoomId room(const char* name) const { return roomIn(snapshot_, QString::fromLatin1(name)); }
  PrincipalId ada() const { return principalIn(snapshot_, "ada"); }
  RoomUri uriOf(RoomId id) const {
    for (const Room& each : snapshot_.rooms) {
      if (each.id == id) return each.uri;
    }
    return {};
  }

  TokenRecord newToken(RoomId id, bool upload) {
    TokenRecord token;
    token.digest = TokenBook::digestOf(QByteArray::number(++lastPost_));
    token.user = ada();
    token.room = id;
    token.roomKey = uriOf(id).key();
    token.upload = upload;
    token.expiresOn = tokens_->newExpiry();
    const FileStatus added = database_->write([token](Sqlite::Database& database) -> FileStatus {
      const Status done = FileRecords::addToken(database, token);
      return done ? FileStatus(FileDone{}) : FileDatabase::failed(done.error());
    });
    return added ? token : TokenRecord();
  }
  TokenRecord admitted(const TokenRecord& token) {
    // The book knows tokens by their text; here the hash of a number is the token's digest.
    return *tokens_->admit(QByteArray::number(lastPost_), token.upload, {}, true);
  }
  // Begins an upload and gives it so many of its bytes.
  QByteArray begin(RoomId id, const QByteArray& bytes, qsizetype given) {
    const TokenRecord token = newToken(id, true);
    const auto begun = uploads_->begin(token, QStringLiteral("a.txt"), bytes.size(), hashOf(bytes));
    if (!begun) return {};
    const TokenRecord bound = admitted(token);
    const auto put =
        uploads_->append(bound, begun->file, {{{0, given - 1}, bytes.size()}, {}, true},
                         [&](const auto& take) { return take(bytes.constData(), static_cast<size_t>(given)); });
    return put ? begun->file : QByteArray();
  }
  QByteArray upload(RoomId id, const QByteArray& bytes) { return begin(id, bytes, bytes.size()); }
  bool isReadable(RoomId id, const QByteArray& file) {
    return static_cast<bool>(downloads_->open(newToken(id, false), file));
  }
  bool hasContent(const QByteArray& bytes) const { return QFile::exists(contents_->contentPath(hashOf(bytes))); }

  ChatId post(RoomId id, const QByteArray& file, bool keep = true) {
    NewPost post;
    post.room = id;
    post.author = ada();
    post.epid = "e";
    post.envId = ++lastPost_;
    post.keep = keep;
    post.chat = Xccos::makeFileLink(uriOf(id), file, QStringLiteral("a.txt"), 4).toUtf8();
    const auto receipt = waiter_->wait<ChatId>([&](const auto& done) {
      store_->appendPost(post, [done](const Result<PostReceipt>& stored) { done(stored ? stored->chatId : 0); });
    });
    return receipt.value_or(0);
  }
  void change(const ChangeSet& set) {
    const auto done = waiter_->wait<bool>([&](const auto& answer) {
      store_->applyChanges(set, [answer](const Result<ChangeReceipt>& written) { answer(written.ok()); });
    });
    QVERIFY(done.value_or(false));
  }
  void erase(RoomId id, ChatId message) {
    ChangeSet set;
    set.messageRemovals = {{id, {message}, std::nullopt}};
    change(set);
  }
  QByteArray number(const QByteArray& sql) {
    auto value = database_->read([&](Sqlite::Database& database) { return database.value(sql); });
    return value ? *value : QByteArray("?");
  }

 private Q_SLOTS:
  void init() {
    data_ = std::make_unique<QTemporaryDir>();
    clock_ = std::make_unique<TestClock>();
    auto store = SqliteStore::open(data_->path(), *clock_, [](std::function<void()> closure) { closure(); });
    QVERIFY(store);
    store_ = std::move(*store);
    QVERIFY(store_->importOrganisation(smallOrganisation(), *clock_));
    snapshot_ = *store_->load();
    contents_ = std::move(*ContentStore::open(data_->path()));
    waiter_ = std::make_unique<LoopWaiter>(20'000);
    auto reading = Sqlite::Database::open(data_->filePath(QStringLiteral("chat.db")), {Sqlite::Access::ReadOnly});
    QVERIFY(reading);
    database_ = std::make_unique<FileDatabase>(
        [this](FileDatabase::Work work, std::function<void(const Status&)> done) {
          store_->write(std::move(work), std::move(done));
        },
        std::move(*reading), *waiter_);
    tokens_ = std::make_unique<TokenBook>(*database_, *clock_, kHourMs / 2);
    scan_ = std::make_unique<ScanHook>(QString(), 1);
    counters_ = std::make_unique<FileCounters>();
    context_ = std::unique_ptr<FileContext>(
        new FileContext{FileSettings(), *clock_, *contents_, *database_, *tokens_, *scan_, *counters_,
                        [this](const TokenRecord&) { return FileOutcome<EventPtr>(event_); }});
    uploads_ = std::make_unique<UploadService>(*context_);
    downloads_ = std::make_unique<DownloadService>(*context_);
    keeper_ = std::make_unique<FileKeeper>(*context_, *uploads_);
    keeper_->setPins(&pins_);
    pins_.pinned.clear();
    event_.reset();
  }
  void cleanup() {
    keeper_.reset();
    store_.reset();
  }

  void unfinishedUploadsEnd() {
    const QByteArray old = begin(room("tides"), "tide", 2);
    clock_->advanceMs(23 * kHourMs);
    const QByteArray young = begin(room("tides"), "moon", 2);
    clock_->advanceMs(2 * kHourMs);
    keeper_->collect();
    QVERIFY(!QFile::exists(contents_->uploadPath(old)));
    QVERIFY(QFile::exists(contents_->uploadPath(young)));
    QCOMPARE(number("SELECT count(*) FROM files"), QByteArray("1"));
    QCOMPARE(number("SELECT count(*) FROM file_tokens"), QByteArray("0"));
  }

  void filesThatNobodyPostedGo() {
    const QByteArray posted = upload(room("tides"), "tide");
    const QByteArray forgotten = upload(room("tides"), "moon");
    const QByteArray fleeting = upload(room("deck"), "star");
    QVERIFY(post(room("tides"), posted) > 0);
    QVERIFY(post(room("deck"), fleeting, false) > 0);
    keeper_->collect();
    QVERIFY(isReadable(room("tides"), forgotten));
    clock_->advanceMs(25 * kHourMs);
    keeper_->collect();
    QVERIFY(isReadable(room("tides"), posted));
    QVERIFY(!isReadable(room("tides"), forgotten));
    // Where no message is kept, none names it for longer.
    QVERIFY(!isReadable(room("deck"), fleeting));
    QVERIFY(hasContent("tide") && !hasContent("moon") && !hasContent("star"));
    QCOMPARE(counters_->files.value(), 1);
  }

  void erasedMessagesTakeTheirFiles() {
    const QByteArray file = upload(room("tides"), "tide");
    const ChatId message = post(room("tides"), file);
    keeper_->sweep();
    QVERIFY(isReadable(room("tides"), file));
    erase(room("tides"), message);
    keeper_->sweep();
    QVERIFY(!isReadable(room("tides"), file));
    QVERIFY(hasContent("tide"));
    keeper_->collect();
    QVERIFY(!hasContent("tide"));
    QCOMPARE(number("SELECT count(*) FROM files"), QByteArray("0"));
    QCOMPARE(number("SELECT count(*) FROM file_sweeps"), QByteArray("0"));
  }

  // A message of another room names a file in vain.
  void foreignMessagesKeepNothing() {
    const QByteArray file = upload(room("tides"), "tide");
    const ChatId message = post(room("tides"), file);
    QVERIFY(post(room("deck"), file) > 0);
    erase(room("tides"), message);
    keeper_->sweep();
    QVERIFY(!isReadable(room("tides"), file));
  }

  void pinnedContentsStay() {
    const QByteArray file = upload(room("tides"), "tide");
    erase(room("tides"), post(room("tides"), file));
    pins_.pinned = ContentStore::relativePath(hashOf("tide"));
    keeper_->collect();
    QVERIFY(!isReadable(room("tides"), file));
    QVERIFY(hasContent("tide"));
    pins_.pinned.clear();
    keeper_->collect();
    QVERIFY(!hasContent("tide"));
  }

  void sharedContentsStay() {
    const QByteArray one = upload(room("tides"), "tide");
    const QByteArray two = upload(room("deck"), "tide");
    erase(room("tides"), post(room("tides"), one));
    keeper_->collect();
    QVERIFY(!isReadable(room("tides"), one));
    QVERIFY(isReadable(room("deck"), two));
    QVERIFY(hasContent("tide"));
  }

  void roomsTakeTheirFiles() {
    const QByteArray file = upload(room("tides"), "tide");
    ChangeSet set;
    set.removedRooms = {room("tides")};
    change(set);
    QVERIFY(!isReadable(room("tides"), file));
    keeper_->collect();
    QVERIFY(!hasContent("tide"));
  }

  // What a crash between disk and database leaves behind.
  void straysGo() {
    const QByteArray stray = QByteArray(64, 'a');
    QVERIFY(QDir().mkpath(data_->filePath(QStringLiteral("files/aa"))));
    const QByteArray part = "77aa66bb-55cc-44dd-93ee-22ff11001234.txt";
    for (const QString& path : {contents_->contentPath(stray), contents_->uploadPath(part)}) {
      QFile file(path);
      QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const QByteArray kept = upload(room("tides"), "tide");
    QCOMPARE(keeper_->collect().contents, 1);
    QVERIFY(!QFile::exists(contents_->contentPath(stray)));
    QVERIFY(!QFile::exists(contents_->uploadPath(part)));
    QVERIFY(isReadable(room("tides"), kept));
  }

  // What compliance is to know is in the database together with the row, once for each transfer.
  void transfersAreRecorded() {
    const auto kindOf = [](ComplianceKind kind) {
      auto event = std::make_shared<ComplianceEvent>();
      event->kind = kind;
      event->user.uri = "sip:ada@orchard.example";
      return event;
    };
    event_ = kindOf(ComplianceKind::Upload);
    QVERIFY(!begin(room("tides"), "tide", 2).isEmpty());
    QCOMPARE(number("SELECT count(*) FROM compliance_queue"), QByteArray("0"));
    const QByteArray file = upload(room("tides"), "moon");
    QCOMPARE(number("SELECT count(*) FROM compliance_queue WHERE kind = 4"), QByteArray("1"));
    QCOMPARE(number("SELECT content FROM compliance_queue"), file);
    const QJsonObject facts = QJsonDocument::fromJson(number("SELECT extension FROM compliance_queue")).object();
    QCOMPARE(facts.value(QStringLiteral("path")).toString().toLatin1(), ContentStore::relativePath(hashOf("moon")));
    QCOMPARE(facts.value(QStringLiteral("name")).toString(), QStringLiteral("a.txt"));
    QCOMPARE(facts.value(QStringLiteral("size")).toInteger(), 4);
    event_ = kindOf(ComplianceKind::Download);
    const TokenRecord token = newToken(room("tides"), false);
    for (int i = 0; i < 3; ++i) QVERIFY(downloads_->open(token, file));
    QCOMPARE(number("SELECT count(*) FROM compliance_queue WHERE kind = 3"), QByteArray("1"));
  }

  void tooManyTransfersOfOneUser() {
    int begun = 0;
    while (begun <= UploadService::kOpenPerUser && !begin(room("tides"), "tide", 1).isEmpty()) ++begun;
    QCOMPARE(begun, UploadService::kOpenPerUser);
    const auto refused = uploads_->begin(newToken(room("tides"), true), QStringLiteral("a.txt"), 4, {});
    QVERIFY(!refused);
    QCOMPARE(refused.failure().error, Files::FileError::Busy);
  }
};

PARLOUR_TEST(TestFileKeeper)

}  // namespace tst_filekeeper

#include "tst_filekeeper.moc"
