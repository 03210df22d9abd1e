// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/GoalTable.h"

#include <algorithm>
#include <array>

namespace Parlour::Perf {
namespace {

using Kind = Goal::Kind;

constexpr int kColumns = 6;

std::vector<double> figuresOf(const QList<ScenarioResult>& results, const QString& scenario, const QString& figure,
                              double leastMessages = 0) {
  std::vector<double> values;
  for (const ScenarioResult& result : results) {
    const QJsonValue value = result.figures.value(figure);
    const bool named = scenario.isEmpty() || result.name == scenario;
    const bool wanted = named && result.figures.value(QStringLiteral("messages")).toDouble() >= leastMessages;
    if (wanted && value.isDouble()) values.push_back(value.toDouble());
  }
  return values;
}

std::optional<double> medianOf(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  return values[(values.size() - 1) / 2];
}

std::optional<double> ratioOf(const QList<ScenarioResult>& results, const Goal& goal, const QString& scenario) {
  const auto own = figuresOf(results, scenario, goal.figure);
  const auto floor = figuresOf(results, goal.floor, goal.figure);
  std::vector<double> ratios;
  for (size_t round = 0; round < std::min(own.size(), floor.size()); ++round) {
    if (floor[round] > 0) ratios.push_back(own[round] / floor[round]);
  }
  return medianOf(ratios);
}

// A sum over everything that was measured, for what must never happen at all.
std::optional<double> sumOf(const QList<ScenarioResult>& results, const QString& figure) {
  const auto values = figuresOf(results, {}, figure);
  if (values.empty()) return std::nullopt;
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}

bool isWorse(double value, double than, Kind kind) { return kind == Kind::AtMost ? value > than : value < than; }

GoalRow rowOf(const QList<ScenarioResult>& results, const Goal& goal) {
  GoalRow row{&goal, {}, {}, false};
  if (goal.scenarios.isEmpty()) row.measured = sumOf(results, goal.figure);
  for (const QString& scenario : goal.scenarios) {
    const auto value = medianOf(figuresOf(results, scenario, goal.figure, goal.leastMessages));
    if (!value || (row.measured && !isWorse(*value * goal.scale, *row.measured, goal.kind))) continue;
    row.measured = *value * goal.scale;
    if (!goal.floor.isEmpty()) row.ratio = ratioOf(results, goal, scenario);
  }
  const auto& judged = goal.ofFloor ? row.ratio : row.measured;
  row.met = goal.judged && judged && !isWorse(*judged, goal.bound, goal.kind);
  return row;
}

using Cells = std::array<QString, kColumns>;

QString boundOf(const Goal& goal) {
  if (!goal.judged) return QStringLiteral("-");
  const QString sign = goal.kind == Kind::AtMost ? QStringLiteral("≤ ") : QStringLiteral("≥ ");
  return sign + QString::number(goal.bound) + (goal.ofFloor ? QStringLiteral(" x floor") : goal.unit);
}

QString verdictOf(const GoalRow& row) {
  const bool known = row.goal->ofFloor ? row.ratio.has_value() : row.measured.has_value();
  if (!known) return QStringLiteral("not measured");
  if (!row.goal->judged) return {};
  return row.met ? QStringLiteral("met") : QStringLiteral("MISSED");
}

Cells cellsOf(const GoalRow& row) {
  const Goal& goal = *row.goal;
  return {goal.what,
          boundOf(goal),
          row.measured ? QString::number(*row.measured, 'f', goal.decimals) + goal.unit : QStringLiteral("-"),
          row.ratio ? QString::number(*row.ratio, 'f', 2) : QStringLiteral("-"),
          goal.peer.isEmpty() ? QStringLiteral("-") : goal.peer,
          verdictOf(row)};
}

}  // namespace

QList<GoalRow> rowsOf(const QList<ScenarioResult>& results, const QList<Goal>& wanted) {
  QList<GoalRow> rows;
  for (const Goal& goal : wanted) rows.append(rowOf(results, goal));
  return rows;
}

QString goalTable(const QList<GoalRow>& rows) {
  std::vector<Cells> lines{{QStringLiteral("what"), QStringLiteral("goal"), QStringLiteral("measured"),
                            QStringLiteral("of floor"), QStringLiteral("best peer"), QString()}};
  for (const GoalRow& row : rows) lines.push_back(cellsOf(row));
  std::array<qsizetype, kColumns> widths{};
  for (const Cells& cells : lines) {
    for (size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], cells[i].size());
  }
  QString table;
  for (const Cells& cells : lines) {
    QString line;
    for (size_t i = 0; i < kColumns; ++i) line += cells[i].leftJustified(widths[i] + 2);
    while (line.endsWith(QLatin1Char(' '))) line.chop(1);
    table += line + QLatin1Char('\n');
  }
  const auto met = std::count_if(rows.begin(), rows.end(), [](const GoalRow& row) { return row.met; });
  const auto judged = std::count_if(rows.begin(), rows.end(), [](const GoalRow& row) { return row.goal->judged; });
  return table + QStringLiteral("%1 of %2 goals met\n").arg(met).arg(judged);
}

}  // namespace Parlour::Perf
