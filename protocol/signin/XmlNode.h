// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringView>
#include <optional>
#include <vector>

#include "protocol/support/Result.h"

namespace Parlour::Signin {

struct XmlAttribute {
  QString prefix;
  QString name;  // local part
  QString value;
};

struct XmlDeclaration {
  QString prefix;  // empty for the default namespace
  QString uri;
};

// What a sign-in document may cost its reader. Anything beyond fails with LimitExceeded.
struct XmlLimits {
  qsizetype maxBytes = 4 * 1024 * 1024;
  int maxDepth = 24;
  int maxElements = 20'000;
  int maxAttributes = 24;     // of one element, namespace declarations included
  int maxDeclarations = 512;  // namespace declarations in the whole document
};

// One element, or a run of text, of a small document held as a value. Sign-in documents are read
// once per sign-in, so a tree is affordable and keeps each reader to a few lines. Names match by
// their local part, because servers and clients in the field vary prefixes and namespaces.
struct XmlNode {
  QString prefix;
  QString name;  // local part; empty for a run of text
  QString text;  // only for a run of text
  QList<XmlAttribute> attributes;
  QList<XmlDeclaration> declarations;
  std::vector<XmlNode> children;
  qint64 offset = -1;  // byte offset just behind the start tag, for located errors

  bool isText() const { return name.isEmpty(); }
  bool is(QLatin1String localName) const { return name == localName; }
  bool hasAttribute(QLatin1String localName) const;
  QString attribute(QLatin1String localName) const;  // empty when absent
  const XmlNode* child(QLatin1String localName) const;
  QString allText() const;  // of this node and everything below, in document order
};

// Reads a whole document. A document type declaration and text that is not UTF-8 are refused.
Result<XmlNode> readXml(const QByteArray& bytes, const XmlLimits& limits = {});

// A failure at a place of the document that was read, e.g. a missing attribute.
Error xmlErrorAt(const XmlNode& node, const QString& text);

// A decimal attribute in 0 … max. Absent gives nullopt, anything else than a number an error.
Result<std::optional<quint32>> numberAttribute(const XmlNode& node, QLatin1String name, quint32 max);

// The namespaces that hold at one point of a document, innermost declaration last.
class XmlScope {
 public:
  void enter(const XmlNode& node) { declarations_ += node.declarations; }
  void leave(const XmlNode& node) { declarations_.resize(declarations_.size() - node.declarations.size()); }
  QString uri(QStringView prefix) const;
  QList<XmlDeclaration> effective() const;  // one item a prefix

 private:
  QList<XmlDeclaration> declarations_;
};

// The element as text that means the same wherever it is put: every namespace it relies on is declared
// on it. `inheritedDefault` names a default namespace that the new surroundings have anyway.
QByteArray toFragment(const XmlNode& element, const XmlScope& surroundings, const QString& inheritedDefault = {});

// Text as element content. Characters that XML 1.0 cannot hold become U+FFFD.
QByteArray escapeXml(QStringView text);
// The same for a value in double quotes, white space kept.
QByteArray escapeXmlAttribute(QStringView text);

}  // namespace Parlour::Signin
