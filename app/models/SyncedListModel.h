// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QSet>
#include <QString>
#include <concepts>

namespace Parlour::Models {

// A list whose rows are brought to a wanted list by inserting, removing and moving, never by a reset, so that views
// keep their selection and place. Rows that stand for the same thing have the same identity, and no two rows of a list
// share one. What is inserted or removed side by side goes as one change; long lists cost little more than looking
// through them once. Rows with == are only told as changed when they are.
template <typename Row>
class SyncedListModel : public QAbstractListModel {
 public:
  using QAbstractListModel::QAbstractListModel;

  const Row& row(int index) const { return rows_[index]; }
  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
  }

 protected:
  virtual QString identityOf(const Row& row) const = 0;

  const QList<Row>& rows() const { return rows_; }
  void setRow(int at, const Row& row) {
    if constexpr (std::equality_comparable<Row>) {
      if (rows_[at] == row) return;
    }
    rows_[at] = row;
    const QModelIndex changed = index(at);
    Q_EMIT dataChanged(changed, changed);
  }
  void syncTo(const QList<Row>& wanted) {
    removeOthers(identitiesOf(wanted));
    QSet<QString> here = identitiesOf(rows_);
    for (int at = 0; at < wanted.size(); ++at) {
      const QString identity = identityOf(wanted[at]);
      if (!here.contains(identity)) {
        at += insertRun(at, wanted, here) - 1;
        continue;
      }
      if (identityOf(rows_[at]) != identity) bringUp(at, identity);
      setRow(at, wanted[at]);
    }
  }

 private:
  QSet<QString> identitiesOf(const QList<Row>& rows) const {
    QSet<QString> identities;
    identities.reserve(rows.size());
    for (const Row& row : rows) identities.insert(identityOf(row));
    return identities;
  }
  void removeOthers(const QSet<QString>& staying) {
    const auto goes = [&](int at) { return !staying.contains(identityOf(rows_[at])); };
    for (int last = static_cast<int>(rows_.size()) - 1; last >= 0; --last) {
      if (!goes(last)) continue;
      int first = last;
      while (first > 0 && goes(first - 1)) --first;
      beginRemoveRows({}, first, last);
      rows_.remove(first, last - first + 1);
      endRemoveRows();
      last = first;
    }
  }
  // The wanted rows from `at` on that are not there yet; how many.
  int insertRun(int at, const QList<Row>& wanted, const QSet<QString>& here) {
    int end = at + 1;
    while (end < wanted.size() && !here.contains(identityOf(wanted[end]))) ++end;
    beginInsertRows({}, at, end - 1);
    QList<Row> rows = rows_.first(at);
    rows.reserve(rows_.size() + end - at);
    rows += wanted.mid(at, end - at);
    rows += rows_.mid(at);
    rows_ = rows;
    endInsertRows();
    return end - at;
  }
  // What is wanted at `at` stands further below.
  void bringUp(int at, const QString& identity) {
    int from = at + 1;
    while (identityOf(rows_[from]) != identity) ++from;
    beginMoveRows({}, from, from, {}, at);
    rows_.move(from, at);
    endMoveRows();
  }

  QList<Row> rows_;
};

}  // namespace Parlour::Models
