// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QLocale>

namespace Parlour::Models {

// The counted words of the Wire view, translated in the context "Parlour::Models::WireWords". Numbers
// follow the locale.
class WireWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Models::WireWords)

 public:
  static QString number(qint64 value) { return QLocale().toString(value); }
  static QString rooms(qint64 n) { return n == 1 ? tr("1 room") : tr("%1 rooms").arg(number(n)); }
  static QString people(qint64 n) { return n == 1 ? tr("1 person") : tr("%1 people").arg(number(n)); }
  static QString messages(qint64 n) { return n == 1 ? tr("1 message") : tr("%1 messages").arg(number(n)); }
  static QString categories(qint64 n) { return n == 1 ? tr("1 category") : tr("%1 categories").arg(number(n)); }
  static QString invitations(qint64 n) { return n == 1 ? tr("1 invitation") : tr("%1 invitations").arg(number(n)); }
  static QString requests(qint64 n) {
    return n == 1 ? tr("1 request to join") : tr("%1 requests to join").arg(number(n));
  }
  static QString addIns(qint64 n) { return n == 1 ? tr("1 add-in") : tr("%1 add-ins").arg(number(n)); }
  static QString errors(qint64 n) { return n == 1 ? tr("1 error") : tr("%1 errors").arg(number(n)); }
  static QString followedRooms(qint64 n) {
    return n == 1 ? tr("1 followed room") : tr("%1 followed rooms").arg(number(n));
  }
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
