// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include "server-sim/org/Organisation.h"
#include "tests/program/TestProgram.h"

namespace tst_largeorganisation {

using namespace Parlour;
using namespace Parlour::Server;

// 20,000 users and 5,000 rooms: every entry must arrive; the time is measured, not judged.
class TestLargeOrganisation : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsAll();
};

namespace {

constexpr int kLargeUsers = 20'000;
constexpr int kLargeGroups = 200;
constexpr int kLargeRooms = 5'000;

QString largeUser(int i) { return QStringLiteral("u%1").arg(i); }

QJsonArray largeRooms() {
  QJsonArray rooms;
  for (int i = 0; i < kLargeRooms; ++i) {
    QJsonArray members{QStringLiteral("Group %1").arg(i % kLargeGroups)};
    for (int k = 0; k < 20; ++k) members.append(largeUser((i * 31 + k * 997) % kLargeUsers));
    QJsonObject room{{QStringLiteral("name"), QStringLiteral("Room %1").arg(i)},
                     {QStringLiteral("category"), QStringLiteral("Category %1").arg(i % 50)},
                     {QStringLiteral("members"), members},
                     {QStringLiteral("managers"), QJsonArray{members.at(1)}}};
    if (i % 10 == 0) {
      room.insert(QStringLiteral("type"), QStringLiteral("auditorium"));
      room.insert(QStringLiteral("presenters"), QJsonArray{members.at(0), members.at(2)});
    }
    rooms.append(room);
  }
  return rooms;
}

QByteArray largeOrganisation() {
  QJsonArray users;
  for (int i = 0; i < kLargeUsers; ++i)
    users.append(QJsonObject{{QStringLiteral("address"), largeUser(i)},
                             {QStringLiteral("name"), QStringLiteral("Person %1").arg(i)},
                             {QStringLiteral("title"), QStringLiteral("Clerk")}});
  QJsonArray groups;
  for (int g = 0; g < kLargeGroups; ++g) {
    QJsonArray members;
    for (int k = 0; k < kLargeUsers / kLargeGroups; ++k) members.append(largeUser(g + k * kLargeGroups));
    if (g + 1 < kLargeGroups && g % 10 != 9) members.append(QStringLiteral("Group %1").arg(g + 1));
    groups.append(
        QJsonObject{{QStringLiteral("name"), QStringLiteral("Group %1").arg(g)}, {QStringLiteral("members"), members}});
  }
  QJsonArray categories;
  for (int c = 0; c < 50; ++c)
    categories.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("Category %1").arg(c)},
                                  {QStringLiteral("allowed"), QJsonArray{QStringLiteral("everyone")}}});
  return QJsonDocument(QJsonObject{{QStringLiteral("domain"), QStringLiteral("orchard.example")},
                                   {QStringLiteral("users"), users},
                                   {QStringLiteral("groups"), groups},
                                   {QStringLiteral("categories"), categories},
                                   {QStringLiteral("rooms"), largeRooms()}})
      .toJson(QJsonDocument::Compact);
}

}  // namespace

void TestLargeOrganisation::readsAll() {
  const QByteArray json = largeOrganisation();
  const auto result = parseOrganisation(json, FakeClock(), QTimeZone::utc());
  QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().text));
  QCOMPARE(result->users.size(), size_t(kLargeUsers));
  QCOMPARE(result->rooms.size(), size_t(kLargeRooms));
  QSet<QByteArray> uris;
  for (size_t i = 0; i < result->rooms.size(); ++i) {
    const OrgRoom& room = result->rooms[i];
    uris.insert(room.uri.bytes());
    QCOMPARE(room.name, QStringLiteral("Room %1").arg(i));
    QCOMPARE(room.members.size(), size_t(21));
    QCOMPARE(room.members[0].uri, result->groups[i % kLargeGroups].uri);
    QCOMPARE(room.members[3].uri, result->users[(i * 31 + 2 * 997) % kLargeUsers].uri.bytes());
    QCOMPARE(room.category, result->categories[i % 50].uri);
    QCOMPARE(room.presenters.size(), size_t(i % 10 == 0 ? 2 : 0));
  }
  QCOMPARE(uris.size(), kLargeRooms);
  QBENCHMARK { (void)parseOrganisation(json, FakeClock(), QTimeZone::utc()); }
}

PARLOUR_TEST(TestLargeOrganisation)

}  // namespace tst_largeorganisation

#include "tst_largeorganisation.moc"
