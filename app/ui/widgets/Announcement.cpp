// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/Announcement.h"

#include <QAccessible>
#include <QLabel>

#include "app/ui/widgets/AccessibleRoles.h"

namespace Parlour::Ui {

namespace {

class SpokenLabel : public QLabel {
 public:
  using QLabel::QLabel;

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {}
};

}  // namespace

LiveRegion::LiveRegion(QWidget* window) : QWidget(window), words_(new SpokenLabel(this)) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFixedSize(1, 1);
  words_->setTextFormat(Qt::PlainText);
  words_->setFixedSize(1, 1);
  lower();
}

void LiveRegion::say(const QString& words) {
  words_->setText(words);
  setAccessibleName(words);
  if (isHidden()) {
    return show();  // which tells of it
  }
  QAccessibleEvent gone(this, QAccessible::ObjectHide);
  QAccessible::updateAccessibility(&gone);
  QAccessibleEvent here(this, QAccessible::ObjectShow);
  QAccessible::updateAccessibility(&here);
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void announce(QWidget& about, const QString& words) {
  if (words.isEmpty()) {
    return;
  }
  QWidget* window = about.window();
  auto* region = window->findChild<LiveRegion*>(QString(), Qt::FindDirectChildrenOnly);
  (region ? region : new LiveRegion(window))->say(words);
}

}  // namespace Parlour::Ui
