// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "protocol/support/Result.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// What the chat service needs of durable storage, in its own terms; one engine behind it now, others possible
// (DESIGN 3). All calls come from the loop thread and return at once; every callback runs on the loop
// thread, later, exactly once. Calls of one kind are answered in the order they were made.
class Store {
 public:
  template <typename T>
  using Callback = std::function<void(const Result<T>&)>;

  virtual ~Store() = default;

  // Blocking; called once before the loop runs.
  virtual Result<Snapshot> load() = 0;

  // Writer. The callback comes after the commit is on disk: chatId and time follow commit order and are
  // dense and strictly monotonic per room. Several waiting posts share one transaction (group commit).
  // Busy (queue full) and Storage errors are answered without anything written.
  virtual void appendPost(const NewPost& post, Callback<PostReceipt> done) = 0;
  virtual void replacePublications(PrincipalId user, const std::vector<StoredPublication>& put,
                                   const std::vector<StoredPublication>& remove, Callback<Done> done) = 0;
  // Answers the new version: 1 for a new label, then one more with every change (xccos 7.11).
  virtual void setPreference(PrincipalId user, const QByteArray& label, const QByteArray& content,
                             Callback<quint64> done) = 0;

  // Readers (own connections and threads).
  virtual void history(const HistoryQuery& query, Callback<HistoryPage> done) = 0;
  // Version 0 and no content when nothing is stored under the label.
  virtual void preference(PrincipalId user, const QByteArray& label, Callback<StoredPreference> done) = 0;
  virtual void invitationsAfter(PrincipalId user, quint64 number, Callback<std::vector<StoredInvitation>> done) = 0;
  virtual void publications(PrincipalId user, Callback<std::vector<StoredPublication>> done) = 0;
  virtual void credentials(PrincipalId user, Callback<std::vector<StoredCredential>> done) = 0;

  // Posts accepted by appendPost and not answered yet; the measure for shedding.
  virtual size_t waitingPosts() const = 0;
};

}  // namespace Parlour::Server
