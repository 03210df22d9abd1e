// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/changes/ConfigurationPlans.h"

#include <QDir>
#include <QRegularExpression>
#include <algorithm>

#include "server-sim/channel/ListTools.h"
#include "server-sim/channel/TypeWords.h"
#include "server-sim/channel/changes/Planning.h"

namespace Parlour::Server {
namespace {

using Planning::Checked;
using Planning::quoted;
using Planning::refusal;
using Code = Xccos::ResponseCode;
using Form = ConfigurationForm;
using Group = ConfigurationGroup;

constexpr qsizetype kMaxValue = 255;
constexpr char kOnOffWords[] = "true|false";

QString worded(const char* words) { return QString::fromLatin1(words).replace(QLatin1Char('|'), QLatin1String(", ")); }

// Seconds; nothing when the text has another form.
std::optional<qint64> intervalOf(const QString& text) {
  static const QRegularExpression form(QStringLiteral("^(?:(\\d{1,3})\\.)?(\\d{2}):(\\d{2}):(\\d{2})$"));
  const auto match = form.match(text);
  if (!match.hasMatch()) return std::nullopt;
  const auto part = [&](int place) { return match.captured(place).toLongLong(); };
  if (part(2) > 23 || part(3) > 59 || part(4) > 59) return std::nullopt;
  return ((part(1) * 24 + part(2)) * 60 + part(3)) * 60 + part(4);
}

QString intervalText(qint64 seconds) {
  const qint64 days = seconds / 86'400;
  const QString clock = QStringLiteral("%1:%2:%3")
                            .arg(seconds / 3'600 % 24, 2, 10, QLatin1Char('0'))
                            .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
                            .arg(seconds % 60, 2, 10, QLatin1Char('0'));
  return days == 0 ? clock : QStringLiteral("%1.%2").arg(days).arg(clock);
}

bool isOneOf(const char* words, const QString& text) {
  return QString::fromLatin1(words).split(QLatin1Char('|')).contains(text);
}

bool isWithin(const ConfigurationKey& key, std::optional<qint64> amount) {
  return amount && *amount >= key.least && *amount <= key.most;
}

bool fits(const ConfigurationKey& key, const QString& text) {
  bool number = false;
  const qint64 amount = text.toLongLong(&number);
  switch (key.form) {
    case Form::Number:
      return number && isWithin(key, amount);
    case Form::WebAddress:
      return text.isEmpty() || Planning::isWebAddress(text);
    case Form::OnOff:
      return isOneOf(kOnOffWords, text);
    case Form::Interval:
      return isWithin(key, intervalOf(text));
    case Form::Word:
      return isOneOf(key.words, text);
    case Form::Text:
      return !text.isEmpty();
    case Form::Path:
      return QDir::isAbsolutePath(text) && QDir::cleanPath(text) == text;
  }
  return false;
}

QString wantedForm(const ConfigurationKey& key) {
  switch (key.form) {
    case Form::Number:
      return QStringLiteral("a number from %1 to %2").arg(key.least).arg(key.most);
    case Form::WebAddress:
      return QStringLiteral("a web address (http or https), or empty");
    case Form::OnOff:
      return worded(kOnOffWords).replace(QLatin1String(", "), QLatin1String(" or "));
    case Form::Interval:
      return QStringLiteral("a time from %1 to %2").arg(intervalText(key.least), intervalText(key.most));
    case Form::Word:
      return QStringLiteral("one of %1").arg(worded(key.words));
    case Form::Text:
      return QStringLiteral("one line of text");
    case Form::Path:
      return QStringLiteral("an absolute path");
  }
  return {};
}

Checked checkValue(const ConfigurationKey& key, const QByteArray& value) {
  const QString text = QString::fromUtf8(value);
  const bool line = text.size() <= kMaxValue && std::none_of(text.begin(), text.end(), [](QChar c) {
                      return c.category() == QChar::Other_Control;
                    });
  if (line && fits(key, text)) return std::nullopt;
  return refusal(Code::InvalidArgument, QStringLiteral("%1 must be %2.").arg(QLatin1String(key.name), wantedForm(key)));
}

ChangeSet settingSet(const ChannelState& state, const Actor& actor, const ConfigurationValue& value, Timestamp now) {
  const ConfigurationValue* known = Lists::findWhere(state.configuration(), [&](const ConfigurationValue& each) {
    return each.key == value.key && each.scope == value.scope;
  });
  if (known ? *known == value : !value.value) return {};
  const auto described = [&](const std::optional<QByteArray>& text) {
    return text ? QJsonObject{{QStringLiteral("scope"), TypeWords::word(value.scope)},
                              {QStringLiteral("value"), QString::fromUtf8(*text)}}
                : QJsonObject{};
  };
  ChangeSet set;
  set.configuration.push_back(value);
  set.audit.push_back(Planning::entry(actor, now, "config.set", value.key,
                                      described(known ? known->value : std::nullopt), described(value.value)));
  return set;
}

ChangeSet poolSet(const ChannelState& state, const Actor& actor, const char* key, const QByteArrayList& words,
                  Timestamp now) {
  return settingSet(state, actor, {ConfigurationScope::Pool, key, words.join(' ')}, now);
}

}  // namespace

const std::vector<ConfigurationKey>& configurationKeys() {
  static const std::vector<ConfigurationKey> keys = {
      {"DefaultChatHistory", Group::Chat, Form::Number, 1, 500, ""},
      {"MaxFileSizeKB", Group::Chat, Form::Number, 1, 1'048'576, ""},
      {"ParticipantUpdateLimit", Group::Chat, Form::Number, 1, 16'000, ""},
      {"RoomManagementUrl", Group::Chat, Form::WebAddress, 0, 0, ""},
      {"AdapterType", Group::Compliance, Form::Word, 0, 0, "none|xml|csv|jsonl|eml|program"},
      {"AdapterName", Group::Compliance, Form::Text, 0, 0, ""},
      {"AdapterOutputDirectory", Group::Compliance, Form::Path, 0, 0, ""},
      {"RunInterval", Group::Compliance, Form::Interval, 60, 30 * 86'400, ""},
      {"OneChatRoomPerOutputFile", Group::Compliance, Form::OnOff, 0, 0, ""},
      {"AddChatRoomDetails", Group::Compliance, Form::OnOff, 0, 0, ""},
      {"AddUserDetails", Group::Compliance, Form::OnOff, 0, 0, ""},
      {"CreateFileAttachmentsManifest", Group::Compliance, Form::OnOff, 0, 0, ""},
      {"CustomConfiguration", Group::Compliance, Form::Path, 0, 0, ""},
      {PoolSetting::kEndpoints, Group::Pool, Form::Text, 0, 0, ""},
      {PoolSetting::kActiveServers, Group::Pool, Form::Text, 0, 0, ""}};
  return keys;
}

std::optional<qint64> configuredSeconds(const QString& text) { return intervalOf(text); }

QString rangeOf(const ConfigurationKey& key) {
  switch (key.form) {
    case Form::Number:
      return QStringLiteral("%1\u2013%2").arg(key.least).arg(key.most);
    case Form::WebAddress:
      return QStringLiteral("web address");
    case Form::OnOff:
      return QString::fromLatin1(kOnOffWords);
    case Form::Interval:
      return QStringLiteral("%1\u2013%2").arg(intervalText(key.least), intervalText(key.most));
    case Form::Word:
      return QString::fromLatin1(key.words);
    case Form::Text:
      return QStringLiteral("text");
    case Form::Path:
      return QStringLiteral("absolute path");
  }
  return {};
}

Plan setConfiguration(const ChannelState& state, const Actor& actor, const ConfigurationValue& wanted, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("change settings"))) return *refused;
  const ConfigurationKey* key = Lists::findWhere(configurationKeys(), [&](const ConfigurationKey& each) {
    return each.group != Group::Pool && wanted.key.compare(each.name, Qt::CaseInsensitive) == 0;
  });
  if (!key) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("There is no setting %1.").arg(quoted(QString::fromUtf8(wanted.key))));
  }
  ConfigurationValue value = wanted;
  value.key = key->name;
  if (value.value) value.value = value.value->trimmed();
  if (value.value) {
    if (auto refused = checkValue(*key, *value.value)) return *refused;
  }
  return settingSet(state, actor, value, now);
}

Plan addPoolEndpoint(const ChannelState& state, const Actor& actor, const QByteArray& address, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("give the pool an address"))) return *refused;
  const auto uri = SipUri::parse(address);
  if (!uri) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("%1 is no SIP address.").arg(quoted(QString::fromUtf8(address))));
  }
  if (const Principal* bearer = state.directory().find(uri->bytes())) {
    return refusal(
        Code::InvalidArgument,
        QStringLiteral("%1 is the address of %2.").arg(QString::fromUtf8(uri->address()), quoted(bearer->displayName)));
  }
  QByteArrayList addresses = state.poolEndpoints();
  if (addresses.contains(uri->bytes())) return ChangeSet{};
  if (static_cast<size_t>(addresses.size()) >= kMaxPoolEndpoints) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("The pool has %1 addresses already, which is the most.").arg(kMaxPoolEndpoints));
  }
  addresses.append(uri->bytes());
  std::sort(addresses.begin(), addresses.end());
  return poolSet(state, actor, PoolSetting::kEndpoints, addresses, now);
}

Plan removePoolEndpoint(const ChannelState& state, const Actor& actor, const QByteArray& address, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("take an address off the pool"))) {
    return *refused;
  }
  const auto uri = SipUri::parse(address);
  QByteArrayList addresses = state.poolEndpoints();
  if (!uri || addresses.removeAll(uri->bytes()) == 0) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("The pool has no address %1.").arg(quoted(QString::fromUtf8(address))));
  }
  return poolSet(state, actor, PoolSetting::kEndpoints, addresses, now);
}

Plan setActiveServers(const ChannelState& state, const Actor& actor, const QByteArrayList& names,
                      const QByteArrayList& pool, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("say which servers are active"))) {
    return *refused;
  }
  QByteArrayList active;
  for (const QByteArray& name : names) {
    const QByteArray server = name.trimmed().toLower();
    if (!pool.contains(server)) {
      return refusal(Code::InvalidArgument,
                     QStringLiteral("The pool has no server %1; it has %2.")
                         .arg(quoted(QString::fromUtf8(name)), QString::fromUtf8(pool.join(", "))));
    }
    if (!active.contains(server)) active.append(server);
  }
  std::sort(active.begin(), active.end());
  return poolSet(state, actor, PoolSetting::kActiveServers, active, now);
}

Plan swapActiveServers(const ChannelState& state, const Actor& actor, const QByteArrayList& pool, Timestamp now) {
  QByteArrayList standby;
  std::copy_if(pool.begin(), pool.end(), std::back_inserter(standby),
               [&](const QByteArray& server) { return !state.isActiveServer(server); });
  return setActiveServers(state, actor, standby, pool, now);
}

}  // namespace Parlour::Server
