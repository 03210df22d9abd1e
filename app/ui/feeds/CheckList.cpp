// SPDX-License-Identifier: Apache-2.0
#include "app/ui/feeds/CheckList.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/OverlayScrollBar.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr int kTickRow = 30;
constexpr int kTickLeft = 10;
constexpr int kTickSize = 16;
constexpr int kTickTextLeft = 34;

}  // namespace

FramedBox::FramedBox(ThemeManager& themes, QWidget* inner, QWidget* parent)
    : QWidget(parent), themes_(themes), inner_(inner) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2, 2, 2, 2);
  column->addWidget(inner);
  inner->installEventFilter(this);
  setFocusProxy(inner);
}

bool FramedBox::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
  return QWidget::eventFilter(watched, event);
}

void FramedBox::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const bool focused = inner_->hasFocus();
  paintBox(painter, rect(), Metrics::kRadiusControl, theme.raised, focused ? theme.accent : theme.control,
           focused ? 2 : 1);
}

class CheckList::Delegate : public QStyledItemDelegate {
 public:
  Delegate(ThemeManager& themes, QObject* parent) : QStyledItemDelegate(parent), themes_(themes) {}

  QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override {
    return {0, themes_.type().scaled(kTickRow)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme& theme = themes_.theme();
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    if (focused) {
      painter->fillRect(option.rect, theme.selected);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
      painter->fillRect(option.rect, theme.hover);
    }
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QRect row = option.rect;
    const QRect box(row.left() + kTickLeft, row.top() + (row.height() - kTickSize) / 2, kTickSize, kTickSize);
    paintBox(*painter, box, Metrics::kRadiusChip, ticked ? theme.fill : theme.raised,
             ticked ? theme.fill : theme.control);
    if (ticked) paintIcon(*painter, Icon::Check, box, 12, theme.onFill);
    paintTextLine(*painter, row.adjusted(kTickTextLeft, 0, -kTickLeft, 0),
                  {index.data(Qt::DisplayRole).toString(), TextRole::Body, theme.text}, themes_.type());
  }

  bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& /*option*/,
                   const QModelIndex& index) override {
    const bool key = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    const bool click =
        event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    if (!key && !click) return false;
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
  }

 private:
  ThemeManager& themes_;
};

CheckList::CheckList(ThemeManager& themes, QWidget* parent) : QListWidget(parent), themes_(themes) {
  setItemDelegate(new Delegate(themes, this));
  setFrameShape(NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(ScrollPerPixel);
  setMouseTracking(true);
  new OverlayScrollBar(this);
  connect(&themes, &ThemeManager::themeChanged, this, [this] { scheduleDelayedItemsLayout(); });
}

void CheckList::addName(const QString& name, bool ticked) {
  auto* item = new QListWidgetItem(name, this);
  item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
  item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
}

}  // namespace Parlour::Ui
