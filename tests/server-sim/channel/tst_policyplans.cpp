// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/changes/MessagePlans.h"
#include "server-sim/channel/changes/PolicyPlans.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/WishRows.h"

namespace tst_policyplans {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

const Timestamp kNow = *Timestamp::parse("2031-03-04T09:00:00Z");

Snapshot ruled() {
  Snapshot snapshot = harbourSnapshot();
  snapshot.policies = {{QStringLiteral("Global"), PolicyScope::Global, false},
                       {QStringLiteral("Chat rooms on"), PolicyScope::User, true}};
  snapshot.grants = {{Ada, QStringLiteral("Chat rooms on")}};
  snapshot.addIns = {{"1", QStringLiteral("Tide clock"), QStringLiteral("https://tools.orchard.example/clock")}};
  snapshot.rooms[0].addIn = "1";
  snapshot.rooms[0].lastChatId = 9;
  return snapshot;
}

Wish saving(const Actor& who, const char* name, PolicyScope scope, bool enabled) {
  const Policy policy{QString::fromUtf8(name), scope, enabled};
  return [=](const ChannelState& state) { return savePolicy(state, who, policy, kNow); };
}

Wish granting(const Actor& who, const QByteArray& user, const char* policy) {
  return [=](const ChannelState& state) {
    return grantPolicy(state, who, principalAddress(user), QString::fromUtf8(policy), kNow);
  };
}

Wish addIn(const Actor& who, const AddInDraft& draft) {
  return [=](const ChannelState& state) { return saveAddIn(state, who, draft, kNow); };
}

Wish named(const QByteArray& guid, const QString& name, const QString& url) {
  return addIn(administrator(), AddInDraft{guid, name, url});
}

Wish removing(const Actor& who, const std::vector<ChatId>& chatIds, const std::optional<QString>& text = {}) {
  return [=](const ChannelState& state) {
    return removeMessages(state, who, Harbour::room("tides"), chatIds, text, kNow);
  };
}

Wish purging(const Actor& who, const QByteArray& room, Timestamp until) {
  return [=](const ChannelState& state) { return purgeRoom(state, who, Harbour::room(room), until, kNow); };
}

}  // namespace

class TestPolicyPlans : public QObject, private WishRows {
  Q_OBJECT

 private Q_SLOTS:
  void policies_data();
  void policies() { checkRow(); }
  void addIns_data();
  void addIns() { checkRow(); }
  void messages_data();
  void messages() { checkRow(); }
  void removedAddInLeavesItsRooms();
  void replacementTexts();

 private:
  static void checkRow() { check(ruled()); }
};

void TestPolicyPlans::policies_data() {
  columns();
  const Actor admin = administrator();
  row("somebody sets a policy", saving(actor("bo"), "Global", PolicyScope::Global, true),
      "403 Only administrators may change policies.");
  row("switches on", saving(admin, "GLOBAL", PolicyScope::Global, true), "ok");
  row("as it is", saving(admin, "global", PolicyScope::Global, false), "nothing");
  row("no name", saving(admin, " ", PolicyScope::User, false), "400 A policy needs a name of at most 256 characters.");
  row("second global one", saving(admin, "Other", PolicyScope::Global, true),
      "400 There is already a policy for this scope: \"Global\".");
  row("first of the site", saving(admin, "Site", PolicyScope::Site, true), "ok");
  row("other scope", saving(admin, "Global", PolicyScope::User, true),
      "400 The policy \"Global\" cannot get another scope.");
  row("grant", granting(admin, "bo", "chat ROOMS on"), "ok");
  row("somebody grants", granting(actor("bo"), "bo", "Chat rooms on"), "403 Only administrators may grant policies.");
  row("granted already", granting(admin, "ada", "Chat rooms on"), "nothing");
  row("take back", granting(admin, "ada", ""), "ok");
  row("to a group", granting(admin, "crew", "Chat rooms on"), "454 There is no person \"ma-grp:crew@u.g\".");
  row("global to a person", granting(admin, "bo", "Global"),
      "400 There is no policy \"Global\" that can be granted to a person.");
  row("unknown policy", granting(admin, "bo", "None"),
      "400 There is no policy \"None\" that can be granted to a person.");
  row(
      "remove", [=](const ChannelState& state) { return removePolicy(state, admin, QStringLiteral("global"), kNow); },
      "ok");
  row(
      "remove unknown",
      [=](const ChannelState& state) { return removePolicy(state, admin, QStringLiteral("None"), kNow); },
      "400 There is no policy \"None\".");
}

void TestPolicyPlans::addIns_data() {
  columns();
  const QString page = QStringLiteral("https://tools.orchard.example/list");
  const QString crew = QStringLiteral("Crew list");
  const char* const badUrl =
      "400 The address of an add-in must be a web page (http or https) of at most 255 characters.";
  row("somebody", addIn(actor("bo"), {{}, crew, page}), "403 Only administrators may register add-ins.");
  row("new", named({}, crew, page), "ok");
  row("plain http", named({}, crew, QStringLiteral("http://tools/list?x=1")), "ok");
  row("no name", named({}, {}, page), "400 An add-in needs a name of at most 50 characters.");
  row("50 characters", named({}, QString(50, QLatin1Char('x')), page), "ok");
  row("51 characters", named({}, QString(51, QLatin1Char('x')), page),
      "400 An add-in needs a name of at most 50 characters.");
  row("255 characters", named({}, crew, page + QString(255 - page.size(), QLatin1Char('x'))), "ok");
  row("256 characters", named({}, crew, page + QString(256 - page.size(), QLatin1Char('x'))), badUrl);
  row("file", named({}, crew, QStringLiteral("file:///etc/passwd")), badUrl);
  row("script", named({}, crew, QStringLiteral("javascript:alert(1)")), badUrl);
  row("password", named({}, crew, QStringLiteral("https://bo:secret@tools.example/")), badUrl);
  row("no host", named({}, crew, QStringLiteral("https:///list")), badUrl);
  row("name taken", named({}, QStringLiteral("tide CLOCK"), page), "461 There is already an add-in \"Tide clock\".");
  row("changed", named("1", QStringLiteral("Tide Clock"), page), "ok");
  row("unknown", named("2", crew, page), "400 There is no such add-in.");
  row("as it is", named("1", QStringLiteral("Tide clock"), QStringLiteral("https://tools.orchard.example/clock")),
      "nothing");
  row(
      "somebody removes", [](const ChannelState& state) { return removeAddIn(state, actor("bo"), "1", kNow); },
      "403 Only administrators may remove add-ins.");
}

void TestPolicyPlans::messages_data() {
  columns();
  const Actor admin = administrator();
  const char* const none = "400 The room \"Tide tables\" has no such message.";
  row("manager removes", removing(actor("bo"), {1}), "403 Only administrators may remove messages.");
  row("out of sight", removing(actor("eve"), {1}), "404 There is no such room.");
  row("remove", removing(admin, {9, 1, 1}), "ok");
  row("none", removing(admin, {}), none);
  row("not sent yet", removing(admin, {1, 10}), none);
  row("number 0", removing(admin, {0}), none);
  row("long text", removing(admin, {1}, QString(8'001, QLatin1Char('x'))),
      "413 The text in place of the message is too long.");
  row("purge", purging(admin, "tides", kNow), "ok");
  row("purge what comes", purging(admin, "tides", Timestamp{kNow.ticks + 1}),
      "400 Messages can only be purged up to a time in the past.");
  row("purge nothing", purging(admin, "tides", {}), "400 Messages can only be purged up to a time in the past.");
  row("manager purges", purging(actor("bo"), "tides", kNow), "403 Only administrators may remove messages.");
  row("out of sight, purged", purging(actor("bo"), "vault", kNow), "404 There is no such room.");
}

void TestPolicyPlans::removedAddInLeavesItsRooms() {
  const Plan plan = removeAddIn(ChannelState(ruled()), administrator(), "1", kNow);
  const ChangeSet& set = std::get<ChangeSet>(plan);
  QCOMPARE(set.removedAddIns, (std::vector<QByteArray>{"1"}));
  QCOMPARE(set.rooms.size(), size_t(1));
  QVERIFY(set.rooms[0].id == Tides && set.rooms[0].addIn.isEmpty());
}

void TestPolicyPlans::replacementTexts() {
  const ChannelState state(ruled());
  const auto replacement = [&](const std::optional<QString>& text) {
    const Plan plan = removing(administrator(), {2, 1, 2}, text)(state);
    const MessageRemoval removal = std::get<ChangeSet>(plan).messageRemovals.at(0);
    return removal.chatIds == std::vector<ChatId>{1, 2} ? removal.replacement : std::nullopt;
  };
  QVERIFY(!replacement(std::nullopt));
  QCOMPARE(*replacement(QStringLiteral(" ")), QByteArray(kDefaultReplacement));
  QCOMPARE(*replacement(QStringLiteral("Gone.")), QByteArray("Gone."));
}

PARLOUR_TEST(TestPolicyPlans)

}  // namespace tst_policyplans

#include "tst_policyplans.moc"
