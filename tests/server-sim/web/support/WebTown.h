// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/integration/host/ServerHost.h"
#include "tests/server-sim/web/support/Browser.h"

namespace Parlour::Tests {

// The organisation of the web tests: bo manages two rooms, cy one secret room, ada administers, dee creates rooms.
inline QByteArray webOrganisation() {
  return R"({
  "domain": "orchard.example", "name": "Orchard",
  "users": [
    {"address": "ada", "name": "Ada Quince", "password": "pw-ada"},
    {"address": "bo", "name": "Bo Medlar", "password": "pw-bo"},
    {"address": "cy", "name": "Cy Sorb", "password": "pw-cy"},
    {"address": "dee", "name": "Dee <b>Damson</b>", "password": "pw-dee"},
    {"address": "fay", "name": "Fay Outside", "password": "pw-fay"},
    {"address": "off", "name": "Off Policy", "password": "pw-off", "persistentChat": false},
    {"address": "gone", "name": "Gone Person", "password": "pw-gone", "enabled": false}],
  "categories": [
    {"name": "Harbour", "allowed": ["ada", "bo", "cy", "dee"], "creators": ["dee"]},
    {"name": "Empty shelf", "allowed": ["everyone"]}],
  "rooms": [
    {"name": "Tide tables", "category": "Harbour", "privacy": "open", "managers": ["cy"]},
    {"name": "Crew rota", "description": "Who sails when", "category": "Harbour", "privacy": "closed",
     "members": ["ada", "bo"], "managers": ["bo"]},
    {"name": "Night <script>alert(1)</script> watch", "category": "Harbour", "privacy": "secret",
     "members": ["bo"], "managers": ["bo"]},
    {"name": "Harbour board", "category": "Harbour", "privacy": "secret", "members": ["cy"], "managers": ["cy"]}]})";
}

// The real server with the page switched on. Blocking calls from the test's thread.
class WebTown {
 public:
  WebTown() : host(webOrganisation()) {
    host.config().web.listen = QStringLiteral("127.0.0.1:0");
    host.config().channel.administrators = {"sip:ada@orchard.example"};
    host.config().frontEnd.lockOutFailures = 3;
  }
  Status start() { return host.start(); }
  Browser browser() const { return Browser(host.webPort()); }

  ServerHost host;
};

}  // namespace Parlour::Tests
