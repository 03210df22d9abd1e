// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/Directory.h"
#include "tests/program/TestProgram.h"

namespace tst_directory {

using namespace Parlour::Server;

namespace {

Principal principalOf(PrincipalId id, const QByteArray& uri, PrincipalType type) {
  Principal principal;
  principal.id = id;
  principal.uri = uri;
  principal.type = type;
  return principal;
}

// ada → crew → everybody afloat; crew and afloat are also members of each other's ring; bo stands alone.
Directory harbour() {
  return Directory({principalOf(1, "sip:ada@orchard.example", PrincipalType::User),
                    principalOf(2, "sip:bo@orchard.example", PrincipalType::User),
                    principalOf(3, "sip:cy@elsewhere.example", PrincipalType::User),
                    principalOf(10, "ma-grp:crew@u.g", PrincipalType::Group),
                    principalOf(11, "ma-grp:afloat@u.g", PrincipalType::Group),
                    principalOf(12, "ma-grp:ring@u.g", PrincipalType::Container),
                    principalOf(20, "ma-grp:domain@u.g", PrincipalType::Domain)},
                   {{10, 1}, {11, 10}, {12, 11}, {11, 12}, {10, 10}}, "orchard.example");
}

}  // namespace

class TestDirectory : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void findsByNumberAndAddress();
  void flattensGroupsAndSurvivesCycles();
  void domainHoldsItsOwnUsers();
  void isInList_data();
  void isInList();
  void membershipsComeAndGo();
  void newPrincipals();
  void usersOfLists();
};

void TestDirectory::findsByNumberAndAddress() {
  const Directory directory = harbour();
  QCOMPARE(directory.find(2)->uri, QByteArray("sip:bo@orchard.example"));
  QCOMPARE(directory.find(QByteArray("ma-grp:crew@u.g"))->id, 10);
  QVERIFY(!directory.find(99));
  QVERIFY(!directory.find(QByteArray("sip:nobody@orchard.example")));
}

void TestDirectory::flattensGroupsAndSurvivesCycles() {
  const Directory directory = harbour();
  QCOMPARE(directory.affiliations(1), (std::vector<PrincipalId>{1, 10, 11, 12, 20}));
  QCOMPARE(directory.affiliations(11), (std::vector<PrincipalId>{11, 12}));
  QVERIFY(directory.affiliations(99).empty());
}

void TestDirectory::domainHoldsItsOwnUsers() {
  const Directory directory = harbour();
  QVERIFY(directory.isIn(2, {20}));
  QVERIFY(!directory.isIn(3, {20}));
  QVERIFY(!directory.isIn(10, {20}));
}

void TestDirectory::isInList_data() {
  QTest::addColumn<qint64>("who");
  QTest::addColumn<QList<qint64>>("list");
  QTest::addColumn<bool>("in");
  QTest::newRow("himself") << 1LL << QList<qint64>{1, 2} << true;
  QTest::newRow("group") << 1LL << QList<qint64>{10} << true;
  QTest::newRow("group of groups") << 1LL << QList<qint64>{3, 12} << true;
  QTest::newRow("not his group") << 2LL << QList<qint64>{10, 11, 12} << false;
  QTest::newRow("empty list") << 1LL << QList<qint64>{} << false;
  QTest::newRow("unknown user") << 99LL << QList<qint64>{1, 2, 99} << false;
  QTest::newRow("nobody") << 0LL << QList<qint64>{1, 2} << false;
}

void TestDirectory::isInList() {
  QFETCH(qint64, who);
  QFETCH(QList<qint64>, list);
  QFETCH(bool, in);
  QCOMPARE(harbour().isIn(who, {list.begin(), list.end()}), in);
}

// ada → crew → afloat ⇄ ring: whatever is below a changed membership follows.
void TestDirectory::membershipsComeAndGo() {
  Directory directory = harbour();
  const Principal* ada = directory.find(1);
  const quint64 revision = directory.revision();
  QCOMPARE(directory.apply({}, {}, {{11, 10}}), (std::vector<PrincipalId>{1, 10}));
  QCOMPARE(directory.affiliations(1), (std::vector<PrincipalId>{1, 10, 20}));
  QCOMPARE(directory.affiliations(11), (std::vector<PrincipalId>{11, 12}));
  QCOMPARE(directory.apply({}, {{12, 10}, {10, 3}}, {}), (std::vector<PrincipalId>{1, 3, 10}));
  QCOMPARE(directory.affiliations(3), (std::vector<PrincipalId>{3, 10, 11, 12}));
  QCOMPARE(directory.groupsOf(3), (std::vector<PrincipalId>{10}));
  QVERIFY(directory.revision() > revision);
  QCOMPARE(directory.find(1), ada);
  QVERIFY(directory.apply({}, {}, {}).empty());
  // Breaking the ring frees both sides.
  directory.apply({}, {}, {{12, 11}});
  QCOMPARE(directory.affiliations(11), (std::vector<PrincipalId>{11}));
  QCOMPARE(directory.affiliations(12), (std::vector<PrincipalId>{11, 12}));
}

void TestDirectory::newPrincipals() {
  Directory directory = harbour();
  Principal ada = *directory.find(1);
  ada.enabled = false;
  const Principal ivy = principalOf(4, "sip:ivy@orchard.example", PrincipalType::User);
  const Principal whole = principalOf(21, "ma-grp:whole@u.g", PrincipalType::Domain);
  QCOMPARE(directory.apply({ada, ivy}, {}, {}), (std::vector<PrincipalId>{1, 4}));
  QVERIFY(!directory.find(1)->enabled);
  QCOMPARE(directory.affiliations(4), (std::vector<PrincipalId>{4, 20}));
  QCOMPARE(directory.apply({whole}, {}, {}), (std::vector<PrincipalId>{1, 2, 4, 21}));
  QCOMPARE(directory.affiliations(4), (std::vector<PrincipalId>{4, 20, 21}));
  QCOMPARE(directory.affiliations(3), (std::vector<PrincipalId>{3}));
  QCOMPARE(directory.all().size(), size_t(9));
}

void TestDirectory::usersOfLists() {
  const Directory directory = harbour();
  QCOMPARE(directory.usersIn({3, 12}), (std::vector<PrincipalId>{1, 3}));
  QCOMPARE(directory.usersIn({20}), (std::vector<PrincipalId>{1, 2}));
  QVERIFY(directory.usersIn({}).empty());
}

PARLOUR_TEST(TestDirectory)

}  // namespace tst_directory

#include "tst_directory.moc"
