// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <map>

#include "server-sim/org/Organisation.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/WireUser.h"
#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/PermissionTable.h"

namespace tst_permissions {

using namespace Parlour;
using namespace Parlour::Tests;
using Server::Privacy;
using Server::RoomTraits;
using Server::RoomType;
using Server::Testing::PermissionCell;
using Server::Testing::PermissionRow;

namespace {

const QString kMatrixCategory = QStringLiteral("Matrix");
constexpr char kAdmin[] = "admin";

const std::vector<PermissionRow>& permissionTable() {
  static const auto rows = Server::Testing::readPermissionTable(
      Parlour::Testing::sourcePath(QStringLiteral("tests/server-sim/channel/data/permissions.csv")));
  if (!rows) qFatal("%s", qPrintable(rows.error().text));
  return *rows;
}

QString userOf(const QByteArray& person) { return QString::fromUtf8(QByteArray(person).replace(' ', '-')); }
QByteArray addressOf(const QByteArray& person) { return "sip:" + userOf(person).toUtf8() + "@orchard.example"; }

// Which lists a person can stand in at all: the server lets nobody out of scope into a list, no presenter be less than
// a member, no member stand in an open room, no presenter in a normal one.
bool listed(const PermissionCell& cell, const RoomTraits& room, char letter) {
  if (!cell.roles.contains(letter) || !cell.roles.contains('s') || cell.roles.contains('x')) return false;
  const bool open = room.privacy == Privacy::Open;
  if (letter == 'm') return !open;
  return letter != 'v' || (room.type == RoomType::Auditorium && (open || cell.roles.contains('m')));
}

bool possible(const PermissionCell& cell, const std::optional<RoomTraits>& room) {
  const bool outside = !cell.roles.contains('s') && !cell.roles.isEmpty() && cell.roles != "A";
  if (outside || cell.roles.contains('x')) return false;
  const bool presenterOnly = cell.roles.contains('v') && !cell.roles.contains('m');
  return !presenterOnly || (room && room->privacy == Privacy::Open);
}

QString nameOf(const RoomTraits& room) {
  const QString privacy = room.privacy == Privacy::Open     ? QStringLiteral("open")
                          : room.privacy == Privacy::Closed ? QStringLiteral("closed")
                                                            : QStringLiteral("secret");
  return privacy + (room.type == RoomType::Normal ? QStringLiteral(" normal") : QStringLiteral(" auditorium")) +
         (room.disabled ? QStringLiteral(" disabled") : QStringLiteral(" enabled"));
}

QJsonArray peopleWith(const RoomTraits& room, char letter) {
  QJsonArray people;
  for (const PermissionCell& cell : permissionTable().front().cells) {
    if (listed(cell, room, letter)) people.append(userOf(cell.person));
  }
  return people;
}

QJsonObject roomObject(const RoomTraits& room) {
  const QString name = nameOf(room);
  return {{QStringLiteral("name"), name},
          {QStringLiteral("category"), kMatrixCategory},
          {QStringLiteral("privacy"), name.section(QLatin1Char(' '), 0, 0)},
          {QStringLiteral("type"), name.section(QLatin1Char(' '), 1, 1)},
          {QStringLiteral("disabled"), room.disabled},
          {QStringLiteral("members"), peopleWith(room, 'm')},
          {QStringLiteral("managers"), peopleWith(room, 'M')},
          {QStringLiteral("presenters"), peopleWith(room, 'v')}};
}

// Everybody of the table, one category, and a room of each kind.
QByteArray matrixOrganisation() {
  QJsonArray users;
  QJsonArray allowed;
  QJsonArray creators;
  for (const PermissionCell& cell : permissionTable().front().cells) {
    users.append(QJsonObject{{QStringLiteral("address"), userOf(cell.person)},
                             {QStringLiteral("name"), QString::fromUtf8(cell.person)},
                             {QStringLiteral("enabled"), !cell.roles.contains('x')}});
    if (cell.roles.contains('s')) allowed.append(userOf(cell.person));
    if (cell.roles.contains('c') && cell.roles.contains('s')) creators.append(userOf(cell.person));
  }
  QJsonArray rooms;
  for (const Privacy privacy : {Privacy::Open, Privacy::Closed, Privacy::Secret}) {
    for (const RoomType type : {RoomType::Normal, RoomType::Auditorium}) {
      for (const bool disabled : {false, true}) rooms.append(roomObject({type, privacy, disabled}));
    }
  }
  const QJsonObject category{{QStringLiteral("name"), kMatrixCategory},
                             {QStringLiteral("allowed"), allowed},
                             {QStringLiteral("creators"), creators}};
  return QJsonDocument(QJsonObject{{QStringLiteral("domain"), QStringLiteral("orchard.example")},
                                   {QStringLiteral("users"), users},
                                   {QStringLiteral("categories"), QJsonArray{category}},
                                   {QStringLiteral("rooms"), rooms}})
      .toJson();
}

RoomUri roomUri(const QString& name) {
  return *RoomUri::fromParts("orchard.example", Server::derivedGuid("room", "orchard.example", name));
}
CategoryUri matrixUri() {
  return *CategoryUri::fromParts("orchard.example",
                                 Server::derivedGuid("category", "orchard.example", kMatrixCategory));
}

}  // namespace

// The permission table once more, over real sockets: everybody signs in and tries everything in every kind of room.
class TestPermissions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void cleanupTestCase();
  void disabledUsersDoNotGetIn();
  void table_data();
  void table();

 private:
  WireUser& person(const QByteArray& name) { return *people_.at(name); }
  int act(WireUser& user, const PermissionRow& row, bool shouldSucceed);
  int find(WireUser& user, const RoomTraits& room, bool disabledWanted);
  int inside(WireUser& user, const RoomUri& room, const std::function<int(int joined)>& deed);
  int change(WireUser& user, const RoomUri& room, const Xccos::ChanInfo& changes);
  int enable(WireUser& user, const RoomUri& room);
  int remove(WireUser& user, const RoomTraits& room, bool shouldSucceed);
  int createRoom(WireUser& user, const QString& name, const RoomTraits& room, RoomUri* created);

  std::unique_ptr<ServerHost> server_;
  std::map<QByteArray, std::unique_ptr<WireUser>> people_;
  int serial_ = 0;
};

void TestPermissions::initTestCase() {
  server_ = std::make_unique<ServerHost>(matrixOrganisation());
  Server::ServerConfig& config = server_->config();
  config.frontEnd.openSignIn = true;
  config.channel.commandsPerSecond = 0;
  for (const PermissionCell& cell : permissionTable().front().cells) {
    if (cell.roles.contains('A')) config.channel.administrators.push_back(addressOf(cell.person));
  }
  const Status started = server_->start();
  QVERIFY2(started.ok(), started ? "" : qPrintable(started.error().text + started.error().detail));
  for (const PermissionCell& cell : permissionTable().front().cells) {
    if (cell.roles.contains('x')) continue;
    auto user = std::make_unique<WireUser>(addressOf(cell.person));
    QVERIFY2(user->signIn(server_->port()), cell.person.constData());
    people_.emplace(cell.person, std::move(user));
  }
}

void TestPermissions::cleanupTestCase() {
  people_.clear();
  server_.reset();
}

void TestPermissions::disabledUsersDoNotGetIn() {
  for (const PermissionCell& cell : permissionTable().front().cells) {
    if (!cell.roles.contains('x')) continue;
    WireUser user(addressOf(cell.person));
    QVERIFY(!user.signIn(server_->port()));
  }
}

void TestPermissions::table_data() {
  QTest::addColumn<int>("row");
  for (size_t row = 0; row < permissionTable().size(); ++row) {
    QTest::newRow(permissionTable()[row].title().constData()) << static_cast<int>(row);
  }
}

void TestPermissions::table() {
  QFETCH(int, row);
  const PermissionRow& line = permissionTable().at(static_cast<size_t>(row));
  int tried = 0;
  for (const PermissionCell& cell : line.cells) {
    if (!possible(cell, line.room)) continue;
    const int code = act(person(cell.person), line, cell.outcome == Xccos::ResponseCode::Success);
    QVERIFY2(code == static_cast<int>(cell.outcome), qPrintable(QStringLiteral("%1: %2 instead of %3")
                                                                    .arg(QString::fromUtf8(cell.person))
                                                                    .arg(code)
                                                                    .arg(static_cast<int>(cell.outcome))));
    ++tried;
  }
  QVERIFY(tried >= 10);
}

int TestPermissions::act(WireUser& user, const PermissionRow& row, bool shouldSucceed) {
  if (row.action == "see-category") return user.codeOf(Xccos::GetNodeInfo{matrixUri()});
  if (row.action == "create-room") {
    RoomUri created;
    const QString name = QStringLiteral("Extra %1").arg(++serial_);
    const int code = createRoom(user, name, {}, &created);
    return code == 200 && person(kAdmin).codeOf(Xccos::DeleteChannel{created}) != 200 ? 0 : code;
  }
  if (row.action == "change-category") {
    Xccos::NodeInfo node;
    node.uri = matrixUri();
    node.description = QStringLiteral("Changed %1 times").arg(++serial_);
    return user.codeOf(Xccos::ModifyNode{node});
  }
  const RoomUri room = roomUri(nameOf(*row.room));
  if (row.action == "find") return find(user, *row.room, false);
  if (row.action == "find-disabled") return find(user, *row.room, true);
  if (row.action == "see") return user.codeOf(Xccos::GetChannelInfo{room, {}});
  if (row.action == "members") return user.codeOf(Xccos::GetRoles{room, {Xccos::RoleType::Member}});
  if (row.action == "presenters") return user.codeOf(Xccos::GetRoles{room, {Xccos::RoleType::Presenter}});
  if (row.action == "history") return user.codeOf(Xccos::BackchatContext{room, 5});
  if (row.action == "join") return inside(user, room, [](int joined) { return joined; });
  if (row.action == "participants") {
    return inside(user, room, [&](int joined) { return joined == 200 ? user.codeOf(Xccos::GetUsers{room}) : joined; });
  }
  if (row.action == "post") {
    return inside(user, room, [&](int) { return user.post(room, "Hello " + QByteArray::number(++serial_)); });
  }
  if (row.action == "manage") {
    Xccos::ChanInfo changes;
    changes.description = QStringLiteral("Changed %1 times").arg(++serial_);
    return change(user, room, changes);
  }
  if (row.action == "enable") return enable(user, room);
  if (row.action == "remove") return remove(user, *row.room, shouldSucceed);
  qFatal("no such action: %s", row.action.constData());
}

int TestPermissions::find(WireUser& user, const RoomTraits& room, bool disabledWanted) {
  Xccos::ChannelSearch search;
  search.filter.criteria = nameOf(room);
  if (disabledWanted) search.filter.disabled = true;
  const auto reply = user.ask(search);
  const auto* found = reply ? std::get_if<Xccos::ChannelSearchReply>(&*reply) : nullptr;
  if (!found || !found->header.ok()) return 0;
  const bool there = std::any_of(found->rooms.begin(), found->rooms.end(),
                                 [&](const Xccos::ChanInfo& block) { return block.uri == roomUri(nameOf(room)); });
  return there ? 200 : 404;
}

// Tries to join, does the deed, and leaves again.
int TestPermissions::inside(WireUser& user, const RoomUri& room, const std::function<int(int joined)>& deed) {
  const int joined = user.codeOf(Xccos::Join{{0, room}});
  const int code = deed(joined);
  if (joined == 200 && user.codeOf(Xccos::Part{room}) != 200) return 0;
  return code;
}

int TestPermissions::change(WireUser& user, const RoomUri& room, const Xccos::ChanInfo& changes) {
  Xccos::ChanInfo block = changes;
  block.uri = room;
  return user.codeOf(Xccos::ModifyChannel{block});
}

int TestPermissions::enable(WireUser& user, const RoomUri& room) {
  Xccos::ChanInfo state;
  state.disabled = false;
  const int code = change(user, room, state);
  if (code != 200) return code;
  state.disabled = true;
  return change(person(kAdmin), room, state);
}

// Whoever should succeed gets a room of that kind of its own.
int TestPermissions::remove(WireUser& user, const RoomTraits& room, bool shouldSucceed) {
  RoomUri uri = roomUri(nameOf(room));
  if (shouldSucceed) {
    if (createRoom(person(kAdmin), QStringLiteral("Extra %1").arg(++serial_), room, &uri) != 200) return 0;
    Xccos::ChanInfo state;
    state.disabled = room.disabled;
    if (change(person(kAdmin), uri, state) != 200) return 0;
  }
  return user.codeOf(Xccos::DeleteChannel{uri});
}

int TestPermissions::createRoom(WireUser& user, const QString& name, const RoomTraits& room, RoomUri* created) {
  Xccos::CreateChannel create;
  create.room.name = name;
  create.room.parent = matrixUri();
  create.room.behavior = room.type == RoomType::Auditorium ? Xccos::Behavior::Auditorium : Xccos::Behavior::Normal;
  create.room.visibility = room.privacy == Privacy::Open     ? Xccos::Visibility::Open
                           : room.privacy == Privacy::Closed ? Xccos::Visibility::Scoped
                                                             : Xccos::Visibility::Private;
  const auto reply = user.ask(create);
  const auto* made = reply ? std::get_if<Xccos::CreateChannelReply>(&*reply) : nullptr;
  if (!made) return 0;
  *created = made->room.uri;
  return made->header.code;
}

PARLOUR_TEST(TestPermissions)

}  // namespace tst_permissions

#include "tst_permissions.moc"
