// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "server-sim/channel/ChatRecorder.h"
#include "server-sim/channel/changes/ChangeService.h"
#include "server-sim/channel/changes/ConfigurationPlans.h"
#include "server-sim/channel/changes/MessagePlans.h"
#include "server-sim/compliance/Conversation.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Harbour.h"

namespace Parlour::Server::tst_chatrecorder {

using Testing::Harbour;

// What the chat service records of what people do.
class TestChatRecorder final : public QObject {
  Q_OBJECT

  std::unique_ptr<Harbour> harbour_;
  const Actor administrator_{0, "local administrator root", true};

  // "join ada tides" …, of what came beside posts and changes.
  QStringList recorded() const {
    QStringList lines;
    for (const ComplianceEvent& event : harbour_->store.recorded()) {
      lines.append(QStringLiteral("%1 %2 %3")
                       .arg(QLatin1String(kindWord(event.kind)), event.user.name.toLower(), event.room.name));
    }
    return lines;
  }

  QJsonArray messagesOf(const ComplianceEvent& event) const {
    return QJsonDocument::fromJson(event.extension).object()[QLatin1String("messages")].toArray();
  }

  void configure(const QByteArray& adapter) {
    harbour_->service.changes().submit(
        [&](const ChannelState& state) {
          return setConfiguration(state, administrator_, {ConfigurationScope::Pool, "AdapterType", adapter},
                                  harbour_->clock.now());
        },
        [](const Outcome& outcome) { QVERIFY(outcome.ok()); });
    harbour_->store.run();
  }

  Xccos::BackchatContextReply history(SessionId session, const QByteArray& room) {
    Xccos::BackchatContext command;
    command.room = Harbour::room(room);
    return harbour_->ask<Xccos::BackchatContextReply>(session, command);
  }

 private Q_SLOTS:
  void init() {
    harbour_ = std::make_unique<Harbour>();
    harbour_->store.run();
  }

  void nothingWithoutAnAdapter() {
    const SessionId ada = harbour_->open("ada");
    harbour_->join(ada, "lobby");
    harbour_->post(ada, "lobby", "hello");
    harbour_->store.run();
    QVERIFY(recorded().isEmpty());
    QVERIFY(!harbour_->store.accepted().back().event);
  }

  void whatPeopleDo() {
    configure("xml");
    const SessionId ada = harbour_->open("ada");
    const SessionId again = harbour_->open("ada", "e2");
    harbour_->join(ada, "lobby");
    harbour_->join(again, "lobby");  // is there already
    harbour_->post(ada, "lobby", "hello");
    harbour_->store.run();
    const EventPtr post = harbour_->store.accepted().back().event;
    QVERIFY(post);
    QCOMPARE(post->user.uri, QByteArray("sip:ada@orchard.example"));
    QCOMPARE(post->room.uri, Harbour::room("lobby").bytes());
    QCOMPARE(static_cast<int>(history(again, "lobby").header.code), 200);
    harbour_->service.close(ada);
    harbour_->service.close(again);
    harbour_->store.run();
    QCOMPARE(recorded().size(), 3);
    QVERIFY(recorded()[0].startsWith(QLatin1String("join ")));
    QVERIFY(recorded()[1].startsWith(QLatin1String("history-read ")));
    QVERIFY(recorded()[2].startsWith(QLatin1String("part ")));
  }

  void readsNameTheMessages() {
    configure("xml");
    const SessionId ada = harbour_->open("ada");
    harbour_->join(ada, "lobby");
    for (const char* text : {"one", "two", "three"}) harbour_->post(ada, "lobby", text);
    harbour_->store.run();
    const SessionId bo = harbour_->open("bo");
    harbour_->join(bo, "lobby");
    for (int time = 0; time < 2; ++time) {  // from the store, then from the cache
      QCOMPARE(static_cast<int>(history(bo, "lobby").header.code), 200);
      QCOMPARE(messagesOf(harbour_->store.recorded().back()), (QJsonArray{1, 2, 3}));
    }
    Xccos::BackchatQueryCommand search;
    search.rooms = {Harbour::room("lobby")};
    search.query.text = Xccos::TextFilter{QStringLiteral("two"), false, false};
    search.query.date = Xccos::DateWindow{};
    QCOMPARE(static_cast<int>(harbour_->ask<Xccos::BackchatQueryReply>(bo, search).header.code), 200);
    const ComplianceEvent& found = harbour_->store.recorded().back();
    QCOMPARE(found.kind, ComplianceKind::Search);
    QCOMPARE(found.content, QByteArray("two"));
    QCOMPARE(messagesOf(found), (QJsonArray{2}));
  }

  // Who is there when it begins or ends is told, so that every joining has its leaving.
  void switchedOnAndOff() {
    const SessionId ada = harbour_->open("ada");
    harbour_->join(ada, "lobby");
    configure("csv");
    QCOMPARE(recorded().size(), 1);
    QVERIFY(recorded().back().startsWith(QLatin1String("join ")));
    configure("none");
    QCOMPARE(recorded().size(), 2);
    QVERIFY(recorded().back().startsWith(QLatin1String("part ")));
    harbour_->service.close(ada);
    harbour_->store.run();
    QCOMPARE(recorded().size(), 2);
  }

  void changesCarryTheirEvents() {
    configure("xml");
    const SessionId ada = harbour_->open("ada");
    harbour_->join(ada, "lobby");
    for (const char* text : {"one", "two"}) harbour_->post(ada, "lobby", text);
    harbour_->store.run();
    harbour_->service.changes().submit(
        [&](const ChannelState& state) {
          return removeMessages(state, administrator_, Harbour::room("lobby"), {1, 2}, QStringLiteral("gone"),
                                harbour_->clock.now());
        },
        [](const Outcome& outcome) { QVERIFY(outcome.ok()); });
    harbour_->store.run();
    const auto& events = harbour_->store.changes().back().events;
    QCOMPARE(events.size(), size_t{2});
    QCOMPARE(events[1].kind, ComplianceKind::MessageReplaced);
    QCOMPARE(events[1].messageId, ChatId{2});
    QCOMPARE(events[1].content, QByteArray("gone"));
    QCOMPARE(events[1].user.name, QStringLiteral("local administrator root"));
  }

  // Closed: nothing that would have to be recorded begins, and what is read waits for its event.
  void fullAndClosed() {
    configure("xml");
    ChatRecorder& recorder = harbour_->service.recorder();
    recorder.setRule(FullQueue::Closed);
    const SessionId ada = harbour_->open("ada");
    harbour_->join(ada, "lobby");
    harbour_->store.run();
    QCOMPARE(static_cast<int>(history(ada, "lobby").header.code), 200);
    Error full = Error::make(ErrorCode::Busy, QStringLiteral("full"));
    full.retryAfterSeconds = 30;
    recorder.setFull(full);
    const InfoVerdict verdict = harbour_->post(ada, "lobby", "hello");
    QCOMPARE(verdict.status, 503);
    QCOMPARE(verdict.retryAfterSeconds, 30);
    QCOMPARE(static_cast<int>(history(ada, "lobby").header.code), 503);
    recorder.setRule(FullQueue::Open);
    QCOMPARE(harbour_->post(ada, "lobby", "hello").status, 200);
    recorder.setRule(FullQueue::Closed);
    recorder.setFull(std::nullopt);
    harbour_->store.run();
    harbour_->store.failWith(Error::make(ErrorCode::Storage, QStringLiteral("no disk")));
    QVERIFY(static_cast<int>(history(ada, "lobby").header.code) != 200);
  }

  // Open: what the disk does not take is kept, and written when it can be.
  void keptUntilTheDiskWorks() {
    configure("xml");
    harbour_->store.failWith(Error::make(ErrorCode::Storage, QStringLiteral("no disk")));
    const SessionId ada = harbour_->open("ada");
    harbour_->join(ada, "lobby");
    harbour_->store.run();
    QCOMPARE(harbour_->service.recorder().unsaved(), size_t{1});
    harbour_->store.failWith(std::nullopt);
    harbour_->service.tick();
    harbour_->store.run();
    QCOMPARE(recorded().size(), 1);
    QCOMPARE(harbour_->service.recorder().unsaved(), size_t{0});
    QCOMPARE(harbour_->service.recorder().lost(), quint64{0});
  }
};

PARLOUR_TEST(TestChatRecorder)

}  // namespace Parlour::Server::tst_chatrecorder

#include "tst_chatrecorder.moc"
