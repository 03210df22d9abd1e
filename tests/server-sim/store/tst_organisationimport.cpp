// SPDX-License-Identifier: Apache-2.0
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "protocol/signin/RoomSetting.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server::tst_organisationimport {

// What an organisation file becomes in the store, the first time and again.
class TestOrganisationImport final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    auto opened = openStore(directory_->path() + QStringLiteral("/data"), clock_, loop_);
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().detail));
    store_ = std::move(*opened);
    organisation_ = smallOrganisation();
  }
  void cleanup() { store_.reset(); }

  void emptyStoreLoads() {
    const auto snapshot = store_->load();
    QVERIFY(snapshot);
    QVERIFY(snapshot->principals.empty() && snapshot->rooms.empty() && snapshot->domain.isEmpty());
    QVERIFY(!snapshot->databaseVersion.isEmpty());
  }

  void everyPropertyArrives() {
    fillIn();
    const Snapshot snapshot = imported();
    QCOMPARE(snapshot.domain, organisation_.domain);
    QVERIFY(snapshot.rootCategory.bytes().startsWith("ma-cat://orchard.example/"));
    const PrincipalId ada = principalIn(snapshot, "sip:ada@");
    const PrincipalId bo = principalIn(snapshot, "sip:bo@");
    const PrincipalId crew = principalIn(snapshot, organisation_.groups[0].guid);
    const Principal& user = *std::find_if(snapshot.principals.begin(), snapshot.principals.end(),
                                          [&](const Principal& each) { return each.id == ada; });
    QCOMPARE(user.displayName, QStringLiteral("Ada Quince"));
    QCOMPARE(user.email, QStringLiteral("ada@post.example"));
    QCOMPARE(user.company, QStringLiteral("Orchard"));
    QVERIFY(!user.enabled && !user.chatEnabled && user.isUser());
    QCOMPARE(snapshot.memberships.size(), size_t(1));
    QCOMPARE(snapshot.memberships[0].group, crew);
    QCOMPARE(snapshot.memberships[0].member, bo);
    const Category& category = snapshot.categories.at(0);
    QCOMPARE(category.name, QStringLiteral("Harbour"));
    QVERIFY(!category.invitations && category.files && category.history);
    QCOMPARE(category.denied, std::vector<PrincipalId>{bo});
    QCOMPARE(category.creators, std::vector<PrincipalId>{ada});
    QCOMPARE(category.allowed.size(), size_t(1));
    const Room& room = snapshot.rooms.at(0);
    QCOMPARE(room.uri, organisation_.rooms[0].uri);
    QCOMPARE(room.topic, QStringLiteral("ebb and flood"));
    QCOMPARE(room.category, category.id);
    QVERIFY(room.type == RoomType::Auditorium && room.privacy == Privacy::Secret);
    QVERIFY(!room.inheritInvitations && room.disabled);
    QCOMPARE(room.audit.createdBy, QByteArray("sip:bo@orchard.example"));
    QCOMPARE(room.audit.createdOn, organisation_.rooms[0].created);
    QCOMPARE(room.managers, std::vector<PrincipalId>{crew});
    QCOMPARE(room.presenters, std::vector<PrincipalId>{ada});
    QCOMPARE(room.members.size(), size_t(3));
  }

  void everyoneIsTheDomain() {
    const Snapshot snapshot = imported();
    const auto everyone = std::find_if(snapshot.principals.begin(), snapshot.principals.end(),
                                       [](const Principal& each) { return each.type == PrincipalType::Domain; });
    QVERIFY(everyone != snapshot.principals.end());
    QCOMPARE(everyone->uri, organisation_.everyoneUri);
    QCOMPARE(snapshot.categories.at(0).allowed, std::vector<PrincipalId>{everyone->id});
  }

  void historyGetsDenseNumbersAndRisingTimes() {
    const Timestamp start = organisation_.rooms[0].created;
    for (const char* text : {"one herring", "two herring", "three"}) {
      organisation_.rooms[0].history.push_back({organisation_.users[1].uri, start, text, false, {}});
    }
    organisation_.rooms[1].history = organisation_.rooms[0].history;
    const Snapshot snapshot = imported();
    QCOMPARE(snapshot.rooms[0].lastChatId, ChatId(3));
    QCOMPARE(snapshot.rooms[0].lastTime.ticks, start.ticks + 2);
    QCOMPARE(snapshot.rooms[1].lastChatId, ChatId(0));
    const auto page = read(snapshot.rooms[0].id, QString());
    QCOMPARE(page.messages.size(), size_t(3));
    QCOMPARE(page.messages[0].chat, QByteArray("one herring"));
    QCOMPARE(page.messages[0].author, principalIn(snapshot, "sip:bo@"));
    QVERIFY(page.messages[0].time < page.messages[1].time && page.messages[1].time < page.messages[2].time);
    QCOMPARE(read(snapshot.rooms[0].id, QStringLiteral("herring")).messages.size(), size_t(2));
  }

  void followedRoomsArePublished() {
    const Snapshot snapshot = imported();
    const auto publications = publicationsOf(principalIn(snapshot, "sip:ada@"));
    QCOMPARE(publications.size(), size_t(1));
    QCOMPARE(publications[0].name, QByteArray("roomSetting"));
    QCOMPARE(publications[0].container, 1u);
    QCOMPARE(publications[0].version, 1u);
    QCOMPARE(publications[0].instance, Signin::instanceForRoom(organisation_.rooms[0].uri, {}));
    const auto setting = Signin::RoomSetting::parse(publications[0].fragment);
    QVERIFY(setting);
    QCOMPARE(setting->room(), organisation_.rooms[0].uri);
    QCOMPARE(setting->name(), QStringLiteral("tides"));
  }

  void invitationsGoToMembersWhoDoNotFollow() {
    // bo by a nested group, cy directly and named with a time of its own; the second room takes no invitations.
    const OrgPrincipal bo{OrgPrincipal::Kind::User, organisation_.users[1].uri.bytes()};
    organisation_.groups = {group("crew", {bo}), group("fleet", {})};
    organisation_.groups[1].members = {{OrgPrincipal::Kind::Group, organisation_.groups[0].uri}};
    OrgRoom& room = organisation_.rooms[0];
    room.members = {{OrgPrincipal::Kind::User, organisation_.users[0].uri.bytes()},
                    {OrgPrincipal::Kind::Group, organisation_.groups[1].uri},
                    {OrgPrincipal::Kind::User, organisation_.users[2].uri.bytes()}};
    const Timestamp told{room.created.ticks + 77};
    room.invitations = {{organisation_.users[2].uri, {}, told}};
    organisation_.rooms[1].inheritInvitations = false;
    const Snapshot snapshot = imported();
    QVERIFY(invitationsOf(principalIn(snapshot, "sip:ada@")).empty());
    const auto ofBo = invitationsOf(principalIn(snapshot, "sip:bo@"));
    QCOMPARE(ofBo.size(), size_t(1));
    QCOMPARE(ofBo[0].room, snapshot.rooms[0].id);
    QCOMPARE(ofBo[0].number, quint64(1));
    const auto ofCy = invitationsOf(principalIn(snapshot, "sip:cy@"));
    QCOMPARE(ofCy.size(), size_t(1));
    QCOMPARE(ofCy[0].createdOn, told);
  }

  void invitationsAreNumberedInOrderOfCreation() {
    organisation_.rooms[0].created.ticks += 1'000;
    const Snapshot snapshot = imported();
    const auto ofBo = invitationsOf(principalIn(snapshot, "sip:bo@"));
    QCOMPARE(ofBo.size(), size_t(2));
    QCOMPARE(ofBo[0].room, roomIn(snapshot, QStringLiteral("deck")));
    QCOMPARE(ofBo[1].room, roomIn(snapshot, QStringLiteral("tides")));
  }

  void sameFileAgainChangesNothing() {
    organisation_.rooms[0].history = {
        {organisation_.users[1].uri, organisation_.rooms[0].created, "herring", false, {}}};
    const Snapshot first = imported();
    const PrincipalId ada = principalIn(first, "sip:ada@");
    const auto followed = publicationsOf(ada);
    Answer<Done> unfollowed(loop_);
    store_->replacePublications(ada, {}, followed, unfollowed.callback());
    QVERIFY(unfollowed.wait());
    const Snapshot second = imported();
    QCOMPARE(second.databaseVersion, first.databaseVersion);
    QCOMPARE(second.principals.size(), first.principals.size());
    QCOMPARE(second.rooms.size(), first.rooms.size());
    QCOMPARE(second.rooms[0].id, first.rooms[0].id);
    QCOMPARE(second.rooms[0].members, first.rooms[0].members);
    QCOMPARE(second.rooms[0].lastChatId, ChatId(1));
    QCOMPARE(invitationsOf(principalIn(second, "sip:bo@")).size(), size_t(2));
    QVERIFY2(publicationsOf(ada).empty(), "who left a room does not follow it again");
  }

  void changedFileUpdates() {
    imported();
    organisation_.users[0].displayName = QStringLiteral("Ada Quince");
    organisation_.users[0].password = QStringLiteral("new");
    organisation_.users[1].password.reset();
    organisation_.rooms[0].members.pop_back();
    organisation_.users.push_back(organisation_.users[2]);
    organisation_.users.back().uri = SipUri::fromTrusted("dee@orchard.example");
    const Snapshot snapshot = imported();
    const PrincipalId ada = principalIn(snapshot, "sip:ada@");
    QCOMPARE(snapshot.principals.at(0).displayName, QStringLiteral("Ada Quince"));
    QCOMPARE(snapshot.rooms[0].members.size(), size_t(2));
    QVERIFY(principalIn(snapshot, "sip:dee@") > ada);
    const auto expected = QCryptographicHash::hash("ada:orchard.example:new", QCryptographicHash::Md5).toHex();
    const auto credentials = credentialsOf(ada);
    QCOMPARE(credentials.size(), size_t(4));
    QVERIFY(
        std::any_of(credentials.begin(), credentials.end(), [&](const auto& each) { return each.ha1 == expected; }));
    QCOMPARE(credentialsOf(principalIn(snapshot, "sip:bo@")).size(), size_t(4));
  }

  void chatRoomsAreGrantedByPolicy() {
    organisation_.users[1].persistentChat = false;
    const Snapshot first = imported();
    const PrincipalId ada = principalIn(first, "sip:ada@");
    const PrincipalId bo = principalIn(first, "sip:bo@");
    const PrincipalId cy = principalIn(first, "sip:cy@");
    QVERIFY(chatEnabled(first, ada) && !chatEnabled(first, bo) && chatEnabled(first, cy));
    const QString own = QStringLiteral("Chat rooms on");
    QVERIFY(first.grants == (std::vector<PolicyGrant>{{ada, own}, {cy, own}}));
    // What an administrator granted instead stays; what the file takes back goes; the policy itself comes again.
    ChangeSet set;
    set.policies = {{QStringLiteral("Guests"), PolicyScope::User, true}};
    set.removedPolicies = {own};
    set.grants = {{ada, QStringLiteral("Guests")}, {bo, QStringLiteral("Guests")}};
    Answer<ChangeReceipt> changed(loop_);
    store_->applyChanges(set, changed.callback());
    QVERIFY(changed.wait());
    organisation_.users[0].persistentChat = false;
    const Snapshot second = imported();
    QVERIFY(second.grants ==
            (std::vector<PolicyGrant>{{ada, QStringLiteral("Guests")}, {bo, QStringLiteral("Guests")}, {cy, own}}));
    organisation_.users[2].persistentChat = false;
    QVERIFY(!chatEnabled(imported(), cy));
  }

  void otherDomainIsRefused() {
    imported();
    organisation_.domain = "elsewhere.example";
    const auto refused = store_->importOrganisation(organisation_, clock_);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(store_->load()->domain, QByteArray("orchard.example"));
  }

  void largeOrganisation() {
    makeLarge(20'000, 5'000);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(store_->importOrganisation(organisation_, clock_));
    const qint64 importMs = timer.restart();
    const auto snapshot = store_->load();
    const qint64 loadMs = timer.restart();
    QVERIFY(store_->importOrganisation(organisation_, clock_));
    qInfo("import %lld ms, again %lld ms, load %lld ms", importMs, timer.elapsed(), loadMs);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->principals.size(), size_t(20'002));
    QCOMPARE(snapshot->rooms.size(), size_t(5'000));
    QCOMPARE(snapshot->memberships.size(), size_t(20'000));
    // The group has everybody, so only the direct members are invited.
    QVERIFY(!invitationsOf(principalIn(*snapshot, "sip:user7@")).empty());
    QVERIFY(invitationsOf(principalIn(*snapshot, "sip:user19999@")).empty());
    QVERIFY2(importMs < 30'000 && loadMs < 5'000, "an order of magnitude above what it takes");
  }

 private:
  static bool chatEnabled(const Snapshot& snapshot, PrincipalId id) {
    return std::any_of(snapshot.principals.begin(), snapshot.principals.end(),
                       [id](const Principal& each) { return each.id == id && each.chatEnabled; });
  }

  static OrgGroup group(const char* name, const std::vector<OrgPrincipal>& members) {
    const QByteArray guid = derivedGuid("group", "orchard.example", QString::fromLatin1(name));
    return {"ma-grp:" + guid + "@u.g", guid, QString::fromLatin1(name), members};
  }

  void fillIn() {
    OrgUser& ada = organisation_.users[0];
    ada.displayName = QStringLiteral("Ada Quince");
    ada.email = QStringLiteral("ada@post.example");
    ada.company = QStringLiteral("Orchard");
    ada.enabled = false;
    ada.persistentChat = false;
    const OrgPrincipal first{OrgPrincipal::Kind::User, ada.uri.bytes()};
    const OrgPrincipal second{OrgPrincipal::Kind::User, organisation_.users[1].uri.bytes()};
    organisation_.groups = {group("crew", {second})};
    OrgCategory& category = organisation_.categories[0];
    category.invitations = false;
    category.denied = {second};
    category.creators = {first};
    OrgRoom& room = organisation_.rooms[0];
    room.topic = QStringLiteral("ebb and flood");
    room.type = OrgRoomType::Auditorium;
    room.privacy = OrgPrivacy::Secret;
    room.inheritInvitations = false;
    room.disabled = true;
    room.createdBy = organisation_.users[1].uri;
    room.managers = {{OrgPrincipal::Kind::Group, organisation_.groups[0].uri}};
    room.presenters = {first};
  }

  void makeLarge(int users, int rooms) {
    const OrgUser sampleUser = organisation_.users[1];
    const OrgRoom sampleRoom = organisation_.rooms[0];
    organisation_.users.assign(static_cast<size_t>(users), sampleUser);
    organisation_.groups = {group("all hands", {})};
    for (int i = 0; i < users; ++i) {
      OrgUser& user = organisation_.users[static_cast<size_t>(i)];
      user.uri = SipUri::fromTrusted("user" + QByteArray::number(i) + "@orchard.example");
      organisation_.groups[0].members.push_back({OrgPrincipal::Kind::User, user.uri.bytes()});
    }
    organisation_.rooms.assign(static_cast<size_t>(rooms), sampleRoom);
    for (int i = 0; i < rooms; ++i) {
      OrgRoom& room = organisation_.rooms[static_cast<size_t>(i)];
      room.uri = *RoomUri::fromParts("orchard.example", "key" + QByteArray::number(i));
      room.name = QStringLiteral("room %1").arg(i);
      room.members = {{OrgPrincipal::Kind::Group, organisation_.groups[0].uri}};
      for (int k = 0; k < 20; ++k) {
        const auto member = static_cast<size_t>((i * 7 + k) % (users / 2));
        room.members.push_back({OrgPrincipal::Kind::User, organisation_.users[member].uri.bytes()});
      }
      organisation_.users[static_cast<size_t>(i)].followed = {room.uri};
      room.history.assign(20, {organisation_.users[0].uri, room.created, "low water at six", false, {}});
    }
  }

  Snapshot imported() {
    const auto done = store_->importOrganisation(organisation_, clock_);
    if (!done) qCritical("%s %s", qPrintable(done.error().text), qPrintable(done.error().detail));
    return *store_->load();
  }

  HistoryPage read(RoomId room, const QString& text) {
    HistoryQuery query;
    query.room = room;
    query.text = text;
    Answer<HistoryPage> answer(loop_);
    store_->history(query, answer.callback());
    return *answer.wait();
  }

  std::vector<StoredPublication> publicationsOf(PrincipalId user) {
    Answer<std::vector<StoredPublication>> answer(loop_);
    store_->publications(user, answer.callback());
    return *answer.wait();
  }

  std::vector<StoredInvitation> invitationsOf(PrincipalId user) {
    Answer<std::vector<StoredInvitation>> answer(loop_);
    store_->invitationsAfter(user, 0, answer.callback());
    return *answer.wait();
  }

  std::vector<StoredCredential> credentialsOf(PrincipalId user) {
    Answer<std::vector<StoredCredential>> answer(loop_);
    store_->credentials(user, answer.callback());
    return *answer.wait();
  }

  std::unique_ptr<QTemporaryDir> directory_;
  TestClock clock_;
  TestLoop loop_;
  std::unique_ptr<SqliteStore> store_;
  Organisation organisation_;
};

PARLOUR_TEST(TestOrganisationImport)

}  // namespace Parlour::Server::tst_organisationimport

#include "tst_organisationimport.moc"
