// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/core/text/RtfReader.h"
#include "app/core/text/RtfWriter.h"
#include "tests/integration/host/Await.h"
#include "tests/integration/host/ClientHost.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/Team.h"
#include "tests/program/TestProgram.h"

namespace tst_conversation {

using namespace Parlour;
using namespace Parlour::Tests;

// Real client cores against the real server over real sockets: the way from the sign-in to a conversation (CX-1),
// and what is the same, or not, on a second computer.
class TestConversation : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ServerHost> server_;

  void signIn(ClientHost& host, const char* user) {
    host.signIn(QByteArray("sip:") + user + "@orchard.example", server_->port(),
                QString::fromLatin1("pw-") + QLatin1String(user));
    QTRY_VERIFY_WITH_TIMEOUT(host.isSignedIn(), 10'000);
  }

 private Q_SLOTS:
  void init() {
    server_ = std::make_unique<ServerHost>(teamOrganisation());
    const auto started = server_->start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().text));
  }

  void cleanup() { server_.reset(); }

  void everyStepOfTheSignInIsTimed() {
    ClientHost ada("desk");
    signIn(ada, "ada");
    QList<Core::SignInStep> order;
    for (const auto& step : ada->signInSteps()) {
      order.append(step.step);
      QVERIFY(step.state == Core::StepState::Done || step.state == Core::StepState::Skipped);
      QVERIFY(step.finishedMs >= step.startedMs);
    }
    QCOMPARE(order.size(), Core::kSignInStepCount);
    QCOMPARE(ada->myName(), QStringLiteral("Ada Quince"));
    QCOMPARE(ada->limits().messageBytes, 8'000);
  }

  // CX-1: join → search → follow → post → the other sees it.
  void searchFollowPostAndTheOtherSeesIt() {
    ClientHost ada("desk");
    ClientHost bo("laptop");
    signIn(ada, "ada");
    signIn(bo, "bo");
    const RoomUri room = findRoom(ada, QStringLiteral("Tide tables"));
    QVERIFY(!room.isEmpty());
    QVERIFY(await(ada->follow(room, QStringLiteral("Tide tables"))).ok());
    QVERIFY(await(bo->open(room)).ok());
    QTRY_COMPARE(ada.room(QStringLiteral("Tide tables"))->participants().size(), 2);

    const quint64 id = ada->post(room, QStringLiteral("Cast off at <half past>? R&D says: ok\r\n@Bo?"));
    QTRY_COMPARE(bo.texts(QStringLiteral("Tide tables")),
                 QStringList{QStringLiteral("Cast off at <half past>? R&D says: ok\r\n@Bo?")});
    QTRY_COMPARE(ada.room(QStringLiteral("Tide tables"))->timeline().newestChatId(), ChatId{1});
    QVERIFY(ada.room(QStringLiteral("Tide tables"))->timeline().rowOfLocal(id) >= 0);
    QCOMPARE(ada.texts(QStringLiteral("Tide tables")).size(), 1);
    const auto& seen = bo.room(QStringLiteral("Tide tables"))->timeline().at(0);
    QCOMPARE(seen.authorName, QStringLiteral("Ada Quince"));
    QVERIFY(seen.mentionsMe);
    QVERIFY(!seen.own);
  }

  // The formats go beside the plain text (xccos 8): live, back to the author, and from the history.
  void formatsReachTheOthersUnchanged() {
    ClientHost ada("desk");
    ClientHost bo("laptop");
    signIn(ada, "ada");
    signIn(bo, "bo");
    const RoomUri room = findRoom(ada, QStringLiteral("Tide tables"));
    QVERIFY(await(ada->open(room)).ok());
    QVERIFY(await(bo->open(room)).ok());
    Core::FormattedText said;
    said.append(QStringLiteral("Gale"), Core::TextMark::Bold);
    said.append(QStringLiteral(" warning {€}"));
    const QByteArray rtf = Core::writeRtf(said);
    ada->post(room, said.text, false, rtf);
    for (ClientHost* host : {&ada, &bo}) {
      const Core::Timeline& timeline = host->room(QStringLiteral("Tide tables"))->timeline();
      QTRY_COMPARE(timeline.newestChatId(), ChatId{1});
      QCOMPARE(timeline.at(0).text, said.text);
      QCOMPARE(timeline.at(0).rtf, rtf);
    }
    QVERIFY(Core::readRtf(rtf) == said);
    ClientHost later("later");
    signIn(later, "bo");
    QVERIFY(await(later->open(room)).ok());
    const Core::Timeline& read = later.room(QStringLiteral("Tide tables"))->timeline();
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(read.at(0).rtf, rtf);
  }

  void followedRoomsAreEverywhereOpenedOnesOnlyHere() {
    ClientHost desk("desk");
    signIn(desk, "ada");
    const RoomUri tides = findRoom(desk, QStringLiteral("Tide tables"));
    const RoomUri rota = findRoom(desk, QStringLiteral("Crew rota"));
    QVERIFY(await(desk->follow(tides, QStringLiteral("Tide tables"))).ok());
    QVERIFY(await(desk->open(rota)).ok());

    ClientHost laptop("laptop");
    signIn(laptop, "ada");
    QTRY_VERIFY(laptop.room(QStringLiteral("Tide tables")) && laptop.room(QStringLiteral("Tide tables"))->isFollowed());
    QVERIFY(!laptop->room(rota));

    // A change made here appears there at once, without signing in again.
    QVERIFY(await(laptop->follow(rota, QStringLiteral("Crew rota"))).ok());
    QTRY_VERIFY(desk->room(rota)->isFollowed());
    QVERIFY(await(laptop->unfollow(tides)).ok());
    QTRY_VERIFY(!desk->room(tides));

    // The opened room is still open on the first computer after a restart of the program.
    QVERIFY(await(laptop->unfollow(rota)).ok());
    desk.restart();
    signIn(desk, "ada");
    QTRY_VERIFY(desk->room(rota) && desk->room(rota)->isOpen());
    QVERIFY(!desk->room(rota)->isFollowed());
    QTRY_COMPARE(desk->room(rota)->joinState(), Core::JoinState::Joined);
  }

  // The read position of a followed room travels, whichever computer reads, and survives a restart of either.
  void whatIsReadHereIsReadThere() {
    ClientHost desk("desk");
    ClientHost laptop("laptop");
    ClientHost bo("bench");
    signIn(desk, "ada");
    signIn(bo, "bo");
    const RoomUri tides = findRoom(desk, QStringLiteral("Tide tables"));
    QVERIFY(await(desk->follow(tides, QStringLiteral("Tide tables"))).ok());
    signIn(laptop, "ada");
    QVERIFY(await(bo->open(tides)).ok());
    QTRY_VERIFY(laptop->room(tides) && laptop->room(tides)->joinState() == Core::JoinState::Joined);
    for (int i = 1; i <= 6; ++i) bo->post(tides, QStringLiteral("@ada line %1").arg(i));
    QTRY_COMPARE_WITH_TIMEOUT(desk->room(tides)->unreadCount(), 6, 10'000);
    QTRY_COMPARE(laptop->room(tides)->unreadCount(), 6);
    desk->markRead(tides, 4);
    QTRY_COMPARE_WITH_TIMEOUT(laptop->room(tides)->unreadCount(), 2, 15'000);
    QCOMPARE(laptop->room(tides)->mentionCount(), 2);
    laptop->markRead(tides, 6);
    QTRY_COMPARE_WITH_TIMEOUT(desk->room(tides)->unreadCount(), 0, 15'000);
    bo->post(tides, QStringLiteral("one more"));
    QTRY_COMPARE(desk->room(tides)->unreadCount(), 1);
    desk.restart();
    signIn(desk, "ada");
    QTRY_VERIFY(desk->room(tides) && desk->room(tides)->newestKnown() == 7);
    QTRY_COMPARE(desk->room(tides)->unreadCount(), 1);
    QCOMPARE(laptop->room(tides)->unreadCount(), 1);
  }

  void historyPagesAndSearch() {
    ClientHost ada("desk");
    signIn(ada, "ada");
    const RoomUri room = findRoom(ada, QStringLiteral("Tide tables"));
    QVERIFY(await(ada->open(room)).ok());
    QStringList said;
    for (int i = 1; i <= 120; ++i) {
      said.append(QStringLiteral("line %1%2").arg(i).arg(i % 40 == 0 ? QStringLiteral(" spring tide") : QString()));
      ada->post(room, said.last());
    }
    QTRY_COMPARE_WITH_TIMEOUT(ada->room(room)->timeline().newestChatId(), ChatId{120}, 20'000);
    QCOMPARE(ada.texts(QStringLiteral("Tide tables")), said);

    ClientHost bo("laptop");
    signIn(bo, "bo");
    QVERIFY(await(bo->open(room)).ok());
    auto& timeline = bo->room(room)->timeline();
    QTRY_VERIFY(timeline.count() >= 25);
    while (!timeline.atStart()) {
      const int before = timeline.count();
      bo->fetchOlder(room);
      QTRY_VERIFY(timeline.count() > before || timeline.atStart());
    }
    QCOMPARE(bo.texts(QStringLiteral("Tide tables")), said);

    Core::MessageSearchQuery query;
    query.words = QStringLiteral("tide spring");
    query.rooms = {room};
    const auto hits = await(bo->searchMessages(query));
    QVERIFY(hits.ok());
    QCOMPARE(hits->size(), 1);
    QCOMPARE(hits->first().messages.size(), 3);
    QCOMPARE(hits->first().messages.first().chatId, ChatId{120});
    const auto context = await(bo->contextOf(room, 40, 2, 2));
    QVERIFY(context.ok());
    QCOMPARE(context->size(), 5);
    QCOMPARE(context->at(2).chatId, ChatId{40});
  }

  void invitationsArriveOncePerComputer() {
    ClientHost ada("desk");
    signIn(ada, "ada");
    const auto names = [](ClientHost& host) {
      QStringList found;
      for (const auto& invitation : host->invitations()) found.append(invitation.room.name);
      found.sort();
      return found;
    };
    QVERIFY2(names(ada).contains(QStringLiteral("Crew rota")), qPrintable(names(ada).join(QLatin1Char(','))));
    QVERIFY(!names(ada).contains(QStringLiteral("Harbour board")));
    // Opening the room answers the invitation.
    QVERIFY(await(ada->open(findRoom(ada, QStringLiteral("Crew rota")))).ok());
    QTRY_VERIFY(!names(ada).contains(QStringLiteral("Crew rota")));
  }

  void roomWithoutHistoryIsLiveOnly() {
    ClientHost ada("desk");
    ClientHost bo("laptop");
    signIn(ada, "ada");
    signIn(bo, "bo");
    const RoomUri room = findRoom(ada, QStringLiteral("Whispers"));
    QVERIFY(await(ada->open(room)).ok());
    QVERIFY(await(bo->open(room)).ok());
    ada->post(room, QStringLiteral("psst"));
    QTRY_COMPARE(bo.texts(QStringLiteral("Whispers")), QStringList{QStringLiteral("psst")});
    ClientHost cy("tablet");
    signIn(cy, "cy");
    QVERIFY(await(cy->open(room)).ok());
    QCOMPARE(cy.texts(QStringLiteral("Whispers")), QStringList());
    ada->post(room, QStringLiteral("again"));
    QTRY_COMPARE(cy.texts(QStringLiteral("Whispers")), QStringList{QStringLiteral("again")});
  }

  void leavingIsSeen() {
    ClientHost ada("desk");
    ClientHost bo("laptop");
    signIn(ada, "ada");
    signIn(bo, "bo");
    const RoomUri room = findRoom(ada, QStringLiteral("Tide tables"));
    QVERIFY(await(ada->open(room)).ok());
    QVERIFY(await(bo->open(room)).ok());
    QTRY_COMPARE(ada->room(room)->participants().size(), 2);
    QVERIFY(await(bo->close(room)).ok());
    QTRY_COMPARE(ada->room(room)->participants().size(), 1);
    QSignalSpy signedOut(&bo.client(), &Core::Client::signedOut);
    bo->signOut();
    QTRY_COMPARE(signedOut.count(), 1);
    QTRY_COMPARE(server_->sessionCount(), size_t{1});
  }
};

PARLOUR_TEST(TestConversation)

}  // namespace tst_conversation

#include "tst_conversation.moc"
