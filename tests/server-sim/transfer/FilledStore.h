// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <functional>
#include <optional>

#include "tests/server-sim/store/StoreProbe.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server {

// A store in a data directory, small, but with something of every kind: people, groups, policies, settings, add-ins,
// rooms with lists and messages, invitations with a gap in their numbers, requests, presence, preferences, audit.
class FilledStore {
 public:
  explicit FilledStore(const QString& directory);
  bool isOpen() const { return store_ != nullptr; }
  SqliteStore& store() { return *store_; }
  void close() { store_.reset(); }
  bool open();

  Result<ChangeReceipt> apply(const ChangeSet& set);
  Result<PostReceipt> post(const QString& room, const QByteArray& text);
  Room room(const QString& name);
  Snapshot snapshot() { return *store_->load(); }
  TestClock& clock() { return clock_; }

 private:
  template <typename T>
  Result<T> ask(const std::function<void(Store::Callback<T>)>& call) {
    Answer<T> answer(loop_);
    call(answer.callback());
    return answer.wait();
  }
  bool fill();
  bool fillObjects();
  bool fillMessages();
  bool fillUserData();

  QString directory_;
  TestClock clock_;
  TestLoop loop_;
  std::unique_ptr<SqliteStore> store_;
};

// Everything that a store holds and an export carries, as lines that name objects by address; read apart from the
// code under test. Empty when the data directory has no store.
QStringList storeLines(const QString& directory);
// One setting of a store.
QByteArray storeSetting(const QString& directory, const QByteArray& name);
// Runs SQL on the database of a store that no server uses.
bool runOnStore(const QString& directory, const QByteArray& sql);

}  // namespace Parlour::Server
