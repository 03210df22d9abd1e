// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/StatusFigures.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace Parlour::Server::StatusFigures {
namespace {

constexpr double kMega = 1'048'576;
constexpr double kGiga = kMega * 1'024;
constexpr double kGigaFrom = 10 * kGiga;

QString place(double value) { return QString::number(std::round(value * 10) / 10); }

QString pointText(double x, double y) { return place(x) + QLatin1Char(' ') + place(y); }

}  // namespace

QString number(double value, int decimals) {
  static const QLocale english(QLocale::English, QLocale::UnitedStates);
  return english.toString(value, 'f', decimals);
}

QString rate(double value) { return number(value, value < 100 ? 1 : 0); }

QString bytesOf(double value, double limit) {
  const bool giga = limit >= kGigaFrom;
  const double unit = giga ? kGiga : kMega;
  const double shown = value / unit;
  return QStringLiteral("%1 of %2 %3")
      .arg(number(shown, giga && shown < 100 ? 1 : 0), number(limit / unit),
           giga ? QStringLiteral("GB") : QStringLiteral("MB"));
}

Points pointsOf(const QJsonArray& series) {
  Points points;
  for (const auto& value : series) {
    points.push_back(value.isDouble() ? std::optional<double>(value.toDouble()) : std::nullopt);
  }
  return points;
}

double highest(const Points& points) {
  double most = 0;
  for (const auto& point : points) most = std::max(most, point.value_or(0));
  return most;
}

double axisTop(double value) {
  for (double size = 0.1;; size *= 10) {
    for (const double step : {1.0, 2.0, 2.5, 5.0}) {
      if (value <= 4 * step * size) return 4 * step * size;
    }
  }
}

Field fieldFor(const Points& points, double width, double height) {
  constexpr double air = 0.15;
  double low = highest(points);
  const double high = low;
  for (const auto& point : points) low = std::min(low, point.value_or(low));
  const double around = std::max({(high - low) * air, high * air, 0.5});
  return {0, 1, width, height - 2, low - around, high + around};
}

double xAt(const Field& field, size_t index, size_t count) {
  const double steps = static_cast<double>(std::max<size_t>(count, 2) - 1);
  return field.x + field.width * static_cast<double>(index) / steps;
}

double yAt(const Field& field, double value) {
  const double share = (value - field.low) / (field.high - field.low);
  return field.y + field.height * (1 - std::clamp(share, 0.0, 1.0));
}

QString linePath(const Points& points, const Field& field) {
  QString path;
  bool inLine = false;
  for (size_t index = 0; index < points.size(); ++index) {
    if (points[index]) {
      path += QLatin1Char(inLine ? 'L' : 'M') + pointText(xAt(field, index, points.size()), yAt(field, *points[index]));
    }
    inLine = points[index].has_value();
  }
  return path;
}

QString areaPath(const Points& points, const Field& field) {
  QString path;
  const auto bottom = [&](size_t index) {
    return QLatin1Char('L') + pointText(xAt(field, index, points.size()), field.y + field.height);
  };
  for (size_t index = 0; index < points.size(); ++index) {
    if (!points[index]) continue;
    const double x = xAt(field, index, points.size());
    const bool begins = index == 0 || !points[index - 1];
    if (begins) path += QLatin1Char('M') + pointText(x, field.y + field.height);
    path += QLatin1Char('L') + pointText(x, yAt(field, *points[index]));
    if (index + 1 == points.size() || !points[index + 1]) path += bottom(index) + QLatin1Char('Z');
  }
  return path;
}

}  // namespace Parlour::Server::StatusFigures
