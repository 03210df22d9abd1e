// SPDX-License-Identifier: Apache-2.0
#include "app/core/text/RtfWriter.h"

#include "app/core/text/RtfReader.h"

namespace Parlour::Core {

namespace {

QByteArray escapedRtf(QStringView words) {
  constexpr int kHalfRange = 0x8000;
  QByteArray out;
  for (const QChar c : words) {
    const ushort code = c.unicode();
    if (code == u'\\' || code == u'{' || code == u'}') {
      out += '\\';
      out += static_cast<char>(code);
    } else if (code == u'\n') {
      out += "\\par ";
    } else if (code == u'\t') {
      out += "\\tab ";
    } else if (code < 0x80) {
      out += static_cast<char>(code);
    } else {
      out += "\\u" + QByteArray::number(code < kHalfRange ? code : code - 2 * kHalfRange) + '?';
    }
  }
  return out;
}

QByteArray controlWords(TextMarks marks) {
  QByteArray words;
  if (marks.testFlag(TextMark::Bold)) words += "\\b";
  if (marks.testFlag(TextMark::Italic)) words += "\\i";
  if (marks.testFlag(TextMark::Underline)) words += "\\ul";
  if (marks.testFlag(TextMark::Strike)) words += "\\strike";
  if (marks.testFlag(TextMark::Code)) words += "\\f1";
  return words;
}

QByteArray writtenRun(const FormatRun& run, QStringView words) {
  const QByteArray marks = controlWords(run.marks);
  const QByteArray marked = marks.isEmpty() ? escapedRtf(words) : '{' + marks + ' ' + escapedRtf(words) + '}';
  if (run.link.isEmpty()) return marked;
  return "{\\field{\\*\\fldinst HYPERLINK \"" + escapedRtf(run.link) + "\"}{\\fldrslt " + marked + "}}";
}

}  // namespace

QByteArray writeRtf(const FormattedText& formatted) {
  bool code = false;
  for (const FormatRun& run : formatted.runs) code = code || run.marks.testFlag(TextMark::Code);
  QByteArray out = "{\\rtf1\\ansi ";
  if (code) out = "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fswiss Segoe UI;}{\\f1\\fmodern Courier New;}}";
  qsizetype done = 0;
  const QStringView text(formatted.text);
  for (const FormatRun& run : formatted.runs) {
    out += escapedRtf(text.mid(done, run.start - done));
    out += writtenRun(run, text.mid(run.start, run.length));
    done = run.start + run.length;
  }
  return out + escapedRtf(text.mid(done)) + '}';
}

QByteArray rtfWithTitle(const QString& title, const QByteArray& rtf) {
  const std::optional<FormattedText> body = readRtf(rtf);
  if (!body) return {};
  FormattedText whole = *body;
  const QString line = title + QLatin1Char('\n');
  whole.text.prepend(line);
  for (FormatRun& run : whole.runs) run.start += line.size();
  return writeRtf(whole);
}

}  // namespace Parlour::Core
