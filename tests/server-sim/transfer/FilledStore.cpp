// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/transfer/FilledStore.h"

#include <QFileInfo>

#include "protocol/support/sqlite/Database.h"

namespace Parlour::Server {
namespace {

constexpr char kAddInGuid[] = "91a2b3c4-d5e6-4f70-8a9b-acbdcedfe0f1";

// Each gives one column of text.
constexpr const char* kStoreQueries[] = {
    "SELECT name || '=' || value FROM settings WHERE name <> 'database_version'",
    "SELECT uri || guid || type || display_name || email || title || company || disabled FROM principals",
    "SELECT a.uri || ' has ' || b.uri FROM memberships JOIN principals AS a ON a.id = group_id "
    "JOIN principals AS b ON b.id = member_id",
    "SELECT uri || algorithm || user_name || ha1 FROM credentials JOIN principals ON id = user_id",
    "SELECT 'policy ' || fold || name || scope || enabled FROM policies",
    "SELECT 'grant ' || uri || policy FROM policy_grants JOIN principals ON id = user_id",
    "SELECT 'configuration ' || scope || key || value FROM configuration",
    "SELECT guid || name || url FROM add_ins",
    "SELECT uri || name || description || invitations || files || history FROM categories",
    "SELECT c.uri || allowed || p.uri FROM scope_entries JOIN categories AS c ON c.id = category_id "
    "JOIN principals AS p ON p.id = principal_id",
    "SELECT c.uri || role || p.uri FROM category_roles JOIN categories AS c ON c.id = category_id "
    "JOIN principals AS p ON p.id = principal_id",
    "SELECT r.uri || r.name || r.description || topic || c.uri || type || privacy || inherit_invitations || disabled "
    "|| "
    "coalesce(add_in, '-') || created_by || created_on || updated_by || updated_on || last_chat_id || ' ' || last_time "
    "|| ' ' || messages || ' ' || bytes FROM rooms AS r JOIN categories AS c ON c.id = category_id "
    "JOIN room_heads ON room_id = r.id",
    "SELECT r.uri || role || p.uri FROM room_roles JOIN rooms AS r ON r.id = room_id "
    "JOIN principals AS p ON p.id = principal_id",
    "SELECT r.uri || '#' || (key & 1099511627775) || ' ' || sent_on || p.uri || alert || hex(chat) || ' ' || "
    "iif(rtf IS NULL, '-', hex(rtf)) FROM messages JOIN rooms AS r ON r.id = key >> 40 JOIN principals AS p ON p.id = "
    "author_id",
    "SELECT p.uri || number || r.uri || i.created_on FROM invitations AS i JOIN principals AS p ON p.id = user_id "
    "JOIN rooms AS r ON r.id = room_id",
    "SELECT 'invited ' || uri || last_number FROM invitation_heads JOIN principals ON id = user_id",
    "SELECT p.uri || r.uri || words || asked_on FROM join_requests JOIN principals AS p ON p.id = user_id "
    "JOIN rooms AS r ON r.id = room_id",
    "SELECT uri || name || container || instance || version || expire_type || publish_time || fragment "
    "FROM publications JOIN principals ON id = user_id",
    "SELECT uri || label || sequence || content FROM preferences JOIN principals ON id = user_id",
    "SELECT time || actor || action || object || before || after FROM audit_trail"};

}  // namespace

FilledStore::FilledStore(const QString& directory) : directory_(directory) {
  if (open() && !fill()) store_.reset();
}

bool FilledStore::open() {
  auto opened = openStore(directory_, clock_, loop_);
  if (!opened) qCritical("%s %s", qPrintable(opened.error().text), qPrintable(opened.error().detail));
  if (opened) store_ = std::move(*opened);
  return opened.ok();
}

Result<ChangeReceipt> FilledStore::apply(const ChangeSet& set) {
  auto receipt = ask<ChangeReceipt>([&](auto done) { store_->applyChanges(set, done); });
  if (!receipt) qCritical("%s %s", qPrintable(receipt.error().text), qPrintable(receipt.error().detail));
  return receipt;
}

Result<PostReceipt> FilledStore::post(const QString& name, const QByteArray& text) {
  NewPost post;
  post.room = room(name).id;
  post.author = principalIn(snapshot(), "sip:ada@");
  post.chat = text;
  return ask<PostReceipt>([&](auto done) { store_->appendPost(post, done); });
}

Room FilledStore::room(const QString& name) {
  const Snapshot all = snapshot();
  for (const Room& each : all.rooms) {
    if (each.name == name) return each;
  }
  return {};
}

bool FilledStore::fill() {
  Organisation organisation = smallOrganisation();
  organisation.users[2].persistentChat = false;
  organisation.users[1].title = QStringLiteral("Mate");
  if (!store_->importOrganisation(organisation, clock_)) return false;
  return fillObjects() && fillMessages() && fillUserData();
}

bool FilledStore::fillObjects() {
  Snapshot all = snapshot();
  const PrincipalId ada = principalIn(all, "sip:ada@");
  const PrincipalId bo = principalIn(all, "sip:bo@");
  ChangeSet people;
  Principal crew;
  crew.uri = "ma-grp:crew@u.g";
  crew.guid = "crew";
  crew.type = PrincipalType::Group;
  crew.displayName = QStringLiteral("Cr\u00e9w \"1\"");
  people.principals = {crew};
  people.policies = {{QStringLiteral("\u00c4rzte"), PolicyScope::User, true},
                     {QStringLiteral("Here"), PolicyScope::Site, false}};
  people.removedPolicies = {QStringLiteral("Global")};
  people.configuration = {{ConfigurationScope::Pool, "DefaultChatHistory", QByteArray("7")}};
  people.addIns = {{kAddInGuid, QStringLiteral("Tide clock"), QStringLiteral("https://t.example/?a=1&b=2")}};
  people.audit = {{clock_.now(), "local administrator", "group.create", "crew", {}, "{\"name\":\"Cr\xc3\xa9w\"}"}};
  auto created = apply(people);
  if (!created) return false;
  ChangeSet rooms;
  Room quay = all.rooms.at(0);
  quay.id = 0;
  quay.uri = *RoomUri::fromParts("orchard.example", "quay");
  quay.name = QStringLiteral("quay");
  quay.description = QStringLiteral("line\nbreak \u2013 'quoted' \\ \"twice\"");
  quay.type = RoomType::Auditorium;
  quay.privacy = Privacy::Secret;
  quay.addIn = kAddInGuid;
  quay.inheritInvitations = false;
  quay.members = {ada, created->principals[0]};
  quay.managers = {bo};
  quay.presenters = {ada};
  Room doomed = quay;
  doomed.uri = *RoomUri::fromParts("orchard.example", "doomed");
  doomed.name = QStringLiteral("doomed");
  rooms.rooms = {quay, doomed};
  all.categories[1].denied = {bo};
  all.categories[1].creators = {ada, created->principals[0]};
  rooms.categories = {all.categories[1]};
  rooms.addedMemberships = {{created->principals[0], ada}, {created->principals[0], bo}};
  rooms.grants = {{bo, QStringLiteral("\u00e4rzte")}};
  rooms.invitations = {{bo, quay.uri}, {ada, quay.uri}, {ada, doomed.uri}};
  rooms.joinRequests = {{bo, all.rooms.at(0).id, QStringLiteral("please"), clock_.now()}};
  auto built = apply(rooms);
  if (!built) return false;
  ChangeSet away;
  away.removedRooms = {built->rooms[1]};
  away.audit = {{clock_.now(), "sip:ada@orchard.example", "room.remove", doomed.uri.bytes(), "{}", {}}};
  return apply(away).ok();
}

bool FilledStore::fillMessages() {
  const PrincipalId bo = principalIn(snapshot(), "sip:bo@");
  NewPost post;
  post.author = bo;
  post.alert = true;
  post.rtf = "{\\rtf1 Gale}";
  bool done = true;
  for (const char* name : {"tides", "quay"}) {
    post.room = room(QString::fromLatin1(name)).id;
    for (const QByteArray& text : {QByteArray("herring \xf0\x9f\x8c\xac\r\n<b>"), QByteArray("nul\0inside", 10),
                                   QByteArray("not \xff utf-8"), QByteArray("herring again")}) {
      clock_.advanceMs(60'000);
      post.chat = text;
      done = done && ask<PostReceipt>([&](auto answer) { store_->appendPost(post, answer); }).ok();
      post.rtf.clear();
    }
  }
  post.room = room(QStringLiteral("deck")).id;
  post.keep = false;
  done = done && ask<PostReceipt>([&](auto answer) { store_->appendPost(post, answer); }).ok();
  ChangeSet hole;
  hole.messageRemovals = {{room(QStringLiteral("quay")).id, {4}, std::nullopt}};
  return done && apply(hole).ok();
}

bool FilledStore::fillUserData() {
  const PrincipalId bo = principalIn(snapshot(), "sip:bo@");
  const std::vector<StoredPublication> rows = {
      {"note", 200, 7, 3, "endpoint", "<note xmlns=\"n\">at \xe2\x80\x9csea\xe2\x80\x9d</note>", clock_.now()},
      {"note", 300, 7, 1, "static", "<note/>", clock_.now()}};
  bool done = ask<Done>([&](auto answer) { store_->replacePublications(bo, rows, {}, answer); }).ok();
  for (const char* content : {"one", "two"}) {
    done = done && ask<quint64>([&](auto answer) { store_->setPreference(bo, "view", content, answer); }).ok();
  }
  return done;
}

QStringList storeLines(const QString& directory) {
  const QString path = directory + QStringLiteral("/chat.db");
  if (!QFileInfo::exists(path)) return {};
  auto database = Sqlite::Database::open(path, {Sqlite::Access::ReadOnly});
  if (!database) qFatal("%s", qPrintable(database.error().text));
  QStringList lines;
  for (const char* sql : kStoreQueries) {
    auto statement = database->prepare(sql);
    if (!statement) qFatal("%s: %s", sql, qPrintable(statement.error().detail));
    auto rows = statement->query();
    while (rows.next()) lines.append(rows.string(0));
  }
  lines.sort();
  return lines;
}

QByteArray storeSetting(const QString& directory, const QByteArray& name) {
  auto database = Sqlite::Database::open(directory + QStringLiteral("/chat.db"), {Sqlite::Access::ReadOnly});
  auto value = database->value("SELECT value FROM settings WHERE name = '" + name + '\'');
  return value ? *value : QByteArray();
}

bool runOnStore(const QString& directory, const QByteArray& sql) {
  auto database = Sqlite::Database::open(directory + QStringLiteral("/chat.db"));
  const auto done = database ? database->execute(sql) : Status(database.error());
  if (!done) qCritical("%s", qPrintable(done.error().detail));
  return done.ok();
}

}  // namespace Parlour::Server
