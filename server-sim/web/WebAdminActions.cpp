// SPDX-License-Identifier: Apache-2.0
// What administrators ask for about categories and people; the verbs of AdminVerbs.h do it.
#include <QJsonArray>

#include "server-sim/control/AdminLookup.h"
#include "server-sim/web/WebCall.h"
#include "server-sim/web/WebJson.h"
#include "server-sim/web/WebRules.h"

namespace Parlour::Server {
namespace {

constexpr char kMostPeople[] = "200";

void listCategories(const WebContext& context, const WebCall& call) {
  if (const Status allowed = WebRules::administrator(call.actor); !allowed) return call.fail(allowed.error());
  const ChannelState& state = context.state();
  QJsonArray lines;
  for (const Category* category : WebRules::creatableCategories(state, call.actor)) {
    lines.append(WebJson::whole(state, *category));
  }
  call.succeed(lines);
}

void showCategory(const WebContext& context, const WebCall& call) {
  const auto category = WebRules::category(context.state(), call.actor, call.text("key"));
  if (!category) return call.fail(category.error());
  call.succeed(WebJson::whole(context.state(), **category));
}

void createCategoryAction(const WebContext& context, const WebCall& call) {
  context.administer(call, "category add", call.arguments);
}

// The verb's arguments with the category named by its address.
void onCategory(const WebContext& context, const WebCall& call, const char* verb) {
  const auto category = WebRules::category(context.state(), call.actor, call.text("key"));
  if (!category) return call.fail(category.error());
  QJsonObject arguments = call.arguments;
  arguments.remove(QStringLiteral("key"));
  arguments.insert(QStringLiteral("category"), QString::fromUtf8((*category)->uri.bytes()));
  context.administer(call, verb, arguments);
}

void editCategory(const WebContext& context, const WebCall& call) { onCategory(context, call, "category set"); }

void deleteCategory(const WebContext& context, const WebCall& call) { onCategory(context, call, "category rm"); }

void listPeople(const WebContext& context, const WebCall& call) {
  QJsonObject arguments{{QStringLiteral("limit"), QLatin1String(kMostPeople)}};
  if (!call.text("words").trimmed().isEmpty()) arguments.insert(QStringLiteral("words"), call.text("words").trimmed());
  context.administer(call, "user list", arguments);
}

void showPerson(const WebContext& context, const WebCall& call) {
  context.administer(call, "user show", {{QStringLiteral("user"), call.text("address")}});
}

void switchPerson(const WebContext& context, const WebCall& call) {
  if (const Status allowed = WebRules::administrator(call.actor); !allowed) return call.fail(allowed.error());
  const auto person = AdminLookup::person(context.state(), call.text("address"));
  if (!person) return call.fail(person.error());
  if ((*person)->id == call.actor.user) {
    return call.fail(
        Error::make(ErrorCode::Conflict, QStringLiteral("You cannot disable yourself. Ask another administrator.")));
  }
  const bool enable = call.text("state") == QLatin1String("enabled");
  context.administer(call, enable ? "user enable" : "user disable",
                     {{QStringLiteral("user"), QString::fromUtf8((*person)->uri)}});
}

void showStatus(const WebContext& context, const WebCall& call) {
  if (const Status allowed = WebRules::administrator(call.actor); !allowed) return call.fail(allowed.error());
  call.succeed(context.monitor.report());
}

void showMetrics(const WebContext& context, const WebCall& call) {
  if (const Status allowed = WebRules::administrator(call.actor); !allowed) return call.fail(allowed.error());
  call.succeed(QString::fromUtf8(writeOpenMetrics(context.monitor.metrics())));
}

}  // namespace

std::vector<WebAction> webAdminActions() {
  return {
      {"categories", "", listCategories},
      {"category", "key", showCategory},
      {"category.create", "name description invitations files history allowed* denied* creator*", createCategoryAction},
      {"category.edit",
       "key name description invitations files history add-allowed* remove-allowed* add-denied* remove-denied* "
       "add-creator* remove-creator*",
       editCategory},
      {"category.remove", "key", deleteCategory},
      {"people", "words", listPeople},
      {"person", "address", showPerson},
      {"person.state", "address state", switchPerson},
      {"status", "", showStatus},
      {"metrics", "", showMetrics},
  };
}

}  // namespace Parlour::Server
