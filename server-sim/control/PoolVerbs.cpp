// SPDX-License-Identifier: Apache-2.0
// The pool: its addresses for older clients, its state, and which servers take new sessions.
#include <array>

#include "server-sim/channel/changes/ConfigurationPlans.h"
#include "server-sim/control/VerbTable.h"

namespace Parlour::Server::Verbs {
namespace {

using EndpointPlan = Plan (*)(const ChannelState&, const Actor&, const QByteArray&, Timestamp);

template <EndpointPlan plan>
void changeEndpoint(const AdminContext& context, const AdminCall& call) {
  context.change(call,
                 [address = call.arguments.text("address").toUtf8(), actor = call.actor,
                  now = context.clock.now()](const ChannelState& state) { return plan(state, actor, address, now); });
}

void listEndpoints(const AdminContext& context, const AdminCall& call) {
  QJsonArray lines;
  for (const QByteArray& address : context.state().poolEndpoints()) {
    lines.append(QJsonObject{{QStringLiteral("address"), QString::fromUtf8(address)}});
  }
  call.succeed(lines);
}

// One database serves the pool, so there is a state to tell and nothing to fail over to.
void poolState(const AdminContext&, const AdminCall& call) {
  const QString wanted = call.arguments.text("state");
  if (wanted.isEmpty() || wanted == QLatin1String("normal")) {
    return call.succeed(QJsonObject{{QStringLiteral("state"), QStringLiteral("normal")}});
  }
  if (wanted != QLatin1String("failed-over")) {
    return call.fail(Error::make(ErrorCode::InvalidArgument, QStringLiteral("The state is normal or failed-over.")));
  }
  call.fail(Error::make(ErrorCode::NotSupported,
                        QStringLiteral("This pool has one database and no second one to fail over to. \"backup "
                                       "restore\" puts a backup in its place.")));
}

// Empty, and the call answered, when no server runs that would know.
QByteArrayList serversOf(const AdminContext& context, const AdminCall& call) {
  const QString server = context.facts.value(QStringLiteral("server")).toString();
  if (!server.isEmpty()) return {server.toUtf8()};
  call.fail(Error::make(ErrorCode::NotSupported, QStringLiteral("This needs a running server.")));
  return {};
}

void listServers(const AdminContext& context, const AdminCall& call) {
  const QByteArrayList pool = serversOf(context, call);
  if (pool.isEmpty()) return;
  QJsonArray lines;
  for (const QByteArray& server : pool) {
    lines.append(QJsonObject{{QStringLiteral("server"), QString::fromUtf8(server)},
                             {QStringLiteral("active"), context.state().isActiveServer(server)}});
  }
  call.succeed(lines);
}

void setActive(const AdminContext& context, const AdminCall& call) {
  const QByteArrayList pool = serversOf(context, call);
  if (pool.isEmpty()) return;
  QByteArrayList names;
  for (const QString& name : call.arguments.list("server")) names.append(name.toUtf8());
  context.change(call, [names, pool, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return setActiveServers(state, actor, names, pool, now);
  });
}

void swapActive(const AdminContext& context, const AdminCall& call) {
  const QByteArrayList pool = serversOf(context, call);
  if (pool.isEmpty()) return;
  context.change(call, [pool, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return swapActiveServers(state, actor, pool, now);
  });
}

constexpr std::array kPoolVerbs{VerbRow{"endpoint add", changeEndpoint<addPoolEndpoint>},
                                VerbRow{"endpoint list", listEndpoints},
                                VerbRow{"endpoint rm", changeEndpoint<removePoolEndpoint>},
                                VerbRow{"pool state", poolState},
                                VerbRow{"pool active list", listServers},
                                VerbRow{"pool active set", setActive},
                                VerbRow{"pool active swap", swapActive}};

}  // namespace

Run poolVerb(const QString& name) { return runOf(kPoolVerbs, name); }

}  // namespace Parlour::Server::Verbs
