// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/XmlNode.h"

#include <QStringDecoder>
#include <QXmlStreamReader>
#include <algorithm>
#include <utility>

namespace Parlour::Signin {
namespace {

class TreeBuilder {
 public:
  TreeBuilder(const QString& text, const XmlLimits& limits) : source_(text), limits_(limits), reader_(text) {
    reader_.setEntityExpansionLimit(0);
  }

  Result<XmlNode> build() {
    while (!reader_.atEnd()) {
      reader_.readNext();
      if (const Status taken = takeToken(); !taken) return taken.error();
    }
    if (reader_.hasError()) return fail(ErrorCode::ParseFailed, reader_.errorString());
    return std::move(root_);
  }

 private:
  Status takeToken() {
    if (reader_.isDTD() || reader_.isEntityReference()) {
      return fail(ErrorCode::ParseFailed, QStringLiteral("Document type declarations and entities are not accepted."));
    }
    if (reader_.isStartElement()) return open();
    if (reader_.isEndElement()) close();
    if (reader_.isCharacters() && !path_.isEmpty()) addText(reader_.text());
    return success();
  }

  Status open() {
    if (path_.size() >= limits_.maxDepth) return tooMuch(QStringLiteral("nests too deeply"));
    if (++elements_ > limits_.maxElements) return tooMuch(QStringLiteral("has too many elements"));
    const auto attributes = reader_.attributes();
    const auto declarations = reader_.namespaceDeclarations();
    declared_ += static_cast<int>(declarations.size());
    if (attributes.size() + declarations.size() > limits_.maxAttributes || declared_ > limits_.maxDeclarations) {
      return tooMuch(QStringLiteral("has too many attributes"));
    }
    XmlNode node;
    node.prefix = reader_.prefix().toString();
    node.name = reader_.name().toString();
    node.offset = byteOffset();
    for (const auto& item : attributes) {
      node.attributes.append({item.prefix().toString(), item.name().toString(), item.value().toString()});
    }
    for (const auto& item : declarations) {
      node.declarations.append({item.prefix().toString(), item.namespaceUri().toString()});
    }
    path_.append(std::move(node));
    return success();
  }

  void close() {
    XmlNode done = path_.takeLast();
    if (path_.isEmpty()) {
      root_ = std::move(done);
    } else {
      path_.last().children.push_back(std::move(done));
    }
  }

  void addText(QStringView text) {
    auto& siblings = path_.last().children;
    if (siblings.empty() || !siblings.back().isText()) siblings.emplace_back();
    siblings.back().text += text;
  }

  Error tooMuch(const QString& what) const {
    return fail(ErrorCode::LimitExceeded, QStringLiteral("The document %1.").arg(what));
  }

  Error fail(ErrorCode code, const QString& text) const {
    Error error = Error::make(
        code, text, QStringLiteral("line %1, column %2").arg(reader_.lineNumber()).arg(reader_.columnNumber()));
    error.offset = byteOffset();
    return error;
  }

  qint64 byteOffset() const {
    // The reader moves forward only, so each stretch of text is measured once.
    const qint64 chars = std::min<qint64>(reader_.characterOffset(), source_.size());
    if (chars > measuredChars_) {
      measuredBytes_ += QStringView(source_).mid(measuredChars_, chars - measuredChars_).toUtf8().size();
      measuredChars_ = chars;
    }
    return measuredBytes_;
  }

  const QString& source_;
  XmlLimits limits_;
  QXmlStreamReader reader_;
  QList<XmlNode> path_;
  XmlNode root_;
  int elements_ = 0;
  int declared_ = 0;
  mutable qint64 measuredChars_ = 0;
  mutable qint64 measuredBytes_ = 0;
};

bool usesPrefix(const XmlNode& node, const QString& prefix) {
  // Prefixes also occur inside values (xsi:type), so anything that looks like one counts.
  const QString mark = prefix + QLatin1Char(':');
  const auto inAttribute = [&](const XmlAttribute& a) { return a.prefix == prefix || a.value.contains(mark); };
  if (node.isText()) return node.text.contains(mark);
  return node.prefix == prefix || std::any_of(node.attributes.begin(), node.attributes.end(), inAttribute) ||
         std::any_of(node.children.begin(), node.children.end(),
                     [&](const XmlNode& child) { return usesPrefix(child, prefix); });
}

void writeName(const QString& prefix, const QString& name, QByteArray* out) {
  if (!prefix.isEmpty()) *out += prefix.toUtf8() + ':';
  *out += name.toUtf8();
}

void writeDeclaration(const XmlDeclaration& declaration, QByteArray* out) {
  *out += declaration.prefix.isEmpty() ? QByteArray(" xmlns") : " xmlns:" + declaration.prefix.toUtf8();
  *out += "=\"" + escapeXmlAttribute(declaration.uri) + '"';
}

void writeElement(const XmlNode& node, const QList<XmlDeclaration>& declarations, QByteArray* out) {
  *out += '<';
  writeName(node.prefix, node.name, out);
  for (const auto& declaration : declarations) writeDeclaration(declaration, out);
  for (const auto& attribute : node.attributes) {
    *out += ' ';
    writeName(attribute.prefix, attribute.name, out);
    *out += "=\"" + escapeXmlAttribute(attribute.value) + '"';
  }
  if (node.children.empty()) {
    *out += "/>";
    return;
  }
  *out += '>';
  for (const auto& child : node.children) {
    if (child.isText()) {
      *out += escapeXml(child.text);
    } else {
      writeElement(child, child.declarations, out);
    }
  }
  *out += "</";
  writeName(node.prefix, node.name, out);
  *out += '>';
}

bool isXmlCharacter(QStringView text, qsizetype i) {
  const QChar c = text[i];
  if (c.isHighSurrogate()) return i + 1 < text.size() && text[i + 1].isLowSurrogate();
  if (c.isLowSurrogate()) return i > 0 && text[i - 1].isHighSurrogate();
  const char16_t u = c.unicode();
  return u >= 0x20 ? u < 0xfffe : u == '\t' || u == '\n' || u == '\r';
}

QString escapedCharacter(QStringView text, qsizetype i) {
  if (!isXmlCharacter(text, i)) return QChar(QChar::ReplacementCharacter);
  switch (text[i].unicode()) {
    case u'<':
      return QStringLiteral("&lt;");
    case u'>':
      return QStringLiteral("&gt;");
    case u'&':
      return QStringLiteral("&amp;");
    case u'"':
      return QStringLiteral("&quot;");
    case u'\r':
      return QStringLiteral("&#13;");
    default:
      return text[i];
  }
}

}  // namespace

bool XmlNode::hasAttribute(QLatin1String localName) const {
  return std::any_of(attributes.begin(), attributes.end(), [&](const auto& a) { return a.name == localName; });
}

QString XmlNode::attribute(QLatin1String localName) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const auto& a) { return a.prefix.isEmpty() && a.name == localName; });
  return found == attributes.end() ? QString() : found->value;
}

const XmlNode* XmlNode::child(QLatin1String localName) const {
  const auto found = std::find_if(children.begin(), children.end(), [&](const auto& c) { return c.is(localName); });
  return found == children.end() ? nullptr : &*found;
}

QString XmlNode::allText() const {
  if (isText()) return text;
  QString all;
  for (const auto& item : children) all += item.allText();
  return all;
}

Result<XmlNode> readXml(const QByteArray& bytes, const XmlLimits& limits) {
  if (bytes.size() > limits.maxBytes) {
    return Error::make(
        ErrorCode::LimitExceeded,
        QStringLiteral("The document has %1 bytes, more than %2.").arg(bytes.size()).arg(limits.maxBytes));
  }
  QStringDecoder decoder(QStringDecoder::Utf8);
  const QString text = decoder.decode(bytes);
  if (decoder.hasError()) return Error::make(ErrorCode::ParseFailed, QStringLiteral("The document is not UTF-8."));
  return TreeBuilder(text, limits).build();
}

Error xmlErrorAt(const XmlNode& node, const QString& text) {
  Error error = Error::make(ErrorCode::ParseFailed, text, QStringLiteral("element %1").arg(node.name));
  error.offset = node.offset;
  return error;
}

Result<std::optional<quint32>> numberAttribute(const XmlNode& node, QLatin1String name, quint32 max) {
  if (!node.hasAttribute(name)) return std::optional<quint32>();
  bool isNumber = false;
  const QString text = node.attribute(name).trimmed();
  const quint64 number = text.toULongLong(&isNumber);
  if (!isNumber || number > max || text.startsWith(QLatin1Char('+'))) {
    return xmlErrorAt(node, QStringLiteral("Attribute %1 must be a number from 0 to %2.").arg(name).arg(max));
  }
  return std::optional<quint32>(static_cast<quint32>(number));
}

QString XmlScope::uri(QStringView prefix) const {
  const auto found =
      std::find_if(declarations_.crbegin(), declarations_.crend(), [&](const auto& d) { return d.prefix == prefix; });
  return found == declarations_.crend() ? QString() : found->uri;
}

QList<XmlDeclaration> XmlScope::effective() const {
  QList<XmlDeclaration> result;
  for (auto it = declarations_.crbegin(); it != declarations_.crend(); ++it) {
    const bool hidden =
        std::any_of(result.cbegin(), result.cend(), [&](const auto& d) { return d.prefix == it->prefix; });
    if (!hidden) result.prepend(*it);
  }
  return result;
}

QByteArray toFragment(const XmlNode& element, const XmlScope& surroundings, const QString& inheritedDefault) {
  XmlScope scope = surroundings;
  scope.enter(element);
  QList<XmlDeclaration> needed;
  if (const QString uri = scope.uri(QStringView()); uri != inheritedDefault || inheritedDefault.isEmpty()) {
    needed.append({QString(), uri});
  }
  for (const auto& declaration : scope.effective()) {
    if (!declaration.prefix.isEmpty() && usesPrefix(element, declaration.prefix)) needed.append(declaration);
  }
  QByteArray out;
  writeElement(element, needed, &out);
  return out;
}

QByteArray escapeXml(QStringView text) {
  QString safe;
  safe.reserve(text.size());
  for (qsizetype i = 0; i < text.size(); ++i) safe += escapedCharacter(text, i);
  return safe.toUtf8();
}

QByteArray escapeXmlAttribute(QStringView text) { return escapeXml(text).replace('\t', "&#9;").replace('\n', "&#10;"); }

}  // namespace Parlour::Signin
