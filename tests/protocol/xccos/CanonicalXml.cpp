// SPDX-License-Identifier: Apache-2.0
#include "tests/protocol/xccos/CanonicalXml.h"
#include "tests/program/Paths.h"

#include <QDir>
#include <QFile>
#include <QXmlStreamReader>
#include <algorithm>

namespace Parlour::Tests {
namespace {

QString canonicalValue(QStringView value) {
  QString text = value.toString();
  text.replace(QLatin1String("info:visibilty"), QLatin1String("info:visibility"));
  text.replace(QLatin1String("rpl:getservinfo"), QLatin1String("rpl:getserverinfo"));
  return text;
}

// Reads the element the reader stands on; appends one line for it and its children, sorted below
// a room so that the order of info, prop, aib and audit does not matter.
QStringList canonicalElement(QXmlStreamReader& reader, int depth) {
  const QString name = reader.name().toString();
  QStringList attributes;
  for (const auto& attribute : reader.attributes()) {
    attributes.append(attribute.name().toString() + u'=' + canonicalValue(attribute.value()));
  }
  attributes.sort();
  QString text;
  QList<QStringList> children;
  while (!reader.atEnd() && reader.readNext() != QXmlStreamReader::EndElement) {
    if (reader.isStartElement()) children.append(canonicalElement(reader, depth + 1));
    if (reader.isCharacters()) text.append(reader.text());
  }
  if (!children.isEmpty()) text = text.trimmed();
  if (name == QLatin1String("chanib") || name == QLatin1String("nodeib")) std::sort(children.begin(), children.end());
  QStringList lines{QString(depth, u' ') + reader.namespaceUri().toString() + u' ' + name + u' ' +
                    attributes.join(u' ') + QLatin1String(" \"") + text + u'"'};
  for (const QStringList& child : children) {
    const bool repeated = child.first().contains(QLatin1String("info:visibility")) && lines.contains(child.first());
    const bool emptyData = name == QLatin1String("err") && child.first().contains(QLatin1String(" data "));
    if (!repeated && !emptyData) lines.append(child);
  }
  return lines;
}

}  // namespace

QString canonicalXml(const QByteArray& document) {
  QXmlStreamReader reader(document);
  if (!reader.readNextStartElement()) return QStringLiteral("error: no element");
  const QStringList lines = canonicalElement(reader, 0);
  return reader.hasError() ? QStringLiteral("error: ") + reader.errorString() : lines.join(u'\n');
}

QString transcriptFolder() { return Parlour::Testing::sourcePath(QStringLiteral("tests/transcripts/xccos")); }

QStringList transcriptNames() {
  QStringList names = QDir(transcriptFolder()).entryList({QStringLiteral("*.xml")}, QDir::Files, QDir::Name);
  for (QString& name : names) name.chop(4);
  return names;
}

QByteArray readTranscript(const QString& name) {
  QFile file(transcriptFolder() + u'/' + name + QLatin1String(".xml"));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace Parlour::Tests
