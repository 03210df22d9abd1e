// SPDX-License-Identifier: Apache-2.0
// The pages for administrators.
#include "server-sim/web/WebApp.h"
#include "server-sim/web/WebPages.h"
#include "server-sim/web/WebReplies.h"

namespace Parlour::Server {
namespace {

constexpr char kCategories[] = "categories";
constexpr char kPeople[] = "people";

QString categoryAddress(const QString& key) { return QStringLiteral("/categories/") + encodePercent(key); }

QJsonObject categoryFields(const FormData& form) {
  QJsonObject arguments = WebReplies::fields(form, {"name", "description"});
  for (const char* name : {"invitations", "files", "history"}) {
    arguments.insert(QLatin1String(name), form.has(name) ? QStringLiteral("on") : QStringLiteral("off"));
  }
  return arguments;
}

// One list of a category, changed: "add-allowed", "remove-creator" …; empty for what no page of ours asks for.
QString listChange(const FormData& form) {
  const QString op = form.value("op");
  const QString list = form.value("list");
  const bool known =
      QStringList{QStringLiteral("allowed"), QStringLiteral("denied"), QStringLiteral("creator")}.contains(list);
  const bool knownOp = op == QLatin1String("add") || op == QLatin1String("remove");
  return known && knownOp ? op + QLatin1Char('-') + list : QString();
}

}  // namespace

HttpResponse WebApp::categoriesArea(const WebExchange& exchange) {
  const QString key = exchange.step(1);
  const QString deed = exchange.step(2);
  if (key.isEmpty()) {
    return show(exchange, kCategories, QStringLiteral("Categories"), "categories", {},
                [](const PageFrame& frame, const QJsonObject& result) {
                  return WebPages::categories(frame, result.value(QStringLiteral("list")).toArray());
                });
  }
  if (key == QLatin1String("new")) {
    const Page page = [&](const PageFrame& frame, const QJsonObject&) {
      return WebPages::newCategory(frame, exchange.form);
    };
    const QString title = QStringLiteral("New category");
    if (!exchange.isPost) return show(exchange, kCategories, title, "categories", {}, page);
    QJsonObject arguments = categoryFields(exchange.form);
    for (const char* list : {"allowed", "creator"}) {
      const QJsonArray names = WebReplies::names(exchange.form.values(list));
      if (!names.isEmpty()) arguments.insert(QLatin1String(list), names);
    }
    const QJsonObject answer = ask(exchange, "category.create", arguments);
    if (WebReplies::isOk(answer)) return WebReplies::seeOther(QStringLiteral("/categories?done=created"));
    return show(exchange, kCategories, title, "categories", {}, page, answer);
  }
  const QJsonObject named{{QStringLiteral("key"), key}};
  const Page page = [&](const PageFrame& frame, const QJsonObject& category) {
    return WebPages::category(frame, category, exchange.form);
  };
  const QString title = QStringLiteral("Category");
  if (!exchange.isPost) return show(exchange, kCategories, title, "category", named, page);
  QJsonObject arguments = named;
  const char* action = "category.edit";
  QString next = categoryAddress(key) + QStringLiteral("?done=saved");
  if (deed == QLatin1String("lists")) {
    const QString change = listChange(exchange.form);
    if (change.isEmpty()) return failurePage(400, WebReplies::sentenceFor(400));
    arguments.insert(change, WebReplies::names(exchange.form.values("people")));
    next = categoryAddress(key) + QStringLiteral("?done=people");
  } else if (deed == QLatin1String("remove")) {
    action = "category.remove";
    next = QStringLiteral("/categories?done=deleted");
  } else {
    const QJsonObject fields = categoryFields(exchange.form);
    for (auto it = fields.begin(); it != fields.end(); ++it) arguments.insert(it.key(), it.value());
  }
  const QJsonObject answer = ask(exchange, action, arguments);
  if (WebReplies::isOk(answer)) return WebReplies::seeOther(next);
  return show(exchange, kCategories, title, "category", named, page, answer);
}

HttpResponse WebApp::peopleArea(const WebExchange& exchange) {
  const QString address = exchange.step(1);
  if (address.isEmpty()) {
    const QString words = exchange.query.value("words");
    return show(exchange, kPeople, QStringLiteral("People"), "people", {{QStringLiteral("words"), words}},
                [&](const PageFrame& frame, const QJsonObject& result) {
                  return WebPages::people(frame, result.value(QStringLiteral("list")).toArray(), words);
                });
  }
  const QJsonObject named{{QStringLiteral("address"), address}};
  const Page page = [](const PageFrame& frame, const QJsonObject& person) { return WebPages::person(frame, person); };
  const QString title = QStringLiteral("Person");
  if (!exchange.isPost) return show(exchange, kPeople, title, "person", named, page);
  QJsonObject arguments = named;
  arguments.insert(QStringLiteral("state"), exchange.form.value("state"));
  const QJsonObject answer = ask(exchange, "person.state", arguments);
  if (!WebReplies::isOk(answer)) return show(exchange, kPeople, title, "person", named, page, answer);
  return WebReplies::seeOther(QStringLiteral("/people/") + encodePercent(address) + QStringLiteral("?done=saved"));
}

}  // namespace Parlour::Server
