// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

namespace Parlour::Tests {

// Reads OpenMetrics 1.0 text after the grammar of its specification, without the writer's help, and checks the rules
// that a grammar does not hold: suffixes by type, families in one piece, buckets that rise, "# EOF" at the end.
class OpenMetricsReader {
 public:
  struct Family {
    QByteArray type, unit, help;
  };

  explicit OpenMetricsReader(const QByteArray& text);

  // The first thing that is wrong, with its line; empty when all is right.
  const QString& problem() const { return problem_; }
  const QMap<QByteArray, Family>& families() const { return families_; }
  // `name` as it stands in the text with its labels sorted by name: `a_total{class="history"}`.
  bool has(const QByteArray& name) const { return samples_.contains(name); }
  double value(const QByteArray& name) const { return samples_.value(name, -1); }

 private:
  void readLine(const QByteArray& line);
  void readComment(const QByteArray& line);
  void readSample(const QByteArray& line);
  void addSample(const QByteArray& name, const QMap<QByteArray, QByteArray>& labels, double value);
  void addBucket(const QByteArray& name, QMap<QByteArray, QByteArray> labels, double value);
  void checkBuckets();
  void fail(const QString& what);

  struct Buckets {
    double bound = -1, value = 0;
  };
  QString problem_;
  int line_ = 0;
  bool ended_ = false;
  QByteArray current_;  // family whose lines go on
  QMap<QByteArray, Family> families_;
  QMap<QByteArray, double> samples_;
  QMap<QByteArray, Buckets> buckets_;
};

}  // namespace Parlour::Tests
