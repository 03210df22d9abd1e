// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "tests/server-sim/channel/support/Harbour.h"

namespace Parlour::Server::Testing {

// The commands that change rooms and categories, from the words of a transcript's line. Words have underscores for
// spaces; lists are names of people and groups of the harbour with commas between:
//   create seafaring name=Crew_rota visibility=secret member=ada,crew
//   modify tides topic=Neap_tides parent=quiet behavior=auditorium disabled=true invite=off asof=<time> +presenter=cy
//   delete tides | setroles tides +member=dot -manager=bo member=ada,cy | deletemsg tides 3 4 text=Gone
//   newnode name=Workshop allowed=crew | modnode quiet invite=on +denied=cy | delnode quiet | setroles /quiet
//   +creator=cy addins
// A key ("tides") becomes an address by `room`.
std::optional<Xccos::Command> adminCommand(const QByteArrayList& words,
                                           const std::function<RoomUri(const QByteArray&)>& room);

// "sip:ada@orchard.example", "ma-grp:crew@u.g".
QByteArray principalAddress(const QByteArray& name);
CategoryUri categoryAddress(const QByteArray& key);

}  // namespace Parlour::Server::Testing
