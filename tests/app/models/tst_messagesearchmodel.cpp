// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/models/MessageSearchModel.h"
#include "app/models/Roles.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_messagesearchmodel {

using namespace Parlour;
using namespace Parlour::Models;
using namespace Parlour::Testing;

class TestMessageSearchModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void groupsByRoom();
  void moreHits_data();
  void moreHits();
  void collapsing();
  void laterSearchWins();
  void clearing();
  void failureKeepsTheRows();
  void identitiesAreUnique();
  void texts();

 private:
  static Core::MessageSearchQuery wordsOf(const char* words) {
    Core::MessageSearchQuery query;
    query.words = QString::fromLatin1(words);
    return query;
  }
  void search(MessageSearchModel& model, const char* words) {
    model.search(wordsOf(words));
    f_->settle();
  }
  // "R Tide tables 5", "H text", "M 2".
  static QStringList shown(const MessageSearchModel& model) {
    QStringList lines;
    for (int i = 0; i < model.rowCount(); ++i) {
      const auto& row = model.row(i);
      switch (row.kind) {
        case MessageSearchRow::Kind::Room:
          lines.append(QStringLiteral("R %1 %2").arg(row.roomName).arg(row.hits));
          break;
        case MessageSearchRow::Kind::Hit:
          lines.append(QStringLiteral("H ") + row.message.text);
          break;
        case MessageSearchRow::Kind::More:
          lines.append(QStringLiteral("M %1").arg(row.hits));
          break;
      }
    }
    return lines;
  }
  static QStringList list(const char* text) { return QString::fromLatin1(text).split(QStringLiteral(" | ")); }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  std::unique_ptr<ClientFixture> f_;
};

void TestMessageSearchModel::init() {
  f_ = std::make_unique<ClientFixture>();
  f_->rooms.add(tides_, QStringLiteral("Tide tables"));
  f_->rooms.add(crew_, QStringLiteral("Crew rota"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
  f_->followBefore(crew_, QStringLiteral("Crew rota"));
  for (int i = 1; i <= 6; ++i) f_->rooms.remember(tides_, f_->bo, QStringLiteral("water %1").arg(i));
  f_->rooms.remember(crew_, f_->bo, QStringLiteral("water for the crew"));
  f_->signIn();
}

void TestMessageSearchModel::groupsByRoom() {
  MessageSearchModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  search(model, "crew");
  QCOMPARE(shown(model), list("R Crew rota 1 | H water for the crew"));
  QCOMPARE(model.hitCount(), 1);
  QCOMPARE(model.roomCount(), 1);
  search(model, "water");
  QCOMPARE(model.hitCount(), 7);
  QCOMPARE(model.roomCount(), 2);
  QVERIFY(model.tookMs() >= 0);
  search(model, "nothing like it");
  QCOMPARE(model.rowCount(), 0);
  QCOMPARE(model.hitCount(), 0);
}

void TestMessageSearchModel::moreHits_data() {
  QTest::addColumn<int>("hits");
  QTest::addColumn<int>("shownHits");
  QTest::newRow("three") << 3 << 3;
  QTest::newRow("four, since a line for one more saves nothing") << 4 << 4;
  QTest::newRow("five") << 5 << 3;
}

void TestMessageSearchModel::moreHits() {
  QFETCH(int, hits);
  QFETCH(int, shownHits);
  for (int i = 0; i < hits; ++i) f_->rooms.say(crew_, f_->bo, QStringLiteral("boat %1").arg(i));
  f_->settle();
  MessageSearchModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  search(model, "boat");
  const bool more = shownHits < hits;
  QCOMPARE(model.rowCount(), 1 + shownHits + (more ? 1 : 0));
  QCOMPARE(model.row(1).message.text, QStringLiteral("boat %1").arg(hits - 1));  // newest first
  QCOMPARE(model.hitCount(), hits);
  if (!more) return;
  QCOMPARE(model.row(model.rowCount() - 1).kind, MessageSearchRow::Kind::More);
  QCOMPARE(model.row(model.rowCount() - 1).hits, hits - shownHits);
  model.showAll(crew_);
  QCOMPARE(model.rowCount(), 1 + hits);
  search(model, "boat");
  QCOMPARE(model.rowCount(), 2 + shownHits);  // a new search starts folded
}

void TestMessageSearchModel::collapsing() {
  MessageSearchModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  search(model, "water");
  model.setCollapsed(tides_, true);
  model.setCollapsed(tides_, true);
  QVERIFY(!shown(model).contains(QStringLiteral("H water 6")));
  QVERIFY(shown(model).contains(QStringLiteral("R Tide tables 6")));
  model.setCollapsed(crew_, true);
  QCOMPARE(model.rowCount(), 2);
  QVERIFY(model.row(0).collapsed && model.row(1).collapsed);
  model.setCollapsed(tides_, false);
  QVERIFY(shown(model).contains(QStringLiteral("H water 6")));
  QCOMPARE(model.hitCount(), 7);
}

void TestMessageSearchModel::laterSearchWins() {
  MessageSearchModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  QSignalSpy resets(&model, &MessageSearchModel::modelReset);
  model.search(wordsOf("water"));
  model.search(wordsOf("crew"));
  f_->settle();
  QCOMPARE(resets.size(), 1);
  QCOMPARE(model.hitCount(), 1);
  QCOMPARE(model.row(0).words, QStringLiteral("crew"));
}

void TestMessageSearchModel::clearing() {
  MessageSearchModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  search(model, "water");
  model.search(wordsOf("crew"));
  QSignalSpy changes(&model, &MessageSearchModel::searchingChanged);
  model.clear();
  QVERIFY(!model.searching());
  QCOMPARE(changes.size(), 1);
  QCOMPARE(model.rowCount(), 0);
  QCOMPARE(model.roomCount(), 0);
  f_->settle();
  QCOMPARE(model.rowCount(), 0);
}

void TestMessageSearchModel::failureKeepsTheRows() {
  MessageSearchModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  search(model, "crew");
  QSignalSpy failures(&model, &MessageSearchModel::failed);
  f_->rooms.deviate("cmd:bcquery", {502, QStringLiteral("ERROR_DATABASE_CONNECTION")});
  search(model, "water");
  QCOMPARE(failures.size(), 1);
  QVERIFY(!model.searching());
  model.setCollapsed(crew_, true);
  model.setCollapsed(crew_, false);
  QCOMPARE(shown(model), list("R Crew rota 1 | H water for the crew"));
  QCOMPARE(model.row(1).words, QStringLiteral("crew"));  // what these were found by
}

void TestMessageSearchModel::identitiesAreUnique() {
  MessageSearchModel model(*f_->client);
  search(model, "water");
  QStringList ids;
  for (int i = 0; i < model.rowCount(); ++i) ids.append(model.index(i).data(IdRole).toString());
  QVERIFY(shown(model).contains(QStringLiteral("M 3")));
  QCOMPARE(ids.removeDuplicates(), 0);
}

void TestMessageSearchModel::texts() {
  MessageSearchModel model(*f_->client);
  search(model, "water");
  int checked = 0;
  for (int i = 0; i < model.rowCount(); ++i) {
    const auto index = model.index(i);
    const QString shownText = index.data(Qt::DisplayRole).toString();
    const QString spoken = index.data(Qt::AccessibleTextRole).toString();
    const auto& row = model.row(i);
    switch (row.kind) {
      case MessageSearchRow::Kind::Room:
        QCOMPARE(shownText, row.roomName);
        QVERIFY(spoken.startsWith(row.roomName + QStringLiteral(", %1 message").arg(row.hits)));
        break;
      case MessageSearchRow::Kind::Hit:
        QCOMPARE(shownText, row.message.text);
        QVERIFY(spoken.contains(QStringLiteral(" in ") + row.roomName + QStringLiteral(": ") + row.message.text));
        break;
      case MessageSearchRow::Kind::More:
        QCOMPARE(shownText, QStringLiteral("Show 3 more in this room"));
        QCOMPARE(spoken, shownText);
        break;
    }
    ++checked;
  }
  QVERIFY(checked >= 6);
}

PARLOUR_TEST(TestMessageSearchModel)

}  // namespace tst_messagesearchmodel

#include "tst_messagesearchmodel.moc"
