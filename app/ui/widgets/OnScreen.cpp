// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/OnScreen.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>
#include <algorithm>

namespace Parlour::Ui {

namespace {
constexpr int kGraspWidth = 120;
constexpr int kGraspHeight = 24;
}  // namespace

QRect placedOnScreen(const QRect& window, const QList<QRect>& screens) {
  const QRect title(window.left(), window.top(), window.width(), kGraspHeight);
  const bool graspable = std::any_of(screens.begin(), screens.end(), [&title](const QRect& screen) {
    const QRect shown = screen.intersected(title);
    return shown.width() >= std::min(kGraspWidth, title.width()) && shown.height() == kGraspHeight;
  });
  if (graspable || screens.isEmpty()) return window;
  QRect placed(QPoint(0, 0), window.size().boundedTo(screens.first().size()));
  placed.moveCenter(screens.first().center());
  return placed;
}

void keepOnScreen(QWidget& window) {
  QList<QRect> screens;
  const auto all = QGuiApplication::screens();
  for (const QScreen* screen : all) screens.append(screen->availableGeometry());
  const QRect placed = placedOnScreen(window.geometry(), screens);
  if (placed != window.geometry()) window.setGeometry(placed);
}

}  // namespace Parlour::Ui
