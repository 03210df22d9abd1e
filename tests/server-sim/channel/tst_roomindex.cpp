// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/RoomIndex.h"
#include "tests/program/TestProgram.h"

namespace tst_roomindex {

using namespace Parlour;
using namespace Parlour::Server;

namespace {

Room roomOf(RoomId id, const QString& name) {
  Room room;
  room.id = id;
  room.uri = *RoomUri::fromParts("orchard.example", "r" + QByteArray::number(id));
  room.name = name;
  return room;
}

QString namesOf(const RoomIndex& index) {
  QStringList names;
  for (const IndexedRoom* indexed : index.byName()) names << indexed->room.name;
  return names.join(QLatin1Char(' '));
}

}  // namespace

class TestRoomIndex : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void order();
  void addressesStay();
  void newestMessageStays();
  void removedRoomsAreGone();
};

void TestRoomIndex::order() {
  RoomIndex index({roomOf(3, QStringLiteral("beta")), roomOf(1, QStringLiteral("Gamma"))});
  index.put(roomOf(2, QStringLiteral("ALPHA")));
  index.put(roomOf(4, QStringLiteral("Beta")));
  QCOMPARE(namesOf(index), QStringLiteral("ALPHA beta Beta Gamma"));
  index.put(roomOf(2, QStringLiteral("delta")));
  QCOMPARE(namesOf(index), QStringLiteral("beta Beta delta Gamma"));
  QCOMPARE(index.findName(QStringLiteral("BETA"))->id, RoomId(3));
  QVERIFY(!index.findName(QStringLiteral("alpha")) && !index.findName(QStringLiteral("zeta")));
}

void TestRoomIndex::addressesStay() {
  RoomIndex index({roomOf(1, QStringLiteral("one"))});
  const Room* one = index.find(RoomId(1));
  for (RoomId id = 2; id < 2'000; ++id) index.put(roomOf(id, QString::number(id)));
  Room changed = roomOf(1, QStringLiteral("first"));
  changed.members = {9, 3, 7};
  index.put(changed);
  QCOMPARE(index.find(RoomId(1)), one);
  QCOMPARE(index.find(changed.uri), one);
  QCOMPARE(one->name, QStringLiteral("first"));
  QCOMPARE(one->members, (std::vector<PrincipalId>{3, 7, 9}));
  QCOMPARE(index.size(), size_t(1'999));
}

void TestRoomIndex::newestMessageStays() {
  RoomIndex index({roomOf(1, QStringLiteral("one"))});
  index.noteMessage(1, 5, Timestamp{50});
  index.put(roomOf(1, QStringLiteral("first")));
  index.noteMessage(1, 4, Timestamp{60});
  QCOMPARE(index.find(RoomId(1))->lastChatId, ChatId(5));
  QVERIFY(index.find(RoomId(1))->lastTime == Timestamp{50});
}

void TestRoomIndex::removedRoomsAreGone() {
  RoomIndex index({roomOf(1, QStringLiteral("one")), roomOf(2, QStringLiteral("two"))});
  index.remove(1);
  index.remove(1);
  index.noteMessage(1, 5, Timestamp{50});
  QVERIFY(!index.find(RoomId(1)) && !index.find(roomOf(1, {}).uri) && !index.findName(QStringLiteral("one")));
  QCOMPARE(namesOf(index), QStringLiteral("two"));
}

PARLOUR_TEST(TestRoomIndex)

}  // namespace tst_roomindex

#include "tst_roomindex.moc"
