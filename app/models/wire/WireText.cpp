// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/WireText.h"

#include <QCoreApplication>

#include "app/models/wire/WireMessage.h"
#include "app/models/wire/WireWords.h"
#include "app/models/wire/XmlFormatter.h"
#include "protocol/signin/XmlNode.h"

namespace Parlour::Models {

namespace {

constexpr qsizetype kMostLines = 3'000;
constexpr qsizetype kMostRawBytes = 64 * 1024;
constexpr qsizetype kBytesPerRawLine = 8;
constexpr Signin::XmlLimits kDisplayLimits{8 * 1024 * 1024, 64, 200'000, 256, 4096};

QByteArray headOf(const QByteArray& message) {
  const qsizetype end = message.indexOf("\r\n\r\n");
  return end < 0 ? message : message.left(end);
}

QByteArray bodyOf(const QByteArray& message) {
  const qsizetype end = message.indexOf("\r\n\r\n");
  return end < 0 ? QByteArray() : message.mid(end + 4);
}

bool looksLikeXml(const QByteArray& body) { return body.trimmed().startsWith('<'); }

class TextWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Models::TextWords)

 public:
  static QString moreLines(qint64 n) { return tr("… %Ln more lines", nullptr, WireWords::counted(n)); }
  static QString moreBytes(qint64 n) { return tr("… %Ln more bytes", nullptr, WireWords::counted(n)); }
};

QList<WireLine> linesAsTheyAre(const QByteArray& body) {
  QList<WireLine> lines;
  for (QByteArray line : body.split('\n')) {
    if (line.endsWith('\r')) line.chop(1);
    lines.append(WireLine{{WireToken::Plain, QString::fromUtf8(line)}});
  }
  if (!lines.isEmpty() && lines.last().first().text.isEmpty()) lines.removeLast();
  return lines;
}

QList<WireLine> limited(QList<WireLine> lines) {
  if (lines.size() <= kMostLines) return lines;
  const qint64 left = lines.size() - kMostLines;
  lines.resize(kMostLines);
  lines.append(WireLine{{WireToken::More, TextWords::moreLines(left)}});
  return lines;
}

WireLine startLineTokens(const QString& line) {
  const bool response = line.startsWith(QLatin1String("SIP/"));
  const qsizetype gap = line.indexOf(QLatin1Char(' '));
  if (gap < 0) return {{WireToken::Strong, line}};
  if (response) return {{WireToken::Plain, line.left(gap + 1)}, {WireToken::Strong, line.mid(gap + 1)}};
  return {{WireToken::Strong, line.left(gap)}, {WireToken::Plain, line.mid(gap)}};
}

WireLine rawLine(const QByteArray& part, qsizetype offset) {
  QString bytes;
  QString letters;
  for (const char c : part) {
    const auto byte = static_cast<uchar>(c);
    bytes += QStringLiteral("%1 ").arg(byte, 2, 16, QLatin1Char('0'));
    letters += byte >= 0x20 && byte < 0x7f ? QLatin1Char(c) : QLatin1Char('.');
  }
  constexpr int kOffsetDigits = 5;
  const auto width = static_cast<int>(kBytesPerRawLine) * 3;
  return {{WireToken::HeaderName, QStringLiteral("%1  ").arg(offset, kOffsetDigits, 16, QLatin1Char('0'))},
          {WireToken::Plain, bytes.leftJustified(width) + QLatin1Char(' ')},
          {WireToken::Tag, letters}};
}

}  // namespace

WireBodyKind bodyKindOf(const QByteArray& message) {
  const QByteArray body = bodyOf(message);
  if (body.trimmed().isEmpty()) return WireBodyKind::None;
  const WireMessage parsed = WireMessage::parse(message);
  if (parsed.contentType() == "application/sdp") return WireBodyKind::Sdp;
  if (!looksLikeXml(body)) return WireBodyKind::Text;
  return parsed.method == "INFO" ? WireBodyKind::Xccos : WireBodyKind::Xml;
}

QList<WireLine> headerLines(const QByteArray& message) {
  QList<WireLine> lines;
  for (const WireLine& line : linesAsTheyAre(headOf(message))) {
    const QString text = line.first().text;
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    if (lines.isEmpty()) {
      lines.append(startLineTokens(text));
    } else if (colon > 0 && !text.startsWith(QLatin1Char(' '))) {
      lines.append(WireLine{{WireToken::HeaderName, text.left(colon + 1)}, {WireToken::Plain, text.mid(colon + 1)}});
    } else {
      lines.append(line);
    }
  }
  return limited(lines);
}

QList<WireLine> bodyLines(const QByteArray& message, const WireTextOptions& options) {
  const QByteArray body = bodyOf(message);
  if (looksLikeXml(body)) {
    if (const auto root = Signin::readXml(body, kDisplayLimits)) {
      const QList<WireLine> lines = XmlFormatter(options).format(*root);
      return options.cut ? limited(lines) : lines;
    }
  }
  return options.cut ? limited(linesAsTheyAre(body)) : linesAsTheyAre(body);
}

QList<WireLine> rawLines(const QByteArray& message) {
  QList<WireLine> lines;
  const qsizetype shown = std::min(message.size(), kMostRawBytes);
  for (qsizetype at = 0; at < shown; at += kBytesPerRawLine) {
    lines.append(rawLine(message.mid(at, std::min(kBytesPerRawLine, shown - at)), at));
  }
  if (shown < message.size()) lines.append(WireLine{{WireToken::More, TextWords::moreBytes(message.size() - shown)}});
  return lines;
}

QString plainText(const QList<WireLine>& lines) {
  QString text;
  for (const WireLine& line : lines) {
    for (const WirePiece& piece : line) text += piece.text;
    text += QLatin1Char('\n');
  }
  return text;
}

}  // namespace Parlour::Models
