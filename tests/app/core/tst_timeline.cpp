// SPDX-License-Identifier: Apache-2.0
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include "app/core/Timeline.h"
#include "tests/program/TestProgram.h"

namespace tst_timeline {

using namespace Parlour;
using namespace Parlour::Core;

namespace {

Message stored(ChatId id, const QString& text = {}, bool own = false) {
  Message message;
  message.chatId = id;
  message.text = text.isEmpty() ? QStringLiteral("message %1").arg(id) : text;
  message.own = own;
  return message;
}

Message pendingPost(quint64 localId, const QString& text) {
  Message message;
  message.localId = localId;
  message.text = text;
  message.own = true;
  message.state = MessageState::Sending;
  return message;
}

QList<Message> range(ChatId first, ChatId last) {
  QList<Message> messages;
  for (ChatId id = first; id <= last; ++id) messages.append(stored(id));
  return messages;
}

QList<ChatId> idsOf(const Timeline& timeline) {
  QList<ChatId> ids;
  for (int row = 0; row < timeline.count(); ++row) ids.append(timeline.at(row).chatId);
  return ids;
}

// Keeps a copy of the rows by the signals alone, as a view does.
class Mirror : public QObject {
 public:
  explicit Mirror(Timeline& timeline) : timeline_(timeline) {
    connect(&timeline, &Timeline::aboutToInsert, this, [this](int first, int last) { from_ = first, to_ = last; });
    connect(&timeline, &Timeline::inserted, this, [this] {
      for (int row = from_; row <= to_; ++row) rows_.insert(row, key(row));
      check();
    });
    connect(&timeline, &Timeline::aboutToRemove, this, [this](int first, int last) { from_ = first, to_ = last; });
    connect(&timeline, &Timeline::removed, this, [this] {
      rows_.remove(from_, to_ - from_ + 1);
      check();
    });
    connect(&timeline, &Timeline::changed, this, [this](int first, int last) {
      for (int row = first; row <= last; ++row) rows_[row] = key(row);
      check();
    });
    connect(&timeline, &Timeline::wasReset, this, [this] {
      rows_.clear();
      for (int row = 0; row < timeline_.count(); ++row) rows_.append(key(row));
    });
  }
  bool right() const { return right_; }

 private:
  using Key = std::tuple<ChatId, quint64, QString, int>;
  Key key(int row) const {
    const Message& m = timeline_.at(row);
    return {m.chatId, m.localId, m.text, static_cast<int>(m.state)};
  }
  void check() {
    right_ = right_ && rows_.size() == timeline_.count();
    for (int row = 0; right_ && row < timeline_.count(); ++row) right_ = rows_[row] == key(row);
  }
  Timeline& timeline_;
  QList<Key> rows_;
  int from_ = 0;
  int to_ = 0;
  bool right_ = true;
};

}  // namespace

class TestTimeline : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void liveMessagesAppendOnce();
  void aHoleIsReportedExactlyAndFilled();
  void pagesJoinOn();
  void echoTakesThePlaceOfThePendingPost();
  void equalPostsAreConfirmedInOrder();
  void onlySentPostsAreConfirmed();
  void anOldEqualTextDoesNotConfirm();
  void echoBehindAnotherPendingPost();
  void resetKeepsPendingPosts();
  void awayFromTheEndNothingIsInserted();
  void theWindowIsBounded();
  void deletedMessagesKeepTheirPlace();
  void messagesWithoutNumbers();
  void anyOrderEndsDenseAndWithoutDoubles();
};

void TestTimeline::liveMessagesAppendOnce() {
  Timeline timeline;
  Mirror mirror(timeline);
  QVERIFY(timeline.addLive(stored(1)));
  QVERIFY(timeline.addLive(stored(2)));
  QVERIFY(!timeline.addLive(stored(2)));
  QCOMPARE(idsOf(timeline), (QList<ChatId>{1, 2}));
  QVERIFY(timeline.atStart());
  QVERIFY(timeline.atEnd());
  QCOMPARE(timeline.rowOf(2), 1);
  QCOMPARE(timeline.rowOf(3), -1);
  QVERIFY(mirror.right());
}

void TestTimeline::aHoleIsReportedExactlyAndFilled() {
  Timeline timeline;
  Mirror mirror(timeline);
  QSignalSpy gaps(&timeline, &Timeline::gapFound);
  timeline.resetTo(range(5, 8), false, true);
  timeline.addLive(stored(12));
  QCOMPARE(gaps.size(), 1);
  QCOMPARE(gaps[0][0].toULongLong(), 8ULL);
  QCOMPARE(gaps[0][1].toULongLong(), 12ULL);
  timeline.addLive(stored(13));
  QCOMPARE(gaps.size(), 1);
  timeline.fillGap(range(8, 12));
  QCOMPARE(idsOf(timeline), (QList<ChatId>{5, 6, 7, 8, 9, 10, 11, 12, 13}));
  QVERIFY(mirror.right());
}

void TestTimeline::pagesJoinOn() {
  Timeline timeline;
  Mirror mirror(timeline);
  timeline.resetTo(range(51, 60), false, false);
  QVERIFY(!timeline.atStart());
  QVERIFY(!timeline.atEnd());
  timeline.setLoadingOlder(true);
  timeline.prependPage(range(41, 52), false);
  QVERIFY(!timeline.loadingOlder());
  timeline.appendPage(range(60, 65), true);
  QVERIFY(timeline.atEnd());
  timeline.prependPage(range(1, 40), false);
  QVERIFY(timeline.atStart());  // number 1 is the first of the room
  QCOMPARE(timeline.count(), 65);
  QVERIFY(mirror.right());
}

void TestTimeline::echoTakesThePlaceOfThePendingPost() {
  Timeline timeline;
  Mirror mirror(timeline);
  QSignalSpy confirmed(&timeline, &Timeline::confirmed);
  QSignalSpy removed(&timeline, &Timeline::removed);
  timeline.addLive(stored(1));
  timeline.addPending(pendingPost(77, QStringLiteral("Cast off\nat six?")));
  timeline.markSent(77);
  QVERIFY(!timeline.addLive(stored(2, QStringLiteral("Cast off\r\nat six?"), true)));
  QCOMPARE(timeline.count(), 2);
  QCOMPARE(timeline.at(1).chatId, ChatId{2});
  QCOMPARE(timeline.at(1).state, MessageState::Stored);
  QCOMPARE(timeline.storedCount(), 2);
  QCOMPARE(confirmed.size(), 1);
  QCOMPARE(confirmed[0][0].toULongLong(), 77ULL);
  QVERIFY(removed.isEmpty());  // the row stays where it is
  QVERIFY(mirror.right());
}

void TestTimeline::equalPostsAreConfirmedInOrder() {
  Timeline timeline;
  QSignalSpy confirmed(&timeline, &Timeline::confirmed);
  for (quint64 id : {11, 12}) {
    timeline.addPending(pendingPost(id, QStringLiteral("ok")));
    timeline.markSent(id);
  }
  timeline.addLive(stored(1, QStringLiteral("ok"), true));
  timeline.addLive(stored(2, QStringLiteral("ok"), true));
  QCOMPARE(confirmed.size(), 2);
  QCOMPARE(confirmed[0][0].toULongLong(), 11ULL);
  QCOMPARE(confirmed[1][0].toULongLong(), 12ULL);
  QCOMPARE(timeline.count(), 2);
}

// The same words from another computer must not pass for a post that still waits here.
void TestTimeline::onlySentPostsAreConfirmed() {
  Timeline timeline;
  timeline.addPending(pendingPost(11, QStringLiteral("ok")));
  QVERIFY(timeline.addLive(stored(1, QStringLiteral("ok"), true)));
  QCOMPARE(timeline.count(), 2);
  QCOMPARE(timeline.at(1).localId, 11ULL);
}

void TestTimeline::anOldEqualTextDoesNotConfirm() {
  Timeline timeline;
  timeline.resetTo(range(40, 45), false, true);
  timeline.addPending(pendingPost(11, QStringLiteral("ok")));
  timeline.markSent(11);
  timeline.prependPage({stored(38, QStringLiteral("ok"), true), stored(39)}, false);
  QCOMPARE(timeline.rowOfLocal(11), timeline.count() - 1);
  QCOMPARE(timeline.storedCount(), 8);
}

void TestTimeline::echoBehindAnotherPendingPost() {
  Timeline timeline;
  Mirror mirror(timeline);
  timeline.addPending(pendingPost(11, QStringLiteral("refused")));
  timeline.markSent(11);
  timeline.setPendingState(11, MessageState::Failed, Error::make(ErrorCode::PermissionDenied, QStringLiteral("No.")));
  timeline.addPending(pendingPost(12, QStringLiteral("fine")));
  timeline.markSent(12);
  timeline.addLive(stored(1, QStringLiteral("fine"), true));
  QCOMPARE(timeline.count(), 2);
  QCOMPARE(timeline.at(0).chatId, ChatId{1});
  QCOMPARE(timeline.at(0).localId, 12ULL);
  QCOMPARE(timeline.at(1).localId, 11ULL);
  QCOMPARE(timeline.at(1).state, MessageState::Failed);
  timeline.removePending(11);
  QCOMPARE(timeline.count(), 1);
  QVERIFY(mirror.right());
}

void TestTimeline::resetKeepsPendingPosts() {
  Timeline timeline;
  timeline.addPending(pendingPost(11, QStringLiteral("went through")));
  timeline.markSent(11);
  timeline.addPending(pendingPost(12, QStringLiteral("did not")));
  timeline.markSent(12);
  QSignalSpy confirmed(&timeline, &Timeline::confirmed);
  timeline.resetTo({stored(8), stored(9, QStringLiteral("went through"), true)}, false, true);
  QCOMPARE(timeline.count(), 3);
  QCOMPARE(timeline.at(2).localId, 12ULL);
  QCOMPARE(confirmed.size(), 1);
  QCOMPARE(confirmed[0][1].toULongLong(), 9ULL);
}

void TestTimeline::awayFromTheEndNothingIsInserted() {
  Timeline timeline;
  timeline.resetTo(range(10, 20), false, false);
  QVERIFY(timeline.addLive(stored(99)));
  QCOMPARE(timeline.count(), 11);
  timeline.appendPage(range(21, 99), true);
  QVERIFY(timeline.addLive(stored(100)));
  QCOMPARE(timeline.newestChatId(), ChatId{100});
}

void TestTimeline::theWindowIsBounded() {
  Timeline timeline;
  Mirror mirror(timeline);
  timeline.resetTo(range(3001, 3010), false, true);
  timeline.addPending(pendingPost(5, QStringLiteral("waiting")));
  for (ChatId id = 2951; id > 800; id -= 50) timeline.prependPage(range(id, id + 49), false);
  QCOMPARE(timeline.storedCount(), Timeline::kWindow);
  QVERIFY(!timeline.atEnd());
  QCOMPARE(timeline.at(timeline.count() - 1).localId, 5ULL);
  timeline.resetTo(range(1, 30), true, true);
  for (ChatId id = 31; id <= 2500; ++id) timeline.addLive(stored(id));
  QCOMPARE(timeline.storedCount(), Timeline::kWindow);
  QVERIFY(!timeline.atStart());
  QCOMPARE(timeline.newestChatId(), ChatId{2500});
  QVERIFY(mirror.right());
}

void TestTimeline::deletedMessagesKeepTheirPlace() {
  Timeline timeline;
  timeline.resetTo(range(1, 3), true, true);
  timeline.applyDeletion({2, 99}, QStringLiteral("Removed by the harbour master."));
  QCOMPARE(timeline.count(), 3);
  QVERIFY(timeline.at(1).removed);
  QCOMPARE(timeline.at(1).text, QStringLiteral("Removed by the harbour master."));
  QVERIFY(!timeline.at(0).removed);
}

// Servers that do not number messages still must not show one twice.
void TestTimeline::messagesWithoutNumbers() {
  Timeline timeline;
  Message message = stored(0, QStringLiteral("Low water at six."));
  message.author = SipUri::fromTrusted("sip:bo@orchard.example");
  message.time = Timestamp::fromMs(5'000);
  Message later = message;
  later.time = Timestamp::fromMs(6'000);
  timeline.resetTo({message}, true, true);
  QVERIFY(!timeline.addLive(message));
  QVERIFY(timeline.addLive(later));
  QCOMPARE(timeline.count(), 2);
}

// A server's room and the ways in which its messages reach a timeline, in random order.
class RandomDelivery {
 public:
  RandomDelivery(Timeline& timeline, quint32 seed)
      : timeline_(timeline), random_(seed), total_(60 + random_.bounded(60)), server_(30 + random_.bounded(20)) {
    QObject::connect(&timeline, &Timeline::gapFound, &timeline, [this](quint64 after, quint64 before) {
      gaps_.push_back({after, before});
    });
    QObject::connect(&timeline, &Timeline::confirmed, &timeline,
                     [this](quint64 localId, quint64) { waiting_.remove(localId); });
    timeline.resetTo(messages(server_ - 10, server_), false, true);
  }

  ChatId total() const { return total_; }
  bool allDelivered() const { return timeline_.oldestChatId() == 1 && server_ == total_ && gaps_.empty(); }
  bool allConfirmed() const { return waiting_.isEmpty(); }

  void step() {
    switch (random_.bounded(6)) {
      case 0:
        return deliverLive();
      case 1:
        return post();
      case 2:
        return deliverOlderPage();
      case 3:
        return fillGap();
      case 4:  // something comes twice
        timeline_.addLive(message(1 + random_.bounded(static_cast<quint32>(server_))));
        return;
      default:  // what a reconnect fetches
        timeline_.appendPage(messages(qMax<ChatId>(1, server_ - 5), server_), true);
    }
  }

 private:
  Message message(ChatId id) const { return ownTexts_.contains(id) ? stored(id, ownTexts_[id], true) : stored(id); }

  QList<Message> messages(ChatId from, ChatId to) const {
    QList<Message> list;
    for (ChatId id = from; id <= to; ++id) list.append(message(id));
    return list;
  }

  void deliverLive() {  // perhaps after some that got lost on the way
    if (server_ >= total_) return;
    server_ = qMin<ChatId>(total_, server_ + 1 + (random_.bounded(4) == 0 ? random_.bounded(5) : 0));
    timeline_.addLive(message(server_));
  }

  void post() {
    if (server_ >= total_) return;
    timeline_.addPending(pendingPost(++localId_, QStringLiteral("own %1").arg(random_.bounded(3))));
    timeline_.markSent(localId_);
    waiting_.insert(localId_);
    ownTexts_[++server_] = timeline_.at(timeline_.count() - 1).text;
    timeline_.addLive(message(server_));
  }

  void deliverOlderPage() {  // overlapping
    const ChatId oldest = timeline_.oldestChatId();
    if (oldest <= 1) return;
    const ChatId from = oldest > 7 ? oldest - 7 : 1;
    timeline_.prependPage(messages(from, qMin(oldest + random_.bounded(3), total_)), from == 1);
  }

  void fillGap() {  // with too much
    if (gaps_.empty()) return;
    const auto [after, before] = gaps_.front();
    gaps_.pop_front();
    timeline_.fillGap(messages(after, before));
  }

  Timeline& timeline_;
  QRandomGenerator random_;
  const ChatId total_;
  ChatId server_;  // the newest message that the server has
  quint64 localId_ = 1000;
  std::deque<std::pair<ChatId, ChatId>> gaps_;
  QSet<quint64> waiting_;
  QMap<ChatId, QString> ownTexts_;
};

// Live messages, echoes, older pages, gap fills and repeats in random order, until all is delivered.
void TestTimeline::anyOrderEndsDenseAndWithoutDoubles() {
  for (quint32 seed = 1; seed <= 150; ++seed) {
    Timeline timeline;
    Mirror mirror(timeline);
    RandomDelivery delivery(timeline, seed);
    while (!delivery.allDelivered()) delivery.step();
    QCOMPARE(idsOf(timeline).size(), static_cast<qsizetype>(delivery.total()));
    for (int row = 0; row < timeline.count(); ++row) QCOMPARE(timeline.at(row).chatId, static_cast<ChatId>(row + 1));
    QVERIFY2(delivery.allConfirmed(), qPrintable(QString::number(seed)));
    QVERIFY(mirror.right());
  }
}

PARLOUR_TEST(TestTimeline)

}  // namespace tst_timeline

#include "tst_timeline.moc"
