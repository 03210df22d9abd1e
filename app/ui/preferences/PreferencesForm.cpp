// SPDX-License-Identifier: Apache-2.0
#include "app/ui/preferences/PreferencesForm.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <utility>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/SegmentedControl.h"

namespace Parlour::Ui {

namespace {
constexpr int kPageMargin = 24;
constexpr int kPageTop = 18;
constexpr int kPageBottom = 12;
constexpr int kCheckHeight = 20;
constexpr int kCheckIndent = 24;
constexpr int kFieldLeft = 222;
}  // namespace

PreferencesForm::PreferencesForm(ThemeManager& themes, Core::Preferences& preferences, const QString& title,
                                 QWidget* parent)
    : QWidget(parent), themes_(themes), preferences_(preferences), column_(new QVBoxLayout(this)) {
  column_->setContentsMargins(kPageMargin, kPageTop, kPageMargin, kPageBottom);
  column_->setSpacing(0);
  column_->addWidget(new Label(themes, title, TextRole::PageTitle, &Theme::text, this));
  setAccessibleName(title);
  connect(&themes, &ThemeManager::themeChanged, this, &PreferencesForm::applySizes);
  connect(&preferences, &Core::Preferences::changed, this, &PreferencesForm::refresh);
}

void PreferencesForm::refresh() {
  for (const auto& show : std::as_const(shows_)) show();
}

void PreferencesForm::onRefresh(std::function<void()> show) {
  show();
  shows_.append(std::move(show));
}

void PreferencesForm::addGap(Part next) {
  int gap = 7;
  if (next == Part::Section) {
    gap = last_ == Part::Title ? 12 : 17;
  } else if (last_ == Part::Section) {
    gap = next == Part::Check ? 11 : 10;
  } else if (next == Part::Help) {
    gap = last_ == Part::Check ? 0 : 3;
  } else if (next == Part::Check && last_ == Part::Field) {
    gap = 5;
  }
  column_->addSpacing(std::exchange(last_, next) == Part::Title && next != Part::Section ? 0 : gap);
}

void PreferencesForm::add(QWidget* widget, Part part) {
  addGap(part);
  column_->addWidget(widget, 0, part == Part::Check ? Qt::AlignLeft : Qt::Alignment());
}

void PreferencesForm::addWidget(QWidget* widget, int gap) {
  column_->addSpacing(gap);
  column_->addWidget(widget);
  last_ = Part::Other;
}

void PreferencesForm::addLayout(QHBoxLayout* row, int gap) {
  column_->addSpacing(gap);
  column_->addLayout(row);
  last_ = Part::Other;
}

void PreferencesForm::setColumn(QVBoxLayout* column) {
  column_ = column;
  last_ = Part::Title;
}

void PreferencesForm::addSection(const QString& title) {
  add(new Label(themes_, title, TextRole::Strong, &Theme::text, this), Part::Section);
}

Label* PreferencesForm::addHelp(const QString& text, bool indented) {
  auto* label = new Label(themes_, text, TextRole::Secondary, &Theme::text3, this);
  label->setWordWrap(true);
  label->setContentsMargins(0, 0, 0, 0);
  addGap(Part::Help);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(indented ? kCheckIndent : 0, 0, 0, 0);
  row->addWidget(label);
  column_->addLayout(row);
  return label;
}

QCheckBox* PreferencesForm::addCheckBox(const QString& text) {
  auto* box = new QCheckBox(text, this);
  keepHeight(box, kCheckHeight);
  add(box, Part::Check);
  return box;
}

void PreferencesForm::addField(const QString& label, QWidget* field, int width) {
  addGap(Part::Field);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  auto* words = new Label(themes_, label, TextRole::Body, &Theme::text, this);
  words->setBuddy(field);
  words->setMinimumWidth(kFieldLeft - row->spacing());
  field->setAccessibleName(plainText(label));
  field->setMinimumWidth(width);
  row->addWidget(words);
  row->addWidget(field);
  row->addStretch(1);
  column_->addLayout(row);
  keepHeight(field, Metrics::kControlHeight);
}

void PreferencesForm::addRow(const QString& label, const QString& help, Button* button) {
  addGap(Part::Field);
  auto* words = new QVBoxLayout;
  words->setSpacing(1);
  words->addWidget(new Label(themes_, label, TextRole::Body, &Theme::text, this));
  if (!help.isEmpty()) words->addWidget(new Label(themes_, help, TextRole::Secondary, &Theme::text3, this));
  auto* row = new QHBoxLayout;
  row->addLayout(words, 1);
  row->addWidget(button, 0, Qt::AlignVCenter);
  button->setSize(ButtonSize::Small);
  column_->addLayout(row);
}

void PreferencesForm::keepHeight(QWidget* widget, int pixels) {
  heights_.append({widget, pixels});
  applySizes();
}

void PreferencesForm::applySizes() {
  for (const auto& [widget, pixels] : std::as_const(heights_)) {
    widget->setFixedHeight(themes_.type().scaled(pixels));
  }
}

}  // namespace Parlour::Ui
