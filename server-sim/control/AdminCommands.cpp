// SPDX-License-Identifier: Apache-2.0
#include "server-sim/control/AdminCommands.h"

#include "server-sim/control/Verbs.h"

namespace Parlour::Server {
namespace {

constexpr qsizetype kShownVerb = 60;

Verbs::Run runOfVerb(const QString& name) {
  for (const auto group : {Verbs::categoryVerb, Verbs::roomVerb, Verbs::roomQuery, Verbs::messageVerb,
                           Verbs::settingVerb, Verbs::peopleVerb, Verbs::requestVerb, Verbs::reportVerb,
                           Verbs::poolVerb, Verbs::statusVerb, Verbs::complianceVerb,
                           Verbs::fileVerb, Verbs::holdVerb, Verbs::wallVerb}) {
    if (const Verbs::Run run = group(name)) return run;
  }
  return nullptr;
}

Error unknownVerb(const QString& name) {
  return Error::make(ErrorCode::InvalidArgument,
                     QStringLiteral("There is no command \"%1\".").arg(name.left(kShownVerb)));
}

}  // namespace

Actor localAdministrator(const QByteArray& account) { return Actor{0, "local administrator " + account, true}; }

AdminCommands::AdminCommands(ChannelService& service, Store& store, const Clock& clock, QJsonObject facts,
                             LiveServer live)
    : context_{service, store, clock, std::move(facts), clock.monotonicMs(), std::move(live)} {}

void AdminCommands::run(const QJsonObject& request, const Actor& actor, const AdminCall::Answer& answer) const {
  const QString name = request.value(QStringLiteral("verb")).toString();
  const AdminVerb* verb = findAdminVerb(name);
  const Verbs::Run carryOut = verb ? runOfVerb(name) : nullptr;
  if (!carryOut) return answer(failedAnswer(unknownVerb(name)));
  auto arguments = AdminArguments::read(*verb, request.value(QStringLiteral("arguments")).toObject());
  if (!arguments) return answer(failedAnswer(arguments.error()));
  const bool dryRun = request.value(QStringLiteral("dryRun")).toBool();
  carryOut(context_, AdminCall(std::move(*arguments), actor, dryRun, answer));
}

bool AdminCommands::knows(const AdminVerb& verb) { return runOfVerb(QString::fromLatin1(verb.name)) != nullptr; }

}  // namespace Parlour::Server
