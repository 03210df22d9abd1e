// SPDX-License-Identifier: Apache-2.0
#include "app/core/files/TransferJob.h"

#include <QUrl>
#include <algorithm>
#include <utility>

#include "protocol/files/FileHttp.h"

namespace Parlour::Core {

namespace {

constexpr int kMostInterruptions = 8;  // without a byte between them
constexpr int kMostRenewals = 2;
constexpr qint64 kFirstPauseMs = 1'000;
constexpr qint64 kLongestPauseMs = 30'000;

bool isPassing(const Error& error) {
  return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::Timeout || error.code == ErrorCode::Busy ||
         error.code == ErrorCode::Cancelled;
}

}  // namespace

TransferJob::TransferJob(Transfer& transfer, const TransferTools& tools)
    : transfer_(transfer), tools_(tools), meter_(tools.clock), timer_(tools.scheduler), hashTimer_(tools.scheduler) {}

TransferJob::~TransferJob() {
  if (handle_ != 0) tools_.web.cancel(handle_);
}

void TransferJob::run() {
  halt();
  setState(TransferState::Running);
  if (!token_.isEmpty()) return start();
  tools_.askToken(transfer_, lifetime_.guard([this](const auto& grant) { tokenCame(grant); }));
}

void TransferJob::halt() {
  lifetime_.renew();
  timer_.stop();
  hashTimer_.stop();
  if (handle_ != 0) tools_.web.cancel(std::exchange(handle_, 0));
  meter_.reset();
  transfer_.bytesPerSecond = transfer_.secondsLeft = -1;
  stop();
}

void TransferJob::tokenCame(const Result<Xccos::FileTokenGrant>& grant) {
  if (!grant && isPassing(grant.error())) return interrupted(grant.error());
  if (!grant) return fail(FileWords::noToken(transfer_, grant.error()));
  token_ = grant->token;
  service_ = grant->serverUri;
  if (tools_.encryptedOnly() && QUrl(service_).scheme() != QLatin1String("https")) {
    token_.clear();
    return fail({TransferFailure::Refused,
                 Error::make(ErrorCode::PermissionDenied,
                             FileWords::tr("The server wants files unencrypted. Parlour does not send them so.")),
                 -1});
  }
  start();
}

void TransferJob::setState(TransferState state) {
  transfer_.state = state;
  transfer_.failure.reset();
  if (onState) onState();
}

void TransferJob::send(WebRequest request, WebWatch watch, const OnAnswer& answered) {
  request.token = token_;
  request.trustFile = tools_.trustFile();
  watch.onDone = lifetime_.guard([this, answered](const Result<WebAnswer>& answer) {
    handle_ = 0;
    if (!answer) return interrupted(answer.error());
    if (answer->isRefusal()) return refused(readRefusal(*answer));
    answered(*answer);
  });
  handle_ = tools_.web.send(request, std::move(watch));
}

void TransferJob::interrupted(const Error& error) {
  if (!isPassing(error)) return fail({TransferFailure::Broken, error, -1});
  if (++interruptions_ > kMostInterruptions) {
    Error lost = error;
    lost.text = FileWords::tr("The connection to the file service broke off. Retry to go on where it was.");
    return fail({TransferFailure::Broken, lost, -1});
  }
  waitAndRun(std::min(kLongestPauseMs, kFirstPauseMs << std::min(interruptions_ - 1, 5)));
}

void TransferJob::refused(const FileRefusal& refusal) {
  if (overcome(refusal)) return;
  if (refusal.isToken() && ++renewals_ <= kMostRenewals) {
    token_.clear();
    return run();
  }
  if (refusal.isBusy() && ++interruptions_ <= kMostInterruptions) {
    const qint64 pause = kFirstPauseMs << std::min(interruptions_ - 1, 5);
    return waitAndRun(refusal.retryAfterMs >= 0 ? refusal.retryAfterMs : pause);
  }
  if (refusal.isToken()) token_.clear();
  fail(FileWords::refused(transfer_, refusal));
}

void TransferJob::fail(const TransferRefusal& refusal) {
  halt();
  interruptions_ = renewals_ = 0;
  transfer_.state = TransferState::Failed;
  transfer_.kind = refusal.kind;
  transfer_.failure = refusal.error;
  if (onFailed) onFailed(refusal);
}

void TransferJob::failHere(const QString& words) {
  fail({TransferFailure::Broken, Error::make(ErrorCode::Storage, words), -1});
}

void TransferJob::waitAndRun(qint64 ms) {
  halt();
  setState(TransferState::Waiting);
  timer_.start(ms, [this] { run(); });
}

void TransferJob::progress(qint64 done) {
  transfer_.done = done;
  meter_.note(done);
  transfer_.bytesPerSecond = meter_.bytesPerSecond();
  transfer_.secondsLeft = transfer_.size < 0 ? -1 : meter_.secondsFor(transfer_.size - done);
  if (onProgress) onProgress();
}

void TransferJob::moved(qint64 safe) {
  if (safe > safe_) interruptions_ = renewals_ = 0;
  safe_ = safe;
}

QString TransferJob::fileUrl() const { return Files::fileUrl(service_, transfer_.room.key(), transfer_.file); }

void TransferJob::hashTo(QFile& file, qint64 until, const std::function<void()>& then) {
  if (until < hashed_) resetHash();
  if (hashed_ == until) return then();
  const qint64 step = std::min(kHashStep, until - hashed_);
  const QByteArray bytes = file.seek(hashed_) ? file.read(step) : QByteArray();
  if (bytes.size() != step)
    return failHere(FileWords::tr("%1 could not be read: %2").arg(file.fileName(), file.errorString()));
  addToHash(bytes);
  hashTimer_.start(0, [this, &file, until, then] { hashTo(file, until, then); });
}

void TransferJob::addToHash(const QByteArray& bytes) {
  hash_.addData(bytes);
  hashed_ += bytes.size();
}

void TransferJob::resetHash() {
  hash_.reset();
  hashed_ = 0;
}

QByteArray TransferJob::finishHash() {
  const QByteArray hash = hash_.result().toHex();
  resetHash();
  return hash;
}

}  // namespace Parlour::Core
