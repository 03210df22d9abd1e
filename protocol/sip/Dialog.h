// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/sip/Message.h"

namespace Parlour::Sip {

// The state of one SIP dialog as plain values (RFC 3261 12): makes the requests of this side with the
// next CSeq and recognises those of the other side. No I/O, no timers; whoever owns the session owns it.
class Dialog {
 public:
  Dialog() = default;
  // Caller's side, from its request and the 2xx that established the dialog.
  static Dialog fromResponse(const Request& request, const Response& response);
  // Callee's side, from the request received and the tag it answers with.
  static Dialog fromRequest(const Request& request, const QByteArray& localTag, const QByteArray& localContact);

  Request makeRequest(const QByteArray& method);  // takes the next CSeq
  Request makeAck(quint32 cseq) const;            // ACK of the INVITE with that CSeq
  quint32 takeCSeq() { return ++localCSeq_; }
  bool matches(const Request& request) const;  // same Call-ID and tags

  bool isEstablished() const { return !callId_.isEmpty(); }
  const QByteArray& callId() const { return callId_; }
  const QByteArray& localTag() const { return localTag_; }
  const QByteArray& remoteTag() const { return remoteTag_; }
  const QByteArray& remoteTarget() const { return remoteTarget_; }
  QByteArray localHeader() const { return local_.toBytes(); }    // From of our requests
  QByteArray remoteHeader() const { return remote_.toBytes(); }  // To of our requests
  const QByteArray& localContact() const { return localContact_; }

 private:
  QByteArray callId_;
  QByteArray localTag_;
  QByteArray remoteTag_;
  NameAddress local_;
  NameAddress remote_;
  QByteArray remoteTarget_;
  QList<QByteArray> routes_;
  QByteArray localContact_;
  quint32 localCSeq_ = 0;
};

// New random values of the customary length: tags, Call-IDs, branches. Thread-safe.
QByteArray newTag();
QByteArray newCallId();

}  // namespace Parlour::Sip
