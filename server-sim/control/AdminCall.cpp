// SPDX-License-Identifier: Apache-2.0
#include "server-sim/control/AdminCall.h"

#include "server-sim/channel/changes/ChangeService.h"
#include "server-sim/control/ChangeLosses.h"
#include "server-sim/control/ChangeWords.h"

namespace Parlour::Server {
namespace {

Error refusedError(const Refusal& refusal) {
  return Error::make(Xccos::errorCodeFor(static_cast<int>(refusal.code)), refusal.reason);
}

bool concernsSameRoom(const QJsonArray& losses, const QJsonValue& loss) {
  for (const auto& known : losses) {
    if (known.toObject().value(QStringLiteral("room")) == loss.toObject().value(QStringLiteral("room"))) return true;
  }
  return false;
}

QJsonObject changeResult(const ChannelState& state, const Outcome& outcome, const QJsonArray& losses, bool dryRun) {
  QJsonObject result{{QStringLiteral("changes"), ChangeWords::describe(state, outcome.set)},
                     {QStringLiteral("losses"), losses},
                     {QStringLiteral("dryRun"), dryRun}};
  if (dryRun) return result;
  if (!outcome.receipt.invitations.empty()) {
    result.insert(QStringLiteral("invitations"), static_cast<qint64>(outcome.receipt.invitations.size()));
  }
  if (outcome.receipt.messagesRemoved > 0) {
    result.insert(QStringLiteral("messagesRemoved"), outcome.receipt.messagesRemoved);
  }
  return result;
}

}  // namespace

QJsonObject failedAnswer(const Error& error) {
  return {
      {QStringLiteral("ok"), false},
      {QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), QString::fromLatin1(errorCodeName(error.code))},
                                            {QStringLiteral("text"), error.text}}}};
}

void AdminCall::succeed(const QJsonValue& result) const {
  answer_({{QStringLiteral("ok"), true}, {QStringLiteral("result"), result}});
}

void AdminCall::succeedInPart(const QJsonArray& lines, bool truncated) const {
  answer_({{QStringLiteral("ok"), true}, {QStringLiteral("result"), lines}, {QStringLiteral("truncated"), truncated}});
}

void AdminCall::fail(const Error& error) const { answer_(failedAnswer(error)); }

void AdminContext::change(const AdminCall& call, Planner plan, Losses losses) const {
  const auto lost = std::make_shared<QJsonArray>();
  const auto planned = [this, plan = std::move(plan), losses = std::move(losses), lost](const ChannelState& current) {
    Plan made = plan(current);
    const auto* set = std::get_if<ChangeSet>(&made);
    if (!set) return made;
    if (losses) *lost = losses(current);
    for (const auto& loss : lossesBy(service, *set)) {
      if (!concernsSameRoom(*lost, loss)) lost->append(loss);
    }
    return made;
  };
  service.changes().submit(
      planned,
      [this, call, lost](const Outcome& outcome) {
        if (outcome.refusal) return call.fail(refusedError(*outcome.refusal));
        if (outcome.error) return call.fail(*outcome.error);
        call.succeed(changeResult(state(), outcome, *lost, call.dryRun));
      },
      call.dryRun);
}

}  // namespace Parlour::Server
