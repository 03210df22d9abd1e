// SPDX-License-Identifier: Apache-2.0
#include "app/core/text/RtfCodePages.h"

#include <QStringDecoder>
#include <array>

namespace Parlour::Core {

namespace {

// Where code page 1252 differs from Latin-1.
constexpr std::array<char16_t, 32> kWesternSpecials{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
constexpr char16_t kFirstSpecial = 0x80;

QString fromWestern(const QByteArray& bytes) {
  QString text;
  for (const char byte : bytes) {
    const char16_t code = static_cast<uchar>(byte);
    const bool special = code >= kFirstSpecial && code < kFirstSpecial + kWesternSpecials.size();
    text += special ? QChar(kWesternSpecials.at(code - kFirstSpecial)) : QChar(code);
  }
  return text;
}

struct CharsetPage {
  int charset;
  int codePage;
};

constexpr std::array kCharsetPages{CharsetPage{128, 932},  CharsetPage{129, 949},  CharsetPage{134, 936},
                                   CharsetPage{136, 950},  CharsetPage{161, 1253}, CharsetPage{162, 1254},
                                   CharsetPage{163, 1258}, CharsetPage{177, 1255}, CharsetPage{178, 1256},
                                   CharsetPage{186, 1257}, CharsetPage{204, 1251}, CharsetPage{222, 874},
                                   CharsetPage{238, 1250}};

}  // namespace

int codePageOfCharset(int charset) {
  for (const CharsetPage& known : kCharsetPages) {
    if (known.charset == charset) return known.codePage;
  }
  return kWesternCodePage;
}

QString fromCodePage(const QByteArray& bytes, int codePage) {
  if (codePage == kWesternCodePage) return fromWestern(bytes);
  constexpr int kUtf8CodePage = 65'001;
  if (codePage == kUtf8CodePage) return QString::fromUtf8(bytes);
  QStringDecoder decoder(("windows-" + QByteArray::number(codePage)).constData());
  if (decoder.isValid()) return decoder(bytes);
  return QString(bytes.size(), QChar(QChar::ReplacementCharacter));
}

}  // namespace Parlour::Core
