// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/client/Desk.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/timeline/TimelineView.h"
#include "tests/perf/client/Figures.h"
#include "tests/perf/client/Lists.h"

namespace Parlour::Perf {
namespace {

constexpr int kPatienceMs = 60'000;
constexpr double kOpenGoalMs = 150;
constexpr double kPageGoalMs = 50;
constexpr double kIdleGoalPercent = 0.5;
constexpr double kMemoryGoalMb = 200;

double processSeconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

}  // namespace

std::unique_ptr<ClientDesk> ClientDesk::open(const QString& profileDirectory) {
  Program::ProgramOptions options;
  options.profileDir = profileDirectory;
  options.cacheDir = profileDirectory + QStringLiteral("/cache");
  options.scheme = Ui::ColorScheme::Light;
  auto application = Program::Application::create(options);
  if (!application) {
    fprintf(stderr, "%s\n", qPrintable(application.error().text));
    return nullptr;
  }
  return std::unique_ptr<ClientDesk>(new ClientDesk(std::move(*application)));
}

bool ClientDesk::runUntil(const std::function<bool()>& reached) const {
  QEventLoop loop;
  QTimer look;
  QElapsedTimer since;
  since.start();
  QObject::connect(&look, &QTimer::timeout, &loop, [&] {
    if (reached() || since.elapsed() > kPatienceMs) loop.quit();
  });
  if (reached()) return true;
  look.start(1);
  loop.exec();
  return reached();
}

bool ClientDesk::begin(const QString& address, int port, const std::function<bool()>& reached) {
  Core::SignInRequest request;
  request.address = SipUri::fromTrusted(address.toUtf8());
  request.host = QStringLiteral("127.0.0.1");
  request.port = static_cast<quint16>(port);
  request.tls = false;
  application_->start();
  application_->client().signIn(request);
  if (!runUntil(reached)) return false;
  application_->mainController()->window().repaint();
  return true;
}

bool ClientDesk::signIn(const QString& address, int port, int rooms) {
  Core::Client& client = application_->client();
  return begin(address, port, [&client, rooms, this] {
    if (client.status().state != Core::ConnectionState::Connected || !application_->mainController()) return false;
    const auto joined = std::count_if(client.rooms().begin(), client.rooms().end(), [](const Core::Room* room) {
      return room->joinState() == Core::JoinState::Joined;
    });
    return joined >= rooms;
  });
}

bool ClientDesk::signInWithoutServer(const QString& address, int port, int rooms) {
  Core::Client& client = application_->client();
  return begin(address, port, [&client, rooms, this] {
    return application_->mainController() && application_->mainController()->window().isVisible() &&
           client.rooms().size() >= rooms;
  });
}

double ClientDesk::paintedRoomMs(const RoomUri& room) {
  Ui::MainController& main = *application_->mainController();
  QElapsedTimer since;
  since.start();
  main.openRoom(room, false);
  const Core::Timeline& timeline = application_->client().room(room)->timeline();
  if (!runUntil([&] { return timeline.count() > 0; })) return -1;
  main.window().repaint();
  return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

ScenarioResult ClientDesk::openRooms(int count) {
  std::vector<double> times;
  const auto rooms = application_->client().rooms();
  for (const Core::Room* room : rooms) {
    if (static_cast<int>(times.size()) < count) times.push_back(paintedRoomMs(room->uri()));
  }
  ScenarioResult result = timesOf(QStringLiteral("open-room"), times, kOpenGoalMs);
  result.checks.append({QStringLiteral("open-room: every room has messages"),
                        !times.empty() && *std::min_element(times.begin(), times.end()) >= 0});
  result.figures[QStringLiteral("rooms")] = static_cast<int>(times.size());
  result.figures[QStringLiteral("MB")] = residentMb();
  result.checks.append({QStringLiteral("open-room: under %1 MB").arg(kMemoryGoalMb), residentMb() < kMemoryGoalMb});
  return result;
}

ScenarioResult ClientDesk::pageBack(int pages) {
  Ui::TimelineView& view = *application_->mainController()->window().roomPage()->timeline();
  const Core::Room* room = nullptr;
  for (const Core::Room* each : application_->client().rooms()) {
    if (!room || each->newestKnown() > room->newestKnown()) room = each;
  }
  std::vector<double> times{paintedRoomMs(room->uri())};
  ScenarioResult opened = timesOf(QStringLiteral("open-long-room"), times, kOpenGoalMs);
  times.clear();
  bool all = true;
  for (int page = 0; page < pages; ++page) {
    const ChatId oldest = room->timeline().at(0).chatId;
    QElapsedTimer since;
    since.start();
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->minimum());
    all = runUntil([&] { return room->timeline().at(0).chatId < oldest; }) && all;
    view.repaint();
    times.push_back(static_cast<double>(since.nsecsElapsed()) / 1e6);
  }
  ScenarioResult result = timesOf(QStringLiteral("page-back"), times, kPageGoalMs);
  result.checks.append({QStringLiteral("page-back: every page came"), all});
  result.figures[QStringLiteral("open ms")] = opened.figures.value(QStringLiteral("max ms"));
  result.checks += opened.checks;
  return result;
}

ScenarioResult ClientDesk::idle(int seconds) {
  QEventLoop loop;
  // What signing in and opening rooms left to do is not idleness.
  QTimer::singleShot(2'000, &loop, &QEventLoop::quit);
  loop.exec();
  const double before = processSeconds();
  QTimer::singleShot(seconds * 1'000, &loop, &QEventLoop::quit);
  loop.exec();
  const double percent = (processSeconds() - before) / seconds * 100;
  ScenarioResult result;
  result.name = QStringLiteral("idle");
  result.figures[QStringLiteral("% of a core")] = percent;
  result.checks.append(
      {QStringLiteral("idle: under %1 % of a core").arg(kIdleGoalPercent), percent < kIdleGoalPercent});
  return result;
}

ScenarioResult ClientDesk::roomList() { return measureRoomList(application_->client(), application_->themes()); }

ScenarioResult ClientDesk::people(int count) { return measurePeople(application_->themes(), count); }

}  // namespace Parlour::Perf
