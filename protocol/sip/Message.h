// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <optional>

#include "protocol/support/Result.h"

namespace Parlour::Sip {

struct Header {
  QByteArray name;
  QByteArray value;
};

// The header lines of one message in wire order; names compare without regard to case.
class Headers {
 public:
  Headers() = default;
  Headers(std::initializer_list<Header> lines) : lines_(lines) {}

  void add(const QByteArray& name, const QByteArray& value) { lines_.append({name, value}); }
  void set(const QByteArray& name, const QByteArray& value);  // replaces all lines of that name
  void remove(QByteArrayView name);
  bool contains(QByteArrayView name) const;
  QByteArray value(QByteArrayView name) const;          // first line's value; empty when absent
  QList<QByteArray> values(QByteArrayView name) const;  // one item a line
  QList<QByteArray> tokens(QByteArrayView name) const;  // all lines split at commas, trimmed
  bool hasToken(QByteArrayView name, QByteArrayView token) const;

  qsizetype size() const { return lines_.size(); }
  auto begin() const { return lines_.cbegin(); }
  auto end() const { return lines_.cend(); }

 private:
  QList<Header> lines_;
};

// `"Name" <uri>;tag=…;epid=…` of From, To, Contact, Route. Parameters keep their order.
struct NameAddress {
  QByteArray displayName;
  QByteArray uri;
  QList<Header> parameters;  // value empty for flags

  static std::optional<NameAddress> parse(QByteArrayView text);
  QByteArray parameter(QByteArrayView name) const;  // unquoted; empty when absent
  void setParameter(const QByteArray& name, const QByteArray& value);
  QByteArray tag() const { return parameter("tag"); }
  QByteArray epid() const { return parameter("epid"); }
  QByteArray toBytes() const;
};

// Splits a header value at commas that stand outside quotes and angle brackets.
QList<QByteArray> splitHeaderList(QByteArrayView value);

struct Request {
  QByteArray method;
  QByteArray uri;
  Headers headers;  // without Content-Length, which follows from the body
  QByteArray body;

  QByteArray callId() const { return headers.value("Call-ID"); }
  quint32 cseq() const;
  NameAddress from() const;
  NameAddress to() const;
  QByteArray contentType() const;  // lower case, without parameters
};

struct Response {
  int status = 0;
  QByteArray phrase;
  Headers headers;
  QByteArray body;
  bool local = false;  // made here: 408 no answer in time, 503 connection gone

  QByteArray callId() const { return headers.value("Call-ID"); }
  quint32 cseq() const;
  QByteArray cseqMethod() const;
  QByteArray contentType() const;
  int retryAfterSeconds() const;         // -1 when absent
  QByteArray diagnosticsReason() const;  // reason="…" of ms-diagnostics(-public) or the text of Warning
  bool isFinal() const { return status >= 200; }
  bool isSuccess() const { return status >= 200 && status < 300; }
};

// The standard phrase of a status, e.g. 488 "Not Acceptable Here".
QByteArray standardPhrase(int status);

// Message text as on the wire, CR LF line ends, Content-Length added.
QByteArray toWire(const Request& request);
QByteArray toWire(const Response& response);

}  // namespace Parlour::Sip
