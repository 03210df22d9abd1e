// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/channel/support/MemoryStore.h"

#include <QStringList>
#include <algorithm>

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

}  // namespace

template <typename T, typename F>
void MemoryStore::later(Callback<T> done, F work) {
  if (failure_) {
    due_.push_back([done, error = *failure_] { done(error); });
  } else {
    due_.push_back([done, work] { done(Result<T>(work())); });
  }
}

PostReceipt MemoryStore::accept(const NewPost& post) {
  const PostIdentity identity(post.author, post.epid, post.envId);
  if (const auto found = receipts_.find(identity); found != receipts_.end()) {
    PostReceipt again = found->second;
    again.repeated = true;
    return again;
  }
  const PostReceipt receipt{++last_[post.room], clock_.now(), false};
  receipts_.emplace(identity, receipt);
  accepted_.push_back(post);
  if (post.keep) {
    messages_[post.room].push_back({receipt.chatId, receipt.time, post.author, post.alert, post.chat, post.rtf});
  }
  return receipt;
}

void MemoryStore::commit() {
  while (!uncommitted_.empty()) {
    Waiting waiting = std::move(uncommitted_.front());
    uncommitted_.pop_front();
    ++receiptsDue_;
    due_.push_back([this, waiting, receipt = accept(waiting.post)] {
      --receiptsDue_;
      waiting.done(receipt);
    });
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
  messages_[room].push_back({++last_[room], time, author, false, text, {}});
}

ChatId MemoryStore::lastChatId(RoomId room) const {
  const auto found = last_.find(room);
  return found == last_.end() ? 0 : found->second;
}

void MemoryStore::appendPost(const NewPost& post, Callback<PostReceipt> done) {
  if (failure_) {
    due_.push_back([done, error = *failure_] { done(error); });
  } else {
    uncommitted_.push_back({post, std::move(done)});
  }
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
  if (const auto found = messages_.find(query.room); found != messages_.end()) {
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

void MemoryStore::preference(PrincipalId user, const QByteArray& label, Callback<StoredPreference> done) {
  later<StoredPreference>(std::move(done), [this, user, label] {
    const auto found = preferences_.find({user, label});
    return found == preferences_.end() ? StoredPreference{} : found->second;
  });
}

void MemoryStore::invitationsAfter(PrincipalId user, quint64 number, Callback<std::vector<StoredInvitation>> done) {
  later<std::vector<StoredInvitation>>(std::move(done), [this, user, number] {
    std::vector<StoredInvitation> newer;
    std::copy_if(invitations_[user].begin(), invitations_[user].end(), std::back_inserter(newer),
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

}  // namespace Parlour::Server::Testing
