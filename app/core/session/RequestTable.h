// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <utility>

#include "app/core/Environment.h"
#include "protocol/xccos/Messages.h"

namespace Parlour::Core {

// The commands that wait for their reply, by (envid, seqid) (xccos 3.4). Each ends exactly once: with its
// reply, with an error, at its deadline, or with all others when the session ends. GUI thread.
class RequestTable {
 public:
  using OnReply = std::function<void(const Result<Xccos::Reply>&)>;

  explicit RequestTable(Scheduler& scheduler) : scheduler_(scheduler) {}
  ~RequestTable();

  void add(Xccos::CommandRef ref, OnReply done);
  // The peer took the command: from now on the reply is due in `ms`.
  void startDeadline(Xccos::CommandRef ref, qint64 ms);
  bool resolve(const Xccos::Reply& reply);  // false: nobody asked
  bool fail(Xccos::CommandRef ref, const Error& error);
  void failAll(const Error& error);
  size_t size() const { return pending_.size(); }

 private:
  struct Pending {
    OnReply done;
    std::optional<Scheduler::Handle> deadline;
  };
  using Key = std::pair<EnvId, quint32>;
  bool finish(Key key, const Result<Xccos::Reply>& result);

  Scheduler& scheduler_;
  std::map<Key, Pending> pending_;
};

}  // namespace Parlour::Core
