// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"
#include "tests/support/ScriptedAdmin.h"

namespace tst_categorynames {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

class TestCategoryNames : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void learntOnceASession();
  void learntAnewAfterAReconnect();
  void outsideTheList();
  void thatNobodyTells();

 private:
  const RoomUri tides_ = testRoom("tides");
  std::unique_ptr<ClientFixture> f_;
  std::unique_ptr<ScriptedAdmin> a_;
};

void TestCategoryNames::init() {
  f_ = std::make_unique<ClientFixture>();
  a_ = std::make_unique<ScriptedAdmin>(f_->rooms, f_->ada);
  f_->rooms.add(tides_, QStringLiteral("Tide tables"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
  a_->settings(tides_).parent = a_->addCategory("sea", QStringLiteral("Seafaring"));
  f_->signIn();
  f_->server->takeTranscript();
}

void TestCategoryNames::learntOnceASession() {
  const auto choices = f_->settled(f_->client->categories());
  QCOMPARE(choices->size(), 1);
  QCOMPARE(choices->first().name, QStringLiteral("Seafaring"));
  QCOMPARE(f_->last<Xccos::SearchNodes>()->filter.criteria, QString());
  f_->server->takeTranscript();
  QCOMPARE(f_->settled(f_->client->roomInfo(tides_))->categoryName, QStringLiteral("Seafaring"));
  QCOMPARE(f_->server->takeTranscript(), QStringList{QStringLiteral("INFO cmd:getchaninfo")});  // known for the session
  // Rooms of the list get the name of a category that they move to.
  const CategoryUri dock = a_->addCategory("dock", QStringLiteral("Dockyard"));
  Xccos::ChanInfo moved;
  moved.uri = tides_;
  moved.parent = dock;
  f_->rooms.notice(Xccos::ChannelModifiedNotice{{moved}});
  f_->settle();
  QCOMPARE(f_->client->room(tides_)->summary().categoryName, QStringLiteral("Dockyard"));
  QCOMPARE(f_->server->takeTranscript(), QStringList{QStringLiteral("INFO cmd:getnodeinfo")});
}

void TestCategoryNames::learntAnewAfterAReconnect() {
  QCOMPARE(f_->settled(f_->client->roomInfo(tides_))->categoryName, QStringLiteral("Seafaring"));
  f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("Reset.")));
  f_->settle();
  a_->addCategory("sea", QStringLiteral("All on the water"));
  QVERIFY(!f_->settled(f_->client->roomInfo(tides_)).ok());  // no connection
  f_->advanceMs(3'000);
  QCOMPARE(f_->settled(f_->client->roomInfo(tides_))->categoryName, QStringLiteral("All on the water"));
  QCOMPARE(f_->count("cmd:nodesrch"), 2);
}

void TestCategoryNames::outsideTheList() {
  a_->categories.clear();
  for (int i = 0; i < 3; ++i) QCOMPARE(f_->settled(f_->client->roomInfo(tides_))->categoryName, QString());
  QCOMPARE(f_->count("cmd:nodesrch"), 1);
  QCOMPARE(f_->count("cmd:getnodeinfo"), 1);  // each address once
}

void TestCategoryNames::thatNobodyTells() {
  for (int i = 0; i < 3; ++i) f_->rooms.deviate("cmd:nodesrch", {405, QStringLiteral("ERROR_MSG_NOT_SUPPORTED")});
  for (int i = 0; i < 3; ++i) QVERIFY(f_->settled(f_->client->roomInfo(tides_)).ok());
  QCOMPARE(f_->count("cmd:nodesrch"), 1);
  QCOMPARE(f_->count("cmd:getnodeinfo"), 0);
  QCOMPARE(f_->settled(f_->client->categories()).error().code, ErrorCode::NotSupported);
}

PARLOUR_TEST(TestCategoryNames)

}  // namespace tst_categorynames

#include "tst_categorynames.moc"
