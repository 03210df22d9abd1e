// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include "protocol/support/Ids.h"

namespace Parlour::Models {

struct RoomFolder {
  QString id;
  QString name;
  bool collapsed = false;
};

// The folders into which the person sorts followed rooms, in their order, and which room is in which. At most 100
// folders, names of at most 64 characters. A folder that is removed leaves its rooms without one. GUI thread.
class RoomFolders : public QObject {
  Q_OBJECT

 public:
  static constexpr int kMost = 100;
  static constexpr int kLongestName = 64;
  using QObject::QObject;

  const QList<RoomFolder>& all() const { return folders_; }
  const RoomFolder* find(const QString& id) const;
  QString folderOf(const RoomUri& room) const { return rooms_.value(room); }  // empty: none

  QString add(const QString& name);  // its id; empty when the name is, or there are too many
  void rename(const QString& id, const QString& name);
  void remove(const QString& id);
  void move(const QString& id, int to);
  void put(const RoomUri& room, const QString& id);  // empty: into none
  void setCollapsed(const QString& id, bool collapsed);

  QByteArray toJson() const;
  void readJson(const QByteArray& bytes);  // what makes no sense is left out

 Q_SIGNALS:
  void changed();

 private:
  qsizetype placeOf(const QString& id) const;

  QList<RoomFolder> folders_;
  QHash<RoomUri, QString> rooms_;
};

}  // namespace Parlour::Models
