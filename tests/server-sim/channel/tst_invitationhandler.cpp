// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Harbour.h"

namespace tst_invitationhandler {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

class TestInvitationHandler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void newerThan();
  void onlyWhatIsStillVisible();
  void storeFailure();
};

void TestInvitationHandler::newerThan() {
  Harbour harbour;
  harbour.store.addInvitation(Ada, {1, Tides, harbour.clock.now()});
  harbour.store.addInvitation(Ada, {2, Logbook, harbour.clock.now()});
  harbour.store.addInvitation(Bo, {9, Tides, harbour.clock.now()});
  const SessionId ada = harbour.open("ada");
  const auto all = harbour.ask<Xccos::InvitationsReply>(ada, Xccos::GetInvitations{0, "orchard.example"});
  QCOMPARE(all.invitations.size(), size_t(2));
  const auto newer = harbour.ask<Xccos::InvitationsReply>(ada, Xccos::GetInvitations{1, "orchard.example"});
  QCOMPARE(newer.invitations.size(), size_t(1));
  QCOMPARE(newer.invitations.at(0).inviteId, 2U);
  QCOMPARE(newer.invitations.at(0).domain, QByteArray("orchard.example"));
  QVERIFY(*newer.invitations.at(0).createdOn == harbour.clock.now());
  QCOMPARE(*newer.invitations.at(0).room.name, QStringLiteral("Logbook"));
}

void TestInvitationHandler::onlyWhatIsStillVisible() {
  Harbour harbour;
  quint64 number = 0;
  for (const RoomId room : {RoomId(Vault), RoomId(Attic), RoomId(99), RoomId(Far), RoomId(Tides)}) {
    harbour.store.addInvitation(Cy, {++number, room, harbour.clock.now()});
  }
  const auto reply = harbour.ask<Xccos::InvitationsReply>(harbour.open("cy"), Xccos::GetInvitations{0, {}});
  QCOMPARE(reply.header.code, 200);
  QCOMPARE(reply.invitations.size(), size_t(1));
  QCOMPARE(reply.invitations.at(0).room.uri, Harbour::room("tides"));
}

void TestInvitationHandler::storeFailure() {
  Harbour harbour;
  harbour.store.failWith(Error::make(ErrorCode::Storage, QStringLiteral("no")));
  const auto reply = harbour.ask<Xccos::InvitationsReply>(harbour.open("cy"), Xccos::GetInvitations{0, {}});
  QCOMPARE(reply.header.code, 502);
}

PARLOUR_TEST(TestInvitationHandler)

}  // namespace tst_invitationhandler

#include "tst_invitationhandler.moc"
