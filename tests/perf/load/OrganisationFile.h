// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "protocol/support/Result.h"
#include "tests/perf/load/Membership.h"
#include "tests/perf/load/UserRequests.h"

namespace Parlour::Perf {

// How large a generated organisation is.
struct OrganisationShape {
  int users = 0;
  Membership rooms;
  int groups = 0;  // of 50 users, members of a category each
  bool passwords = false;
  int followedRooms = 0;
  int messagesInFirstRoom = 0;
  int messagesInOtherRooms = 0;
};

// The made-up organisation that load is put on; every name follows from a number, so nothing is looked up.
class OrganisationFile {
 public:
  static UserIdentity user(int number);
  static std::string roomGuid(int number);
  static std::string roomUri(int number);
  static std::string domain();
  // What a message of the past says: some 160 characters of words that come often, and at times one of these two.
  static QString sentence(qint64 number);
  static std::string rareWord() { return "ambergris"; }    // in one message of two thousand
  static std::string secondWord() { return "binnacle"; }   // in one message of fifty
  static std::string frequentWord() { return "harbour"; }  // in every second one or so

  static Status write(const QString& path, const OrganisationShape& shape);
};

}  // namespace Parlour::Perf
