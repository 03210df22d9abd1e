// SPDX-License-Identifier: Apache-2.0
#include "server-sim/control/MessageTest.h"

#include "protocol/xccos/Codec.h"
#include "protocol/xccos/ResponseCodes.h"

namespace Parlour::Server {
namespace {

constexpr char kTestEpid[] = "parlourtest";
constexpr double kNsPerMs = 1e6;

Error testFailed(const QString& sentence) { return Error::make(ErrorCode::Internal, sentence); }

QString addressOf(const SipUri& user) { return QString::fromUtf8(user.address()); }

}  // namespace

void MessageTest::run(const SipUri& first, const SipUri& second, const RoomUri& room, const Answer& answer) {
  const auto run = std::make_shared<Run>();
  run->room = room;
  run->sides[0].user = first;
  run->sides[1].user = second;
  run->answer = answer;
  run->startedMs = clock_.monotonicMs();
  runs_.push_back(run);
  // Never the number of an earlier post, or it would count as a repeat.
  lastEnvId_ = std::max(lastEnvId_, static_cast<EnvId>(clock_.now().ticks));
  if (const Status opened = open(run); !opened) return finish(run, opened.error());
  for (const Side& side : run->sides) {
    const Xccos::Join join{{0, room}};
    service_.receive(side.session, Xccos::serialize(Xccos::Envelope::ofCommand(++lastEnvId_, join)));
  }
}

void MessageTest::tick() {
  const auto runs = runs_;  // an answer may begin another test
  for (const auto& waiting : runs) {
    const RunPtr run = waiting.lock();
    if (!run || clock_.monotonicMs() - run->startedMs < kDeadlineMs) continue;
    finish(run, Error::make(ErrorCode::Timeout,
                            QStringLiteral("The message did not arrive within %1 seconds.").arg(kDeadlineMs / 1'000)));
  }
  std::erase_if(runs_, [](const auto& waiting) {
    const RunPtr run = waiting.lock();
    return !run || run->ended;
  });
}

Status MessageTest::open(const RunPtr& run) {
  for (size_t index = 0; index < 2; ++index) {
    Side& side = run->sides[index];
    const Status may = service_.mayOpen(side.user);
    if (!may) return may;
    side.session = service_.open(side.user, kTestEpid);
    sink_.tap(side.session, [this, run, index](const SharedEnvelope& envelope) { heard(run, index, envelope); });
  }
  return success();
}

// Inside of the service, which must not be called from here.
void MessageTest::heard(const RunPtr& run, size_t index, const SharedEnvelope& envelope) {
  Side& side = run->sides[index];
  if (!envelope) {
    return finishLater(run, testFailed(QStringLiteral("%1 was signed off.").arg(addressOf(side.user))));
  }
  const auto parsed = Xccos::parse(*envelope);
  if (!parsed || run->ended) return;
  if (const auto* chat = parsed->chat()) {
    side.got = side.got || chat->chat == run->text;
    if (run->sides[0].got && run->sides[1].got) arrived(run);
  } else if (const auto* replies = parsed->replies()) {
    const Xccos::ReplyHeader& header = Xccos::headerOf(replies->front().message);
    if (!header.ok()) {
      const QString sentence = Xccos::errorFromResponse(header.code, header.text).text;
      return finishLater(run, testFailed(QStringLiteral("%1 cannot join: %2").arg(addressOf(side.user), sentence)));
    }
    side.joined = true;
    if (run->sides[0].joined && run->sides[1].joined) later_([this, run] { post(run); });
  } else if (const auto* errors = parsed->errors()) {
    const Xccos::ErrorReport& report = errors->front().message;
    finishLater(run, testFailed(Xccos::errorFromResponse(report.code, report.text).text));
  }
}

void MessageTest::post(const RunPtr& run) {
  if (run->ended) return;
  const Side& author = run->sides[run->author];
  run->text = "Test message of the administrator, " + clock_.now().toXccosSeconds() + " (" +
              QByteArray::number(++lastEnvId_) + ')';
  run->sides[0].got = run->sides[1].got = false;
  Xccos::ChatMessage message;
  message.chanUri = run->room;
  message.author = author.user;
  message.ts = clock_.now();
  message.chat = run->text;
  run->timer.start();
  const InfoVerdict verdict =
      service_.receive(author.session, Xccos::serialize(Xccos::Envelope::ofChat(lastEnvId_, message)));
  if (verdict.status == 200) return;
  const QString why = QStringLiteral("%1 cannot post: %2 %3")
                          .arg(addressOf(author.user))
                          .arg(verdict.status)
                          .arg(QString::fromUtf8(verdict.phrase));
  finish(run, testFailed(why.trimmed()));
}

// Both have the message.
void MessageTest::arrived(const RunPtr& run) {
  run->times[run->author] = static_cast<double>(run->timer.nsecsElapsed()) / kNsPerMs;
  later_([this, run] {
    if (run->ended) return;
    if (++run->author < 2) return post(run);
    finish(run, QJsonObject{{QStringLiteral("first"), addressOf(run->sides[0].user)},
                            {QStringLiteral("firstMs"), run->times[0]},
                            {QStringLiteral("second"), addressOf(run->sides[1].user)},
                            {QStringLiteral("secondMs"), run->times[1]}});
  });
}

void MessageTest::finishLater(const RunPtr& run, const Error& error) {
  later_([this, run, error] { finish(run, error); });
}

void MessageTest::finish(const RunPtr& run, const Result<QJsonObject>& result) {
  if (run->ended) return;
  run->ended = true;
  for (const Side& side : run->sides) {
    if (side.session == 0) continue;
    service_.close(side.session);
    sink_.untap(side.session);
  }
  run->answer(result);
}

}  // namespace Parlour::Server
