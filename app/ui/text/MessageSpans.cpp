// SPDX-License-Identifier: Apache-2.0
#include "app/ui/text/MessageSpans.h"

#include <QRegularExpression>

#include "app/ui/text/InlineMarks.h"

namespace Parlour::Ui {

namespace {

constexpr int kWordsPerMinute = 200;

QString withLineFeeds(QString text) {
  text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
  return text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
}

RichSpans fromChatSpan(const Xccos::ChatSpan& span) {
  switch (span.kind) {
    case Xccos::ChatSpan::Kind::Link:
      return {{RichSpan::Kind::Link, span.text, span.href, {}}};
    case Xccos::ChatSpan::Kind::RoomLink:
      return {{RichSpan::Kind::RoomLink, span.text, span.room.toString(), {}}};
    case Xccos::ChatSpan::Kind::FileLink:
      return {{RichSpan::Kind::Text, span.text, {}, {}}};
    case Xccos::ChatSpan::Kind::Text:
      break;
  }
  RichSpans out;
  for (const Xccos::EmoticonPiece& piece : Xccos::splitEmoticons(withLineFeeds(span.text))) {
    RichSpan part{RichSpan::Kind::Text, piece.text, {}, {}};
    if (piece.emoticon) {
      part.kind = RichSpan::Kind::Emoticon;
      part.target = piece.emoticon->name;
    }
    out.append(part);
  }
  return out;
}

QRegularExpression wordPattern(const QStringList& words, bool wholeWords) {
  QStringList escaped;
  for (const QString& word : words) {
    if (!word.trimmed().isEmpty()) {
      escaped.append(QRegularExpression::escape(word.trimmed()));
    }
  }
  if (escaped.isEmpty()) {
    return {};
  }
  // The longest first, so that "Ada Quince" is one box and not two.
  std::sort(escaped.begin(), escaped.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
  const QString any = QStringLiteral("(?:%1)").arg(escaped.join(QLatin1Char('|')));
  return QRegularExpression(wholeWords ? QStringLiteral("(?<![\\w@])%1(?!\\w)").arg(any) : any,
                            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

template <typename Change>
RichSpans splitAt(const RichSpans& spans, const QRegularExpression& pattern, bool textOnly, Change change) {
  if (pattern.pattern().isEmpty()) {
    return spans;
  }
  RichSpans out;
  for (const RichSpan& span : spans) {
    const bool eligible =
        span.kind == RichSpan::Kind::Text ? !span.marks.testFlag(TextMark::Code) || !textOnly : !textOnly;
    if (!eligible || span.kind == RichSpan::Kind::Emoticon) {
      out.append(span);
      continue;
    }
    qsizetype done = 0;
    const auto part = [&span](qsizetype from, qsizetype to) {
      RichSpan piece = span;
      piece.text = span.text.mid(from, to - from);
      return piece;
    };
    for (auto it = pattern.globalMatch(span.text); it.hasNext();) {
      const QRegularExpressionMatch match = it.next();
      if (match.capturedStart() > done) {
        out.append(part(done, match.capturedStart()));
      }
      out.append(part(match.capturedStart(), match.capturedEnd()));
      change(out.last());
      done = match.capturedEnd();
    }
    if (done < span.text.size()) {
      out.append(part(done, span.text.size()));
    }
  }
  return out;
}

RichSpans withWords(const RichSpans& spans, const SpanWords& words) {
  const RichSpans mentioned = splitAt(spans, wordPattern(words.mentions, true), true,
                                      [](RichSpan& span) { span.kind = RichSpan::Kind::Mention; });
  return splitAt(mentioned, wordPattern(words.hits, false), false, [](RichSpan& span) { span.marks |= TextMark::Hit; });
}

}  // namespace

RichSpans messageSpans(const std::vector<Xccos::ChatSpan>& spans, const SpanWords& words) {
  RichSpans out;
  for (const Xccos::ChatSpan& span : spans) {
    out += fromChatSpan(span);
  }
  return withWords(applyInlineMarks(withBareLinks(out)), words);
}

RichSpans withBareLinks(const RichSpans& spans) {
  static const QRegularExpression address(QStringLiteral("\\bhttps?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)\\]}]"),
                                          QRegularExpression::CaseInsensitiveOption);
  return splitAt(spans, address, true, [](RichSpan& span) {
    if (Xccos::isAllowedLink(span.text)) {
      span.kind = RichSpan::Kind::Link;
      span.target = span.text;
    }
  });
}

RichSpans plainSpans(const QString& text, const SpanWords& words) {
  return withWords({{RichSpan::Kind::Text, withLineFeeds(text), {}, {}}}, words);
}

QStringList mentionWords(const QString& userPart, const QString& displayName) {
  constexpr qsizetype kShortestBareName = 3;
  const QString name = displayName.simplified();
  const QString first = name.section(QLatin1Char(' '), 0, 0);
  QStringList words;
  for (const QString& handle : {userPart, first, name}) {
    if (!handle.isEmpty()) {
      words << QLatin1Char('@') + handle;
      if (handle.size() >= kShortestBareName) {
        words << handle;
      }
    }
  }
  words.removeDuplicates();
  return words;
}

int readingMinutes(const QString& text) {
  static const QRegularExpression space(QStringLiteral("\\s+"));
  const qsizetype words = text.split(space, Qt::SkipEmptyParts).size();
  return static_cast<int>(qMax<qsizetype>(1, (words + kWordsPerMinute / 2) / kWordsPerMinute));
}

}  // namespace Parlour::Ui
