// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace Parlour::Perf {

// A bound that a scenario must keep.
struct Check {
  QString what;
  bool passed = false;
};

// What one scenario measured. `figures` goes out as one line of JSON.
struct ScenarioResult {
  QString name;
  QJsonObject figures;
  QList<Check> checks;

  bool passed() const;
  QByteArray toJsonLine() const;
};

// The results as aligned text: figures by column, then the checks.
QString resultTable(const QList<ScenarioResult>& results);

}  // namespace Parlour::Perf
