// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QTest>
#include <random>

#include "tests/app/models/TimelineTesting.h"
#include "tests/program/TestProgram.h"

namespace tst_timelinechanges {

using namespace Parlour;
using namespace Parlour::Models;
using namespace Parlour::Models::Testing;

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

class TestTimelineChanges : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anySequenceOfChanges_data();
  void anySequenceOfChanges();
};

void TestTimelineChanges::anySequenceOfChanges_data() {
  QTest::addColumn<quint32>("seed");
  for (quint32 seed = 1; seed <= 25; ++seed) QTest::addRow("seed %u", seed) << seed;
}

void TestTimelineChanges::anySequenceOfChanges() {
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

PARLOUR_TEST(TestTimelineChanges)

}  // namespace tst_timelinechanges

#include "tst_timelinechanges.moc"
