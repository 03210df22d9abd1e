// SPDX-License-Identifier: Apache-2.0
// parlour-crash [--rounds N] [--users N] [--seed N] [--compliance] SERVER: kills the server in the middle of posts,
// again and again, and looks whether anything that was acknowledged is lost, doubled or out of place; with --compliance
// also in what the XML adapter wrote.
#include <signal.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <cstdio>
#include <random>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/org/Organisation.h"
#include "tests/crash/ComplianceOutput.h"
#include "tests/crash/CrashUser.h"

namespace Parlour::Crash {
namespace {

constexpr char kDomain[] = "crash.example";
constexpr int kRooms = 3;
constexpr int kStartMs = 30'000;
constexpr int kControlMs = 180'000;  // to deliver and verify what hours of posting left
constexpr auto kPatience = std::chrono::seconds(60);
constexpr int kLongestRoundMs = 400;
constexpr int kEarlyKillEvery = 8;  // one round in so many ends before everybody is signed in

QString roomName(int room) { return QStringLiteral("Room %1").arg(room); }

QByteArray organisationJson(int users) {
  QJsonArray people;
  for (int i = 0; i < users; ++i) {
    people.append(QJsonObject{{QStringLiteral("address"), QStringLiteral("u%1").arg(i)},
                              {QStringLiteral("name"), QStringLiteral("User %1").arg(i)}});
  }
  QJsonArray rooms;
  for (int room = 0; room < kRooms; ++room) {
    rooms.append(QJsonObject{{QStringLiteral("name"), roomName(room)},
                             {QStringLiteral("category"), QStringLiteral("All")},
                             {QStringLiteral("privacy"), QStringLiteral("open")}});
  }
  const QJsonObject category{{QStringLiteral("name"), QStringLiteral("All")},
                             {QStringLiteral("allowed"), QJsonArray{QStringLiteral("everyone")}}};
  return QJsonDocument(QJsonObject{{QStringLiteral("domain"), QString::fromLatin1(kDomain)},
                                   {QStringLiteral("name"), QStringLiteral("Crash")},
                                   {QStringLiteral("users"), people},
                                   {QStringLiteral("categories"), QJsonArray{category}},
                                   {QStringLiteral("rooms"), rooms}})
      .toJson();
}

// The rounds of one run with their server, users and ledger.
class CrashRun {
 public:
  CrashRun(const QString& server, int users, quint32 seed, bool compliance)
      : server_(server), compliance_(compliance), random_(seed), ledger_(users, kRooms) {
    scene_.domain = kDomain;
    for (int room = 0; room < kRooms; ++room) {
      const QByteArray guid = Server::derivedGuid("room", kDomain, roomName(room));
      scene_.roomGuids.push_back(guid.toStdString());
    }
    for (int i = 0; i < users; ++i) users_.push_back(std::make_unique<CrashUser>(i, scene_, loop_, ledger_));
    QFile file(directory_.filePath(QStringLiteral("organisation.json")));
    if (file.open(QIODevice::WriteOnly)) file.write(organisationJson(users));
  }

  bool run(int rounds) {
    QElapsedTimer watch;
    watch.start();
    scene_.posting = true;
    for (int round = 1; round <= rounds && ledger_.faults().empty(); ++round) {
      if (!start()) return false;
      playRound(round % kEarlyKillEvery == 0);
      killServer();
      if (round % 10 == 0 || round == rounds) report(round, watch.elapsed());
    }
    return ledger_.faults().empty() && settle() && compare();
  }

  const CrashLedger& ledger() const { return ledger_; }

 private:
  bool start() {
    process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{QStringLiteral("--data"),         directory_.filePath(QStringLiteral("data")),
                          QStringLiteral("--org"),          directory_.filePath(QStringLiteral("organisation.json")),
                          QStringLiteral("--open-sign-in"), QStringLiteral("--listen"),
                          QStringLiteral("tcp:127.0.0.1:0")};
    // With so short a queue batches are delivered all the time.
    if (compliance_) {
      arguments << QStringLiteral("--compliance") << QStringLiteral("--compliance.limit-events")
                << QStringLiteral("100") << QStringLiteral("--compliance.archive") << QStringLiteral("true");
    }
    process_.start(server_, arguments);
    QByteArray line;
    while (!line.startsWith("ready ")) {
      if (!process_.canReadLine() && !process_.waitForReadyRead(kStartMs)) {
        ledger_.complain("the server did not start");
        return false;
      }
      line = process_.readLine().trimmed();
    }
    const QByteArray address = line.split(' ').value(1);
    scene_.port = address.mid(address.lastIndexOf(':') + 1).toInt();
    return true;
  }

  void playRound(bool early) {
    const std::chrono::milliseconds length(std::uniform_int_distribution(1, kLongestRoundMs)(random_));
    if (!early && !runUntil([this] { return allReady(); }, std::chrono::steady_clock::now() + kPatience)) {
      ledger_.complain("not everybody could sign in");
    }
    runUntil([] { return false; }, std::chrono::steady_clock::now() + length);
  }

  void killServer() {
    ::kill(static_cast<pid_t>(process_.processId()), SIGKILL);
    process_.waitForFinished();
    // What was on its way to the users arrives still: it was said.
    runUntil(
        [this] { return std::none_of(users_.begin(), users_.end(), [](const auto& user) { return user->isReady(); }); },
        std::chrono::steady_clock::now() + kPatience);
    scene_.port = 0;
    for (const auto& user : users_) user->dropConnection();
  }

  // Nothing new is posted; what was on its way is repeated until it is acknowledged.
  bool settle() {
    scene_.posting = false;
    if (!start()) return false;
    const bool settled = runUntil(
        [this] {
          const bool pending =
              std::any_of(users_.begin(), users_.end(), [](const auto& user) { return user->hasPending(); });
          return allReady() && !pending && ledger_.settled();
        },
        std::chrono::steady_clock::now() + kPatience);
    if (!settled) ledger_.complain("in the end not all users saw the same messages");
    if (settled && compliance_) deliverRest();
    process_.terminate();
    process_.waitForFinished(kStartMs);
    return settled;
  }

  // What parlourctl answers; nothing when it fails.
  QJsonObject control(const QStringList& command) {
    QProcess program;
    program.start(
        QFileInfo(server_).dir().filePath(QStringLiteral("parlourctl")),
        QStringList{QStringLiteral("--json"), QStringLiteral("--data"), directory_.filePath(QStringLiteral("data"))} +
            command);
    QElapsedTimer watch;
    watch.start();
    if (!program.waitForFinished(kControlMs) || program.exitCode() != 0) {
      ledger_.complain(command.join(QLatin1Char(' ')).toStdString() +
                       " failed: " + (program.readAllStandardError() + program.readAllStandardOutput()).toStdString());
    }
    std::printf("%s: %lld ms\n", qPrintable(command.join(QLatin1Char(' '))), static_cast<long long>(watch.elapsed()));
    const QJsonDocument answer = QJsonDocument::fromJson(program.readAllStandardOutput());
    return answer.object().value(QStringLiteral("result")).toObject();
  }

  // Numbers of events have no gaps, so as many as the last number are all of them, each once.
  void deliverRest() {
    control({QStringLiteral("compliance"), QStringLiteral("run")});
    const QJsonObject archive = control({QStringLiteral("archive"), QStringLiteral("verify")});
    const qint64 events = archive.value(QStringLiteral("events")).toInteger(-1);
    if (events <= 0 || events != archive.value(QStringLiteral("lastEvent")).toInteger()) {
      ledger_.complain("the archive does not hold each event once");
    }
  }

  void compareOutput(int room, const std::map<uint64_t, std::string>& stored) {
    if (output_.messages(scene_.roomGuids[static_cast<size_t>(room)]) != stored) {
      ledger_.complain("compliance did not record room " + std::to_string(room) + " as it is stored");
    }
  }

  bool compare() {
    if (compliance_ && !output_.read(directory_.filePath(QStringLiteral("data/compliance")).toStdString())) {
      ledger_.complain("compliance wrote nothing, or nothing that can be read");
    }
    for (const std::string& fault : output_.faults()) ledger_.complain(fault);
    auto database =
        Sqlite::Database::open(directory_.filePath(QStringLiteral("data/chat.db")), {Sqlite::Access::ReadOnly});
    if (!database || database->value("PRAGMA integrity_check").value() != "ok")
      ledger_.complain("the database is damaged");
    for (int room = 0; room < kRooms; ++room) {
      std::vector<std::string> posted;
      for (const auto& user : users_) {
        const auto& own = user->posted()[static_cast<size_t>(room)];
        posted.insert(posted.end(), own.begin(), own.end());
      }
      auto statement = database->prepare(
          "SELECT key & 1099511627775, chat FROM messages JOIN rooms ON rooms.id = key >> 40 "
          "WHERE rooms.name = ?1");
      std::map<uint64_t, std::string> stored;
      auto rows = statement->query(roomName(room));
      while (rows.next()) stored[static_cast<uint64_t>(rows.integer(0))] = rows.bytes(1).toStdString();
      stored_ += stored.size();
      ledger_.compare(room, stored, posted);
      if (compliance_) compareOutput(room, stored);
    }
    return ledger_.faults().empty();
  }

  bool allReady() const {
    return std::all_of(users_.begin(), users_.end(), [](const auto& user) { return user->isReady(); });
  }

  bool runUntil(const std::function<bool()>& done, Perf::SteadyTime deadline) {
    return loop_.runUntil(
        [&] {
          for (const auto& user : users_) user->turn();
          return done();
        },
        deadline);
  }

  void report(int rounds, qint64 ms) {
    std::printf("%d rounds, %.1f s: %zu posts acknowledged, %zu of them to a repeat that was stored before\n", rounds,
                static_cast<double>(ms) / 1'000, ledger_.acknowledgements(), ledger_.repeats());
    std::fflush(stdout);
  }

 public:
  size_t stored() const { return stored_; }
  size_t recorded() const { return output_.events(); }

 private:
  const QString server_;
  const bool compliance_;
  std::mt19937 random_;
  QTemporaryDir directory_;
  CrashScene scene_;
  CrashLedger ledger_;
  ComplianceOutput output_;
  Perf::EventLoop loop_;
  std::vector<std::unique_ptr<CrashUser>> users_;
  QProcess process_;
  size_t stored_ = 0;
};

}  // namespace
}  // namespace Parlour::Crash

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  QCommandLineParser parser;
  parser.addHelpOption();
  parser.addOption({QStringLiteral("rounds"), QStringLiteral("how often the server is killed"), QStringLiteral("N"),
                    QStringLiteral("3")});
  parser.addOption(
      {QStringLiteral("users"), QStringLiteral("who post all the time"), QStringLiteral("N"), QStringLiteral("50")});
  parser.addOption(
      {QStringLiteral("seed"), QStringLiteral("of the moments"), QStringLiteral("N"), QStringLiteral("1")});
  parser.addOption({QStringLiteral("compliance"), QStringLiteral("record events, and check the adapter's output")});
  parser.addPositionalArgument(QStringLiteral("SERVER"), QStringLiteral("path of parlour-server"));
  parser.process(application);
  if (parser.positionalArguments().size() != 1) parser.showHelp(2);
  Parlour::Crash::CrashRun run(parser.positionalArguments().first(), parser.value(QStringLiteral("users")).toInt(),
                               parser.value(QStringLiteral("seed")).toUInt(),
                               parser.isSet(QStringLiteral("compliance")));
  const bool good = run.run(parser.value(QStringLiteral("rounds")).toInt());
  for (const std::string& fault : run.ledger().faults()) std::printf("FAULT: %s\n", fault.c_str());
  if (good) std::printf("every acknowledged post is stored once: %zu messages, the same for all users\n", run.stored());
  if (good && run.recorded() > 0) std::printf("compliance recorded each of them once: %zu events\n", run.recorded());
  return good ? 0 : 1;
}
