// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/core/rooms/JoinRequests.h"
#include "tests/integration/host/Await.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/Team.h"
#include "tests/program/TestProgram.h"

namespace tst_askingtojoin {

using namespace Parlour;
using namespace Parlour::Tests;

// Requests to join a closed room, by real clients at a real server: Cy asks, Bo manages the crew rota.
class TestAskingToJoin : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void managerOnlineGrants();
  void managerWhoComesLaterFindsIt();
  void declinedIsTold();
  void withdrawnVanishes();
  void refusedInTheServersWords();
  void staysOverARestartOfTheServer();

 private:
  void signIn(ClientHost& host, const char* user);
  void ask(const char* words);
  Core::JoinRequests& requestsOf(ClientHost& host) { return host->joinRequests(); }

  std::unique_ptr<ServerHost> server_;
  std::unique_ptr<ClientHost> bo_, cy_;
  RoomUri rota_;
};

void TestAskingToJoin::signIn(ClientHost& host, const char* user) {
  host.signIn(QByteArray("sip:") + user + "@orchard.example", server_->port(),
              QString::fromLatin1("pw-") + QLatin1String(user));
  QTRY_VERIFY(host.isSignedIn());
  QTRY_VERIFY(host->joinRequests().isSupported());
}

void TestAskingToJoin::init() {
  server_ = std::make_unique<ServerHost>(teamOrganisation());
  QVERIFY(server_->start().ok());
  bo_ = std::make_unique<ClientHost>("desk");
  cy_ = std::make_unique<ClientHost>("laptop");
  signIn(*cy_, "cy");
  rota_ = findRoom(*cy_, QStringLiteral("Crew rota"));
  QVERIFY(!rota_.isEmpty());
}

void TestAskingToJoin::cleanup() {
  cy_.reset();
  bo_.reset();
  server_.reset();
}

void TestAskingToJoin::ask(const char* words) {
  const auto asked = await(requestsOf(*cy_).ask(rota_, QString::fromUtf8(words)));
  QVERIFY2(asked.ok(), asked.ok() ? "" : qPrintable(asked.error().text));
  QTRY_COMPARE(requestsOf(*cy_).mine().size(), 1);
}

void TestAskingToJoin::managerOnlineGrants() {
  signIn(*bo_, "bo");
  QSignalSpy arrived(&bo_->client(), &Core::Client::joinRequestArrived);
  QSignalSpy ended(&cy_->client(), &Core::Client::joinRequestEnded);
  ask("I sail on Sunday & Monday");
  QTRY_COMPARE(arrived.size(), 1);
  const QList<Core::JoinRequest>& waiting = requestsOf(*bo_).toAnswer();
  QCOMPARE(waiting.size(), 1);
  QCOMPARE(waiting.first().userName, QStringLiteral("Cy Sorb"));
  QCOMPARE(waiting.first().words, QStringLiteral("I sail on Sunday & Monday"));
  QVERIFY(!await((*cy_)->open(rota_)).ok());
  QVERIFY(await(requestsOf(*bo_).answer(rota_, waiting.first().user, true)).ok());
  QTRY_COMPARE(ended.size(), 1);
  QTRY_VERIFY(requestsOf(*cy_).mine().isEmpty());
  QTRY_VERIFY(requestsOf(*bo_).toAnswer().isEmpty());
  const auto isInvited = [this] {
    const QList<Core::Invitation>& all = (*cy_)->invitations();
    return std::any_of(all.begin(), all.end(), [this](const Core::Invitation& one) { return one.room.uri == rota_; });
  };
  QTRY_VERIFY(isInvited());
  QVERIFY(await((*cy_)->open(rota_)).ok());
}

void TestAskingToJoin::managerWhoComesLaterFindsIt() {
  ask("please");
  signIn(*bo_, "bo");
  QTRY_COMPARE(requestsOf(*bo_).toAnswer().size(), 1);
  QCOMPARE(requestsOf(*bo_).toAnswer().first().words, QStringLiteral("please"));
}

void TestAskingToJoin::declinedIsTold() {
  signIn(*bo_, "bo");
  QSignalSpy ended(&cy_->client(), &Core::Client::joinRequestEnded);
  ask("");
  QTRY_COMPARE(requestsOf(*bo_).toAnswer().size(), 1);
  QVERIFY(await(requestsOf(*bo_).answer(rota_, requestsOf(*bo_).toAnswer().first().user, false)).ok());
  QTRY_COMPARE(ended.size(), 1);
  QVERIFY(requestsOf(*cy_).mine().isEmpty());
  QVERIFY(!await((*cy_)->open(rota_)).ok());
}

void TestAskingToJoin::withdrawnVanishes() {
  signIn(*bo_, "bo");
  ask("never mind");
  QTRY_COMPARE(requestsOf(*bo_).toAnswer().size(), 1);
  QVERIFY(await(requestsOf(*cy_).withdraw(rota_)).ok());
  QTRY_VERIFY(requestsOf(*bo_).toAnswer().isEmpty());
  QVERIFY(requestsOf(*cy_).mine().isEmpty());
}

void TestAskingToJoin::refusedInTheServersWords() {
  const auto member = await(requestsOf(*cy_).ask(findRoom(*cy_, QStringLiteral("Town hall")), QString()));
  QVERIFY(!member.ok());
  QVERIFY2(member.error().text.contains(QStringLiteral("You are a member of this room already.")),
           qPrintable(member.error().text));
}

void TestAskingToJoin::staysOverARestartOfTheServer() {
  ask("after the storm");
  server_->stop();
  QVERIFY(server_->start().ok());
  signIn(*bo_, "bo");
  QTRY_COMPARE(requestsOf(*bo_).toAnswer().size(), 1);
  QCOMPARE(requestsOf(*bo_).toAnswer().first().words, QStringLiteral("after the storm"));
}

PARLOUR_TEST(TestAskingToJoin)

}  // namespace tst_askingtojoin

#include "tst_askingtojoin.moc"
