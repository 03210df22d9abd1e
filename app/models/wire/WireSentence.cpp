// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/WireSentence.h"

#include <QDateTime>

#include "app/models/wire/WireWords.h"

namespace Parlour::Models {

namespace {
constexpr double kMsPerSecond = 1000.0;
constexpr int kOffsetDecimals = 3;
constexpr qint64 kElapsedInSecondsFrom = 10'000;
}  // namespace

QString wireKindName(WireKind kind) {
  switch (kind) {
    case WireKind::Registration:
      return WireSentence::tr("Registration");
    case WireKind::Subscription:
      return WireSentence::tr("Subscription");
    case WireKind::Dialog:
      return WireSentence::tr("Dialog");
    case WireKind::ChatCommand:
      return WireSentence::tr("Chat command");
    case WireKind::ChatReply:
      return WireSentence::tr("Chat reply");
    case WireKind::Notice:
      return WireSentence::tr("Notice");
    case WireKind::Error:
      return WireSentence::tr("Error");
  }
  return {};
}

QString lifelineName(Lifeline lifeline) {
  switch (lifeline) {
    case Lifeline::Client:
      return WireSentence::tr("Client");
    case Lifeline::FrontEnd:
      return WireSentence::tr("Front End");
    case Lifeline::PersistentChat:
      return WireSentence::tr("Persistent Chat");
  }
  return {};
}

QString WireSentence::offset(const WireRow& row) {
  return QLocale::c().toString(static_cast<double>(row.offsetMs) / kMsPerSecond, 'f', kOffsetDecimals);
}

QString WireSentence::elapsed(const WireRow& row) {
  if (!row.elapsedMs) return {};
  if (*row.elapsedMs < kElapsedInSecondsFrom) return tr("%1 ms").arg(WireWords::number(*row.elapsedMs));
  return tr("%1 s").arg(QLocale().toString(static_cast<double>(*row.elapsedMs) / kMsPerSecond, 'f', 1));
}

QString WireSentence::status(const WireRow& row) {
  if (row.status == WireStatus::Waiting) return tr("waiting");
  if (row.status == WireStatus::NoAnswer) return tr("no answer");
  return row.statusText;
}

QString WireSentence::route(const WireRow& row) {
  return tr("%1 to %2").arg(lifelineName(row.from), lifelineName(row.to));
}

QString WireSentence::summary(const WireRow& row) {
  const QDateTime time = QDateTime::fromMSecsSinceEpoch(row.time.toMs());
  const QString bytes = row.bodyBytes > 0 ? WireWords::bytes(row.bodyBytes) : QString();
  return withDots({route(row), time.toString(QStringLiteral("HH:mm:ss.zzz")), elapsed(row), bytes});
}

QString WireSentence::accessible(const WireRow& row) {
  QStringList parts{tr("%1 seconds").arg(offset(row)), route(row), row.what(), status(row), elapsed(row)};
  parts.removeAll(QString());
  return parts.join(QStringLiteral(", "));
}

}  // namespace Parlour::Models
