// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QString>
#include <vector>

namespace Parlour::Server {

enum class TransferOutcome { Written, Added, Changed, LeftAlone, Refused };

// What an export wrote, or what an import did or would do, object by object. Messages are counted per room.
class TransferReport {
 public:
  struct Row {
    QString kind;
    QString name;
    TransferOutcome outcome = TransferOutcome::Written;
    qint64 count = 1;
    QString why;  // of what was refused, or what was left out
  };

  void add(Row row);
  // For what is not worth a row.
  void count(const QString& kind, TransferOutcome outcome, qint64 count);

  const std::vector<Row>& rows() const { return rows_; }
  qint64 countOf(const QString& kind, TransferOutcome outcome) const;
  qint64 countOf(TransferOutcome outcome) const;
  bool changesAnything() const;

  // Counts per kind, then the rows of what was added, changed or refused.
  QString toText() const;
  QString toHtml(const QString& title) const;

 private:
  std::vector<Row> rows_;
  QMap<QString, QMap<TransferOutcome, qint64>> counts_;
};

QString transferOutcomeName(TransferOutcome outcome);

}  // namespace Parlour::Server
