// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/Toast.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTimer>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Announcement.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/LinkButton.h"

namespace Parlour::Ui {

namespace {
constexpr int kToastTimeMs = 6000;
constexpr int kMostToasts = 3;
constexpr int kToastGap = 8;
constexpr int kToastMargin = 16;
}  // namespace

class ToastStack::Toast : public QWidget {
 public:
  Toast(ThemeManager& themes, ToastStack* stack, int id, const ToastText& text)
      : QWidget(stack), themes_(themes), error_(text.error) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(40, 9, 12, 12);
    column->setSpacing(0);
    auto* first = new QHBoxLayout;
    first->addWidget(new Label(themes, text.title, TextRole::Button, &Theme::text, this), 1);
    if (!text.action.isEmpty()) {
      first->addWidget(actionButton(stack, id, text.action));
    }
    if (text.action.isEmpty() || text.error) {
      first->addWidget(closeButton(stack));
    }
    column->addLayout(first);
    auto* sentence = new Label(themes, text.sentence, TextRole::Secondary, &Theme::text2, this);
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    setFixedWidth(Metrics::kToastWidth);
    setAccessibleName(text.title + QLatin1Char(' ') + text.sentence);
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    const Theme& theme = themes_.theme();
    paintBox(painter, rect(), Metrics::kRadiusCard, theme.raised, theme.controlSoft);
    paintIcon(painter, error_ ? Icon::Warning : Icon::Check, QRect(13, 9, 16, Metrics::kPointerTarget), 16,
              error_ ? theme.danger : theme.ok);
  }

 private:
  QWidget* closeButton(ToastStack* stack) {
    auto* close = new IconButton(themes_, Icon::Close, ToastStack::tr("Close"), this);
    close->setBoxSize(QSize(Metrics::kPointerTarget, Metrics::kPointerTarget));
    close->setIconSize(14);
    QObject::connect(close, &IconButton::clicked, stack, [this, stack] { stack->remove(this); });
    return close;
  }

  QWidget* actionButton(ToastStack* stack, int id, const QString& words) {
    auto* action = new LinkButton(themes_, words, this);
    action->setUnderlined(false);
    action->setMinimumHeight(Metrics::kPointerTarget);
    QObject::connect(action, &LinkButton::clicked, stack, [this, stack, id] {
      Q_EMIT stack->actionRequested(id);
      stack->remove(this);
    });
    return action;
  }

  ThemeManager& themes_;
  bool error_;
};

ToastStack::ToastStack(ThemeManager& themes, QWidget* window) : QWidget(window), themes_(themes) {
  window->installEventFilter(this);
  QWidget::hide();
}

int ToastStack::count() const { return static_cast<int>(toasts_.size()); }

int ToastStack::show(const ToastText& text) {
  const int id = nextId_++;
  auto* toast = new Toast(themes_, this, id, text);
  toasts_.append(toast);
  if (toasts_.size() > kMostToasts) {
    remove(toasts_.first());
  }
  if (!text.error) {
    QTimer::singleShot(kToastTimeMs, toast, [this, toast] { remove(toast); });
  }
  toast->show();
  arrange();
  announce(*this, toast->accessibleName());
  return id;
}

void ToastStack::remove(Toast* toast) {
  toasts_.removeOne(toast);
  toast->hide();
  toast->deleteLater();
  arrange();
}

void ToastStack::arrange() {
  int height = 0;
  for (Toast* toast : std::as_const(toasts_)) {
    const int own = toast->layout()->heightForWidth(Metrics::kToastWidth);
    toast->setGeometry(0, height, Metrics::kToastWidth, own > 0 ? own : toast->sizeHint().height());
    height += toast->height() + kToastGap;
  }
  setGeometry(parentWidget()->width() - kToastMargin - Metrics::kToastWidth,
              parentWidget()->height() - kToastMargin - height + kToastGap, Metrics::kToastWidth, height);
  setVisible(!toasts_.isEmpty());
  raise();
}

bool ToastStack::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize) {
    arrange();
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace Parlour::Ui
