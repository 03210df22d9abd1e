// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <sys/resource.h>

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cstdio>

#include "tests/perf/load/GoalTable.h"
#include "tests/perf/load/LatencyPlot.h"
#include "tests/perf/load/Scenarios.h"

namespace {

using namespace Parlour;
using namespace Parlour::Perf;

constexpr int kUsageError = 2;
constexpr rlim_t kFilesForAll = 10'500;

// Both this program and the server that it starts hold a socket a user.
void raiseFileLimitToMost() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_max >= kFilesForAll) return;
  fprintf(stderr, "parlour-load: at most %llu files may be open: scenarios with 10,000 users will fail\n",
          static_cast<unsigned long long>(limit.rlim_max));
}

void addOptions(QCommandLineParser& parser) {
  QString list = QStringLiteral("Runs only this one; may be repeated. One of:");
  for (const Scenario& scenario : scenarios()) list += QStringLiteral("\n%1: %2").arg(scenario.name, scenario.what);
  parser.setApplicationDescription(
      QStringLiteral("Puts load on a parlour-server that it starts itself, on loopback, and measures it."));
  parser.addPositionalArgument(QStringLiteral("SERVER"), QStringLiteral("Path of parlour-server."));
  const auto add = [&parser](const char* name, const QString& help, const char* value, const char* usual) {
    parser.addOption({QString::fromLatin1(name), help, QString::fromLatin1(value), QString::fromLatin1(usual)});
  };
  add("scenario", list, "NAME", "");
  add("skip", QStringLiteral("Leaves this one out of a full run; may be repeated."), "NAME", "");
  add("seconds", QStringLiteral("Time of posting or reading in a scenario, 0.1 to 600."), "S", "3");
  add("model-seconds", QStringLiteral("Time of posting in the Lync model, 1 to 3600."), "S", "60");
  add("rounds", QStringLiteral("How often what is compared with the floor is measured, 1 to 9."), "N", "1");
  add("history-messages", QStringLiteral("Messages in the room whose history is read, 1 to 500000."), "N", "100000");
  add("search-messages", QStringLiteral("Messages that are searched, 1000 to 10000000."), "N", "1000000");
  add("start-messages", QStringLiteral("Messages in the large store that is started; 0: leaves it out."), "N",
      "10000000");
  add("stores", QStringLiteral("Keeps filled stores in this directory for the next run (some gigabytes)."), "DIR", "");
  add("floor", QStringLiteral("parlour-floor to compare with; \"none\": no comparison."), "FILE", "");
  add("results", QStringLiteral("Writes load.json, goals.txt and latency.svg to this directory too."), "DIR", "");
  add("with", QStringLiteral("Passes an option on to the server; may be repeated."), "OPTION", "");
  parser.addOption({QStringLiteral("goals"), QStringLiteral("Prints the goals with what was measured at the end.")});
  parser.addOption({QStringLiteral("help"), QStringLiteral("Shows this text.")});
}

int usage(const QString& text) {
  fprintf(stderr, "parlour-load: %s See --help.\n", qPrintable(text));
  return kUsageError;
}

bool writeFile(const QString& directory, const char* name, const QByteArray& content) {
  QDir().mkpath(directory);
  QFile file(QDir(directory).filePath(QLatin1String(name)));
  if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size()) return true;
  fprintf(stderr, "parlour-load: %s: %s\n", qPrintable(file.fileName()), qPrintable(file.errorString()));
  return false;
}

bool report(const QList<ScenarioResult>& results, const QCommandLineParser& parser) {
  QByteArray lines;
  bool passed = true;
  for (const ScenarioResult& result : results) {
    lines += result.toJsonLine();
    passed = passed && result.passed();
  }
  printf("\n%s", qPrintable(resultTable(results)));
  const QByteArray reached = goalTable(rowsOf(results, goals())).toUtf8();
  if (parser.isSet(QStringLiteral("goals"))) printf("\n%s", reached.constData());
  const QString directory = parser.value(QStringLiteral("results"));
  if (directory.isEmpty()) return passed;
  return writeFile(directory, "load.json", lines) && writeFile(directory, "goals.txt", reached) &&
         writeFile(directory, "latency.svg", latencyPlot(results)) && passed;
}

bool runOnce(const Scenario& scenario, const RunOptions& options, QList<ScenarioResult>& results) {
  const auto measured = scenario.run(options);
  if (!measured) {
    fprintf(stderr, "FAIL  %s: %s\n%s\n", qPrintable(scenario.name), qPrintable(measured.error().text),
            qPrintable(measured.error().detail));
    return false;
  }
  for (const ScenarioResult& result : *measured) {
    printf("%s", result.toJsonLine().constData());
    fflush(stdout);
    results.append(result);
  }
  return true;
}

int runAll(const QStringList& names, const RunOptions& options, const QCommandLineParser& parser) {
  QList<ScenarioResult> results;
  bool complete = true;
  for (int round = 0; round < options.rounds; ++round) {
    for (const QString& name : names) {
      const Scenario& scenario = *findScenario(name);
      if (round == 0 || scenario.inRounds) complete = runOnce(scenario, options, results) && complete;
    }
  }
  const bool passed = report(results, parser);
  return complete && passed ? 0 : 1;
}

// Empty when all is well.
QString readOptions(const QCommandLineParser& parser, RunOptions& options) {
  const auto number = [&parser](const char* name) { return parser.value(QLatin1String(name)).toDouble(); };
  options.server = parser.positionalArguments().value(0);
  options.seconds = number("seconds");
  options.modelSeconds = number("model-seconds");
  options.rounds = static_cast<int>(number("rounds"));
  options.historyMessages = static_cast<int>(number("history-messages"));
  options.searchMessages = static_cast<qint64>(number("search-messages"));
  options.startMessages = static_cast<qint64>(number("start-messages"));
  options.stores = parser.value(QStringLiteral("stores"));
  if (parser.isSet(QStringLiteral("with"))) options.serverOptions = parser.values(QStringLiteral("with"));
  options.floor = parser.value(QStringLiteral("floor"));
  const QString beside = QFileInfo(options.server).dir().filePath(QStringLiteral("parlour-floor"));
  if (options.floor.isEmpty() && QFileInfo(beside).isExecutable()) options.floor = beside;
  if (options.floor == QLatin1String("none")) options.floor.clear();
  if (parser.positionalArguments().size() != 1) return QStringLiteral("Say which parlour-server to start.");
  if (options.seconds < 0.1 || options.seconds > 600) return QStringLiteral("--seconds is out of range.");
  if (options.modelSeconds < 1 || options.modelSeconds > 3'600)
    return QStringLiteral("--model-seconds is out of range.");
  if (options.rounds < 1 || options.rounds > 9) return QStringLiteral("--rounds is out of range.");
  if (options.historyMessages < 1 || options.historyMessages > 500'000)
    return QStringLiteral("--history-messages is out of range.");
  if (options.searchMessages < 1'000 || options.searchMessages > 10'000'000)
    return QStringLiteral("--search-messages is out of range.");
  if (options.startMessages < 0 || options.startMessages > 100'000'000)
    return QStringLiteral("--start-messages is out of range.");
  return {};
}

QStringList namesToRun(const QCommandLineParser& parser, const RunOptions& options) {
  QStringList names = parser.values(QStringLiteral("scenario"));
  if (parser.isSet(QStringLiteral("scenario"))) return names;
  QStringList left = parser.values(QStringLiteral("skip"));
  if (options.startMessages == 0) left.append(QStringLiteral("start-large"));
  for (const Scenario& scenario : scenarios()) {
    if (!scenario.isExtra && !left.contains(scenario.name)) names.append(scenario.name);
  }
  return names;
}

}  // namespace

int main(int argc, char** argv) {
  signal(SIGPIPE, SIG_IGN);
  raiseFileLimitToMost();
  QStringList arguments;
  for (int i = 0; i < argc; ++i) arguments.append(QString::fromLocal8Bit(argv[i]));
  QCommandLineParser parser;
  addOptions(parser);
  if (!parser.parse(arguments)) return usage(parser.errorText());
  if (parser.isSet(QStringLiteral("help"))) return printf("%s", qPrintable(parser.helpText())), 0;
  RunOptions options;
  if (const QString wrong = readOptions(parser, options); !wrong.isEmpty()) return usage(wrong);
  const QStringList names = namesToRun(parser, options);
  for (const QString& name : names) {
    if (!findScenario(name)) return usage(QStringLiteral("There is no scenario called \"%1\".").arg(name));
  }
  return runAll(names, options, parser);
}
