// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <algorithm>

#include "tests/server-sim/store/ChangeContract.h"

namespace Parlour::Server {
namespace {

bool chatEnabled(const Snapshot& snapshot, PrincipalId id) {
  return std::any_of(snapshot.principals.begin(), snapshot.principals.end(),
                     [id](const Principal& each) { return each.id == id && each.chatEnabled; });
}

}  // namespace

void ChangeContract::policyPrecedence_data() {
  QTest::addColumn<int>("global");  // -1: none, 0: off, 1: on
  QTest::addColumn<int>("site");
  QTest::addColumn<int>("granted");
  QTest::addColumn<bool>("enabled");
  for (const int global : {-1, 0, 1}) {
    for (const int site : {-1, 0, 1}) {
      for (const int granted : {-1, 0, 1}) {
        const bool enabled = granted >= 0 ? granted == 1 : site >= 0 ? site == 1 : global == 1;
        QTest::addRow("global %d, site %d, granted %d", global, site, granted) << global << site << granted << enabled;
      }
    }
  }
}

void ChangeContract::policyPrecedence() {
  QFETCH(int, global);
  QFETCH(int, site);
  QFETCH(int, granted);
  QFETCH(bool, enabled);
  ChangeSet set;
  if (global < 0) set.removedPolicies = {QStringLiteral("GLOBAL")};
  if (global >= 0) set.policies.push_back({QStringLiteral("Global"), PolicyScope::Global, global == 1});
  if (site >= 0) set.policies.push_back({QStringLiteral("Here"), PolicyScope::Site, site == 1});
  set.policies.push_back({QStringLiteral("Guests"), PolicyScope::User, granted == 1});
  set.grants = {{ada_, granted >= 0 ? QStringLiteral("guests") : QString()}, {bo_, QString()}};
  mustApply(set);
  reopen();
  QCOMPARE(chatEnabled(snapshot(), ada_), enabled);
  const bool asEverybody = site >= 0 ? site == 1 : global == 1;
  QCOMPARE(chatEnabled(snapshot(), bo_), asEverybody);
  QVERIFY2(chatEnabled(snapshot(), cy_), "the grant that cy had still rules");
  for (const Principal& each : snapshot().principals) QVERIFY(each.isUser() || !each.chatEnabled);
}

void ChangeContract::removedPolicyTakesItsGrants() {
  ChangeSet set;
  set.policies = {{QStringLiteral("Guests"), PolicyScope::User, true}};
  set.grants = {{ada_, QStringLiteral("Guests")}};
  mustApply(set);
  const auto grants = snapshot().grants;
  QVERIFY(std::find(grants.begin(), grants.end(), set.grants[0]) != grants.end());
  ChangeSet rename;
  rename.policies = {{QStringLiteral("GUESTS"), PolicyScope::User, false}};
  mustApply(rename);
  QVERIFY(!chatEnabled(snapshot(), ada_));
  const auto renamed = snapshot().grants;
  QVERIFY(std::find(renamed.begin(), renamed.end(), PolicyGrant{ada_, QStringLiteral("GUESTS")}) != renamed.end());
  ChangeSet away;
  away.removedPolicies = {QStringLiteral("guests"), QStringLiteral("Chat rooms on")};
  mustApply(away);
  QVERIFY(snapshot().grants.empty());
  QCOMPARE(snapshot().policies.size(), size_t(1));
  QVERIFY(!chatEnabled(snapshot(), bo_));
}

void ChangeContract::configurationValues() {
  using Scope = ConfigurationScope;
  ChangeSet set;
  set.configuration = {{Scope::Global, "DefaultChatHistory", QByteArray("30")},
                       {Scope::Pool, "DefaultChatHistory", QByteArray("100")},
                       {Scope::Pool, "RoomManagementUrl", QByteArray("")}};
  mustApply(set);
  ChangeSet change;
  change.configuration = {{Scope::Pool, "DefaultChatHistory", QByteArray("7")},
                          {Scope::Global, "DefaultChatHistory", std::nullopt},
                          {Scope::Site, "DefaultChatHistory", std::nullopt}};
  mustApply(change);
  reopen();
  const std::vector<ConfigurationValue> expected = {{Scope::Pool, "DefaultChatHistory", QByteArray("7")},
                                                    {Scope::Pool, "RoomManagementUrl", QByteArray("")}};
  const auto values = snapshot().configuration;
  QVERIFY(std::is_permutation(values.begin(), values.end(), expected.begin(), expected.end()));
}

void ChangeContract::removedAddInLeavesTheRooms() {
  ChangeSet set;
  set.addIns = {{"a1", QStringLiteral("Tide clock"), QStringLiteral("https://t.example/")},
                {"b2", QStringLiteral("Log"), QStringLiteral("https://l.example/")}};
  Room tides = roomNamed(QStringLiteral("tides"));
  tides.addIn = "a1";
  set.rooms = {tides};
  mustApply(set);
  ChangeSet rename;
  rename.addIns = {{"a1", QStringLiteral("Tides"), QStringLiteral("https://new.example/")}};
  mustApply(rename);
  reopen();
  QCOMPARE(roomNamed(QStringLiteral("tides")).addIn, QByteArray("a1"));
  ChangeSet away;
  away.removedAddIns = {"b2"};
  mustApply(away);
  QVERIFY(snapshot().addIns == rename.addIns);
  away.removedAddIns = {"a1"};
  mustApply(away);
  QVERIFY(roomNamed(QStringLiteral("tides")).addIn.isEmpty());
  QVERIFY(snapshot().addIns.empty());
}

}  // namespace Parlour::Server
