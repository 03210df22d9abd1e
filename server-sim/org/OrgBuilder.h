// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/org/OrgFields.h"
#include "server-sim/org/OrgIndex.h"
#include "server-sim/org/OrgScope.h"
#include "server-sim/org/OrgTime.h"
#include "server-sim/org/Organisation.h"

namespace Parlour::Server {

// Turns the file's JSON into an Organisation: people, groups and categories here, rooms and what
// hangs on them in OrgRoomBuilder. Used once; mistakes go to the problems of the fields.
class OrgBuilder {
 public:
  OrgBuilder(const QByteArray& domain, const OrgMoment& moment);

  Organisation build(const OrgFields& root);

  Organisation& organisation() { return organisation_; }
  OrgIndex& index() { return index_; }
  const OrgScope& scope() const { return *scope_; }
  const OrgMoment& moment() const { return moment_; }

  // The principals of a list; reports who is unknown or listed twice as `what`.
  OrgRefs resolve(const OrgFields& fields, QLatin1String key, const QString& what) const;
  OrgPrincipal principal(OrgRef ref) const;
  std::vector<OrgPrincipal> principals(const OrgRefs& refs) const;
  // A user's address or a group's name in quotes, for error texts.
  QString shown(OrgRef ref) const;
  // The name of a listed object; changes the place of errors from its number to its name.
  QString named(OrgFields& fields, const QString& kind) const;
  // The GUID given in the file, checked, or the derived one. Empty after a reported mistake.
  QByteArray guid(const OrgFields& fields, QByteArrayView kind, const QString& name);
  QString description(const OrgFields& fields) const;

 private:
  void readUsers(const OrgFields& root);
  void readUser(OrgFields& fields);
  void readGroups(const OrgFields& root);
  void readGroupMembers(const std::vector<OrgFields>& groups);
  void readCategories(const OrgFields& root);
  void readCategory(OrgFields& fields);

  Organisation organisation_;
  OrgIndex index_;
  OrgMoment moment_;
  std::optional<OrgScope> scope_;
};

QString quotedOrgName(const QString& name);

}  // namespace Parlour::Server
