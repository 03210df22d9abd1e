// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/integration/host/Await.h"
#include "tests/integration/host/ClientHost.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/Team.h"
#include "tests/program/TestProgram.h"

namespace tst_faults {

using namespace Parlour;
using namespace Parlour::Tests;

// A server that refuses, delays and cuts on purpose: people see that it takes longer, and in the end every message is
// there once and in order.
class TestFaults final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void unknownFaultsAreRefused() {
    ServerHost server(teamOrganisation());
    server.config().faults = {QStringLiteral("gremlins=0.5")};
    const Status started = server.start();
    QVERIFY(!started);
    QVERIFY(started.error().text.contains(QStringLiteral("gremlins")));
  }

  void everyMessageArrivesOnce() {
    ServerHost server(teamOrganisation());
    server.config().faults = {QStringLiteral("503=0.3,cut=0.02,delay=20ms±20,seed=11")};
    QVERIFY(server.start());
    ClientHost ada("desk");
    ClientHost bo("laptop");
    ada.signIn("sip:ada@orchard.example", server.port(), QStringLiteral("pw-ada"));
    bo.signIn("sip:bo@orchard.example", server.port(), QStringLiteral("pw-bo"));
    QTRY_VERIFY_WITH_TIMEOUT(ada.isSignedIn() && bo.isSignedIn(), 60'000);
    const RoomUri tides = findPatiently(ada);
    const RoomUri same = findPatiently(bo);
    openPatiently(ada, tides);
    openPatiently(bo, same);
    if (QTest::currentTestFailed()) return;
    QStringList posted;
    for (int i = 0; i < 5; ++i) ada->post(tides, posted.emplaceBack(QStringLiteral("message %1").arg(i)));
    for (const ClientHost* host : {&ada, &bo}) {
      QTRY_COMPARE_WITH_TIMEOUT(arrived(ada, tides, *host), posted, 90'000);
    }
  }

  void aFullDiskIsWaitedFor() {
    ServerHost server(teamOrganisation());
    server.config().faults = {QStringLiteral("disk-full=2s")};
    QVERIFY(server.start());
    ClientHost ada("desk");
    ada.signIn("sip:ada@orchard.example", server.port(), QStringLiteral("pw-ada"));
    QTRY_VERIFY_WITH_TIMEOUT(ada.isSignedIn(), 60'000);
    const RoomUri tides = findPatiently(ada);
    openPatiently(ada, tides);
    if (QTest::currentTestFailed()) return;
    ada->post(tides, QStringLiteral("patience"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(ada), QStringList(QStringLiteral("patience")), 30'000);
  }

 private:
  // Searches and joins are not repeated by the client; a person would try again.
  static RoomUri findPatiently(ClientHost& host) {
    for (int i = 0; i < 50; ++i) {
      if (const RoomUri room = findRoom(host, QStringLiteral("Tide tables")); room != RoomUri()) return room;
    }
    QTest::qFail("the room was not found", __FILE__, __LINE__);
    return {};
  }

  static void openPatiently(ClientHost& host, const RoomUri& room) {
    for (int i = 0; i < 50; ++i) {
      if (await(host->open(room)).ok()) return;
    }
    QFAIL("the room could not be opened");
  }

  static QStringList stored(const ClientHost& host) {
    QStringList texts;
    const Core::Room* room = host.room(QStringLiteral("Tide tables"));
    if (room == nullptr) return texts;
    for (int row = 0; row < room->timeline().count(); ++row) {
      const Core::Message& message = room->timeline().at(row);
      if (message.state == Core::MessageState::Stored) texts.append(message.text);
    }
    return texts;
  }

  // What one of them sees, while the other presses "try again" on what was given up.
  static QStringList arrived(ClientHost& poster, const RoomUri& uri, const ClientHost& host) {
    Core::Room* room = poster->room(uri);
    for (int row = 0; room != nullptr && row < room->timeline().count(); ++row) {
      const Core::Message& message = room->timeline().at(row);
      if (message.state == Core::MessageState::Failed) poster->retryPost(uri, message.localId);
    }
    return stored(host);
  }
};

PARLOUR_TEST(TestFaults)

}  // namespace tst_faults

#include "tst_faults.moc"
