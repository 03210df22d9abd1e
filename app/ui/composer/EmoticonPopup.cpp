// SPDX-License-Identifier: Apache-2.0
#include "app/ui/composer/EmoticonPopup.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QKeyEvent>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"
#include "protocol/xccos/ChatText.h"

namespace Parlour::Ui {

namespace {

constexpr int kEmoticonColumns = 6;
constexpr int kEmoticonCell = 32;
constexpr int kEmoticonDrawing = 18;

class EmoticonCell : public QAbstractButton {
 public:
  EmoticonCell(ThemeManager& themes, const Xccos::Emoticon& emoticon, QWidget* parent)
      : QAbstractButton(parent), themes_(themes), name_(emoticon.name) {
    setFixedSize(kEmoticonCell, kEmoticonCell);
    setAccessibleName(name_);
    setToolTip(name_ + QStringLiteral("  ") + emoticon.typed);
    setAttribute(Qt::WA_Hover);
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    if (underMouse()) {
      paintBox(painter, rect(), Metrics::kRadiusControl, themes_.theme().hover);
    }
    if (hasFocus()) {
      paintFocusRing(painter, rect(), Metrics::kRadiusControl, themes_.theme());
    }
    painter.drawPixmap(centered(rect(), QSize(kEmoticonDrawing, kEmoticonDrawing)).topLeft(),
                       emoticonPixmap(name_, kEmoticonDrawing, devicePixelRatioF()));
  }

 private:
  ThemeManager& themes_;
  QString name_;
};

}  // namespace

EmoticonPopup::EmoticonPopup(ThemeManager& themes, QWidget* parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint), themes_(themes) {
  setAttribute(Qt::WA_DeleteOnClose);
  setAccessibleName(tr("Emoticons"));
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(5, 5, 5, 5);
  grid->setSpacing(2);
  for (const Xccos::Emoticon& emoticon : Xccos::emoticons()) {
    auto* cell = new EmoticonCell(themes, emoticon, this);
    const int at = static_cast<int>(cells_.size());
    grid->addWidget(cell, at / kEmoticonColumns, at % kEmoticonColumns);
    cells_.append(cell);
    connect(cell, &QAbstractButton::clicked, this, [this, typed = QString(emoticon.typed)] {
      close();
      Q_EMIT chosen(typed);
    });
  }
}

void EmoticonPopup::popUpAbove(const QPoint& globalPosition) {
  adjustSize();
  move(globalPosition - QPoint(0, height() + 4));
  show();
  cells_.first()->setFocus();
}

void EmoticonPopup::moveFocus(int step) {
  const qsizetype at = qMax<qsizetype>(0, cells_.indexOf(focusWidget()));
  cells_.at(qBound<qsizetype>(0, at + step, cells_.size() - 1))->setFocus();
}

void EmoticonPopup::keyPressEvent(QKeyEvent* event) {
  const QHash<int, int> steps{
      {Qt::Key_Left, -1}, {Qt::Key_Right, 1}, {Qt::Key_Up, -kEmoticonColumns}, {Qt::Key_Down, kEmoticonColumns}};
  if (steps.contains(event->key())) {
    moveFocus(steps.value(event->key()));
    return;
  }
  auto* cell = qobject_cast<QAbstractButton*>(focusWidget());
  if (cell && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
    cell->click();
    return;
  }
  QDialog::keyPressEvent(event);
}

void EmoticonPopup::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  paintBox(painter, rect(), 0, themes_.theme().raised, themes_.theme().controlSoft);
}

}  // namespace Parlour::Ui
