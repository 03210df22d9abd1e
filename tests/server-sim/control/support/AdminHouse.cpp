// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/control/support/AdminHouse.h"

#include <QRegularExpression>

#include "protocol/xccos/Codec.h"
#include "server-sim/org/Organisation.h"

namespace Parlour::Server::Testing {
namespace {

Status import(SqliteStore& store, const Clock& clock) {
  const auto organisation = parseOrganisation(houseOrganisation(), clock);
  if (!organisation) return organisation.error();
  return store.importOrganisation(*organisation, clock);
}

}  // namespace

QByteArray houseOrganisation() {
  return R"({
  "domain": "orchard.example", "name": "Orchard",
  "users": [
    {"address": "ada", "name": "Ada Quince", "email": "ada@post.example", "company": "Orchard", "password": "pw-ada"},
    {"address": "bo", "name": "Bo Medlar", "password": "pw-bo"},
    {"address": "cy", "name": "Cy Sorb", "password": "pw-cy"},
    {"address": "dot", "name": "Dot Damson", "password": "pw-dot"},
    {"address": "eve", "name": "Eve Fig", "password": "pw-eve", "enabled": false}],
  "groups": [{"name": "Crew", "members": ["ada", "bo"]}],
  "categories": [
    {"name": "Harbour", "description": "All on the water", "allowed": ["Crew", "cy", "dot"], "denied": ["dot"],
     "creators": ["bo"], "history": true, "invitations": true},
    {"name": "Yard", "allowed": ["everyone"], "history": true},
    {"name": "Loft", "allowed": ["ada", "bo"], "history": true}],
  "rooms": [
    {"name": "Tides", "description": "When the boats can leave", "category": "Harbour", "privacy": "closed",
     "members": ["Crew", "cy"], "managers": ["bo"], "history": [
       {"author": "ada", "time": "2031-03-01T08:00:00Z", "text": "Low water at nine"},
       {"author": "cy", "time": "2031-03-02T08:00:00Z", "text": "High water at three"},
       {"author": "ada", "time": "2031-03-03T08:00:00Z", "text": "Nothing about boats"}]},
    {"name": "Board", "category": "Harbour", "privacy": "secret", "members": ["bo"], "managers": ["bo"]},
    {"name": "Stage", "type": "auditorium", "category": "Harbour", "privacy": "closed", "members": ["ada", "cy"],
     "presenters": ["cy"]},
    {"name": "Lobby", "category": "Yard", "privacy": "open"}]})";
}

QString fillDataDirectory(const QString& path) {
  const FakeClock clock;
  Ctl::WorkQueue queue;
  auto store = SqliteStore::open(path, clock, [&](std::function<void()> work) { queue.post(std::move(work)); });
  if (!store) return store.error().text;
  const Status done = import(**store, clock);
  return done ? QString() : done.error().text + done.error().detail;
}

AdminHouse::AdminHouse() {
  auto opened = SqliteStore::open(directory_.filePath(QStringLiteral("data")), clock_,
                                  [this](std::function<void()> work) { queue_.post(std::move(work)); });
  if (!opened) {
    problem_ = opened.error().text;
    return;
  }
  store_ = std::move(*opened);
  const Status imported = import(*store_, clock_);
  auto snapshot = store_->load();
  if (!imported || !snapshot) {
    problem_ = imported ? snapshot.error().text : imported.error().text + imported.error().detail;
    return;
  }
  ChannelSettings settings;
  settings.serverName = "pier";
  service_ = std::make_unique<ChannelService>(std::move(settings), std::move(*snapshot), *store_,
                                              static_cast<SessionSink&>(*this), clock_);
  commands_ = std::make_unique<AdminCommands>(*service_, *store_, clock_,
                                              QJsonObject{{QStringLiteral("version"), QStringLiteral("test")},
                                                          {QStringLiteral("server"), QStringLiteral("pier")}});
}

AdminHouse::~AdminHouse() { store_.reset(); }

QJsonObject AdminHouse::ask(const char* verb, const QJsonObject& arguments, bool dryRun) {
  QJsonObject answer;
  bool answered = false;
  const QJsonObject request{{QStringLiteral("verb"), QLatin1String(verb)},
                            {QStringLiteral("arguments"), arguments},
                            {QStringLiteral("dryRun"), dryRun}};
  commands_->run(request, localAdministrator("tester"), [&](const QJsonObject& object) {
    answer = object;
    answered = true;
  });
  queue_.run(answered);
  return answer;
}

QJsonValue AdminHouse::result(const char* verb, const QJsonObject& arguments, bool dryRun) {
  const QJsonObject answer = ask(verb, arguments, dryRun);
  if (!answer.value(QStringLiteral("ok")).toBool()) qWarning() << verb << answer;
  return answer.value(QStringLiteral("result"));
}

QString AdminHouse::errorText(const char* verb, const QJsonObject& arguments) {
  return ask(verb, arguments).value(QStringLiteral("error")).toObject().value(QStringLiteral("text")).toString();
}

bool AdminHouse::join(const QByteArray& user, const QStringList& rooms) {
  const SessionId session = service_->open(SipUri::fromTrusted("sip:" + user + "@orchard.example"), "e1");
  EnvId envId = 100;
  for (const QString& name : rooms) {
    const Room* room = service_->state().rooms().findName(name);
    if (!room) return false;
    const Xccos::Join join{{0, room->uri}};
    service_->receive(session, Xccos::serialize(Xccos::Envelope::ofCommand(++envId, join)));
  }
  return session != 0;
}

}  // namespace Parlour::Server::Testing
