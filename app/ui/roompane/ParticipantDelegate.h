// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include "app/models/ParticipantModel.h"
#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Avatar.h"

namespace Parlour::Ui {

PresenceShape presenceShape(Core::Presence presence);
QString presenceWord(Core::Presence presence);

// Paints group titles and people of the room pane.
class ParticipantDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  ParticipantDelegate(ThemeManager& themes, QObject* parent);

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                 const QModelIndex& index) override;
  // Presence is not coming in: everybody becomes a ring.
  void setStale(bool stale) { stale_ = stale; }

 private:
  ThemeManager& themes_;
  bool stale_ = false;
};

}  // namespace Parlour::Ui
