// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/changes/ConfigurationPlans.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/WishRows.h"

namespace tst_configurationplans {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

const Timestamp kNow = *Timestamp::parse("2031-03-04T09:00:00Z");
const QByteArrayList kPool = {"pier", "quay"};

Snapshot configured() {
  Snapshot snapshot = harbourSnapshot();
  snapshot.configuration = {{ConfigurationScope::Global, "DefaultChatHistory", QByteArray("40")},
                            {ConfigurationScope::Pool, PoolSetting::kEndpoints, QByteArray("sip:rooms@old.example")},
                            {ConfigurationScope::Pool, PoolSetting::kActiveServers, QByteArray("pier")}};
  return snapshot;
}

Wish configuring(const Actor& who, const QByteArray& key, std::optional<QByteArray> value,
                 ConfigurationScope scope = ConfigurationScope::Pool) {
  return [=](const ChannelState& state) { return setConfiguration(state, who, {scope, key, value}, kNow); };
}

Wish endpointAdded(const Actor& who, const QByteArray& address) {
  return [=](const ChannelState& state) { return addPoolEndpoint(state, who, address, kNow); };
}

Wish endpointRemoved(const Actor& who, const QByteArray& address) {
  return [=](const ChannelState& state) { return removePoolEndpoint(state, who, address, kNow); };
}

Wish activated(const Actor& who, const QByteArrayList& names) {
  return [=](const ChannelState& state) { return setActiveServers(state, who, names, kPool, kNow); };
}

// What the pool's setting is after the plan.
QByteArray settingAfter(const Plan& plan) {
  const auto* set = std::get_if<ChangeSet>(&plan);
  return set && set->configuration.size() == 1 ? set->configuration.front().value.value_or("none") : "no plan";
}

}  // namespace

class TestConfigurationPlans : public QObject, private WishRows {
  Q_OBJECT

 private Q_SLOTS:
  void chat_data();
  void chat() { checkRow(); }
  void compliance_data();
  void compliance() { checkRow(); }
  void pool_data();
  void pool() { checkRow(); }
  void endpointsAreKeptInOrder();
  void thereIsAMostOfEndpoints();
  void swappingExchangesTheServers();
  void everythingIsActiveUnlessSaidOtherwise();

 private:
  static void checkRow() { check(configured()); }
};

void TestConfigurationPlans::chat_data() {
  columns();
  const Actor admin = administrator();
  const char* const range = "400 DefaultChatHistory must be a number from 1 to 500.";
  row("somebody", configuring(actor("bo"), "DefaultChatHistory", "30"), "403 Only administrators may change settings.");
  row("history 1", configuring(admin, "DefaultChatHistory", "1"), "ok");
  row("history 500", configuring(admin, "defaultchathistory", " 500 "), "ok");
  row("history 0", configuring(admin, "DefaultChatHistory", "0"), range);
  row("history 501", configuring(admin, "DefaultChatHistory", "501"), range);
  row("history text", configuring(admin, "DefaultChatHistory", "many"), range);
  row("history as it is", configuring(admin, "DefaultChatHistory", "40", ConfigurationScope::Global), "nothing");
  row("taken back", configuring(admin, "DefaultChatHistory", std::nullopt, ConfigurationScope::Global), "ok");
  row("nothing to take back", configuring(admin, "DefaultChatHistory", std::nullopt), "nothing");
  row("roster limit", configuring(admin, "ParticipantUpdateLimit", "76"), "ok");
  row("file size", configuring(admin, "MaxFileSizeKB", "20001"), "ok");
  row("page", configuring(admin, "RoomManagementUrl", "https://rooms.orchard.example/"), "ok");
  row("no page", configuring(admin, "RoomManagementUrl", ""), "ok");
  row("script", configuring(admin, "RoomManagementUrl", "javascript:alert(1)"),
      "400 RoomManagementUrl must be a web address (http or https), or empty.");
  row("unknown", configuring(admin, "Colour", "red"), "400 There is no setting \"Colour\".");
  row("of the pool", configuring(admin, PoolSetting::kActiveServers, "quay"),
      "400 There is no setting \"ActiveServers\".");
}

void TestConfigurationPlans::compliance_data() {
  columns();
  const Actor admin = administrator();
  const char* const interval = "400 RunInterval must be a time from 00:01:00 to 30.00:00:00.";
  const char* const path = "400 AdapterOutputDirectory must be an absolute path.";
  row("a minute", configuring(admin, "RunInterval", "00:01:00"), "ok");
  row("30 days", configuring(admin, "RunInterval", "30.00:00:00"), "ok");
  row("59 seconds", configuring(admin, "RunInterval", "00:00:59"), interval);
  row("more than 30 days", configuring(admin, "RunInterval", "30.00:00:01"), interval);
  row("no time", configuring(admin, "RunInterval", "15"), interval);
  row("hour 24", configuring(admin, "RunInterval", "24:00:00"), interval);
  row("adapter", configuring(admin, "AdapterType", "xml"), "ok");
  row("no such adapter", configuring(admin, "AdapterType", "fax"),
      "400 AdapterType must be one of none, xml, csv, jsonl, eml, program.");
  row("name", configuring(admin, "AdapterName", "Harbour records"), "ok");
  row("no name", configuring(admin, "AdapterName", " "), "400 AdapterName must be one line of text.");
  row("two lines", configuring(admin, "AdapterName", "a\nb"), "400 AdapterName must be one line of text.");
  row("255 characters", configuring(admin, "AdapterName", QByteArray(255, 'x')), "ok");
  row("256 characters", configuring(admin, "AdapterName", QByteArray(256, 'x')),
      "400 AdapterName must be one line of text.");
  row("folder", configuring(admin, "AdapterOutputDirectory", "/var/lib/parlour/compliance"), "ok");
  row("relative folder", configuring(admin, "AdapterOutputDirectory", "compliance"), path);
  row("folder with steps up", configuring(admin, "AdapterOutputDirectory", "/var/lib/../../etc"), path);
  row("switch", configuring(admin, "AddUserDetails", "true"), "ok");
  row("no switch", configuring(admin, "AddUserDetails", "1"), "400 AddUserDetails must be true or false.");
}

void TestConfigurationPlans::pool_data() {
  columns();
  const Actor admin = administrator();
  row("somebody adds", endpointAdded(actor("bo"), "sip:chat@orchard.example"),
      "403 Only administrators may give the pool an address.");
  row("endpoint", endpointAdded(admin, "Chat@Orchard.example"), "ok");
  row("there already", endpointAdded(admin, "SIP:rooms@OLD.example"), "nothing");
  row("no address", endpointAdded(admin, "two words"), "400 \"two words\" is no SIP address.");
  row("somebody's", endpointAdded(admin, "sip:ada@orchard.example"),
      "400 ada@orchard.example is the address of \"Ada\".");
  row("somebody removes", endpointRemoved(actor("bo"), "sip:rooms@old.example"),
      "403 Only administrators may take an address off the pool.");
  row("removed", endpointRemoved(admin, "rooms@old.example"), "ok");
  row("not there", endpointRemoved(admin, "sip:chat@old.example"),
      "400 The pool has no address \"sip:chat@old.example\".");
  row("somebody activates", activated(actor("bo"), {"quay"}),
      "403 Only administrators may say which servers are active.");
  row("as it is", activated(admin, {"Pier"}), "nothing");
  row("both", activated(admin, {"quay", "pier", "quay"}), "ok");
  row("none", activated(admin, {}), "ok");
  row("no such server", activated(admin, {"mole"}), "400 The pool has no server \"mole\"; it has pier, quay.");
}

void TestConfigurationPlans::endpointsAreKeptInOrder() {
  const ChannelState state(configured());
  QCOMPARE(settingAfter(addPoolEndpoint(state, administrator(), "chat@old.example", kNow)),
           QByteArray("sip:chat@old.example sip:rooms@old.example"));
  QCOMPARE(settingAfter(removePoolEndpoint(state, administrator(), "rooms@old.example", kNow)), QByteArray());
}

void TestConfigurationPlans::thereIsAMostOfEndpoints() {
  Snapshot snapshot = configured();
  QByteArrayList addresses;
  for (size_t i = 0; i < kMaxPoolEndpoints; ++i) addresses.append("sip:r" + QByteArray::number(i) + "@old.example");
  snapshot.configuration.at(1).value = addresses.join(' ');
  const ChannelState state(std::move(snapshot));
  QCOMPARE(verdictOf(addPoolEndpoint(state, administrator(), "one@old.example", kNow)),
           QStringLiteral("400 The pool has 16 addresses already, which is the most."));
}

void TestConfigurationPlans::swappingExchangesTheServers() {
  QCOMPARE(settingAfter(swapActiveServers(ChannelState(configured()), administrator(), kPool, kNow)),
           QByteArray("quay"));
  QCOMPARE(settingAfter(swapActiveServers(ChannelState(harbourSnapshot()), administrator(), kPool, kNow)),
           QByteArray());
}

void TestConfigurationPlans::everythingIsActiveUnlessSaidOtherwise() {
  QVERIFY(ChannelState(harbourSnapshot()).isActiveServer("quay"));
  QVERIFY(!ChannelState(configured()).isActiveServer("quay"));
  QVERIFY(ChannelState(configured()).isActiveServer("PIER"));
}

PARLOUR_TEST(TestConfigurationPlans)

}  // namespace tst_configurationplans

#include "tst_configurationplans.moc"
