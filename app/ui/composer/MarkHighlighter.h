// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSyntaxHighlighter>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// Shows inline marks while they are typed: the words look as they will, the mark characters turn quiet.
class MarkHighlighter : public QSyntaxHighlighter {
  Q_OBJECT

 public:
  MarkHighlighter(ThemeManager& themes, QTextDocument* document);

 protected:
  void highlightBlock(const QString& text) override;

 private:
  ThemeManager& themes_;
};

}  // namespace Parlour::Ui
