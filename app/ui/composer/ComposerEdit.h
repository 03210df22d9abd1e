// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPointer>
#include <QTextEdit>
#include <QUrl>

#include "app/core/text/spelling/SpellChecker.h"
#include "app/ui/text/RichSpan.h"
#include "app/ui/theme/ThemeManager.h"

class QMenu;

namespace Parlour::Ui {

class MarkHighlighter;
class WordCompleter;

// The text of the composer: grows from 36 to 160 px with its lines, then scrolls. Words can be bold, italic, underlined
// and struck; of what is pasted only these marks are kept, and only from RTF, everything else comes as plain text.
class ComposerEdit : public QTextEdit {
  Q_OBJECT

 public:
  explicit ComposerEdit(ThemeManager& themes, QWidget* parent = nullptr);

  void setHeights(int least, int most);
  void setEnterSends(bool sends) { enterSends_ = sends; }
  // Gives the selected words, or those typed next, the mark, or takes it away when it is there. Code is typed: `words`.
  void toggleMark(TextMark mark);
  TextMarks marks() const;  // at the cursor
  Core::FormattedText formatted() const;
  void setFormatted(const Core::FormattedText& formatted);
  // Starts the selected lines with "- ", or takes that away.
  void toggleList();
  void insertLink();
  void setSpellChecker(Core::SpellChecker* checker);  // null: none
  WordCompleter& completer() const { return *completer_; }
  QSize sizeHint() const override;

 Q_SIGNALS:
  void sendRequested();
  void storyPostRequested();
  void upPressedWhileEmpty();
  void escapePressed();
  void filesPasted(const QList<QUrl>& files);
  void picturePasted(const QImage& picture);
  void marksChanged(Parlour::Ui::TextMarks marks);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool canInsertFromMimeData(const QMimeData* source) const override;
  void insertFromMimeData(const QMimeData* source) override;
  QMimeData* createMimeDataFromSelection() const override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void applyTheme();
  void applyLineHeight();
  void growToText();
  void addSpellingActions(QMenu& menu, const QTextCursor& word);
  void surroundWith(const QString& characters);

  ThemeManager& themes_;
  WordCompleter* completer_;
  MarkHighlighter* highlighter_;
  QPointer<Core::SpellChecker> checker_;
  int least_ = 36;
  int most_ = 160;
  bool enterSends_ = true;
  bool spacing_ = false;
};

}  // namespace Parlour::Ui
