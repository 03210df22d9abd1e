// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

enum class BadgeKind { Unread, Mention, Urgent, Muted };

// The words of a badge: "7", "99+" above 99, "@ 2", "!".
QString badgeText(BadgeKind kind, int count);
int badgeWidth(BadgeKind kind, int count, const Typography& type);
// Paints a badge of 18 px with its right edge at `right`, vertically in the middle of `row`; returns its left edge.
int paintBadge(QPainter& painter, const QRect& row, int right, BadgeKind kind, int count, const PaintContext& context);

}  // namespace Parlour::Ui
