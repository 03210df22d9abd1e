// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/WireMessage.h"

#include <array>
#include <utility>

namespace Parlour::Models {

namespace {

constexpr qsizetype kMostHeaderLines = 500;

QByteArray longHeaderName(const QByteArray& name) {
  static constexpr std::array<std::pair<char, const char*>, 9> kCompact{{{'f', "From"},
                                                                         {'t', "To"},
                                                                         {'i', "Call-ID"},
                                                                         {'v', "Via"},
                                                                         {'c', "Content-Type"},
                                                                         {'l', "Content-Length"},
                                                                         {'m', "Contact"},
                                                                         {'o', "Event"},
                                                                         {'k', "Supported"}}};
  if (name.size() != 1) return name;
  for (const auto& [letter, full] : kCompact) {
    if (name.at(0) == letter || name.at(0) == letter - 'a' + 'A') return full;
  }
  return name;
}

bool readWireStartLine(const QByteArray& line, WireMessage& message) {
  const qsizetype first = line.indexOf(' ');
  const qsizetype second = line.indexOf(' ', first + 1);
  if (first <= 0) return false;
  if (line.startsWith("SIP/2.0 ")) {
    message.status = line.mid(first + 1, second < 0 ? -1 : second - first - 1).toInt();
    message.phrase = second < 0 ? QByteArray() : line.mid(second + 1).trimmed();
    return message.status >= 100 && message.status < 700;
  }
  if (second < 0 || !line.mid(second + 1).startsWith("SIP/")) return false;
  message.request = true;
  message.method = line.left(first);
  message.uri = line.mid(first + 1, second - first - 1);
  return true;
}

void readWireHeaders(const QByteArray& head, WireMessage& message) {
  QByteArray name;
  QByteArray value;
  const auto flush = [&] {
    if (!name.isEmpty() && message.headers.size() < kMostHeaderLines) message.headers.add(name, value);
  };
  for (QByteArray line : head.split('\n')) {
    if (line.endsWith('\r')) line.chop(1);
    if (line.startsWith(' ') || line.startsWith('\t')) {
      value += ' ' + line.trimmed();
      continue;
    }
    flush();
    const qsizetype colon = line.indexOf(':');
    name = colon > 0 ? longHeaderName(line.left(colon).trimmed()) : QByteArray();
    value = line.mid(colon + 1).trimmed();
  }
  flush();
}

}  // namespace

WireMessage WireMessage::parse(const QByteArray& text) {
  WireMessage message;
  const qsizetype startEnd = text.indexOf('\n');
  QByteArray start = startEnd < 0 ? text : text.left(startEnd);
  message.valid = readWireStartLine(start.trimmed(), message);
  const qsizetype headEnd = text.indexOf("\r\n\r\n");
  if (startEnd >= 0 && headEnd != startEnd - 1) {
    readWireHeaders(text.mid(startEnd + 1, headEnd < 0 ? -1 : headEnd - startEnd - 1), message);
  }
  if (headEnd >= 0) message.body = text.mid(headEnd + 4);
  if (!message.request) message.method = message.headers.value("CSeq").simplified().split(' ').value(1);
  return message;
}

quint32 WireMessage::cseq() const { return headers.value("CSeq").simplified().split(' ').value(0).toUInt(); }

QByteArray WireMessage::contentType() const {
  return headers.value("Content-Type").split(';').value(0).trimmed().toLower();
}

QByteArray WireMessage::event() const { return headers.value("Event").split(';').value(0).trimmed().toLower(); }

int WireMessage::expires() const {
  bool number = false;
  const int seconds = headers.value("Expires").trimmed().toInt(&number);
  return number ? seconds : -1;
}

qint64 WireMessage::bodyBytes() const {
  bool number = false;
  const qint64 told = headers.value("Content-Length").trimmed().toLongLong(&number);
  return number && told >= 0 ? told : body.size();
}

bool WireMessage::hasCredentials() const {
  return headers.contains("Authorization") || headers.contains("Proxy-Authorization");
}

QString WireMessage::userAddress(QByteArrayView header) const {
  const auto address = Sip::NameAddress::parse(headers.value(header));
  if (!address) return {};
  QByteArray user = address->uri.split(';').value(0);
  if (user.startsWith("sip:")) user.remove(0, 4);
  return QString::fromUtf8(user);
}

}  // namespace Parlour::Models
