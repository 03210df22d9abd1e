// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include "app/models/RoomListModel.h"
#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

// Paints the rows of the sidebar. Every place that can be pressed has one rectangle that painting and
// clicking share.
class RoomListDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  RoomListDelegate(ThemeManager& themes, QObject* parent);

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  // "Open" of an invitation, "Review" of requests, "Retry" of a failed join or the plus of the feeds; empty when the
  // row has none of them.
  QRect actionRect(const QRect& row, const Models::RoomListRow& content) const;
  void setHintWidth(int width) { hintWidth_ = width; }

 private:
  struct Look;
  void paintSection(QPainter& painter, const QRect& rect, const Models::RoomListRow& row, bool first) const;
  void paintRoom(QPainter& painter, const QRect& rect, const Models::RoomListRow& row, const Look& look) const;
  int paintRoomState(QPainter& painter, const QRect& rect, const Models::RoomListRow& row) const;
  // Invitations and requests: something that waits for the person, with a button for it.
  void paintOffer(QPainter& painter, const QRect& rect, const Models::RoomListRow& row, const Look& look) const;
  void paintHint(QPainter& painter, const QRect& rect, const Models::RoomListRow& row) const;
  void paintRowBackground(QPainter& painter, const QRect& rect, const Look& look) const;
  PaintContext context(const QPainter& painter) const;
  int hintHeight(const QString& text) const;

  ThemeManager& themes_;
  int hintWidth_ = 240;
};

}  // namespace Parlour::Ui
