// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QWidget>
#include <functional>

#include "app/core/preferences/Preferences.h"
#include "app/ui/theme/ThemeManager.h"

class QHBoxLayout;
class QVBoxLayout;

namespace Parlour::Ui {

class Button;
class Label;

// A page of the Preferences window: sections of check boxes and labelled controls, each bound to one value in both
// directions. Mnemonics lead to every control. Sizes follow the text size. GUI thread; what it is given outlives it.
class PreferencesForm : public QWidget {
  Q_OBJECT

 public:
  PreferencesForm(ThemeManager& themes, Core::Preferences& preferences, const QString& title,
                  QWidget* parent = nullptr);

  // Shows what the preferences hold now.
  void refresh();

 protected:
  ThemeManager& themes() const { return themes_; }
  Core::Preferences& preferences() const { return preferences_; }

  void addSection(const QString& title);
  // Below a check box the text is indented to its words.
  Label* addHelp(const QString& text, bool indented);
  QCheckBox* addCheckBox(const QString& text);
  // `label` has the mnemonic of the field and is its accessible name.
  void addField(const QString& label, QWidget* field, int width);
  void addRow(const QString& label, const QString& help, Button* button);
  void addWidget(QWidget* widget, int gap);
  void addLayout(QHBoxLayout* row, int gap);
  // Keeps the height of a control at that many pixels of normal text size.
  void keepHeight(QWidget* widget, int pixels);
  void onRefresh(std::function<void()> show);
  static QString plainText(QString label) { return label.remove(QLatin1Char('&')); }
  QVBoxLayout* column() const { return column_; }
  // From here on parts go into this column.
  void setColumn(QVBoxLayout* column);

  template <class Page>
  void bind(QCheckBox* box, bool Page::*member) {
    connect(box, &QCheckBox::toggled, this, [this, member](bool on) { preferences_.change(member, on); });
    onRefresh([this, box, member] { box->setChecked(preferences_.page<Page>().*member); });
  }

  template <class Page>
  QCheckBox* addCheck(const QString& text, bool Page::*member) {
    QCheckBox* box = addCheckBox(text);
    bind(box, member);
    return box;
  }

  // A value that is not among the choices is shown as one more.
  template <class Page, class Value>
  QComboBox* addChoice(const QString& label, const QList<Value>& values, const std::function<QString(Value)>& words,
                       Value Page::*member, int width) {
    auto* box = new QComboBox(this);
    for (const Value& value : values) box->addItem(words(value), QVariant::fromValue(value));
    addField(label, box, width);
    connect(box, &QComboBox::activated, this,
            [this, box, member](int i) { preferences_.change(member, box->itemData(i).template value<Value>()); });
    onRefresh([this, box, member, words] {
      const Value value = preferences_.page<Page>().*member;
      int at = 0;
      while (at < box->count() && !(box->itemData(at).template value<Value>() == value)) ++at;
      if (at == box->count()) box->addItem(words(value), QVariant::fromValue(value));
      box->setCurrentIndex(at);
    });
    return box;
  }

 private:
  enum class Part { Title, Section, Check, Help, Field, Other };
  void add(QWidget* widget, Part part);
  void addGap(Part next);
  void applySizes();

  ThemeManager& themes_;
  Core::Preferences& preferences_;
  QVBoxLayout* column_;
  Part last_ = Part::Title;
  QList<QPair<QWidget*, int>> heights_;
  QList<std::function<void()>> shows_;
};

}  // namespace Parlour::Ui
