// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QString>
#include <optional>
#include <vector>

// Numbers and curves of the status page, as text and as SVG paths. Pure functions.
namespace Parlour::Server::StatusFigures {

// "1,064"; with `decimals` "38.4".
QString number(double value, int decimals = 0);
// A rate: one decimal below 100, none above.
QString rate(double value);
// "212 of 1,024 MB", "1.8 of 20 GB".
QString bytesOf(double value, double limit);

// Known values of a JSON series; null where nothing was measured.
using Points = std::vector<std::optional<double>>;
Points pointsOf(const QJsonArray& series);
double highest(const Points& points);
// The greatest value of an axis with four steps, at least `value`: 0.4, 8, 80, 1,000.
double axisTop(double value);

// Where a curve is drawn: left, top, width, height, and the values at the bottom and at the top.
struct Field {
  double x = 0, y = 0, width = 0, height = 0;
  double low = 0, high = 1;
};
// A field whose values fill it, with some air above and below what hardly changes.
Field fieldFor(const Points& points, double width, double height);
double xAt(const Field& field, size_t index, size_t count);
double yAt(const Field& field, double value);
// "M2 20L5 18"; a gap begins a new line.
QString linePath(const Points& points, const Field& field);
// The same closed along the bottom.
QString areaPath(const Points& points, const Field& field);

}  // namespace Parlour::Server::StatusFigures
