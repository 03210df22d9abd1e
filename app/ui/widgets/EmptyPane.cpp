// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/EmptyPane.h"

#include <QVBoxLayout>

#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"

namespace Parlour::Ui {

class EmptyPane::Drawing : public QWidget {
 public:
  explicit Drawing(ThemeManager& themes, QWidget* parent) : QWidget(parent), themes_(themes) { setFixedSize(24, 24); }
  void show(Icon icon, ColorToken color) {
    icon_ = icon;
    color_ = color;
    update();
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    paintIcon(painter, icon_, rect(), 24, themes_.theme().*color_);
  }

 private:
  ThemeManager& themes_;
  Icon icon_ = Icon::Search;
  ColorToken color_ = &Theme::text3;
};

EmptyPane::EmptyPane(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      drawing_(new Drawing(themes, this)),
      title_(new Label(themes, QString(), TextRole::Strong, &Theme::text, this)),
      sentence_(new Label(themes, QString(), TextRole::Secondary, &Theme::text2, this)),
      action_(new Button(themes, QString(), ButtonKind::Secondary, this)) {
  action_->setSize(ButtonSize::Small);
  title_->setAlignment(Qt::AlignHCenter);
  sentence_->setAlignment(Qt::AlignHCenter);
  sentence_->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(0);
  column->addStretch();
  column->addWidget(drawing_, 0, Qt::AlignHCenter);
  column->addSpacing(10);
  column->addWidget(title_);
  column->addSpacing(2);
  column->addWidget(sentence_, 0, Qt::AlignHCenter);
  column->addSpacing(10);
  column->addWidget(action_, 0, Qt::AlignHCenter);
  column->addStretch();
  connect(action_, &Button::clicked, this, &EmptyPane::actionRequested);
  connect(&themes, &ThemeManager::themeChanged, this, &EmptyPane::fitSentence);
  fitSentence();
}

void EmptyPane::showEmpty(Icon icon, const QString& title, const QString& sentence, const QString& action) {
  drawing_->show(icon, &Theme::text3);
  fill(title, sentence, action);
}

void EmptyPane::showError(const QString& title, const QString& sentence, const QString& action) {
  drawing_->show(Icon::Warning, &Theme::danger);
  fill(title, sentence, action);
}

void EmptyPane::fill(const QString& title, const QString& sentence, const QString& action) {
  title_->setText(title);
  sentence_->setText(sentence);
  fitSentence();
  action_->setText(action);
  action_->setVisible(!action.isEmpty());
}

void EmptyPane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitSentence();
}

// Narrow panes break the sentence earlier, larger text makes it higher.
void EmptyPane::fitSentence() {
  constexpr int kSentenceWidth = 260;
  constexpr int kBeside = 12;
  const int wished = themes_.type().scaled(kSentenceWidth);
  const int room = testAttribute(Qt::WA_Resized) ? width() - 2 * kBeside : wished;
  sentence_->setFixedWidth(qBound(kBeside, room, wished));
  sentence_->setFixedHeight(sentence_->heightForWidth(sentence_->width()));
}

}  // namespace Parlour::Ui
