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
    const QList<QString> identities = identitiesOf(wanted);
    removeOthers(QSet<QString>(identities.begin(), identities.end()));
    const QSet<QString> here(identities_.begin(), identities_.end());
    for (int at = 0; at < wanted.size(); ++at) {
      if (stands(at, identities[at]) || bringUp(at, identities[at], here)) {
        setRow(at, wanted[at]);
        continue;
      }
      int end = at + 1;
      while (end < wanted.size() && !here.contains(identities[end])) ++end;
      insertRun(at, wanted.mid(at, end - at), identities.mid(at, end - at));
      at = end - 1;
    }
    removeRun(static_cast<int>(wanted.size()), static_cast<int>(rows_.size()) - 1);
  }
  // Another list altogether: views begin at its top.
  void resetTo(const QList<Row>& rows) {
    beginResetModel();
    rows_ = rows;
    identities_ = identitiesOf(rows);
    endResetModel();
  }

 private:
  QList<QString> identitiesOf(const QList<Row>& rows) const {
    QList<QString> identities;
    identities.reserve(rows.size());
    for (const Row& row : rows) identities.append(identityOf(row));
    return identities;
  }
  void removeOthers(const QSet<QString>& staying) {
    for (int last = static_cast<int>(rows_.size()) - 1; last >= 0; --last) {
      if (staying.contains(identities_[last])) continue;
      int first = last;
      while (first > 0 && !staying.contains(identities_[first - 1])) --first;
      removeRun(first, last);
      last = first;
    }
  }
  void removeRun(int first, int last) {
    if (first > last) return;
    beginRemoveRows({}, first, last);
    rows_.remove(first, last - first + 1);
    identities_.remove(first, last - first + 1);
    endRemoveRows();
  }
  void insertRun(int at, const QList<Row>& rows, const QList<QString>& identities) {
    beginInsertRows({}, at, at + static_cast<int>(rows.size()) - 1);
    rows_ = rows_.mid(0, at) + rows + rows_.mid(at);
    identities_ = identities_.mid(0, at) + identities + identities_.mid(at);
    endInsertRows();
  }
  bool stands(int at, const QString& identity) const { return at < identities_.size() && identities_[at] == identity; }
  // What is wanted at `at` may stand further below.
  bool bringUp(int at, const QString& identity, const QSet<QString>& here) {
    const int from = here.contains(identity) ? static_cast<int>(identities_.indexOf(identity, at + 1)) : -1;
    if (from < 0) return false;
    beginMoveRows({}, from, from, {}, at);
    rows_.move(from, at);
    identities_.move(from, at);
    endMoveRows();
    return true;
  }

  QList<Row> rows_;
  QList<QString> identities_;  // of the rows
};

}  // namespace Parlour::Models
