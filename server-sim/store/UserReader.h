// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// What is stored for one user: invitations, preferences, presence, secrets of sign-in. On a connection of its own
// thread.
class UserReader {
 public:
  static Result<std::unique_ptr<UserReader>> prepare(Sqlite::Database& database);

  Result<std::vector<StoredInvitation>> invitationsAfter(PrincipalId user, quint64 number);
  Result<StoredPreference> preference(PrincipalId user, const QByteArray& label);
  Result<std::vector<StoredPublication>> publications(PrincipalId user);
  Result<std::vector<StoredCredential>> credentials(PrincipalId user);

 private:
  UserReader() = default;

  Sqlite::Statement invitations_, preference_, publications_, credentials_;
};

}  // namespace Parlour::Server
