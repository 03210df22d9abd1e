// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/core/notify/Keywords.h"
#include "app/core/notify/MentionLog.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_mentionlog {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

class TestMentionLog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    f_ = std::make_unique<ClientFixture>();
    f_->rooms.add(tides_, QStringLiteral("Tide tables")).others = {f_->bo};
    f_->rooms.add(crew_, QStringLiteral("Crew rota")).others = {f_->bo};
    f_->followBefore(tides_, QStringLiteral("Tide tables"));
    f_->followBefore(crew_, QStringLiteral("Crew rota"));
    f_->rooms.remember(tides_, f_->bo, QStringLiteral("@Ada: from before"));
    f_->clock.advanceMs(1'000);
    f_->signIn();
    log_ = std::make_unique<MentionLog>(
        *f_->client, [](const QString& text) { return keywordIn(text, {QStringLiteral("limit breach")}); });
  }

  void cleanup() {
    log_.reset();
    f_.reset();
  }

  void newestFirstAcrossRooms() {
    QCOMPARE(shown(), QStringList{QStringLiteral("Tide tables/1")});
    QSignalSpy changed(log_.get(), &MentionLog::changed);
    say(crew_, "plain");
    QCOMPARE(changed.size(), 0);
    say(crew_, "@Ada: rota");
    say(tides_, "a limit  breach again");
    f_->rooms.say(tides_, f_->ada, QStringLiteral("@Ada: a note to myself, limit breach"));
    f_->settle();
    QCOMPARE(shown(), (QStringList{QStringLiteral("Tide tables/2 limit breach"), QStringLiteral("Crew rota/2"),
                                   QStringLiteral("Tide tables/1")}));
    QCOMPARE(changed.size(), 2);
  }

  void removedMessagesGo() {
    f_->rooms.notice(Xccos::MessagesDeletedNotice{{{tides_, {1}, std::nullopt}}});
    f_->settle();
    QVERIFY(log_->hits().isEmpty());
  }

  void roomsThatAreLeftTakeTheirsAlong() {
    f_->server->publishElsewhere(f_->followRequest(crew_, QStringLiteral("Crew rota")));
    f_->client->unfollow(tides_);
    f_->settle();
    QVERIFY(f_->client->room(tides_) == nullptr);
    QVERIFY(log_->hits().isEmpty());
  }

  void theServerKnowsOlderOnes() {
    for (int i = 0; i < 60; ++i) {
      f_->clock.advanceMs(1'000);
      f_->rooms.remember(crew_, f_->bo, i == 0 ? QStringLiteral("Ada, older than the page") : QStringLiteral("rota"));
    }
    f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("cable")));
    f_->rooms.leaveAll();
    auto again = std::make_unique<ClientFixture>();
    again->rooms.add(crew_, QStringLiteral("Crew rota")) = f_->rooms.room(crew_);
    again->followBefore(crew_, QStringLiteral("Crew rota"));
    again->signIn();
    MentionLog log(*again->client, [](const QString&) { return std::nullopt; });
    QVERIFY(log.hits().isEmpty());
    log.search();
    QVERIFY(log.isSearching());
    again->settle();
    QVERIFY(!log.isSearching());
    QCOMPARE(log.hits().size(), 1);
    QCOMPARE(log.hits().first().message.chatId, ChatId{1});
    log.search();
    again->settle();
    QCOMPARE(log.hits().size(), 1);
  }

  void keywords_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("any case") << QStringLiteral("the ALDGATE desk") << QStringLiteral("Aldgate");
    QTest::newRow("part of a word") << QStringLiteral("Aldgates") << QString();
    QTest::newRow("later whole") << QStringLiteral("Aldgates of Aldgate.") << QStringLiteral("Aldgate");
    QTest::newRow("number") << QStringLiteral("(88214)") << QStringLiteral("88214");
    QTest::newRow("in a longer number") << QStringLiteral("188214") << QString();
    QTest::newRow("phrase over a line") << QStringLiteral("Limit\nbreach!") << QStringLiteral("limit breach");
    QTest::newRow("words apart") << QStringLiteral("limit was no breach") << QString();
    QTest::newRow("sign at its end") << QStringLiteral("we use C++20 and c++ here") << QStringLiteral("C++");
  }

  void keywords() {
    QFETCH(QString, text);
    QFETCH(QString, found);
    const QStringList words{QStringLiteral("Aldgate"), QStringLiteral("limit breach"), QStringLiteral("88214"),
                            QStringLiteral("C++"), QString()};
    QCOMPARE(keywordIn(text, words).value_or(QString()), found);
  }

 private:
  void say(const RoomUri& room, const char* text) {
    f_->clock.advanceMs(1'000);
    f_->rooms.say(room, f_->bo, QString::fromUtf8(text));
    f_->settle();
  }
  QStringList shown() const {
    QStringList lines;
    for (const MentionLog::Hit& hit : log_->hits()) {
      lines.append(QStringLiteral("%1/%2 %3").arg(hit.roomName).arg(hit.message.chatId).arg(hit.keyword).trimmed());
    }
    return lines;
  }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  std::unique_ptr<ClientFixture> f_;
  std::unique_ptr<MentionLog> log_;
};

PARLOUR_TEST(TestMentionLog)

}  // namespace tst_mentionlog

#include "tst_mentionlog.moc"
