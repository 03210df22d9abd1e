// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/ConfigurationPlans.h"
#include "server-sim/channel/changes/PolicyPlans.h"
#include "server-sim/channel/changes/PrincipalPlans.h"
#include "server-sim/channel/changes/RoomPlans.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Actors.h"
#include "tests/server-sim/channel/support/NaiveRules.h"

namespace tst_changeservice {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

const Timestamp kNow = *Timestamp::parse("2031-03-04T09:00:00Z");

// Appends to the topic of the tides what it finds there.
ChangeService::Planner moreTopic(const QString& word) {
  return [word](const ChannelState& state) {
    RoomEdit edit;
    edit.room = Harbour::room("tides");
    edit.topic = state.rooms().find(edit.room)->topic + word;
    return modifyRoom(state, actor("bo"), edit, kNow);
  };
}

QString topicOf(const Harbour& harbour) { return harbour.service.state().rooms().find(RoomId(Tides))->topic; }

}  // namespace

class TestChangeService : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eachPlanSeesWhatTheOneBeforeLeft();
  void dryRunOnlyPlans();
  void refusalsTakeTheirTurn();
  void storeFailureChangesNothing();
  void tooManyWait();
  void submittingFromAnAnswer();
  void answersEndWithTheService();
  void manyInvitationsComeInSeveralSets();
  void numbersComeFromTheStore();
  void configurationTakesEffect();
  void administratorsAreThoseOfTheSettings();
  void policiesDecideWhoMayChat();
  void settingsStayWhatTheStoreHolds();

 private:
  // Has it done by the local administrator; what a fresh load would differ in, or the refusal.
  static QString changed(Harbour& harbour, const Wish& wish);
};

QString TestChangeService::changed(Harbour& harbour, const Wish& wish) {
  QString refused;
  harbour.service.changes().submit(wish, [&](const Outcome& outcome) {
    if (outcome.refusal) refused = outcome.refusal->reason;
    if (outcome.error) refused = outcome.error->text;
  });
  harbour.store.run();
  return refused.isEmpty() ? differenceOf(harbour.service.state(), *harbour.store.load()) : refused;
}

void TestChangeService::eachPlanSeesWhatTheOneBeforeLeft() {
  Harbour harbour;
  QStringList done;
  for (const char* word : {"1", "2", "3"}) {
    const QString text = QString::fromUtf8(word);
    harbour.service.changes().submit(moreTopic(text), [&done, text](const Outcome& outcome) {
      done << (outcome.ok() ? text : QStringLiteral("failed"));
    });
  }
  QVERIFY(done.isEmpty());
  QCOMPARE(harbour.service.changes().waiting(), size_t(2));
  harbour.store.run();
  QCOMPARE(done.join(QLatin1Char(' ')), QStringLiteral("1 2 3"));
  QCOMPARE(topicOf(harbour), QStringLiteral("Spring tides123"));
  QCOMPARE(harbour.store.load()->rooms.at(0).topic, QStringLiteral("Spring tides123"));
  QCOMPARE(harbour.store.changes().size(), size_t(3));
}

void TestChangeService::dryRunOnlyPlans() {
  Harbour harbour;
  std::optional<Outcome> outcome;
  harbour.service.changes().submit(
      moreTopic(QStringLiteral("!")), [&](const Outcome& o) { outcome = o; }, true);
  QVERIFY(outcome && outcome->ok());
  QCOMPARE(outcome->set.rooms.at(0).topic, QStringLiteral("Spring tides!"));
  QVERIFY(outcome->receipt.rooms.empty());
  harbour.store.run();
  QCOMPARE(topicOf(harbour), QStringLiteral("Spring tides"));
  QVERIFY(harbour.store.changes().empty());
}

void TestChangeService::refusalsTakeTheirTurn() {
  Harbour harbour;
  QStringList done;
  const auto note = [&](const Outcome& outcome) {
    done << (outcome.refusal ? outcome.refusal->reason : QStringLiteral("ok"));
  };
  harbour.service.changes().submit(moreTopic(QStringLiteral("!")), note);
  harbour.service.changes().submit(
      [](const ChannelState& state) { return removeRoom(state, actor("bo"), Harbour::room("tides"), kNow); }, note);
  QVERIFY(done.isEmpty());
  harbour.store.run();
  QCOMPARE(done.join(QLatin1Char('|')), QStringLiteral("ok|Only administrators may delete rooms."));
}

void TestChangeService::storeFailureChangesNothing() {
  Harbour harbour;
  std::optional<Outcome> outcome;
  harbour.store.failWith(Error::make(ErrorCode::Storage, QStringLiteral("disk full")));
  harbour.service.changes().submit(moreTopic(QStringLiteral("!")), [&](const Outcome& o) { outcome = o; });
  harbour.store.run();
  QVERIFY(outcome && outcome->error && outcome->error->code == ErrorCode::Storage);
  QCOMPARE(topicOf(harbour), QStringLiteral("Spring tides"));
  harbour.store.failWith(std::nullopt);
  harbour.service.changes().submit(moreTopic(QStringLiteral("?")), [&](const Outcome& o) { outcome = o; });
  harbour.store.run();
  QVERIFY(outcome->ok());
  QCOMPARE(topicOf(harbour), QStringLiteral("Spring tides?"));
}

void TestChangeService::tooManyWait() {
  Harbour harbour;
  int busy = 0;
  int done = 0;
  for (int i = 0; i < 1'005; ++i) {
    harbour.service.changes().submit(moreTopic(QStringLiteral("x")), [&](const Outcome& outcome) {
      if (outcome.ok()) ++done;
      if (outcome.error && outcome.error->code == ErrorCode::Busy) ++busy;
    });
  }
  QCOMPARE(busy, 4);  // one is being written
  harbour.store.run();
  // The topic has reached its limit meanwhile, which refuses the rest.
  QCOMPARE(done, 500);
  QCOMPARE(topicOf(harbour).size(), qsizetype(512));
}

void TestChangeService::submittingFromAnAnswer() {
  Harbour harbour;
  harbour.service.changes().submit(moreTopic(QStringLiteral("a")), [&](const Outcome&) {
    harbour.service.changes().submit(moreTopic(QStringLiteral("c")), [](const Outcome&) {});
  });
  harbour.service.changes().submit(moreTopic(QStringLiteral("b")), [](const Outcome&) {});
  harbour.store.run();
  QCOMPARE(topicOf(harbour), QStringLiteral("Spring tidesabc"));
}

void TestChangeService::answersEndWithTheService() {
  FakeClock clock;
  MemoryStore store(clock, harbourSnapshot());
  RecordingSink sink;
  bool answered = false;
  {
    ChannelService service(Harbour::defaults(), harbourSnapshot(), store, sink, clock);
    service.changes().submit(moreTopic(QStringLiteral("!")), [&](const Outcome&) { answered = true; });
  }
  store.run();
  QVERIFY(!answered);
  QCOMPARE(store.changes().size(), size_t(1));
}

void TestChangeService::manyInvitationsComeInSeveralSets() {
  Harbour harbour(Harbour::defaults(), harbourSnapshot(1'200));
  const SessionId last = harbour.open("x1199");
  std::optional<Outcome> outcome;
  const auto plan = [](const ChannelState& state) {
    const RoleEdit edit{Role::Member, Xccos::RoleOp::Add, addresses({"everyone"})};
    return setRoomRoles(state, actor("bo"), Harbour::room("tides"), {edit}, std::nullopt, kNow);
  };
  harbour.service.changes().submit(plan, [&](const Outcome& o) { outcome = o; });
  harbour.store.run();
  QVERIFY(outcome && outcome->ok());
  std::vector<size_t> sizes;
  size_t all = 0;
  for (const ChangeSet& set : harbour.store.changes()) {
    sizes.push_back(set.invitations.size());
    all += sizes.back();
  }
  QCOMPARE(sizes, (std::vector<size_t>{500, 500, 201}));
  QCOMPARE(all, size_t(1'201));  // Dot and the extras; the others are members already or may not chat
  QCOMPARE(harbour.sink.takeFor(last).size(), size_t(1));
}

void TestChangeService::numbersComeFromTheStore() {
  Harbour harbour;
  const auto plan = [](const ChannelState& state) {
    RoomDraft draft;
    draft.name = QStringLiteral("Crew rota");
    draft.category = categoryAddress("seafaring");
    return createRoom(state, actor("ada"), draft, kNow);
  };
  std::optional<Outcome> outcome;
  harbour.service.changes().submit(plan, [&](const Outcome& o) { outcome = o; });
  harbour.store.run();
  QVERIFY(outcome && outcome->ok());
  const RoomId id = outcome->receipt.rooms.at(0);
  const Room* room = harbour.service.state().rooms().findName(QStringLiteral("crew ROTA"));
  QVERIFY(room && room->id == id && room->uri == outcome->set.rooms.at(0).uri);
}

void TestChangeService::configurationTakesEffect() {
  Harbour harbour;
  const SessionId bo = harbour.open("bo");
  for (int i = 0; i < 5; ++i) harbour.store.addPast(Tides, Bo, "past", harbour.clock.now());
  const auto set = [&](const char* key, const char* value) {
    const ConfigurationValue wanted{ConfigurationScope::Pool, key, QByteArray(value)};
    harbour.service.changes().submit(
        [=](const ChannelState& state) { return setConfiguration(state, localAdministrator(), wanted, kNow); },
        [](const Outcome&) {});
    harbour.store.run();
  };
  set("DefaultChatHistory", "2");
  set("RoomManagementUrl", "https://rooms.orchard.example/");
  const Xccos::BackchatContext recent{Harbour::room("tides"), 0};
  QCOMPARE(harbour.ask<Xccos::BackchatContextReply>(bo, recent).rooms.at(0).messages.size(), size_t(2));
  const auto info = harbour.ask<Xccos::ServerInfoReply>(bo, Xccos::GetServerInfo{}).info;
  QCOMPARE(info.roomManagementUrl, QStringLiteral("https://rooms.orchard.example/"));
  set("ParticipantUpdateLimit", "1");
  harbour.ask<Xccos::JoinReply>(bo, Xccos::Join{{0, Harbour::room("tides")}});
  const SessionId ada = harbour.open("ada");
  harbour.ask<Xccos::JoinReply>(ada, Xccos::Join{{0, Harbour::room("tides")}});
  QVERIFY(harbour.sink.takeFor(bo).empty());  // above the limit nobody is told who comes
}

void TestChangeService::administratorsAreThoseOfTheSettings() {
  ChannelSettings settings = Harbour::defaults();
  settings.administrators = {"sip:Dot@orchard.example", "sip:gus@orchard.example"};
  Harbour harbour(settings);
  const ChannelState& state = harbour.service.state();
  QVERIFY(actorOf(state, Dot).administrator);
  QCOMPARE(actorOf(state, Dot).name, QByteArray("sip:dot@orchard.example"));
  QVERIFY(!actorOf(state, Gus).administrator);  // disabled
  QVERIFY(!actorOf(state, Bo).administrator);
  QVERIFY(state.standing(Dot, *state.rooms().find(RoomId(Far))).administrator);
}

void TestChangeService::policiesDecideWhoMayChat() {
  Harbour harbour;
  const ChannelState& state = harbour.service.state();
  const auto may = [&](PrincipalId user) { return state.directory().find(user)->chatEnabled; };
  const auto save = [&](const char* name, PolicyScope scope, bool enabled) {
    const Policy policy{QString::fromUtf8(name), scope, enabled};
    return changed(harbour, [=](const ChannelState& s) { return savePolicy(s, localAdministrator(), policy, kNow); });
  };
  const auto grant = [&](const QByteArray& user, const char* name) {
    const QString policy = QString::fromUtf8(name);
    return changed(harbour, [=](const ChannelState& s) {
      return grantPolicy(s, localAdministrator(), principalAddress(user), policy, kNow);
    });
  };
  const auto remove = [&](const char* name) {
    const QString policy = QString::fromUtf8(name);
    return changed(harbour, [=](const ChannelState& s) { return removePolicy(s, localAdministrator(), policy, kNow); });
  };
  QCOMPARE(save("All", PolicyScope::Global, true), QString());
  QVERIFY(may(Ada) && may(Fin));
  QCOMPARE(save("Harbour", PolicyScope::Site, false), QString());
  QVERIFY(!may(Ada) && !may(Fin));
  QCOMPARE(save("Chat", PolicyScope::User, true), QString());
  QCOMPARE(grant("ada", "chat"), QString());
  QVERIFY(may(Ada) && !may(Bo));
  QVERIFY(harbour.open("ada") != 0 && harbour.open("bo") == 0);
  QCOMPARE(remove("Harbour"), QString());
  QVERIFY(may(Bo));
  QCOMPARE(save("all", PolicyScope::Global, false), QString());
  QVERIFY(may(Ada) && !may(Bo));
  QCOMPARE(remove("CHAT"), QString());
  QVERIFY(!may(Ada) && state.grants().empty());
  QCOMPARE(harbour.service.sessionCount(), size_t(0));
  QCOMPARE(remove("All"), QString());
  QVERIFY(!may(Ada));
}

void TestChangeService::settingsStayWhatTheStoreHolds() {
  Harbour harbour;
  const Actor admin = localAdministrator();
  const auto addIn = [&](const QByteArray& guid, const char* name) {
    const AddInDraft draft{guid, QString::fromUtf8(name), QStringLiteral("https://tools.orchard.example/")};
    return changed(harbour, [=](const ChannelState& s) { return saveAddIn(s, admin, draft, kNow); });
  };
  QCOMPARE(addIn({}, "Tide clock"), QString());
  QCOMPARE(addIn({}, "Crew list"), QString());
  const QByteArray guid = harbour.service.state().addIns().front().guid;
  QCOMPARE(addIn(guid, "Moon clock"), QString());
  const auto show = [=](const ChannelState& s) {
    RoomEdit edit;
    edit.room = Harbour::room("tides");
    edit.addIn = guid;
    return modifyRoom(s, admin, edit, kNow);
  };
  QCOMPARE(changed(harbour, show), QString());
  QCOMPARE(changed(harbour, [=](const ChannelState& s) { return removeAddIn(s, admin, guid, kNow); }), QString());
  QVERIFY(harbour.service.state().rooms().find(RoomId(Tides))->addIn.isEmpty());
  using Scope = ConfigurationScope;
  const auto configure = [&](Scope scope, std::optional<QByteArray> value) {
    const ConfigurationValue wanted{scope, "DefaultChatHistory", std::move(value)};
    return changed(harbour, [=](const ChannelState& s) { return setConfiguration(s, admin, wanted, kNow); });
  };
  const auto effective = [&] { return harbour.service.state().configured("DefaultChatHistory"); };
  QCOMPARE(configure(Scope::Global, "10"), QString());
  QCOMPARE(configure(Scope::Pool, "20"), QString());
  QCOMPARE(configure(Scope::Site, "15"), QString());
  QCOMPARE(*effective(), QByteArray("20"));
  QCOMPARE(configure(Scope::Pool, std::nullopt), QString());
  QCOMPARE(*effective(), QByteArray("15"));
  QCOMPARE(configure(Scope::Site, std::nullopt), QString());
  QCOMPARE(*effective(), QByteArray("10"));
}

PARLOUR_TEST(TestChangeService)

}  // namespace tst_changeservice

#include "tst_changeservice.moc"
