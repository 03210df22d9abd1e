// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/integration/host/Multitude.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/program/TestProgram.h"

namespace tst_multitude {

using namespace Parlour;
using namespace Parlour::Tests;

// Many people at one server: that they all come at once, and that some of them do not read, harms nobody.
class TestMultitude : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everybodyComesBackAfterARestart() {
    constexpr int kUsers = 2'000;
    ServerHost server(multitudeOrganisation(kUsers));
    server.config().frontEnd.openSignIn = true;
    server.config().frontEnd.load.signInsInFlight = kUsers;
    QVERIFY(server.start().ok());
    Multitude people(server.port(), kUsers);
    people.signInAll();
    QVERIFY2(people.waitUntilIn(), people.failureText());
    QCOMPARE(server.sessionCount(), size_t{kUsers});

    server.config().listen = {QStringLiteral("tcp:127.0.0.1:%1").arg(server.port())};
    server.config().frontEnd.load.signInsInFlight = 100;
    server.stop();
    for (const auto& user : people.users) user->leave();
    QVERIFY(server.start().ok());
    int before = 0;
    for (const auto& user : people.users) before += user->refusals();
    people.signInAll();
    QVERIFY2(people.waitUntilIn(), people.failureText());
    QCOMPARE(server.sessionCount(), size_t{kUsers});
    int refusals = 0;
    int most = 0;
    for (const auto& user : people.users) {
      refusals += user->refusals();
      most = std::max(most, user->refusals());
    }
    QVERIFY(refusals > before);  // they were too many at once
    QVERIFY2(most <= 10, qPrintable(QString::number(most)));
    people.users.front()->post("everybody is back");
    QVERIFY(people.waitUntil([&] {
      return std::all_of(people.users.begin(), people.users.end(),
                         [](const auto& user) { return user->postsSeen() == 1; });
    }));
  }

  void stalledReadersDisturbNobody() {
    constexpr int kUsers = 500;
    constexpr int kStalled = 10;
    ServerHost server(multitudeOrganisation(kUsers));
    server.config().frontEnd.openSignIn = true;
    server.config().frontEnd.maxUnansweredBytes = 65'536;
    QVERIFY(server.start().ok());
    Multitude people(server.port(), kUsers);
    people.signInAll();
    QVERIFY2(people.waitUntilIn(), people.failureText());
    for (int i = 0; i < kStalled; ++i) people.users[static_cast<size_t>(i)]->stall();
    const std::string text(6'000, 'x');
    int posts = 0;
    while (server.sessionCount() > kUsers - kStalled && posts < 60) {
      people.users.back()->post(text);
      ++posts;
      // Before the next: everybody who reads has it, and the server has their answers.
      QVERIFY2(people.waitUntil([&] {
        return people.users.back()->postsTaken() == posts &&
               std::all_of(people.users.begin() + kStalled, people.users.end(),
                           [&](const auto& user) { return user->postsSeen() == posts; });
      }),
               people.failureText());
    }
    QCOMPARE(server.sessionCount(), size_t{kUsers - kStalled});
    QVERIFY(posts >= 10);
    QCOMPARE(people.count(&LightUser::isIn), size_t{kUsers});  // nobody who reads was disturbed
    for (int i = 0; i < kStalled; ++i) QCOMPARE(people.users[static_cast<size_t>(i)]->postsSeen(), 0);
  }

  // While sign-ins are refused, who is in goes on talking.
  void whoIsInGoesOnWhileOthersAreRefused() {
    ServerHost server(multitudeOrganisation(40));
    server.config().frontEnd.openSignIn = true;
    server.config().frontEnd.load.signInsInFlight = 1;
    QVERIFY(server.start().ok());
    Multitude people(server.port(), 40);
    const auto& ada = people.users[0];
    const auto& bo = people.users[1];
    ada->signIn();
    QVERIFY(people.waitUntil([&] { return ada->isIn(); }));
    bo->signIn();
    QVERIFY(people.waitUntil([&] { return bo->isIn(); }));
    for (size_t i = 2; i < 40; ++i) people.users[i]->signIn();
    for (int post = 1; post <= 20; ++post) {
      ada->post("still here");
      QVERIFY(people.waitUntil([&] { return ada->postsTaken() == post && bo->postsSeen() == post; }));
    }
    QVERIFY2(people.waitUntil([&] { return people.failure() != nullptr || people.count(&LightUser::isIn) == 40; }),
             people.failureText());
    QVERIFY2(people.failure() == nullptr, people.failureText());
  }
};

PARLOUR_TEST(TestMultitude)

}  // namespace tst_multitude

#include "tst_multitude.moc"
