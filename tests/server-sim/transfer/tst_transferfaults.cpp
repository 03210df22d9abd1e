// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>
#include <functional>

#include "server-sim/transfer/Export.h"
#include "server-sim/transfer/Import.h"
#include "server-sim/transfer/TransferFile.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/transfer/FilledStore.h"

namespace Parlour::Server::tst_transferfaults {

// What cannot be imported: broken files, things that refer to nothing, stores of others.
class TestTransferFaults final : public QObject {
  Q_OBJECT

  using Spoil = std::function<void(QByteArrayList&)>;

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

  void brokenFileChangesNothing_data() {
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("said");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char* name, const char* said, Spoil spoil, ErrorCode code = ErrorCode::ParseFailed) {
      QTest::newRow(name) << std::move(spoil) << QString::fromUtf8(said) << code;
    };
    row("empty", "line 1", [](QByteArrayList& lines) { lines.clear(); });
    row("cut", "line 20", [](QByteArrayList& lines) { lines = lines.mid(0, 19); });
    row("cut within a line", "line 20", [](QByteArrayList& lines) {
      lines = lines.mid(0, 20);
      lines[19].chop(5);
    });
    row("no JSON", "line 7", [](QByteArrayList& lines) { lines[6] = "{\"principal\":{\"uri\":}}"; });
    row("no object", "line 7", [](QByteArrayList& lines) { lines[6] = "[1,2]"; });
    row("two names", "line 7", [](QByteArrayList& lines) { lines[6] = R"({"principal":{},"room":{}})"; });
    row("no named object", "line 7", [](QByteArrayList& lines) { lines[6] = R"({"principal":1})"; });
    row("unknown kind", "Line 7 of the export: parrot", [](QByteArrayList& lines) { lines[6] = R"({"parrot":{}})"; });
    row("a line too few", "line", [](QByteArrayList& lines) { lines.removeAt(5); });
    row("a line twice", "line", [](QByteArrayList& lines) { lines.insert(5, lines[5]); });
    row("more behind", "line", [](QByteArrayList& lines) { lines.append(lines[5]); });
    row("other file", "Line 1 of the export: This is no export", [](QByteArrayList& lines) { lines.removeFirst(); });
    row(
        "newer", "newer", [](QByteArrayList& lines) { lines[0].replace("\"version\":1", "\"version\":2"); },
        ErrorCode::NotSupported);
    row(
        "other level", "level", [](QByteArrayList& lines) { lines[0].replace("\"all\"", "\"most\""); },
        ErrorCode::InvalidArgument);
    row(
        "other domain", "elsewhere.example",
        [](QByteArrayList& lines) { lines[0].replace("\"orchard.example\"", "\"elsewhere.example\""); },
        ErrorCode::Conflict);
    row("address", "SIP:ADA@", edit("principal", "sip:ada@", "SIP:ADA@"));
    row("address of a room", "quay", edit("room", "ma-chan://orchard.example/quay", "ma-chan:quay"));
    row("address of a category", "no address", edit("category", "ma-cat://", "ma-chan://"));
    row("type", "cannot be stored", edit("principal", "\"type\":5", "\"type\":6"), ErrorCode::Internal);
    row("text for a number", "cannot be stored", edit("room", "\"type\":5", "\"type\":\"x\""), ErrorCode::Internal);
    row("missing member", "cannot be stored", edit("room", "\"topic\"", "\"top\""), ErrorCode::Internal);
    row("NUL", "NUL", edit("room", "line\\nbreak", "line\\u0000break"));
    row("message without room", "room", edit("message", "\"room\"", "\"roam\""));
    row("message without number", "id", edit("message", "\"id\":1", "\"id\":0"));
    row("message without time", "time", edit("message", "\"time\":1", "\"time\":-1"));
    row("message without text", "chat", edit("message", "\"chat\":", "\"cat\":"));
    row("text in no base64", "chat", edit("message", "\"base64\":\"", "\"base64\":\"!"));
  }

  void brokenFileChangesNothing() {
    QFETCH(Spoil, spoil);
    QFETCH(QString, said);
    QFETCH(ErrorCode, code);
    writeSpoiled(spoil);
    ChangeSet set;
    Room tides = filled_->room(QStringLiteral("tides"));
    tides.name = QStringLiteral("ebb");
    set.rooms = {tides};
    set.messageRemovals = {{tides.id, {2}, std::nullopt}};
    QVERIFY(filled_->apply(set));
    filled_->close();
    const QStringList before = storeLines(path("old"));
    const auto report = importDataDirectory(path("old"), file(), {});
    QVERIFY(!report);
    QVERIFY2(report.error().text.contains(said), qPrintable(report.error().text + report.error().detail));
    QCOMPARE(report.error().code, code);
    QCOMPARE(storeLines(path("old")), before);
  }

  void damagedPackedFile_data() {
    QTest::addColumn<int>("offset");  // from the end when below 0
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("length") << 24 << QByteArray("\x7f\xff\xff\xff");
    QTest::newRow("size of the text") << 28 << QByteArray("\x7f\xff\xff\xff");
    QTest::newRow("inside") << 200 << QByteArray("\x00\x00\x00\x00", 4);
    QTest::newRow("at the end") << -3 << QByteArray("\x00\x00\x00", 3);
  }

  void damagedPackedFile() {
    QFETCH(int, offset);
    QFETCH(QByteArray, bytes);
    QVERIFY(exported({}));
    QByteArray content = read();
    content.replace(offset < 0 ? content.size() + offset : offset, bytes.size(), bytes);
    write(content);
    const auto report = importDataDirectory(path("new"), file(), {});
    QVERIFY(!report);
    QVERIFY2(report.error().text.contains(QStringLiteral("line 1: its block")), qPrintable(report.error().text));
    QVERIFY(storeLines(path("new")).filter(QStringLiteral("sip:")).isEmpty());
  }

  void whatRefersToNothingIsRefusedAlone() {
    ExportOptions options;
    options.level = ExportLevel::Content;
    QVERIFY(exported(options));
    const auto content = importDataDirectory(path("new"), file(), {});
    QVERIFY2(content.ok(), content ? "" : qPrintable(content.error().text));
    QCOMPARE(content->countOf(QStringLiteral("message"), TransferOutcome::Refused), 7);
    QCOMPARE(content->countOf(QStringLiteral("head"), TransferOutcome::Refused), 3);
    QVERIFY(content->toText().contains(QStringLiteral("the room is not there")));
    QVERIFY(!content->changesAnything());
    QFile::remove(file());
    options.level = ExportLevel::RoomDirectory;
    QVERIFY(exported(options));
    const auto rooms = importDataDirectory(path("new"), file(), {});
    QVERIFY(rooms);
    QCOMPARE(rooms->countOf(QStringLiteral("room"), TransferOutcome::Added), 3);
    QVERIFY2(rooms->toText().contains(QStringLiteral("4 list entries name nobody here")), qPrintable(rooms->toText()));
    QFile::remove(file());
    options.level = ExportLevel::Content;
    QVERIFY(exported(options));
    const auto again = importDataDirectory(path("new"), file(), {});
    QCOMPARE(again->countOf(QStringLiteral("message"), TransferOutcome::Refused), 7);
    QVERIFY(again->toText().contains(QStringLiteral("the author is not there")));
  }

  void numberOfAnotherMessageIsRefused() {
    QVERIFY(exported({}));
    filled_->close();
    QVERIFY(runOnStore(path("old"), "UPDATE messages SET chat = 'other' WHERE key = (SELECT max(key) FROM messages)"));
    const auto report = importDataDirectory(path("old"), file(), {});
    QVERIFY(report);
    QCOMPARE(report->countOf(QStringLiteral("message"), TransferOutcome::Refused), 1);
    QCOMPARE(report->countOf(QStringLiteral("message"), TransferOutcome::LeftAlone), 6);
    QVERIFY(report->toText().contains(QStringLiteral("another message")));
  }

  void timesHaveToRise() {
    QVERIFY(exported({}));
    filled_->close();
    QVERIFY(
        runOnStore(path("old"),
                   "INSERT INTO message_search (message_search, rowid, chat) SELECT 'delete', key, chat FROM messages "
                   "WHERE (key & 255) = 2; DELETE FROM messages WHERE (key & 255) = 2;"
                   "UPDATE messages SET sent_on = sent_on - 600000000 * 2 WHERE key = (3 << 40) + 3;"));
    const QStringList before = storeLines(path("old"));
    const auto report = importDataDirectory(path("old"), file(), {});
    QVERIFY(report);
    QVERIFY2(report->toText().contains(QStringLiteral("times would not rise")), qPrintable(report->toText()));
    // Room 1 gets its message 2 back, room 3 none.
    QCOMPARE(report->countOf(QStringLiteral("message"), TransferOutcome::Added), 1);
    QCOMPARE(storeLines(path("old")).filter(QStringLiteral("#2 ")).size(), 1);
    QCOMPARE(before.filter(QStringLiteral("#2 ")).size(), 0);
  }

  void runningServerIsLeftAlone() {
    QVERIFY(exported({}));
    const auto report = importDataDirectory(path("old"), file(), {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Conflict);
  }

  void messagesBeingErasedAreNotExported() {
    filled_->close();
    QVERIFY(runOnStore(
        path("old"),
        "INSERT INTO erasures (first_key, last_key) VALUES ((1 << 40) + 1, (1 << 40) + 2);"
        "INSERT INTO erasures (first_key, last_key, replacement) VALUES ((1 << 40) + 3, (1 << 40) + 3, 'gone')"));
    QVERIFY(exported({}));
    const auto refused = importDataDirectory(path("old"), file(), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    const auto report = importDataDirectory(path("new"), file(), {});
    QVERIFY(report);
    const QStringList messages = storeLines(path("new")).filter(QStringLiteral("#"));
    QCOMPARE(messages.size(), 5);
    QCOMPARE(messages.filter(QStringLiteral("676F6E65 -")).size(), 1);
  }

 private:
  // Replaces text in the first line of a kind that holds it.
  static Spoil edit(const char* kind, const char* before, const char* after) {
    return [=](QByteArrayList& lines) {
      for (QByteArray& line : lines) {
        if (!line.startsWith(QByteArray("{\"") + kind) || !line.contains(before)) continue;
        line.replace(before, after);
        return;
      }
      qFatal("nothing to spoil");
    };
  }

  void writeSpoiled(const Spoil& spoil) {
    ExportOptions options;
    options.packed = false;
    QVERIFY(exported(options));
    QByteArrayList lines = read().trimmed().split('\n');
    spoil(lines);
    write(lines.join('\n'));
  }

  QByteArray read() const {
    QFile content(file());
    return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray();
  }
  void write(const QByteArray& bytes) const {
    QFile content(file());
    QVERIFY(content.open(QIODevice::WriteOnly) && content.write(bytes) == bytes.size());
  }

  bool exported(const ExportOptions& options) {
    const auto report = exportDataDirectory(path("old"), file(), options, filled_->clock().now());
    if (!report) qCritical("%s %s", qPrintable(report.error().text), qPrintable(report.error().detail));
    return report.ok();
  }

  QString path(const char* name) const { return directory_->filePath(QLatin1String(name)); }
  QString file() const { return directory_->filePath(QStringLiteral("export")); }

  std::unique_ptr<QTemporaryDir> directory_;
  std::unique_ptr<FilledStore> filled_;
};

PARLOUR_TEST(TestTransferFaults)

}  // namespace Parlour::Server::tst_transferfaults

#include "tst_transferfaults.moc"
