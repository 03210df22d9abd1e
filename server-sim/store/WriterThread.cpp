// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/WriterThread.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "protocol/support/Log.h"
#include "protocol/support/sqlite/Transaction.h"

namespace Parlour::Server {
namespace {

constexpr auto kQuietAfter = std::chrono::milliseconds(250);
constexpr int kCommitsBetweenMerges = 64;
constexpr qint64 kForgetEveryMs = 15 * 1000;
constexpr int kWalPagesLimit = 32'768;  // 128 MB
constexpr int kWalPagesBetweenTries = 4'096;
constexpr int kLongestProbeMs = 8'000;
constexpr char kPutProbe[] = "INSERT OR REPLACE INTO settings (name, value) VALUES ('probe', hex(zeroblob(32768)))";
constexpr char kRemoveProbe[] = "DELETE FROM settings WHERE name = 'probe'";
constexpr int kErasedPerCommit = 512;  // takes about as long as a large batch of posts

Error queueFull() {
  Error error = Error::make(ErrorCode::Busy, QStringLiteral("Too many messages wait to be stored."));
  error.retryAfterSeconds = 2;
  return error;
}

}  // namespace

Result<std::unique_ptr<WriterThread>> WriterThread::start(Sqlite::Database database, const Clock& clock,
                                                          Executor executor, HealthRecord& health, Options options) {
  std::unique_ptr<WriterThread> writer(
      new WriterThread(std::move(database), clock, std::move(executor), health, std::move(options)));
  auto posts = PostWriter::prepare(writer->database_);
  if (!posts) return posts.error();
  writer->posts_ = std::move(*posts);
  auto changes = ChangeWriter::prepare(writer->database_);
  if (!changes) return changes.error();
  writer->changes_ = std::move(*changes);
  auto events = EventWriter::prepare(writer->database_);
  if (!events) return events.error();
  writer->events_ = std::move(*events);
  if (auto taken = writer->events_->takeUp(writer->options_.eventsAbove); !taken) return taken.error();
  writer->database_.setCommitHook([raw = writer.get()](int pages) { raw->walPages_ = pages; });
  health.setErasing(true);  // something may be left from the run before
  writer->thread_ = std::thread([raw = writer.get()] { raw->run(); });
  return writer;
}

WriterThread::WriterThread(Sqlite::Database database, const Clock& clock, Executor executor, HealthRecord& health,
                           Options options)
    : database_(std::move(database)),
      clock_(clock),
      executor_(std::move(executor)),
      health_(health),
      options_(std::move(options)),
      probeMs_(options_.probeMs) {}

WriterThread::~WriterThread() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void WriterThread::append(const NewPost& post, Store::Callback<PostReceipt> done) {
  ++*waitingPosts_;
  auto counted = [count = waitingPosts_, done = std::move(done)](const Result<PostReceipt>& receipt) {
    --*count;
    done(receipt);
  };
  if (!enqueue(Post{post, counted})) executor_([counted] { counted(queueFull()); });
}

void WriterThread::write(Work work, std::function<void(const Status&)> done) {
  if (!enqueue(Task{std::move(work), done})) executor_([done] { done(queueFull()); });
}

void WriterThread::change(const ChangeSet& set, Store::Callback<ChangeReceipt> done) {
  if (!enqueue(Change{std::make_shared<const ChangeSet>(set), done})) executor_([done] { done(queueFull()); });
}

void WriterThread::record(const std::vector<ComplianceEvent>& events, Store::Callback<Done> done) {
  if (!enqueue(Events{events, done})) executor_([done] { done(queueFull()); });
}

bool WriterThread::enqueue(Item item) {
  {
    const std::lock_guard lock(mutex_);
    if (queue_.size() >= options_.queueLimit) return false;
    queue_.push_back(std::move(item));
  }
  wake_.notify_one();
  return true;
}

void WriterThread::run() {
  lastForgetMs_ = clock_.monotonicMs();
  while (true) {
    Batch batch = takeBatch();
    const bool quiet = batch.empty();
    if (!quiet) commit(std::move(batch));
    health_.setErasing(erasing_ || erasingFailed_);
    if (erasing_) {
      eraseSome();
      health_.setErasing(erasing_ || erasingFailed_);
    }
    if (!quiet) continue;
    const std::lock_guard lock(mutex_);
    if (stopping_ && queue_.empty()) break;
  }
  // What is left to be erased is taken up at the next start.
  answer(giveUpWaiting());
}

// Empty when stopping, while there is something to erase, or after quiet work that leaves a chance to look again.
WriterThread::Batch WriterThread::takeBatch() {
  std::unique_lock lock(mutex_);
  const auto ready = [this] { return !queue_.empty() || stopping_ || erasing_; };
  if (!wake_.wait_for(lock, patience(), ready)) {
    lock.unlock();
    idle();
    lock.lock();
    if (health_.isWritable() && unmergedCommits_ < kCommitsBetweenMerges) wake_.wait(lock, ready);
  }
  Batch batch;
  while (!queue_.empty() && batch.size() < kMaxBatch) {
    batch.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  return batch;
}

std::chrono::milliseconds WriterThread::patience() const {
  return health_.isWritable() ? kQuietAfter : std::chrono::milliseconds(probeMs_);
}

void WriterThread::idle() { health_.isWritable() ? doQuietWork() : probe(); }

void WriterThread::commit(Batch batch) {
  const qint64 changesBefore = database_.totalChanges();
  const qint64 startedUs = clock_.monotonicUs();
  auto answers = tryCommit(batch);
  if (answers) {
    noteCommit(batch, startedUs);
    posts_->committed();
    events_->committed();
    ++unmergedCommits_;
    if (database_.totalChanges() > changesBefore) noteSuccess();
    erasing_ = erasing_ || std::exchange(erasingFailed_, false);
    keepWaiting();
    answer(std::move(*answers));
    options_.walGrew(walPages_);
    forgetWhenDue();
    boundWal();
  } else {
    posts_->rolledBack();
    events_->rolledBack();
    newChanges_.clear();
    noteFailure(answers.error());
    answer(failAll(batch, answers.error()));
  }
}

void WriterThread::noteCommit(const Batch& batch, qint64 startedUs) {
  if (!options_.counters) return;
  const auto posts =
      std::count_if(batch.begin(), batch.end(), [](const Item& item) { return std::holds_alternative<Post>(item); });
  options_.counters->commitUs.record(clock_.monotonicUs() - startedUs);
  if (posts > 0) options_.counters->postsPerCommit.record(posts);
}

Result<WriterThread::Answers> WriterThread::tryCommit(Batch& batch) {
  if (health_.isDamaged()) return Error::make(ErrorCode::Storage, health_.health().reason);
  auto transaction = Sqlite::Transaction::begin(database_);
  if (!transaction) return transaction.error();
  auto answers = apply(batch);
  if (!answers) return answers;
  if (auto finished = posts_->finish(); !finished) return finished.error();
  if (auto finished = events_->finish(); !finished) return finished.error();
  if (auto committed = transaction->commit(); !committed) return committed.error();
  return answers;
}

Result<WriterThread::Answers> WriterThread::apply(Batch& batch) {
  Answers answers;
  answers.reserve(batch.size());
  for (Item& item : batch) {
    Status applied = success();
    if (auto* post = std::get_if<Post>(&item)) {
      applied = applyPost(*post, answers);
    } else if (auto* change = std::get_if<Change>(&item)) {
      applied = applyChange(*change, answers);
    } else if (auto* events = std::get_if<Events>(&item)) {
      applied = applyEvents(*events, answers);
    } else {
      applied = applyTask(std::get<Task>(item), answers);
    }
    if (!applied) return applied.error();
  }
  return answers;
}

Status WriterThread::applyPost(Post& post, Answers& answers) {
  auto receipt = posts_->append(post.post, clock_.now());
  if (!receipt && !PostWriter::isRefusal(receipt.error())) return receipt.error();
  if (receipt) {
    if (auto recorded = events_->addPost(post.post, *receipt); !recorded) return recorded;
  }
  answers.push_back([done = post.done, receipt] { done(receipt); });
  return success();
}

Status WriterThread::applyTask(Task& task, Answers& answers) {
  events_->letOthersWrite();
  auto part = Sqlite::Savepoint::begin(database_);
  if (!part) return part.error();
  const Status worked = task.work(database_);
  if (!worked && !database_.inTransaction()) return worked;
  if (worked) {
    if (auto kept = part->keep(); !kept) return kept;
  }
  answers.push_back([done = task.done, worked] { done(worked); });
  return success();
}

Status WriterThread::applyChange(Change& change, Answers& answers) {
  auto tried = tryChange(*change.set);
  if (!tried) return tried.error();
  const Result<WrittenChanges>& written = *tried;
  OpenChange open{written ? Result<ChangeReceipt>(written->receipt) : Result<ChangeReceipt>(written.error()), 0,
                  change.done};
  if (written) {
    open.lastErasure = written->lastErasure;
    for (const RoomId room : change.set->removedRooms) posts_->forgetRoom(room);
    for (const ComplianceEvent& event : change.set->events) {
      if (auto added = events_->add(event, clock_.now()); !added) return added;
    }
  }
  if (open.lastErasure == 0 && openChanges_.empty() && newChanges_.empty()) {
    answers.push_back([open] { open.done(open.result); });
  } else {
    newChanges_.push_back(std::move(open));
  }
  return success();
}

Status WriterThread::applyEvents(Events& events, Answers& answers) {
  for (const ComplianceEvent& event : events.events) {
    if (auto added = events_->add(event, clock_.now()); !added) return added;
  }
  answers.push_back([done = events.done] { done(success()); });
  return success();
}

// The outer error ends the transaction, the inner one refuses this set alone and leaves nothing of it.
Result<Result<WrittenChanges>> WriterThread::tryChange(const ChangeSet& set) {
  if (auto finished = posts_->finish(); !finished) return finished.error();
  auto part = Sqlite::Savepoint::begin(database_);
  if (!part) return part.error();
  const bool idle = !erasing_ && !erasingFailed_ && openChanges_.empty() && newChanges_.empty();
  auto written = changes_->write(set, clock_.now(), idle);
  if (!written && !database_.inTransaction()) return written.error();
  if (!written) return Result<WrittenChanges>(written.error());
  if (auto kept = part->keep(); !kept) return kept.error();
  return written;
}

void WriterThread::answer(Answers answers) {
  executor_([answers = std::move(answers)] {
    for (const auto& each : answers) each();
  });
}

WriterThread::Answers WriterThread::failAll(Batch& batch, const Error& error) {
  Answers answers;
  for (Item& item : batch) {
    std::visit([&](auto& each) { answers.push_back([done = std::move(each.done), error] { done(error); }); }, item);
  }
  return answers;
}

// A part of what is to be erased, in a transaction of its own. What fails is tried again after the next commit of
// posts; nobody waits for that, since the notes are on disk and what they say will be done.
void WriterThread::eraseSome() {
  auto answers = tryErase();
  if (answers) return answer(std::move(*answers));
  noteFailure(answers.error());
  erasing_ = false;
  erasingFailed_ = true;
  answer(giveUpWaiting());
}

Result<WriterThread::Answers> WriterThread::tryErase() {
  if (health_.isDamaged()) return Error::make(ErrorCode::Storage, health_.health().reason);
  auto transaction = Sqlite::Transaction::begin(database_);
  if (!transaction) return transaction.error();
  std::vector<MessageEraser::Step> steps;
  for (int left = kErasedPerCommit; left > 0;) {
    auto step = changes_->eraseSome(left);
    if (!step) return step.error();
    steps.push_back(*step);
    if (step->erasure == 0) break;
    left -= std::max(static_cast<int>(step->messages), 1);
  }
  if (auto committed = transaction->commit(); !committed) return committed.error();
  for (const MessageEraser::Step& step : steps) noteErased(step);
  erasing_ = steps.back().erasure != 0;
  Answers answers;
  if (!erasing_) answers = giveUpWaiting();
  moveAnswered(answers);
  options_.walGrew(walPages_);
  boundWal();
  return answers;
}

void WriterThread::keepWaiting() {
  for (OpenChange& open : newChanges_) {
    erasing_ = erasing_ || open.lastErasure != 0;
    openChanges_.push_back(std::move(open));
  }
  newChanges_.clear();
}

void WriterThread::noteErased(const MessageEraser::Step& step) {
  for (OpenChange& open : openChanges_) {
    if (open.lastErasure < step.erasure) continue;
    if (open.result) open.result->messagesRemoved += step.messages;
    if (step.finished && open.lastErasure == step.erasure) open.lastErasure = 0;
    return;
  }
}

void WriterThread::moveAnswered(Answers& answers) {
  while (!openChanges_.empty() && openChanges_.front().lastErasure == 0) {
    answers.push_back([open = std::move(openChanges_.front())] { open.done(open.result); });
    openChanges_.pop_front();
  }
}

WriterThread::Answers WriterThread::giveUpWaiting() {
  Answers answers;
  for (OpenChange& open : openChanges_) open.lastErasure = 0;
  moveAnswered(answers);
  return answers;
}

void WriterThread::doQuietWork() {
  if (unmergedCommits_ < kCommitsBetweenMerges) return;
  auto more = posts_->mergeIndex();
  if (!more) noteFailure(more.error());
  if (!more || !*more) unmergedCommits_ = 0;
}

void WriterThread::forgetWhenDue() {
  if (clock_.monotonicMs() - lastForgetMs_ < kForgetEveryMs) return;
  lastForgetMs_ = clock_.monotonicMs();
  if (auto forgot = posts_->forgetOldPosts(clock_.now()); !forgot) noteFailure(forgot.error());
}

void WriterThread::noteSuccess() {
  probeMs_ = options_.probeMs;
  health_.wrote();
}

// Others may keep the database busy for a while, or the rules of the schema were broken; only Storage means that the
// disk took nothing.
void WriterThread::noteFailure(const Error& error) {
  if (error.code == ErrorCode::Storage) return health_.failed(error, probeMs_);
  qCWarning(lcStore).noquote() << "Storing failed:" << error.text << error.detail;
}

// Something is written that is as large as a long message, so that the first post finds more than the last free page.
void WriterThread::probe() {
  if (health_.isDamaged()) return;
  const Status written = writeProbe();
  if (written) return noteSuccess();
  probeMs_ = std::min(probeMs_ * 2, kLongestProbeMs);
  noteFailure(written.error());
}

Status WriterThread::writeProbe() {
  for (const char* sql : {kPutProbe, kRemoveProbe}) {
    auto transaction = Sqlite::Transaction::begin(database_);
    if (!transaction) return transaction.error();
    if (auto done = database_.execute(sql); !done) return done;
    if (auto committed = transaction->commit(); !committed) return committed;
  }
  return success();
}

// Under posting without any pause the log cannot be restarted from beside; better one slow commit than a full disk.
// Nobody waits for a reader that holds the log, such as a backup: it is tried again when the log has grown.
void WriterThread::boundWal() {
  if (walPages_ < walTriedAt_) walTriedAt_ = 0;
  if (walPages_ < kWalPagesLimit || walPages_ - walTriedAt_ < kWalPagesBetweenTries) return;
  walTriedAt_ = walPages_;
  auto moved = database_.checkpoint(Sqlite::Checkpoint::Restart, Sqlite::Waiting::Never);
  if (!moved && moved.error().code != ErrorCode::Busy) {
    qCWarning(lcStore).noquote() << moved.error().text << moved.error().detail;
  }
}

}  // namespace Parlour::Server
