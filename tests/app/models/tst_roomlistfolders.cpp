// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include "app/models/Roles.h"
#include "app/models/RoomListModel.h"
#include "tests/app/models/RoomListTesting.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_roomlistfolders {

using namespace Parlour;
using namespace Parlour::Models;
using namespace Parlour::Testing;

// Folders of rooms in the list of rooms.
class TestRoomListFolders : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void foldersHoldFollowedRooms();
  void closedFoldersShowWhatWaits();
  void foldersSurviveARestart();
  void randomMovesMatchANaiveList();

 private:
  QStringList naive(const RoomFolders& folders) const;
  void changeAnything(const RoomUri& room, RoomFolders& folders, QRandomGenerator& random);
  void openCrew() {
    f_->client->open(crew_);
    f_->settle();
  }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  const RoomUri slip_ = testRoom("slip");
  std::unique_ptr<ClientFixture> f_;
};

void TestRoomListFolders::init() {
  f_ = std::make_unique<ClientFixture>();
  f_->rooms.add(tides_, QStringLiteral("Tide tables"));
  f_->rooms.add(crew_, QStringLiteral("Crew rota"));
  f_->rooms.add(slip_, QStringLiteral("Slipway"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
}

void TestRoomListFolders::foldersHoldFollowedRooms() {
  f_->followBefore(slip_, QStringLiteral("Slipway"));
  f_->signIn();
  openCrew();
  RoomListModel model(*f_->client);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QSignalSpy resets(&model, &RoomListModel::modelReset);
  RoomFolders folders;
  model.setFolders(&folders);
  const QString sea = folders.add(QStringLiteral("  Sea   side "));
  QCOMPARE(folders.find(sea)->name, QStringLiteral("Sea side"));
  QVERIFY(folders.add(QStringLiteral(" ")).isEmpty());
  folders.put(tides_, sea);
  QCOMPARE(shown(model), list("= Followed | Slipway | / Sea side | Tide tables | = Open | Crew rota"));
  QCOMPARE(model.neighbour(slip_, 1, false), tides_);
  const QString land = folders.add(QStringLiteral("Land"));
  folders.put(slip_, land);
  folders.move(land, 0);
  folders.rename(sea, QStringLiteral("Sea"));
  QCOMPARE(shown(model), list("= Followed | / Land | Slipway | / Sea | Tide tables | = Open | Crew rota"));
  folders.put(slip_, QStringLiteral("unknown"));
  QCOMPARE(folders.folderOf(slip_), land);
  folders.put(slip_, {});
  folders.remove(sea);
  QCOMPARE(shown(model).mid(3), list("/ Land | = Open | Crew rota"));
  QVERIFY(resets.isEmpty());
}

void TestRoomListFolders::closedFoldersShowWhatWaits() {
  f_->signIn();
  RoomListModel model(*f_->client);
  RoomFolders folders;
  model.setFolders(&folders);
  const QString sea = folders.add(QStringLiteral("Sea"));
  folders.put(tides_, sea);
  folders.setCollapsed(sea, true);
  QCOMPARE(shown(model), list("= Followed | / Sea"));
  f_->rooms.say(tides_, f_->bo, QStringLiteral("Low water at six"));
  f_->rooms.say(tides_, f_->bo, QStringLiteral("Gale warning"), true);
  f_->settle();
  const int at = model.rowOfFolder(sea);
  QCOMPARE(model.row(at).unread, 2);
  QVERIFY(model.row(at).alert);
  QCOMPARE(model.index(at).data(Qt::AccessibleTextRole).toString(),
           QStringLiteral("Sea, folder, 1 room(s), collapsed, 2 unread"));
  folders.setCollapsed(sea, false);
  QCOMPARE(model.row(at).unread, 0);
  QCOMPARE(model.row(model.rowOf(tides_)).unread, 2);
}

void TestRoomListFolders::foldersSurviveARestart() {
  RoomFolders folders;
  const QString sea = folders.add(QStringLiteral("Sea"));
  folders.add(QStringLiteral("Empty"));
  folders.put(tides_, sea);
  folders.setCollapsed(sea, true);
  RoomFolders again;
  again.readJson(folders.toJson());
  QCOMPARE(again.toJson(), folders.toJson());
  QCOMPARE(again.all().size(), 2);
  QVERIFY(again.find(sea)->collapsed);
  QCOMPARE(again.folderOf(tides_), sea);
  again.readJson("[{\"id\":\"a\"},{\"id\":\"b\",\"name\":\"B\",\"rooms\":[\"nonsense\"]},7]");
  QCOMPARE(again.all().size(), 1);
  QVERIFY(again.folderOf(tides_).isEmpty());
  again.readJson("no json");
  QVERIFY(again.all().isEmpty());
}

// What the list should show, straight from the rooms and the folders.
QStringList TestRoomListFolders::naive(const RoomFolders& folders) const {
  QStringList lines{QStringLiteral("= Followed")};
  const auto rooms = [&](bool followed, const QString& folder) {
    for (const Core::Room* room : f_->client->rooms()) {
      const bool same = !followed || folders.folderOf(room->uri()) == folder;
      if (room->isFollowed() == followed && same) lines.append(room->summary().name);
    }
  };
  rooms(true, {});
  for (const RoomFolder& folder : folders.all()) {
    lines.append(QStringLiteral("/ ") + folder.name);
    if (!folder.collapsed) rooms(true, folder.id);
  }
  const qsizetype before = lines.size();
  rooms(false, {});
  if (lines.size() > before) lines.insert(before, QStringLiteral("= Open"));
  return lines;
}

void TestRoomListFolders::changeAnything(const RoomUri& room, RoomFolders& folders, QRandomGenerator& random) {
  const auto anyFolder = [&] {
    return folders.all().isEmpty() ? QString() : folders.all().at(random.bounded(folders.all().size())).id;
  };
  switch (random.bounded(9)) {
    case 0:
      f_->client->open(room);
      break;
    case 1:
      f_->client->close(room);
      break;
    case 2:
      f_->client->follow(room, room.toString());
      break;
    case 3:
      f_->client->unfollow(room);
      break;
    case 4:
      if (folders.all().size() < 5) folders.add(QStringLiteral("Folder %1").arg(random.generate()));
      break;
    case 5:
      if (random.bounded(3) == 0) folders.remove(anyFolder());
      break;
    case 6:
      folders.setCollapsed(anyFolder(), random.bounded(2) == 0);
      folders.move(anyFolder(), static_cast<int>(random.bounded(5)));
      break;
    case 7:
      folders.put(room, anyFolder());
      break;
    default:
      f_->client->moveRoom(room, static_cast<int>(random.bounded(12)));
  }
}

void TestRoomListFolders::randomMovesMatchANaiveList() {
  QList<RoomUri> all;
  for (int i = 0; i < 12; ++i) {
    all.append(testRoom(QByteArray("r" + QByteArray::number(i)).constData()));
    f_->rooms.add(all.last(), QStringLiteral("Room %1").arg(i));
    if (i < 6) f_->followBefore(all.last(), QStringLiteral("Room %1").arg(i));
  }
  f_->signIn();
  RoomListModel model(*f_->client);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QSignalSpy resets(&model, &RoomListModel::modelReset);
  RoomFolders folders;
  model.setFolders(&folders);
  QRandomGenerator random(20'261'123);
  for (int step = 0; step < 400; ++step) {
    changeAnything(all.at(random.bounded(all.size())), folders, random);
    f_->settle();
    QCOMPARE(shown(model), naive(folders));
  }
  QVERIFY(resets.isEmpty());
}

PARLOUR_TEST(TestRoomListFolders)

}  // namespace tst_roomlistfolders

#include "tst_roomlistfolders.moc"
