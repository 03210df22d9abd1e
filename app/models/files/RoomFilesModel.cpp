// SPDX-License-Identifier: Apache-2.0
#include "app/models/files/RoomFilesModel.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "app/core/files/FileRefusal.h"
#include "app/models/Roles.h"

namespace Parlour::Models {

namespace {
constexpr qsizetype kMostFilesListed = 10'000;
}

RoomFilesModel::RoomFilesModel(ListPage list, QObject* parent) : QAbstractTableModel(parent), list_(std::move(list)) {}

void RoomFilesModel::refresh() {
  beginResetModel();
  files_.clear();
  more_ = false;
  endResetModel();
  ask();
}

void RoomFilesModel::ask() {
  loading_ = true;
  error_.reset();
  const quint64 generation = ++generation_;
  const qint64 before = files_.isEmpty() ? 0 : files_.last().number;
  list_(before).then(this, [this, generation](const Result<Core::RoomFilePage>& page) {
    if (generation == generation_) pageCame(page);
  });
  Q_EMIT loadingChanged();
}

void RoomFilesModel::pageCame(const Result<Core::RoomFilePage>& page) {
  loading_ = false;
  if (!page) {
    error_ = page.error();
    more_ = false;
  } else {
    // Only what is older than the last one: a page that repeats others does not make the list go round.
    QList<Core::RoomFile> fresh;
    for (const Core::RoomFile& file : page->files) {
      const qint64 last = !fresh.isEmpty() ? fresh.last().number : files_.isEmpty() ? -1 : files_.last().number;
      if (last < 0 || file.number < last) fresh.append(file);
    }
    const bool more = page->more && !fresh.isEmpty() && files_.size() + fresh.size() < kMostFilesListed;
    more_ = false;  // views ask for more while rows are being inserted
    if (!fresh.isEmpty()) {
      const int first = static_cast<int>(files_.size());
      beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
      files_ += fresh;
      endInsertRows();
    }
    more_ = more;
  }
  Q_EMIT loadingChanged();
}

int RoomFilesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(files_.size());
}

int RoomFilesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumnCount; }

bool RoomFilesModel::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && more_ && !loading_; }

void RoomFilesModel::fetchMore(const QModelIndex& parent) {
  if (canFetchMore(parent)) ask();
}

QString RoomFilesModel::shown(const Core::RoomFile& file, int column) const {
  switch (column) {
    case NameColumn:
      return file.name;
    case FromColumn:
      return file.user;
    case WhenColumn:
      return QLocale().toString(QDateTime::fromMSecsSinceEpoch(file.time.toMs()), QLocale::ShortFormat);
    case SizeColumn:
      return file.quarantined ? tr("In quarantine") : Core::FileWords::size(file.size);
    default:
      return {};
  }
}

QVariant RoomFilesModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const Core::RoomFile& file = files_[index.row()];
  switch (role) {
    case Qt::DisplayRole:
      return shown(file, index.column());
    case Qt::ToolTipRole:
      return shown(file, index.column()).toHtmlEscaped();
    case Qt::AccessibleTextRole:
      return tr("%1, from %2, %3, %4").arg(file.name, file.user, shown(file, WhenColumn), shown(file, SizeColumn));
    case Qt::TextAlignmentRole:
      return index.column() == SizeColumn ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                                          : QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    case RowRole:
      return QVariant::fromValue(file);
    case IdRole:
      return QString::fromLatin1(file.file);
    default:
      return {};
  }
}

QVariant RoomFilesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case NameColumn:
      return tr("Name");
    case FromColumn:
      return tr("From");
    case WhenColumn:
      return tr("When");
    case SizeColumn:
      return tr("Size");
    default:
      return {};
  }
}

RoomFilesFilter::RoomFilesFilter(QObject* parent) : QSortFilterProxyModel(parent) { setDynamicSortFilter(true); }

void RoomFilesFilter::setWords(const QString& words) {
  words_ = words.simplified().split(u' ', Qt::SkipEmptyParts);
  invalidateFilter();
}

bool RoomFilesFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const auto file = sourceModel()->index(row, 0, parent).data(RowRole).value<Core::RoomFile>();
  return std::all_of(words_.cbegin(), words_.cend(), [&](const QString& word) {
    return file.name.contains(word, Qt::CaseInsensitive) || file.user.contains(word, Qt::CaseInsensitive);
  });
}

bool RoomFilesFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  const auto a = left.data(RowRole).value<Core::RoomFile>();
  const auto b = right.data(RowRole).value<Core::RoomFile>();
  switch (left.column()) {
    case RoomFilesModel::SizeColumn:
      if (a.size != b.size) return a.size < b.size;
      break;
    case RoomFilesModel::NameColumn:
      if (const int order = QString::localeAwareCompare(a.name.toLower(), b.name.toLower()); order != 0)
        return order < 0;
      break;
    case RoomFilesModel::FromColumn:
      if (const int order = QString::localeAwareCompare(a.user, b.user); order != 0) return order < 0;
      break;
    default:
      break;
  }
  return a.number < b.number;
}

}  // namespace Parlour::Models
