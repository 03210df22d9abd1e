// SPDX-License-Identifier: Apache-2.0
#include "app/core/files/FileTransferJournal.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>

#include "app/core/Words.h"
#include "protocol/files/FileNames.h"
#include "protocol/support/Log.h"
#include "protocol/support/WholeFile.h"

namespace Parlour::Core {
namespace {

constexpr qint64 kMostJournalBytes = 4 * 1024 * 1024;
constexpr int kMostTransfers = 1'000;
constexpr int kJournalVersion = 1;

struct StateWord {
  TransferState state;
  const char* word;
};
// What was under way goes on, so it is kept as waiting for its turn.
constexpr std::array kStateWords{StateWord{TransferState::Queued, "queued"}, StateWord{TransferState::Paused, "paused"},
                                 StateWord{TransferState::Failed, "failed"}, StateWord{TransferState::Done, "done"}};
struct KindWord {
  TransferFailure kind;
  const char* word;
};
constexpr std::array kKindWords{KindWord{TransferFailure::Broken, "broken"},
                                KindWord{TransferFailure::Refused, "refused"}, KindWord{TransferFailure::Gone, "gone"},
                                KindWord{TransferFailure::Quarantined, "quarantined"}};

QString wordOf(TransferState state) {
  for (const StateWord& row : kStateWords) {
    if (row.state == state) return QString::fromLatin1(row.word);
  }
  return QString::fromLatin1(kStateWords.front().word);
}

QString wordOf(TransferFailure kind) { return QString::fromLatin1(kKindWords[static_cast<size_t>(kind)].word); }

// JSON numbers are doubles, which cannot hold an envid.
QJsonObject toJournal(const Transfer& transfer) {
  return {{QStringLiteral("id"), QString::number(transfer.id)},
          {QStringLiteral("upload"), transfer.direction == TransferDirection::Upload},
          {QStringLiteral("state"), wordOf(transfer.state)},
          {QStringLiteral("room"), transfer.room.toString()},
          {QStringLiteral("file"), QString::fromLatin1(transfer.file)},
          {QStringLiteral("name"), transfer.name},
          {QStringLiteral("path"), transfer.path},
          {QStringLiteral("size"), QString::number(transfer.size)},
          {QStringLiteral("changed"), QString::number(transfer.changed)},
          {QStringLiteral("etag"), QString::fromLatin1(transfer.etag)},
          {QStringLiteral("alert"), transfer.alert},
          {QStringLiteral("temporary"), transfer.temporary},
          {QStringLiteral("begun"), QString::fromLatin1(transfer.begun.toXccos())},
          {QStringLiteral("kind"), wordOf(transfer.kind)},
          {QStringLiteral("failure"), transfer.failure ? transfer.failure->text : QString()}};
}

void readOutcome(const QString& state, const QString& kind, const QString& failure, Transfer& transfer) {
  for (const StateWord& row : kStateWords) {
    if (state == QLatin1String(row.word)) transfer.state = row.state;
  }
  for (const KindWord& row : kKindWords) {
    if (kind == QLatin1String(row.word)) transfer.kind = row.kind;
  }
  if (!failure.isEmpty()) transfer.failure = Error::make(ErrorCode::Internal, failure);
}

std::optional<Transfer> fromJournal(const QJsonObject& object) {
  const auto member = [&](const char* name) { return object.value(QLatin1String(name)).toString(); };
  const auto room = RoomUri::parse(member("room").toUtf8());
  const auto begun = Timestamp::parse(member("begun").toUtf8());
  Transfer transfer;
  transfer.id = member("id").toULongLong();
  transfer.name = member("name");
  transfer.path = member("path");
  transfer.file = member("file").toLatin1();
  transfer.direction =
      object.value(QLatin1String("upload")).toBool() ? TransferDirection::Upload : TransferDirection::Download;
  const bool named = transfer.file.isEmpty() ? transfer.direction == TransferDirection::Upload
                                             : Files::isRepositoryName(transfer.file);
  if (!room || !begun || transfer.id == 0 || transfer.name.isEmpty() || transfer.path.isEmpty() || !named) return {};
  transfer.room = *room;
  transfer.begun = *begun;
  transfer.size = member("size").toLongLong();
  transfer.changed = member("changed").toLongLong();
  transfer.etag = member("etag").toLatin1();
  transfer.alert = object.value(QLatin1String("alert")).toBool();
  transfer.temporary = object.value(QLatin1String("temporary")).toBool();
  readOutcome(member("state"), member("kind"), member("failure"), transfer);
  return transfer;
}

}  // namespace

QString FileTransferJournal::fileOf(const SipUri& account) const {
  const QByteArray name = QCryptographicHash::hash(account.bytes(), QCryptographicHash::Sha256).toHex().left(16);
  return directory_ + QStringLiteral("/files-") + QString::fromLatin1(name) + QStringLiteral(".json");
}

QList<Transfer> FileTransferJournal::load(const SipUri& account) {
  QFile file(fileOf(account));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QJsonObject root = QJsonDocument::fromJson(file.read(kMostJournalBytes)).object();
  if (root.value(QLatin1String("version")).toInt() != kJournalVersion) {
    qCWarning(lcCore).noquote() << "The transfers that were kept cannot be read:" << file.fileName();
    return {};
  }
  QList<Transfer> transfers;
  for (const auto& value : root.value(QLatin1String("transfers")).toArray()) {
    if (transfers.size() >= kMostTransfers) break;
    if (const auto transfer = fromJournal(value.toObject())) transfers.append(*transfer);
  }
  return transfers;
}

Status FileTransferJournal::save(const SipUri& account, const QList<Transfer>& transfers) {
  QDir().mkpath(directory_);
  WholeFile file(fileOf(account));
  QJsonArray array;
  for (const Transfer& transfer : transfers) array.append(toJournal(transfer));
  const QJsonObject root{{QStringLiteral("version"), kJournalVersion}, {QStringLiteral("transfers"), array}};
  const QByteArray bytes = QJsonDocument(root).toJson(QJsonDocument::Compact);
  const bool saved = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                     file.write(bytes) == bytes.size() && file.commit();
  if (saved) return success();
  return Error::make(ErrorCode::Storage,
                     Words::tr("The transfers of files cannot be kept on this computer: %1").arg(file.errorString()));
}

}  // namespace Parlour::Core
