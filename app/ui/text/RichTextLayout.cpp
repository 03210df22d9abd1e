// SPDX-License-Identifier: Apache-2.0
#include "app/ui/text/RichTextLayout.h"

#include <QTextBoundaryFinder>
#include <algorithm>
#include <cmath>

#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr int kMentionPadding = 3;
constexpr int kMentionHeight = 17;
constexpr int kEmoticonSize = 18;
constexpr int kParagraphGap = 8;
constexpr int kBulletIndent = 28;
constexpr int kBulletLeft = 15;
constexpr QChar kPlaceholder{0x00A0};

bool isBulletLine(const QString& text) {
  return text.startsWith(QLatin1String("- ")) || text.startsWith(QLatin1String("* ")) ||
         text.startsWith(QStringLiteral("\u2022 "));
}

// A no-break space stretched to a width stands for the padding of a box or for a drawing.
QTextCharFormat placeholderFormat(const QFont& font, int width) {
  QTextCharFormat format;
  format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
  format.setFontLetterSpacing(width - QFontMetricsF(font).horizontalAdvance(kPlaceholder));
  return format;
}

QTextCharFormat spanFormat(const RichSpan& span, const Theme& theme, const Typography& type) {
  QTextCharFormat format;
  if (span.marks.testFlag(TextMark::Bold)) {
    format.setFontWeight(QFont::DemiBold);
  }
  if (span.marks.testFlag(TextMark::Italic)) {
    format.setFontItalic(true);
  }
  if (span.marks.testFlag(TextMark::Underline)) {
    format.setFontUnderline(true);
  }
  if (span.marks.testFlag(TextMark::Strike)) {
    format.setFontStrikeOut(true);
  }
  if (span.marks.testFlag(TextMark::Code)) {
    format.setFont(type.font(TextRole::Code));
  }
  if (span.kind == RichSpan::Kind::Link || span.kind == RichSpan::Kind::RoomLink) {
    format.setFontUnderline(true);
    format.setForeground(theme.accent);
  } else if (span.kind == RichSpan::Kind::Mention) {
    format.setFontWeight(QFont::DemiBold);
    format.setForeground(theme.onBadge);
  } else if (span.marks.testFlag(TextMark::Hit)) {
    format.setForeground(theme.text);
  }
  return format;
}

}  // namespace

struct RichTextLayout::Piece {
  RichSpan span;
  int from = 0;  // in the paragraph's drawn text
  int to = 0;
};

struct RichTextLayout::Paragraph {
  std::unique_ptr<QTextLayout> layout = std::make_unique<QTextLayout>();
  QString text;
  QList<QTextLayout::FormatRange> formats;
  QList<Piece> pieces;
  bool bullet = false;
  int indent = 0;
  int gapAbove = 0;
  int top = 0;
  int height = 0;
  int start = 0;  // of its first character in the whole text
  bool rightToLeft = false;
  int rightEdge = 0;

  int left() const { return rightToLeft ? 0 : indent; }  // a bullet stands where the line begins

  void append(const QString& drawn, const QTextCharFormat& format) {
    formats.append({static_cast<int>(text.size()), static_cast<int>(drawn.size()), format});
    text += drawn;
  }
};

RichTextLayout::~RichTextLayout() = default;
RichTextLayout::RichTextLayout(RichTextLayout&&) noexcept = default;
RichTextLayout& RichTextLayout::operator=(RichTextLayout&&) noexcept = default;

RichTextLayout::RichTextLayout(const RichSpans& spans, const RichTextStyle& style, int width, const Theme& theme,
                               const Typography& type)
    : font_(type.font(style.role)), style_(style), lineHeight_(type.lineHeight(style.role)) {
  font_.setItalic(style.italic);
  startParagraph(false);
  for (const RichSpan& span : spans) {
    addSpan(span, theme, type);
  }
  linesLeft_ = style.maxLines > 0 ? style.maxLines : INT_MAX;
  int start = 0;
  for (Paragraph& paragraph : paragraphs_) {
    height_ += height_ > 0 ? paragraph.gapAbove : 0;
    paragraph.top = height_;
    paragraph.start = start;
    layOut(paragraph, qMax(1, width));
    height_ += paragraph.height;
    start += static_cast<int>(paragraph.text.size()) + 1;
  }
  height_ = qMax(height_, lineHeight_);
  if (style.hugsText) {
    pullRightToLeft(qMax(1, width));
  }
}

void RichTextLayout::pullRightToLeft(int width) {
  for (Paragraph& paragraph : paragraphs_) {
    for (int i = 0; paragraph.rightToLeft && i < paragraph.layout->lineCount(); ++i) {
      QTextLine line = paragraph.layout->lineAt(i);
      line.setPosition(line.position() - QPointF(width - usedWidth_, 0));
    }
    paragraph.rightEdge -= width - usedWidth_;
  }
}

void RichTextLayout::startParagraph(bool afterBlank) {
  paragraphs_.emplace_back();
  paragraphs_.back().gapAbove = afterBlank ? kParagraphGap : 0;
}

void RichTextLayout::addSpan(const RichSpan& span, const Theme& theme, const Typography& type) {
  const QStringList lines = span.text.split(QLatin1Char('\n'));
  for (qsizetype i = 0; i < lines.size(); ++i) {
    if (i > 0) {
      Paragraph& last = paragraphs_.back();
      const bool blank = last.text.isEmpty() && paragraphs_.size() > 1;
      if (blank) {
        last.gapAbove = kParagraphGap;
      } else {
        startParagraph(false);
      }
    }
    if (lines.at(i).isEmpty()) {
      continue;
    }
    Paragraph& paragraph = paragraphs_.back();
    QString drawn = lines.at(i);
    if (paragraph.text.isEmpty() && span.kind == RichSpan::Kind::Text && isBulletLine(drawn)) {
      paragraph.bullet = true;
      paragraph.indent = kBulletIndent;
      drawn = drawn.mid(2);
    }
    Piece piece{span, static_cast<int>(paragraph.text.size()), 0};
    piece.span.text = lines.at(i);
    if (span.kind == RichSpan::Kind::Emoticon) {
      paragraph.append(QString(kPlaceholder), placeholderFormat(font_, kEmoticonSize));
    } else if (span.kind == RichSpan::Kind::Mention) {
      paragraph.append(QString(kPlaceholder), placeholderFormat(font_, kMentionPadding));
      paragraph.append(drawn, spanFormat(span, theme, type));
      paragraph.append(QString(kPlaceholder), placeholderFormat(font_, kMentionPadding));
    } else {
      paragraph.append(drawn, spanFormat(span, theme, type));
    }
    piece.to = static_cast<int>(paragraph.text.size());
    paragraph.pieces.append(piece);
  }
}

void RichTextLayout::layOut(Paragraph& paragraph, int width) {
  if (linesLeft_ <= 0) {
    return;
  }
  QTextLayout& layout = *paragraph.layout;
  layout.setFont(font_);
  layout.setText(paragraph.text);
  layout.setFormats(paragraph.formats);
  paragraph.rightToLeft = paragraph.text.isRightToLeft();
  paragraph.rightEdge = width;
  QTextOption option;
  option.setTextDirection(paragraph.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
  option.setAlignment(paragraph.rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  layout.setCacheEnabled(true);
  const int baseline = baselineInLine(font_, lineHeight_);
  const int lineWidth = qMax(1, width - paragraph.indent);
  layout.beginLayout();
  for (QTextLine line = layout.createLine(); line.isValid() && linesLeft_ > 0; line = layout.createLine()) {
    line.setLineWidth(--linesLeft_ > 0 || style_.maxLines == 0 ? lineWidth : 100'000);
    line.setPosition(QPointF(paragraph.left(), paragraph.height + baseline - line.ascent()));
    paragraph.height += lineHeight_;
    usedWidth_ = qMax(usedWidth_, paragraph.indent + static_cast<int>(std::ceil(line.naturalTextWidth())));
    if (linesLeft_ == 0) {
      break;
    }
  }
  layout.endLayout();
  if (style_.maxLines > 0 && usedWidth_ > width) {
    usedWidth_ = width;
    elideLast(paragraph, lineWidth);
  }
}

// Cuts the text where the ellipsis has to begin and lays the paragraph out again.
void RichTextLayout::elideLast(Paragraph& paragraph, int width) {
  const QTextLine last = paragraph.layout->lineAt(paragraph.layout->lineCount() - 1);
  const qreal room = width - QFontMetricsF(font_).horizontalAdvance(QChar(0x2026));
  const int cut = last.xToCursor(paragraph.indent + room, QTextLine::CursorOnCharacter);
  paragraph.text = paragraph.text.left(cut) + QChar(0x2026);
  for (QTextLayout::FormatRange& range : paragraph.formats) {
    range.length = qBound(0, cut - range.start, range.length);
  }
  for (Piece& piece : paragraph.pieces) {
    piece.to = qMin(piece.to, cut);
  }
  paragraph.layout->setText(paragraph.text);
  paragraph.layout->setFormats(paragraph.formats);
  const int baseline = baselineInLine(font_, lineHeight_);
  int top = 0;
  paragraph.layout->beginLayout();
  for (QTextLine line = paragraph.layout->createLine(); line.isValid(); line = paragraph.layout->createLine()) {
    line.setLineWidth(top + lineHeight_ < paragraph.height ? width : 100'000);
    line.setPosition(QPointF(paragraph.left(), top + baseline - line.ascent()));
    top += lineHeight_;
  }
  paragraph.layout->endLayout();
}

void RichTextLayout::paintBoxes(QPainter& painter, const Paragraph& paragraph, const QPointF& origin,
                                const Theme& theme) const {
  for (const Piece& piece : paragraph.pieces) {
    const bool mention = piece.span.kind == RichSpan::Kind::Mention;
    if ((!mention && !piece.span.marks.testFlag(TextMark::Hit)) || piece.to <= piece.from) {
      continue;
    }
    for (int i = 0; i < paragraph.layout->lineCount(); ++i) {
      const QTextLine line = paragraph.layout->lineAt(i);
      const int from = qMax(piece.from, line.textStart());
      const int to = qMin(piece.to, line.textStart() + line.textLength());
      if (from >= to) {
        continue;
      }
      const auto [first, last] = std::minmax({line.cursorToX(from), line.cursorToX(to)});
      const int left = qRound(origin.x() + first);
      const int right = qRound(origin.x() + last);
      const int top = qRound(origin.y()) + i * lineHeight_ + (lineHeight_ - kMentionHeight) / 2;
      const int bleed = mention ? 0 : 1;
      paintBox(painter, QRect(left - bleed, top, right - left + 2 * bleed, kMentionHeight), 3,
               mention ? theme.badge : theme.hit);
    }
  }
}

void RichTextLayout::paint(QPainter& painter, const QPoint& origin, const Theme& theme, TextRange selection) const {
  const TextRange chosen = selection.ordered();
  painter.save();
  const UprightPainting upright(painter, QRectF(origin, QSizeF(usedWidth(), height())));
  for (const Paragraph& paragraph : paragraphs_) {
    const QPointF place(origin.x(), origin.y() + paragraph.top);
    paintBoxes(painter, paragraph, place, theme);
    painter.setPen(theme.*style_.color);
    if (paragraph.bullet) {
      painter.setFont(font_);
      const QString bullet(QChar(0x2022));
      const int mirrored = paragraph.rightEdge - kBulletLeft - QFontMetrics(font_).horizontalAdvance(bullet);
      const int left = paragraph.rightToLeft ? mirrored : kBulletLeft;
      painter.drawText(place + QPointF(left, baselineInLine(font_, lineHeight_)), bullet);
    }
    QList<QTextLayout::FormatRange> marked;
    const int from = qMax(0, chosen.from - paragraph.start);
    const int to = qMin(static_cast<int>(paragraph.text.size()), chosen.to - paragraph.start);
    if (!chosen.isEmpty() && from < to) {
      QTextCharFormat format;
      format.setBackground(theme.fill);
      format.setForeground(theme.onFill);
      marked.append({from, to - from, format});
    }
    paragraph.layout->draw(&painter, place, marked);
    for (const Piece& piece : paragraph.pieces) {
      if (piece.span.kind != RichSpan::Kind::Emoticon || piece.to <= piece.from) {
        continue;
      }
      const QTextLine line = paragraph.layout->lineForTextPosition(piece.from);
      const int top = line.lineNumber() * lineHeight_ + (lineHeight_ - kEmoticonSize) / 2;
      const qreal left = qMin(line.cursorToX(piece.from), line.cursorToX(piece.to));
      painter.drawPixmap(QPoint(qRound(place.x() + left), qRound(place.y()) + top),
                         emoticonPixmap(piece.span.target, kEmoticonSize, painter.device()->devicePixelRatioF()));
    }
  }
  painter.restore();
}

int RichTextLayout::length() const {
  const Paragraph& last = paragraphs_.back();
  return last.start + static_cast<int>(last.text.size());
}

const RichTextLayout::Paragraph* RichTextLayout::paragraphAt(int y) const {
  for (const Paragraph& paragraph : paragraphs_) {
    if (y < paragraph.top + paragraph.height) {
      return &paragraph;
    }
  }
  return &paragraphs_.back();
}

const RichSpan* RichTextLayout::spanAt(const QPoint& point) const {
  const Paragraph* paragraph = paragraphAt(point.y());
  const int lineNumber = (point.y() - paragraph->top) / lineHeight_;
  if (point.y() < paragraph->top || lineNumber >= paragraph->layout->lineCount()) {
    return nullptr;
  }
  const QTextLine line = paragraph->layout->lineAt(lineNumber);
  for (const Piece& piece : paragraph->pieces) {
    const int from = qMax(piece.from, line.textStart());
    const int to = qMin(piece.to, line.textStart() + line.textLength());
    const auto [first, last] = std::minmax({line.cursorToX(from), line.cursorToX(to)});
    if (from < to && point.x() >= first && point.x() < last) {
      return &piece.span;
    }
  }
  return nullptr;
}

int RichTextLayout::positionAt(const QPoint& point) const {
  const Paragraph* paragraph = paragraphAt(point.y());
  const int count = paragraph->layout->lineCount();
  if (count == 0) {
    return paragraph->start;
  }
  const int lineNumber = qBound(0, (point.y() - paragraph->top) / lineHeight_, count - 1);
  return paragraph->start + paragraph->layout->lineAt(lineNumber).xToCursor(point.x());
}

TextRange RichTextLayout::wordAt(int position) const {
  for (const Paragraph& paragraph : paragraphs_) {
    const int local = position - paragraph.start;
    if (local < 0 || local > paragraph.text.size()) {
      continue;
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, paragraph.text);
    finder.setPosition(qMin<qsizetype>(local + 1, paragraph.text.size()));
    const qsizetype from = qMax<qsizetype>(0, finder.toPreviousBoundary());
    const qsizetype to = finder.toNextBoundary();
    return {paragraph.start + static_cast<int>(from), paragraph.start + static_cast<int>(qMax(from, to))};
  }
  return {};
}

QString RichTextLayout::typedText(TextRange range) const {
  const TextRange chosen = range.ordered();
  QStringList lines;
  for (const Paragraph& paragraph : paragraphs_) {
    const int from = chosen.from - paragraph.start;
    const int to = chosen.to - paragraph.start;
    if (to < 0 || from > paragraph.text.size()) {
      continue;
    }
    QString line = paragraph.bullet && from <= 0 ? QStringLiteral("- ") : QString();
    for (const Piece& piece : paragraph.pieces) {
      const int first = qMax(from, piece.from);
      const int last = qMin(to, piece.to);
      if (first >= last) {
        continue;
      }
      const bool whole = piece.span.kind == RichSpan::Kind::Emoticon || piece.span.kind == RichSpan::Kind::Mention;
      line += whole ? piece.span.text : paragraph.text.mid(first, last - first);
    }
    lines.append(line);
  }
  return lines.join(QLatin1Char('\n'));
}

QString RichTextLayout::wholeText() const { return typedText({0, length()}); }

}  // namespace Parlour::Ui
