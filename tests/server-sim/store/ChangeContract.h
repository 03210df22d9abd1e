// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "tests/server-sim/store/StoreProbe.h"

namespace Parlour::Server {

// What every engine behind Store has to keep to when it is administered. A test class of an engine inherits these test
// functions and provides stores that hold smallOrganisation().
class ChangeContract : public QObject {
  Q_OBJECT

 protected:
  virtual std::unique_ptr<Store> makeStore() = 0;
  // Ends the store and opens it again on the same data.
  virtual void reopen() = 0;
  // For engines that answer only when told to.
  virtual void settle() {}

 private Q_SLOTS:
  void init();
  void cleanup();

  void newObjectsGetNumbers();
  void roomIsReplacedWhole();
  void categoryIsReplacedWhole();
  void principalKeepsItsPolicy();
  void membershipsComeAndGo();
  void failingPartUndoesAll_data();
  void failingPartUndoesAll();
  void newRoomTakesPosts();
  void removedRoomTakesEverythingWithIt();
  void addressCanBeUsedAgain();
  void setsAndPostsKeepTheirOrder();
  void setsAreAnsweredInOrder();
  void invitationsAreNumberedPerUser();
  void requestsToJoin();
  void messagesAreReplaced();
  void messagesAreRemoved();
  void purgeTakesWhatIsOlder();
  void holdsKeepMessages();
  void largePurgeLetsPostsThrough();
  void sizesFollowTheMessages();
  void auditTrail_data();
  void auditTrail();
  void policyPrecedence_data();
  void policyPrecedence();
  void removedPolicyTakesItsGrants();
  void configurationValues();
  void removedAddInLeavesTheRooms();

 protected:
  using Spoil = std::function<void(ChangeSet&)>;
  using AddRow = std::function<void(const char*, ErrorCode, const char*, Spoil)>;

  void failingObjects(const AddRow& row);
  void failingReferences(const AddRow& row);
  template <typename T>
  Result<T> ask(const std::function<void(Store::Callback<T>)>& call) {
    std::optional<Result<T>> answer;
    call([&answer](const Result<T>& result) { answer = result; });
    settle();
    const bool came = loop_.runUntil([&answer] { return answer.has_value(); });
    return came ? *answer : Result<T>(Error::make(ErrorCode::Timeout, QStringLiteral("no answer")));
  }
  Result<ChangeReceipt> apply(const ChangeSet& set);
  ChangeReceipt mustApply(const ChangeSet& set);
  Snapshot snapshot();
  Room roomNamed(const QString& name);
  Result<PostReceipt> post(RoomId room, const QByteArray& text);
  std::vector<ChatId> idsIn(RoomId room, const QString& text = {});
  std::vector<StoredInvitation> invitationsOf(PrincipalId user);
  std::vector<AuditEntry> auditOf(const AuditQuery& query);
  Room newRoom(const QByteArray& key) const;

  TestClock clock_;
  TestLoop loop_;
  std::unique_ptr<Store> store_;
  RoomId tides_ = 0;
  RoomId deck_ = 0;
  PrincipalId ada_ = 0;
  PrincipalId bo_ = 0;
  PrincipalId cy_ = 0;
};

}  // namespace Parlour::Server
