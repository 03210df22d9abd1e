// SPDX-License-Identifier: Apache-2.0
#include "server-sim/compliance/AdapterSettings.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Parlour::Server {
namespace {

struct AdapterWord {
  AdapterType type;
  const char* word;
};
constexpr AdapterWord kAdapterWords[] = {{AdapterType::None, "none"}, {AdapterType::Xml, "xml"},
                                         {AdapterType::Csv, "csv"},   {AdapterType::JsonLines, "jsonl"},
                                         {AdapterType::Eml, "eml"},   {AdapterType::Program, "program"}};

}  // namespace

const char* adapterWord(AdapterType type) {
  for (const AdapterWord& each : kAdapterWords) {
    if (each.type == type) return each.word;
  }
  return "none";
}

AdapterType adapterOfWord(const QByteArray& word) {
  for (const AdapterWord& each : kAdapterWords) {
    if (word == each.word) return each.type;
  }
  return AdapterType::None;
}

QByteArray settingsText(const AdapterSettings& settings) {
  const QJsonObject text{{QStringLiteral("type"), QString::fromLatin1(adapterWord(settings.type))},
                         {QStringLiteral("name"), settings.name},
                         {QStringLiteral("directory"), settings.outputDirectory},
                         {QStringLiteral("oneRoomPerFile"), settings.oneRoomPerFile},
                         {QStringLiteral("roomDetails"), settings.roomDetails},
                         {QStringLiteral("userDetails"), settings.userDetails},
                         {QStringLiteral("attachManifest"), settings.attachManifest},
                         {QStringLiteral("stylesheet"), settings.stylesheet},
                         {QStringLiteral("program"), settings.program},
                         {QStringLiteral("programSeconds"), settings.programSeconds}};
  return QJsonDocument(text).toJson(QJsonDocument::Compact);
}

AdapterSettings settingsOfText(const QByteArray& text) {
  const QJsonObject known = QJsonDocument::fromJson(text).object();
  AdapterSettings settings;
  settings.type = adapterOfWord(known[QLatin1String("type")].toString().toLatin1());
  settings.name = known[QLatin1String("name")].toString();
  settings.outputDirectory = known[QLatin1String("directory")].toString();
  settings.oneRoomPerFile = known[QLatin1String("oneRoomPerFile")].toBool();
  settings.roomDetails = known[QLatin1String("roomDetails")].toBool();
  settings.userDetails = known[QLatin1String("userDetails")].toBool();
  settings.attachManifest = known[QLatin1String("attachManifest")].toBool();
  settings.stylesheet = known[QLatin1String("stylesheet")].toString();
  settings.program = known[QLatin1String("program")].toString();
  settings.programSeconds = known[QLatin1String("programSeconds")].toInt(settings.programSeconds);
  return settings;
}

}  // namespace Parlour::Server
