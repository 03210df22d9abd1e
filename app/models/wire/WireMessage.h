// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/sip/Message.h"

namespace Parlour::Models {

// A recorded SIP message taken apart for display. Reads leniently (a trace also shows what is broken) and never
// fails: text without a SIP start line gives `valid == false`. Compact header names become long ones.
struct WireMessage {
  bool valid = false;
  bool request = false;
  QByteArray method;  // of a response: from CSeq
  QByteArray uri;     // requests
  int status = 0;     // responses
  QByteArray phrase;
  Sip::Headers headers;
  QByteArray body;

  static WireMessage parse(const QByteArray& text);

  QByteArray callId() const { return headers.value("Call-ID"); }
  quint32 cseq() const;
  QByteArray contentType() const;  // lower case, without parameters
  QByteArray event() const;        // lower case, without parameters
  int expires() const;             // -1 when absent
  qint64 bodyBytes() const;        // Content-Length, which masking does not change
  bool hasCredentials() const;
  QString userAddress(QByteArrayView header) const;  // "ada@orchard.example" of From, To
};

}  // namespace Parlour::Models
