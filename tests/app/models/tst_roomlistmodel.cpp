// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/models/Roles.h"
#include "app/models/RoomListModel.h"
#include "tests/app/models/RoomListTesting.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_roomlistmodel {

using namespace Parlour;
using namespace Parlour::Models;
using namespace Parlour::Testing;

namespace {

const char* const kHint = "Rooms you follow stay here and open when you sign in.";

}  // namespace

class TestRoomListModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void sections();
  void nothingFollowed();
  void invitations();
  void requestsToJoin();
  void feeds();
  void collapsing();
  void unreadIsShown();
  void collapsedSectionsKeepTheUnread();
  void drafts();
  void neighbours();
  void nthFollowed();
  void identitiesAreUnique();
  void texts();
  void roomsThatCannotBeUsed_data();
  void roomsThatCannotBeUsed();
  void followingMovesTheRoom();

 private:
  Xccos::Invitation invitation(quint32 number, const RoomUri& room, const QString& name) const;
  void openCrew() {
    f_->client->open(crew_);
    f_->settle();
  }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  const RoomUri slip_ = testRoom("slip");
  std::unique_ptr<ClientFixture> f_;
};

void TestRoomListModel::init() {
  f_ = std::make_unique<ClientFixture>();
  f_->rooms.add(tides_, QStringLiteral("Tide tables"));
  f_->rooms.add(crew_, QStringLiteral("Crew rota"));
  f_->rooms.add(slip_, QStringLiteral("Slipway"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
}

Xccos::Invitation TestRoomListModel::invitation(quint32 number, const RoomUri& room, const QString& name) const {
  Xccos::Invitation invited;
  invited.inviteId = number;
  invited.domain = "orchard.example";
  invited.createdOn = f_->clock.now();
  invited.room.uri = room;
  invited.room.name = name;
  return invited;
}

void TestRoomListModel::sections() {
  RoomListModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  QCOMPARE(shown(model), QStringList({QStringLiteral("= Followed"), QStringLiteral("? ") + QLatin1String(kHint)}));
  f_->signIn();
  QCOMPARE(shown(model), list("= Followed | Tide tables"));
  openCrew();
  QCOMPARE(shown(model), list("= Followed | Tide tables | = Open | Crew rota"));
  f_->client->close(crew_);
  f_->settle();
  QCOMPARE(shown(model), list("= Followed | Tide tables"));
}

void TestRoomListModel::nothingFollowed() {
  f_->signIn();
  RoomListModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  f_->client->unfollow(tides_);
  f_->settle();
  QCOMPARE(shown(model), QStringList({QStringLiteral("= Followed"), QStringLiteral("? ") + QLatin1String(kHint)}));
  QCOMPARE(model.flags(model.index(1)), Qt::ItemFlags(Qt::ItemIsEnabled));
  QCOMPARE(model.flags(model.index(0)), Qt::ItemIsEnabled | Qt::ItemIsSelectable);
}

void TestRoomListModel::invitations() {
  f_->rooms.invitations = {invitation(7, crew_, QStringLiteral("Crew rota"))};
  f_->signIn();
  RoomListModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  QCOMPARE(shown(model), list("= Followed | Tide tables | = Invitations | ! Crew rota"));
  f_->rooms.notice(Xccos::InviteNotice{{invitation(8, slip_, QStringLiteral("Slipway"))}});
  f_->settle();
  const int title = 2;
  QCOMPARE(model.row(title).count, 2);
  QCOMPARE(model.rowOf(crew_), -1);  // an invitation is no room yet
  f_->client->dismissInvitation(7);
  f_->client->dismissInvitation(8);
  f_->settle();
  QCOMPARE(shown(model), list("= Followed | Tide tables"));
}

void TestRoomListModel::feeds() {
  f_->signIn();
  RoomListModel model(*f_->client);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  const QStringList without = shown(model);
  model.setFeeds({{QStringLiteral("me"), QStringLiteral("About you"), 2, false, true},
                  {QStringLiteral("x"), QStringLiteral("Limits"), 0, true, false}});
  QCOMPARE(shown(model), without + list("= Feeds | # About you | # Limits"));
  QCOMPARE(model.index(model.rowOfFeed(QStringLiteral("me"))).data(Qt::AccessibleTextRole).toString(),
           QStringLiteral("About you, feed, 2 unread"));
  QCOMPARE(model.index(model.rowOfFeed(QStringLiteral("x"))).data(Qt::AccessibleTextRole).toString(),
           QStringLiteral("Limits, feed, no banners"));
  model.setCollapsed(RoomSection::Feeds, true);
  QCOMPARE(shown(model), without + list("= Feeds"));
  QCOMPARE(model.rowOfFeed(QStringLiteral("x")), -1);
}

void TestRoomListModel::requestsToJoin() {
  const auto request = [&](const RoomUri& room, const char* name, const SipUri& user) {
    Xccos::JoinRequest asked;
    asked.room = room;
    asked.roomName = QLatin1String(name);
    asked.user = user;
    asked.userName = user == f_->bo ? QStringLiteral("Bo Medlar") : QStringLiteral("Dee Marsh");
    return asked;
  };
  const SipUri dee = SipUri::fromTrusted("sip:dee@orchard.example");
  f_->server->chatSupports = "parlour-joinreq";
  f_->rooms.joinRequests = {request(crew_, "Crew rota", f_->bo), request(slip_, "Slipway", f_->ada)};
  f_->signIn();
  RoomListModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  QCOMPARE(shown(model), list("= Followed | Tide tables | = Requests to join | + Crew rota"));
  QCOMPARE(model.row(3).detail, QStringLiteral("Bo Medlar"));
  QCOMPARE(model.index(3).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Crew rota, asked by Bo Medlar"));
  f_->rooms.notice(Xccos::JoinRequestNotice{{request(slip_, "Slipway", f_->bo), request(crew_, "Crew rota", dee)}});
  f_->settle();
  QCOMPARE(shown(model), list("= Followed | Tide tables | = Requests to join | + Crew rota | + Slipway"));
  QCOMPARE(model.row(2).count, 3);
  QCOMPARE(model.row(3).detail, QStringLiteral("2 people"));
  QCOMPARE(model.rowOf(crew_), -1);  // not in the list of rooms for that
  model.setCollapsed(RoomSection::Requests, true);
  QCOMPARE(shown(model), list("= Followed | Tide tables | = Requests to join"));
  model.setCollapsed(RoomSection::Requests, false);
  for (const SipUri& user : {f_->bo, dee}) {
    Xccos::JoinRequest end = request(crew_, "Crew rota", user);
    end.state = Xccos::JoinRequestState::Declined;
    f_->rooms.notice(Xccos::JoinRequestNotice{{end}});
    f_->settle();
  }
  QCOMPARE(shown(model), list("= Followed | Tide tables | = Requests to join | + Slipway"));
}

void TestRoomListModel::collapsing() {
  f_->rooms.invitations = {invitation(7, slip_, QStringLiteral("Slipway"))};
  f_->signIn();
  openCrew();
  RoomListModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  model.setCollapsed(RoomSection::Followed, true);
  QCOMPARE(shown(model), list("= Followed | = Open | Crew rota | = Invitations | ! Slipway"));
  QVERIFY(model.row(0).collapsed);
  model.setCollapsed(RoomSection::Open, true);
  model.setCollapsed(RoomSection::Invitations, true);
  QCOMPARE(shown(model), list("= Followed | = Open | = Invitations"));
  model.setCollapsed(RoomSection::Followed, false);
  QCOMPARE(shown(model), list("= Followed | Tide tables | = Open | = Invitations"));
  QVERIFY(!model.row(0).collapsed);
}

void TestRoomListModel::unreadIsShown() {
  f_->signIn();
  RoomListModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  QSignalSpy changed(&model, &RoomListModel::dataChanged);
  QSignalSpy inserted(&model, &RoomListModel::rowsInserted);
  f_->rooms.say(tides_, f_->bo, QStringLiteral("Low water at six"));
  f_->rooms.say(tides_, f_->bo, QStringLiteral("Gale warning"), true);
  f_->settle();
  QVERIFY(!changed.isEmpty());
  QVERIFY(inserted.isEmpty());
  const int at = model.rowOf(tides_);
  QCOMPARE(model.row(at).unread, 2);
  QVERIFY(model.row(at).alert);
  f_->client->markRead(tides_, 2);
  QCOMPARE(model.row(at).unread, 0);
  QVERIFY(!model.row(at).alert);
}

void TestRoomListModel::collapsedSectionsKeepTheUnread() {
  f_->signIn();
  RoomListModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  model.setCollapsed(RoomSection::Followed, true);
  f_->rooms.say(tides_, f_->bo, QStringLiteral("Low water at six"));
  f_->settle();
  model.setCollapsed(RoomSection::Followed, false);
  QCOMPARE(model.row(model.rowOf(tides_)).unread, 1);
}

void TestRoomListModel::drafts() {
  f_->signIn();
  RoomListModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  QSignalSpy changed(&model, &RoomListModel::dataChanged);
  model.setDraft(tides_, true);
  QVERIFY(model.row(model.rowOf(tides_)).draft);
  const auto count = changed.size();
  QVERIFY(count > 0);
  model.setDraft(tides_, true);
  QCOMPARE(changed.size(), count);
  f_->rooms.say(tides_, f_->bo, QStringLiteral("Low water at six"));
  f_->settle();
  QVERIFY(model.row(model.rowOf(tides_)).draft);
  model.setDraft(tides_, false);
  QVERIFY(!model.row(model.rowOf(tides_)).draft);
}

void TestRoomListModel::neighbours() {
  f_->followBefore(slip_, QStringLiteral("Slipway"));
  f_->signIn();
  openCrew();
  RoomListModel model(*f_->client);
  QList<RoomUri> order;
  for (int i = 0; i < model.rowCount(); ++i) {
    if (model.row(i).kind == RoomListRow::Kind::Room) order.append(model.row(i).room.uri);
  }
  QCOMPARE(order.size(), 3);
  QCOMPARE(model.neighbour(order[0], 1, false), order[1]);
  QCOMPARE(model.neighbour(order[1], 1, false), order[2]);  // over the title between
  QCOMPARE(model.neighbour(order[2], 1, false), RoomUri());
  QCOMPARE(model.neighbour(order[2], -1, false), order[1]);
  QCOMPARE(model.neighbour(order[0], -1, false), RoomUri());
  QCOMPARE(model.neighbour(RoomUri(), 1, false), order[0]);
  QCOMPARE(model.neighbour(RoomUri(), -1, false), order[2]);
  QCOMPARE(model.neighbour(order[0], 1, true), RoomUri());
  f_->rooms.say(order[2], f_->bo, QStringLiteral("Ready"));
  f_->settle();
  QCOMPARE(model.neighbour(order[0], 1, true), order[2]);
}

void TestRoomListModel::nthFollowed() {
  f_->signIn();
  openCrew();
  const RoomListModel model(*f_->client);
  QCOMPARE(model.nthFollowed(1), tides_);
  QCOMPARE(model.nthFollowed(2), RoomUri());
  QCOMPARE(model.nthFollowed(0), RoomUri());
}

void TestRoomListModel::identitiesAreUnique() {
  f_->rooms.invitations = {invitation(7, slip_, QStringLiteral("Slipway")),
                           invitation(9, slip_, QStringLiteral("Slipway"))};
  RoomListModel model(*f_->client);
  const auto ids = [&] {
    QStringList found;
    for (int i = 0; i < model.rowCount(); ++i) found.append(model.index(i).data(IdRole).toString());
    return found;
  };
  QCOMPARE(ids().removeDuplicates(), 0);  // title and hint
  f_->signIn();
  openCrew();
  QVERIFY(model.rowCount() >= 6);
  QCOMPARE(ids().removeDuplicates(), 0);
  QVERIFY(ids().contains(tides_.toString()));
}

void TestRoomListModel::texts() {
  f_->signIn();
  RoomListModel model(*f_->client);
  const auto index = model.index(model.rowOf(tides_));
  QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Tide tables, closed room"));
  f_->rooms.say(tides_, f_->bo, QStringLiteral("Low water at six"));
  f_->settle();
  QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Tide tables, closed room, 1 unread"));
  Core::RoomSummary summary = f_->client->room(tides_)->summary();
  summary.topic = QStringLiteral("Spring tides");
  f_->client->room(tides_)->setSummary(summary);
  QCOMPARE(index.data(Qt::ToolTipRole).toString(), QStringLiteral("Tide tables\nSpring tides"));
  QVERIFY(!model.index(0).data(Qt::ToolTipRole).isValid());
}

void TestRoomListModel::roomsThatCannotBeUsed_data() {
  QTest::addColumn<Core::RoomEnding>("ending");
  QTest::addColumn<QString>("words");
  QTest::newRow("deleted") << Core::RoomEnding::Deleted << QStringLiteral("deleted");
  QTest::newRow("removed") << Core::RoomEnding::Removed << QStringLiteral("you were removed");
  QTest::newRow("disabled") << Core::RoomEnding::Disabled << QStringLiteral("disabled");
  QTest::newRow("not joined") << Core::RoomEnding::None << QStringLiteral("not available");
}

void TestRoomListModel::roomsThatCannotBeUsed() {
  QFETCH(Core::RoomEnding, ending);
  QFETCH(QString, words);
  f_->signIn();
  RoomListModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  const auto index = model.index(model.rowOf(tides_));
  QSignalSpy changed(&model, &RoomListModel::dataChanged);
  f_->client->room(tides_)->setEnding(ending, Error());
  QVERIFY(!changed.isEmpty());
  QCOMPARE(index.data(RowRole).value<RoomListRow>().ending, ending);
  QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Tide tables, closed room, ") + words);
}

void TestRoomListModel::followingMovesTheRoom() {
  f_->signIn();
  openCrew();
  RoomListModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  f_->client->follow(crew_, QStringLiteral("Crew rota"));
  f_->settle();
  QCOMPARE(model.row(model.rowOf(crew_)).section, RoomSection::Followed);
  QVERIFY(!shown(model).contains(QStringLiteral("= Open")));
  f_->client->moveRoom(f_->client->rooms().last()->uri(), 0);
  f_->settle();
  QCOMPARE(model.row(1).room.uri, f_->client->rooms().first()->uri());
}

PARLOUR_TEST(TestRoomListModel)

}  // namespace tst_roomlistmodel

#include "tst_roomlistmodel.moc"
