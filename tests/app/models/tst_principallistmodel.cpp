// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/models/PrincipalListModel.h"
#include "app/models/Roles.h"
#include "tests/program/TestProgram.h"

namespace tst_principallistmodel {

using namespace Parlour;
using namespace Parlour::Models;
using Core::Principal;
using Core::RoomRole;

namespace {

Principal person(const char* name) {
  Principal principal;
  principal.uri = "sip:" + QByteArray(name).toLower() + "@orchard.example";
  principal.name = QString::fromLatin1(name);
  return principal;
}

Principal crewGroup() { return {"ma-grp:0f1e2d3c@u.g", QStringLiteral("Crew"), {}, {}, false}; }

// "+ada" adds, "-2" removes the row with this number.
void perform(PrincipalListModel& model, const QString& steps) {
  for (const QString& step : steps.split(u' ', Qt::SkipEmptyParts)) {
    if (step.startsWith(u'+')) {
      model.add(person(step.mid(1).toLatin1().constData()));
    } else {
      QVERIFY(model.removeAt(step.mid(1).toInt()));
    }
  }
}

QStringList shortNames(const QList<QByteArray>& addresses) {
  QStringList names;
  for (const QByteArray& address : addresses) names.append(QString::fromLatin1(SipUri::fromTrusted(address).user()));
  return names;
}

}  // namespace

class TestPrincipalListModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void edits_data();
  void edits();
  void theSameAddressStandsOnce();
  void settingDropsEdits();
  void rowsOutsideAreNotRemoved();
  void saysWhatARowIs_data();
  void saysWhatARowIs();
  void signalsEachChange();
};

void TestPrincipalListModel::edits_data() {
  QTest::addColumn<QString>("steps");
  QTest::addColumn<QStringList>("rows");
  QTest::addColumn<QStringList>("added");
  QTest::addColumn<QStringList>("removed");
  const auto row = [](const char* steps, const char* rows, const char* added, const char* removed) {
    const auto split = [](const char* words) { return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts); };
    QTest::newRow(*steps ? steps : "nothing")
        << QString::fromLatin1(steps) << split(rows) << split(added) << split(removed);
  };
  row("", "ada bo", "", "");
  row("+Cy", "ada bo cy", "cy", "");
  row("-0", "bo", "", "ada");
  row("-0 +Ada", "bo ada", "", "");
  row("+Cy -2", "ada bo", "", "");
  row("-1 -0", "", "", "ada bo");
  row("-0 +Cy +Dot", "bo cy dot", "cy dot", "ada");
  row("-0 +Ada -1", "bo", "", "ada");
}

void TestPrincipalListModel::edits() {
  QFETCH(QString, steps);
  PrincipalListModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.setPrincipals({person("Ada"), person("Bo")});
  perform(model, steps);
  QList<QByteArray> rows;
  for (const Principal& principal : model.principals()) rows.append(principal.uri);
  QTEST(shortNames(rows), "rows");
  const Core::RoleEdit edit = model.edit(RoomRole::Presenter);
  QCOMPARE(edit.role, RoomRole::Presenter);
  QTEST(shortNames(edit.add), "added");
  QTEST(shortNames(edit.remove), "removed");
  QCOMPARE(model.isEdited(), !edit.isEmpty());
}

void TestPrincipalListModel::theSameAddressStandsOnce() {
  PrincipalListModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  Principal shouted = person("Ada");
  shouted.uri = shouted.uri.toUpper().replace("SIP:", "sip:");
  model.setPrincipals({person("Ada"), shouted, Principal()});
  QCOMPARE(model.rowCount(), 1);
  model.add(shouted);
  model.add(Principal());
  QCOMPARE(model.rowCount(), 1);
  QVERIFY(model.contains(shouted.uri));
  QVERIFY(!model.isEdited());
}

void TestPrincipalListModel::settingDropsEdits() {
  PrincipalListModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.setPrincipals({person("Ada")});
  perform(model, QStringLiteral("-0 +Cy"));
  model.setPrincipals({person("Cy"), crewGroup()});
  QVERIFY(!model.isEdited());
  QCOMPARE(model.rowCount(), 2);
  QVERIFY(!model.index(0).data(PrincipalListModel::AddedRole).toBool());
}

void TestPrincipalListModel::rowsOutsideAreNotRemoved() {
  PrincipalListModel model;
  QVERIFY(!model.removeAt(0));
  model.setPrincipals({person("Ada")});
  QVERIFY(!model.removeAt(-1));
  QVERIFY(!model.removeAt(1));
  QCOMPARE(model.rowCount(), 1);
}

void TestPrincipalListModel::saysWhatARowIs_data() {
  QTest::addColumn<QByteArray>("uri");
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("email");
  QTest::addColumn<QString>("company");
  QTest::addColumn<bool>("disabled");
  QTest::addColumn<QString>("shown");
  QTest::addColumn<QString>("detail");
  QTest::addColumn<bool>("isGroup");
  const QByteArray ada = "sip:ada@orchard.example";
  QTest::newRow("person") << ada << QStringLiteral("Ada Quince") << QString() << QString() << false
                          << QStringLiteral("Ada Quince") << QStringLiteral("ada@orchard.example") << false;
  QTest::newRow("person with mail") << ada << QStringLiteral("Ada Quince") << QStringLiteral("quince@orchard.example")
                                    << QStringLiteral("Orchard") << false << QStringLiteral("Ada Quince")
                                    << QStringLiteral("quince@orchard.example, Orchard") << false;
  QTest::newRow("turned off") << ada << QStringLiteral("Ada") << QString() << QString() << true << QStringLiteral("Ada")
                              << QStringLiteral("ada@orchard.example, account turned off") << false;
  QTest::newRow("without name") << ada << QString() << QString() << QString() << false
                                << QStringLiteral("ada@orchard.example") << QStringLiteral("ada@orchard.example")
                                << false;
  QTest::newRow("group") << QByteArray("ma-grp:0f1e@u.g") << QStringLiteral("Crew") << QString() << QString() << false
                         << QStringLiteral("Crew") << QStringLiteral("Group") << true;
}

void TestPrincipalListModel::saysWhatARowIs() {
  QFETCH(QByteArray, uri);
  QFETCH(QString, name);
  QFETCH(QString, email);
  QFETCH(QString, company);
  QFETCH(bool, disabled);
  const Principal principal{uri, name, email, company, disabled};
  PrincipalListModel model;
  model.add(principal);
  const QModelIndex index = model.index(0);
  QTEST(index.data(Qt::DisplayRole).toString(), "shown");
  QTEST(index.data(PrincipalListModel::DetailRole).toString(), "detail");
  QTEST(index.data(PrincipalListModel::IsGroupRole).toBool(), "isGroup");
  QCOMPARE(index.data(PrincipalListModel::AddressRole).toByteArray(), uri);
  QCOMPARE(index.data(IdRole).toString(), QString::fromLatin1(uri));
  QCOMPARE(index.data(RowRole).value<Principal>(), principal);
  QFETCH(QString, detail);
  QFETCH(QString, shown);
  QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), QStringLiteral("%1, %2, not saved yet").arg(shown, detail));
}

void TestPrincipalListModel::signalsEachChange() {
  PrincipalListModel model;
  QSignalSpy changed(&model, &PrincipalListModel::changed);
  model.setPrincipals({person("Ada")});
  QCOMPARE(changed.size(), 1);
  model.add(person("Ada"));
  QCOMPARE(changed.size(), 1);
  model.add(person("Bo"));
  QCOMPARE(changed.size(), 2);
  QVERIFY(model.removeAt(0));
  QCOMPARE(changed.size(), 3);
}

PARLOUR_TEST(TestPrincipalListModel)

}  // namespace tst_principallistmodel

#include "tst_principallistmodel.moc"
