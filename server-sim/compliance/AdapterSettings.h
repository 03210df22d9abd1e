// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace Parlour::Server {

enum class AdapterType { None, Xml, Csv, JsonLines, Eml, Program };

// What an adapter is told (product.md 4.3). A value.
struct AdapterSettings {
  AdapterType type = AdapterType::None;
  QString name;             // a label for operators
  QString outputDirectory;  // absolute
  bool oneRoomPerFile = false;
  bool roomDetails = false;
  bool userDetails = false;
  bool attachManifest = false;
  QString stylesheet;  // XSLT for the XML document; empty: none
  QString program;     // of the adapter that is a program
  int programSeconds = 60;
  bool operator==(const AdapterSettings&) const = default;
};

// As it is kept with a batch under way: compact JSON.
QByteArray settingsText(const AdapterSettings& settings);
AdapterSettings settingsOfText(const QByteArray& text);

const char* adapterWord(AdapterType type);  // "xml", as in the setting AdapterType
AdapterType adapterOfWord(const QByteArray& word);

}  // namespace Parlour::Server
