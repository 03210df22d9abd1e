// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/ui/manage/ManageRoomModel.h"
#include "tests/app/ui/FakeRoomAdmin.h"
#include "tests/program/TestProgram.h"
#include "tests/support/EnglishWords.h"

namespace tst_manageroommodel {

using namespace Parlour;
using namespace Parlour::Tests;
using namespace Parlour::Ui;
using Core::RoomRole;

// Which edits there are, which are allowed, and what is sent for them.
class ManageRoomModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void untouchedRoomSendsNothing();
  void eachFieldIsNamedAndSentAlone_data();
  void eachFieldIsNamedAndSentAlone();
  void surroundingBlanksAreNoChange();
  void listsBecomeRoleEdits();
  void newRoomHasItsCreator();
  void newOpenRoomSendsNoMembers();
  void whatMayBeChanged_data();
  void whatMayBeChanged();
  void problemsBeforeSending_data();
  void problemsBeforeSending();
  void refusalsFindTheirField_data();
  void refusalsFindTheirField();
  void rebaseKeepsTheEdits();
  void consequencesAreSaid();
  void ownAddInIsKeptInTheChoice();

 private:
  const Testing::EnglishWords english_;
  std::unique_ptr<ManageRoomModel> model_;
  const Core::Principal bo_ = person("bo", QStringLiteral("Bo Medlar"));
};

void ManageRoomModelTest::init() { model_ = std::make_unique<ManageRoomModel>(bo_, seaAndLand(), harbourRoom()); }

void ManageRoomModelTest::untouchedRoomSendsNothing() {
  QVERIFY(!model_->isDirty());
  QVERIFY(model_->changesText().isEmpty());
  const Core::RoomEdit edit = model_->edit();
  QVERIFY(!edit.name && !edit.description && !edit.topic && !edit.category && !edit.privacy && !edit.kind);
  QVERIFY(!edit.invitationsInherited && !edit.disabled && edit.roles.isEmpty());
  QCOMPARE(edit.readOn.toMs(), harbourRoom().summary.updatedOn.toMs());
}

void ManageRoomModelTest::eachFieldIsNamedAndSentAlone_data() {
  QTest::addColumn<int>("field");
  QTest::addColumn<QString>("words");
  QTest::newRow("name") << 0 << QStringLiteral("1 change not saved: name");
  QTest::newRow("description") << 1 << QStringLiteral("1 change not saved: description");
  QTest::newRow("topic") << 2 << QStringLiteral("1 change not saved: topic");
  QTest::newRow("category") << 3 << QStringLiteral("1 change not saved: category");
  QTest::newRow("privacy") << 4 << QStringLiteral("1 change not saved: privacy");
  QTest::newRow("type") << 5 << QStringLiteral("1 change not saved: type");
  QTest::newRow("invitations") << 6 << QStringLiteral("1 change not saved: invitations");
  QTest::newRow("add-in") << 7 << QStringLiteral("1 change not saved: add-in");
}

void ManageRoomModelTest::eachFieldIsNamedAndSentAlone() {
  QFETCH(int, field);
  QFETCH(QString, words);
  const QString text = QStringLiteral("Pier");
  const std::function<void()> changes[] = {[&] { model_->set(&RoomValues::name, text); },
                                           [&] { model_->set(&RoomValues::description, text); },
                                           [&] { model_->set(&RoomValues::topic, text); },
                                           [&] { model_->set(&RoomValues::category, seaAndLand().at(1).uri); },
                                           [&] { model_->set(&RoomValues::privacy, Core::Privacy::Secret); },
                                           [&] { model_->set(&RoomValues::kind, Core::RoomKind::Normal); },
                                           [&] { model_->set(&RoomValues::invitations, false); },
                                           [&] { model_->set(&RoomValues::addIn, QByteArray("clock")); }};
  changes[field]();
  QCOMPARE(model_->changesText(), words);
  const Core::RoomEdit edit = model_->edit();
  const bool sent[] = {edit.name == text,
                       edit.description == text,
                       edit.topic == text,
                       edit.category == seaAndLand().at(1).uri,
                       edit.privacy == Core::Privacy::Secret,
                       edit.kind == Core::RoomKind::Normal,
                       edit.invitationsInherited == false,
                       edit.addIn == QByteArray("clock")};
  for (int i = 0; i < 8; ++i) {
    QCOMPARE(sent[i], i == field);
  }
}

void ManageRoomModelTest::surroundingBlanksAreNoChange() {
  model_->set(&RoomValues::name, QStringLiteral(" Harbour "));
  QVERIFY(!model_->isDirty());
  QVERIFY(!model_->edit().name);
}

void ManageRoomModelTest::listsBecomeRoleEdits() {
  QSignalSpy changed(model_.get(), &ManageRoomModel::changed);
  model_->list(RoomRole::Presenter).add(person("cy", QStringLiteral("Cy Sorb")));
  model_->list(RoomRole::Member).removeAt(0);
  QCOMPARE(changed.size(), 2);
  QCOMPARE(model_->changes(), (QStringList{QStringLiteral("members"), QStringLiteral("presenters")}));
  QCOMPARE(model_->changesText(), QStringLiteral("2 changes not saved: members, presenters"));
  const Core::RoomEdit edit = model_->edit();
  QCOMPARE(edit.roles.size(), 2);
  QCOMPARE(edit.roles.at(0).remove, QList<QByteArray>{"sip:ada@orchard.example"});
  QCOMPARE(edit.roles.at(1).add, QList<QByteArray>{"sip:cy@orchard.example"});
  model_->list(RoomRole::Member).add(person("ada", QStringLiteral("Ada Quince")));
  QCOMPARE(model_->changes(), QStringList{QStringLiteral("presenters")});
}

void ManageRoomModelTest::newRoomHasItsCreator() {
  ManageRoomModel fresh(bo_, seaAndLand());
  QVERIFY(fresh.isNew() && !fresh.isDirty());
  QVERIFY(fresh.values().category.isEmpty());
  QVERIFY(!fresh.mayRemove(RoomRole::Manager, bo_));
  QVERIFY(fresh.mayRemove(RoomRole::Member, bo_));
  fresh.set(&RoomValues::name, QStringLiteral("Pier"));
  fresh.set(&RoomValues::category, seaAndLand().at(0).uri);
  QVERIFY(fresh.isDirty());
  const Core::RoomEdit edit = fresh.edit();
  QCOMPARE(*edit.privacy, Core::Privacy::Closed);
  QCOMPARE(*edit.kind, Core::RoomKind::Normal);
  QCOMPARE(edit.roles.size(), 2);
  QCOMPARE(edit.roles.at(0).add, QList<QByteArray>{bo_.uri});
  QCOMPARE(edit.roles.at(1).role, RoomRole::Manager);
  QCOMPARE(edit.roles.at(1).add, QList<QByteArray>{bo_.uri});
  ManageRoomModel onlyOne(bo_, {seaAndLand().at(1)});
  QCOMPARE(onlyOne.values().category, seaAndLand().at(1).uri);
}

void ManageRoomModelTest::newOpenRoomSendsNoMembers() {
  ManageRoomModel fresh(bo_, seaAndLand());
  fresh.set(&RoomValues::privacy, Core::Privacy::Open);
  QCOMPARE(fresh.edit().roles.size(), 1);
  QCOMPARE(fresh.edit().roles.first().role, RoomRole::Manager);
  QVERIFY(!fresh.rule(RoomField::Members).enabled);
}

void ManageRoomModelTest::whatMayBeChanged_data() {
  QTest::addColumn<bool>("manager");
  QTest::addColumn<int>("creatorIn");  // 0 nowhere, 1 only here, 2 elsewhere too
  QTest::addColumn<bool>("name");
  QTest::addColumn<bool>("category");
  QTest::newRow("manager") << true << 0 << true << false;
  QTest::newRow("manager and creator here") << true << 1 << true << false;
  QTest::newRow("manager and creator elsewhere") << true << 2 << true << true;
  QTest::newRow("neither") << false << 2 << false << false;
}

void ManageRoomModelTest::whatMayBeChanged() {
  QFETCH(bool, manager);
  QFETCH(int, creatorIn);
  Core::RoomDetails details = harbourRoom();
  details.mayManage = manager;
  const ManageRoomModel model(bo_, seaAndLand().mid(0, creatorIn), details);
  QTEST(model.rule(RoomField::Name).enabled, "name");
  QTEST(model.rule(RoomField::Category).enabled, "category");
  QVERIFY(!model.rule(RoomField::Files).enabled);
  for (const RoomField field : {RoomField::Name, RoomField::Category, RoomField::Files}) {
    QCOMPARE(model.rule(field).reason.isEmpty(), model.rule(field).enabled);
  }
}

void ManageRoomModelTest::problemsBeforeSending_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("description");
  QTest::addColumn<bool>("category");
  QTest::addColumn<int>("field");
  QTest::newRow("no name") << QStringLiteral("  ") << QString() << true << static_cast<int>(RoomField::Name);
  QTest::newRow("longest name") << QString(256, QLatin1Char('n')) << QString() << true << -1;
  QTest::newRow("name too long") << QString(257, QLatin1Char('n')) << QString() << true
                                 << static_cast<int>(RoomField::Name);
  QTest::newRow("longest description") << QStringLiteral("x") << QString(256, QLatin1Char('d')) << true << -1;
  QTest::newRow("description too long") << QStringLiteral("x") << QString(257, QLatin1Char('d')) << true
                                        << static_cast<int>(RoomField::Description);
  QTest::newRow("no category") << QStringLiteral("x") << QString() << false << static_cast<int>(RoomField::Category);
}

void ManageRoomModelTest::problemsBeforeSending() {
  QFETCH(QString, name);
  QFETCH(QString, description);
  QFETCH(bool, category);
  QFETCH(int, field);
  ManageRoomModel fresh(bo_, seaAndLand());
  fresh.set(&RoomValues::name, name);
  fresh.set(&RoomValues::description, description);
  if (category) {
    fresh.set(&RoomValues::category, seaAndLand().at(0).uri);
  }
  const std::optional<RoomProblem> problem = fresh.firstProblem();
  QCOMPARE(problem.has_value(), field >= 0);
  if (problem) {
    QCOMPARE(static_cast<int>(*problem->field), field);
    QVERIFY(!problem->text.isEmpty());
  }
}

void ManageRoomModelTest::refusalsFindTheirField_data() {
  QTest::addColumn<int>("code");
  QTest::addColumn<int>("field");
  QTest::addColumn<bool>("conflict");
  QTest::newRow("name in use") << 452 << static_cast<int>(RoomField::Name) << false;
  QTest::newRow("no creator there") << 458 << static_cast<int>(RoomField::Category) << false;
  QTest::newRow("not in scope") << 456 << static_cast<int>(RoomField::Managers) << false;
  QTest::newRow("presenter is no member") << 457 << static_cast<int>(RoomField::Presenters) << false;
  QTest::newRow("changed meanwhile") << 409 << -1 << true;
  QTest::newRow("not allowed") << 403 << -1 << false;
}

void ManageRoomModelTest::refusalsFindTheirField() {
  QFETCH(int, code);
  QFETCH(int, field);
  model_->list(RoomRole::Manager).add(person("dot", QStringLiteral("Dot Damson")));
  const RoomProblem problem = model_->problemFor(refusalOf(code, QStringLiteral("No.")));
  QCOMPARE(problem.field ? static_cast<int>(*problem.field) : -1, field);
  QTEST(problem.conflict, "conflict");
  QCOMPARE(problem.text, QStringLiteral("No."));
}

void ManageRoomModelTest::rebaseKeepsTheEdits() {
  model_->set(&RoomValues::topic, QStringLiteral("Neap tide"));
  model_->list(RoomRole::Member).removeAt(0);
  model_->list(RoomRole::Manager).add(person("ada", QStringLiteral("Ada Quince")));
  Core::RoomDetails theirs = harbourRoom();
  theirs.summary.name = QStringLiteral("Harbour and pier");
  theirs.summary.topic = QStringLiteral("Fog");
  theirs.summary.updatedOn = Timestamp::fromMs(1'700'000'900'000);
  theirs.members.append(person("dot", QStringLiteral("Dot Damson")));
  model_->rebase(theirs);
  QCOMPARE(model_->values().name, QStringLiteral("Harbour and pier"));
  QCOMPARE(model_->values().topic, QStringLiteral("Neap tide"));
  QCOMPARE(model_->changes(),
           (QStringList{QStringLiteral("topic"), QStringLiteral("members"), QStringLiteral("managers")}));
  QCOMPARE(model_->list(RoomRole::Member).principals().size(), 3);
  QCOMPARE(model_->edit().readOn.toMs(), 1'700'000'900'000);
  QVERIFY(!model_->edit().name);
}

void ManageRoomModelTest::consequencesAreSaid() {
  QVERIFY(model_->consequence(RoomField::Kind).isEmpty());
  model_->set(&RoomValues::kind, Core::RoomKind::Normal);
  model_->set(&RoomValues::privacy, Core::Privacy::Open);
  QVERIFY(!model_->consequence(RoomField::Kind).isEmpty());
  QVERIFY(!model_->consequence(RoomField::Privacy).isEmpty());
}

void ManageRoomModelTest::ownAddInIsKeptInTheChoice() {
  Core::RoomDetails details = harbourRoom();
  details.addIn = Core::RoomAddIn{"old", QStringLiteral("Old clock"), {}};
  ManageRoomModel model(bo_, seaAndLand(), details);
  model.setAddIns({Core::RoomAddIn{"clock", QStringLiteral("Tide clock"), {}}});
  QCOMPARE(model.addIns().size(), 2);
  QCOMPARE(model.addIns().first().id, QByteArray("old"));
  QVERIFY(!model.isDirty());
  model.set(&RoomValues::addIn, QByteArray());
  QCOMPARE(model.edit().addIn, std::optional<QByteArray>(QByteArray()));
  model_->setAddIns({Core::RoomAddIn{"clock", QStringLiteral("Tide clock"), {}}});
  QCOMPARE(model_->addIns().size(), 1);
}

PARLOUR_TEST(ManageRoomModelTest)

}  // namespace tst_manageroommodel

#include "tst_manageroommodel.moc"
