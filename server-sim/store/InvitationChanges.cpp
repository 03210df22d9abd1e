// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/InvitationChanges.h"

#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

struct InvitationSql {
  Sqlite::Statement findRoom, find, nextNumber, add;

  Status prepare(Sqlite::Database& database) {
    return prepareStoreSql(database, {{&findRoom, QLatin1String("find_room_by_uri")},
                                      {&find, QLatin1String("find_invitation")},
                                      {&nextNumber, QLatin1String("next_invitation_number")},
                                      {&add, QLatin1String("add_invitation")}});
  }
};

Status invite(InvitationSql& sql, const NewInvitation& wanted, Timestamp now, ChangeReceipt& receipt) {
  auto room = integerOf(sql.findRoom.query(wanted.room.bytes()));
  if (!room) return room.error();
  if (*room == 0) {
    return Error::make(ErrorCode::NotFound, QStringLiteral("There is no room %1.").arg(wanted.room.toString()));
  }
  auto known = hasRow(sql.find.query(wanted.user, *room));
  if (!known) return known.error();
  if (*known) return success();
  auto number = integerOf(sql.nextNumber.query(wanted.user));
  if (!number) return number.error();
  receipt.invitations.push_back({wanted.user, {static_cast<quint64>(*number), *room, now}});
  return sql.add.run(wanted.user, *number, *room, now.ticks);
}

}  // namespace

Status writeInvitations(Sqlite::Database& database, ChangeChecks& checks, const ChangeSet& set, Timestamp now,
                        ChangeReceipt& receipt) {
  if (set.invitations.empty()) return success();
  InvitationSql sql;
  if (auto prepared = sql.prepare(database); !prepared) return prepared;
  for (const NewInvitation& wanted : set.invitations) {
    if (auto known = checks.user(wanted.user); !known) return known;
    if (auto invited = invite(sql, wanted, now, receipt); !invited) return invited;
  }
  return success();
}

Status writeJoinRequests(Sqlite::Database& database, ChangeChecks& checks, const ChangeSet& set) {
  if (set.joinRequests.empty() && set.endedJoinRequests.empty()) return success();
  Sqlite::Statement put, remove;
  auto prepared = prepareStoreSql(
      database, {{&put, QLatin1String("put_join_request")}, {&remove, QLatin1String("remove_join_request")}});
  if (!prepared) return prepared;
  for (const JoinRequest& request : set.joinRequests) {
    if (auto known = checks.user(request.user); !known) return known;
    if (auto known = checks.room(request.room); !known) return known;
    auto written = put.run(request.room, request.user, request.words, request.askedOn.ticks);
    if (!written) return written;
  }
  for (const EndedJoinRequest& ended : set.endedJoinRequests) {
    if (auto removed = remove.run(ended.room, ended.user); !removed) return removed;
  }
  return success();
}

}  // namespace Parlour::Server
