// SPDX-License-Identifier: Apache-2.0
#include "server-sim/ctl/ArchiveCommands.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/archive/Archive.h"
#include "server-sim/ctl/FileCommands.h"
#include "server-sim/ctl/Pool.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/control/support/AdminHouse.h"

namespace tst_archivecommands {

using namespace Parlour;
using namespace Parlour::Server;

// parlourctl on a data directory with an archive, while no server runs.
class TestArchiveCommands : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup() { folder_.reset(); }
  void verifiesWithDirectoryAndKeyAlone();
  void tamperingIsAFailure();
  void searches();
  void anExportIsRecordedFirst();
  void replayGivesTheSameBytes();
  void exposure();
  void exposureOfWhatIsNotThere();

 private:
  QJsonObject run(const QStringList& words, bool withData = true);
  QJsonArray lines(const QStringList& words) { return run(words).value(QStringLiteral("result")).toArray(); }
  QString path(const char* name) const { return folder_->filePath(QLatin1String(name)); }
  ComplianceEvent event(ComplianceKind kind, const char* user, ChatId message = 0, const QByteArray& content = {});
  void putBatches();

  std::unique_ptr<QTemporaryDir> folder_;
  QByteArray room_;
  FakeClock clock_;
  qint64 lastEvent_ = 0;
};

QJsonObject TestArchiveCommands::run(const QStringList& words, bool withData) {
  const auto invocation = Ctl::parseInvocation(words, withData ? path("data") : QString());
  if (!invocation) return failedAnswer(invocation.error());
  return Ctl::runOnFiles(*invocation, false);
}

void TestArchiveCommands::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  lastEvent_ = 0;
  QCOMPARE(Server::Testing::fillDataDirectory(path("data")), QString());
  {
    auto pool = Ctl::openPool(path("data"));
    QVERIFY(pool);
    const auto shown =
        (*pool)->ask({{QStringLiteral("verb"), QStringLiteral("room show")},
                      {QStringLiteral("arguments"), QJsonObject{{QStringLiteral("room"), QStringLiteral("Tides")}}}});
    QVERIFY(shown);
    const QJsonObject result = shown->value(QStringLiteral("result")).toObject();
    room_ = result.value(QStringLiteral("address")).toString().toUtf8();
  }
  QVERIFY(room_.startsWith("ma-chan:"));
  putBatches();
}

ComplianceEvent TestArchiveCommands::event(ComplianceKind kind, const char* user, ChatId message,
                                           const QByteArray& content) {
  clock_.advanceMs(60'000);
  ComplianceEvent made;
  made.eventId = ++lastEvent_;
  made.time = clock_.now();
  made.kind = kind;
  made.room = {1, room_, QStringLiteral("Tides")};
  made.user = {1, "sip:" + QByteArray(user) + "@orchard.example", QString::fromLatin1(user), {}, true};
  made.messageId = message;
  made.content = content;
  return made;
}

// Ada and Bo are there when Ada writes message 9; Ada's reading of it and Cy's search come later.
void TestArchiveCommands::putBatches() {
  EventBatch batch;
  batch.number = 1;
  batch.storeId = "store";
  using Kind = ComplianceKind;
  batch.events = {event(Kind::Join, "ada"),
                  event(Kind::Join, "cy"),
                  event(Kind::Part, "cy"),
                  event(Kind::Join, "bo"),
                  event(Kind::Post, "ada", 9, "High water"),
                  event(Kind::HistoryRead, "bo"),
                  event(Kind::Search, "cy", 0, "high"),
                  event(Kind::AdminRead, "", 0, "9")};
  batch.events[5].extension = R"({"messages":[7,8]})";
  batch.events[6].extension = R"({"messages":[3,9]})";
  batch.events[7].extension = R"({"messages":[9]})";
  batch.events[7].user = {0, {}, QStringLiteral("local administrator root"), {}, true};
  batch.formedOn = clock_.now();
  batch.firstEvent = 1;
  batch.lastEvent = lastEvent_;
  Archive archive(path("data/archive"), clock_);
  QVERIFY(archive.take(batch));
}

void TestArchiveCommands::verifiesWithDirectoryAndKeyAlone() {
  QVERIFY(QDir().rename(path("data/archive"), path("elsewhere")));
  QVERIFY(QFile::rename(path("elsewhere/signing.pub"), path("key.pub")) &&
          QFile::remove(path("elsewhere/signing.key")));
  const QStringList command{QStringLiteral("archive"), QStringLiteral("verify"), path("elsewhere"),
                            QStringLiteral("--key"), path("key.pub")};
  const QJsonObject result = run(command, false).value(QStringLiteral("result")).toObject();
  QCOMPARE(result.value(QStringLiteral("failed")).toInt(-1), 0);
  QCOMPARE(result.value(QStringLiteral("events")).toInt(), 8);
}

void TestArchiveCommands::tamperingIsAFailure() {
  QFile file(path("data/archive/segment-00000001.log"));
  QVERIFY(file.open(QFile::ReadWrite));
  const QByteArray changed = file.readAll().replace("High", "Dry ");
  QVERIFY(file.seek(0) && file.write(changed) == changed.size());
  file.close();
  const QJsonObject result =
      run({QStringLiteral("archive"), QStringLiteral("verify")}).value(QStringLiteral("result")).toObject();
  QCOMPARE(result.value(QStringLiteral("failed")).toInt(), 1);
  QCOMPARE(result.value(QStringLiteral("damages")).toArray().at(0).toString(),
           QStringLiteral("segment 1 record 7, changed: the content is not what was written"));
}

void TestArchiveCommands::searches() {
  const QStringList search{QStringLiteral("archive"), QStringLiteral("search")};
  QCOMPARE(lines(search).size(), 8);
  const QJsonArray found = lines(search + QStringList{QStringLiteral("--words"), QStringLiteral("water high")});
  QCOMPARE(found.size(), 1);
  QCOMPARE(found.at(0).toObject().value(QStringLiteral("message")).toString(), QStringLiteral("9"));
  const QJsonObject cut = run(search + QStringList{QStringLiteral("--limit"), QStringLiteral("2")});
  QCOMPARE(cut.value(QStringLiteral("result")).toArray().size(), 2);
  QVERIFY(cut.value(QStringLiteral("truncated")).toBool());
}

void TestArchiveCommands::anExportIsRecordedFirst() {
  const QStringList command{QStringLiteral("archive"), QStringLiteral("export"), path("out.csv"),
                            QStringLiteral("--format"), QStringLiteral("csv")};
  const QJsonObject result = run(command).value(QStringLiteral("result")).toObject();
  QCOMPARE(result.value(QStringLiteral("events")).toInt(), 8);
  QVERIFY(result.value(QStringLiteral("recorded")).toBool());
  QVERIFY(!run(command).value(QStringLiteral("ok")).toBool());  // the file is there
  const QStringList unknown{QStringLiteral("archive"), QStringLiteral("export"), path("x"), QStringLiteral("--format"),
                            QStringLiteral("doc")};
  QVERIFY(!run(unknown).value(QStringLiteral("ok")).toBool() && !QFile::exists(path("x")));
  auto database = Sqlite::Database::open(path("data/chat.db"), {Sqlite::Access::ReadOnly});
  QVERIFY(database);
  auto queued = database->prepare(QByteArray("SELECT content FROM compliance_queue WHERE kind = 108"));
  QVERIFY(queued);
  auto rows = queued->query();
  QVERIFY(rows.next());
  QCOMPARE(rows.bytes(0), QByteArray("archive export to out.csv, format: csv"));
}

void TestArchiveCommands::replayGivesTheSameBytes() {
  const auto bytes = [this](const char* folder) {
    QByteArray all;
    const QStringList command{QStringLiteral("archive"), QStringLiteral("replay"), path(folder)};
    if (!run(command).value(QStringLiteral("ok")).toBool()) return all;
    for (const QFileInfo& file : QDir(path(folder)).entryInfoList(QDir::Files, QDir::Name)) {
      QFile content(file.filePath());
      if (content.open(QFile::ReadOnly)) all += file.fileName().toUtf8() + '\n' + content.readAll();
    }
    return all;
  };
  const QByteArray first = bytes("first");
  QVERIFY(first.contains("High water"));
  QCOMPARE(bytes("second"), first);
}

void TestArchiveCommands::exposure() {
  QStringList found;
  for (const auto& item : lines({QStringLiteral("exposure"), QStringLiteral("Tides"), QStringLiteral("9")})) {
    const QJsonObject line = item.toObject();
    found.append(QStringLiteral("%1 %2 %3 %4")
                     .arg(line.value(QStringLiteral("address"))
                              .toString()
                              .remove(QStringLiteral("sip:"))
                              .section(QLatin1Char('@'), 0, 0),
                          line.value(QStringLiteral("could")).toString())
                     .arg(line.value(QStringLiteral("present")).toBool())
                     .arg(!line.value(QStringLiteral("read")).toString().isEmpty()));
  }
  QCOMPARE(found, (QStringList{QStringLiteral("local administrator root  0 1"), QStringLiteral("ada member 1 0"),
                               QStringLiteral("bo manager 1 0"), QStringLiteral("cy member 0 1")}));
}

void TestArchiveCommands::exposureOfWhatIsNotThere() {
  for (const char* message : {"8", "x", "0"}) {
    const QJsonObject answer = run({QStringLiteral("exposure"), QStringLiteral("Tides"), QString::fromLatin1(message)});
    QVERIFY(!answer.value(QStringLiteral("ok")).toBool());
  }
}

PARLOUR_TEST(TestArchiveCommands)

}  // namespace tst_archivecommands

#include "tst_archivecommands.moc"
