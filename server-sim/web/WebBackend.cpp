// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/WebBackend.h"

#include <QJsonArray>
#include <algorithm>

#include "server-sim/control/AdminJson.h"
#include "server-sim/web/WebRules.h"

namespace Parlour::Server {
namespace {

constexpr qsizetype kLongestText = 4'096;
constexpr qsizetype kMostItems = 500;

std::vector<WebAction> allActions() {
  std::vector<WebAction> actions = webRoomActions();
  const std::vector<WebAction> more = webAdminActions();
  actions.insert(actions.end(), more.begin(), more.end());
  return actions;
}

bool isText(const QJsonValue& value) { return value.isString() && value.toString().size() <= kLongestText; }

bool isTexts(const QJsonValue& value) {
  const QJsonArray items = value.toArray();
  return value.isArray() && items.size() <= kMostItems && std::all_of(items.begin(), items.end(), isText);
}

Status checkArguments(const WebAction& action, const QJsonObject& arguments) {
  const QStringList known = QString::fromLatin1(action.arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts);
  for (auto it = arguments.begin(); it != arguments.end(); ++it) {
    const bool list = known.contains(it.key() + QLatin1Char('*'));
    if (!list && !known.contains(it.key())) {
      return Error::make(ErrorCode::InvalidArgument,
                         QStringLiteral("There is no field \"%1\" here.").arg(it.key().left(60)));
    }
    if (list ? isTexts(it.value()) : isText(it.value())) continue;
    return Error::make(ErrorCode::InvalidArgument,
                       QStringLiteral("The field \"%1\" is too long or of the wrong kind.").arg(it.key()));
  }
  return success();
}

}  // namespace

std::optional<QString> WebCall::optionalText(const char* name) const {
  return has(name) ? std::optional<QString>(text(name)) : std::nullopt;
}

QStringList WebCall::list(const char* name) const {
  QStringList items;
  for (const auto& item : arguments.value(QLatin1String(name)).toArray()) {
    if (!item.toString().trimmed().isEmpty()) items.append(item.toString().trimmed());
  }
  return items;
}

void WebCall::succeed(const QJsonValue& result) const {
  answer({{QStringLiteral("ok"), true}, {QStringLiteral("result"), result}});
}

void WebContext::change(const WebCall& call, ChangeService::Planner plan, const QJsonObject& result) const {
  service.changes().submit(std::move(plan), [call, result](const Outcome& outcome) {
    if (outcome.refusal) {
      const auto code = Xccos::errorCodeFor(static_cast<int>(outcome.refusal->code));
      return call.fail(Error::make(code, outcome.refusal->reason));
    }
    if (outcome.error) return call.fail(*outcome.error);
    QJsonObject told = result;
    if (!outcome.set.rooms.empty())
      told.insert(QStringLiteral("key"), QString::fromUtf8(outcome.set.rooms.front().uri.key()));
    call.succeed(told);
  });
}

void WebContext::administer(const WebCall& call, const char* verb, const QJsonObject& arguments) const {
  if (const Status allowed = WebRules::administrator(call.actor); !allowed) return call.fail(allowed.error());
  administration.run({{QStringLiteral("verb"), QLatin1String(verb)}, {QStringLiteral("arguments"), arguments}},
                     call.actor, call.answer);
}

WebBackend::WebBackend(ChannelService& service, const AdminCommands& administration, const StatusBoard& monitor,
                       const Clock& clock)
    : context_{service, administration, clock, directory_, monitor}, actions_(allActions()) {}

QJsonObject WebBackend::metrics() const {
  return {{QStringLiteral("ok"), true},
          {QStringLiteral("result"), QString::fromUtf8(writeOpenMetrics(context_.monitor.metrics()))}};
}

QJsonObject WebBackend::describeUser(PrincipalId user, const Actor& actor) const {
  const ChannelState& state = context_.state();
  const Principal* principal = state.directory().find(user);
  return {{QStringLiteral("name"),
           principal->displayName.isEmpty() ? QString::fromUtf8(principal->uri) : principal->displayName},
          {QStringLiteral("address"), QString::fromUtf8(principal->uri.mid(4))},
          {QStringLiteral("domain"), QString::fromUtf8(state.domain())},
          {QStringLiteral("administrator"), actor.administrator},
          {QStringLiteral("mayCreate"), !WebRules::creatableCategories(state, actor).empty()}};
}

void WebBackend::run(PrincipalId user, const QString& action, const QJsonObject& arguments, const Answer& answer) {
  const Principal* principal = context_.state().directory().find(user);
  if (!principal || !principal->enabled || !principal->chatEnabled) {
    return answer(failedAnswer(
        Error::make(ErrorCode::Unauthorized, QStringLiteral("Your account may not use chat rooms any more."))));
  }
  const Actor actor = actorOf(context_.state(), user);
  const auto answerWithMe = [answer, me = describeUser(user, actor)](QJsonObject told) {
    told.insert(QStringLiteral("me"), me);
    answer(told);
  };
  const WebCall call{actor, arguments, answerWithMe};
  const auto found = std::find_if(actions_.begin(), actions_.end(),
                                  [&](const WebAction& known) { return action == QLatin1String(known.name); });
  if (found == actions_.end()) {
    return call.fail(Error::make(ErrorCode::NotFound, QStringLiteral("There is no such page.")));
  }
  if (const Status checked = checkArguments(*found, arguments); !checked) return call.fail(checked.error());
  found->run(context_, call);
}

}  // namespace Parlour::Server
