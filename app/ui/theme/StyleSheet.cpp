// SPDX-License-Identifier: Apache-2.0
#include "app/ui/theme/StyleSheet.h"

#include <QHash>

#include "app/ui/theme/Theme.h"
#include "app/ui/theme/Typography.h"

namespace Parlour::Ui {

namespace {

// The border grows by one pixel on focus and the padding shrinks by one, so that the text stays. Colours of text come
// from the palette: with one given here Qt 6.4 draws placeholders at half its strength.
constexpr char kFieldRules[] = R"(
QLineEdit, QSpinBox, QPlainTextEdit[field="true"], QTextEdit[field="true"] {
  background: @raised; border: 1px solid @control; border-radius: 6px;
  padding: 0px 8px; selection-background-color: @fill; selection-color: @onFill; }
QLineEdit, QSpinBox { min-height: @fieldInner; max-height: @fieldInner; }
QLineEdit[tall="true"] { min-height: @tallInner; max-height: @tallInner; }
QLineEdit[search="true"] { min-height: @searchInner; max-height: @searchInner; }
QPlainTextEdit[field="true"], QTextEdit[field="true"] { padding: 4px 6px; }
QLineEdit:focus, QSpinBox:focus { border: 2px solid @accent; padding: 0px 7px;
  min-height: @fieldFocusInner; max-height: @fieldFocusInner; }
QLineEdit[search="true"]:focus { min-height: @searchFocusInner; max-height: @searchFocusInner; }
QLineEdit[tall="true"]:focus { min-height: @tallFocusInner; max-height: @tallFocusInner; }
QPlainTextEdit[field="true"]:focus, QTextEdit[field="true"]:focus { border: 2px solid @accent; padding: 3px 5px; }
QLineEdit[invalid="true"] { border-color: @danger; }
QLineEdit:disabled, QSpinBox:disabled { background: @panel; border-color: @line; }
QLineEdit[embedded="true"] { background: transparent; border: none; padding: 0px; min-height: 0px;
  max-height: 200px; }
QLineEdit[embedded="true"]:focus { border: none; padding: 0px; min-height: 0px; max-height: 200px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0px; border: none; }
)";

constexpr char kPopupRules[] = R"(
QMenu { background: @raised; color: @text; border: 1px solid @controlSoft; border-radius: 8px; padding: 4px; }
QMenu::item { min-height: @menuRow; padding: 3px 16px 3px 10px; border-radius: 4px; background: transparent; }
QMenu::item:selected { background: @hover; }
QMenu::item:disabled { color: @text3; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QToolTip { background: @raised; color: @text; border: 1px solid @controlSoft; padding: 4px 6px; }
QComboBox QAbstractItemView { background: @raised; color: @text; border: 1px solid @controlSoft; outline: none;
  selection-background-color: @hover; selection-color: @text; padding: 4px; }
)";

constexpr char kScrollRules[] = R"(
QScrollBar:vertical { background: transparent; width: 10px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0px; }
QScrollBar::handle { background: @controlSoft; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea { border: none; }
QListView { background: transparent; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QMenuBar { background: @side; color: @text; }
QMenuBar::item:selected { background: @hover; }
)";

QHash<QByteArray, QString> substitutions(const Theme& t, const Typography& type) {
  const auto pixels = [&type](int value) { return QStringLiteral("%1px").arg(type.scaled(value)); };
  const auto inner = [&type](int height, int border) {
    return QStringLiteral("%1px").arg(type.scaled(height) - 2 * border);
  };
  return {{"raised", t.raised.name()},
          {"text3", t.text3.name()},
          {"text", t.text.name()},
          {"control", t.control.name()},
          {"controlSoft", t.controlSoft.name()},
          {"fill", t.fill.name()},
          {"onFill", t.onFill.name()},
          {"accent", t.accent.name()},
          {"danger", t.danger.name()},
          {"panel", t.panel.name()},
          {"line", t.line.name()},
          {"hover", t.hover.name()},
          {"side", t.side.name()},
          {"fieldInner", inner(32, 1)},
          {"fieldFocusInner", inner(32, 2)},
          {"tallInner", inner(34, 1)},
          {"tallFocusInner", inner(34, 2)},
          {"searchInner", inner(36, 1)},
          {"searchFocusInner", inner(36, 2)},
          {"menuRow", pixels(24)}};
}

QString filled(const char* rules, const QHash<QByteArray, QString>& values) {
  QString result;
  const QByteArray text(rules);
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (text.at(i) != '@') {
      result += QLatin1Char(text.at(i));
      continue;
    }
    qsizetype end = i + 1;
    while (end < text.size() && (isalnum(static_cast<unsigned char>(text.at(end))) != 0)) {
      ++end;
    }
    result += values.value(text.mid(i + 1, end - i - 1));
    i = end - 1;
  }
  return result;
}

}  // namespace

QString styleSheet(const Theme& theme, const Typography& type) {
  const QHash<QByteArray, QString> values = substitutions(theme, type);
  return filled(kFieldRules, values) + filled(kPopupRules, values) + filled(kScrollRules, values);
}

}  // namespace Parlour::Ui
