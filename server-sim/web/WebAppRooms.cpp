// SPDX-License-Identifier: Apache-2.0
// The pages about rooms.
#include "server-sim/web/WebApp.h"
#include "server-sim/web/WebPages.h"
#include "server-sim/web/WebReplies.h"

namespace Parlour::Server {
namespace {

constexpr char kRooms[] = "rooms";

QString roomAddress(const QString& key) { return QStringLiteral("/rooms/") + encodePercent(key); }

// An unchecked box is absent from a form.
void addInvitations(const FormData& form, QJsonObject& arguments) {
  arguments.insert(QStringLiteral("invitations"),
                   form.has("invitations") ? QStringLiteral("inherit") : QStringLiteral("off"));
}

QJsonObject propertiesOf(const FormData& form) {
  QJsonObject arguments =
      WebReplies::fields(form, {"name", "category", "description", "topic", "privacy", "type", "addIn"});
  addInvitations(form, arguments);
  return arguments;
}

// What a form on a room's page asks for, and the page to look at afterwards.
struct RoomWish {
  const char* action;
  QJsonObject arguments;
  QString next;
};

RoomWish propertiesWish(const FormData& form, const QString& address) {
  return {"room.edit", propertiesOf(form), address + QStringLiteral("?done=saved")};
}

RoomWish peopleWish(const FormData& form, const QString& address) {
  QJsonObject arguments{{QStringLiteral("people"), WebReplies::names(form.values("people"))}};
  for (const char* name : {"role", "op"}) arguments.insert(QLatin1String(name), form.value(name));
  return {"room.people", arguments, address + QStringLiteral("?done=people#people")};
}

RoomWish stateWish(const FormData& form, const QString& address) {
  const QString state = form.value("state");
  const QString done = state == QLatin1String("active") ? QStringLiteral("enabled") : QStringLiteral("disabled");
  return {"room.state", {{QStringLiteral("state"), state}}, address + QStringLiteral("?done=") + done};
}

// Nothing for a deed that no form of ours has.
std::optional<RoomWish> roomWish(const WebExchange& exchange) {
  const QString deed = exchange.step(2);
  const QString address = roomAddress(exchange.step(1));
  std::optional<RoomWish> wish;
  if (deed.isEmpty()) wish = propertiesWish(exchange.form, address);
  if (deed == QLatin1String("people")) wish = peopleWish(exchange.form, address);
  if (deed == QLatin1String("state")) wish = stateWish(exchange.form, address);
  if (deed == QLatin1String("remove")) wish = RoomWish{"room.remove", {}, QStringLiteral("/rooms?done=deleted")};
  if (!wish) return wish;
  wish->arguments.insert(QStringLiteral("key"), exchange.step(1));
  if (exchange.form.has("asOf")) wish->arguments.insert(QStringLiteral("asOf"), exchange.form.value("asOf"));
  return wish;
}

}  // namespace

HttpResponse WebApp::roomsArea(const WebExchange& exchange) {
  if (exchange.path.size() > 1 && exchange.step(1) == QLatin1String("new")) return newRoom(exchange);
  if (exchange.path.size() > 1) return oneRoom(exchange);
  if (exchange.isPost) return failurePage(405, WebReplies::sentenceFor(405));
  QJsonObject arguments = WebReplies::fields(exchange.query, {"words", "category", "privacy", "type", "state", "page"});
  if (exchange.step(0) == QLatin1String("rooms.csv")) return roomsAsCsv(exchange, arguments);
  return show(exchange, kRooms, QStringLiteral("Rooms"), "rooms", arguments,
              [&](const PageFrame& frame, const QJsonObject& list) {
                return WebPages::rooms(frame, list, exchange.query, clock_.now().toMs());
              });
}

HttpResponse WebApp::roomsAsCsv(const WebExchange& exchange, QJsonObject filter) {
  filter.insert(QStringLiteral("page"), QStringLiteral("all"));
  HttpResponse csv = show(exchange, kRooms, QString(), "rooms", filter,
                          [](const PageFrame&, const QJsonObject& list) { return WebPages::roomsAsCsv(list); });
  if (csv.status != 200) return csv;
  csv.contentType = "text/csv; charset=utf-8";
  csv.add("Content-Disposition", "attachment; filename=\"rooms.csv\"");
  return csv;
}

HttpResponse WebApp::newRoom(const WebExchange& exchange) {
  const Page page = [&](const PageFrame& frame, const QJsonObject& offer) {
    return WebPages::newRoom(frame, offer, exchange.form);
  };
  const QString title = QStringLiteral("New room");
  if (!exchange.isPost) return show(exchange, kRooms, title, "room.new", {}, page);
  QJsonObject arguments = propertiesOf(exchange.form);
  for (const char* list : {"members", "managers", "presenters"}) {
    arguments.insert(QLatin1String(list), WebReplies::names(exchange.form.values(list)));
  }
  const QJsonObject answer = ask(exchange, "room.create", arguments);
  if (!WebReplies::isOk(answer)) return show(exchange, kRooms, title, "room.new", {}, page, answer);
  const QString key = answer.value(QStringLiteral("result")).toObject().value(QStringLiteral("key")).toString();
  return WebReplies::seeOther(roomAddress(key) + QStringLiteral("?done=created"));
}

HttpResponse WebApp::oneRoom(const WebExchange& exchange) {
  const QString deed = exchange.step(2);
  const QString title = QStringLiteral("Room");
  const QJsonObject named{{QStringLiteral("key"), exchange.step(1)}};
  const Page page = [&](const PageFrame& frame, const QJsonObject& room) {
    return WebPages::room(frame, room, exchange.form);
  };
  const Page question = [&](const PageFrame& frame, const QJsonObject& room) {
    return WebPages::confirmRoom(frame, room, deed);
  };
  if (!exchange.isPost) {
    const bool asks = deed == QLatin1String("disable") || deed == QLatin1String("remove");
    if (!asks && !deed.isEmpty()) return failurePage(404, WebReplies::sentenceFor(404));
    return show(exchange, kRooms, title, "room", named, asks ? question : page);
  }
  const auto wish = roomWish(exchange);
  if (!wish) return failurePage(404, WebReplies::sentenceFor(404));
  const QJsonObject answer = ask(exchange, wish->action, wish->arguments);
  if (WebReplies::isOk(answer)) return WebReplies::seeOther(wish->next);
  return show(exchange, kRooms, title, "room", named, page, answer);
}

}  // namespace Parlour::Server
