// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>
#include <QTextLayout>
#include <memory>
#include <vector>

#include "app/ui/text/RichSpan.h"
#include "app/ui/theme/Theme.h"
#include "app/ui/theme/Typography.h"

namespace Parlour::Ui {

struct RichTextStyle {
  TextRole role = TextRole::Body;
  ColorToken color = &Theme::text;
  bool italic = false;
  int maxLines = 0;       // 0: all; otherwise the last line is elided
  bool hugsText = false;  // lines that run from right to left end where the widest line does, not at the width
};

// A marked part of the laid-out text; positions count characters of the drawn text.
struct TextRange {
  int from = -1;
  int to = -1;
  bool isEmpty() const { return from == to; }
  TextRange ordered() const { return from <= to ? *this : TextRange{to, from}; }
};

// Spans laid out at one width: wraps, keeps the design's line height, draws mention boxes, hits, emoticons and
// list bullets, answers what is under a point and gives back the typed text of a selection. Colours come from
// the theme at construction, so caches of layouts must include ThemeManager::revision(). Immutable after that.
class RichTextLayout {
 public:
  RichTextLayout(const RichSpans& spans, const RichTextStyle& style, int width, const Theme& theme,
                 const Typography& type);
  ~RichTextLayout();
  RichTextLayout(RichTextLayout&&) noexcept;
  RichTextLayout& operator=(RichTextLayout&&) noexcept;

  int height() const { return height_; }
  int usedWidth() const { return usedWidth_; }
  int length() const;

  void paint(QPainter& painter, const QPoint& origin, const Theme& theme, TextRange selection = {}) const;

  // Points and rectangles are relative to the origin of the text.
  const RichSpan* spanAt(const QPoint& point) const;
  int positionAt(const QPoint& point) const;
  TextRange wordAt(int position) const;
  QString typedText(TextRange range) const;
  QString wholeText() const;

 private:
  struct Piece;  // a span's place in a paragraph
  struct Paragraph;

  void addSpan(const RichSpan& span, const Theme& theme, const Typography& type);
  void startParagraph(bool afterBlank);
  void layOut(Paragraph& paragraph, int width);
  void elideLast(Paragraph& paragraph, int width);
  void pullRightToLeft(int width);
  void paintBoxes(QPainter& painter, const Paragraph& paragraph, const QPointF& origin, const Theme& theme) const;
  const Paragraph* paragraphAt(int y) const;

  std::vector<Paragraph> paragraphs_;
  QFont font_;
  RichTextStyle style_;
  int lineHeight_;
  int height_ = 0;
  int usedWidth_ = 0;
  int linesLeft_ = 0;
};

}  // namespace Parlour::Ui
