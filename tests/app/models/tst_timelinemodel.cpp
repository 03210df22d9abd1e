// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "protocol/xccos/ChatText.h"
#include "tests/app/models/TimelineTesting.h"
#include "tests/program/TestProgram.h"

namespace tst_timelinemodel {

using namespace Parlour;
using namespace Parlour::Models;
using namespace Parlour::Models::Testing;

class TestTimelineModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void grouping_data();
  void grouping();
  void dayLines();
  void newLine_data();
  void newLine();
  void newLineStaysWhereItIs();
  void ownPostClearsTheLine();
  void ownPostElsewhereDoesNot();
  void clearedLineStaysAway();
  void startOfTheRoomShowsTheLine();
  void trimmingKeepsTheTruth();
  void changingRooms();
  void texts_data();
  void texts();
};

void TestTimelineModel::grouping_data() {
  QTest::addColumn<Message>("before");
  QTest::addColumn<Message>("message");
  QTest::addColumn<bool>("grouped");
  const Message first = messageOf(1, "bo", minute(0));
  QTest::newRow("at once") << first << messageOf(2, "bo", minute(0)) << true;
  QTest::newRow("after five minutes") << first << messageOf(2, "bo", minute(5)) << true;
  QTest::newRow("after six minutes") << first << messageOf(2, "bo", minute(6)) << false;
  QTest::newRow("another author") << first << messageOf(2, "cy", minute(1)) << false;
  Message alert = messageOf(2, "bo", minute(1));
  alert.alert = true;
  QTest::newRow("an alert stands alone") << first << alert << false;
  Message alertBefore = first;
  alertBefore.alert = true;
  QTest::newRow("after an alert") << alertBefore << messageOf(2, "bo", minute(1)) << false;
  QTest::newRow("across midnight") << messageOf(1, "bo", minute(12 * 60 - 1)) << messageOf(2, "bo", minute(12 * 60 + 1))
                                   << false;
}

void TestTimelineModel::grouping() {
  QFETCH(Message, before);
  QFETCH(Message, message);
  QFETCH(bool, grouped);
  Core::Room room(tides());
  room.timeline().resetTo({before, message}, true, true);
  TimelineModel model;
  model.setRoom(&room);
  QVERIFY(!model.row(0).grouped);
  QCOMPARE(model.row(1).grouped, grouped);
}

void TestTimelineModel::dayLines() {
  Core::Room room(tides());
  room.timeline().resetTo({messageOf(1, "bo", minute(0, 3)), messageOf(2, "bo", minute(1, 3)),
                           messageOf(3, "bo", minute(0, 4)), messageOf(4, "cy", minute(0, 9))},
                          true, true);
  TimelineModel model;
  QAbstractItemModelTester tester(&model);
  model.setRoom(&room);
  QList<bool> lines;
  for (int i = 0; i < 4; ++i) lines.append(model.row(i).dayLineAbove);
  QCOMPARE(lines, (QList<bool>{true, false, true, true}));
  QCOMPARE(model.row(2).day, QDate(2031, 3, 4));
}

void TestTimelineModel::newLine_data() {
  QTest::addColumn<ChatId>("oldest");
  QTest::addColumn<bool>("atStart");
  QTest::addColumn<ChatId>("readMark");
  QTest::addColumn<int>("row");
  QTest::newRow("in the middle") << ChatId{1} << true << ChatId{6} << 6;
  QTest::newRow("everything read") << ChatId{1} << true << ChatId{10} << -1;
  QTest::newRow("only the newest is new") << ChatId{1} << true << ChatId{9} << 9;
  QTest::newRow("everything is new") << ChatId{1} << true << ChatId{0} << 0;
  QTest::newRow("older ones are not loaded") << ChatId{5} << false << ChatId{3} << -1;
  QTest::newRow("line at the edge of what is loaded") << ChatId{5} << false << ChatId{5} << 1;
  QTest::newRow("first new one is the first loaded") << ChatId{5} << false << ChatId{4} << 0;
}

void TestTimelineModel::newLine() {
  QFETCH(ChatId, oldest);
  QFETCH(bool, atStart);
  QFETCH(ChatId, readMark);
  QFETCH(int, row);
  Core::Room room(tides());
  room.timeline().resetTo(talk(oldest, 10), atStart, true);
  room.setReadMark(readMark);
  room.noteMessages(talk(oldest, 10));
  TimelineModel model;
  model.setRoom(&room);
  QCOMPARE(model.rowOfNewLine(), row);
  for (int i = 0; i < model.rowCount(); ++i) {
    QCOMPARE(model.row(i).newLineAbove, i == row);
    if (i == row) QVERIFY(!model.row(i).grouped);
  }
}

void TestTimelineModel::newLineStaysWhereItIs() {
  Core::Room room(tides());
  room.timeline().resetTo(talk(5, 10), false, true);
  room.setReadMark(7);
  room.noteMessages(talk(5, 10));
  TimelineModel model;
  QAbstractItemModelTester tester(&model);
  model.setRoom(&room);
  const ViewMirror view(model);
  QCOMPARE(model.row(model.rowOfNewLine()).message.chatId, ChatId{8});
  room.setReadMark(10);
  room.timeline().addLive(messageOf(11, "cy", minute(11)));
  room.timeline().prependPage(talk(1, 4), true);
  QCOMPARE(model.row(model.rowOfNewLine()).message.chatId, ChatId{8});
  QCOMPARE(view.fault(), QByteArray());
}

void TestTimelineModel::ownPostClearsTheLine() {
  Core::Room room(tides());
  room.timeline().resetTo(talk(1, 10), true, true);
  room.setReadMark(4);
  room.noteMessages(talk(1, 10));
  TimelineModel model;
  QAbstractItemModelTester tester(&model);
  model.setRoom(&room);
  const ViewMirror view(model);
  Message post = messageOf(0, "ada", minute(20));
  post.localId = 77;
  post.state = Core::MessageState::Sending;
  room.timeline().addPending(post);
  QCOMPARE(model.rowOfNewLine(), -1);
  QCOMPARE(view.fault(), QByteArray());
}

void TestTimelineModel::ownPostElsewhereDoesNot() {
  Core::Room room(tides());
  room.timeline().resetTo(talk(1, 10), true, true);
  room.setReadMark(4);
  room.noteMessages(talk(1, 10));
  TimelineModel model;
  model.setRoom(&room);
  room.timeline().addLive(messageOf(11, "ada", minute(20)));
  QCOMPARE(model.rowOfNewLine(), 4);
}

void TestTimelineModel::clearedLineStaysAway() {
  Core::Room room(tides());
  room.timeline().resetTo(talk(1, 10), true, true);
  room.setReadMark(4);
  room.noteMessages(talk(1, 10));
  TimelineModel model;
  model.setRoom(&room);
  const ViewMirror view(model);
  QSignalSpy changed(&model, &TimelineModel::dataChanged);
  model.clearNewLine();
  QCOMPARE(model.rowOfNewLine(), -1);
  QCOMPARE(changed.size(), 1);
  QCOMPARE(view.fault(), QByteArray());
  model.clearNewLine();
  room.timeline().addLive(messageOf(11, "bo", minute(11)));
  QCOMPARE(model.rowOfNewLine(), -1);
  model.setRoom(nullptr);
  model.setRoom(&room);
  QCOMPARE(model.rowOfNewLine(), 4);  // entered anew, and still nothing is read
}

void TestTimelineModel::startOfTheRoomShowsTheLine() {
  Core::Room room(tides());
  room.timeline().resetTo(talk(3, 10), false, true);
  room.setReadMark(1);
  room.noteMessages(talk(3, 10));
  TimelineModel model;
  QAbstractItemModelTester tester(&model);
  model.setRoom(&room);
  const ViewMirror view(model);
  QCOMPARE(model.rowOfNewLine(), -1);
  room.timeline().prependPage({}, true);  // 1 and 2 have been removed for good
  QCOMPARE(model.rowOfNewLine(), 0);
  QCOMPARE(view.fault(), QByteArray());
}

void TestTimelineModel::trimmingKeepsTheTruth() {
  Core::Room room(tides());
  room.timeline().resetTo(talk(1, Core::Timeline::kWindow), true, true);
  room.setReadMark(1);
  room.noteMessages(talk(1, 10));
  TimelineModel model;
  model.setRoom(&room);
  const ViewMirror view(model);
  QCOMPARE(model.rowOfNewLine(), 1);
  room.timeline().addLive(messageOf(Core::Timeline::kWindow + 1, "cy", minute(Core::Timeline::kWindow)));
  QCOMPARE(model.rowCount(), Core::Timeline::kWindow);
  QCOMPARE(view.fault(), QByteArray());
  room.timeline().prependPage(talk(1, 1), true);
  QCOMPARE(view.fault(), QByteArray());
  QCOMPARE(model.rowCount(), Core::Timeline::kWindow);
}

void TestTimelineModel::changingRooms() {
  Core::Room first(tides());
  Core::Room second(*RoomUri::fromParts("orchard.example", "lobby"));
  first.timeline().resetTo(talk(1, 3), true, true);
  second.timeline().resetTo(talk(1, 5), true, true);
  TimelineModel model;
  QAbstractItemModelTester tester(&model);
  QSignalSpy resets(&model, &TimelineModel::modelReset);
  QCOMPARE(model.rowCount(), 0);
  model.setRoom(&first);
  QCOMPARE(model.rowCount(), 3);
  model.setRoom(&second);
  QCOMPARE(model.rowCount(), 5);
  QCOMPARE(model.room(), &second);
  model.setRoom(&second);
  QCOMPARE(resets.size(), 2);
  first.timeline().addLive(messageOf(4, "bo", minute(4)));
  QCOMPARE(model.rowCount(), 5);
  model.setRoom(nullptr);
  QCOMPARE(model.rowCount(), 0);
  QVERIFY(!model.data(model.index(0), Qt::DisplayRole).isValid());
}

void TestTimelineModel::texts_data() {
  QTest::addColumn<Message>("message");
  QTest::addColumn<QStringList>("parts");
  Message plain = messageOf(7, "bo", minute(0));
  QTest::newRow("plain") << plain << QStringList{QStringLiteral("bo, "), QStringLiteral(": message 7")};
  Message own = messageOf(7, "ada", minute(0));
  QTest::newRow("own") << own << QStringList{QStringLiteral("You, ")};
  Message alert = plain;
  alert.alert = true;
  alert.mentionsMe = true;
  QTest::newRow("alert and mention") << alert << QStringList{QStringLiteral(", high importance, mentions you: ")};
  Message failed = own;
  failed.state = Core::MessageState::Failed;
  QTest::newRow("failed") << failed << QStringList{QStringLiteral(", not sent: ")};
  Message waiting = own;
  waiting.state = Core::MessageState::Waiting;
  QTest::newRow("waiting") << waiting << QStringList{QStringLiteral(", waiting for the connection: ")};
  Message story = plain;
  story.text = QStringLiteral("[STORY]Voyage\r\nSee <a href=\"https://a.example/x\">the page</a>");
  QTest::newRow("story without markup") << story
                                        << QStringList{QStringLiteral(": Story: Voyage"),
                                                       QStringLiteral("See the page")};
  Message removed = plain;
  removed.removed = true;
  removed.text.clear();
  QTest::newRow("removed") << removed << QStringList{QStringLiteral(": A message was removed")};
  Message file = plain;
  file.text = Xccos::makeFileLink(tides(), "77aa66bb-55cc-44dd-93ee-22ff11001234.txt", QStringLiteral("tides.txt"), 43);
  QTest::newRow("file") << file << QStringList{QStringLiteral(": the card of tides.txt")};
}

void TestTimelineModel::texts() {
  QFETCH(Message, message);
  QFETCH(QStringList, parts);
  Core::Room room(tides());
  room.timeline().resetTo({message}, true, true);
  TimelineModel model;
  model.setFileReader([](const TimelineRow&) { return QStringLiteral("the card of tides.txt"); });
  model.setRoom(&room);
  const QString text = model.index(0).data(Qt::AccessibleTextRole).toString();
  for (const QString& part : parts) QVERIFY2(text.contains(part), qPrintable(text));
  QCOMPARE(model.index(0).data(Qt::DisplayRole).toString(), message.text);
  QCOMPARE(model.index(0).data(IdRole).toString(), QStringLiteral("7"));
}

PARLOUR_TEST(TestTimelineModel)

}  // namespace tst_timelinemodel

#include "tst_timelinemodel.moc"
