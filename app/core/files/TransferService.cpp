// SPDX-License-Identifier: Apache-2.0
#include "app/core/files/TransferService.h"

#include <QDateTime>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>

#include "app/core/files/Download.h"
#include "app/core/files/LocalFiles.h"
#include "app/core/files/Upload.h"
#include "app/core/session/SipLink.h"
#include "protocol/files/FileHttp.h"
#include "protocol/files/FileNames.h"
#include "protocol/support/Log.h"
#include "protocol/xccos/ChatText.h"

namespace Parlour::Core {

namespace {

constexpr qint64 kKeepTransfersMs = 500;
constexpr qint64 kTellEveryMs = 100;
constexpr char kUnnamed[] = "upload";  // stands in the row until the server has given a name

// Of an environment without files.
class NoFileWeb final : public FileWeb {
 public:
  Handle send(const WebRequest&, WebWatch watch) override {
    if (watch.onDone) watch.onDone(Error::make(ErrorCode::NotSupported, FileWords::tr("Files cannot be moved here.")));
    return 0;
  }
  void cancel(Handle) override {}
};

Error notHere(const QString& words) { return Error::make(ErrorCode::InvalidArgument, words); }

QString rowText(const Transfer& transfer) {
  const QByteArray file = transfer.file.isEmpty() ? QByteArray(kUnnamed) : transfer.file;
  return Xccos::makeFileLink(transfer.room, file, transfer.name, transfer.size);
}

}  // namespace

struct TransferService::Entry {
  Transfer transfer;
  std::unique_ptr<TransferJob> job;
  qint64 toldMs = 0;
  bool shown = false;  // an upload, as a row of its room
};

TransferService::TransferService(const Parts& parts)
    : p_(parts),
      noWeb_(parts.environment.fileWeb ? nullptr : std::make_unique<NoFileWeb>()),
      tools_{parts.environment.fileWeb ? *parts.environment.fileWeb : *noWeb_,
             *parts.environment.scheduler,
             *parts.environment.clock,
             [this](const Transfer& transfer, const TransferTools::OnToken& done) { askToken(transfer, done); },
             [this] { return p_.link.target().trustFile; },
             [this] { return p_.link.target().protocol == Sip::Protocol::Tls; },
             parts.environment.makePreview},
      files_(tools_),
      keepTimer_(*parts.environment.scheduler),
      laterTimer_(*parts.environment.scheduler) {
  files_.onPreview = [this](const RoomUri& room, const QByteArray& file) { Q_EMIT previewCame(room, file); };
}

TransferService::~TransferService() {
  if (keepTimer_.isRunning()) keep();
}

void TransferService::askToken(const Transfer& transfer, const TransferTools::OnToken& done) {
  const Xccos::FileTokenRequest wish{transfer.room, transfer.name};
  const auto answered = [done](const Result<Xccos::FileTokenReply>& reply) {
    if (!reply) return done(reply.error());
    done(reply->grant);
  };
  if (transfer.direction == TransferDirection::Upload) {
    p_.session.ask<Xccos::FileTokenReply>(Xccos::GetUploadToken{wish}, answered);
  } else {
    p_.session.ask<Xccos::FileTokenReply>(Xccos::GetDownloadToken{wish}, answered);
  }
}

QString TransferService::downloadDirectory() const {
  const QString& set = p_.environment.downloadDirectory;
  return set.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) : set;
}

QString TransferService::whyNoUpload(const Room& room) const {
  if (!p_.environment.fileWeb) return FileWords::tr("This program cannot move files.");
  if (room.joinState() != JoinState::Joined) return FileWords::tr("The room is not open.");
  if (!p_.session.supports(Files::kFilesTag)) return FileWords::tr("This server keeps no files for its rooms.");
  if (room.summary().filesAllowed == false) {
    return FileWords::tr("Files are not allowed in this room. Its managers can change that.");
  }
  return room.mayPost() ? QString() : FileWords::tr("You may read this room, not post in it.");
}

Result<quint64> TransferService::upload(Room& room, const QString& path, bool alert, bool temporary) {
  const QFileInfo file(path);
  Transfer transfer;
  transfer.name = Files::cleanFileName(file.fileName());
  const QString shown = transfer.name.isEmpty() ? path : transfer.name;
  if (file.isDir()) return notHere(FileWords::tr("%1 is a folder. Put it into an archive and attach that.").arg(shown));
  if (!file.isFile()) return notHere(FileWords::tr("%1 is no file.").arg(shown));
  if (transfer.name.isEmpty()) return notHere(FileWords::tr("%1 has a name that cannot be used.").arg(shown));
  if (!file.isReadable()) return notHere(FileWords::tr("%1 may not be read by you.").arg(shown));
  transfer.id = p_.ids.take();
  transfer.room = room.uri();
  transfer.path = file.absoluteFilePath();
  transfer.size = file.size();
  transfer.changed = file.lastModified().toMSecsSinceEpoch();
  transfer.alert = alert;
  transfer.temporary = temporary;
  transfer.begun = p_.environment.clock->now();
  if (largest_ >= 0 && transfer.size > largest_) {
    return FileWords::refused(transfer, {Files::FileError::TooLarge, 413, {}, largest_, -1, -1}).error;
  }
  Entry& entry = add(transfer);
  showRow(entry);
  keep();
  pump();
  return transfer.id;
}

quint64 TransferService::download(const RoomUri& room, const QByteArray& file, const QString& name,
                                  const QString& path) {
  if (const Transfer* known = ofFile(file); known != nullptr && known->direction == TransferDirection::Download) {
    const quint64 id = known->id;
    const bool there = known->state == TransferState::Done && QFileInfo::exists(known->path);
    if (path.isEmpty() && known->state == TransferState::Failed) retry(id);
    if (path.isEmpty() && known->state == TransferState::Paused) resume(id);
    if (path.isEmpty() && (there || !known->isOver())) return id;
    discard(id);
  }
  if (!Files::isRepositoryName(file)) return 0;
  Transfer transfer;
  transfer.direction = TransferDirection::Download;
  transfer.id = p_.ids.take();
  transfer.room = room;
  transfer.file = file;
  transfer.path = path.isEmpty() ? freePath(downloadDirectory(), name) : path;
  transfer.name = QFileInfo(transfer.path).fileName();
  transfer.begun = p_.environment.clock->now();
  add(transfer);
  keep();
  pump();
  return transfer.id;
}

TransferService::Entry* TransferService::entry(quint64 id) const {
  const auto order = orderOf_.constFind(id);
  return order == orderOf_.constEnd() ? nullptr : entries_.at(*order).get();
}

const Transfer* TransferService::find(quint64 id) const {
  const Entry* found = entry(id);
  return found == nullptr ? nullptr : &found->transfer;
}

const Transfer* TransferService::ofFile(const QByteArray& file) const { return find(byFile_.value(file)); }

QList<Transfer> TransferService::all() const {
  QList<Transfer> transfers;
  for (const auto& [order, entry] : entries_) transfers.append(entry->transfer);
  return transfers;
}

TransferService::Entry& TransferService::add(const Transfer& transfer) {
  auto entry = std::make_unique<Entry>();
  entry->transfer = transfer;
  orderOf_.insert(transfer.id, ++lastOrder_);
  if (!transfer.file.isEmpty()) byFile_.insert(transfer.file, transfer.id);
  if (transfer.state != TransferState::Done) connectJob(*entry);
  return *(entries_[lastOrder_] = std::move(entry));
}

void TransferService::connectJob(Entry& entry) {
  Transfer& transfer = entry.transfer;
  if (transfer.direction == TransferDirection::Upload) {
    entry.job = std::make_unique<Upload>(transfer, tools_);
  } else {
    entry.job = std::make_unique<Download>(transfer, tools_);
  }
  const quint64 id = transfer.id;
  entry.job->onProgress = [this, &entry] { progressed(entry); };
  entry.job->onState = [this, id] { Q_EMIT changed(id); };
  entry.job->onKeep = [this, &transfer] {
    if (!transfer.file.isEmpty()) byFile_.insert(transfer.file, transfer.id);
    keepSoon();
  };
  entry.job->onFinished = [this, id] { done(id); };
  entry.job->onFailed = [this, id](const TransferRefusal& refusal) { refused(id, refusal); };
}

void TransferService::progressed(Entry& entry) {
  const qint64 now = p_.environment.clock->monotonicMs();
  if (now - entry.toldMs < kTellEveryMs && entry.transfer.done != entry.transfer.size) return;
  entry.toldMs = now;
  Q_EMIT changed(entry.transfer.id);
}

void TransferService::pump() {
  if (!online_) return;
  int running = 0;
  for (const auto& [order, entry] : entries_) running += entry->transfer.isActive() ? 1 : 0;
  QList<quint64> next;
  for (const auto& [order, entry] : entries_) {
    if (entry->transfer.state == TransferState::Queued && running + next.size() < kMostRunning) {
      next.append(entry->transfer.id);
    }
  }
  for (const quint64 id : std::as_const(next)) {
    if (Entry* found = entry(id)) run(*found);
  }
}

void TransferService::run(Entry& entry) {
  entry.transfer.state = TransferState::Running;
  entry.job->run();
}

void TransferService::done(quint64 id) {
  Entry& ready = *entry(id);
  Transfer& transfer = ready.transfer;
  transfer.bytesPerSecond = transfer.secondsLeft = -1;
  transfer.state = TransferState::Done;
  transfer.failure.reset();
  byFile_.insert(transfer.file, id);
  if (transfer.direction == TransferDirection::Upload) {
    hideRow(ready);
    post(transfer);
    if (transfer.temporary) QFile::remove(transfer.path);
  }
  forgetOldest();
  keep();
  Q_EMIT changed(id);
  Q_EMIT finished(id);
  later();
}

void TransferService::refused(quint64 id, const TransferRefusal& refusal) {
  if (refusal.largest >= 0) largest_ = refusal.largest;
  keep();
  Q_EMIT changed(id);
  Q_EMIT failed(id);
  later();
}

// Not inside the callback of a job.
void TransferService::later() {
  laterTimer_.start(0, [this] {
    gone_.clear();
    pump();
  });
}

void TransferService::post(const Transfer& transfer) {
  if (Room* room = p_.rooms.find(transfer.room)) {
    p_.outbox.post(*room, rowText(transfer), transfer.alert, transfer.id);
  }
}

bool TransferService::hasRow(const Transfer& transfer) {
  return transfer.direction == TransferDirection::Upload && transfer.state != TransferState::Done;
}

void TransferService::showRow(Entry& entry) {
  Room* room = p_.rooms.find(entry.transfer.room);
  if (room == nullptr || entry.shown || !hasRow(entry.transfer)) return;
  entry.shown = true;
  Message row;
  row.room = entry.transfer.room;
  row.localId = entry.transfer.id;
  row.author = p_.account.me;
  row.authorName = p_.account.name;
  row.time = entry.transfer.begun;
  row.alert = entry.transfer.alert;
  row.text = rowText(entry.transfer);
  row.own = true;
  row.state = MessageState::Sending;
  room->timeline().addPending(row);
}

void TransferService::hideRow(Entry& entry) {
  Room* room = p_.rooms.find(entry.transfer.room);
  if (room != nullptr && entry.shown) room->timeline().removePending(entry.transfer.id);
  entry.shown = false;
}

void TransferService::pause(quint64 id) {
  Entry* found = entry(id);
  if (found == nullptr || found->transfer.isOver()) return;
  found->job->halt();
  found->transfer.state = TransferState::Paused;
  keep();
  Q_EMIT changed(id);
  pump();
}

void TransferService::resume(quint64 id) {
  Entry* found = entry(id);
  if (found == nullptr || found->transfer.state != TransferState::Paused) return;
  found->transfer.state = TransferState::Queued;
  keep();
  Q_EMIT changed(id);
  pump();
}

void TransferService::retry(quint64 id) {
  Entry* found = entry(id);
  if (found == nullptr || found->transfer.state != TransferState::Failed) return;
  found->transfer.state = TransferState::Queued;
  found->transfer.failure.reset();
  keep();
  Q_EMIT changed(id);
  pump();
}

void TransferService::discard(quint64 id) {
  Entry* found = entry(id);
  if (found == nullptr) return;
  if (found->job && found->transfer.state != TransferState::Done) found->job->discard();
  const QByteArray file = found->transfer.file;
  hideRow(*found);
  forget(id);
  keep();
  Q_EMIT removed(id, file);
  later();
}

void TransferService::forget(quint64 id) {
  Entry* found = entry(id);
  const Transfer& transfer = found->transfer;
  if (transfer.temporary) QFile::remove(transfer.path);
  if (byFile_.value(transfer.file) == id) byFile_.remove(transfer.file);
  const auto at = entries_.find(orderOf_.take(id));
  gone_.push_back(std::move(at->second));
  entries_.erase(at);
}

void TransferService::forgetOldest() {
  QList<quint64> over;
  for (const auto& [order, entry] : entries_) {
    if (entry->transfer.state == TransferState::Done) over.append(entry->transfer.id);
  }
  for (qsizetype i = 0; i + kMostKept < over.size(); ++i) forget(over[i]);
}

void TransferService::signedIn() {
  online_ = true;
  for (const auto& [order, entry] : entries_) {
    if (entry->transfer.isActive()) entry->transfer.state = TransferState::Queued;
  }
  pump();
}

void TransferService::sessionLost() {
  online_ = false;
  files_.clear();
  for (const auto& [order, entry] : entries_) {
    if (!entry->transfer.isActive()) continue;
    entry->job->halt();
    entry->transfer.state = TransferState::Waiting;
    Q_EMIT changed(entry->transfer.id);
  }
}

void TransferService::roomAdded(Room& room) {
  for (const auto& [order, entry] : entries_) {
    if (entry->transfer.room == room.uri()) showRow(*entry);
  }
}

// Nobody can see or stop what would be posted there.
void TransferService::roomGone(const RoomUri& room) {
  QList<quint64> lost;
  for (const auto& [order, entry] : entries_) {
    const Transfer& transfer = entry->transfer;
    entry->shown = entry->shown && transfer.room != room;
    if (transfer.room == room && hasRow(transfer)) lost.append(transfer.id);
  }
  for (const quint64 id : std::as_const(lost)) discard(id);
}

void TransferService::restore() {
  if (!p_.environment.transferJournal) return;
  for (Transfer transfer : p_.environment.transferJournal->load(p_.account.me)) {
    // The post is in the outbox's own journal by then.
    const bool posted = transfer.direction == TransferDirection::Upload && p_.outbox.has(transfer.room, transfer.id);
    if (posted) transfer.state = TransferState::Done;
    showRow(add(transfer));
  }
}

void TransferService::clear() {
  if (keepTimer_.isRunning()) keep();
  laterTimer_.stop();
  gone_.clear();
  online_ = false;
  largest_ = -1;
  files_.clear();
  entries_.clear();
  orderOf_.clear();
  byFile_.clear();
}

void TransferService::keep() {
  keepTimer_.stop();
  if (!p_.environment.transferJournal) return;
  const Status saved = p_.environment.transferJournal->save(p_.account.me, all());
  if (!saved) qCWarning(lcCore).noquote() << saved.error().text;
}

void TransferService::keepSoon() {
  if (!keepTimer_.isRunning()) keepTimer_.start(kKeepTransfersMs, [this] { keep(); });
}

}  // namespace Parlour::Core
