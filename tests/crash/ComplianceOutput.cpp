// SPDX-License-Identifier: Apache-2.0
#include "tests/crash/ComplianceOutput.h"

#include <QDir>
#include <QFile>
#include <QXmlStreamReader>
#include <algorithm>

namespace Parlour::Crash {
namespace {

constexpr size_t kMostFaults = 20;

// Files are named TIME-STORE-FIRST-LAST.xml.
qint64 firstEventOf(const QString& name) { return name.section(QLatin1Char('-'), 2, 2).toLongLong(); }

}  // namespace

void ComplianceOutput::complain(const std::string& fault) {
  if (faults_.size() < kMostFaults) faults_.push_back(fault);
}

bool ComplianceOutput::read(const std::string& folder) {
  const QDir directory(QString::fromStdString(folder));
  QStringList names = directory.entryList({QStringLiteral("*.xml")}, QDir::Files);
  names.removeIf([](const QString& name) { return name.endsWith(QLatin1String(".events.xml")); });
  std::sort(names.begin(), names.end(),
            [](const QString& a, const QString& b) { return firstEventOf(a) < firstEventOf(b); });
  for (const QString& name : names) readFile(directory.filePath(name).toStdString());
  return !names.isEmpty() && faults_.empty();
}

void ComplianceOutput::readFile(const std::string& path) {
  QFile file(QString::fromStdString(path));
  if (!file.open(QFile::ReadOnly)) return complain(path + " cannot be read");
  QXmlStreamReader xml(&file);
  QXmlStreamAttributes message;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    const QXmlStreamAttributes attributes = xml.attributes();
    if (xml.name() == QLatin1String("Channel")) {
      room_ = attributes.value(QLatin1String("uri")).toString().toStdString();
    } else if (xml.name() == QLatin1String("FirstMessage")) {
      xml.skipCurrentElement();
    } else if (xml.name() == QLatin1String("Message")) {
      message = attributes;
    } else if (xml.name() == QLatin1String("Sender")) {
      take(message.value(QLatin1String("type")).toString().toStdString(),
           message.value(QLatin1String("content")).toString().toStdString(),
           message.value(QLatin1String("id")).toULongLong(),
           attributes.value(QLatin1String("uri")).toString().toStdString());
    }
  }
  if (xml.hasError()) complain(path + " is not whole");
}

void ComplianceOutput::take(const std::string& type, const std::string& content, uint64_t id, const std::string& user) {
  ++events_;
  if (type == "CHAT") {
    const bool isNew = messages_[room_].emplace(id, content).second;
    if (!isNew) complain(room_ + " #" + std::to_string(id) + " is recorded twice");
  } else if (type == "JOIN" || type == "PART") {
    bool& present = present_[room_ + ' ' + user];
    if (present == (type == "JOIN")) complain(user + " has two " + type + " on end in " + room_);
    present = type == "JOIN";
  }
}

const std::map<uint64_t, std::string>& ComplianceOutput::messages(const std::string& roomGuid) const {
  static const std::map<uint64_t, std::string> none;
  for (const auto& [room, messages] : messages_) {
    if (room.ends_with(roomGuid)) return messages;
  }
  return none;
}

}  // namespace Parlour::Crash
