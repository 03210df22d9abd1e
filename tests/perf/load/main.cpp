// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <sys/resource.h>

#include <QCommandLineParser>
#include <QFile>
#include <cstdio>

#include "tests/perf/load/Scenarios.h"

namespace {

using namespace Parlour;
using namespace Parlour::Perf;

constexpr int kUsageError = 2;

void raiseFileLimitToMost() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

void addOptions(QCommandLineParser& parser) {
  parser.setApplicationDescription(
      QStringLiteral("Puts load on a parlour-server that it starts itself, on loopback, and measures it."));
  parser.addPositionalArgument(QStringLiteral("SERVER"), QStringLiteral("Path of parlour-server."));
  const auto add = [&parser](const char* name, const QString& help, const char* value, const char* usual) {
    parser.addOption({QString::fromLatin1(name), help, QString::fromLatin1(value), QString::fromLatin1(usual)});
  };
  add("scenario",
      QStringLiteral("Runs only this one; may be repeated. One of: %1, smoke.")
          .arg(scenarioNames().join(QStringLiteral(", "))),
      "NAME", "");
  add("seconds", QStringLiteral("Time of posting or reading in a scenario, 0.1 to 600."), "S", "3");
  add("history-messages", QStringLiteral("Messages in the room whose history is read, 1 to 500000."), "N", "100000");
  add("json", QStringLiteral("Writes the results to this file too, one line of JSON each."), "FILE", "");
  add("with", QStringLiteral("Passes an option on to the server; may be repeated."), "OPTION", "");
  parser.addOption({QStringLiteral("help"), QStringLiteral("Shows this text.")});
}

int usage(const QString& text) {
  fprintf(stderr, "parlour-load: %s See --help.\n", qPrintable(text));
  return kUsageError;
}

int report(const QList<ScenarioResult>& results, const QString& jsonFile, bool complete) {
  QByteArray lines;
  bool passed = complete;
  for (const ScenarioResult& result : results) {
    lines += result.toJsonLine();
    passed = passed && result.passed();
  }
  printf("\n%s", qPrintable(resultTable(results)));
  if (jsonFile.isEmpty()) return passed ? 0 : 1;
  QFile file(jsonFile);
  if (file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size()) return passed ? 0 : 1;
  fprintf(stderr, "parlour-load: %s: %s\n", qPrintable(jsonFile), qPrintable(file.errorString()));
  return 1;
}

int runAll(const QStringList& names, const RunOptions& options, const QString& jsonFile) {
  QList<ScenarioResult> results;
  bool complete = true;
  for (const QString& name : names) {
    const auto measured = runScenario(name, options);
    if (!measured) {
      complete = false;
      fprintf(stderr, "FAIL  %s: %s\n%s\n", qPrintable(name), qPrintable(measured.error().text),
              qPrintable(measured.error().detail));
      continue;
    }
    for (const ScenarioResult& result : *measured) {
      printf("%s", result.toJsonLine().constData());
      fflush(stdout);
      results.append(result);
    }
  }
  return report(results, jsonFile, complete);
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
  if (parser.positionalArguments().size() != 1) return usage(QStringLiteral("Say which parlour-server to start."));
  RunOptions options;
  options.server = parser.positionalArguments().first();
  options.seconds = parser.value(QStringLiteral("seconds")).toDouble();
  options.historyMessages = parser.value(QStringLiteral("history-messages")).toInt();
  if (options.seconds < 0.1 || options.seconds > 600) return usage(QStringLiteral("--seconds is out of range."));
  if (options.historyMessages < 1 || options.historyMessages > 500'000)
    return usage(QStringLiteral("--history-messages is out of range."));
  if (parser.isSet(QStringLiteral("with"))) options.serverOptions = parser.values(QStringLiteral("with"));
  QStringList names = parser.values(QStringLiteral("scenario"));
  if (!parser.isSet(QStringLiteral("scenario"))) names = scenarioNames();
  for (const QString& name : names) {
    if (!isScenario(name)) return usage(QStringLiteral("There is no scenario called \"%1\".").arg(name));
  }
  return runAll(names, options, parser.value(QStringLiteral("json")));
}
