// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>

namespace Parlour::Testing {

// C++ as a lint of words reads it: comments blanked out, strings known. Positions are those of the source.
class CppText {
 public:
  explicit CppText(const QString& source);

  struct Call {
    QString name;
    qsizetype from = 0;  // of the name
    qsizetype open = 0;  // of its opening bracket
    qsizetype end = 0;   // behind its closing bracket
  };
  // Calls outside of strings of functions whose whole name matches.
  QList<Call> callsOf(const QString& names) const;

  // What stands between the brackets.
  QString argumentsOf(const Call& call) const { return text_.mid(call.open + 1, call.end - call.open - 2); }
  // The strings of the arguments that no translator sees: QStringLiteral, QLatin1String, u"".
  QStringList plainStringsOf(const Call& call) const;
  // The first plain string of a call of tr(), parts put together.
  QString wordsOf(const Call& call) const;

  QChar before(qsizetype position) const;  // the first that is no blank
  QChar behind(qsizetype position) const;
  QString textBefore(qsizetype position, qsizetype count) const { return text_.mid(qMax(0, position - count), count); }
  qsizetype lineOf(qsizetype position) const { return text_.left(position).count(QLatin1Char('\n')) + 1; }

 private:
  void readOver();
  qsizetype closing(qsizetype open) const;

  QString text_;
  QList<bool> inString_;
};

}  // namespace Parlour::Testing
