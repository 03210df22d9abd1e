// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/archive/ArchiveRig.h"

#include <QFile>

namespace Parlour::Server {

ArchiveReport ArchiveRig::verify(const QByteArray& known) const {
  const auto key = ArchiveKey::readPublic(directory() + QStringLiteral("/signing.pub"));
  if (!key) qFatal("no public key");
  auto report = verifyArchive(directory(), *key, known);
  if (!report) qFatal("%s", qPrintable(report.error().text));
  return *report;
}

bool ArchiveRig::fill() const {
  ArchiveLimits limits;
  limits.daily = false;
  limits.segmentBytes = 1;
  for (qint64 number = 1; number <= 6; ++number) {
    const bool closes = number == 3 || number == 5;
    Archive again = open(closes ? limits : ArchiveLimits{64 * 1024, false});
    if (!again.take(batch(number, number * 3 - 2, number * 3))) return false;
  }
  return true;
}

EventBatch ArchiveRig::batch(qint64 number, qint64 first, qint64 last) const {
  EventBatch made;
  made.number = number;
  made.formedOn = {clock.now().ticks + number * 600'000'000 + 7};
  made.storeId = "store-1";
  made.firstEvent = first;
  made.lastEvent = last;
  made.details = {{QStringLiteral("rooms"), number}};
  for (qint64 id = first; id <= last; ++id) {
    ComplianceEvent event;
    event.eventId = id;
    event.time = {clock.now().ticks + id * 10'000'001};
    event.kind = id % 3 == 0 ? ComplianceKind::HistoryRead : ComplianceKind::Post;
    event.room = {4, "ma-chan://orchard.example/a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01", QStringLiteral("Tide tables")};
    event.user = {7, id % 2 == 0 ? "sip:ada@orchard.example" : "sip:bo@orchard.example",
                  id % 2 == 0 ? QStringLiteral("Ada Quill") : QStringLiteral("Bo Fen"),
                  QStringLiteral("someone@orchard.example"), true};
    event.messageId = static_cast<ChatId>(id);
    event.content = "High water \"no. " + QByteArray::number(id) + "\"\nat the <quay>, \xc3\xa9t\xc3\xa9";
    if (id == 2) event.content = "=1+1 \xff\xfe is no UTF-8";
    event.extension = R"({"alert":true})";
    made.events.push_back(event);
  }
  return made;
}

QByteArray ArchiveRig::read(const QString& path) {
  QFile file(path);
  return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

bool ArchiveRig::write(const QString& path, const QByteArray& content) {
  QFile file(path);
  return file.open(QFile::WriteOnly) && file.write(content) == content.size();
}

}  // namespace Parlour::Server
