// SPDX-License-Identifier: Apache-2.0
#include "app/ui/preferences/KeywordField.h"

#include <QKeyEvent>
#include <QPainter>

#include "app/core/preferences/Preferences.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr int kBoxHeight = 36;
constexpr int kBoxInset = 10;
constexpr int kChipLine = 30;
constexpr int kKeywordChip = 23;
constexpr int kChipPadding = 8;
constexpr int kChipCross = 10;
constexpr int kBesideCross = 5;
constexpr int kChipSpacing = 6;
constexpr int kLeastEdit = 200;

// With a blank it is an exact phrase, and is shown in quotation marks.
QString shownKeyword(const QString& word) {
  return word.contains(QLatin1Char(' ')) ? QStringLiteral("“%1”").arg(word) : word;
}

class KeywordChip : public QAbstractButton {
 public:
  KeywordChip(ThemeManager& themes, const QString& word, QWidget* parent) : QAbstractButton(parent), themes_(themes) {
    setText(shownKeyword(word));
    setAccessibleName(KeywordField::tr("Keyword %1, remove").arg(word));
    setToolTip(KeywordField::tr("Remove “%1”").arg(word));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
  }
  QSize sizeHint() const override {
    const Typography& type = themes_.type();
    return {textWidth(text(), TextRole::Label, type) + kChipPadding + kChipCross + 2 * kBesideCross,
            type.scaled(kKeywordChip)};
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    const Theme& theme = themes_.theme();
    paintBox(painter, rect(), Metrics::kRadiusChip, theme.mentionBg,
             theme.highContrast || underMouse() ? theme.mentionBar : QColor());
    paintTextLine(painter, rect().adjusted(kChipPadding, 0, -kBesideCross - kChipCross, 0),
                  {text(), TextRole::Label, theme.mentionText}, themes_.type());
    paintIcon(painter, Icon::Close, QRect(width() - kBesideCross - kChipCross, 0, kChipCross, height()), kChipCross,
              theme.mentionText);
    if (hasFocus()) paintFocusRing(painter, rect(), Metrics::kRadiusChip, theme);
  }

 private:
  ThemeManager& themes_;
};

}  // namespace

KeywordField::KeywordField(ThemeManager& themes, QWidget* parent)
    : QWidget(parent), themes_(themes), edit_(new QLineEdit(this)) {
  edit_->setProperty("embedded", true);
  edit_->setPlaceholderText(tr("Add a word or “exact phrase”"));
  edit_->setAccessibleName(tr("Add a keyword"));
  edit_->setMaxLength(static_cast<int>(Core::PreferenceLimits::kKeywordLength) + 2);
  edit_->installEventFilter(this);
  setFocusProxy(edit_);
  connect(edit_, &QLineEdit::editingFinished, this, &KeywordField::addTyped);
  connect(&themes, &ThemeManager::themeChanged, this, &KeywordField::place);
  place();
}

void KeywordField::setPurpose(const QString& add, const QString& name, const QString& takeOut) {
  edit_->setPlaceholderText(add);
  edit_->setAccessibleName(name);
  takeOut_ = takeOut;
}

void KeywordField::setKeywords(const QStringList& words) {
  if (words == words_ && chips_.size() == words.size()) return;
  words_ = words;
  for (QAbstractButton* chip : std::as_const(chips_)) {
    chip->hide();
    chip->deleteLater();
  }
  chips_.clear();
  for (qsizetype i = 0; i < words_.size(); ++i) {
    auto* chip = new KeywordChip(themes_, words_.at(i), this);
    if (!takeOut_.isEmpty()) {
      chip->setText(words_.at(i));
      chip->setAccessibleName(takeOut_.arg(words_.at(i)));
      chip->setToolTip(chip->accessibleName());
    }
    chip->installEventFilter(this);
    connect(chip, &QAbstractButton::clicked, this, [this, i] { remove(i); });
    chip->show();
    chips_.append(chip);
  }
  QWidget* before = nullptr;
  for (QAbstractButton* chip : std::as_const(chips_)) {
    if (before) setTabOrder(before, chip);
    before = chip;
  }
  if (before) setTabOrder(before, edit_);
  place();
}

void KeywordField::addTyped() {
  QString word = edit_->text().simplified();
  word.remove(QLatin1Char('"')).remove(QChar(0x201C)).remove(QChar(0x201D));
  edit_->clear();
  if (word.trimmed().isEmpty() || words_.contains(word, Qt::CaseInsensitive)) return;
  Q_EMIT keywordsChanged(words_ + QStringList(word));
}

void KeywordField::remove(qsizetype index) {
  QStringList left = words_;
  left.removeAt(index);
  edit_->setFocus();
  Q_EMIT keywordsChanged(left);
}

bool KeywordField::keyPressed(int key) {
  const bool entered = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Comma;
  if (entered && !edit_->text().trimmed().isEmpty()) {
    addTyped();
    return true;
  }
  if (key == Qt::Key_Backspace && edit_->text().isEmpty() && !words_.isEmpty()) {
    remove(words_.size() - 1);
    return true;
  }
  return key == Qt::Key_Comma;
}

bool KeywordField::eventFilter(QObject* watched, QEvent* event) {
  if (watched == edit_ && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) update();
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (watched == edit_) return keyPressed(key) || QWidget::eventFilter(watched, event);
  const bool takes = key == Qt::Key_Delete || key == Qt::Key_Backspace;
  const qsizetype at = takes ? chips_.indexOf(qobject_cast<QAbstractButton*>(watched)) : -1;
  if (at < 0) return QWidget::eventFilter(watched, event);
  remove(at);
  return true;
}

void KeywordField::place() {
  const Typography& type = themes_.type();
  const int line = type.scaled(kChipLine);
  const int top = (type.scaled(kBoxHeight) - type.scaled(kKeywordChip)) / 2;
  const int end = qMax(width(), kLeastEdit + 2 * kBoxInset) - kBoxInset;
  int x = kBoxInset;
  int y = top;
  for (QAbstractButton* chip : std::as_const(chips_)) {
    const QSize size = chip->sizeHint().boundedTo(QSize(end - kBoxInset, line));
    if (x > kBoxInset && x + size.width() > end) {
      x = kBoxInset;
      y += line;
    }
    chip->setGeometry(QRect(QPoint(x, y), size));
    x += size.width() + kChipSpacing;
  }
  if (x + kLeastEdit > end) {
    x = kBoxInset;
    y += line;
  }
  edit_->setGeometry(x, y, end - x, type.scaled(kKeywordChip));
  setFixedHeight(y - top + type.scaled(kBoxHeight));
  update();
}

void KeywordField::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place();
}

void KeywordField::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const bool focused = edit_->hasFocus();
  paintBox(painter, rect(), Metrics::kRadiusControl, theme.raised, focused ? theme.accent : theme.control,
           focused ? 2 : 1);
}

}  // namespace Parlour::Ui
