// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/Directory.h"

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

QTEST_GUILESS_MAIN(TestDirectory)
#include "tst_directory.moc"
