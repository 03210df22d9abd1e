// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/WireModel.h"

#include <algorithm>
#include <mutex>

#include "app/models/Roles.h"
#include "app/models/wire/WireSentence.h"

namespace Parlour::Models {

namespace {

constexpr qint64 kMostTextBytes = 64 * 1024 * 1024;
constexpr qsizetype kRecordsAtOnce = 500;
constexpr int kWaitCheckMs = 500;
constexpr int kDropShare = 20;

// The status behind "waiting": that of the text the row already has.
WireStatus answeredStatus(const WireRow& row) {
  if (row.statusText.isEmpty()) return WireStatus::None;
  return row.kind == WireKind::Error ? WireStatus::Bad : WireStatus::Good;
}

}  // namespace

// Outlives the model in the buffer's copy of the listener; posts at most one event at a time.
class WireModel::Bridge {
 public:
  explicit Bridge(WireModel* model) : model_(model) {}
  void notify() {
    const std::lock_guard lock(mutex_);
    if (!model_ || posted_) return;
    posted_ = true;
    WireModel* model = model_;
    QMetaObject::invokeMethod(
        model, [model] { model->takeRecords(); }, Qt::QueuedConnection);
  }
  void taken() {
    const std::lock_guard lock(mutex_);
    posted_ = false;
  }
  void disconnect() {
    const std::lock_guard lock(mutex_);
    model_ = nullptr;
  }

 private:
  std::mutex mutex_;
  WireModel* model_;
  bool posted_ = false;
};

WireModel::WireModel(const Clock& clock, QObject* parent, int capacity)
    : QAbstractListModel(parent), clock_(clock), capacity_(std::max(1, capacity)) {
  waitTimer_.setInterval(kWaitCheckMs);
  connect(&waitTimer_, &QTimer::timeout, this, &WireModel::updateWaiting);
}

WireModel::~WireModel() {
  if (!buffer_) return;
  bridge_->disconnect();
  buffer_->setListener({});
}

void WireModel::attach(Sip::TraceBuffer& buffer) {
  buffer_ = &buffer;
  bridge_ = std::make_shared<Bridge>(this);
  buffer.setListener([bridge = bridge_] { bridge->notify(); });
  takeRecords();
}

void WireModel::showRecords(const QList<Sip::TraceRecord>& records) {
  reset();
  showsSaved_ = true;
  append(records);
}

void WireModel::showLive() {
  if (!showsSaved_) return;
  reset();
  showsSaved_ = false;
  takeRecords();
}

void WireModel::setPaused(bool paused) {
  paused_ = paused;
  if (!paused) takeRecords();
}

void WireModel::clear() {
  if (buffer_ && !showsSaved_) {
    const quint64 last = buffer_->lastNumber();
    buffer_->clear();
    reset();
    lastNumber_ = last;
  } else {
    reset();
  }
  Q_EMIT factsChanged();
}

void WireModel::reset() {
  beginResetModel();
  rows_.clear();
  reader_.clear();
  waiting_.clear();
  waitTimer_.stop();
  first_ = {};
  last_ = {};
  lastNumber_ = 0;
  bytes_ = 0;
  errors_ = 0;
  endResetModel();
}

void WireModel::takeRecords() {
  if (bridge_) bridge_->taken();
  if (!isLive() || paused_) return;
  QList<Sip::TraceRecord> records = buffer_->recordsAfter(lastNumber_);
  const bool more = records.size() > kRecordsAtOnce;
  if (more) records.resize(kRecordsAtOnce);
  append(records);
  if (more) bridge_->notify();
}

void WireModel::append(const QList<Sip::TraceRecord>& records) {
  if (records.isEmpty()) return;
  QList<WireRow> fresh;
  fresh.reserve(records.size());
  for (const Sip::TraceRecord& record : records) readInto(record, fresh);
  lastNumber_ = records.last().number;
  const int at = static_cast<int>(rows_.size());
  beginInsertRows({}, at, at + static_cast<int>(fresh.size()) - 1);
  rows_.append(fresh);
  endInsertRows();
  dropOldest();
  applyWaiting(now());
  Q_EMIT factsChanged();
}

void WireModel::readInto(const Sip::TraceRecord& record, QList<WireRow>& fresh) {
  if (first_.isNull()) first_ = record.time;
  last_ = std::max(last_, record.time);
  WireReading reading = reader_.read(record);
  WireRow& row = reading.row;
  row.offsetMs = row.time.toMs() - first_.toMs();
  bytes_ += row.text.size();
  if (row.kind == WireKind::Error) ++errors_;
  if (reading.expectsAnswer) waiting_.addRequest(row.number, row.time);
  if (reading.expectsReply) waiting_.addCommand(row.number, row.time);
  fresh.append(row);
  for (const WireAnswer& answer : reading.answers) applyAnswer(answer, fresh);
}

void WireModel::applyAnswer(const WireAnswer& answer, QList<WireRow>& fresh) {
  if (answer.ofCommand) {
    waiting_.commandAnswered(answer.number);
  } else {
    waiting_.requestAnswered(answer.number);
    if (answer.status == WireStatus::Bad) waiting_.commandAnswered(answer.number);
  }
  WireRow* row = find(answer.number, fresh);
  if (!row) return;
  const bool waited = row->status == WireStatus::Waiting || row->status == WireStatus::NoAnswer;
  if (waited) row->status = answeredStatus(*row);
  // A chat reply row already says how its command went; its own 200 only confirms the transport.
  if (answer.shown && row->statusText.isEmpty()) {
    row->statusText = answer.statusText;
    row->status = answer.status;
    row->elapsedMs = answer.elapsedMs;
  }
  changed(answer.number);
}

void WireModel::updateWaiting() { applyWaiting(now()); }

void WireModel::applyWaiting(Timestamp now) {
  for (const WireWaiting::Change& change : waiting_.due(now)) {
    QList<WireRow> none;
    if (WireRow* row = find(change.number, none)) {
      row->status = change.status;
      changed(change.number);
    }
  }
  if (waiting_.isEmpty() || !isLive()) {
    waitTimer_.stop();
  } else if (!waitTimer_.isActive()) {
    waitTimer_.start();
  }
}

// In a saved trace nothing happens after its last message.
Timestamp WireModel::now() const { return showsSaved_ ? last_ : clock_.now(); }

int WireModel::rowOf(quint64 number) const {
  const auto found = std::lower_bound(rows_.begin(), rows_.end(), number,
                                      [](const WireRow& row, quint64 wanted) { return row.number < wanted; });
  if (found == rows_.end() || found->number != number) return -1;
  return static_cast<int>(found - rows_.begin());
}

WireRow* WireModel::find(quint64 number, QList<WireRow>& fresh) {
  const int at = rowOf(number);
  if (at >= 0) return &rows_[at];
  const auto found = std::lower_bound(fresh.begin(), fresh.end(), number,
                                      [](const WireRow& row, quint64 wanted) { return row.number < wanted; });
  return found != fresh.end() && found->number == number ? &*found : nullptr;
}

void WireModel::changed(quint64 number) {
  const int at = rowOf(number);
  if (at >= 0) Q_EMIT dataChanged(index(at), index(at));
}

void WireModel::dropOldest() {
  int drop = 0;
  if (rows_.size() > capacity_) drop = static_cast<int>(rows_.size()) - capacity_ + capacity_ / kDropShare;
  qint64 left = bytes_;
  for (int i = 0; i < rows_.size() - 1; ++i) {
    if (i >= drop && left <= kMostTextBytes) break;
    left -= rows_.at(i).text.size();
    drop = std::max(drop, i + 1);
  }
  drop = std::min(drop, static_cast<int>(rows_.size()) - 1);
  if (drop <= 0) return;
  beginRemoveRows({}, 0, drop - 1);
  for (int i = 0; i < drop; ++i) {
    bytes_ -= rows_.at(i).text.size();
    if (rows_.at(i).kind == WireKind::Error) --errors_;
  }
  rows_.remove(0, drop);
  endRemoveRows();
}

QList<WireRow> WireModel::rowsOfDialog(const QByteArray& callId) const {
  QList<WireRow> found;
  std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(found),
               [&](const WireRow& row) { return row.callId == callId; });
  return found;
}

int WireModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant WireModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const WireRow& row = rows_.at(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return row.what();
    case Qt::AccessibleTextRole:
      return WireSentence::accessible(row);
    case RowRole:
      return QVariant::fromValue(row);
    case IdRole:
      return QString::number(row.number);
    default:
      return {};
  }
}

}  // namespace Parlour::Models
