// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/LatencyPlot.h"

#include <QJsonArray>
#include <QXmlStreamWriter>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "tests/perf/load/DeliveryLedger.h"

namespace Parlour::Perf {
namespace {

constexpr double kPanelWidth = 460;
constexpr double kPanelHeight = 380;
constexpr double kLegendWidth = 190;
constexpr double kLeft = 60;
constexpr double kTop = 50;
constexpr double kLegendLine = 17;
constexpr double kLeastMs = 0.01;
constexpr double kMostMs = 1'000;
constexpr double kLastShare = 0.9995;  // where the slowest of all stands
constexpr std::array<const char*, 10> kColours = {"#1b6ca8", "#c8553d", "#2a9d4a", "#8d5fb3", "#b8860b",
                                                  "#008b8b", "#d6457e", "#6b6b6b", "#5a7d00", "#3d3db8"};

struct Panel {
  QString title;
  double left = 0;
  QList<ScenarioResult> results;
};

QString number(double value) { return QString::number(value, 'f', 1); }

double across(double share) {
  const double most = -std::log10(1 - kLastShare);
  return -std::log10(1 - std::min(share, kLastShare)) / most * kPanelWidth;
}

double down(double ms) {
  const double part = std::log10(std::clamp(ms, kLeastMs, kMostMs) / kLeastMs) / std::log10(kMostMs / kLeastMs);
  return kTop + (1 - part) * kPanelHeight;
}

void writeText(QXmlStreamWriter& svg, double x, double y, const QString& text, const char* anchor = "start") {
  svg.writeStartElement(QStringLiteral("text"));
  svg.writeAttribute(QStringLiteral("x"), number(x));
  svg.writeAttribute(QStringLiteral("y"), number(y));
  svg.writeAttribute(QStringLiteral("text-anchor"), QLatin1String(anchor));
  svg.writeCharacters(text);
  svg.writeEndElement();
}

void writeLine(QXmlStreamWriter& svg, const QString& points, const QString& colour, const char* width,
               bool dashed = false) {
  svg.writeStartElement(QStringLiteral("polyline"));
  svg.writeAttribute(QStringLiteral("points"), points);
  svg.writeAttribute(QStringLiteral("fill"), QStringLiteral("none"));
  svg.writeAttribute(QStringLiteral("stroke"), colour);
  svg.writeAttribute(QStringLiteral("stroke-width"), QLatin1String(width));
  if (dashed) svg.writeAttribute(QStringLiteral("stroke-dasharray"), QStringLiteral("5 4"));
  svg.writeEndElement();
}

QString pointsOf(std::initializer_list<std::pair<double, double>> points) {
  QStringList list;
  for (const auto& [x, y] : points) list.append(number(x) + QLatin1Char(',') + number(y));
  return list.join(QLatin1Char(' '));
}

void writeGrid(QXmlStreamWriter& svg, const Panel& panel) {
  const QString grey = QStringLiteral("#dddddd");
  for (const double share : {0.0, 0.5, 0.9, 0.99, 0.999}) {
    const double x = panel.left + across(share);
    writeLine(svg, pointsOf({{x, kTop}, {x, kTop + kPanelHeight}}), grey, "1");
    writeText(svg, x, kTop + kPanelHeight + 18, QString::number(share * 100) + QStringLiteral(" %"), "middle");
  }
  for (double ms = kLeastMs; ms <= kMostMs * 1.01; ms *= 10) {
    writeLine(svg, pointsOf({{panel.left, down(ms)}, {panel.left + kPanelWidth, down(ms)}}), grey, "1");
    writeText(svg, panel.left - 6, down(ms) + 4, QString::number(ms) + QStringLiteral(" ms"), "end");
  }
  writeText(svg, panel.left, kTop - 16, panel.title);
}

void writeCurve(QXmlStreamWriter& svg, const Panel& panel, qsizetype index) {
  const ScenarioResult& result = panel.results[index];
  const QJsonArray curve = result.figures.value(QStringLiteral("curveMs")).toArray();
  const QString colour = QLatin1String(kColours[static_cast<size_t>(index) % kColours.size()]);
  const bool second = static_cast<size_t>(index) >= kColours.size();
  QStringList points;
  for (qsizetype i = 0; i < curve.size(); ++i) {
    const double x = panel.left + across(curveShares()[static_cast<size_t>(i)]);
    points.append(number(x) + QLatin1Char(',') + number(down(curve[i].toDouble())));
  }
  writeLine(svg, points.join(QLatin1Char(' ')), colour, "1.8", second);
  const double x = panel.left + kPanelWidth + 12;
  const double y = kTop + 8 + static_cast<double>(index) * kLegendLine;
  writeLine(svg, pointsOf({{x, y}, {x + 22, y}}), colour, "2.5", second);
  writeText(svg, x + 28, y + 4, result.name);
}

// The first round of each scenario, without the floors.
QList<ScenarioResult> withCurves(const QList<ScenarioResult>& results, const std::vector<const char*>& beginnings) {
  QList<ScenarioResult> chosen;
  for (const ScenarioResult& result : results) {
    const bool wanted = std::any_of(beginnings.begin(), beginnings.end(), [&](const char* beginning) {
      return result.name.startsWith(QLatin1String(beginning));
    });
    const bool known = std::any_of(chosen.begin(), chosen.end(),
                                   [&](const ScenarioResult& other) { return other.name == result.name; });
    if (wanted && !known && result.figures.contains(QStringLiteral("curveMs"))) chosen.append(result);
  }
  return chosen;
}

}  // namespace

QByteArray latencyPlot(const QList<ScenarioResult>& results) {
  const double secondLeft = 2 * kLeft + kPanelWidth + kLegendWidth;
  const Panel panels[] = {
      {QStringLiteral("Post to last delivery"), kLeft, withCurves(results, {"room", "lync", "search-posts"})},
      {QStringLiteral("Command to reply"), secondLeft,
       withCurves(results, {"latest", "search-rare", "search-frequent", "search-two"})}};
  QByteArray out;
  QXmlStreamWriter svg(&out);
  svg.writeStartElement(QStringLiteral("svg"));
  svg.writeAttribute(QStringLiteral("xmlns"), QStringLiteral("http://www.w3.org/2000/svg"));
  svg.writeAttribute(QStringLiteral("width"), number(secondLeft + kPanelWidth + kLegendWidth));
  svg.writeAttribute(QStringLiteral("height"), number(kTop + kPanelHeight + 40));
  svg.writeAttribute(QStringLiteral("font-family"), QStringLiteral("sans-serif"));
  svg.writeAttribute(QStringLiteral("font-size"), QStringLiteral("12"));
  svg.writeEmptyElement(QStringLiteral("rect"));
  svg.writeAttribute(QStringLiteral("width"), QStringLiteral("100%"));
  svg.writeAttribute(QStringLiteral("height"), QStringLiteral("100%"));
  svg.writeAttribute(QStringLiteral("fill"), QStringLiteral("white"));
  for (const Panel& panel : panels) {
    writeGrid(svg, panel);
    for (qsizetype i = 0; i < panel.results.size(); ++i) writeCurve(svg, panel, i);
  }
  svg.writeEndElement();
  return out + '\n';
}

}  // namespace Parlour::Perf
