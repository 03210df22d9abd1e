// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <map>
#include <random>

#include "app/core/Client.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_unreadnumbers {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

// What a person would count with a finger on the screen: every message that the server has, and one mark.
struct Naive {
  struct Entry {
    bool own = false;
    bool mention = false;
    bool alert = false;
  };
  std::map<ChatId, Entry> messages;
  ChatId mark = 0;

  int unread() const {
    return count([](const Entry&) { return true; });
  }
  int mentions() const {
    return count([](const Entry& entry) { return entry.mention; });
  }
  int alerts() const {
    return count([](const Entry& entry) { return entry.alert; });
  }

 private:
  template <typename F>
  int count(F wanted) const {
    int n = 0;
    for (auto it = messages.upper_bound(mark); it != messages.end(); ++it) n += !it->second.own && wanted(it->second);
    return n;
  }
};

// The numbers beside a room against the naive count, over random lives of the room (complaint 2 of the list of
// complaints about chat clients: the badge is wrong or stuck).
class TestUnreadNumbers : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theyEqualANaiveCount_data();
  void theyEqualANaiveCount();

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<quint32>(limit)); }
  void arrive(bool connected);
  void remove(bool connected);
  void read(bool elsewhere);
  void lose();
  void restart();
  void start();
  Room* tides() { return f_->client->room(tides_); }

  const RoomUri tides_ = testRoom("tides");
  std::mt19937 random_;
  std::unique_ptr<ClientFixture> f_;
  MemorySettings::Values settings_;
  Naive naive_;
};

void TestUnreadNumbers::start() {
  auto next = std::make_unique<ClientFixture>(settings_);
  if (f_) {
    next->rooms.add(tides_, QStringLiteral("Tide tables")) = f_->rooms.room(tides_);
    next->rooms.leaveAll();
  } else {
    next->rooms.add(tides_, QStringLiteral("Tide tables")).others = {next->bo};
    next->rooms.remember(tides_, next->bo, QStringLiteral("the first"));
    naive_.messages[1] = {};
    naive_.mark = 1;  // a room never read before counts as read
  }
  next->followBefore(tides_, QStringLiteral("Tide tables"), naive_.mark);
  f_ = std::move(next);
  f_->signIn();
}

void TestUnreadNumbers::restart() {
  f_->advanceMs(6'000);  // the read mark is published some seconds later
  start();
}

void TestUnreadNumbers::arrive(bool connected) {
  const bool own = below(8) == 0;
  const bool mention = !own && below(4) == 0;
  const bool alert = connected && !own && below(6) == 0;
  const QString text = mention ? QStringLiteral("@Ada: look") : QStringLiteral("news");
  const SipUri& author = own ? f_->ada : f_->bo;
  const bool allRead = naive_.unread() == 0;
  if (connected) {
    f_->rooms.say(tides_, author, text, alert);
    f_->settle();
  } else {
    f_->rooms.remember(tides_, author, text);
  }
  const ChatId chatId = f_->rooms.room(tides_).lastChatId;
  naive_.messages[chatId] = {own, mention, alert};
  if (own && allRead && connected) naive_.mark = chatId;
}

void TestUnreadNumbers::remove(bool connected) {
  auto& stored = f_->rooms.room(tides_).messages;
  if (stored.size() < 3) return;
  const auto at = static_cast<size_t>(1 + below(static_cast<int>(stored.size()) - 2));
  const ChatId chatId = stored[at].chatId;
  stored.erase(stored.begin() + static_cast<std::ptrdiff_t>(at));
  naive_.messages.erase(chatId);
  if (!connected) return;
  f_->rooms.notice(Xccos::MessagesDeletedNotice{{{tides_, {chatId}, std::nullopt}}});
  f_->settle();
}

void TestUnreadNumbers::read(bool elsewhere) {
  const ChatId newest = naive_.messages.rbegin()->first;
  const ChatId to = below(3) == 0 ? newest : naive_.mark + static_cast<ChatId>(below(4));
  if (to <= naive_.mark || to > newest) return;
  naive_.mark = to;
  if (!elsewhere) return f_->client->markRead(tides_, to);
  f_->server->publishElsewhere(f_->followRequest(tides_, QStringLiteral("Tide tables"), to));
  f_->settle();
}

// While away messages come; some of those that came are removed again.
void TestUnreadNumbers::lose() {
  f_->advanceMs(6'000);
  f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("cable")));
  f_->settle();
  f_->rooms.leaveAll();
  const int missed = 1 + below(12);
  const ChatId first = f_->rooms.room(tides_).lastChatId + 1;
  for (int i = 0; i < missed; ++i) arrive(false);
  auto& stored = f_->rooms.room(tides_).messages;
  if (missed > 3) {
    const ChatId gone = first + 1;
    std::erase_if(stored, [gone](const Xccos::ChatMessage& message) { return message.chatId == gone; });
    naive_.messages.erase(gone);
  }
  f_->advanceMs(5'000);
}

void TestUnreadNumbers::theyEqualANaiveCount_data() {
  QTest::addColumn<quint32>("seed");
  for (quint32 seed = 1; seed <= 20; ++seed) QTest::addRow("seed %u", seed) << seed;
}

void TestUnreadNumbers::theyEqualANaiveCount() {
  QFETCH(quint32, seed);
  random_.seed(seed);
  f_.reset();
  settings_ = std::make_shared<QVariantMap>();
  naive_ = {};
  start();
  for (int step = 0; step < 60; ++step) {
    const int what = below(20);
    if (what < 10)
      arrive(true);
    else if (what < 13)
      read(false);
    else if (what < 15)
      read(true);
    else if (what < 18)
      remove(true);
    else if (what < 19)
      lose();
    else
      restart();
    const QByteArray where = QStringLiteral("step %1, event %2").arg(step).arg(what).toUtf8();
    QVERIFY2(tides() != nullptr, where.constData());
    QCOMPARE(f_->client->status().state, ConnectionState::Connected);
    QVERIFY2(tides()->readMark() == naive_.mark, where.constData());
    QVERIFY2(tides()->unreadCount() == naive_.unread(), qPrintable(QStringLiteral("%1: shown %2, counted %3")
                                                                       .arg(QString::fromUtf8(where))
                                                                       .arg(tides()->unreadCount())
                                                                       .arg(naive_.unread())));
    QVERIFY2(tides()->mentionCount() == naive_.mentions(), where.constData());
    QVERIFY2(tides()->hasUnreadAlert() == (naive_.alerts() > 0), where.constData());
  }
}

PARLOUR_TEST(TestUnreadNumbers)

}  // namespace tst_unreadnumbers

#include "tst_unreadnumbers.moc"
