// SPDX-License-Identifier: Apache-2.0
#include "app/ui/text/InlineMarks.h"

#include <array>
#include <optional>

namespace Parlour::Ui {

namespace {

constexpr std::array kMarksByLength{TextMark::Bold, TextMark::Underline, TextMark::Strike, TextMark::Italic,
                                    TextMark::Code};

bool isWordCharacter(QChar c) { return c.isLetterOrNumber(); }

bool opensHere(const QString& text, qsizetype at, qsizetype length) {
  const bool freeBefore = at == 0 || !isWordCharacter(text.at(at - 1));
  const qsizetype next = at + length;
  return freeBefore && next < text.size() && !text.at(next).isSpace() && text.at(next) != text.at(at);
}

std::optional<MarkedRange> markedRangeAt(const QString& text, qsizetype at, TextMark mark) {
  const QString characters = markCharacters(mark);
  if (text.mid(at, characters.size()) != characters || !opensHere(text, at, characters.size())) {
    return std::nullopt;
  }
  const qsizetype lineEnd = text.indexOf(QLatin1Char('\n'), at);
  qsizetype close = text.indexOf(characters, at + characters.size());
  while (close > 0 && (lineEnd < 0 || close < lineEnd)) {
    const qsizetype after = close + characters.size();
    const bool freeAfter = after >= text.size() || !isWordCharacter(text.at(after));
    if (!text.at(close - 1).isSpace() && freeAfter && close > at + characters.size()) {
      return MarkedRange{at, after - at, characters.size(), mark};
    }
    close = text.indexOf(characters, close + 1);
  }
  return std::nullopt;
}

RichSpan withMarks(const RichSpan& span, qsizetype from, qsizetype length, TextMarks marks) {
  RichSpan part = span;
  part.text = span.text.mid(from, length);
  part.marks |= marks;
  return part;
}

void appendMarked(RichSpans& out, const RichSpan& span) {
  qsizetype done = 0;
  for (const MarkedRange& range : findInlineMarks(span.text)) {
    if (range.start > done) {
      out.append(withMarks(span, done, range.start - done, {}));
    }
    const RichSpan inner =
        withMarks(span, range.start + range.markLength, range.length - 2 * range.markLength, range.mark);
    if (range.mark == TextMark::Code) {
      out.append(inner);
    } else {
      appendMarked(out, inner);
    }
    done = range.start + range.length;
  }
  if (done < span.text.size()) {
    out.append(withMarks(span, done, span.text.size() - done, {}));
  }
}

}  // namespace

QString markCharacters(TextMark mark) {
  switch (mark) {
    case TextMark::Bold:
      return QStringLiteral("**");
    case TextMark::Italic:
      return QStringLiteral("_");
    case TextMark::Underline:
      return QStringLiteral("__");
    case TextMark::Strike:
      return QStringLiteral("~~");
    case TextMark::Code:
      return QStringLiteral("`");
    case TextMark::Hit:
      return {};
  }
  Q_UNREACHABLE();
}

QList<MarkedRange> findInlineMarks(const QString& text) {
  QList<MarkedRange> ranges;
  qsizetype at = 0;
  while (at < text.size()) {
    std::optional<MarkedRange> found;
    const QChar c = text.at(at);
    if (c == QLatin1Char('*') || c == QLatin1Char('_') || c == QLatin1Char('~') || c == QLatin1Char('`')) {
      for (const TextMark mark : kMarksByLength) {
        found = found ? found : markedRangeAt(text, at, mark);
      }
    }
    if (found) {
      ranges.append(*found);
      at += found->length;
    } else {
      ++at;
    }
  }
  return ranges;
}

RichSpans applyInlineMarks(const RichSpans& spans) {
  RichSpans out;
  for (const RichSpan& span : spans) {
    if (span.kind == RichSpan::Kind::Text) {
      appendMarked(out, span);
    } else {
      out.append(span);
    }
  }
  return out;
}

}  // namespace Parlour::Ui
