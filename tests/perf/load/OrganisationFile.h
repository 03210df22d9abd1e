// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "protocol/support/Result.h"
#include "tests/perf/load/UserRequests.h"

namespace Parlour::Perf {

// How large a generated organisation is. Room r has the members [r * membersPerRoom, …), counted around.
struct OrganisationShape {
  int users = 0;
  int rooms = 0;
  int membersPerRoom = 0;
  int groups = 0;  // of 50 users, members of a category each
  bool passwords = false;
  int followedRooms = 0;
  int messagesInFirstRoom = 0;
};

// The made-up organisation that load is put on; every name follows from a number, so nothing is looked up.
class OrganisationFile {
 public:
  static UserIdentity user(int number);
  static std::string roomGuid(int number);
  static std::string roomUri(int number);
  static std::string domain();
  // A word that stands in few messages of the first room.
  static std::string rareWord();

  static Status write(const QString& path, const OrganisationShape& shape);
};

}  // namespace Parlour::Perf
