// SPDX-License-Identifier: Apache-2.0
// What a room with very many messages on this computer costs: opening it, paging back, jumping, searching.
// Usage: parlour-bench-cache [messages]
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>
#include <algorithm>
#include <vector>

#include "app/core/cache/CacheStore.h"
#include "tests/perf/load/Report.h"

namespace Parlour::Perf {
namespace {

constexpr ChatId kMessages = 1'000'000;
constexpr ChatId kFillStep = 5'000;
constexpr int kPageRows = 50;
constexpr int kRepeats = 200;
constexpr double kOpenGoalMs = 150;
constexpr double kPageGoalMs = 50;

Core::Message sample(const RoomUri& room, ChatId chatId) {
  Core::Message message;
  message.room = room;
  message.chatId = chatId;
  message.author = SipUri::fromTrusted("sip:user" + QByteArray::number(chatId % 40) + "@bench.example");
  message.authorName = QStringLiteral("User Number %1").arg(chatId % 40);
  message.time = Timestamp::fromMs(1'700'000'000'000 + static_cast<qint64>(chatId) * 30'000);
  message.text =
      QStringLiteral("Ticket %1: the limit check of venue %2 is slow again, watching the queue; order flow %3")
          .arg(chatId)
          .arg(chatId % 97)
          .arg(chatId % 1'009);
  return message;
}

template <typename Work>
ScenarioResult measureWork(const QString& name, int times, double goalMs, Work work) {
  std::vector<double> ms;
  bool good = true;
  for (int i = 0; i < times; ++i) {
    QElapsedTimer timer;
    timer.start();
    good = work(i) && good;
    ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
  }
  std::sort(ms.begin(), ms.end());
  ScenarioResult result;
  result.name = name;
  result.figures[QStringLiteral("p50 ms")] = ms[ms.size() / 2];
  result.figures[QStringLiteral("max ms")] = ms.back();
  result.checks.append(Check{name + QStringLiteral(": every answer is whole"), good});
  if (goalMs > 0) {
    result.checks.append(Check{name + QStringLiteral(": at most %1 ms").arg(goalMs), ms.back() <= goalMs});
  }
  return result;
}

QList<ScenarioResult> measureCache(ChatId messages) {
  const QTemporaryDir directory;
  const QString path = directory.filePath(QStringLiteral("cache.db"));
  const SipUri me = SipUri::fromTrusted("sip:ada@bench.example");
  const RoomUri room = *RoomUri::fromParts("bench.example", "long");
  auto store = Core::CacheStore::open(path, me);
  Core::CachedRoom kept;
  kept.summary.uri = room;
  bool filled = store.ok() && (*store)->keepRoom(kept).ok();
  QList<ScenarioResult> results;
  results << measureWork(QStringLiteral("keep-5000"), static_cast<int>(messages / kFillStep), 0, [&](int step) {
    Core::CachedRun run{room, static_cast<ChatId>(step) * kFillStep + 1, 0, {}};
    run.last = run.first + kFillStep - 1;
    for (ChatId id = run.first; id <= run.last; ++id) run.messages.append(sample(room, id));
    return filled && (*store)->keep(run).ok();
  });
  results << measureWork(QStringLiteral("open"), 20, kOpenGoalMs, [&](int) {
    store = Core::CacheStore::open(path, me);
    const auto rooms = (*store)->rooms();
    const auto newest = (*store)->newest(room, kPageRows);
    return rooms.ok() && newest.ok() && newest->messages.size() == kPageRows && newest->last == messages;
  });
  ChatId at = messages;
  results << measureWork(QStringLiteral("page-back"), kRepeats, kPageGoalMs, [&](int) {
    const auto page = (*store)->before(room, at, kPageRows);
    at = page.ok() && page->first > 1 ? page->first : messages;
    return page.ok() && page->messages.size() == kPageRows;
  });
  results << measureWork(QStringLiteral("jump"), kRepeats, kPageGoalMs, [&](int i) {
    const ChatId target = 100 + (messages - 200) / kRepeats * static_cast<ChatId>(i);
    const auto run = (*store)->around(room, target, kPageRows / 2, kPageRows / 2);
    return run.ok() && run->messages.size() == kPageRows + 1;
  });
  results << measureWork(QStringLiteral("append"), kRepeats, 0, [&](int i) {
    const ChatId id = messages + static_cast<ChatId>(i) + 1;
    return (*store)->keep({room, id, id, {sample(room, id)}}).ok();
  });
  const QStringList searches{QStringLiteral("limit"), QStringLiteral("ticket 77777"), QStringLiteral("venue 13 slow")};
  results << measureWork(QStringLiteral("search"), 30, 0, [&](int i) {
    Core::MessageSearchQuery query;
    query.words = searches[i % searches.size()];
    const auto hits = (*store)->search(query);
    return hits.ok() && !hits->isEmpty();
  });
  const auto usage = (*store)->usage();
  results.last().figures[QStringLiteral("MB")] = usage.ok() ? static_cast<double>(usage->bytes) / 1e6 : 0;
  return results;
}

}  // namespace
}  // namespace Parlour::Perf

int main(int argc, char** argv) {
  const QCoreApplication app(argc, argv);
  const QString given = QCoreApplication::arguments().value(1, QString::number(Parlour::Perf::kMessages));
  bool ok = false;
  const Parlour::ChatId messages = given.toULongLong(&ok);
  if (!ok || messages < 10'000 || messages % Parlour::Perf::kFillStep != 0 || messages > 10'000'000) {
    QTextStream(stderr) << "usage: parlour-bench-cache [messages, 10000 to 10000000 in steps of 5000]\n";
    return 2;
  }
  const auto results = Parlour::Perf::measureCache(messages);
  QTextStream out(stdout);
  for (const auto& result : results) {
    out << result.toJsonLine();
    for (const auto& check : result.checks) out << (check.passed ? "pass  " : "FAIL  ") << check.what << '\n';
  }
  return std::all_of(results.begin(), results.end(), [](const auto& result) { return result.passed(); }) ? 0 : 1;
}
