// SPDX-License-Identifier: Apache-2.0
#include <toml++/toml.h>
#include <QFile>
#include <QMap>
#include <optional>

#include "server-sim/config/ServerConfig.h"

namespace Parlour::Server {
namespace {

constexpr qint64 kMaxConfigBytes = 1024 * 1024;

Error configError(const QString& path, const toml::source_region& where, const QString& what) {
  return Error::make(ErrorCode::InvalidArgument,
                     QStringLiteral("%1, line %2: %3").arg(path).arg(where.begin.line).arg(what));
}

QString kindName(ConfigKey::Kind kind) {
  switch (kind) {
    case ConfigKey::Kind::Flag:
      return QStringLiteral("true or false");
    case ConfigKey::Kind::Number:
      return QStringLiteral("a whole number");
    case ConfigKey::Kind::Text:
      return QStringLiteral("text in quotes");
  }
  return {};
}

// Nothing when the value is of another kind.
std::optional<QString> valueText(ConfigKey::Kind kind, const toml::node& node) {
  if (const auto* text = node.as_string(); text && kind == ConfigKey::Kind::Text)
    return QString::fromStdString(text->get());
  if (const auto* number = node.as_integer(); number && kind == ConfigKey::Kind::Number)
    return QString::number(number->get());
  if (const auto* flag = node.as_boolean(); flag && kind == ConfigKey::Kind::Flag) {
    return flag->get() ? QStringLiteral("true") : QStringLiteral("false");
  }
  return std::nullopt;
}

QString quotedText(const QString& text) {
  QString quoted;
  for (const QChar c : text) {
    if (c == QLatin1Char('"') || c == QLatin1Char('\\')) {
      quoted += QLatin1Char('\\') + c;
    } else if (c.unicode() < 0x20 || c.unicode() == 0x7f) {
      quoted += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    } else {
      quoted += c;
    }
  }
  return QLatin1Char('"') + quoted + QLatin1Char('"');
}

Status applyListen(const QString& path, const toml::node& node, ServerConfig& config) {
  const auto* list = node.as_array();
  if (!list) return configError(path, node.source(), QStringLiteral("server.listen is a list of addresses."));
  config.listen.clear();
  for (const auto& item : *list) {
    const auto address = valueText(ConfigKey::Kind::Text, item);
    if (!address) return configError(path, item.source(), QStringLiteral("an address is text in quotes."));
    config.listen.append(*address);
  }
  return success();
}

Status applyKey(const QString& path, const QString& name, const toml::node& node, ServerConfig& config) {
  if (name == QLatin1String("server.listen")) return applyListen(path, node, config);
  for (const auto& key : configKeys()) {
    if (name != QLatin1String(key.name)) continue;
    const auto value = valueText(key.kind, node);
    if (!value) return configError(path, node.source(), QStringLiteral("%1 is %2.").arg(name, kindName(key.kind)));
    const auto set = key.set(config, *value);
    if (!set) return configError(path, node.source(), QStringLiteral("%1: %2").arg(name, set.error().text));
    return success();
  }
  return configError(path, node.source(), QStringLiteral("%1 is not a setting.").arg(name));
}

Status applySection(const QString& path, const QString& section, const toml::node& node, ServerConfig& config) {
  const auto* table = node.as_table();
  if (!table) return configError(path, node.source(), QStringLiteral("%1 is not a section.").arg(section));
  for (const auto& [key, value] : *table) {
    const auto done = applyKey(path, section + QLatin1Char('.') + QString::fromUtf8(key.data()), value, config);
    if (!done) return done;
  }
  return success();
}

}  // namespace

Status readConfigFile(const QString& path, ServerConfig& config) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    return Error::make(ErrorCode::NotFound,
                       QStringLiteral("Cannot read the configuration file %1: %2.").arg(path, file.errorString()));
  }
  if (file.size() > kMaxConfigBytes) {
    return Error::make(ErrorCode::LimitExceeded,
                       QStringLiteral("The configuration file %1 is larger than 1 MiB.").arg(path));
  }
  toml::table table;
  try {
    table = toml::parse(file.readAll().toStdString());
  } catch (const toml::parse_error& bad) {
    const auto what = bad.description();
    return configError(path, bad.source(), QString::fromUtf8(what.data(), static_cast<qsizetype>(what.size())));
  }
  for (const auto& [section, node] : table) {
    const auto done = applySection(path, QString::fromUtf8(section.data()), node, config);
    if (!done) return done;
  }
  return success();
}

QString printConfig(const ServerConfig& config) {
  QMap<QString, QString> sections;
  QStringList addresses;
  for (const QString& address : config.listen) addresses.append(quotedText(address));
  sections[QStringLiteral("server")] =
      QStringLiteral("# addresses to listen on: tcp:IP:PORT or tls:IP:PORT\nlisten = [") +
      addresses.join(QStringLiteral(", ")) + QStringLiteral("]\n");
  for (const auto& key : configKeys()) {
    const QString name = QString::fromLatin1(key.name);
    const QString value = key.get(config);
    sections[name.section(QLatin1Char('.'), 0, 0)] +=
        QStringLiteral("# ") + QString::fromLatin1(key.help) + QLatin1Char('\n') + name.section(QLatin1Char('.'), 1) +
        QStringLiteral(" = ") + (key.kind == ConfigKey::Kind::Text ? quotedText(value) : value) + QLatin1Char('\n');
  }
  QString text;
  for (auto it = sections.cbegin(); it != sections.cend(); ++it) {
    text += QLatin1Char('[') + it.key() + QStringLiteral("]\n") + it.value() + QLatin1Char('\n');
  }
  return text;
}

}  // namespace Parlour::Server
