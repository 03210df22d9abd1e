// SPDX-License-Identifier: Apache-2.0
#include <QRandomGenerator>
#include <QTest>
#include <array>
#include <set>

#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/HistoryCache.h"
#include "server-sim/channel/changes/ChangeService.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Harbour.h"

namespace tst_historycache {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

using Cached = HistoryCache::Message;
using Fragments = std::vector<QByteArray>;

// Two services over the same events, one with the cache and one that asks its store every time.
class Twins {
 public:
  Twins() {
    ChannelSettings without = Harbour::defaults();
    without.historyCacheBytes = 0;
    harbours_[0] = std::make_unique<Harbour>();
    harbours_[1] = std::make_unique<Harbour>(without);
  }

  template <typename Action>
  void both(Action action) {
    for (auto& harbour : harbours_) action(*harbour);
  }

  Harbour& cached() { return *harbours_[0]; }

  // What each of them answers, in words.
  QByteArray recent(SessionId session, const QByteArray& room, quint32 count, int which) {
    const auto reply = harbours_[static_cast<size_t>(which)]->ask<Xccos::BackchatContextReply>(
        session, Xccos::BackchatContext{Harbour::room(room), count});
    QByteArray words = QByteArray::number(reply.header.code);
    if (reply.rooms.empty()) return words;
    for (const auto& message : reply.rooms.front().messages) {
      words += " #" + QByteArray::number(message.chatId) + ' ' + message.author.bytes() + '/' + message.authDisp + ' ' +
               message.ts.toXccos() + ' ' + message.chat;
    }
    return words;
  }

 private:
  std::array<std::unique_ptr<Harbour>, 2> harbours_;
};

class TestHistoryCache final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingIsKnownBeforeAPageCame() {
    HistoryCache cache({10'000, 8});
    QVERIFY(!cache.latest(1, std::nullopt, 3, 1'000));
    cache.expect(1, 9, 9);
    QVERIFY(!cache.latest(1, std::nullopt, 3, 1'000));
  }

  void aPageIsGivenAgain() {
    HistoryCache cache({10'000, 8});
    fill(cache, 5, 9);
    QCOMPARE(cache.latest(1, std::nullopt, 3, 1'000), Fragments({"7", "8", "9"}));
    QCOMPARE(cache.latest(1, ChatId(9), 3, 1'000), Fragments({"6", "7", "8"}));
    QCOMPARE(cache.latest(1, ChatId(10), 5, 1'000), Fragments({"5", "6", "7", "8", "9"}));
    QVERIFY2(!cache.latest(1, std::nullopt, 6, 1'000), "there may be an older one");
    QVERIFY2(!cache.latest(1, ChatId(11), 3, 1'000), "number 10 was not seen here");
    QCOMPARE(cache.latest(1, std::nullopt, 0, 1'000), Fragments());
  }

  void theStartOfARoomIsKnown() {
    HistoryCache cache({10'000, 8});
    fill(cache, 1, 3, true);
    QCOMPARE(cache.latest(1, std::nullopt, 30, 1'000), Fragments({"1", "2", "3"}));
    cache.clear();
    cache.fill(cache.expect(1, 0, 0), {}, true);
    QCOMPARE(cache.latest(1, std::nullopt, 30, 1'000), Fragments());
  }

  void whatIsTooLargeIsCutAtItsOlderEnd() {
    HistoryCache cache({10'000, 8});
    fill(cache, 8, 11);
    QCOMPARE(cache.latest(1, std::nullopt, 30, 4), Fragments({"10", "11"}));
  }

  void postsFollowOn() {
    HistoryCache cache({10'000, 4});
    const auto expected = cache.expect(1, 9, 9);
    cache.posted(1, 10, "10");
    cache.fill(expected, {{8, "8"}, {9, "9"}}, false);
    QCOMPARE(cache.latest(1, std::nullopt, 3, 1'000), Fragments({"8", "9", "10"}));
    cache.posted(1, 10, "10");
    cache.posted(1, 11, std::nullopt);
    cache.posted(1, 12, "12");
    cache.posted(1, 13, "13");
    QCOMPARE(cache.latest(1, std::nullopt, 4, 1'000), Fragments({"9", "10", "12", "13"}));
    QVERIFY2(!cache.latest(1, std::nullopt, 5, 1'000), "the oldest made room");
    cache.posted(1, 15, "15");
    QVERIFY2(!cache.holds(1), "number 14 was missed");
    cache.posted(2, 1, "1");
    QVERIFY(!cache.holds(2));
  }

  void aPageThatLeavesAGapIsNotTaken() {
    HistoryCache cache({10'000, 8});
    cache.expect(1, 9, 9);
    cache.fill(cache.expect(1, 7, 9), {{6, "6"}, {7, "7"}}, false);
    QVERIFY(!cache.latest(1, ChatId(8), 2, 1'000));
  }

  void forgettingOutlivesAPageOnItsWay() {
    HistoryCache cache({10'000, 8});
    const auto before = cache.expect(1, 2, 2);
    cache.forget(1);
    cache.expect(1, 2, 2);
    cache.fill(before, {{1, "gone"}, {2, "2"}}, true);
    QVERIFY(!cache.latest(1, std::nullopt, 2, 1'000));
    fill(cache, 1, 2, true);
    cache.clear();
    QVERIFY(!cache.latest(1, std::nullopt, 2, 1'000));
    QCOMPARE(cache.bytes(), size_t(0));
  }

  void memoryIsBounded() {
    HistoryCache cache({20'000, 8});
    for (RoomId room = 1; room <= 100; ++room) {
      cache.fill(cache.expect(room, 1, 1), {{1, QByteArray(1'000, 'h')}}, true);
      QVERIFY(cache.latest(1, std::nullopt, 1, 10'000) && cache.bytes() <= 20'000);
    }
    QVERIFY2(!cache.holds(2) && cache.holds(100), "the one asked for longest ago went");
    cache.posted(100, 2, QByteArray(30'000, 'h'));
    QVERIFY(cache.bytes() <= 20'000);
    HistoryCache none({0, 8});
    none.fill(none.expect(1, 1, 1), {{1, "1"}}, true);
    QVERIFY(!none.holds(1) && none.bytes() == 0);
  }

  void aSignInStormReadsOnce() {
    Harbour harbour;
    const SessionId bo = harbour.open("bo");
    harbour.join(bo, "tides");
    for (int i = 0; i < 40; ++i) harbour.post(bo, "tides", QByteArray::number(i));
    harbour.store.run();
    for (int i = 0; i < 8; ++i) {
      const SessionId session = harbour.open("ada", "e" + QByteArray::number(i));
      harbour.join(session, "tides");
      harbour.post(bo, "tides", "between");
      const auto reply =
          harbour.ask<Xccos::BackchatContextReply>(session, Xccos::BackchatContext{Harbour::room("tides"), 25});
      QCOMPARE(reply.rooms.at(0).messages.size(), size_t(25));
    }
    QCOMPARE(harbour.store.historyQueries().size(), size_t(1));
  }

  void sameAsTheStore_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed) QTest::addRow("%u", seed) << seed;
  }

  // Whatever happens to rooms, people and messages, the cache answers what the store would.
  void sameAsTheStore() {
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Twins twins;
    const QByteArrayList rooms{"tides", "lobby", "logbook"};
    std::vector<SessionId> sessions;
    for (int i = 0; i < 6; ++i) {
      const QByteArray who = i % 2 == 0 ? "ada" : "bo";
      twins.both([&](Harbour& harbour) {
        const SessionId id = harbour.open(who, "e" + QByteArray::number(i));
        if (&harbour == &twins.cached()) sessions.push_back(id);
      });
    }
    std::set<std::pair<SessionId, QByteArray>> joined;
    for (int step = 0; step < 400; ++step) {
      const SessionId session = sessions[random.bounded(quint64(sessions.size()))];
      const QByteArray room = rooms[random.bounded(3)];
      const int what = random.bounded(100);
      if (what < 45) {
        const QByteArray text = "text " + QByteArray::number(step) + QByteArray(random.bounded(40), 'x');
        twins.both([&](Harbour& harbour) { harbour.post(session, room, text); });
      } else if (what < 80) {
        // Who has not joined reads to the end, and what is on its way there is a matter of the moment.
        if (!joined.contains({session, room})) twins.both([](Harbour& harbour) { harbour.store.run(); });
        const auto count = static_cast<quint32>(random.bounded(1, 90));
        QCOMPARE(twins.recent(session, room, count, 0), twins.recent(session, room, count, 1));
      } else if (what < 88) {
        twins.both([&](Harbour& harbour) { harbour.join(session, room); });
        joined.insert({session, room});
      } else if (what < 92) {
        twins.both([&](Harbour& harbour) { harbour.send(session, Xccos::Part{Harbour::room(room)}); });
        joined.erase({session, room});
      } else {
        const quint32 detail = random.generate();
        twins.both([&](Harbour& harbour) { change(harbour, room, what, detail); });
      }
      if (random.bounded(3) == 0) twins.both([](Harbour& harbour) { harbour.store.commit(); });
      if (random.bounded(3) == 0) twins.both([](Harbour& harbour) { harbour.store.answer(); });
      twins.both([](Harbour& harbour) { harbour.clock.advanceMs(1'000); });
    }
    QVERIFY(twins.cached().store.historyQueries().size() > 3);
  }

 private:
  static void fill(HistoryCache& cache, ChatId first, ChatId last, bool reachesStart = false) {
    std::vector<Cached> page;
    for (ChatId id = first; id <= last; ++id) page.push_back({id, QByteArray::number(id)});
    cache.fill(cache.expect(1, last, last), page, reachesStart);
  }

  static void change(Harbour& harbour, const QByteArray& key, int what, quint32 detail) {
    harbour.service.changes().submit(
        [&](const ChannelState& state) {
          ChangeSet set;
          const Room& room = *state.rooms().find(Harbour::room(key));
          if (what < 94) {
            const ChatId id = 1 + detail % (room.lastChatId + 1);
            const auto text = detail % 2 == 0 ? std::optional<QByteArray>("taken away") : std::nullopt;
            set.messageRemovals = {{room.id, {id}, text}};
          } else if (what == 94) {
            set.purges = {{room.id, Timestamp{harbour.clock.now().ticks - 60'000 * Timestamp::kPerMs}}};
          } else if (what < 97) {
            Principal ada = *state.directory().find(PrincipalId(Ada));
            ada.displayName = QStringLiteral("Ada %1").arg(detail % 1'000);
            set.principals = {ada};
          } else {
            Category category = *state.category(room.category);
            category.history = !category.history;
            set.categories = {category};
          }
          return Plan(set);
        },
        [](const Outcome&) {});
  }
};

PARLOUR_TEST(TestHistoryCache)

}  // namespace tst_historycache

#include "tst_historycache.moc"
