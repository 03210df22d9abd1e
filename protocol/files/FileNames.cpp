// SPDX-License-Identifier: Apache-2.0
#include "protocol/files/FileNames.h"

#include <QList>
#include <QUuid>
#include <algorithm>
#include <array>

namespace Parlour::Files {
namespace {

constexpr qsizetype kGuidChars = 36;
constexpr qsizetype kLongestEnding = 10;
constexpr std::array kDevices{"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"};

bool isUnfit(char32_t c) {
  const QChar::Category category = QChar::category(c);
  const bool hidden = category == QChar::Other_Control || category == QChar::Other_Format ||
                      category == QChar::Other_Surrogate || category == QChar::Separator_Line ||
                      category == QChar::Separator_Paragraph || category == QChar::Other_NotAssigned;
  return hidden || (c < 0x80 && QByteArrayView("<>:\"|?*").contains(static_cast<char>(c)));
}

// "COM1.txt" opens a device as much as "COM1" does.
bool isDevice(const QString& name) {
  const QString stem = name.section(u'.', 0, 0).trimmed().toLower();
  const auto known = [&](const char* device) { return stem == QLatin1String(device); };
  if (std::any_of(kDevices.begin(), kDevices.end(), known)) return true;
  const bool port = stem.startsWith(QLatin1String("com")) || stem.startsWith(QLatin1String("lpt"));
  return port && stem.size() == 4 && (stem[3].isDigit() || QStringView(u"\u00b9\u00b2\u00b3").contains(stem[3]));
}

bool isEdge(QChar c) { return c == u'.' || c.isSpace(); }

QString withoutEdges(QString name) {
  while (!name.isEmpty() && isEdge(name.back())) name.chop(1);
  qsizetype begin = 0;
  while (begin < name.size() && isEdge(name[begin])) ++begin;
  return name.mid(begin);
}

QString shortened(const QString& name) {
  if (name.toUtf8().size() <= kLongestNameBytes) return name;
  const QByteArray ending = endingOf(name);
  const QString tail = ending.isEmpty() ? QString() : u'.' + QString::fromLatin1(ending);
  QString stem = name.left(kLongestNameBytes);
  while (stem.toUtf8().size() + tail.size() > kLongestNameBytes) stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
  return withoutEdges(stem) + tail;
}

bool isGuid(QByteArrayView text) {
  if (text.size() != kGuidChars) return false;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (dash ? c != '-' : !digit) return false;
  }
  return true;
}

bool isEndingText(QByteArrayView text) {
  return !text.isEmpty() && text.size() <= kLongestEnding &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); });
}

}  // namespace

QString cleanFileName(QStringView name) {
  const qsizetype slash = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
  QString kept;
  for (const char32_t c : name.mid(slash + 1).toUcs4()) {
    if (!isUnfit(c)) kept.append(QStringView(QChar::fromUcs4(c)));
  }
  kept = withoutEdges(kept);
  return shortened(isDevice(kept) ? u'_' + kept : kept);
}

QByteArray endingOf(QStringView name) {
  const qsizetype dot = name.lastIndexOf(u'.');
  if (dot < 0) return {};
  const QByteArray ending = name.mid(dot + 1).toString().toLower().toUtf8();
  return isEndingText(ending) ? ending : QByteArray();
}

QByteArray repositoryNameFor(QStringView name) {
  const QByteArray guid = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
  const QByteArray ending = endingOf(name);
  return ending.isEmpty() ? guid : guid + '.' + ending;
}

bool isRepositoryName(QByteArrayView name) {
  if (!isGuid(name.first(std::min(name.size(), kGuidChars)))) return false;
  return name.size() == kGuidChars || (name[kGuidChars] == '.' && isEndingText(name.sliced(kGuidChars + 1)));
}

}  // namespace Parlour::Files
