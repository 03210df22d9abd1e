// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/PasswordField.h"

#include "app/ui/widgets/IconButton.h"

namespace Parlour::Ui {

namespace {
constexpr int kEyeBox = 26;
constexpr int kEyeRight = 6;
constexpr int kBulletSpacing = 2;
}  // namespace

PasswordField::PasswordField(ThemeManager& themes, QWidget* parent)
    : QLineEdit(parent), eye_(new IconButton(themes, Icon::Eye, tr("Show the password"), this)) {
  setTextMargins(0, 0, kEyeBox, 0);
  setShown(false);
  setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
  eye_->setBoxSize(QSize(kEyeBox, kEyeBox));
  eye_->setCursor(Qt::ArrowCursor);
  eye_->setCheckable(false);
  connect(eye_, &IconButton::clicked, this, [this] { setShown(echoMode() == QLineEdit::Password); });
}

void PasswordField::setShown(bool shown) {
  setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
  QFont spaced = font();
  spaced.setLetterSpacing(QFont::AbsoluteSpacing, shown ? 0 : kBulletSpacing);
  setFont(spaced);
  eye_->setIcon(shown ? Icon::EyeOff : Icon::Eye);
  eye_->setWords(shown ? tr("Hide the password") : tr("Show the password"));
}

void PasswordField::resizeEvent(QResizeEvent* event) {
  QLineEdit::resizeEvent(event);
  eye_->setGeometry(width() - kEyeRight - kEyeBox, (height() - kEyeBox) / 2, kEyeBox, kEyeBox);
}

}  // namespace Parlour::Ui
