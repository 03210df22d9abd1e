// SPDX-License-Identifier: Apache-2.0
#include "app/core/match/FoldedText.h"

#include <QChar>
#include <QList>
#include <algorithm>
#include <iterator>

namespace Parlour::Core {

namespace {

constexpr char32_t kAsciiEnd = 0x80;
constexpr char32_t kSharpS = 0xDF;
constexpr char32_t kCapitalSharpS = 0x1E9E;
constexpr char32_t kHangulFirst = 0xAC00;
constexpr char32_t kHangulLast = 0xD7A3;

// Marks that readers leave out without changing the word: accents, Hebrew points, Arabic vowels. Other marks are
// letters of their scripts.
bool isLooseMark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05C7 && QChar::isMark(c)) ||
         (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
         (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F);
}

bool isBlank(char32_t c) { return c < kAsciiEnd ? (c == U' ' || (c >= U'\t' && c <= U'\r')) : QChar::isSpace(c); }

class Folder {
 public:
  explicit Folder(bool withPlaces) : withPlaces_(withPlaces) {}

  void take(char32_t c, qsizetype at) {
    if (isBlank(c)) return blank(at);
    if (c < kAsciiEnd) return put(c >= U'A' && c <= U'Z' ? c + 32 : c, at);
    if (isLooseMark(c) || QChar::category(c) == QChar::Other_Format) return;
    if (c == kSharpS || c == kCapitalSharpS) {
      put(U's', at);
      return put(U's', at);
    }
    const bool whole = (c >= kHangulFirst && c <= kHangulLast) || QChar::decompositionTag(c) == QChar::NoDecomposition;
    if (whole) return put(QChar::toCaseFolded(c), at);
    decompose(c, at);
  }

  FoldedText result() {
    if (!made_.text.isEmpty() && made_.text.back() == u' ') {
      made_.text.chop(1);
      if (withPlaces_) made_.from.pop_back();
    }
    return std::move(made_);
  }
  void reserve(qsizetype size) { made_.text.reserve(size); }

 private:
  void decompose(char32_t c, qsizetype at) {
    const QString parts = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD);
    for (const uint part : parts.toUcs4()) {
      if (isBlank(part)) {
        blank(at);
      } else if (!isLooseMark(part)) {
        put(QChar::toCaseFolded(part), at);
      }
    }
  }
  void blank(qsizetype at) {
    if (!made_.text.isEmpty() && made_.text.back() != u' ') put(U' ', at);
  }
  void put(char32_t c, qsizetype at) {
    if (QChar::requiresSurrogates(c)) {
      append(QChar(QChar::highSurrogate(c)), at);
      return append(QChar(QChar::lowSurrogate(c)), at);
    }
    append(QChar(static_cast<char16_t>(c)), at);
  }
  void append(QChar c, qsizetype at) {
    made_.text.append(c);
    if (withPlaces_) made_.from.push_back(at);
  }

  FoldedText made_;
  bool withPlaces_;
};

// Words stand side by side in these scripts, or carry their endings with them.
bool isUnspaced(QChar c) {
  constexpr QChar::Script kUnspaced[] = {QChar::Script_Han,    QChar::Script_Hiragana, QChar::Script_Katakana,
                                         QChar::Script_Hangul, QChar::Script_Thai,     QChar::Script_Lao,
                                         QChar::Script_Khmer,  QChar::Script_Myanmar};
  return std::find(std::begin(kUnspaced), std::end(kUnspaced), c.script()) != std::end(kUnspaced);
}

bool isInWord(QChar c) { return c.isLetterOrNumber() || c.isMark() || c == u'_'; }

}  // namespace

FoldedText FoldedText::of(QStringView text, bool withPlaces) {
  Folder folder(withPlaces);
  folder.reserve(text.size());
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
      folder.take(QChar::surrogateToUcs4(c, text[i + 1]), i);
      ++i;
    } else {
      folder.take(c.unicode(), i);
    }
  }
  return folder.result();
}

bool isWordBoundary(QChar before, QChar after) {
  if (!isInWord(before) || !isInWord(after)) return true;
  return isUnspaced(before) || isUnspaced(after);
}

}  // namespace Parlour::Core
