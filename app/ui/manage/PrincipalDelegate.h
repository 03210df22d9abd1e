// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>
#include <functional>

#include "app/core/rooms/RoomAdminTypes.h"
#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Avatar.h"

namespace Parlour::Ui {

// Where a person is, as far as the client knows.
using PresenceOf = std::function<PresenceShape(const QByteArray& address)>;

// A person's avatar or the drawing of a group, 24 px times the text ratio.
void paintPrincipal(QPainter& painter, const QRect& rect, const Core::Principal& principal, PresenceShape presence,
                    const QColor& surround, const PaintContext& context);

// One entry of a list of a room: avatar, name, where the person belongs, a button that takes it out. The same
// rectangle serves painting, hovering, clicking and the tool tip.
class PrincipalDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  PrincipalDelegate(ThemeManager& themes, QObject* parent);

  void setMe(const QByteArray& address) { me_ = address; }
  void setPresence(PresenceOf presence) { presence_ = std::move(presence); }
  void setMarksAdded(bool marks) { marksAdded_ = marks; }  // what is not saved yet in bold
  void setRemovable(std::function<bool(const Core::Principal&)> removable) { removable_ = std::move(removable); }

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
  bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                 const QModelIndex& index) override;
  QRect removeRect(const QRect& row) const;

 Q_SIGNALS:
  void removePressed(int row);

 private:
  bool mayRemove(const QModelIndex& index) const;
  void paintRemove(QPainter& painter, const QStyleOptionViewItem& option) const;

  ThemeManager& themes_;
  QByteArray me_;
  PresenceOf presence_;
  bool marksAdded_ = true;
  std::function<bool(const Core::Principal&)> removable_;
};

// One person or group found: the hit marked, address and company below, "Add" on the current one.
class FoundPrincipalDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  FoundPrincipalDelegate(ThemeManager& themes, QObject* parent);

  void setWords(const QString& words) { words_ = words; }
  void setPresence(PresenceOf presence) { presence_ = std::move(presence); }

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  ThemeManager& themes_;
  QString words_;
  PresenceOf presence_;
};

}  // namespace Parlour::Ui
