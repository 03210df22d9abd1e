// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <random>

#include "app/models/Roles.h"
#include "app/models/TimelineModel.h"

using namespace Parlour;
using namespace Parlour::Models;
using Core::Message;

namespace {

// Minutes after noon, local time, of a day in March 2031.
Timestamp minute(int minutes, int day = 4) {
  return Timestamp::fromMs(QDateTime(QDate(2031, 3, day), QTime(12, 0)).toMSecsSinceEpoch() + qint64{minutes} * 60'000);
}

Message messageOf(ChatId id, const char* author, Timestamp time) {
  Message message;
  message.chatId = id;
  message.author = SipUri::fromTrusted(QByteArray("sip:") + author + "@orchard.example");
  message.authorName = QString::fromLatin1(author);
  message.time = time;
  message.text = QStringLiteral("message %1").arg(id);
  message.own = qstrcmp(author, "ada") == 0;
  return message;
}

// Ids 1 to `count`, a minute apart, all from Bo.
QList<Message> talk(ChatId first, ChatId last) {
  QList<Message> messages;
  for (ChatId id = first; id <= last; ++id) messages.append(messageOf(id, "bo", minute(static_cast<int>(id))));
  return messages;
}

RoomUri tides() { return *RoomUri::fromParts("orchard.example", "tides"); }

struct ShownRow {
  QString id;
  QString text;
  Core::MessageState state = Core::MessageState::Stored;
  bool dayLine = false;
  bool newLine = false;
  bool grouped = false;
  bool operator==(const ShownRow&) const = default;
};

ShownRow shownOf(const TimelineModel& model, int row) {
  const auto value = model.row(row);
  return {model.index(row).data(IdRole).toString(),
          value.message.text,
          value.message.state,
          value.dayLineAbove,
          value.newLineAbove,
          value.grouped};
}

QByteArray describe(const ShownRow& row) {
  return row.id.toUtf8() + " \"" + row.text.toUtf8() + '"' + (row.dayLine ? " day" : "") + (row.newLine ? " new" : "") +
         (row.grouped ? " grouped" : "");
}

// What a view shows that repaints only what it is told has changed.
class ViewMirror : public QObject {
 public:
  explicit ViewMirror(TimelineModel& model) : model_(model) {
    readAll();
    connect(&model, &TimelineModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
      for (int i = first; i <= last; ++i) rows_.insert(i, shownOf(model_, i));
    });
    connect(&model, &TimelineModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { rows_.remove(first, last - first + 1); });
    connect(&model, &TimelineModel::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
      for (int i = first.row(); i <= last.row(); ++i) rows_[i] = shownOf(model_, i);
    });
    connect(&model, &TimelineModel::modelReset, this, [this] { readAll(); });
  }
  // Empty when the view shows the truth, else the first wrong row.
  QByteArray fault() const {
    if (rows_.size() != model_.rowCount()) return "wrong number of rows";
    for (int i = 0; i < rows_.size(); ++i) {
      const auto truth = shownOf(model_, i);
      if (rows_[i] == truth) continue;
      return "row " + QByteArray::number(i) + " shows " + describe(rows_[i]) + " instead of " + describe(truth);
    }
    return {};
  }

 private:
  void readAll() {
    rows_.clear();
    for (int i = 0; i < model_.rowCount(); ++i) rows_.append(shownOf(model_, i));
  }

  TimelineModel& model_;
  QList<ShownRow> rows_;
};

}  // namespace

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
  void anySequenceOfChanges_data();
  void anySequenceOfChanges();
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
}

void TestTimelineModel::texts() {
  QFETCH(Message, message);
  QFETCH(QStringList, parts);
  Core::Room room(tides());
  room.timeline().resetTo({message}, true, true);
  TimelineModel model;
  model.setRoom(&room);
  const QString text = model.index(0).data(Qt::AccessibleTextRole).toString();
  for (const QString& part : parts) QVERIFY2(text.contains(part), qPrintable(text));
  QCOMPARE(model.index(0).data(Qt::DisplayRole).toString(), message.text);
  QCOMPARE(model.index(0).data(IdRole).toString(), QStringLiteral("7"));
}

namespace {

// Changes a room's timeline at random, in the ways in which the core does it.
class RandomRoom {
 public:
  explicit RandomRoom(quint32 seed) : room(tides()), random_(seed) {
    for (ChatId id = 1; id <= 60; ++id) history_.append(fresh(id));
    room.timeline().resetTo(history_.mid(40), false, true);
    room.setReadMark(30 + random_() % 30);
    room.noteMessages(history_);
  }

  QByteArray step(TimelineModel& model) {
    switch (random_() % 14) {
      case 0:
      case 1:
      case 2:
        return live(1);
      case 3:
        return live(3);
      case 4:
      case 5:
        return older();
      case 6:
        return newer();
      case 7:
        return post();
      case 8:
        return echo();
      case 9:
        return fail();
      case 10:
        return discard();
      case 11:
        return deletion();
      case 12:
        return jump();
      default:
        return enter(model);
    }
  }

  Core::Room room;

 private:
  Message fresh(ChatId id) {
    const char* const authors[] = {"bo", "cy", "ada"};
    now_ += static_cast<int>(random_() % 8) + (random_() % 20 == 0 ? 24 * 60 : 0);
    Message message = messageOf(id, authors[random_() % 3], minute(now_));
    message.alert = random_() % 10 == 0;
    return message;
  }
  Core::Timeline& timeline() { return room.timeline(); }
  ChatId newest() const { return static_cast<ChatId>(history_.size()); }

  QByteArray live(int distance) {
    while (distance-- > 0) history_.append(fresh(newest() + 1));
    const ChatId after = timeline().newestChatId();
    timeline().addLive(history_.last());
    if (timeline().atEnd() && after != 0) {
      timeline().fillGap(history_.mid(static_cast<qsizetype>(after), newest() - after - 1));
    }
    return "live";
  }
  QByteArray older() {
    const ChatId oldest = timeline().oldestChatId();
    if (oldest <= 1) return "no older";
    const ChatId first = oldest > 10 ? oldest - 10 : 1;
    timeline().setLoadingOlder(true);
    timeline().prependPage(history_.mid(static_cast<qsizetype>(first) - 1, oldest - first), first == 1);
    return "older";
  }
  QByteArray newer() {
    if (timeline().atEnd()) return "no newer";
    const auto from = static_cast<qsizetype>(timeline().newestChatId());
    timeline().appendPage(history_.mid(from, 10), from + 10 >= history_.size());
    return "newer";
  }
  QByteArray post() {
    Message message = messageOf(0, "ada", minute(now_));
    message.localId = ++localId_;
    message.text = QStringLiteral("post %1").arg(localId_ % 2);
    message.state = Core::MessageState::Sending;
    timeline().addPending(message);
    if (random_() % 4 != 0) timeline().markSent(localId_);
    pending_.append(message);
    return "post";
  }
  QByteArray echo() {
    if (pending_.isEmpty()) return "no echo";
    Message message = pending_.takeFirst();
    timeline().markSent(message.localId);
    if (random_() % 2 == 0) message.localId = 0;
    message.chatId = newest() + 1;
    message.state = Core::MessageState::Stored;
    history_.append(message);
    timeline().addLive(message);
    return "echo";
  }
  QByteArray fail() {
    if (pending_.isEmpty()) return "nothing fails";
    timeline().setPendingState(pending_.last().localId, Core::MessageState::Failed,
                               Error::make(ErrorCode::Timeout, QStringLiteral("no answer")));
    return "fail";
  }
  QByteArray discard() {
    if (pending_.isEmpty()) return "nothing to discard";
    timeline().removePending(pending_.takeLast().localId);
    return "discard";
  }
  QByteArray deletion() {
    const ChatId id = 1 + random_() % newest();
    timeline().applyDeletion({id, id + 1}, QStringLiteral("removed"));
    return "deletion";
  }
  QByteArray jump() {
    const qsizetype from = static_cast<qsizetype>(random_() % newest());
    timeline().resetTo(history_.mid(from, 20), from == 0, from + 20 >= history_.size());
    return "jump";
  }
  QByteArray enter(TimelineModel& model) {
    if (random_() % 2 == 0) {
      model.clearNewLine();
      return "clear line";
    }
    model.setRoom(nullptr);
    room.setReadMark(room.readMark() + random_() % 5);
    model.setRoom(&room);
    return "enter";
  }

  std::mt19937 random_;
  QList<Message> history_;
  QList<Message> pending_;
  quint64 localId_ = 0;
  int now_ = 0;
};

// The rules of the rows, worked out from the timeline alone.
QByteArray brokenRule(const TimelineModel& model, const Core::Timeline& timeline) {
  int lines = 0;
  for (int i = 0; i < model.rowCount(); ++i) {
    const auto row = model.row(i);
    const auto day = [&](int at) { return QDateTime::fromMSecsSinceEpoch(timeline.at(at).time.toMs()).date(); };
    if (row.message.text != timeline.at(i).text) return "text";
    if (row.dayLineAbove != (i == 0 || day(i) != day(i - 1))) return "day line";
    lines += row.newLineAbove;
    if (row.grouped && (row.dayLineAbove || row.newLineAbove)) return "grouped below a line";
    if (row.grouped && timeline.at(i).author != timeline.at(i - 1).author) return "grouped with somebody else";
  }
  return lines <= 1 ? QByteArray() : QByteArray("more than one line of new messages");
}

}  // namespace

void TestTimelineModel::anySequenceOfChanges_data() {
  QTest::addColumn<quint32>("seed");
  for (quint32 seed = 1; seed <= 25; ++seed) QTest::addRow("seed %u", seed) << seed;
}

void TestTimelineModel::anySequenceOfChanges() {
  QFETCH(quint32, seed);
  RandomRoom random(seed);
  TimelineModel model;
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  const ViewMirror view(model);
  model.setRoom(&random.room);
  QByteArrayList steps;
  for (int i = 0; i < 150; ++i) {
    steps.append(random.step(model));
    QCOMPARE(model.rowCount(), random.room.timeline().count());
    const QByteArray fault = view.fault() + brokenRule(model, random.room.timeline());
    QVERIFY2(fault.isEmpty(), fault + " after " + steps.mid(std::max<qsizetype>(0, steps.size() - 5)).join(", "));
  }
}

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"
