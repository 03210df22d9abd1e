// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QMap>
#include <toml++/toml.h>

#include "server-sim/config/ServerConfig.h"

namespace Parlour::Server {
namespace {

constexpr qint64 kMaxConfigBytes = 1024 * 1024;

Error configError(const QString& path, const toml::source_region& where, const QString& what) {
  return Error::make(ErrorCode::InvalidArgument,
                     QStringLiteral("%1, line %2: %3").arg(path).arg(where.begin.line).arg(what));
}

QString nodeText(const toml::node& node) {
  if (const auto* text = node.as_string()) return QString::fromStdString(text->get());
  if (const auto* number = node.as_integer()) return QString::number(number->get());
  if (const auto* flag = node.as_boolean()) return flag->get() ? QStringLiteral("true") : QStringLiteral("false");
  return {};
}

Status applyListen(const QString& path, const toml::node& node, ServerConfig& config) {
  const auto* list = node.as_array();
  if (!list) return configError(path, node.source(), QStringLiteral("server.listen is a list of addresses."));
  config.listen.clear();
  for (const auto& item : *list) {
    if (!item.is_string()) return configError(path, item.source(), QStringLiteral("an address is text in quotes."));
    config.listen.append(nodeText(item));
  }
  return success();
}

Status applyKey(const QString& path, const QString& name, const toml::node& node, ServerConfig& config) {
  if (name == QLatin1String("server.listen")) return applyListen(path, node, config);
  for (const auto& key : configKeys()) {
    if (name != QLatin1String(key.name)) continue;
    const auto set = key.set(config, nodeText(node));
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
    return Error::make(ErrorCode::LimitExceeded, QStringLiteral("The configuration file %1 is larger than 1 MiB.").arg(path));
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
  for (const QString& address : config.listen) addresses.append(QStringLiteral("\"%1\"").arg(address));
  sections[QStringLiteral("server")] = QStringLiteral("# addresses to listen on: tcp:HOST:PORT or tls:HOST:PORT\nlisten = [%1]\n")
                                           .arg(addresses.join(QStringLiteral(", ")));
  for (const auto& key : configKeys()) {
    const QString name = QString::fromLatin1(key.name);
    const QString value = key.get(config);
    bool number = false;
    value.toLongLong(&number);
    const bool bare = (number && name != QLatin1String("sign-in.challenge")) || value == QLatin1String("true") ||
                      value == QLatin1String("false");
    sections[name.section(QLatin1Char('.'), 0, 0)] += QStringLiteral("# %1\n%2 = %3\n")
                                                          .arg(QString::fromLatin1(key.help), name.section(QLatin1Char('.'), 1),
                                                               bare ? value : QStringLiteral("\"%1\"").arg(value));
  }
  QString text;
  for (auto it = sections.cbegin(); it != sections.cend(); ++it) text += QStringLiteral("[%1]\n%2\n").arg(it.key(), it.value());
  return text;
}

}  // namespace Parlour::Server
