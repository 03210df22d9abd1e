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

}  // namespace

HttpResponse WebApp::roomsArea(const WebExchange& exchange) {
  if (exchange.path.size() > 1 && exchange.step(1) != QLatin1String("new")) return oneRoom(exchange);
  const Page newRoomPage = [&](const PageFrame& frame, const QJsonObject& offer) {
    return WebPages::newRoom(frame, offer, exchange.form);
  };
  const QString title = QStringLiteral("New room");
  if (exchange.path.size() == 2) {
    if (!exchange.isPost) return show(exchange, kRooms, title, "room.new", {}, newRoomPage);
    QJsonObject arguments = propertiesOf(exchange.form);
    for (const char* list : {"members", "managers", "presenters"}) {
      arguments.insert(QLatin1String(list), WebReplies::names(exchange.form.values(list)));
    }
    const QJsonObject answer = ask(exchange, "room.create", arguments);
    if (!WebReplies::isOk(answer)) return show(exchange, kRooms, title, "room.new", {}, newRoomPage, answer);
    const QString key = answer.value(QStringLiteral("result")).toObject().value(QStringLiteral("key")).toString();
    return WebReplies::seeOther(roomAddress(key) + QStringLiteral("?done=created"));
  }
  if (exchange.isPost) return failurePage(405, WebReplies::sentenceFor(405));
  QJsonObject arguments = WebReplies::fields(exchange.query, {"words", "category", "privacy", "type", "state", "page"});
  if (exchange.step(0) == QLatin1String("rooms.csv")) {
    arguments.insert(QStringLiteral("page"), QStringLiteral("all"));
    HttpResponse csv = show(exchange, kRooms, QString(), "rooms", arguments,
                            [](const PageFrame&, const QJsonObject& list) { return WebPages::roomsAsCsv(list); });
    if (csv.status != 200) return csv;
    csv.contentType = "text/csv; charset=utf-8";
    csv.add("Content-Disposition", "attachment; filename=\"rooms.csv\"");
    return csv;
  }
  return show(exchange, kRooms, QStringLiteral("Rooms"), "rooms", arguments,
              [&](const PageFrame& frame, const QJsonObject& list) {
                return WebPages::rooms(frame, list, exchange.query, clock_.now().toMs());
              });
}

HttpResponse WebApp::oneRoom(const WebExchange& exchange) {
  const QString key = exchange.step(1);
  const QString deed = exchange.step(2);
  const QJsonObject named{{QStringLiteral("key"), key}};
  const Page roomPage = [&](const PageFrame& frame, const QJsonObject& room) {
    return WebPages::room(frame, room, exchange.form);
  };
  const QString title = QStringLiteral("Room");
  if (!exchange.isPost) {
    if (deed.isEmpty()) return show(exchange, kRooms, title, "room", named, roomPage);
    return show(exchange, kRooms, title, "room", named, [&](const PageFrame& frame, const QJsonObject& room) {
      return WebPages::confirmRoom(frame, room, deed);
    });
  }
  QJsonObject arguments = WebReplies::fields(exchange.form, {"asOf"});
  arguments.insert(QStringLiteral("key"), key);
  const char* action = "room.edit";
  QString next = roomAddress(key) + QStringLiteral("?done=saved");
  if (deed == QLatin1String("people")) {
    action = "room.people";
    next = roomAddress(key) + QStringLiteral("?done=people#people");
    for (const char* name : {"role", "op"}) arguments.insert(QLatin1String(name), exchange.form.value(name));
    arguments.insert(QStringLiteral("people"), WebReplies::names(exchange.form.values("people")));
  } else if (deed == QLatin1String("state")) {
    action = "room.state";
    const QString state = exchange.form.value("state");
    arguments.insert(QStringLiteral("state"), state);
    const bool enabled = state == QLatin1String("active");
    next = roomAddress(key) + (enabled ? QStringLiteral("?done=enabled") : QStringLiteral("?done=disabled"));
  } else if (deed == QLatin1String("remove")) {
    action = "room.remove";
    next = QStringLiteral("/rooms?done=deleted");
  } else if (deed.isEmpty()) {
    const QJsonObject properties = propertiesOf(exchange.form);
    for (auto it = properties.begin(); it != properties.end(); ++it) arguments.insert(it.key(), it.value());
  } else {
    return failurePage(404, WebReplies::sentenceFor(404));
  }
  const QJsonObject answer = ask(exchange, action, arguments);
  if (WebReplies::isOk(answer)) return WebReplies::seeOther(next);
  return show(exchange, kRooms, title, "room", named, roomPage, answer);
}

}  // namespace Parlour::Server
