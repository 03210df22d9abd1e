// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_outbox {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

namespace {

QString grpchat() { return QStringLiteral("INFO grpchat"); }
Error reset() { return Error::make(ErrorCode::ConnectionLost, QStringLiteral("The connection was reset.")); }

}  // namespace

class TestOutbox : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void theCopyConfirms();
  void oneAtATimeInARoom();
  void roomsDoNotWaitForEachOther();
  void busyKeepsTheOrder();
  void whatABusyServerRefusedGoesInOrder();
  void refusedAtSipLevel();
  void refusedByErrorReport();
  void retryUsesTheSameNumber();
  void withoutACopyItFails();
  void waitsForTheConnection();
  void repeatsAfterALossWithoutDoubles();
  void confirmedByHistoryAfterALoss();
  void givesUpAfterTheSetTime();
  void discard();
  void keptBeforeItIsSent();
  void goesOnAfterARestart();
  void confirmedByHistoryAfterARestart();
  void anOlderMessageOfTheSameTextIsNotTheCopy();
  void comesBackAsFailedWhenItWaitedTooLong();
  void failedStaysFailedAfterARestart();
  void endedPostsAreForgotten();
  void postsBelongToTheirAccount();
  void fullDiskDoesNotStopPosts();

 private:
  const QList<KeptPost> kept() { return f_->disk->posts.value(f_->ada.bytes()); }
  // The program ends and starts again on the same computer; the server has what it had.
  void restart();
  Room& tides() { return *f_->client->room(tides_); }
  const Message& last() { return tides().timeline().at(tides().timeline().count() - 1); }
  QStringList texts() {
    QStringList list;
    for (const auto& message : f_->rooms.room(tides_).messages) list.append(QString::fromUtf8(message.chat));
    return list;
  }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  std::unique_ptr<ClientFixture> f_;
};

void TestOutbox::init() {
  f_ = std::make_unique<ClientFixture>();
  f_->rooms.add(tides_, QStringLiteral("Tide tables"));
  f_->rooms.add(crew_, QStringLiteral("Crew rota"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
  f_->followBefore(crew_, QStringLiteral("Crew rota"));
  f_->signIn();
  f_->server->takeTranscript();
}

void TestOutbox::theCopyConfirms() {
  const quint64 id = f_->client->post(tides_, QStringLiteral("Cast off at six?"), true);
  QVERIFY(id != 0);
  QCOMPARE(last().state, MessageState::Sending);
  QCOMPARE(last().localId, id);
  f_->settle();
  QCOMPARE(tides().timeline().count(), 1);
  QCOMPARE(last().state, MessageState::Stored);
  QCOMPARE(last().chatId, ChatId{1});
  QVERIFY(last().alert);
  QCOMPARE(tides().unreadCount(), 0);
  QCOMPARE(f_->rooms.postsReceived, (QList<EnvId>{id}));
}

void TestOutbox::oneAtATimeInARoom() {
  f_->server->plan(grpchat(), 0);  // the first one is never answered
  f_->client->post(tides_, QStringLiteral("one"));
  f_->client->post(tides_, QStringLiteral("two"));
  f_->settle();
  QCOMPARE(f_->server->takeTranscript(), QStringList{grpchat()});
}

void TestOutbox::roomsDoNotWaitForEachOther() {
  f_->server->plan(grpchat(), 0);
  f_->client->post(tides_, QStringLiteral("one"));
  f_->client->post(crew_, QStringLiteral("two"));
  f_->settle();
  QCOMPARE(f_->server->takeTranscript(), (QStringList{grpchat(), grpchat()}));
}

void TestOutbox::busyKeepsTheOrder() {
  f_->server->plan(grpchat(), 503);
  f_->server->plan(grpchat(), 503);
  for (const char* text : {"one", "two", "three"}) f_->client->post(tides_, QString::fromLatin1(text));
  f_->settle();
  QVERIFY(texts().isEmpty());
  f_->advanceMs(4'000);
  QCOMPARE(texts(), (QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}));
  QCOMPARE(tides().timeline().storedCount(), 3);
}

// The server refuses until it is given up, and has room again when the next one would go.
void TestOutbox::whatABusyServerRefusedGoesInOrder() {
  constexpr int kTries = 6;
  for (int i = 0; i < kTries; ++i) f_->server->plan(grpchat(), 503);
  QList<quint64> ids;
  for (const char* text : {"one", "two", "three"}) ids.append(f_->client->post(tides_, QString::fromLatin1(text)));
  f_->advanceMs(120'000);
  QVERIFY2(texts().isEmpty(), qPrintable(texts().join(u' ')));
  for (int row = 0; row < 3; ++row) {
    QCOMPARE(tides().timeline().at(tides().timeline().count() - 1 - row).state, MessageState::Failed);
  }
  f_->client->retryPost(tides_, ids.at(1));
  f_->settle();
  QCOMPARE(texts(), (QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}));
  QCOMPARE(f_->rooms.postsReceived, ids);
}

void TestOutbox::refusedAtSipLevel() {
  f_->server->plan(grpchat(), 403);
  f_->client->post(tides_, QStringLiteral("one"));
  f_->client->post(tides_, QStringLiteral("two"));
  f_->settle();
  QCOMPARE(texts(), QStringList{QStringLiteral("two")});  // the next one is not held up
  QCOMPARE(last().text, QStringLiteral("one"));
  QCOMPARE(last().state, MessageState::Failed);
  QCOMPARE(last().failure->code, ErrorCode::PermissionDenied);
  QVERIFY(!last().failure->text.isEmpty());
}

void TestOutbox::refusedByErrorReport() {
  f_->rooms.echoesPosts = false;
  const quint64 id = f_->client->post(tides_, QStringLiteral("much too long"));
  f_->settle();
  Xccos::ErrorReport report;
  report.id = Xccos::ErrId::Chat;
  report.command = Xccos::CommandRef{id, 1};
  report.code = 413;
  report.text = QStringLiteral("ERROR_LIMIT_EXCEEDED");
  f_->rooms.send(Xccos::Envelope::ofError(1, report));
  f_->settle();
  QCOMPARE(last().state, MessageState::Failed);
  QCOMPARE(last().failure->code, ErrorCode::LimitExceeded);
}

void TestOutbox::retryUsesTheSameNumber() {
  f_->server->plan(grpchat(), 500);
  const quint64 id = f_->client->post(tides_, QStringLiteral("one"));
  f_->settle();
  QCOMPARE(last().state, MessageState::Failed);
  f_->client->retryPost(tides_, id);
  f_->settle();
  QCOMPARE(last().state, MessageState::Stored);
  QCOMPARE(f_->rooms.postsReceived, (QList<EnvId>{id}));
  QCOMPARE(tides().timeline().count(), 1);
}

void TestOutbox::withoutACopyItFails() {
  f_->rooms.echoesPosts = false;
  f_->client->post(tides_, QStringLiteral("one"));
  f_->settle();
  QCOMPARE(last().state, MessageState::Sending);
  f_->advanceMs(61'000);
  QCOMPARE(last().state, MessageState::Failed);
  QCOMPARE(last().failure->code, ErrorCode::Timeout);
}

void TestOutbox::waitsForTheConnection() {
  f_->transport->cut(reset());
  f_->settle();
  f_->client->post(tides_, QStringLiteral("one"));
  f_->client->post(tides_, QStringLiteral("two"));
  QCOMPARE(last().state, MessageState::Waiting);
  f_->advanceMs(3'000);
  QCOMPARE(texts(), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
  QCOMPARE(tides().timeline().storedCount(), 2);
}

// The post arrived, its echo did not: the repeat has the same number, so the server knows it again.
void TestOutbox::repeatsAfterALossWithoutDoubles() {
  f_->rooms.room(tides_).keepsHistory = false;
  f_->rooms.echoesPosts = false;
  const quint64 id = f_->client->post(tides_, QStringLiteral("one"));
  f_->settle();
  f_->rooms.echoesPosts = true;
  f_->transport->cut(reset());
  f_->settle();
  QCOMPARE(last().state, MessageState::Waiting);
  f_->advanceMs(3'000);
  QCOMPARE(f_->rooms.postsReceived, (QList<EnvId>{id, id}));
  QCOMPARE(tides().timeline().count(), 1);
  QCOMPARE(last().chatId, ChatId{1});
}

void TestOutbox::confirmedByHistoryAfterALoss() {
  f_->rooms.echoesPosts = false;
  const quint64 id = f_->client->post(tides_, QStringLiteral("one"));
  f_->settle();
  f_->rooms.echoesPosts = true;
  f_->transport->cut(reset());
  f_->settle();
  f_->advanceMs(3'000);
  QCOMPARE(last().state, MessageState::Stored);
  QCOMPARE(tides().timeline().count(), 1);
  QCOMPARE(f_->rooms.postsReceived, (QList<EnvId>{id}));  // no need to repeat it
}

void TestOutbox::givesUpAfterTheSetTime() {
  f_->locator->answer = Error::make(ErrorCode::NotFound, QStringLiteral("No network."));
  f_->transport->cut(reset());
  f_->settle();
  const quint64 id = f_->client->post(tides_, QStringLiteral("one"));
  f_->advanceMs(9 * 60'000);
  QCOMPARE(last().state, MessageState::Waiting);
  f_->advanceMs(61'000);
  QCOMPARE(last().state, MessageState::Failed);
  f_->locator->answer = QList<Sip::Target>{{"192.0.2.10", 5061, Sip::Protocol::Tls, {}}};
  f_->advanceMs(40'000);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
  QVERIFY(texts().isEmpty());
  f_->client->retryPost(tides_, id);
  f_->settle();
  QCOMPARE(texts(), QStringList{QStringLiteral("one")});
}

void TestOutbox::restart() {
  auto before = std::move(f_);
  f_ = std::make_unique<ClientFixture>(before->settings, before->disk);
  before->client.reset();
  f_->clock.advanceMs((before->clock.now().ticks - f_->clock.now().ticks) / Timestamp::kPerMs);
  f_->rooms.add(tides_, QStringLiteral("Tide tables"));
  f_->rooms.room(tides_) = before->rooms.room(tides_);
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
}

void TestOutbox::keptBeforeItIsSent() {
  f_->rooms.echoesPosts = false;
  const quint64 id = f_->client->post(tides_, QStringLiteral("one"), true);
  QCOMPARE(kept().size(), 1);
  QCOMPARE(kept().first().localId, id);
  QCOMPARE(kept().first().room, tides_);
  QCOMPARE(kept().first().text, QStringLiteral("one"));
  QVERIFY(kept().first().alert);
}

void TestOutbox::goesOnAfterARestart() {
  f_->transport->cut(reset());
  f_->settle();
  const quint64 one = f_->client->post(tides_, QStringLiteral("one"));
  const quint64 two = f_->client->post(tides_, QStringLiteral("two"));
  restart();
  f_->signIn();
  QCOMPARE(texts(), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
  QCOMPARE(f_->rooms.postsReceived, (QList<EnvId>{one, two}));
  QCOMPARE(tides().timeline().count(), 2);
  QCOMPARE(tides().timeline().storedCount(), 2);
}

// It was stored, and the program ended before the copy came.
void TestOutbox::confirmedByHistoryAfterARestart() {
  f_->client->post(tides_, QStringLiteral("before"));
  f_->settle();
  f_->rooms.echoesPosts = false;
  f_->client->post(tides_, QStringLiteral("one"));
  f_->settle();
  restart();
  f_->signIn();
  QCOMPARE(texts(), (QStringList{QStringLiteral("before"), QStringLiteral("one")}));
  QVERIFY(f_->rooms.postsReceived.isEmpty());
  QCOMPARE(tides().timeline().count(), 2);
  QCOMPARE(last().state, MessageState::Stored);
}

void TestOutbox::anOlderMessageOfTheSameTextIsNotTheCopy() {
  f_->client->post(tides_, QStringLiteral("ok"));
  f_->settle();
  f_->transport->cut(reset());
  f_->settle();
  f_->client->post(tides_, QStringLiteral("ok"));
  restart();
  f_->signIn();
  QCOMPARE(texts(), (QStringList{QStringLiteral("ok"), QStringLiteral("ok")}));
}

void TestOutbox::comesBackAsFailedWhenItWaitedTooLong() {
  f_->transport->cut(reset());
  f_->settle();
  const quint64 id = f_->client->post(tides_, QStringLiteral("one"));
  restart();
  f_->clock.advanceMs(11 * 60'000);
  f_->signIn();
  QVERIFY(texts().isEmpty());
  QCOMPARE(last().state, MessageState::Failed);
  QVERIFY(!last().failure->text.isEmpty());
  f_->client->retryPost(tides_, id);
  f_->settle();
  QCOMPARE(texts(), QStringList{QStringLiteral("one")});
}

void TestOutbox::failedStaysFailedAfterARestart() {
  f_->server->plan(grpchat(), 403);
  f_->client->post(tides_, QStringLiteral("one"));
  f_->settle();
  const QString words = last().failure->text;
  restart();
  f_->signIn();
  QCOMPARE(last().state, MessageState::Failed);
  QCOMPARE(last().failure->text, words);
}

void TestOutbox::endedPostsAreForgotten() {
  f_->client->post(tides_, QStringLiteral("one"));
  f_->settle();
  f_->server->plan(grpchat(), 403);
  const quint64 refused = f_->client->post(tides_, QStringLiteral("two"));
  f_->settle();
  f_->client->discardPost(tides_, refused);
  f_->advanceMs(1'000);
  QVERIFY(kept().isEmpty());
}

void TestOutbox::postsBelongToTheirAccount() {
  f_->transport->cut(reset());
  f_->settle();
  f_->client->post(tides_, QStringLiteral("one"));
  restart();
  f_->request.address = f_->bo;
  f_->signIn();
  QVERIFY(f_->rooms.postsReceived.isEmpty());
  QCOMPARE(kept().size(), 1);
}

void TestOutbox::fullDiskDoesNotStopPosts() {
  f_->disk->full = true;
  f_->client->post(tides_, QStringLiteral("one"));
  f_->settle();
  QCOMPARE(texts(), QStringList{QStringLiteral("one")});
}

void TestOutbox::discard() {
  f_->server->plan(grpchat(), 403);
  const quint64 id = f_->client->post(tides_, QStringLiteral("one"));
  f_->settle();
  f_->client->discardPost(tides_, id);
  QCOMPARE(tides().timeline().count(), 0);
  f_->client->retryPost(tides_, id);
  f_->settle();
  QVERIFY(texts().isEmpty());
}

PARLOUR_TEST(TestOutbox)

}  // namespace tst_outbox

#include "tst_outbox.moc"
