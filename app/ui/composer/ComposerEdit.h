// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QTextEdit>
#include <QUrl>

#include "app/ui/text/RichSpan.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// The text of the composer: grows from 36 to 160 px with its lines, then scrolls. Plain text only; pasted
// formats are dropped.
class ComposerEdit : public QTextEdit {
  Q_OBJECT

 public:
  explicit ComposerEdit(ThemeManager& themes, QWidget* parent = nullptr);

  void setHeights(int least, int most);
  void setEnterSends(bool sends) { enterSends_ = sends; }
  // Puts the mark around the selected words, or takes it away when it is there.
  void toggleMark(TextMark mark);
  // Starts the selected lines with "- ", or takes that away.
  void toggleList();
  void insertLink();
  QSize sizeHint() const override;

 Q_SIGNALS:
  void sendRequested();
  void storyPostRequested();
  void upPressedWhileEmpty();
  void escapePressed();
  void filesPasted(const QList<QUrl>& files);
  void picturePasted(const QImage& picture);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool canInsertFromMimeData(const QMimeData* source) const override;
  void insertFromMimeData(const QMimeData* source) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void applyTheme();
  void applyLineHeight();
  void growToText();

  ThemeManager& themes_;
  int least_ = 36;
  int most_ = 160;
  bool enterSends_ = true;
  bool spacing_ = false;
};

}  // namespace Parlour::Ui
