// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Parlour::Models {

// What a piece of formatted message text is; the view gives it a colour.
enum class WireToken {
  Plain,
  Strong,  // method or status of the start line
  HeaderName,
  Tag,
  Attribute,
  Value,
  Punctuation,  // brackets behind a tag, equals signs
  More,         // "… 5 more rooms"
};

struct WirePiece {
  WireToken token = WireToken::Plain;
  QString text;
};
using WireLine = QList<WirePiece>;

struct WireTextOptions {
  int columns = 54;  // where lines of XML break between attributes
  bool cut = true;   // shorten long lists and values; off for copies
};

enum class WireBodyKind { None, Xccos, Xml, Sdp, Text };

// A message as formatted lines of tokens. Pure functions.
WireBodyKind bodyKindOf(const QByteArray& message);
QList<WireLine> headerLines(const QByteArray& message);
// Indented XML where the body is XML that can be read, else the lines as they are.
QList<WireLine> bodyLines(const QByteArray& message, const WireTextOptions& options = {});
// Offset, bytes and letters, eight bytes a line, 64 KB at most.
QList<WireLine> rawLines(const QByteArray& message);
QString plainText(const QList<WireLine>& lines);

}  // namespace Parlour::Models
