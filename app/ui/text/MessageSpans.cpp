// SPDX-License-Identifier: Apache-2.0
#include "app/ui/text/MessageSpans.h"

#include <QRegularExpression>

#include "app/core/text/RtfReader.h"
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

RichSpans linkedSpans(const std::vector<Xccos::ChatSpan>& spans) {
  RichSpans out;
  for (const Xccos::ChatSpan& span : spans) {
    out += fromChatSpan(span);
  }
  return withBareLinks(out);
}

QString wordsOf(const RichSpans& spans) {
  QString words;
  for (const RichSpan& span : spans) {
    words += span.text;
  }
  return words;
}

// The formats of a message's words. RTF of a story may have the title as its first line.
QList<Core::FormatRun> formatsOf(const Xccos::ChatText& text, const QString& words, const QByteArray& rtf) {
  const std::optional<Core::FormattedText> formatted = rtf.isEmpty() ? std::nullopt : Core::readRtf(rtf);
  if (!formatted) {
    return {};
  }
  QList<Core::FormatRun> runs = Core::formatsFor(words, *formatted);
  if (!runs.isEmpty() || text.kind != Xccos::ChatText::Kind::Story) {
    return runs;
  }
  const QString title = text.title + QLatin1Char('\n');
  for (Core::FormatRun run : Core::formatsFor(title + words, *formatted)) {
    const qsizetype cut = qMax<qsizetype>(0, title.size() - run.start);
    run.start += cut - title.size();
    run.length -= cut;
    if (run.length > 0) {
      runs.append(run);
    }
  }
  return runs;
}

RichSpan formattedPart(const RichSpan& span, qsizetype from, qsizetype length, const Core::FormatRun* run) {
  RichSpan part = span;
  part.text = span.text.mid(from, length);
  if (run) {
    part.marks |= run->marks;
    if (span.kind == RichSpan::Kind::Text && !run->link.isEmpty() && Xccos::isAllowedLink(run->link)) {
      part.kind = RichSpan::Kind::Link;
      part.target = run->link;
    }
  }
  return part;
}

// Splits spans where the formats change; a drawing stays whole. Runs ascend.
RichSpans withFormats(const RichSpans& spans, const QList<Core::FormatRun>& runs) {
  RichSpans out;
  qsizetype start = 0;  // of the span in all words
  auto run = runs.begin();
  for (const RichSpan& span : spans) {
    const qsizetype end = start + span.text.size();
    for (qsizetype at = start; at < end;) {
      while (run != runs.end() && run->start + run->length <= at) {
        ++run;
      }
      const bool inside = run != runs.end() && run->start <= at;
      const qsizetype change = run == runs.end() ? end : (inside ? run->start + run->length : run->start);
      const qsizetype until = span.kind == RichSpan::Kind::Emoticon ? end : qMin(end, change);
      out.append(formattedPart(span, at - start, until - at, inside ? &*run : nullptr));
      at = until;
    }
    start = end;
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
  return withWords(applyInlineMarks(linkedSpans(spans)), words);
}

RichSpans messageSpans(const Xccos::ChatText& text, const QByteArray& rtf, const SpanWords& words) {
  const RichSpans spans = linkedSpans(text.spans);
  return withWords(applyInlineMarks(withFormats(spans, formatsOf(text, wordsOf(spans), rtf))), words);
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
