// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "protocol/xccos/ChatText.h"

namespace Parlour::Xccos {
namespace {

constexpr std::array kEmoticons{
    Emoticon{0, QLatin1String(":)"), QLatin1String("smile")},
    Emoticon{1, QLatin1String(":("), QLatin1String("frown")},
    Emoticon{2, QLatin1String("8-)"), QLatin1String("cool")},
    Emoticon{3, QLatin1String(":-D"), QLatin1String("laughing")},
    Emoticon{4, QLatin1String(":-O"), QLatin1String("shocked")},
    Emoticon{5, QLatin1String(":-/"), QLatin1String("confused")},
    Emoticon{6, QLatin1String(":'("), QLatin1String("crying")},
    Emoticon{7, QLatin1String(":-P"), QLatin1String("tongue")},
    Emoticon{8, QLatin1String(";)"), QLatin1String("wink")},
    Emoticon{9, QLatin1String(">:O"), QLatin1String("angry")},
    Emoticon{10, QLatin1String(":-*"), QLatin1String("kissing")},
};

const Emoticon* emoticonOfWord(QStringView word) {
  for (const Emoticon& emoticon : kEmoticons) {
    if (word == emoticon.typed) return &emoticon;
  }
  return nullptr;
}

}  // namespace

std::span<const Emoticon> emoticons() { return kEmoticons; }

std::vector<EmoticonPiece> splitEmoticons(const QString& text) {
  std::vector<EmoticonPiece> pieces;
  qsizetype plainStart = 0;
  for (qsizetype at = 0; at < text.size();) {
    qsizetype end = at;
    while (end < text.size() && !text[end].isSpace()) ++end;
    if (const Emoticon* emoticon = emoticonOfWord(QStringView(text).mid(at, end - at))) {
      if (at > plainStart) pieces.push_back({text.mid(plainStart, at - plainStart), nullptr});
      pieces.push_back({text.mid(at, end - at), emoticon});
      plainStart = end;
    }
    at = end + 1;
  }
  if (plainStart < text.size()) pieces.push_back({text.mid(plainStart), nullptr});
  return pieces;
}

}  // namespace Parlour::Xccos
