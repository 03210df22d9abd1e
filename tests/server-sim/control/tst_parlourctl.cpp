// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include "server-sim/control/ControlSocket.h"
#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/control/support/AdminHouse.h"

namespace tst_parlourctl {

using namespace Parlour;
using namespace Parlour::Server::Testing;

namespace {

constexpr int kPatienceMs = 60'000;

struct Ran {
  int status = -1;
  QString out;
  QString errors;
};

}  // namespace

// The program as people and scripts run it: with a server on the data directory, and without.
class TestParlourctl : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void wrongUse_data();
  void wrongUse();
  void helpNamesEverything();
  void offlineReadsAndChanges();
  void onlineReadsAndChanges();
  void jsonParses();
  void dryRunChangesNothing();
  void destroyingNeedsYes();
  void asksAtATerminal_data();
  void asksAtATerminal();
  void saysWhenThereIsMore();
  void takingAccessNeedsYes();
  void harmlessSetNeedsNothing();
  void refusalsHaveAStatus();
  void noDataDirectory();
  void nothingIsCreated();
  void heldDirectoryWithoutSocket();
  void exportAndImport();
  void backupAndRestore();
  void messageTest();
  void statusAndDoctor();
  void controlCharactersStayOutOfTheTerminal();

 private:
  Ran run(const QStringList& arguments, bool withData = true);
  Ran ctl(const char* command) { return run(QString::fromUtf8(command).split(QLatin1Char('|'))); }
  bool startServer();

  std::unique_ptr<QTemporaryDir> directory_;
  QString data_;
  std::unique_ptr<QProcess> server_;
};

void TestParlourctl::init() {
  directory_ = std::make_unique<QTemporaryDir>();
  data_ = directory_->filePath(QStringLiteral("data"));
  const QString problem = fillDataDirectory(data_);
  QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestParlourctl::cleanup() {
  if (server_) {
    server_->terminate();
    if (!server_->waitForFinished(kPatienceMs)) server_->kill();
    server_.reset();
  }
}

Ran TestParlourctl::run(const QStringList& arguments, bool withData) {
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.remove(QStringLiteral("PARLOUR_DATA"));
  if (withData) environment.insert(QStringLiteral("PARLOUR_DATA"), data_);
  process.setProcessEnvironment(environment);
  process.setStandardInputFile(QProcess::nullDevice());
  process.start(Parlour::Testing::programPath(QStringLiteral("parlourctl")), arguments);
  if (!process.waitForFinished(kPatienceMs)) return {};
  return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
          QString::fromUtf8(process.readAllStandardError())};
}

bool TestParlourctl::startServer() {
  server_ = std::make_unique<QProcess>();
  server_->setProcessChannelMode(QProcess::MergedChannels);
  server_->start(Parlour::Testing::programPath(QStringLiteral("parlour-server")),
                 {QStringLiteral("--data"), data_, QStringLiteral("--listen"), QStringLiteral("tcp:127.0.0.1:0")});
  QByteArray said;
  while (!said.contains("ready ")) {
    if (!server_->waitForReadyRead(kPatienceMs)) {
      qWarning() << said;
      return false;
    }
    said += server_->readAll();
  }
  return true;
}

void TestParlourctl::wrongUse_data() {
  QTest::addColumn<QString>("command");
  QTest::addColumn<QString>("words");
  const auto row = [](const char* command, const char* words) {
    QTest::newRow(command) << QString::fromUtf8(command) << QString::fromUtf8(words);
  };
  row("room|fly", "no command \"room fly\"");
  row("room|show", "needs ROOM");
  row("room|show|Tides|Lobby", "one word too many");
  row("room|list|--colour|red", "colour");
  row("room|list|--limit", "limit");
  row("room|list|--limit|many", "number from 0 upward");
  row("room|add|X", "needs --category");
  row("--json", "Say what to do");
}

void TestParlourctl::wrongUse() {
  QFETCH(QString, command);
  QFETCH(QString, words);
  const Ran ran = run(command.split(QLatin1Char('|')));
  QCOMPARE(ran.status, 2);
  QVERIFY2(ran.errors.contains(words), qPrintable(ran.errors));
  QVERIFY(ran.out.isEmpty());
}

void TestParlourctl::helpNamesEverything() {
  const Ran all = run({QStringLiteral("--help")}, false);
  QCOMPARE(all.status, 0);
  for (const auto& verb : Server::adminVerbs()) QVERIFY2(all.out.contains(QLatin1String(verb.name)), verb.name);
  const Ran one = run({QStringLiteral("room"), QStringLiteral("add"), QStringLiteral("--help")}, false);
  QCOMPARE(one.status, 0);
  QVERIFY(one.out.contains(QStringLiteral("--category CATEGORY (needed)")));
  QCOMPARE(run({QStringLiteral("--version")}, false).out, QStringLiteral("parlourctl " PARLOUR_VERSION "\n"));
}

void TestParlourctl::offlineReadsAndChanges() {
  QVERIFY(ctl("pool|status").out.contains(QRegularExpression(QStringLiteral("running +no"))));
  QCOMPARE(ctl("room|set|Tides|--topic|Neap").status, 0);
  QVERIFY(ctl("room|show|Tides").out.contains(QRegularExpression(QStringLiteral("topic +Neap\n"))));
  QVERIFY(startServer());
  QVERIFY(ctl("room|show|Tides").out.contains(QRegularExpression(QStringLiteral("topic +Neap\n"))));
}

void TestParlourctl::onlineReadsAndChanges() {
  QVERIFY(startServer());
  QVERIFY(ctl("pool|status").out.contains(QRegularExpression(QStringLiteral("running +yes"))));
  const Ran added = ctl("room|add|Crew rota|--category|Harbour|--member|ada|--member|Cy Sorb|--privacy|secret");
  QCOMPARE(added.status, 0);
  QVERIFY(added.out.contains(QStringLiteral("members: + Ada Quince, + Cy Sorb")));
  QVERIFY(added.out.contains(QStringLiteral("Invitations sent: 2")));
  const Ran listed = ctl("room|list|--category|Harbour");
  QVERIFY(listed.out.startsWith(QStringLiteral("NAME ")));
  QVERIFY(listed.out.contains(QRegularExpression(QStringLiteral("Crew rota +Harbour +secret +normal +no +2 +0\n"))));
  cleanup();
  QVERIFY(ctl("room|list").out.contains(QStringLiteral("Crew rota")));
  QVERIFY(ctl("audit|list").out.contains(QStringLiteral("local administrator")));
}

void TestParlourctl::jsonParses() {
  for (const char* command :
       {"room|list|--json", "--json|room|show|Tides", "room|set|Tides|--topic|X|--json", "room|show|Nowhere|--json"}) {
    const Ran ran = ctl(command);
    const QJsonDocument document = QJsonDocument::fromJson(ran.out.toUtf8());
    QVERIFY2(document.isObject(), command);
    QCOMPARE(document.object().value(QStringLiteral("ok")).toBool(), ran.status == 0);
  }
  const QJsonObject list = QJsonDocument::fromJson(ctl("room|list|--json").out.toUtf8()).object();
  QCOMPARE(list.value(QStringLiteral("result")).toArray().size(), 4);
}

void TestParlourctl::dryRunChangesNothing() {
  const QString before = ctl("room|show|Tides").out;
  const Ran planned = ctl("room|move|Tides|--category|Loft|--dry-run");
  QCOMPARE(planned.status, 0);
  QVERIFY(planned.out.startsWith(QStringLiteral("Would change:\n")));
  QVERIFY(planned.out.contains(QStringLiteral("category: Harbour \u2192 Loft")));
  QVERIFY(planned.out.contains(QStringLiteral("no longer members: Cy Sorb, Crew")));
  QCOMPARE(ctl("room|rm|Tides|--dry-run").status, 0);
  QCOMPARE(ctl("room|show|Tides").out, before);
  QCOMPARE(ctl("audit|list").out, QStringLiteral("Nothing found.\n"));
}

void TestParlourctl::destroyingNeedsYes() {
  const Ran refused = ctl("room|rm|Tides");
  QCOMPARE(refused.status, 3);
  QVERIFY(refused.errors.contains(QStringLiteral("--yes")));
  QCOMPARE(ctl("room|show|Tides").status, 0);
  QCOMPARE(ctl("room|rm|Tides|--yes").status, 0);
  QCOMPARE(ctl("room|show|Tides").status, 1);
  // What cannot be is said before anything is asked.
  QCOMPARE(ctl("category|rm|Harbour").status, 1);
}

void TestParlourctl::asksAtATerminal_data() {
  QTest::addColumn<QByteArray>("reply");
  QTest::addColumn<int>("status");
  QTest::newRow("yes") << QByteArray("y\n") << 0;
  QTest::newRow("no") << QByteArray("n\n") << 3;
  QTest::newRow("nothing") << QByteArray("\n") << 3;
}

void TestParlourctl::asksAtATerminal() {
  QFETCH(QByteArray, reply);
  QFETCH(int, status);
  const Server::FileDescriptor terminal(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
  QVERIFY(terminal.isOpen() && ::grantpt(terminal.number()) == 0 && ::unlockpt(terminal.number()) == 0);
  QProcess process;
  process.setStandardInputFile(QString::fromLocal8Bit(::ptsname(terminal.number())));
  process.start(
      Parlour::Testing::programPath(QStringLiteral("parlourctl")),
      {QStringLiteral("--data"), data_, QStringLiteral("room"), QStringLiteral("rm"), QStringLiteral("Tides")});
  QVERIFY(process.waitForStarted(kPatienceMs));
  QCOMPARE(::write(terminal.number(), reply.constData(), static_cast<size_t>(reply.size())), reply.size());
  QVERIFY(process.waitForFinished(kPatienceMs));
  QVERIFY(process.readAllStandardError().contains("room.remove  Tides"));
  QCOMPARE(process.exitCode(), status);
  QCOMPARE(ctl("room|show|Tides").status, status == 0 ? 1 : 0);
}

void TestParlourctl::saysWhenThereIsMore() {
  const Ran some = ctl("room|list|--limit|2");
  QVERIFY(some.errors.contains(QStringLiteral("--limit")));
  QVERIFY(ctl("room|list").errors.isEmpty());
  QVERIFY(ctl("user|list|--limit|4").errors.contains(QStringLiteral("more")));
  QVERIFY(ctl("user|list|--limit|5").errors.isEmpty());
}

void TestParlourctl::takingAccessNeedsYes() {
  QCOMPARE(ctl("category|set|Harbour|--remove-allowed|cy").status, 3);
  QVERIFY(ctl("room|show|Tides").out.contains(QStringLiteral("Cy Sorb")));
  QCOMPARE(ctl("category|set|Harbour|--remove-allowed|cy|--yes").status, 0);
  QVERIFY(!ctl("room|show|Tides").out.contains(QStringLiteral("Cy Sorb")));
}

void TestParlourctl::harmlessSetNeedsNothing() {
  QCOMPARE(ctl("category|set|Harbour|--description|Boats").status, 0);
  QCOMPARE(ctl("room|set|Tides|--privacy|secret").status, 0);
}

void TestParlourctl::refusalsHaveAStatus() {
  const Ran ran = ctl("room|member|add|Tides|dot");
  QCOMPARE(ran.status, 1);
  QVERIFY2(ran.errors.contains(QStringLiteral("Dot Damson")), qPrintable(ran.errors));
}

void TestParlourctl::noDataDirectory() {
  QCOMPARE(run({QStringLiteral("room"), QStringLiteral("list")}, false).status, 2);
  const Ran ran = run({QStringLiteral("--data"), directory_->filePath(QStringLiteral("other")), QStringLiteral("room"),
                       QStringLiteral("list")});
  QCOMPARE(ran.status, 4);
  QVERIFY(ran.errors.contains(QStringLiteral("holds no data")));
}

void TestParlourctl::nothingIsCreated() {
  const QString other = directory_->filePath(QStringLiteral("other"));
  QCOMPARE(run({QStringLiteral("pool"), QStringLiteral("status"), QStringLiteral("--data"), other}).status, 4);
  QVERIFY(!QFile::exists(other));
}

void TestParlourctl::heldDirectoryWithoutSocket() {
  QVERIFY(startServer());
  QVERIFY(QFile::remove(Server::ControlSocket::pathIn(data_)));
  const Ran ran = ctl("room|list");
  QCOMPARE(ran.status, 4);
  QVERIFY2(ran.errors.contains(QStringLiteral("Another server")), qPrintable(ran.errors));
}

void TestParlourctl::exportAndImport() {
  QVERIFY(startServer());
  const QString file = directory_->filePath(QStringLiteral("orchard.export"));
  const QString page = directory_->filePath(QStringLiteral("report.html"));
  const Ran written = run({QStringLiteral("data"), QStringLiteral("export"), file, QStringLiteral("--only-category"),
                           QStringLiteral("Harbour"), QStringLiteral("--report"), page});
  QVERIFY2(written.status == 0, qPrintable(written.errors));
  QVERIFY(QFile::exists(page));
  QCOMPARE(run({QStringLiteral("data"), QStringLiteral("export"), file}).status, 1);
  // The server holds the directory.
  QCOMPARE(run({QStringLiteral("data"), QStringLiteral("import"), file}).status, 1);
  cleanup();
  QCOMPARE(ctl("room|rm|Tides|--yes").status, 0);
  const Ran planned = run({QStringLiteral("data"), QStringLiteral("import"), file, QStringLiteral("--dry-run")});
  QVERIFY2(planned.status == 0 && planned.out.contains(QStringLiteral("added room")), qPrintable(planned.out));
  QCOMPARE(ctl("room|show|Tides").status, 1);
  QCOMPARE(run({QStringLiteral("data"), QStringLiteral("import"), file}).status, 0);
  QCOMPARE(ctl("room|show|Tides").status, 0);
  QVERIFY(ctl("message|find|Tides").out.contains(QStringLiteral("Low water at nine")));
  QVERIFY(ctl("audit|list").out.contains(QRegularExpression(QStringLiteral("data.import +orchard.export"))));
}

void TestParlourctl::backupAndRestore() {
  const QString file = directory_->filePath(QStringLiteral("backup.db"));
  QVERIFY(startServer());
  const Ran created = run({QStringLiteral("backup"), QStringLiteral("create"), file});
  QVERIFY2(created.status == 0, qPrintable(created.errors));
  QVERIFY(created.out.contains(QRegularExpression(QStringLiteral("messages +3\n"))));
  QCOMPARE(run({QStringLiteral("backup"), QStringLiteral("create"), file}).status, 1);
  QCOMPARE(ctl("room|rm|Tides|--yes").status, 0);
  const QStringList restore{QStringLiteral("backup"), QStringLiteral("restore"), file};
  QCOMPARE(run(restore + QStringList{QStringLiteral("--yes")}).status, 1);
  cleanup();
  QCOMPARE(run(restore).status, 3);
  QCOMPARE(ctl("room|show|Tides").status, 1);
  QCOMPARE(run(restore + QStringList{QStringLiteral("--yes")}).status, 0);
  QCOMPARE(ctl("room|show|Tides").status, 0);
  QFile damaged(file);
  QVERIFY(damaged.open(QFile::ReadWrite) && damaged.seek(5'000) && damaged.write(QByteArray(20'000, 'x')) == 20'000);
  damaged.close();
  QCOMPARE(run({QStringLiteral("backup"), QStringLiteral("verify"), file}).status, 1);
}

void TestParlourctl::messageTest() {
  QCOMPARE(ctl("test|message|ada|cy|--room|Tides").status, 1);
  QVERIFY(startServer());
  const Ran ran = ctl("test|message|ada|cy|--room|Tides|--json");
  QVERIFY2(ran.status == 0, qPrintable(ran.out));
  const QJsonObject result =
      QJsonDocument::fromJson(ran.out.toUtf8()).object().value(QStringLiteral("result")).toObject();
  QVERIFY(result.value(QStringLiteral("firstMs")).toDouble() > 0);
  QVERIFY(result.value(QStringLiteral("secondMs")).toDouble() > 0);
  const Ran found = ctl("message|find|Tides|--words|administrator");
  QCOMPARE(found.out.count(QStringLiteral("Test message of the administrator")), 2);
  QVERIFY(ctl("sessions").out == QStringLiteral("Nothing found.\n"));
  const Ran refused = ctl("test|message|ada|dot|--room|Tides");
  QCOMPARE(refused.status, 1);
  QVERIFY2(refused.errors.contains(QStringLiteral("dot@orchard.example cannot join")), qPrintable(refused.errors));
  QCOMPARE(ctl("test|message|ada|eve|--room|Tides").status, 1);
  QVERIFY(ctl("test|message|cy|ada|--room|Stage").errors.contains(QStringLiteral("ada@orchard.example cannot post")));
  QVERIFY(ctl("sessions").out == QStringLiteral("Nothing found.\n"));
}

void TestParlourctl::statusAndDoctor() {
  const Ran stopped = ctl("doctor");
  QCOMPARE(stopped.status, 0);
  QVERIFY2(stopped.out.contains(QStringLiteral("No server runs on this data.")), qPrintable(stopped.out));
  QCOMPARE(ctl("status").status, 1);
  QVERIFY(startServer());
  const Ran status = ctl("status");
  QCOMPARE(status.status, 0);
  QVERIFY2(status.out.contains(QStringLiteral("health          ok\n")), qPrintable(status.out));
  QVERIFY(status.out.contains(QStringLiteral("Server started, ")));
  const Ran running = ctl("doctor");
  QCOMPARE(running.status, 0);
  QVERIFY2(running.out.contains(QRegularExpression(QStringLiteral("ok    listener +tcp:127.0.0.1:\\d+ answers."))),
           qPrintable(running.out));
  QVERIFY(running.out.contains(QStringLiteral("The server is well.")));
  QVERIFY(QFile::setPermissions(data_, QFile::Permissions(0x7755)));
  const Ran open = ctl("doctor|--json");
  QCOMPARE(open.status, 1);
  const QJsonObject result = QJsonDocument::fromJson(open.out.toUtf8())[QLatin1String("result")].toObject();
  QCOMPARE(result[QLatin1String("failed")].toInt(), 1);
  const QJsonObject first = result[QLatin1String("checks")].toArray().first().toObject();
  QCOMPARE(first[QLatin1String("result")].toString(), QStringLiteral("fail"));
  QVERIFY(first[QLatin1String("advice")].toString().startsWith(QStringLiteral("chmod 700 ")));
}

void TestParlourctl::controlCharactersStayOutOfTheTerminal() {
  QCOMPARE(ctl("room|set|Tides|--description|a\x1b[31mb\u202ec").status, 0);
  const Ran shown = ctl("room|show|Tides");
  QCOMPARE(shown.status, 0);
  QVERIFY(!shown.out.contains(QChar(0x1b)));
  QVERIFY(!shown.out.contains(QChar(0x202e)));
}

PARLOUR_TEST(TestParlourctl)

}  // namespace tst_parlourctl

#include "tst_parlourctl.moc"
