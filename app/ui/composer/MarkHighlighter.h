// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QSyntaxHighlighter>

#include "app/core/text/spelling/SpellChecker.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// Shows inline marks while they are typed: the words look as they will, the mark characters turn quiet. With a checker
// misspelt words get a wave.
class MarkHighlighter : public QSyntaxHighlighter {
  Q_OBJECT

 public:
  MarkHighlighter(ThemeManager& themes, QTextDocument* document);
  void setSpellChecker(Core::SpellChecker* checker);  // null: none; follows its changes

 protected:
  void highlightBlock(const QString& text) override;

 private:
  void showMisspelt(const QString& text);

  ThemeManager& themes_;
  QPointer<Core::SpellChecker> checker_;
};

}  // namespace Parlour::Ui
