// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/models/ParticipantModel.h"
#include "app/models/Roles.h"
#include "tests/program/TestProgram.h"

namespace tst_participantmodel {

using namespace Parlour;
using namespace Parlour::Models;
using Core::Participant;
using Core::Presence;

namespace {

Participant personOf(const char* name, Presence presence = Presence::Available, bool manager = false,
                     bool presenter = false) {
  Participant person;
  person.uri = SipUri::fromTrusted("sip:" + QByteArray(name).toLower() + "@orchard.example");
  person.name = QString::fromLatin1(name);
  person.presence = presence;
  person.manager = manager;
  person.presenter = presenter;
  return person;
}

QStringList shown(const ParticipantModel& model) {
  QStringList lines;
  for (int i = 0; i < model.rowCount(); ++i) {
    const auto& row = model.row(i);
    const QString text = model.index(i).data(Qt::DisplayRole).toString();
    lines.append(row.kind == ParticipantRow::Kind::Title ? QStringLiteral("= ") + text
                                                         : text + (row.me ? QStringLiteral(" (me)") : QString()));
  }
  return lines;
}

QStringList list(const char* text) { return QString::fromLatin1(text).split(QStringLiteral(", ")); }

}  // namespace

class TestParticipantModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void groups_data();
  void groups();
  void orderWithinAGroup();
  void filter();
  void followsTheRoom();
  void readersKeepTheirPlace();
  void fetchedListStaysWhileTheRosterIsHidden();
  void identitiesAreUnique();
  void accessibleText();

 private:
  std::unique_ptr<Core::Room> room_;
  const SipUri me_ = SipUri::fromTrusted("sip:ada@orchard.example");
};

void TestParticipantModel::init() {
  room_ = std::make_unique<Core::Room>(*RoomUri::fromParts("orchard.example", "tides"));
}

void TestParticipantModel::groups_data() {
  QTest::addColumn<bool>("auditorium");
  QTest::addColumn<QStringList>("lines");
  QTest::newRow("normal room") << false << list("= Managers, Bo, Cy, = Members, Ada (me), Dot");
  QTest::newRow("auditorium") << true << list("= Managers, Bo, Cy, = Presenters, Dot, = Members, Ada (me)");
}

void TestParticipantModel::groups() {
  QFETCH(bool, auditorium);
  QFETCH(QStringList, lines);
  Core::RoomSummary summary = room_->summary();
  summary.kind = auditorium ? Core::RoomKind::Auditorium : Core::RoomKind::Normal;
  room_->setSummary(summary);
  room_->setParticipants({personOf("Dot", Presence::Available, false, true), personOf("Ada"),
                          personOf("Cy", Presence::Available, true, true), personOf("Bo", Presence::Available, true)},
                         false);
  ParticipantModel model;
  QAbstractItemModelTester tester(&model);
  model.setRoom(room_.get(), me_);
  QCOMPARE(shown(model), lines);
  QCOMPARE(model.peopleCount(), 4);
}

void TestParticipantModel::orderWithinAGroup() {
  room_->setParticipants(
      {personOf("Zoe", Presence::Available), personOf("Off", Presence::Offline), personOf("Una", Presence::Unknown),
       personOf("Away", Presence::Away), personOf("Busy", Presence::Busy), personOf("amy", Presence::Available)},
      false);
  ParticipantModel model;
  model.setRoom(room_.get(), me_);
  QCOMPARE(shown(model), list("= Members, amy, Zoe, Busy, Away, Una, Off"));
}

void TestParticipantModel::filter() {
  room_->setParticipants({personOf("Anna", Presence::Available, true), personOf("Hannah"), personOf("Bo")}, false);
  ParticipantModel model;
  QAbstractItemModelTester tester(&model);
  model.setRoom(room_.get(), me_);
  model.setFilter(QStringLiteral("AN"));
  QCOMPARE(shown(model), list("= Managers, Anna, = Members, Hannah"));
  model.setFilter(QStringLiteral("han"));
  QCOMPARE(shown(model), list("= Members, Hannah"));
  model.setFilter(QStringLiteral("nobody"));
  QCOMPARE(model.rowCount(), 0);
  QCOMPARE(model.peopleCount(), 3);
  model.setFilter({});
  QCOMPARE(model.rowCount(), 5);
}

void TestParticipantModel::followsTheRoom() {
  ParticipantModel model;
  QAbstractItemModelTester tester(&model);
  model.setRoom(room_.get(), me_);
  QCOMPARE(model.rowCount(), 0);
  room_->participantJoined(personOf("Bo"));
  room_->participantJoined(personOf("Ada"));
  QCOMPARE(shown(model), list("= Members, Ada (me), Bo"));
  room_->participantLeft(personOf("Bo").uri);
  QCOMPARE(shown(model), list("= Members, Ada (me)"));
  Core::Room other(*RoomUri::fromParts("orchard.example", "lobby"));
  other.setParticipants({personOf("Cy")}, false);
  model.setRoom(&other, me_);
  room_->participantJoined(personOf("Dot"));
  QCOMPARE(shown(model), list("= Members, Cy"));
  model.setRoom(nullptr, me_);
  QCOMPARE(model.rowCount(), 0);
}

// Who reads the list keeps the place when somebody comes, goes or turns busy.
void TestParticipantModel::readersKeepTheirPlace() {
  room_->setParticipants({personOf("Ada"), personOf("Bo"), personOf("Cy")}, false);
  ParticipantModel model;
  QAbstractItemModelTester tester(&model);
  model.setRoom(room_.get(), me_);
  QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
  QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
  const QPersistentModelIndex cy = model.index(3);
  room_->participantJoined(personOf("Abe"));
  QCOMPARE(changes.size(), 0);
  room_->setPresence({{personOf("Bo").uri, Presence::Busy}});
  QCOMPARE(changes.size(), 1);
  QCOMPARE(shown(model), list("= Members, Abe, Ada (me), Cy, Bo"));
  QCOMPARE(cy.row(), 3);
  room_->participantLeft(personOf("Cy").uri);
  QVERIFY(!cy.isValid());
  QCOMPARE(resets.size(), 0);
}

// The server sends no notices above its limit, so what the room itself knows is less than what was fetched.
void TestParticipantModel::fetchedListStaysWhileTheRosterIsHidden() {
  room_->setParticipants({personOf("Ada")}, true);
  ParticipantModel model;
  QAbstractItemModelTester tester(&model);
  model.setRoom(room_.get(), me_);
  model.setFetched({personOf("Ada"), personOf("Bo"), personOf("Cy")});
  QCOMPARE(model.peopleCount(), 3);
  room_->setParticipants({personOf("Ada"), personOf("Dot")}, true);
  room_->participantLeft(personOf("Dot").uri);
  QCOMPARE(shown(model), list("= Members, Ada (me), Bo, Cy"));
  room_->setParticipants({personOf("Bo")}, false);  // few enough again: the room knows everybody
  QCOMPARE(shown(model), list("= Members, Bo"));
}

void TestParticipantModel::identitiesAreUnique() {
  room_->setParticipants({personOf("Ada"), personOf("Bo", Presence::Away, true)}, false);
  ParticipantModel model;
  model.setRoom(room_.get(), me_);
  QStringList ids;
  for (int i = 0; i < model.rowCount(); ++i) ids.append(model.index(i).data(IdRole).toString());
  QCOMPARE(ids.size(), 4);
  QCOMPARE(ids.removeDuplicates(), 0);
}

void TestParticipantModel::accessibleText() {
  room_->setParticipants({personOf("Bo", Presence::Busy, true, true)}, false);
  ParticipantModel model;
  model.setRoom(room_.get(), me_);
  QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Managers"));
  QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Bo, busy, manager, presenter"));
}

PARLOUR_TEST(TestParticipantModel)

}  // namespace tst_participantmodel

#include "tst_participantmodel.moc"
