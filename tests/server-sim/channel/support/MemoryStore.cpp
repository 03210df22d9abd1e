// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/channel/support/MemoryStore.h"

#include <QStringList>
#include <algorithm>

#include "tests/server-sim/channel/support/MemoryWrite.h"

namespace Parlour::Server::Testing {
namespace {

bool matchesText(const HistoryQuery& query, const StoredMessage& message) {
  if (query.text.isEmpty()) return true;
  const auto sensitivity = query.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
  const QString text = QString::fromUtf8(message.chat);
  if (query.exactPhrase) return text.contains(query.text, sensitivity);
  const QStringList terms = query.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  const auto found = [&](const QString& term) { return text.contains(term, sensitivity); };
  return query.allWords ? std::all_of(terms.begin(), terms.end(), found)
                        : std::any_of(terms.begin(), terms.end(), found);
}

bool matchesQuery(const HistoryQuery& query, const StoredMessage& message) {
  if (query.before && message.chatId >= *query.before) return false;
  if (query.after && message.chatId <= *query.after) return false;
  if (!query.from.isNull() && message.time < query.from) return false;
  if (!query.to.isNull() && message.time > query.to) return false;
  const auto& authors = query.authors;
  if (!authors.empty() && std::find(authors.begin(), authors.end(), message.author) == authors.end()) return false;
  return matchesText(query, message);
}

bool policySays(const Snapshot& snapshot, PrincipalId user) {
  const Policy* best = nullptr;
  for (const Policy& policy : snapshot.policies) {
    const bool granted = std::find(snapshot.grants.begin(), snapshot.grants.end(), PolicyGrant{user, policy.name}) !=
                         snapshot.grants.end();
    const bool counts = policy.scope != PolicyScope::User || granted;
    if (counts && (best == nullptr || best->scope < policy.scope)) best = &policy;
  }
  return best != nullptr && best->enabled;
}

bool matchesAudit(const AuditQuery& query, const AuditEntry& entry) {
  return (query.actor.isEmpty() || entry.actor == query.actor) &&
         (query.object.isEmpty() || entry.object == query.object) && entry.action.startsWith(query.action) &&
         (query.from.isNull() || entry.time >= query.from) && (query.to.isNull() || entry.time <= query.to);
}

}  // namespace

template <typename T, typename F>
void MemoryStore::later(Callback<T> done, F work) {
  if (failure_) {
    due_.push_back([done, error = *failure_] { done(error); });
  } else {
    due_.push_back([done, work] { done(Result<T>(work())); });
  }
}

// Decided when the write is committed, told when it is answered.
template <typename T, typename F>
void MemoryStore::afterCommit(Callback<T> done, F work) {
  if (failure_) {
    due_.push_back([done, error = *failure_] { done(error); });
  } else {
    uncommitted_.push_back(
        [this, done, work] { due_.push_back([done, result = Result<T>(work())] { done(result); }); });
  }
}

MemoryStore::MemoryStore(const Clock& clock, Snapshot holds) : clock_(clock) { content_.snapshot = std::move(holds); }

Result<PostReceipt> MemoryStore::accept(const NewPost& post) {
  if (content_.removedRooms.contains(post.room)) return missing("room", post.room);
  const PostIdentity identity(post.author, post.epid, post.envId);
  if (const auto found = receipts_.find(identity); post.envId != 0 && found != receipts_.end()) {
    PostReceipt again = found->second;
    again.repeated = true;
    return again;
  }
  const PostReceipt receipt{++content_.last[post.room], clock_.now(), false};
  receipts_.insert_or_assign(identity, receipt);
  accepted_.push_back(post);
  if (post.keep) {
    const StoredMessage message{receipt.chatId, receipt.time, post.author, post.alert, post.chat, post.rtf};
    content_.messages[post.room].push_back(message);
  }
  return receipt;
}

Result<ChangeReceipt> MemoryStore::write(const ChangeSet& changes) {
  MemoryContent tried = content_;
  auto receipt = MemoryWrite(tried, changes, clock_.now()).run();
  if (!receipt) return receipt;
  // Tests may hold people who are enabled without any policy.
  const bool ruled = !changes.policies.empty() || !changes.removedPolicies.empty() || !changes.grants.empty();
  for (Principal& each : tried.snapshot.principals) {
    if (ruled && each.isUser()) each.chatEnabled = policySays(tried.snapshot, each.id);
  }
  content_ = std::move(tried);
  changes_.push_back(changes);
  return receipt;
}

void MemoryStore::commit() {
  while (!uncommitted_.empty()) {
    const auto next = std::move(uncommitted_.front());
    uncommitted_.pop_front();
    next();
  }
}

void MemoryStore::answer() {
  while (!due_.empty()) {
    const auto next = std::move(due_.front());
    due_.pop_front();
    next();
  }
}

void MemoryStore::run() {
  do {
    commit();
    answer();
  } while (!uncommitted_.empty());
}

void MemoryStore::addPast(RoomId room, PrincipalId author, const QByteArray& text, Timestamp time) {
  content_.messages[room].push_back({++content_.last[room], time, author, false, text, {}});
}

void MemoryStore::addInvitation(PrincipalId user, const StoredInvitation& invitation) {
  content_.invitations[user].push_back(invitation);
  quint64& last = content_.lastInvitation[user];
  last = std::max(last, invitation.number);
}

ChatId MemoryStore::lastChatId(RoomId room) const {
  const auto found = content_.last.find(room);
  return found == content_.last.end() ? 0 : found->second;
}

Result<Snapshot> MemoryStore::load() {
  Snapshot snapshot = content_.snapshot;
  for (Room& room : snapshot.rooms) {
    room.lastChatId = std::max(room.lastChatId, lastChatId(room.id));
    const auto found = content_.messages.find(room.id);
    if (found != content_.messages.end() && !found->second.empty()) room.lastTime = found->second.back().time;
  }
  return snapshot;
}

void MemoryStore::appendPost(const NewPost& post, Callback<PostReceipt> done) {
  ++waitingPosts_;
  auto counted = [this, done = std::move(done)](const Result<PostReceipt>& receipt) {
    --waitingPosts_;
    done(receipt);
  };
  afterCommit<PostReceipt>(std::move(counted), [this, post] { return accept(post); });
}

void MemoryStore::applyChanges(const ChangeSet& changes, Callback<ChangeReceipt> done) {
  afterCommit<ChangeReceipt>(std::move(done), [this, changes] { return write(changes); });
}

void MemoryStore::recordEvents(const std::vector<ComplianceEvent>& events, Callback<Done> done) {
  afterCommit<Done>(std::move(done), [this, events] {
    recorded_.insert(recorded_.end(), events.begin(), events.end());
    return success();
  });
}

void MemoryStore::replacePublications(PrincipalId, const std::vector<StoredPublication>&,
                                      const std::vector<StoredPublication>&, Callback<Done> done) {
  later<Done>(std::move(done), [] { return Done{}; });
}

void MemoryStore::setPreference(PrincipalId user, const QByteArray& label, const QByteArray& content,
                                Callback<quint64> done) {
  later<quint64>(std::move(done), [this, user, label, content] {
    StoredPreference& stored = preferences_[{user, label}];
    stored.content = content;
    return ++stored.version;
  });
}

HistoryPage MemoryStore::read(const HistoryQuery& query) const {
  HistoryPage page;
  page.room = query.room;
  if (const auto found = content_.messages.find(query.room); found != content_.messages.end()) {
    std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(page.messages),
                 [&](const StoredMessage& message) { return matchesQuery(query, message); });
  }
  const auto excess = static_cast<qsizetype>(page.messages.size()) - query.limit;
  if (excess <= 0) return page;
  page.truncated = true;
  const auto begin = page.messages.begin();
  if (query.newestFirst) {
    page.messages.erase(begin, begin + excess);
  } else {
    page.messages.erase(begin + query.limit, page.messages.end());
  }
  return page;
}

void MemoryStore::history(const HistoryQuery& query, Callback<HistoryPage> done) {
  queries_.push_back(query);
  later<HistoryPage>(std::move(done), [this, query] { return read(query); });
}

void MemoryStore::histories(const std::vector<HistoryQuery>& queries, int limit,
                            Callback<std::vector<HistoryPage>> done) {
  std::copy_if(queries.begin(), queries.end(), std::back_inserter(queries_),
               [](const HistoryQuery& query) { return query.limit > 0; });
  later<std::vector<HistoryPage>>(std::move(done), [this, queries, limit] {
    std::vector<HistoryPage> pages;
    int left = limit;
    for (HistoryQuery query : queries) {
      query.limit = std::min(query.limit, left);
      pages.push_back(query.limit > 0 ? read(query) : HistoryPage{query.room, {}, false});
      left -= static_cast<int>(pages.back().messages.size());
    }
    return pages;
  });
}

void MemoryStore::preference(PrincipalId user, const QByteArray& label, Callback<StoredPreference> done) {
  later<StoredPreference>(std::move(done), [this, user, label] {
    const auto found = preferences_.find({user, label});
    return found == preferences_.end() ? StoredPreference{} : found->second;
  });
}

void MemoryStore::invitationsAfter(PrincipalId user, quint64 number, Callback<std::vector<StoredInvitation>> done) {
  later<std::vector<StoredInvitation>>(std::move(done), [this, user, number] {
    std::vector<StoredInvitation> newer;
    const auto& all = content_.invitations[user];
    std::copy_if(all.begin(), all.end(), std::back_inserter(newer),
                 [number](const StoredInvitation& invitation) { return invitation.number > number; });
    return newer;
  });
}

void MemoryStore::publications(PrincipalId, Callback<std::vector<StoredPublication>> done) {
  later<std::vector<StoredPublication>>(std::move(done), [] { return std::vector<StoredPublication>{}; });
}

void MemoryStore::credentials(PrincipalId, Callback<std::vector<StoredCredential>> done) {
  later<std::vector<StoredCredential>>(std::move(done), [] { return std::vector<StoredCredential>{}; });
}

void MemoryStore::auditTrail(const AuditQuery& query, Callback<std::vector<AuditEntry>> done) {
  later<std::vector<AuditEntry>>(std::move(done), [this, query] {
    std::vector<AuditEntry> found;
    std::copy_if(content_.audit.rbegin(), content_.audit.rend(), std::back_inserter(found),
                 [&](const AuditEntry& entry) { return matchesAudit(query, entry); });
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.time > b.time; });
    found.resize(std::min(found.size(), static_cast<size_t>(std::max(query.limit, 0))));
    return found;
  });
}

void MemoryStore::roomSizes(Callback<std::vector<RoomSize>> done) {
  later<std::vector<RoomSize>>(std::move(done), [this] {
    std::vector<RoomSize> sizes;
    for (const Room& room : content_.snapshot.rooms) {
      RoomSize size{room.id, 0, 0};
      for (const StoredMessage& message : content_.messages[room.id]) {
        ++size.messages;
        size.bytes += message.chat.size() + message.rtf.size();
      }
      sizes.push_back(size);
    }
    return sizes;
  });
}

}  // namespace Parlour::Server::Testing
