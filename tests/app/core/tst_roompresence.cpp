// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "protocol/signin/PresenceWatch.h"
#include "protocol/signin/StateCategory.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_roompresence {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;
namespace Availability = Parlour::Signin::Availability;

// The own presence, and that of the people in the room on the screen.
class TestRoomPresence : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void nothingIsPublishedUnasked();
  void publishesAndChanges();
  void publishesAgainAfterAReconnect();
  void lastWishCounts();
  void conflictsAreRepaired();
  void refusalsAreLeftAlone();
  void anotherAccountSaysNothing();
  void nothingIsWatchedUnasked();
  void showsThePeopleOfARoom();
  void numbersMeanRanges_data();
  void numbersMeanRanges();
  void changesComeLive();
  void followsWhoComesAndGoes();
  void changingTheRoom();
  void roomThatIsOpenedAgain();
  void largeRoomsAreCut();
  void asksAgainAfterAReconnect();
  void serversThatTakeNoLists();
  void serversThatRefuse();
  void signingOutEndsIt();

 private:
  Room& tides() { return *f_->client->room(tides_); }
  Presence presenceOf(const SipUri& user) {
    for (const Participant& participant : tides().participants()) {
      if (participant.uri == user) return participant.presence;
    }
    return Presence::Offline;
  }
  // What is stored in a container, as numbers.
  QList<quint32> stored(quint32 container) const {
    QList<quint32> numbers;
    for (const auto& instance : f_->server->presence.instances(Signin::StateCategory::categoryName())) {
      if (instance.container != container) continue;
      numbers.append(Signin::StateCategory::parse(instance.fragment)->availability);
    }
    return numbers;
  }
  QList<QList<SipUri>> askedLists() const {
    QList<QList<SipUri>> lists;
    for (const Sip::Request& request : f_->server->received) {
      if (request.headers.value("Event") != Signin::kPresenceEvent || request.body.isEmpty()) continue;
      lists.append(Signin::PresenceQuery::parse(request.body, 1'000)->users);
    }
    return lists;
  }
  void reconnect() {
    f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("Reset.")));
    f_->settle();
    f_->advanceMs(3'000);
  }
  void show() {
    f_->client->showPresenceOf(tides_);
    f_->advanceMs(600);
  }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  const SipUri dot_ = SipUri::fromTrusted("sip:dot@orchard.example");
  std::unique_ptr<ClientFixture> f_;
};

void TestRoomPresence::init() {
  f_ = std::make_unique<ClientFixture>();
  f_->rooms.add(tides_, QStringLiteral("Tide tables")).others = {f_->bo};
  f_->rooms.add(crew_, QStringLiteral("Crew rota")).others = {dot_};
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
  f_->followBefore(crew_, QStringLiteral("Crew rota"));
  f_->server->availability = {{f_->ada, Availability::kAvailable}, {f_->bo, Availability::kBusy}};
  f_->signIn();
  f_->server->takeTranscript();
}

void TestRoomPresence::nothingIsPublishedUnasked() {
  QVERIFY(stored(2).isEmpty());
  f_->client->setPresence(Presence::Unknown);
  f_->client->setPresence(Presence::Offline);
  f_->settle();
  QVERIFY(f_->server->takeTranscript().isEmpty());
  QCOMPARE(f_->client->myPresence(), Presence::Unknown);
}

void TestRoomPresence::publishesAndChanges() {
  f_->client->setPresence(Presence::Available);
  f_->settle();
  f_->client->setPresence(Presence::Available);
  f_->settle();
  QCOMPARE(f_->server->takeTranscript(), QStringList{QStringLiteral("SERVICE")});
  QCOMPARE(stored(2), QList<quint32>{3500});
  QCOMPARE(stored(3), QList<quint32>{3500});
  const auto instance = f_->server->presence.instances(Signin::StateCategory::categoryName()).first();
  QCOMPARE(instance.expireType, Signin::ExpireType::Endpoint);  // ends with the sign-out
  QVERIFY(*instance.instance <= Signin::kMaxInstance);
  f_->client->setPresence(Presence::Away);
  f_->settle();
  QCOMPARE(stored(2), QList<quint32>{15500});
  QCOMPARE(f_->server->takeTranscript(), QStringList{QStringLiteral("SERVICE")});
  QCOMPARE(f_->client->myPresence(), Presence::Away);
  QVERIFY(f_->client->room(tides_)->isFollowed());  // publications of other kinds are left alone
}

void TestRoomPresence::publishesAgainAfterAReconnect() {
  f_->client->setPresence(Presence::Busy);
  f_->settle();
  f_->server->presence = {};  // as a server does when the endpoint goes
  f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("Reset.")));
  f_->settle();
  f_->client->setPresence(Presence::Available);  // meanwhile
  f_->advanceMs(3'000);
  QCOMPARE(stored(2), QList<quint32>{3500});
  QCOMPARE(f_->server->takeTranscript().count(QStringLiteral("SERVICE")), qsizetype{2});
}

void TestRoomPresence::lastWishCounts() {
  for (const Presence presence : {Presence::Available, Presence::Away, Presence::Busy, Presence::Away}) {
    f_->client->setPresence(presence);
  }
  f_->settle();
  QCOMPARE(stored(3), QList<quint32>{15500});
  QCOMPARE(f_->server->takeTranscript().size(), 2);  // the first, and what was wanted when it was answered
}

void TestRoomPresence::conflictsAreRepaired() {
  f_->client->setPresence(Presence::Available);
  f_->settle();
  // The endpoint is still known from a connection that broke: versions stand where they were.
  reconnect();
  f_->settle();
  QCOMPARE(f_->server->takeTranscript().count(QStringLiteral("SERVICE")), qsizetype{3});
  f_->client->setPresence(Presence::Busy);
  f_->settle();
  QCOMPARE(stored(2), QList<quint32>{6500});
  QCOMPARE(f_->server->takeTranscript().count(QStringLiteral("SERVICE")), qsizetype{1});
}

void TestRoomPresence::refusalsAreLeftAlone() {
  Sip::Response conflict;
  conflict.status = 409;
  conflict.headers.add("Content-Type", Signin::kFaultType);
  conflict.body = Signin::PublishFault::wrongDelta({{1, 0, 7}}).toXml();
  for (int i = 0; i < 10; ++i) f_->server->plan(QStringLiteral("SERVICE"), conflict);
  f_->client->setPresence(Presence::Available);
  f_->settle();
  QCOMPARE(f_->server->takeTranscript().size(), 4);
  f_->server->plan(QStringLiteral("SERVICE"), 403);
  f_->client->setPresence(Presence::Away);
  f_->settle();
  QVERIFY(f_->server->takeTranscript().size() <= 4);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
}

void TestRoomPresence::anotherAccountSaysNothing() {
  f_->client->setPresence(Presence::Available);
  f_->settle();
  f_->client->signOut();
  f_->settle();
  f_->server->presence = {};
  f_->server->takeTranscript();
  f_->request.address = f_->bo;
  f_->signIn();
  QVERIFY(!f_->server->takeTranscript().contains(QStringLiteral("SERVICE")));
}

void TestRoomPresence::nothingIsWatchedUnasked() {
  f_->advanceMs(5'000);
  QVERIFY(f_->server->takeTranscript().isEmpty());
  QCOMPARE(presenceOf(f_->bo), Presence::Unknown);
}

void TestRoomPresence::showsThePeopleOfARoom() {
  QSignalSpy changed(&tides(), &Room::participantsChanged);
  show();
  QCOMPARE(f_->server->takeTranscript(), QStringList{QStringLiteral("SUBSCRIBE presence")});
  const Sip::Request& request = f_->server->received.last();
  QVERIFY(request.headers.hasToken("Require", "adhoclist"));
  QCOMPARE(request.headers.value("Content-Type"), QByteArray(Signin::kPresenceQueryType));
  QVERIFY(request.headers.value("Accept").contains("application/rlmi+xml"));
  QCOMPARE(request.to().uri, f_->ada.bytes());
  QCOMPARE(askedLists(), (QList<QList<SipUri>>{{f_->ada, f_->bo}}));
  QCOMPARE(presenceOf(f_->ada), Presence::Available);
  QCOMPARE(presenceOf(f_->bo), Presence::Busy);
  QCOMPARE(changed.size(), 1);
}

void TestRoomPresence::numbersMeanRanges_data() {
  QTest::addColumn<quint32>("number");
  QTest::addColumn<Presence>("presence");
  const auto row = [](quint32 number, Presence presence) {
    QTest::newRow(QByteArray::number(number).constData()) << number << presence;
  };
  row(1, Presence::Unknown);
  row(2999, Presence::Unknown);
  row(3000, Presence::Available);
  row(4499, Presence::Available);
  row(5000, Presence::Away);  // idle
  row(6000, Presence::Busy);
  row(9500, Presence::Busy);  // wants no interruption
  row(12000, Presence::Away);
  row(17999, Presence::Away);
  row(18000, Presence::Unknown);  // who is in the room is not away from it
  row(18500, Presence::Unknown);
}

void TestRoomPresence::numbersMeanRanges() {
  QFETCH(quint32, number);
  QFETCH(Presence, presence);
  f_->server->availability[f_->bo] = number;
  show();
  QCOMPARE(presenceOf(f_->bo), presence);
}

void TestRoomPresence::changesComeLive() {
  show();
  f_->server->answersOfClient.clear();
  f_->server->tellAvailability(f_->bo, Availability::kAway);
  f_->server->tellAvailability(dot_, Availability::kAway);  // of another room, which knows it from now on
  f_->settle();
  QCOMPARE(presenceOf(f_->bo), Presence::Away);
  QCOMPARE(presenceOf(f_->ada), Presence::Available);
  QCOMPARE(f_->client->room(crew_)->participants().last().presence, Presence::Away);
  QVERIFY(f_->server->answersOfClient.isEmpty());  // a BENOTIFY has no answer
}

void TestRoomPresence::followsWhoComesAndGoes() {
  show();
  Xccos::UserInfo dot;
  dot.uri = dot_.bytes();
  dot.entered = {{3984, tides_}};
  f_->server->availability[dot_] = Availability::kAvailable;
  f_->rooms.notice(Xccos::JoinNotice{{dot}});
  f_->rooms.notice(Xccos::JoinNotice{{dot}});
  f_->settle();
  QCOMPARE(askedLists().size(), 1);  // a moment later, in case more come
  f_->advanceMs(600);
  QCOMPARE(askedLists().last(), (QList<SipUri>{f_->ada, f_->bo, dot_}));
  QCOMPARE(presenceOf(dot_), Presence::Available);
  QCOMPARE(presenceOf(f_->bo), Presence::Busy);
  dot.entered.clear();
  f_->rooms.notice(Xccos::PartNotice{{{tides_, {dot}}}});
  f_->settle();
  f_->advanceMs(600);
  QCOMPARE(askedLists().last(), (QList<SipUri>{f_->ada, f_->bo}));
  dot.entered = {{12276, tides_}};
  f_->rooms.notice(Xccos::JoinNotice{{dot}});
  f_->settle();
  QCOMPARE(presenceOf(dot_), Presence::Available);  // at once, from before
}

void TestRoomPresence::changingTheRoom() {
  show();
  f_->client->showPresenceOf(crew_);
  f_->client->showPresenceOf(crew_);
  f_->advanceMs(600);
  QCOMPARE(askedLists().last(), (QList<SipUri>{f_->ada, dot_}));
  f_->client->showPresenceOf({});
  f_->advanceMs(600);
  QCOMPARE(f_->server->takeTranscript().count(QStringLiteral("SUBSCRIBE presence")), qsizetype{3});
  QCOMPARE(f_->server->received.last().headers.value("Expires"), QByteArray("0"));
  show();
  QCOMPARE(askedLists().last(), (QList<SipUri>{f_->ada, f_->bo}));
}

void TestRoomPresence::roomThatIsOpenedAgain() {
  const RoomUri slip = testRoom("slip");
  f_->rooms.add(slip, QStringLiteral("Slipway")).others = {f_->bo};
  for (int i = 0; i < 2; ++i) {
    f_->client->open(slip);
    f_->settle();
    f_->client->showPresenceOf(slip);
    f_->advanceMs(600);
    QCOMPARE(f_->client->room(slip)->participants().last().presence, Presence::Busy);
    f_->client->close(slip);
    f_->settle();
  }
}

void TestRoomPresence::largeRoomsAreCut() {
  std::vector<SipUri> people;
  for (int i = 0; i < 300; ++i) {
    people.push_back(SipUri::fromTrusted("sip:p" + QByteArray::number(i) + "@orchard.example"));
  }
  f_->rooms.room(tides_).others = people;
  reconnect();
  show();
  QCOMPARE(askedLists().last().size(), 100);
}

void TestRoomPresence::asksAgainAfterAReconnect() {
  show();
  f_->server->availability[f_->bo] = Availability::kAway;
  reconnect();
  f_->advanceMs(600);
  QCOMPARE(askedLists().size(), 2);
  QCOMPARE(presenceOf(f_->bo), Presence::Away);
}

void TestRoomPresence::serversThatTakeNoLists() {
  f_->server->takesPresenceLists = false;
  reconnect();
  f_->server->takeTranscript();
  show();
  QVERIFY(f_->server->takeTranscript().isEmpty());
}

void TestRoomPresence::serversThatRefuse() {
  f_->server->plan(QStringLiteral("SUBSCRIBE presence"), 489);
  show();
  f_->client->showPresenceOf(crew_);
  f_->advanceMs(120'000);
  QCOMPARE(askedLists().size(), 1);  // not again in this session
  QCOMPARE(presenceOf(f_->bo), Presence::Unknown);
}

void TestRoomPresence::signingOutEndsIt() {
  show();
  f_->server->takeTranscript();
  f_->client->signOut();
  f_->settle();
  QVERIFY(f_->server->takeTranscript().contains(QStringLiteral("SUBSCRIBE presence")));
  f_->advanceMs(120'000);
  QVERIFY(f_->server->takeTranscript().isEmpty());
}

PARLOUR_TEST(TestRoomPresence)

}  // namespace tst_roompresence

#include "tst_roompresence.moc"
