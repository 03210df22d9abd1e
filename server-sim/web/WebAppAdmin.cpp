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

// What a form on a category's page asks for, and the page to look at afterwards.
struct CategoryWish {
  const char* action;
  QJsonObject arguments;
  QString next;
};

// Nothing for a change that no form of ours makes.
std::optional<CategoryWish> categoryWish(const WebExchange& exchange) {
  const QString deed = exchange.step(2);
  const QString address = categoryAddress(exchange.step(1));
  CategoryWish wish{"category.edit", {}, address + QStringLiteral("?done=saved")};
  if (deed.isEmpty()) {
    wish.arguments = categoryFields(exchange.form);
  } else if (deed == QLatin1String("lists")) {
    const QString change = listChange(exchange.form);
    if (change.isEmpty()) return std::nullopt;
    wish.arguments.insert(change, WebReplies::names(exchange.form.values("people")));
    wish.next = address + QStringLiteral("?done=people");
  } else if (deed == QLatin1String("remove")) {
    wish = {"category.remove", {}, QStringLiteral("/categories?done=deleted")};
  } else {
    return std::nullopt;
  }
  wish.arguments.insert(QStringLiteral("key"), exchange.step(1));
  return wish;
}

}  // namespace

HttpResponse WebApp::categoriesArea(const WebExchange& exchange) {
  const QString key = exchange.step(1);
  if (key == QLatin1String("new")) return newCategory(exchange);
  if (!key.isEmpty()) return oneCategory(exchange);
  return show(exchange, kCategories, QStringLiteral("Categories"), "categories", {},
              [](const PageFrame& frame, const QJsonObject& result) {
                return WebPages::categories(frame, result.value(QStringLiteral("list")).toArray());
              });
}

HttpResponse WebApp::newCategory(const WebExchange& exchange) {
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

HttpResponse WebApp::oneCategory(const WebExchange& exchange) {
  const QJsonObject named{{QStringLiteral("key"), exchange.step(1)}};
  const Page page = [&](const PageFrame& frame, const QJsonObject& category) {
    return WebPages::category(frame, category, exchange.form);
  };
  const QString title = QStringLiteral("Category");
  if (!exchange.isPost) return show(exchange, kCategories, title, "category", named, page);
  const auto wish = categoryWish(exchange);
  if (!wish) return failurePage(400, WebReplies::sentenceFor(400));
  const QJsonObject answer = ask(exchange, wish->action, wish->arguments);
  if (WebReplies::isOk(answer)) return WebReplies::seeOther(wish->next);
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
