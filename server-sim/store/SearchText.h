// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

#include "protocol/support/Result.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// The text part of a HistoryQuery, taken apart once. Words are found whole, without regard to accents and, unless
// asked for, to case; punctuation inside a term only separates words. Terms that have no words (emoticons, signs) or
// are of scripts without spaces (Chinese, Japanese, Thai …) are found as part of the text. Nothing in the text
// is query syntax. A plain value.
class SearchText {
 public:
  // LimitExceeded when the text has more than 1,000 characters.
  static Result<SearchText> parse(const HistoryQuery& query);

  bool isEmpty() const { return terms_.empty(); }
  // What FTS5 is to match; empty when the index cannot answer and every message has to be looked at.
  QByteArray indexExpression() const;
  // The index finds too much (case) or nothing was asked from it: each message has to pass matches().
  bool needsCheck() const { return matchCase_ || hasFragments_; }
  bool matches(const QByteArray& chat) const;

 private:
  struct Term {
    QString text;       // folded
    QStringList words;  // empty: found as part of the text
    QByteArray plain;   // the text as UTF-8 when it has neither case nor accents, so that bytes can be compared
  };

  bool matchesPlain(const QByteArray& chat) const;
  void addTerm(const QString& text);
  QString fold(const QString& text) const;
  static bool contains(const QString& text, const QStringList& words, const Term& term);

  std::vector<Term> terms_;
  bool allWords_ = false;
  bool matchCase_ = false;
  bool hasFragments_ = false;
  bool allPlain_ = true;
};

}  // namespace Parlour::Server
