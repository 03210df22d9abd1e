// SPDX-License-Identifier: Apache-2.0
#include "tests/structure/CppText.h"

namespace Parlour::Testing {

namespace {

const QString kString = QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\"");

bool isName(QChar sign) { return sign.isLetterOrNumber() || sign == QLatin1Char('_'); }

}  // namespace

CppText::CppText(const QString& source) : text_(source), inString_(source.size(), false) { readOver(); }

void CppText::readOver() {
  enum class In { Code, String, Sign, Line, Block } in = In::Code;
  for (qsizetype i = 0; i < text_.size(); ++i) {
    const QChar sign = text_[i];
    const QChar next = i + 1 < text_.size() ? text_[i + 1] : QChar();
    if (in == In::Code) {
      if (sign == QLatin1Char('"')) in = In::String;
      const bool digits = i > 0 && isName(text_[i - 1]) && !text_[i - 1].isLetter();  // 1'000
      if (sign == QLatin1Char('\'') && !digits) in = In::Sign;
      if (sign == QLatin1Char('/') && next == QLatin1Char('/')) in = In::Line;
      if (sign == QLatin1Char('/') && next == QLatin1Char('*')) in = In::Block;
    } else if (in == In::String || in == In::Sign) {
      inString_[i] = true;
      if (sign == QLatin1Char('\\')) {
        inString_[qMin(i + 1, text_.size() - 1)] = true;
        ++i;
      } else if (sign == (in == In::String ? QLatin1Char('"') : QLatin1Char('\''))) {
        in = In::Code;
      }
    } else if (sign == QLatin1Char('\n') && in == In::Line) {
      in = In::Code;
    } else if (in == In::Block && sign == QLatin1Char('/') && text_[i - 1] == QLatin1Char('*')) {
      in = In::Code;
    }
    if ((in == In::Line || in == In::Block) && sign != QLatin1Char('\n')) text_[i] = QLatin1Char(' ');
  }
}

qsizetype CppText::closing(qsizetype open) const {
  int depth = 0;
  for (qsizetype i = open; i < text_.size(); ++i) {
    if (inString_[i]) continue;
    if (text_[i] == QLatin1Char('(')) ++depth;
    if (text_[i] == QLatin1Char(')') && --depth == 0) return i + 1;
  }
  return text_.size();
}

QList<CppText::Call> CppText::callsOf(const QString& names) const {
  const QRegularExpression call(QStringLiteral("\\b(%1)\\s*\\(").arg(names));
  QList<Call> calls;
  for (auto it = call.globalMatch(text_); it.hasNext();) {
    const QRegularExpressionMatch match = it.next();
    if (inString_[match.capturedStart()]) continue;
    const qsizetype open = match.capturedEnd() - 1;
    calls.append({match.captured(1), match.capturedStart(), open, closing(open)});
  }
  return calls;
}

QStringList CppText::plainStringsOf(const Call& call) const {
  static const QRegularExpression plain(QStringLiteral("(?:QStringLiteral\\s*\\(|QLatin1String\\s*\\(|\\bu)\\s*") +
                                        kString);
  QStringList found;
  for (auto it = plain.globalMatch(argumentsOf(call)); it.hasNext();) found.append(it.next().captured(1));
  return found;
}

QString CppText::wordsOf(const Call& call) const {
  static const QRegularExpression first(QStringLiteral("^\\s*((?:%1\\s*)+)").arg(kString));
  static const QRegularExpression part(kString);
  QString words;
  for (auto it = part.globalMatch(first.match(argumentsOf(call)).captured(1)); it.hasNext();) {
    words += it.next().captured(1);
  }
  return words;
}

QChar CppText::before(qsizetype position) const {
  while (--position >= 0 && text_[position].isSpace()) continue;
  return position < 0 ? QChar() : text_[position];
}

QChar CppText::behind(qsizetype position) const {
  while (position < text_.size() && text_[position].isSpace()) ++position;
  return position < text_.size() ? text_[position] : QChar();
}

}  // namespace Parlour::Testing
