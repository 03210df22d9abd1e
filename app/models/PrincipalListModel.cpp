// SPDX-License-Identifier: Apache-2.0
#include "app/models/PrincipalListModel.h"

#include <algorithm>

#include "app/models/Roles.h"

namespace Parlour::Models {

namespace {

QByteArray principalKey(const QByteArray& address) { return address.toLower(); }

QString shownAddress(const QByteArray& address) {
  return QString::fromUtf8(address.startsWith("sip:") ? address.mid(4) : address);
}

QString shownName(const Core::Principal& principal) {
  return principal.name.isEmpty() ? shownAddress(principal.uri) : principal.name;
}

}  // namespace

PrincipalListModel::PrincipalListModel(QObject* parent) : QAbstractListModel(parent) {}

void PrincipalListModel::setPrincipals(const QList<Core::Principal>& principals) {
  beginResetModel();
  rows_.clear();
  saved_.clear();
  present_.clear();
  for (const Core::Principal& principal : principals) {
    const QByteArray key = principalKey(principal.uri);
    if (key.isEmpty() || saved_.contains(key)) continue;
    saved_.insert(key, principal.uri);
    present_.insert(key);
    rows_.append({principal, false});
  }
  endResetModel();
  Q_EMIT changed();
}

void PrincipalListModel::add(const Core::Principal& principal) {
  const QByteArray key = principalKey(principal.uri);
  if (key.isEmpty() || present_.contains(key)) return;
  const int at = static_cast<int>(rows_.size());
  beginInsertRows({}, at, at);
  present_.insert(key);
  rows_.append({principal, !saved_.contains(key)});
  endInsertRows();
  Q_EMIT changed();
}

bool PrincipalListModel::removeAt(int row) {
  if (row < 0 || row >= rows_.size()) return false;
  beginRemoveRows({}, row, row);
  present_.remove(principalKey(rows_[row].principal.uri));
  rows_.removeAt(row);
  endRemoveRows();
  Q_EMIT changed();
  return true;
}

QList<Core::Principal> PrincipalListModel::principals() const {
  QList<Core::Principal> principals;
  principals.reserve(rows_.size());
  for (const Entry& entry : rows_) principals.append(entry.principal);
  return principals;
}

bool PrincipalListModel::contains(const QByteArray& address) const { return present_.contains(principalKey(address)); }

bool PrincipalListModel::isEdited() const { return !edit(Core::RoomRole::Member).isEmpty(); }

Core::RoleEdit PrincipalListModel::edit(Core::RoomRole role) const {
  Core::RoleEdit edit;
  edit.role = role;
  for (const Entry& entry : rows_) {
    if (entry.added) edit.add.append(entry.principal.uri);
  }
  for (auto it = saved_.cbegin(); it != saved_.cend(); ++it) {
    if (!present_.contains(it.key())) edit.remove.append(it.value());
  }
  std::sort(edit.remove.begin(), edit.remove.end());
  return edit;
}

int PrincipalListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QString PrincipalListModel::detailOf(const Core::Principal& principal) const {
  if (!principal.isPerson()) return tr("Group");
  const QString address = principal.email.isEmpty() ? shownAddress(principal.uri) : principal.email;
  QStringList parts = {address};
  if (!principal.company.isEmpty()) parts.append(principal.company);
  if (principal.disabled) parts.append(tr("account turned off"));
  return parts.join(QStringLiteral(", "));
}

QString PrincipalListModel::accessibleTextOf(const Entry& entry) const {
  QStringList parts = {shownName(entry.principal), detailOf(entry.principal)};
  if (entry.added) parts.append(tr("not saved yet"));
  return parts.join(QStringLiteral(", "));
}

QVariant PrincipalListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const Entry& entry = rows_[index.row()];
  const Core::Principal& principal = entry.principal;
  switch (role) {
    case Qt::DisplayRole:
      return shownName(principal);
    case Qt::ToolTipRole:
      return shownAddress(principal.uri);
    case Qt::AccessibleTextRole:
      return accessibleTextOf(entry);
    case RowRole:
      return QVariant::fromValue(principal);
    case IdRole:
      return QString::fromUtf8(principal.uri);
    case AddressRole:
      return principal.uri;
    case IsGroupRole:
      return !principal.isPerson();
    case DetailRole:
      return detailOf(principal);
    case AddedRole:
      return entry.added;
    default:
      return {};
  }
}

QHash<int, QByteArray> PrincipalListModel::roleNames() const {
  QHash<int, QByteArray> names = QAbstractListModel::roleNames();
  names.insert({{AddressRole, "address"}, {IsGroupRole, "isGroup"}, {DetailRole, "detail"}, {AddedRole, "added"}});
  return names;
}

}  // namespace Parlour::Models
