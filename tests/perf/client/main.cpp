// SPDX-License-Identifier: Apache-2.0
// The client as people live in it: start with 50 followed rooms, rooms opened and paged back, long lists, an idle hour
// in small, memory. Usage: QT_QPA_PLATFORM=offscreen parlour-bench-client [--idle SECONDS] [--messages N]
// parlour-server Each part is a process of its own that gets its part by --part; the server is another one.
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTextStream>
#include <algorithm>
#include <vector>

#include "app/core/cache/CacheStore.h"
#include "tests/perf/client/Desk.h"
#include "tests/perf/client/Figures.h"
#include "tests/perf/client/Lists.h"
#include "tests/perf/load/Stage.h"

namespace Parlour::Perf {
namespace {

constexpr int kFollowed = 50;
constexpr int kOpened = 20;
constexpr int kUsers = 20;
constexpr int kPast = 60;  // messages of each room
constexpr int kWarmStarts = 5;
constexpr int kManyRooms = 5'000;
constexpr int kManyPeople = 2'000;
constexpr int kPages = 50;
constexpr ChatId kFillStep = 5'000;
constexpr double kWarmGoalMs = 1'000;
constexpr int kPartMs = 180'000;

QString address() { return QStringLiteral("sip:") + QString::fromStdString(OrganisationFile::user(0).address); }

struct Part {
  QString name;
  QString profile;
  int port = 0;
  int idleSeconds = 0;
};

int fail(const QString& what) {
  QTextStream(stderr) << what << '\n';
  return 1;
}

void print(const ScenarioResult& result) {
  QTextStream out(stdout);
  out << result.toJsonLine();
  for (const Check& check : result.checks) out << (check.passed ? "pass  " : "FAIL  ") << check.what << '\n';
  out.flush();
}

// In a process of its own.
int runPart(const Part& part) {
  const auto desk = ClientDesk::open(part.profile);
  if (!desk) return 1;
  const bool served = part.name == QLatin1String("start") || part.name == QLatin1String("day");
  const bool in = served ? desk->signIn(address(), part.port, kFollowed)
                         : desk->signInWithoutServer(address(), part.port, kFollowed);
  if (!in) return fail(QStringLiteral("not signed in: ") + part.name);
  QTextStream(stdout) << "signed in" << Qt::endl;
  QList<ScenarioResult> results;
  if (part.name == QLatin1String("day")) results << desk->openRooms(kOpened) << desk->idle(part.idleSeconds);
  if (part.name == QLatin1String("long-room")) results << desk->pageBack(kPages);
  if (part.name == QLatin1String("lists")) results << desk->roomList() << desk->people(kManyPeople);
  for (const ScenarioResult& result : results) print(result);
  return std::all_of(results.begin(), results.end(), [](const auto& each) { return each.passed(); }) ? 0 : 1;
}

// Starts a part, passes on what it prints and tells after how long it was signed in; below 0: it was not.
double startPart(const Part& part, bool& passed) {
  QProcess process;
  process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  QElapsedTimer since;
  since.start();
  process.start(
      QCoreApplication::applicationFilePath(),
      {QStringLiteral("--part"), part.name, QStringLiteral("--profile"), part.profile, QStringLiteral("--port"),
       QString::number(part.port), QStringLiteral("--idle"), QString::number(part.idleSeconds)});
  double signedInMs = -1;
  QTextStream out(stdout);
  while (process.state() != QProcess::NotRunning && since.elapsed() < kPartMs) {
    if (!process.canReadLine() && !process.waitForReadyRead(kPartMs)) break;
    while (process.canReadLine()) {
      const QByteArray line = process.readLine();
      if (line == "signed in\n") {
        signedInMs = static_cast<double>(since.nsecsElapsed()) / 1e6;
      } else {
        out << line << Qt::flush;
      }
    }
  }
  passed = process.waitForFinished(kPartMs) && process.exitCode() == 0 && signedInMs >= 0;
  return signedInMs;
}

Result<std::unique_ptr<Core::CacheStore>> cacheOf(const QString& profile) {
  const QDir directory(profile + QStringLiteral("/cache"));
  const QStringList files = directory.entryList({QStringLiteral("*.db")}, QDir::Files);
  if (files.size() != 1) return Error::make(ErrorCode::Storage, QStringLiteral("the client kept no messages"));
  return Core::CacheStore::open(directory.filePath(files.first()), SipUri::fromTrusted(address().toUtf8()));
}

// One room gets a past of so many messages, as if the person had read along for years.
Status fillLongRoom(Core::CacheStore& store, ChatId messages) {
  const auto rooms = store.rooms();
  if (!rooms) return rooms.error();
  const RoomUri room = rooms->first().summary.uri;
  const qint64 now = QDateTime::currentMSecsSinceEpoch();
  for (ChatId first = 1; first < messages; first += kFillStep) {
    Core::CachedRun run{room, first, first + kFillStep - 1, {}};
    for (ChatId id = run.first; id <= run.last; ++id) {
      Core::Message message;
      message.room = room;
      message.chatId = id;
      message.author = SipUri::fromTrusted("sip:user" + QByteArray::number(id % 40) + "@bench.example");
      message.authorName = QStringLiteral("User Number %1").arg(id % 40);
      message.time = Timestamp::fromMs(now - static_cast<qint64>(messages - id) * 10'000);
      message.text = OrganisationFile::sentence(static_cast<qint64>(id));
      run.messages.append(message);
    }
    if (auto kept = store.keep(run); !kept) return kept;
  }
  return success();
}

Status fillRooms(Core::CacheStore& store, int rooms) {
  for (int i = 0; i < rooms; ++i) {
    Core::CachedRoom room;
    room.summary.uri =
        *RoomUri::fromParts("perf.example", "0bb00000-0000-4000-8000-" + QByteArray::number(100'000 + i));
    room.summary.name = QStringLiteral("Older room %1").arg(i);
    room.opened = true;
    if (auto kept = store.keepRoom(room); !kept) return kept;
  }
  return success();
}

bool measureStarts(const Part& part) {
  std::vector<double> times;
  bool all = true;
  for (int i = 0; i < kWarmStarts; ++i) {
    bool passed = false;
    times.push_back(startPart(part, passed));
    all = all && passed;
  }
  const ScenarioResult result = timesOf(QStringLiteral("warm-start"), times, kWarmGoalMs);
  print(result);
  return all && result.passed();
}

int measureAll(const QString& program, int idleSeconds, ChatId messages) {
  const QTemporaryDir profile;
  const Stage stage;
  OrganisationShape shape;
  shape.users = kUsers;
  shape.rooms = evenRooms(kUsers, kUsers, kFollowed);
  shape.followedRooms = kFollowed;
  shape.messagesInFirstRoom = kPast;
  shape.messagesInOtherRooms = kPast;
  if (auto prepared = stage.prepare(shape); !prepared) return fail(prepared.error().text);
  RunOptions options;
  options.server = program;
  auto server = stage.start(options);
  if (!server) return fail(server.error().text);
  Part part{QStringLiteral("start"), profile.path(), server->port(), idleSeconds};
  bool passed = false;
  if (startPart(part, passed) < 0) return fail(QStringLiteral("the first sign-in failed"));
  bool good = measureStarts(part);
  part.name = QStringLiteral("day");
  startPart(part, passed);
  good = passed && good;
  server->stop();
  auto cache = cacheOf(profile.path());
  if (!cache) return fail(cache.error().text);
  if (auto filled = fillLongRoom(**cache, messages); !filled) return fail(filled.error().text);
  part.name = QStringLiteral("long-room");
  startPart(part, passed);
  good = passed && good;
  if (auto filled = fillRooms(**cache, kManyRooms - kFollowed); !filled) return fail(filled.error().text);
  part.name = QStringLiteral("lists");
  startPart(part, passed);
  return passed && good ? 0 : 1;
}

}  // namespace
}  // namespace Parlour::Perf

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  QCommandLineParser parser;
  parser.addOptions(
      {{QStringLiteral("idle"), QStringLiteral("Seconds to do nothing."), QStringLiteral("s"), QStringLiteral("20")},
       {QStringLiteral("messages"), QStringLiteral("In the long room."), QStringLiteral("n"),
        QStringLiteral("1000000")},
       {QStringLiteral("part"), QStringLiteral("For the processes that this one starts."), QStringLiteral("name")},
       {QStringLiteral("profile"), QStringLiteral("The same."), QStringLiteral("directory")},
       {QStringLiteral("port"), QStringLiteral("The same."), QStringLiteral("port")}});
  parser.addHelpOption();
  parser.addPositionalArgument(QStringLiteral("server"), QStringLiteral("Path of parlour-server."));
  parser.process(app);
  const int idle = parser.value(QStringLiteral("idle")).toInt();
  if (parser.isSet(QStringLiteral("part"))) {
    return Parlour::Perf::runPart({parser.value(QStringLiteral("part")), parser.value(QStringLiteral("profile")),
                                   parser.value(QStringLiteral("port")).toInt(), idle});
  }
  const Parlour::ChatId messages = parser.value(QStringLiteral("messages")).toULongLong();
  if (parser.positionalArguments().size() != 1 || idle < 1 || messages % Parlour::Perf::kFillStep != 0 ||
      messages == 0) {
    parser.showHelp(2);
  }
  return Parlour::Perf::measureAll(parser.positionalArguments().first(), idle, messages);
}
