// SPDX-License-Identifier: Apache-2.0
// How smooth a room of 100,000 messages is: the client's own timeline, model, delegate and view, drawn off screen.
// Usage: QT_QPA_PLATFORM=offscreen parlour-bench-timeline [messages]
#include <QApplication>
#include <QFile>
#include <QScrollBar>
#include <QTextStream>
#include <algorithm>
#include <ctime>
#include <vector>

#include "app/models/Roles.h"
#include "app/models/TimelineModel.h"
#include "app/ui/timeline/RowContents.h"
#include "app/ui/timeline/TimelineView.h"
#include "tests/perf/load/Report.h"
#include "tests/perf/timeline/LongRoom.h"

namespace Parlour::Perf {
namespace {

constexpr ChatId kDefaultMessages = 100'000;
constexpr int kLiveMessages = 1'000;
constexpr int kFlickPixels = 400;  // a fast flick of a wheel or touch pad, each frame
constexpr double kFrameMs = 16.7;  // 60 frames a second
constexpr int kJumps = 200;

double residentMb() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : status.readAll().split('\n')) {
    if (line.startsWith("VmRSS:")) return line.simplified().split(' ').value(1).toDouble() / 1024;
  }
  return 0;
}

// Processor time of this thread: what the client costs, whatever else the machine does meanwhile.
double threadMs() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<size_t>(share * static_cast<double>(values.size())))];
}

// One window with the room in it; every step is followed by everything the event loop has to do and a whole repaint.
class Stage {
 public:
  explicit Stage(ChatId messages)
      : past_(messages),
        view_(themes_, Models::IdRole, [this](const QModelIndex& i) { return contents_.read(model_.row(i.row())); }) {
    contents_.setMe(SipUri::fromTrusted("sip:ada@bench.example"), QStringLiteral("Ada Quince"));
    contents_.setToday(QDate(2026, 11, 22));
    QObject::connect(&view_, &Ui::TimelineView::olderNeeded, &past_, [this] { past_.fetchOlder(); });
    QObject::connect(&view_, &Ui::TimelineView::newerNeeded, &past_, [this] { past_.fetchNewer(); });
    view_.setEndReader([this] { return past_.room().timeline().atEnd(); });
    view_.resize(744, 560);
    view_.setModel(&model_);
    view_.show();
  }

  template <typename Step>
  double frame(Step step) {
    const double before = threadMs();
    step();
    view_.viewport()->update();
    QCoreApplication::processEvents();
    return threadMs() - before;
  }

  void enter() {
    past_.showNewest();
    model_.setRoom(&past_.room());
    view_.openAt(-1);
  }
  // Scrolls until the end of the room is on screen; the times of the frames.
  std::vector<double> scroll(int direction) {
    std::vector<double> times;
    const auto arrived = [&] {
      const QScrollBar* bar = view_.verticalScrollBar();
      const Core::Timeline& timeline = past_.room().timeline();
      return direction < 0 ? timeline.atStart() && bar->value() == bar->minimum()
                           : timeline.atEnd() && bar->value() == bar->maximum();
    };
    while (!arrived()) {
      times.push_back(frame(
          [&] { view_.verticalScrollBar()->setValue(view_.verticalScrollBar()->value() + direction * kFlickPixels); }));
    }
    return times;
  }
  std::vector<double> live() {
    std::vector<double> times;
    for (int i = 0; i < kLiveMessages; ++i) times.push_back(frame([&] { past_.postOne(); }));
    return times;
  }
  std::vector<double> jump() {
    std::vector<double> times;
    for (int i = 1; i <= kJumps; ++i) {
      times.push_back(frame([&] {
        past_.showAround(past_.messages() * static_cast<ChatId>(i) / (kJumps + 1));
        view_.showAndFlash(model_.rowCount() / 2);
      }));
    }
    return times;
  }
  bool newestOnScreen() { return view_.atBottom() && past_.room().timeline().newestChatId() == past_.messages(); }
  int rowsInMemory() const { return model_.rowCount(); }

 private:
  Ui::ThemeManager themes_;
  Ui::RowContents contents_;
  LongRoom past_;
  Models::TimelineModel model_;
  Ui::TimelineView view_;
};

ScenarioResult resultOf(const QString& name, const std::vector<double>& times, bool mustBeSmooth) {
  ScenarioResult result;
  result.name = name;
  result.figures[QStringLiteral("frames")] = static_cast<int>(times.size());
  result.figures[QStringLiteral("p50 ms")] = percentile(times, 0.5);
  result.figures[QStringLiteral("p99 ms")] = percentile(times, 0.99);
  result.figures[QStringLiteral("max ms")] = percentile(times, 1.0);
  result.figures[QStringLiteral("late")] =
      static_cast<int>(std::count_if(times.begin(), times.end(), [](double ms) { return ms > kFrameMs; }));
  result.figures[QStringLiteral("MB")] = residentMb();
  if (mustBeSmooth) {
    result.checks.append(
        Check{name + QStringLiteral(": 99 of 100 frames within 16.7 ms"), percentile(times, 0.99) <= kFrameMs});
  }
  return result;
}

QList<ScenarioResult> measure(ChatId messages) {
  Stage stage(messages);
  QList<ScenarioResult> results;
  results << resultOf(QStringLiteral("open"), {stage.frame([&] { stage.enter(); })}, false);
  results << resultOf(QStringLiteral("scroll-to-first"), stage.scroll(-1), true);
  results << resultOf(QStringLiteral("scroll-to-newest"), stage.scroll(+1), true);
  results << resultOf(QStringLiteral("live"), stage.live(), true);
  results.last().checks << Check{QStringLiteral("live: the newest message is on screen"), stage.newestOnScreen()};
  results.last().checks << Check{QStringLiteral("live: memory holds a window"),
                                 stage.rowsInMemory() <= Core::Timeline::kWindow};
  results << resultOf(QStringLiteral("jump"), stage.jump(), false);
  return results;
}

void printTable(QTextStream& out, const QList<ScenarioResult>& results) {
  const QStringList columns{QStringLiteral("frames"), QStringLiteral("p50 ms"), QStringLiteral("p99 ms"),
                            QStringLiteral("max ms"), QStringLiteral("late"),   QStringLiteral("MB")};
  out << QStringLiteral("scenario").leftJustified(18);
  for (const QString& column : columns) out << column.rightJustified(9);
  out << '\n';
  for (const ScenarioResult& result : results) {
    out << result.name.leftJustified(18);
    for (const QString& column : columns) {
      const double value = result.figures.value(column).toDouble();
      out << QString::number(value, 'f', column.endsWith(QLatin1String("ms")) ? 2 : 0).rightJustified(9);
    }
    out << '\n';
  }
  for (const ScenarioResult& result : results) {
    for (const Check& check : result.checks) out << (check.passed ? "pass  " : "FAIL  ") << check.what << '\n';
  }
}

}  // namespace
}  // namespace Parlour::Perf

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  const QString given = QApplication::arguments().value(1, QString::number(Parlour::Perf::kDefaultMessages));
  bool ok = false;
  const Parlour::ChatId messages = given.toULongLong(&ok);
  if (!ok || messages < 1'000 || messages > 10'000'000) {
    QTextStream(stderr) << "usage: parlour-bench-timeline [messages, 1000 to 10000000]\n";
    return 2;
  }
  const auto results = Parlour::Perf::measure(messages);
  QTextStream out(stdout);
  for (const auto& result : results) out << result.toJsonLine();
  Parlour::Perf::printTable(out, results);
  return std::all_of(results.begin(), results.end(), [](const auto& result) { return result.passed(); }) ? 0 : 1;
}
