// SPDX-License-Identifier: Apache-2.0
#include "app/core/notify/Keywords.h"

#include "app/core/match/WordMatcher.h"

namespace Parlour::Core {

std::optional<QString> keywordIn(const QString& text, const QStringList& keywords) {
  if (keywords.isEmpty()) return std::nullopt;
  return WordMatcher(keywords, MatchWords::Any).firstIn(text);
}

}  // namespace Parlour::Core
