// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include "app/core/Types.h"

namespace Parlour::Core {

// What the cache's word index holds for a message: its plain text, with spaces between the characters of scripts that
// are written without them, so that parts of such text are found.
QString indexedText(const QString& chatText);

// A search in the terms of the word index. Words match from their beginning, phrases and case exactly.
class CacheQuery {
 public:
  explicit CacheQuery(const MessageSearchQuery& query);

  bool isEmpty() const { return match_.isEmpty(); }  // no word that the index could know
  const QString& match() const { return match_; }
  // What the index cannot decide: case, and the signs between words.
  bool accepts(const Message& message) const;
  bool looksCloser() const;

 private:
  MessageSearchQuery query_;
  QString match_;
};

}  // namespace Parlour::Core
