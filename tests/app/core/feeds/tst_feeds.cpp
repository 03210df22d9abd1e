// SPDX-License-Identifier: Apache-2.0
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include "app/core/feeds/Feeds.h"
#include "protocol/xccos/ChatText.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_feeds {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

class TestFeeds : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    values_ = std::make_shared<QVariantMap>();
    begin();
    f_->rooms.remember(tides_, f_->bo, QStringLiteral("limit of yesterday"));
    f_->clock.advanceMs(1'000);
    f_->signIn();
    feeds_ = std::make_unique<Feeds>(*f_->client, *settings_);
  }

  void cleanup() {
    feeds_.reset();
    f_.reset();
  }

  void theOneAboutThePersonIsAlwaysThere() {
    QCOMPARE(feeds_->ids().size(), 1);
    const QString me = feeds_->ids().first();
    QCOMPARE(feeds_->definition(me)->name, QStringLiteral("About you"));
    say(tides_, "Ada Quince, look");
    say(crew_, "@ada too");
    say(crew_, "adamant");
    f_->rooms.say(tides_, f_->ada, QStringLiteral("@Ada a note to myself"));
    f_->settle();
    QCOMPARE(shown(me), (QStringList{QStringLiteral("crew/1"), QStringLiteral("tides/2")}));
    feeds_->remove(me);
    QCOMPARE(feeds_->ids(), QStringList{me});
    FeedDefinition second;
    second.aboutMe = true;
    QVERIFY(!feeds_->put(second).ok());
  }

  void itsOwnWords() {
    const QString me = feeds_->ids().first();
    FeedDefinition mine = *feeds_->definition(me);
    mine.words = {QStringLiteral("Quincy")};
    QVERIFY(feeds_->put(mine).ok());
    say(crew_, "quincy?");
    QCOMPARE(shown(me), QStringList{QStringLiteral("crew/1")});
    QVERIFY(feeds_->bannerFor(*feeds_->hits(me).first().message).has_value());
  }

  void whatIsInMemoryCountsAtOnce() {
    const QString id = add({QStringLiteral("limit")});
    QCOMPARE(shown(id), QStringList{QStringLiteral("tides/1")});
    QSignalSpy changed(feeds_.get(), &Feeds::changed);
    say(tides_, "nothing of it");
    QCOMPARE(changed.count(), 0);
    say(crew_, "Límit breach");
    QCOMPARE(shown(id), (QStringList{QStringLiteral("crew/1"), QStringLiteral("tides/1")}));
    QCOMPARE(changed.count(), 1);
  }

  void peopleAndRooms() {
    FeedDefinition feed;
    feed.name = QStringLiteral("Bo in the crew room");
    feed.people = {f_->bo};
    feed.rooms = {crew_};
    const QString id = feeds_->put(feed).value();
    say(tides_, "not here");
    say(crew_, "here");
    f_->rooms.say(crew_, SipUri::fromTrusted("sip:cy@orchard.example"), QStringLiteral("not me"));
    f_->settle();
    QCOMPARE(shown(id), QStringList{QStringLiteral("crew/1")});
  }

  void unreadUntilReadHereOrInTheRoom() {
    const QString id = add({QStringLiteral("limit")});
    f_->client->markRead(tides_, 1);
    f_->settle();
    QCOMPARE(feeds_->unread(id), 0);
    say(tides_, "limit 2");
    say(crew_, "limit 3");
    QCOMPARE(feeds_->unread(id), 2);
    f_->client->markRead(tides_, 2);
    f_->settle();
    QCOMPARE(feeds_->unread(id), 1);
    QSignalSpy changed(feeds_.get(), &Feeds::changed);
    feeds_->markRead(id);
    QCOMPARE(feeds_->unread(id), 0);
    QCOMPARE(changed.count(), 1);
    QVERIFY(f_->client->room(crew_)->unreadCount() > 0);  // the room has its own mark
    say(crew_, "limit 4");
    QCOMPARE(feeds_->unread(id), 1);
  }

  void removedMessagesGoAndStayAway() {
    const QString id = add({QStringLiteral("limit")});
    say(tides_, "limit 2");
    const Message message = *feeds_->hits(id).first().message;
    f_->rooms.notice(Xccos::MessagesDeletedNotice{{{tides_, {2}, std::nullopt}}});
    f_->settle();
    QCOMPARE(shown(id), QStringList{QStringLiteral("tides/1")});
    f_->client->room(tides_)->noteMessages({message});  // a page that was on its way
    QCOMPARE(shown(id), QStringList{QStringLiteral("tides/1")});
  }

  void roomsThatAreLeftTakeTheirsAlong() {
    const QString id = add({QStringLiteral("limit")});
    say(crew_, "limit");
    f_->client->unfollow(tides_);
    f_->settle();
    QVERIFY(f_->client->room(tides_) == nullptr);
    QCOMPARE(shown(id), QStringList{QStringLiteral("crew/1")});
  }

  void caughtUpAfterAReconnect() {
    const QString id = add({QStringLiteral("limit")});
    f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("cable")));
    f_->rooms.leaveAll();
    f_->settle();
    f_->clock.advanceMs(1'000);
    f_->rooms.remember(crew_, f_->bo, QStringLiteral("a limit while you were away"));
    f_->rooms.remember(tides_, f_->bo, QStringLiteral("chat"));
    for (int i = 0; i < 60 && shown(id).size() < 2; ++i) f_->advanceMs(1'000);
    QCOMPARE(shown(id), (QStringList{QStringLiteral("crew/1"), QStringLiteral("tides/1")}));
    QCOMPARE(feeds_->hits(id).first().message->text, QStringLiteral("a limit while you were away"));
  }

  void definitionsAndHitsSurvive() {
    const QString id = add({QStringLiteral("limit")}, MatchWords::All);
    say(crew_, "limit 1");
    say(crew_, "limit 2");
    feeds_->markRead(id);
    say(crew_, "limit 3");
    QCOMPARE(feeds_->unread(id), 1);
    const QStringList before = shown(id);
    const ScriptedRooms::Room crew = f_->rooms.room(crew_);
    feeds_.reset();
    begin(1);
    f_->rooms.room(crew_).messages = crew.messages;
    f_->rooms.room(crew_).lastChatId = crew.lastChatId;
    f_->rooms.remember(tides_, f_->bo, QStringLiteral("limit of yesterday"));
    feeds_ = std::make_unique<Feeds>(*f_->client, *settings_);
    f_->signIn();
    QCOMPARE(feeds_->ids().size(), 2);
    QCOMPARE(feeds_->definition(id)->match, MatchWords::All);
    QCOMPARE(shown(id), before);
    QCOMPARE(feeds_->unread(id), 1);
  }

  void textsComeWhenAsked() {
    const QString id = add({QStringLiteral("limit")});
    for (int i = 0; i < 70; ++i) say(crew_, i == 0 ? "limit of old" : "chat");
    const ScriptedRooms::Room crew = f_->rooms.room(crew_);
    feeds_.reset();
    begin();
    f_->rooms.room(crew_).messages = crew.messages;
    f_->rooms.room(crew_).lastChatId = crew.lastChatId;
    feeds_ = std::make_unique<Feeds>(*f_->client, *settings_);
    f_->signIn();
    QCOMPARE(shown(id).first(), QStringLiteral("crew/1"));
    QVERIFY(!feeds_->hits(id).first().message);
    feeds_->fetch(id);
    f_->settle();
    QVERIFY(feeds_->hits(id).first().message);
    QCOMPARE(feeds_->hits(id).first().message->text, QStringLiteral("limit of old"));
    QVERIFY(!feeds_->isSearching(id));
  }

  void anotherAccountHasItsOwn() {
    add({QStringLiteral("limit")});
    f_->client->signOut();
    f_->settle();
    f_->advanceMs(10'000);
    QCOMPARE(feeds_->ids().size(), 2);
    SignInRequest request = f_->request;
    request.address = f_->bo;
    f_->client->signIn(request);
    f_->settle();
    feeds_.reset();
    feeds_ = std::make_unique<Feeds>(*f_->client, *settings_);
    QCOMPARE(f_->client->me(), f_->bo);
    QCOMPARE(feeds_->ids().size(), 1);
  }

  void bannersFollowTheFeed() {
    const QString id = add({QStringLiteral("limit")});
    say(crew_, "limit");
    const Message message = *feeds_->hits(id).first().message;
    QCOMPARE(feeds_->bannerFor(message).value_or(QString()), QStringLiteral("limit"));
    FeedDefinition quiet = *feeds_->definition(id);
    quiet.banner = false;
    QVERIFY(feeds_->put(quiet).ok());
    QCOMPARE(shown(id).size(), 2);
    QVERIFY(!feeds_->bannerFor(message));
  }

  void previewKeepsNothing() {
    FeedDefinition feed;
    feed.words = {QStringLiteral("limit")};
    QCOMPARE(feeds_->preview(feed).size(), 1);
    QCOMPARE(feeds_->ids().size(), 1);
  }

  // Whatever the order in which messages come live, again, by pages and are removed, a feed has what looking through
  // all messages once would find.
  void equalsTheNaiveEvaluation_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed) QTest::addRow("seed %u", seed) << seed;
  }
  void equalsTheNaiveEvaluation() {
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const QList<FeedDefinition> kinds = someFeeds();
    QStringList ids;
    for (const FeedDefinition& kind : kinds) ids.append(feeds_->put(kind).value());
    const QList<Message> all = someMessages(random);
    QSet<QPair<RoomUri, ChatId>> gone;
    QList<Message> seen{f_->client->room(tides_)->timeline().at(0)};
    for (int step = 0; step < 150; ++step) {
      const qsizetype at = random.bounded(all.size());
      Room* room = f_->client->room(all.at(at).room);
      if (random.bounded(5) == 0) {
        gone.insert({room->uri(), all.at(at).chatId});
        room->noteRemoved({all.at(at).chatId}, random.bounded(2) == 0);
        continue;
      }
      QList<Message> page;
      for (qsizetype i = at; i < all.size() && page.size() < 1 + random.bounded(8); ++i) {
        if (all.at(i).room == room->uri()) page.append(all.at(i));
      }
      room->noteMessages(page);
      seen += page;
      if (random.bounded(20) == 0) QVERIFY(feeds_->put(*feeds_->definition(ids.at(random.bounded(ids.size())))).ok());
    }
    for (qsizetype i = 0; i < kinds.size(); ++i) QCOMPARE(shown(ids.at(i)), naive(kinds.at(i), seen, gone));
  }

 private:
  void begin(ChatId crewRead = 0) {
    f_ = std::make_unique<ClientFixture>();
    settings_ = std::make_unique<MemorySettings>(values_);
    f_->rooms.add(tides_, QStringLiteral("Tide tables")).others = {f_->bo};
    f_->rooms.add(crew_, QStringLiteral("Crew rota")).others = {f_->bo};
    f_->followBefore(tides_, QStringLiteral("Tide tables"));
    f_->followBefore(crew_, QStringLiteral("Crew rota"), crewRead);
  }
  QString add(const QStringList& words, MatchWords match = MatchWords::Any) {
    FeedDefinition feed;
    feed.name = words.join(u' ');
    feed.words = words;
    feed.match = match;
    return feeds_->put(feed).value();
  }
  void say(const RoomUri& room, const char* text) {
    f_->clock.advanceMs(1'000);
    f_->rooms.say(room, f_->bo, QString::fromUtf8(text));
    f_->settle();
  }
  QStringList shown(const QString& id) const {
    QStringList lines;
    for (const FeedHit& hit : feeds_->hits(id)) {
      lines.append(QString::fromUtf8(hit.room.key()) + QStringLiteral("/%1").arg(hit.chatId));
    }
    return lines;
  }
  QList<FeedDefinition> someFeeds() const {
    QList<FeedDefinition> kinds(5);
    for (int i = 0; i < kinds.size(); ++i) kinds[i].name = QStringLiteral("feed %1").arg(i);
    kinds[0].words = {QStringLiteral("red"), QStringLiteral("blue")};
    kinds[1].words = kinds[0].words;
    kinds[1].match = MatchWords::All;
    kinds[2].words = kinds[0].words;
    kinds[2].match = MatchWords::Exact;
    kinds[3].people = {f_->bo};
    kinds[4].people = {f_->bo};
    kinds[4].words = {QStringLiteral("green")};
    kinds[4].rooms = {crew_};
    return kinds;
  }
  QList<Message> someMessages(QRandomGenerator& random) const {
    const QStringList words{QStringLiteral("red"), QStringLiteral("blue"), QStringLiteral("green"),
                            QStringLiteral("reddish"), QStringLiteral("sea")};
    QList<Message> all;
    for (int i = 0; i < 120; ++i) {
      Message message;
      message.room = random.bounded(2) == 0 ? tides_ : crew_;
      message.chatId = static_cast<ChatId>(100 + i);
      message.author = random.bounded(2) == 0 ? f_->bo : SipUri::fromTrusted("sip:cy@orchard.example");
      message.own = random.bounded(8) == 0;
      message.time = Timestamp{19303785300000000 + random.bounded(1'000'000)};
      QStringList text;
      for (int n = 1 + random.bounded(4); n > 0; --n) text.append(words.at(random.bounded(words.size())));
      message.text = text.join(u' ');
      all.append(message);
    }
    return all;
  }
  // Written for its plainness: no matcher, no order of arrival.
  QStringList naive(const FeedDefinition& feed, const QList<Message>& seen,
                    const QSet<QPair<RoomUri, ChatId>>& gone) const {
    QMap<QPair<qint64, QString>, QString> lines;  // ascending
    for (const Message& message : seen) {
      if (message.own || gone.contains({message.room, message.chatId})) continue;
      if (!feed.people.isEmpty() && !feed.people.contains(message.author)) continue;
      if (!feed.rooms.isEmpty() && !feed.rooms.contains(message.room)) continue;
      const QStringList has = message.text.split(u' ');
      int found = 0;
      for (const QString& word : feed.words) found += has.contains(word) ? 1 : 0;
      bool takes = feed.words.isEmpty() || found > 0;
      if (feed.match == MatchWords::All) takes = found == feed.words.size();
      if (feed.match == MatchWords::Exact) {
        takes = QString(u' ' + message.text + u' ').contains(u' ' + feed.words.join(u' ') + u' ');
      }
      const QString place = QString::fromUtf8(message.room.key()) + QStringLiteral("/%1").arg(message.chatId);
      if (takes) lines.insert({-message.time.ticks, place}, place);
    }
    return lines.values();
  }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  MemorySettings::Values values_;
  std::unique_ptr<MemorySettings> settings_;
  std::unique_ptr<ClientFixture> f_;
  std::unique_ptr<Feeds> feeds_;
};

PARLOUR_TEST(TestFeeds)

}  // namespace tst_feeds

#include "tst_feeds.moc"
