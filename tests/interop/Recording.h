// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace Parlour::Tests {

// One message of recorded traffic.
struct Recorded {
  bool fromClient = false;
  QByteArray user;  // "alice@example.com"; "?" before the sign-in
  QByteArray text;  // CR LF line ends
  bool isRequest() const { return !text.startsWith("SIP/2.0"); }
  bool isKeepAlive() const { return text == "\r\n\r\n"; }
  QByteArray method() const { return text.left(text.indexOf(' ')); }
  int status() const { return isRequest() ? 0 : text.mid(8, 3).toInt(); }
  QByteArray header(const QByteArray& name) const;
  QByteArray body() const { return text.mid(text.indexOf("\r\n\r\n") + 4); }
  QByteArray xccosId() const;  // "cmd:join", "grpchat"; empty when it carries none
};

QByteArray xccosIdOf(const QByteArray& body);
QByteArray headerOf(const QByteArray& message, const QByteArray& name);

// The sections of tests/transcripts/pidgin-sipe.txt.
class Recording {
 public:
  static Recording load();
  // Messages of the section whose title begins like this.
  QList<Recorded> section(const QByteArray& title) const;

 private:
  QList<QPair<QByteArray, QList<Recorded>>> sections_;
};

}  // namespace Parlour::Tests
