// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/Report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>
#include <algorithm>
#include <array>

namespace Parlour::Perf {
namespace {

struct Column {
  const char* title;
  const char* key;
  int decimals;
};

constexpr std::array<Column, 12> kColumns = {{{"per s", "rate", 0},
                                              {"p50 ms", "p50Ms", 2},
                                              {"p95 ms", "p95Ms", 2},
                                              {"p99 ms", "p99Ms", 2},
                                              {"cpu us", "serverCpuUs", 1},
                                              {"cores", "serverCores", 2},
                                              {"load", "loadCores", 2},
                                              {"others", "otherCores", 2},
                                              {"rss MB", "rssMb", 1},
                                              {"pss MB", "pssMb", 1},
                                              {"count", "count", 0},
                                              {"faults", "faults", 0}}};
constexpr int kNameWidth = 22;
constexpr int kColumnWidth = 9;

QString cell(const QJsonObject& figures, const Column& column) {
  const QJsonValue value = figures.value(QLatin1String(column.key));
  return value.isDouble() ? QString::number(value.toDouble(), 'f', column.decimals) : QString();
}

}  // namespace

bool ScenarioResult::passed() const {
  return std::all_of(checks.begin(), checks.end(), [](const Check& check) { return check.passed; });
}

QByteArray ScenarioResult::toJsonLine() const {
  QJsonObject line = figures;
  line.insert(QStringLiteral("scenario"), name);
  QJsonArray list;
  for (const Check& check : checks) {
    list.append(QJsonObject{{QStringLiteral("what"), check.what}, {QStringLiteral("passed"), check.passed}});
  }
  line.insert(QStringLiteral("checks"), list);
  return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

QString resultTable(const QList<ScenarioResult>& results) {
  QString table = QStringLiteral("scenario").leftJustified(kNameWidth);
  for (const Column& column : kColumns) table += QString::fromLatin1(column.title).rightJustified(kColumnWidth);
  table += QLatin1Char('\n');
  for (const ScenarioResult& result : results) {
    table += result.name.leftJustified(kNameWidth);
    for (const Column& column : kColumns) table += cell(result.figures, column).rightJustified(kColumnWidth);
    table += QLatin1Char('\n');
  }
  for (const ScenarioResult& result : results) {
    for (const Check& check : result.checks) {
      table += (check.passed ? QStringLiteral("pass  ") : QStringLiteral("FAIL  ")) + result.name +
               QStringLiteral(": ") + check.what + QLatin1Char('\n');
    }
  }
  return table;
}

}  // namespace Parlour::Perf
