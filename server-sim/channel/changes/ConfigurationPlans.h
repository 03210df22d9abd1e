// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/Plan.h"

// Settings by scope (product.md 1.5, 4.3), and those of the pool: the addresses it answers to and which of its servers
// take new sessions (product.md 2.3, 3). For administrators. Pure functions of the state; loop thread.
namespace Parlour::Server {

// Who a setting speaks to: the chat service, the compliance service, or the pool, which has verbs of its own.
enum class ConfigurationGroup { Chat, Compliance, Pool };
enum class ConfigurationForm {
  Number,
  WebAddress,  // may be empty
  OnOff,       // "true" or "false"
  Interval,    // hours:minutes:seconds, days before a point: "1.06:00:00"; the bounds are seconds
  Word,        // one of `words`
  Text,        // one line
  Path,        // absolute
};

// One setting that can be changed while the server runs. Bounds count where the form has them.
struct ConfigurationKey {
  const char* name;
  ConfigurationGroup group;
  ConfigurationForm form;
  qint64 least;
  qint64 most;
  const char* words;  // between '|'
};
const std::vector<ConfigurationKey>& configurationKeys();
// Seconds of a setting of the form Interval; nothing when the text has another form.
std::optional<qint64> configuredSeconds(const QString& text);
// What may stand in the setting, for people: "1–500", "true|false".
QString rangeOf(const ConfigurationKey& key);
// Those of the pool are left to the plans below.
Plan setConfiguration(const ChannelState& state, const Actor& actor, const ConfigurationValue& value, Timestamp now);

// A friendly SIP address at which older clients find the pool. Nobody else may have it; at most kMaxPoolEndpoints.
inline constexpr size_t kMaxPoolEndpoints = 16;
Plan addPoolEndpoint(const ChannelState& state, const Actor& actor, const QByteArray& address, Timestamp now);
Plan removePoolEndpoint(const ChannelState& state, const Actor& actor, const QByteArray& address, Timestamp now);

// The servers that take new sessions; the others keep those they have. Names are among `pool`.
Plan setActiveServers(const ChannelState& state, const Actor& actor, const QByteArrayList& names,
                      const QByteArrayList& pool, Timestamp now);
// Those that were active stand by, and the other way round.
Plan swapActiveServers(const ChannelState& state, const Actor& actor, const QByteArrayList& pool, Timestamp now);

}  // namespace Parlour::Server
