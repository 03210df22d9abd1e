// SPDX-License-Identifier: Apache-2.0
#include "app/ui/theme/AvatarIdentity.h"

#include <QStringList>
#include <QTextBoundaryFinder>

namespace Parlour::Ui {

namespace {

// FNV-1a: qHash is seeded for each process and would give new colours at every start.
quint32 stableHash(const QByteArray& bytes) {
  quint32 hash = 2166136261U;
  for (const char c : bytes) {
    hash = (hash ^ static_cast<quint8>(c)) * 16777619U;
  }
  return hash;
}

QString firstGrapheme(const QString& word) {
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
  const qsizetype end = finder.toNextBoundary();
  return end > 0 ? word.left(end).toUpper() : QString();
}

}  // namespace

const QList<QColor>& avatarFills() {
  static const QList<QColor> fills{QColor(0x0B6379), QColor(0x7C3F86), QColor(0x4C6A1E),
                                   QColor(0x9C4520), QColor(0x4A52A3), QColor(0x12705C),
                                   QColor(0xA13658), QColor(0x7A5D10), QColor(0x4B5E70)};
  return fills;
}

QColor avatarFill(const QByteArray& sipAddress) {
  QByteArray address = sipAddress.toLower();
  if (address.startsWith("sip:")) {
    address.remove(0, 4);
  }
  const QList<QColor>& fills = avatarFills();
  return fills.at(static_cast<int>(stableHash(address) % static_cast<quint32>(fills.size())));
}

QString initials(const QString& displayName) {
  const QStringList words = displayName.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  if (words.isEmpty()) {
    return QStringLiteral("?");
  }
  const QString first = firstGrapheme(words.first());
  return words.size() == 1 ? first : first + firstGrapheme(words.last());
}

}  // namespace Parlour::Ui
