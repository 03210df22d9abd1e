// SPDX-License-Identifier: Apache-2.0
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/transfer/Export.h"
#include "server-sim/transfer/Import.h"
#include "server-sim/transfer/TransferFile.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/transfer/FilledStore.h"

namespace Parlour::Server::tst_transfer {

// Stores that are exported and imported again.
class TestTransfer final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    filled_ = std::make_unique<FilledStore>(path("old"));
    QVERIFY(filled_->isOpen());
  }
  void cleanup() {
    filled_.reset();
    directory_.reset();
  }

  void everythingComesBack_data() {
    QTest::addColumn<bool>("packed");
    QTest::newRow("packed") << true;
    QTest::newRow("plain") << false;
  }

  void everythingComesBack() {
    QFETCH(bool, packed);
    ExportOptions options;
    options.packed = packed;
    QVERIFY(exported(options));
    const TransferReport report = mustImport();
    filled_->close();
    const QStringList old = storeLines(path("old"));
    QVERIFY(old.size() > 60);
    QCOMPARE(storeLines(path("new")), old);
    QCOMPARE(report.countOf(TransferOutcome::Refused), 0);
    QCOMPARE(report.countOf(QStringLiteral("message"), TransferOutcome::Added), 7);
    QCOMPARE(report.countOf(QStringLiteral("room"), TransferOutcome::Added), 3);
    QVERIFY(storeSetting(path("new"), "database_version") != storeSetting(path("old"), "database_version"));
  }

  void importedStoreGoesOn() {
    QVERIFY(exported({}));
    mustImport();
    filled_->close();
    TestClock clock;
    TestLoop loop;
    auto opened = openStore(path("new"), clock, loop);
    QVERIFY(opened);
    const RoomId quay = roomIn(*(*opened)->load(), QStringLiteral("quay"));
    NewPost post;
    post.room = quay;
    post.author = principalIn(*(*opened)->load(), "sip:ada@");
    post.chat = "next";
    Answer<PostReceipt> posted(loop);
    (*opened)->appendPost(post, posted.callback());
    QCOMPARE(posted.wait()->chatId, ChatId(5));
    HistoryQuery query;
    query.room = quay;
    query.text = QStringLiteral("herring");
    Answer<HistoryPage> found(loop);
    (*opened)->history(query, found.callback());
    QCOMPARE(found.wait()->messages.size(), size_t(1));
    opened->reset();
    auto database = Sqlite::Database::open(path("new") + QStringLiteral("/chat.db"));
    QVERIFY(database->execute("INSERT INTO message_search (message_search, rank) VALUES ('integrity-check', 1)"));
    QCOMPARE(database->value("PRAGMA foreign_key_check").error().code, ErrorCode::NotFound);
  }

  void secondImportChangesNothing() {
    QVERIFY(exported({}));
    mustImport();
    const QByteArray version = storeSetting(path("new"), "database_version");
    const QStringList lines = storeLines(path("new"));
    const TransferReport again = mustImport();
    QVERIFY2(!again.changesAnything(), qPrintable(again.toText()));
    QCOMPARE(again.countOf(TransferOutcome::Refused), 0);
    QCOMPARE(storeLines(path("new")), lines);
    QCOMPARE(storeSetting(path("new"), "database_version"), version);
  }

  void dryRunTellsAndChangesNothing() {
    QVERIFY(exported({}));
    const auto tried = importDataDirectory(path("new"), file(), {true});
    QVERIFY2(tried.ok(), tried ? "" : qPrintable(tried.error().text + tried.error().detail));
    {
      auto database = Sqlite::Database::open(path("new") + QStringLiteral("/chat.db"));
      QCOMPARE(*database->value("SELECT count(*) FROM principals"), QByteArray("0"));
      QCOMPARE(*database->value("SELECT count(*) FROM policies"), QByteArray("2"));
      QCOMPARE(*database->value("SELECT count(*) FROM settings"), QByteArray("0"));
    }
    QCOMPARE(mustImport().toText(), tried->toText());
  }

  void changedStoreIsBroughtBack() {
    QVERIFY(exported({}));
    filled_->close();
    const QStringList old = storeLines(path("old"));
    QVERIFY(filled_->open());
    ChangeSet set;
    Room tides = filled_->room(QStringLiteral("tides"));
    tides.name = QStringLiteral("ebb");
    tides.members.clear();
    set.rooms = {tides};
    set.removedAddIns = {"91a2b3c4-d5e6-4f70-8a9b-acbdcedfe0f1"};
    set.messageRemovals = {{tides.id, {2}, std::nullopt}};
    set.removedPolicies = {QStringLiteral("Here")};
    set.policies = {{QStringLiteral("There"), PolicyScope::Site, true}};
    QVERIFY(filled_->apply(set));
    filled_->close();
    QVERIFY(storeLines(path("old")) != old);
    const TransferReport report = mustImport("old");
    QCOMPARE(storeLines(path("old")), old);
    QCOMPARE(report.countOf(QStringLiteral("room"), TransferOutcome::Changed), 2);
    QCOMPARE(report.countOf(QStringLiteral("room"), TransferOutcome::LeftAlone), 1);
    QCOMPARE(report.countOf(QStringLiteral("message"), TransferOutcome::Added), 1);
    QCOMPARE(report.countOf(QStringLiteral("message"), TransferOutcome::LeftAlone), 6);
    QCOMPARE(report.countOf(QStringLiteral("policy"), TransferOutcome::Added), 1);
  }

  void auditTrailTellsOfTheImport() {
    QVERIFY(exported({}));
    ImportOptions options;
    options.audit = AuditEntry{filled_->clock().now(), "local administrator", "data.import", "export", {}, {}};
    QVERIFY(importDataDirectory(path("new"), file(), options));
    const QStringList told = storeLines(path("new")).filter(QStringLiteral("data.import"));
    QCOMPARE(told.size(), 1);
    QVERIFY(importDataDirectory(path("new"), file(), options));
    QCOMPARE(storeLines(path("new")).filter(QStringLiteral("data.import")), told);
  }

  void olderSchemaIsNotExported() {
    filled_->close();
    QVERIFY(runOnStore(path("old"), "PRAGMA user_version=1"));
    const auto report = exportDataDirectory(path("old"), file(), {}, filled_->clock().now());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::NotSupported);
    QVERIFY(!QFileInfo::exists(file()));
  }

  void levels_data() {
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("kinds");
    QTest::newRow("user") << "user"
                          << "credential grant membership policy preference principal publication";
    QTest::newRow("category") << "category"
                              << "category";
    QTest::newRow("directory") << "room-directory"
                               << "addIn category room";
    QTest::newRow("content") << "content"
                             << "head message";
    QTest::newRow("all") << "all"
                         << "addIn audit category configuration credential grant head invitation invitationHead "
                            "joinRequest membership message policy preference principal publication room";
  }

  void levels() {
    QFETCH(QString, level);
    QFETCH(QString, kinds);
    ExportOptions options;
    options.level = *parseExportLevel(level);
    QCOMPARE(exportLevelName(options.level), level);
    QVERIFY(exported(options));
    QCOMPARE(kindsIn().join(QLatin1Char(' ')), kinds);
    QCOMPARE(parseExportLevel(QStringLiteral("some")).error().code, ErrorCode::InvalidArgument);
  }

  void chosenCategories() {
    ExportOptions options;
    const Snapshot all = filled_->snapshot();
    options.categories = {all.categories[1].uri};
    QVERIFY(exported(options));
    const TransferReport report = mustImport();
    QCOMPARE(report.countOf(QStringLiteral("category"), TransferOutcome::Added), 1);
    QCOMPARE(report.countOf(QStringLiteral("room"), TransferOutcome::Added), 1);
    QCOMPARE(report.countOf(QStringLiteral("message"), TransferOutcome::Added), 0);
    QCOMPARE(report.countOf(QStringLiteral("principal"), TransferOutcome::Added), 5);
    options.categories = {*CategoryUri::fromParts("orchard.example", "nowhere")};
    QFile::remove(file());
    const auto unknown = exportDataDirectory(path("old"), file(), options, filled_->clock().now());
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    QVERIFY2(!QFileInfo::exists(file()), "nothing half is left");
  }

  void messagesSinceADate() {
    ExportOptions options;
    HistoryQuery query;
    query.room = filled_->room(QStringLiteral("tides")).id;
    TestLoop loop;
    options.from = Timestamp{filled_->clock().now().ticks - 4 * 60'000 * Timestamp::kPerMs};
    QVERIFY(exported(options));
    const TransferReport report = mustImport();
    QCOMPARE(report.countOf(QStringLiteral("message"), TransferOutcome::Added), 4);
    QCOMPARE(report.countOf(QStringLiteral("message"), TransferOutcome::Refused), 0);
  }

  void fileIsPrivateAndNew() {
    QVERIFY(exported({}));
    const auto owner =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
    QCOMPARE(QFileInfo(file()).permissions(), owner);
    const auto again = exportDataDirectory(path("old"), file(), {}, filled_->clock().now());
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    const QString text = mustImport().toText();
    auto database = Sqlite::Database::open(path("new") + QStringLiteral("/chat.db"));
    QVERIFY(!text.contains(QString::fromUtf8(*database->value("SELECT ha1 FROM credentials LIMIT 1"))));
  }

  void packedIsSmaller() {
    for (int i = 0; i < 300; ++i) QVERIFY(filled_->post(QStringLiteral("tides"), "low water at six, high at noon"));
    ExportOptions options;
    QVERIFY(exported(options));
    const qint64 packed = QFileInfo(file()).size();
    QFile::remove(file());
    options.packed = false;
    QVERIFY(exported(options));
    QVERIFY2(packed * 4 < QFileInfo(file()).size(), "text packs well");
  }

  void manyMessages() {
    filled_->close();
    QVERIFY(runOnStore(path("old"),
                       "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) "
                       "INSERT INTO messages (key, sent_on, author_id, alert, chat) SELECT (2 << 40) + i + 1, "
                       "(SELECT last_time FROM room_heads WHERE room_id = 2) + i, 1, 0, 'water ' || i FROM n;"
                       "INSERT INTO message_search (message_search) VALUES ('rebuild');"
                       "UPDATE room_heads SET last_chat_id = 30001, last_time = last_time + 30000, messages = 30000, "
                       "bytes = (SELECT sum(length(chat)) FROM messages WHERE key >> 40 = 2) WHERE room_id = 2;"));
    QVERIFY(exported({}));
    QCOMPARE(mustImport().countOf(QStringLiteral("message"), TransferOutcome::Added), 30'007);
    QCOMPARE(storeLines(path("new")), storeLines(path("old")));
  }

  void reportsAsTextAndHtml() {
    TransferReport report;
    report.add({QStringLiteral("room"), QStringLiteral("<b>"), TransferOutcome::Refused, 1, QStringLiteral("a & b")});
    report.add({QStringLiteral("room"), QStringLiteral("quiet"), TransferOutcome::LeftAlone, 1, {}});
    report.add({QStringLiteral("message"), QStringLiteral("tides"), TransferOutcome::Added, 12, {}});
    QCOMPARE(report.toText(), QStringLiteral("message: 12 added\nroom: 1 left alone, 1 refused\n"
                                             "refused room <b>: a & b\nadded message tides (12)\n"));
    const QString html = report.toHtml(QStringLiteral("Import <1>"));
    QVERIFY(html.contains(QStringLiteral("<td>&lt;b&gt;</td><td>1</td><td>a &amp; b</td>")));
    QVERIFY(html.contains(QStringLiteral("<h1>Import &lt;1&gt;</h1>")));
    QVERIFY(!html.contains(QStringLiteral("quiet")));
  }

 private:
  QString path(const char* name) const { return directory_->filePath(QLatin1String(name)); }
  QString file() const { return directory_->filePath(QStringLiteral("export")); }

  // Of the running store.
  bool exported(const ExportOptions& options) {
    const auto report = exportDataDirectory(path("old"), file(), options, filled_->clock().now());
    if (!report) qCritical("%s %s", qPrintable(report.error().text), qPrintable(report.error().detail));
    return report.ok();
  }

  TransferReport mustImport(const char* name = "new") {
    const auto report = importDataDirectory(path(name), file(), {});
    if (!report) qCritical("%s %s", qPrintable(report.error().text), qPrintable(report.error().detail));
    return report ? *report : TransferReport();
  }

  QStringList kindsIn() const {
    auto reader = TransferReader::open(file());
    QStringList kinds;
    while (true) {
      const auto line = (*reader)->next();
      if (!line || !*line) break;
      if ((*line)->number > 1) kinds.append((*line)->kind);
    }
    kinds.removeDuplicates();
    kinds.sort();
    return kinds;
  }

  std::unique_ptr<QTemporaryDir> directory_;
  std::unique_ptr<FilledStore> filled_;
};

PARLOUR_TEST(TestTransfer)

}  // namespace Parlour::Server::tst_transfer

#include "tst_transfer.moc"
