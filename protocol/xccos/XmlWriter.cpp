// SPDX-License-Identifier: Apache-2.0
#include "protocol/xccos/XmlWriter.h"

#include <array>
#include <utility>

namespace Parlour::Xccos {
namespace {

// For each byte: copied as it is, looked at more closely, or dropped.
enum ByteClass : unsigned char { kPlain, kSpecial, kDropped };

constexpr std::array<ByteClass, 256> makeByteClasses() {
  std::array<ByteClass, 256> classes{};
  for (int c = 0; c < 0x20; ++c) classes[static_cast<std::size_t>(c)] = kDropped;
  for (const unsigned char c : {'&', '<', '>', '"', '\t', '\n', '\r', '\xef'}) classes[c] = kSpecial;
  return classes;
}
constexpr auto kByteClasses = makeByteClasses();

// What a special byte is written as; nothing: as itself.
QByteArrayView escapeOf(char c, bool inAttribute) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '"':
      return inAttribute ? QByteArrayView("&quot;") : QByteArrayView();
    case '\n':
      return inAttribute ? QByteArrayView("&#10;") : QByteArrayView();
    case '\t':
      return inAttribute ? QByteArrayView("&#9;") : QByteArrayView();
    default:
      return {};
  }
}

// U+FFFE and U+FFFF are no XML characters.
bool isNonCharacter(QByteArrayView utf8, qsizetype at) {
  return at + 2 < utf8.size() && utf8[at] == '\xef' && utf8[at + 1] == '\xbf' &&
         (utf8[at + 2] == '\xbe' || utf8[at + 2] == '\xbf');
}

void appendEscapedValid(QByteArray& out, QByteArrayView utf8, bool inAttribute) {
  qsizetype runStart = 0;
  for (qsizetype at = 0; at < utf8.size(); ++at) {
    const ByteClass byteClass = kByteClasses[static_cast<unsigned char>(utf8[at])];
    if (byteClass == kPlain) continue;
    qsizetype length = 1;
    QByteArrayView replacement;
    if (byteClass == kSpecial) {
      replacement = escapeOf(utf8[at], inAttribute);
      const bool drop = isNonCharacter(utf8, at);
      if (replacement.isEmpty() && !drop) continue;
      if (drop) length = 3;
    }
    out.append(utf8.sliced(runStart, at - runStart));
    out.append(replacement);
    at += length - 1;
    runStart = at + 1;
  }
  out.append(utf8.sliced(runStart));
}

void appendEscaped(QByteArray& out, QByteArrayView utf8, bool inAttribute) {
  if (utf8.isValidUtf8()) return appendEscapedValid(out, utf8, inAttribute);
  const QByteArray repaired = QString::fromUtf8(utf8).toUtf8();
  appendEscapedValid(out, repaired, inAttribute);
}

}  // namespace

void XmlWriter::closeTag() {
  if (tagOpen_) out_.append('>');
  tagOpen_ = false;
}

void XmlWriter::start(QLatin1String name) {
  closeTag();
  out_.append('<');
  append(name);
  open_.append(name);
  tagOpen_ = true;
}

void XmlWriter::end() {
  const QLatin1String name = open_.last();
  open_.removeLast();
  if (std::exchange(tagOpen_, false)) {
    out_.append("/>");
    return;
  }
  out_.append("</");
  append(name);
  out_.append('>');
}

void XmlWriter::text(QByteArrayView utf8) {
  closeTag();
  appendEscaped(out_, utf8, false);
}

void XmlWriter::raw(QByteArrayView markup) {
  closeTag();
  out_.append(markup);
}

void XmlWriter::attribute(QLatin1String name, QByteArrayView utf8) {
  out_.append(' ');
  append(name);
  out_.append("=\"");
  appendEscaped(out_, utf8, true);
  out_.append('"');
}

void XmlWriter::attribute(QLatin1String name, quint64 value) { attribute(name, QByteArray::number(value)); }

void XmlWriter::attribute(QLatin1String name, qint32 value) { attribute(name, QByteArray::number(value)); }

void XmlWriter::textElement(QLatin1String name, QByteArrayView utf8) {
  start(name);
  text(utf8);
  end();
}

}  // namespace Parlour::Xccos
