// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <limits>

namespace Parlour::Models {

// The counted words of the Wire view, translated in the context "Parlour::Models::WireWords". Numbers
// follow the locale.
class WireWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Models::WireWords)

 public:
  // What tr() counts with.
  static int counted(qint64 n) { return static_cast<int>(qMin<qint64>(n, std::numeric_limits<int>::max())); }
  static QString number(qint64 value) { return QLocale().toString(value); }
  static QString rooms(qint64 n) { return tr("%Ln rooms", nullptr, counted(n)); }
  static QString people(qint64 n) { return tr("%Ln people", nullptr, counted(n)); }
  static QString messages(qint64 n) { return tr("%Ln messages", nullptr, counted(n)); }
  static QString categories(qint64 n) { return tr("%Ln categories", nullptr, counted(n)); }
  static QString invitations(qint64 n) { return tr("%Ln invitations", nullptr, counted(n)); }
  static QString requests(qint64 n) { return tr("%Ln requests to join", nullptr, counted(n)); }
  static QString addIns(qint64 n) { return tr("%Ln add-ins", nullptr, counted(n)); }
  static QString errors(qint64 n) { return tr("%Ln errors", nullptr, counted(n)); }
  static QString followedRooms(qint64 n) { return tr("%Ln followed rooms", nullptr, counted(n)); }
  static QString bytes(qint64 n) { return tr("%Ln bytes", nullptr, counted(n)); }
  static QString quoted(const QString& text) { return text.isEmpty() ? QString() : tr("“%1”").arg(text); }
};

// Joins the parts that are not empty with the middle dot of the Wire view.
inline QString withDots(std::initializer_list<QString> parts) {
  QString joined;
  for (const QString& part : parts) {
    if (part.isEmpty()) continue;
    if (!joined.isEmpty()) joined += QStringLiteral(" · ");
    joined += part;
  }
  return joined;
}

}  // namespace Parlour::Models
