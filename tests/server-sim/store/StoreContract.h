// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "tests/server-sim/store/StoreProbe.h"

namespace Parlour::Server {

// What every engine behind Store has to keep to. A test class of an engine inherits these test functions and
// provides stores that hold smallOrganisation().
class StoreContract : public QObject {
  Q_OBJECT

 protected:
  // A fresh store for one test function.
  virtual std::unique_ptr<Store> makeStore(const Clock& clock, TestLoop& loop) = 0;
  // Ends the store and opens it again on the same data.
  virtual std::unique_ptr<Store> reopen(std::unique_ptr<Store> store, const Clock& clock, TestLoop& loop) = 0;

 private Q_SLOTS:
  void init();
  void cleanup();

  void numbersAreDenseAndTimesRise();
  void timesRiseWhenTheClockGoesBack();
  void postsOfOneMomentShareAnAnswer();
  void repeatIsAcknowledgedAgain();
  void repeatInTheSameMomentIsOnePost();
  void repeatSurvivesARestart();
  void sameNumberWithOtherTextIsNew();
  void shortNumbersRepeatOnlyForAWhile();
  void unknownRoomOrAuthorRefusesOnlyThatPost();
  void roomWithoutHistoryGivesNumbersOnly();
  void contentComesBackAsPosted();
  void pages_data();
  void pages();
  void pageByTime_data();
  void pageByTime();
  void pageOfAuthors();
  void pagesOfManyRooms();
  void search_data();
  void search();
  void searchFindsNewPostsAtOnce();
  void hostileSearch_data();
  void hostileSearch();
  void publicationsAreReplaced();
  void publicationsOfUnknownUser();
  void invitationsAreNewerThan();
  void preferencesCountVersions();
  void credentialsOfAUser();
  void answersKeepTheOrderOfCalls();
  void manyPostsAtOnce();

 protected:
  PostReceipt mustPost(const NewPost& post);
  NewPost postOf(const QByteArray& text, PrincipalId author = 0) const;
  std::vector<PostReceipt> mustPostTogether(const std::vector<NewPost>& posts);
  static HistoryQuery everythingIn(RoomId room);
  HistoryPage mustRead(const HistoryQuery& query);
  std::vector<ChatId> idsOf(const HistoryPage& page) const;

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
