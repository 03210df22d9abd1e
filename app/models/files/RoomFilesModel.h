// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include "app/core/files/RoomFiles.h"

namespace Parlour::Models {

// The files of one room as the server lists them, newest first, fetched in pages while they are looked at. GUI thread;
// the reader outlives it.
class RoomFilesModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { NameColumn, FromColumn, WhenColumn, SizeColumn, kColumnCount };
  using ListPage = std::function<QFuture<Result<Core::RoomFilePage>>(qint64 before)>;

  explicit RoomFilesModel(ListPage list, QObject* parent = nullptr);

  void refresh();
  const Core::RoomFile& file(int row) const { return files_[row]; }
  bool loading() const { return loading_; }
  const std::optional<Error>& error() const { return error_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

 Q_SIGNALS:
  void loadingChanged();

 private:
  void ask();
  void pageCame(const Result<Core::RoomFilePage>& page);
  QString shown(const Core::RoomFile& file, int column) const;

  ListPage list_;
  QList<Core::RoomFile> files_;
  std::optional<Error> error_;
  quint64 generation_ = 0;
  bool more_ = false;
  bool loading_ = false;
};

// Sorted by any column, filtered by words of name and poster.
class RoomFilesFilter : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  explicit RoomFilesFilter(QObject* parent = nullptr);
  void setWords(const QString& words);

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  QStringList words_;
};

}  // namespace Parlour::Models

Q_DECLARE_METATYPE(Parlour::Core::RoomFile)
