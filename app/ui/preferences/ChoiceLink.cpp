// SPDX-License-Identifier: Apache-2.0
#include "app/ui/preferences/ChoiceLink.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kLinkArrow = 12;
constexpr int kLinkGap = 5;
constexpr int kLinkPadding = 4;
}  // namespace

ChoiceLink::ChoiceLink(ThemeManager& themes, const QString& name, const QStringList& choices, QWidget* parent)
    : QAbstractButton(parent), themes_(themes), name_(name), choices_(choices) {
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(this, &QAbstractButton::clicked, this, &ChoiceLink::openMenu);
  setCurrent(0);
}

void ChoiceLink::setCurrent(int index) {
  current_ = qBound(0, index, static_cast<int>(choices_.size()) - 1);
  setText(choices_.at(current_));
  setAccessibleName(QStringLiteral("%1: %2").arg(name_, text()));
  updateGeometry();
  update();
}

void ChoiceLink::choose(int index) {
  setCurrent(index);
  Q_EMIT chosen(current_);
}

void ChoiceLink::openMenu() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (int i = 0; i < choices_.size(); ++i) {
    QAction* action = menu->addAction(choices_.at(i), this, [this, i] { choose(i); });
    action->setCheckable(true);
    action->setChecked(i == current_);
  }
  menu->setActiveAction(menu->actions().at(current_));
  menu->popup(mapToGlobal(QPoint(0, height())));
}

QSize ChoiceLink::sizeHint() const {
  const Typography& type = themes_.type();
  return {textWidth(text(), TextRole::Secondary, type) + kLinkGap + kLinkArrow + 2 * kLinkPadding,
          type.scaled(Metrics::kPointerTarget)};
}

void ChoiceLink::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    openMenu();
    return;
  }
  QAbstractButton::keyPressEvent(event);
}

void ChoiceLink::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const MirroredPainting mirrored(painter, rect(), layoutDirection());
  const Theme& theme = themes_.theme();
  if (underMouse()) paintBox(painter, rect(), Metrics::kRadiusChip, theme.hover);
  const int used = paintTextLine(painter, rect().adjusted(kLinkPadding, 0, 0, 0),
                                 {text(), TextRole::Secondary, theme.text}, themes_.type());
  paintIcon(painter, Icon::ChevronDown, QRect(kLinkPadding + used + kLinkGap, 0, kLinkArrow, height()), kLinkArrow,
            theme.text2);
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintFocusRing(painter, rect(), Metrics::kRadiusChip, theme);
  }
}

}  // namespace Parlour::Ui
