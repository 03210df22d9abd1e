// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/InvitationImport.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <vector>

#include "server-sim/store/RoomImport.h"
#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

using PrincipalSet = QSet<PrincipalId>;

// Who stands behind the entries of a member list.
class InvitedMembers {
 public:
  InvitedMembers(const Organisation& organisation, const ImportedIds& ids) : ids_(ids) {
    for (const OrgGroup& group : organisation.groups) groups_.insert(group.uri, &group);
    for (const OrgUser& user : organisation.users) everyone_.insert(ids.principals.value(user.uri.bytes()));
    if (tooMany(everyone_)) everyone_.clear();
  }

  PrincipalSet of(const std::vector<OrgPrincipal>& entries) {
    PrincipalSet users;
    for (const OrgPrincipal& entry : entries) {
      const PrincipalSet behind = behindEntry(entry);
      if (!tooMany(behind)) users.unite(behind);
    }
    return users;
  }

 private:
  static bool tooMany(const PrincipalSet& users) { return static_cast<size_t>(users.size()) > kMaxInvitedByGroup; }

  PrincipalSet behindEntry(const OrgPrincipal& entry) {
    switch (entry.kind) {
      case OrgPrincipal::Kind::User:
        return {ids_.principals.value(entry.uri)};
      case OrgPrincipal::Kind::Everyone:
        return everyone_;
      case OrgPrincipal::Kind::Group:
        break;
    }
    if (const auto known = flattened_.constFind(entry.uri); known != flattened_.constEnd()) return *known;
    PrincipalSet users;
    // Nesting is free of cycles (Organisation.h).
    for (const OrgPrincipal& member : groups_.value(entry.uri)->members) users.unite(behindEntry(member));
    flattened_.insert(entry.uri, users);
    return users;
  }

  const ImportedIds& ids_;
  QHash<QByteArray, const OrgGroup*> groups_;
  QHash<QByteArray, PrincipalSet> flattened_;
  PrincipalSet everyone_;
};

class InvitationWriter {
 public:
  Status prepare(Sqlite::Database& database) {
    Sqlite::Statement load, loadHeads;
    auto prepared = prepareStoreSql(database, {{&load, QLatin1String("load_invitations")},
                                               {&loadHeads, QLatin1String("load_invitation_heads")},
                                               {&add_, QLatin1String("add_invitation")},
                                               {&saveHead_, QLatin1String("save_invitation_head")}});
    if (!prepared) return prepared;
    auto heads = loadHeads.query();
    while (heads.next()) invited_[heads.integer(0)].lastNumber = heads.integer(1);
    if (!heads.status()) return heads.status();
    auto rows = load.query();
    while (rows.next()) invited_[rows.integer(0)].rooms.insert(rows.integer(1));
    return rows.status();
  }

  Status invite(PrincipalId user, RoomId room, Timestamp time) {
    Invited& invited = invited_[user];
    if (invited.rooms.contains(room)) return success();
    invited.rooms.insert(room);
    invited.changed = true;
    return add_.run(user, ++invited.lastNumber, room, time.ticks);
  }

  Status finish() {
    for (auto invited = invited_.cbegin(); invited != invited_.cend(); ++invited) {
      if (!invited->changed) continue;
      if (auto saved = saveHead_.run(invited.key(), invited->lastNumber); !saved) return saved;
    }
    return success();
  }

 private:
  struct Invited {
    QSet<RoomId> rooms;
    qint64 lastNumber = 0;
    bool changed = false;
  };

  Sqlite::Statement add_, saveHead_;
  QHash<PrincipalId, Invited> invited_;
};

QHash<RoomUri, PrincipalSet> followersByRoom(const Organisation& organisation, const ImportedIds& ids) {
  QHash<RoomUri, PrincipalSet> followers;
  for (const OrgUser& user : organisation.users) {
    for (const RoomUri& room : user.followed) followers[room].insert(ids.principals.value(user.uri.bytes()));
  }
  return followers;
}

bool invites(const OrgRoom& room, const QSet<CategoryUri>& inviting) {
  return room.inheritInvitations && !room.disabled && inviting.contains(room.category);
}

Status inviteMembers(InvitationWriter& writer, RoomId id, const OrgRoom& room, const PrincipalSet& members) {
  // In the order of user ids, so that an import gives the same rows every time.
  std::vector<PrincipalId> sorted(members.begin(), members.end());
  std::sort(sorted.begin(), sorted.end());
  for (const PrincipalId user : sorted) {
    if (auto invited = writer.invite(user, id, room.created); !invited) return invited;
  }
  return success();
}

}  // namespace

Status importInvitations(Sqlite::Database& database, const Organisation& organisation, const ImportedIds& ids) {
  InvitationWriter writer;
  if (auto prepared = writer.prepare(database); !prepared) return prepared;
  QSet<CategoryUri> inviting;
  for (const OrgCategory& category : organisation.categories) {
    if (category.invitations) inviting.insert(category.uri);
  }
  const auto followers = followersByRoom(organisation, ids);
  InvitedMembers members(organisation, ids);
  for (const OrgRoom* room : roomsByCreation(organisation)) {
    const RoomId id = ids.rooms.value(room->uri);
    for (const OrgInvitation& named : room->invitations) {
      auto invited = writer.invite(ids.principals.value(named.user.bytes()), id, named.created);
      if (!invited) return invited;
    }
    if (!invites(*room, inviting)) continue;
    auto invited = inviteMembers(writer, id, *room, members.of(room->members) - followers.value(room->uri));
    if (!invited) return invited;
  }
  return writer.finish();
}

}  // namespace Parlour::Server
