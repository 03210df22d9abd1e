// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/real/FilePostJournal.h"
#include "tests/program/TestProgram.h"

namespace tst_filepostjournal {

using namespace Parlour;
using namespace Parlour::Core;

namespace {

const SipUri kAda = SipUri::fromTrusted("sip:ada@orchard.example");
const SipUri kBo = SipUri::fromTrusted("sip:bo@orchard.example");

KeptPost post(quint64 localId, const QString& text) {
  KeptPost kept;
  kept.room = *RoomUri::fromParts("orchard.example", "tides");
  kept.localId = localId;
  kept.text = text;
  kept.written = *Timestamp::parse("2031-03-04T08:15:30.1234567Z");
  return kept;
}

}  // namespace

class TestFilePostJournal : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsWhatItWrote();
  void accountsHaveFilesOfTheirOwn();
  void nobodyElseMayReadIt();
  void nothingKept();
  void brokenFiles_data();
  void brokenFiles();
  void directoryThatCannotBeMade();

 private:
  QTemporaryDir dir_;
};

void TestFilePostJournal::readsWhatItWrote() {
  KeptPost full = post(0xFFFF'FFFF'FFFF'FFFEULL, QStringLiteral("Low water \U0001F30A \"at\" nine\nand <more>"));
  full.alert = true;
  full.rtf = "{\\rtf1\\ansi {\\b Low} water \\u8364?}";
  full.after = 0x1F'FFFF'FFFF'FFFFULL;
  full.failure = QStringLiteral("No.");
  const QList<KeptPost> posts{full, post(7, QStringLiteral("two"))};
  QVERIFY(FilePostJournal(dir_.path()).save(kAda, posts));
  QCOMPARE(FilePostJournal(dir_.path()).load(kAda), posts);
  QVERIFY(FilePostJournal(dir_.path()).save(kAda, {}));
  QVERIFY(FilePostJournal(dir_.path()).load(kAda).isEmpty());
}

void TestFilePostJournal::accountsHaveFilesOfTheirOwn() {
  FilePostJournal journal(dir_.path());
  QVERIFY(journal.save(kAda, {post(1, QStringLiteral("hers"))}));
  QVERIFY(journal.save(kBo, {post(2, QStringLiteral("his"))}));
  QCOMPARE(journal.load(kAda).first().text, QStringLiteral("hers"));
  QCOMPARE(journal.load(kBo).first().text, QStringLiteral("his"));
}

void TestFilePostJournal::nobodyElseMayReadIt() {
  QTemporaryDir dir;
  QVERIFY(FilePostJournal(dir.path()).save(kAda, {post(1, QStringLiteral("one"))}));
  const QFile::Permissions others =
      QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
  const QString name = QDir(dir.path()).entryList(QDir::Files).value(0);
  QVERIFY(!(QFile::permissions(dir.filePath(name)) & others));
}

void TestFilePostJournal::nothingKept() {
  QTemporaryDir dir;
  QVERIFY(FilePostJournal(dir.path()).load(kAda).isEmpty());
}

void TestFilePostJournal::brokenFiles_data() {
  QTest::addColumn<QByteArray>("content");
  QTest::addColumn<qsizetype>("posts");
  const QByteArray good =
      R"({"room":"ma-chan://orchard.example/tides","envid":"7","text":"one","written":"2031-03-04T08:15:30Z","after":"3"})";
  const auto file = [](const QByteArray& posts) { return R"({"version":1,"posts":[)" + posts + "]}"; };
  const auto row = [](const char* name, const QByteArray& content, qsizetype posts) {
    QTest::newRow(name) << content << posts;
  };
  row("good", file(good), 1);
  row("empty", {}, 0);
  row("no JSON", "posts", 0);
  row("cut off", file(good).chopped(5), 0);
  row("another version", file(good).replace(R"("version":1)", R"("version":2)"), 0);
  row("no room", file(good + ',' + QByteArray(good).replace("ma-chan", "http")), 1);
  row("no number", file(QByteArray(good).replace(R"("7")", R"("seven")") + ',' + good), 1);
  row("no time", file(QByteArray(good).replace("2031-03-04", "yesterday")), 0);
  row("no text", file(QByteArray(good).replace("one", "")), 0);
  row("no object", file("7," + good), 1);
}

void TestFilePostJournal::brokenFiles() {
  QFETCH(QByteArray, content);
  QFETCH(qsizetype, posts);
  QTemporaryDir dir;
  FilePostJournal journal(dir.path());
  QVERIFY(journal.save(kAda, {}));
  QFile file(dir.filePath(QDir(dir.path()).entryList(QDir::Files).value(0)));
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
  file.close();
  QCOMPARE(journal.load(kAda).size(), posts);
}

void TestFilePostJournal::directoryThatCannotBeMade() {
  QFile plain(dir_.filePath(QStringLiteral("plain")));
  QVERIFY(plain.open(QIODevice::WriteOnly));
  const Status saved = FilePostJournal(plain.fileName() + QStringLiteral("/below")).save(kAda, {});
  QVERIFY(!saved);
  QCOMPARE(saved.error().code, ErrorCode::Storage);
}

PARLOUR_TEST(TestFilePostJournal)

}  // namespace tst_filepostjournal

#include "tst_filepostjournal.moc"
