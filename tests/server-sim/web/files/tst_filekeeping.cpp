// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include "protocol/xccos/ChatText.h"
#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/web/files/support/FileTown.h"

namespace tst_filekeeping {

using namespace Parlour;
using namespace Parlour::Tests;

// What happens to files between upload and end: scan, quota, full disk, erased messages, restart.
class TestFileKeeping : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<FileTown> town_;

  void start() {
    const auto started = town_->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
  }
  // Uploads and gives the code of the last refusal, or "ok".
  QByteArray outcome(const char* room, const QByteArray& bytes, const QString& name = QStringLiteral("a.txt")) {
    const QByteArray token = town_->token("ada", room, true, name);
    const WebAnswer begun = town_->begin(token, name, bytes.size(), sha256Of(bytes));
    if (begun.status != 201) return FileTown::codeOf(begun);
    file_ = begun.json().value(QStringLiteral("file")).toString().toLatin1();
    const WebAnswer put = town_->put(token, room, file_, bytes, 0, bytes.size());
    return put.status == 201 ? QByteArray("ok") : FileTown::codeOf(put);
  }
  QByteArray readable(const char* room, const QByteArray& file) {
    const WebAnswer answer = town_->download(town_->token("bo", room, false), room, file);
    return answer.status == 200 ? answer.body : FileTown::codeOf(answer);
  }
  void post(const char* room, const QByteArray& file) {
    const QString text = Xccos::makeFileLink(FileTown::room(room), file, QStringLiteral("a.txt"), 4);
    QCOMPARE(town_->user("ada").post(FileTown::room(room), text.toUtf8()), 200);
  }
  void erase(const char* room, ChatId message, const std::optional<QString>& replacement = {}) {
    QCOMPARE(town_->user("eve").codeOf(Xccos::DeleteMessages{{FileTown::room(room), {message}, replacement}}), 200);
  }
  // Both of its outputs.
  QByteArray parlourctl(const QStringList& arguments) const {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(Parlour::Testing::programPath(QStringLiteral("parlourctl")),
                  QStringList{QStringLiteral("--data"), town_->host.dataDir()} + arguments);
    process.waitForFinished(20'000);
    return process.readAll();
  }
  QString filesFolder() const { return town_->host.dataDir() + QStringLiteral("/files"); }

  QByteArray file_;

 private Q_SLOTS:
  void init() { town_ = std::make_unique<FileTown>(); }
  void cleanup() { town_.reset(); }

  void scan_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<QByteArray>("reading");
    const auto row = [](const char* name, const char* command, const char* outcome, const char* reading) {
      QTest::newRow(name) << QString::fromLatin1(command) << QByteArray(outcome) << QByteArray(reading);
    };
    row("clean", "/bin/sh -c \"test -f $0\"", "ok", "tide");
    row("bad", "/bin/sh -c \"grep -q tide $0 && exit 1\"", "quarantined", "quarantined");
    row("no result", "/bin/sh -c \"exit 2\"", "scan-failed", "not-found");
    row("crash", "/bin/sh -c \"kill -SEGV $$\"", "scan-failed", "not-found");
    row("not there", "/nowhere/scanner", "scan-failed", "not-found");
    row("never ends", "/bin/sh -c \"sleep 60 & sleep 60\"", "scan-failed", "not-found");
  }
  void scan() {
    QFETCH(QString, command);
    QFETCH(QByteArray, outcome);
    QFETCH(QByteArray, reading);
    town_->config().files.scanCommand = command;
    town_->config().files.scanSeconds = 1;
    start();
    QCOMPARE(this->outcome(kTides, "tide"), outcome);
    QCOMPARE(readable(kTides, file_), reading);
    const bool quarantined = QFile::exists(filesFolder() + QStringLiteral("/quarantine/") + QString::fromLatin1(file_));
    QCOMPARE(quarantined, outcome == "quarantined");
    const WebAnswer list = town_->call("GET", FileTown::path(kTides, {}), town_->token("bo", kTides, false));
    const QJsonArray files = list.json().value(QStringLiteral("files")).toArray();
    QCOMPARE(files.size(), outcome == "scan-failed" ? 0 : 1);
    if (quarantined) {
      QCOMPARE(files.at(0).toObject().value(QStringLiteral("state")).toString(), QStringLiteral("quarantined"));
    }
  }

  void quotaOfARoom() {
    town_->config().files.roomQuotaMb = 1;
    start();
    QCOMPARE(outcome(kTides, someBytes(600'000)), QByteArray("ok"));
    QCOMPARE(outcome(kTides, someBytes(600'000, 2)), QByteArray("quota"));
    QCOMPARE(outcome(kCrew, someBytes(600'000, 2)), QByteArray("ok"));
    QCOMPARE(outcome(kTides, someBytes(400'000, 3)), QByteArray("ok"));
  }

  void fullDisk() {
    town_->config().files.keepFreeMb = 1'000'000'000;
    start();
    QCOMPARE(outcome(kTides, "tide"), QByteArray("disk-full"));
  }

  void filesGoWithTheirMessages() {
    start();
    QCOMPARE(outcome(kTides, "tide"), QByteArray("ok"));
    const QByteArray first = file_;
    post(kTides, first);
    post(kTides, first);
    QCOMPARE(outcome(kTides, "other"), QByteArray("ok"));
    const QByteArray second = file_;
    post(kTides, second);
    erase(kTides, 1);
    erase(kTides, 3, QStringLiteral("Removed."));
    QTRY_COMPARE(readable(kTides, second), QByteArray("not-found"));
    QCOMPARE(readable(kTides, first), QByteArray("tide"));  // another message names it still
    erase(kTides, 2);
    QTRY_COMPARE(readable(kTides, first), QByteArray("not-found"));
  }

  void filesGoWithTheirRoom() {
    start();
    QCOMPARE(outcome(kCrew, "tide"), QByteArray("ok"));
    const QByteArray reading = town_->token("bo", kCrew, false);
    QCOMPARE(town_->user("eve").codeOf(Xccos::DeleteChannel{FileTown::room(kCrew)}), 200);
    QCOMPARE(FileTown::codeOf(town_->download(reading, kCrew, file_)), QByteArray("token"));
  }

  void administratorsSeeAndRemoveFiles() {
    start();
    QCOMPARE(outcome(kTides, "tide"), QByteArray("ok"));
    const QByteArray lines = parlourctl({QStringLiteral("file"), QStringLiteral("list"), QStringLiteral("--room"),
                                         QStringLiteral("Tide tables"), QStringLiteral("--json")});
    QVERIFY2(lines.contains(file_) && lines.contains("Ada Quince"), lines.constData());
    const QString name = QString::fromLatin1(file_);
    parlourctl({QStringLiteral("hold"), QStringLiteral("add"), QStringLiteral("Case 7"), QStringLiteral("--room"),
                QStringLiteral("Tide tables")});
    const QStringList remove{QStringLiteral("file"), QStringLiteral("rm"), name, QStringLiteral("--yes")};
    QVERIFY(parlourctl(remove).contains("Case 7"));
    QCOMPARE(readable(kTides, file_), QByteArray("tide"));
    parlourctl({QStringLiteral("hold"), QStringLiteral("rm"), QStringLiteral("Case 7"), QStringLiteral("--yes")});
    parlourctl(remove);
    QCOMPARE(readable(kTides, file_), QByteArray("not-found"));
    QVERIFY(
        parlourctl({QStringLiteral("audit"), QStringLiteral("list"), QStringLiteral("--json")}).contains("file.rm"));
    QVERIFY(parlourctl(remove).contains("There is no such file."));
    parlourctl({QStringLiteral("file"), QStringLiteral("gc")});
    const QString hash = QString::fromLatin1(sha256Of("tide"));
    QVERIFY(!QFile::exists(filesFolder() + u'/' + hash.left(2) + u'/' + hash));
  }

  // A token outlives the server that gave it.
  void tokensSurviveARestart() {
    start();
    QCOMPARE(outcome(kTides, "tide"), QByteArray("ok"));
    const QByteArray reading = town_->token("bo", kTides, false);
    const QByteArray spent = town_->token("bo", kTides, false);
    QCOMPARE(town_->download(spent, kTides, file_).status, 200);
    QTRY_COMPARE(FileTown::codeOf(town_->download(spent, kTides, file_)), QByteArray("token"));
    town_->signOut("ada");
    town_->signOut("bo");
    town_->host.stop();
    start();
    QCOMPARE(town_->download(reading, kTides, file_).body, QByteArray("tide"));
    QCOMPARE(FileTown::codeOf(town_->download(spent, kTides, file_)), QByteArray("token"));
  }

  void tokensExpire() {
    start();
    QCOMPARE(outcome(kTides, "tide"), QByteArray("ok"));
    const QByteArray unused = town_->token("bo", kTides, false);
    const QByteArray upload = town_->token("ada", kTides, true);
    const QByteArray file =
        town_->begin(upload, QStringLiteral("a.txt"), 4).json().value(QStringLiteral("file")).toString().toLatin1();
    town_->host.clock().advanceMs(29 * 60'000);
    // An upload that goes on keeps its token.
    QCOMPARE(town_->put(upload, kTides, file, "tide", 0, 2).status, 200);
    town_->host.clock().advanceMs(2 * 60'000);
    QCOMPARE(FileTown::codeOf(town_->download(unused, kTides, file_)), QByteArray("expired"));
    QCOMPARE(town_->put(upload, kTides, file, "tide", 2, 2, sha256Of("tide")).status, 201);
  }

  // Who was removed from the room meanwhile can neither read nor finish.
  void rightsAreCheckedAgain() {
    start();
    const QByteArray token = town_->token("bo", kCrew, true);
    const QByteArray file =
        town_->begin(token, QStringLiteral("a.txt"), 4).json().value(QStringLiteral("file")).toString().toLatin1();
    QCOMPARE(outcome(kCrew, "tide"), QByteArray("ok"));
    const QByteArray reading = town_->token("bo", kCrew, false);
    Xccos::SetRoles roles;
    roles.node = FileTown::room(kCrew);
    Xccos::RoleList change;
    change.type = Xccos::RoleType::Member;
    change.op = Xccos::RoleOp::Remove;
    change.users.emplace_back().uri = "sip:bo@orchard.example";
    roles.roles = {change};
    QCOMPARE(town_->user("eve").codeOf(roles), 200);
    QCOMPARE(FileTown::codeOf(town_->download(reading, kCrew, file_)), QByteArray("not-allowed-here"));
    QCOMPARE(FileTown::codeOf(town_->put(token, kCrew, file, "tide", 0, 4, sha256Of("tide"))),
             QByteArray("not-allowed-here"));
  }
};

PARLOUR_TEST(TestFileKeeping)

}  // namespace tst_filekeeping

#include "tst_filekeeping.moc"
