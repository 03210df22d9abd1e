// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QRect>
#include <QString>

#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

// Presence as it is drawn: shape and colour both tell it.
enum class PresenceShape { None, Available, Away, Busy, Offline };

// One person as an avatar: initials on the person's fill and a presence mark at the lower right.
struct AvatarLook {
  QString name;
  QByteArray address;
  PresenceShape presence = PresenceShape::None;
  QColor surround;  // what is behind the avatar; cuts the presence mark free
};

// Paints at 24 or 32 px (times the text ratio), radius a quarter of the size.
void paintAvatar(QPainter& painter, const QRect& rect, const AvatarLook& look, const PaintContext& context);
void paintPresence(QPainter& painter, const QRectF& rect, PresenceShape shape, const Theme& theme,
                   const QColor& surround);

}  // namespace Parlour::Ui
