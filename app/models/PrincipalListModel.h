// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include "app/core/rooms/RoomAdminTypes.h"

namespace Parlour::Models {

// People and groups of one list of a room, with the edits that are not saved yet. The same address stands in it once,
// whatever its case; additions go last. RowRole holds the Core::Principal, IdRole its address. GUI thread.
class PrincipalListModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum PrincipalRole {
    AddressRole = Qt::UserRole + 100,  // QByteArray
    IsGroupRole,                       // bool; everybody counts as a group
    DetailRole,                        // QString, one line: address and company, or what kind of group
    AddedRole,                         // bool: added here and not saved yet
  };

  explicit PrincipalListModel(QObject* parent = nullptr);

  void setPrincipals(const QList<Core::Principal>& principals);  // what is saved; drops all edits
  void add(const Core::Principal& principal);                    // no effect when it is in the list
  bool removeAt(int row);
  QList<Core::Principal> principals() const;
  bool contains(const QByteArray& address) const;
  bool isEdited() const;
  // The difference to what was set; adding and removing the same again is none.
  Core::RoleEdit edit(Core::RoomRole role) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

 Q_SIGNALS:
  void changed();

 private:
  struct Entry {
    Core::Principal principal;
    bool added = false;
  };
  QString detailOf(const Core::Principal& principal) const;
  QString accessibleTextOf(const Entry& entry) const;

  QList<Entry> rows_;
  QHash<QByteArray, QByteArray> saved_;  // key to address, as set
  QSet<QByteArray> present_;             // keys of the rows
};

}  // namespace Parlour::Models
