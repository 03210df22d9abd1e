// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextEdit>

#include "app/models/wire/WireText.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// Formatted message text in colours, to read, select and copy. Transparent; the parent paints what is behind.
class CodeView : public QTextEdit {
  Q_OBJECT

 public:
  explicit CodeView(ThemeManager& themes, QWidget* parent = nullptr);

  void setLines(const QList<Models::WireLine>& lines);
  // What the lines need without scrolling at the present width.
  int contentHeight() const;

 Q_SIGNALS:
  void moreRequested();  // the "… n more" line was pressed, or Enter where there is one

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void fill();

  ThemeManager& themes_;
  QList<Models::WireLine> lines_;
  bool hasMore_ = false;
};

// The framed box around the body.
class CodeBox : public QWidget {
  Q_OBJECT

 public:
  explicit CodeBox(ThemeManager& themes, QWidget* parent = nullptr);
  CodeView& view() { return *view_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  CodeView* view_;
};

}  // namespace Parlour::Ui
