// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/Dialog.h"

#include <QRandomGenerator>
#include <algorithm>

namespace Parlour::Sip {

namespace {

QByteArray randomHex(qsizetype digits) {
  QByteArray raw((digits + 1) / 2, '\0');
  for (char& byte : raw) byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
  return raw.toHex().left(digits);
}

QList<QByteArray> recordRoutes(const Headers& headers) { return headers.tokens("Record-Route"); }

// The address that the other side wants its requests at; `fallback` when it names none.
QByteArray contactUri(const Headers& headers, const QByteArray& fallback) {
  const QList<QByteArray> contacts = headers.tokens("Contact");
  if (contacts.isEmpty()) return fallback;
  const std::optional<NameAddress> contact = NameAddress::parse(contacts.first());
  return contact && contact->uri != "*" ? contact->uri : fallback;
}

}  // namespace

Dialog Dialog::fromResponse(const Request& request, const Response& response) {
  Dialog dialog;
  dialog.callId_ = request.callId();
  dialog.local_ = request.from();
  dialog.remote_ = NameAddress::parse(response.headers.value("To")).value_or(request.to());
  dialog.localTag_ = dialog.local_.tag();
  dialog.remoteTag_ = dialog.remote_.tag();
  dialog.remoteTarget_ = contactUri(response.headers, request.uri);
  dialog.routes_ = recordRoutes(response.headers);
  std::reverse(dialog.routes_.begin(), dialog.routes_.end());
  dialog.localContact_ = request.headers.value("Contact");
  dialog.localCSeq_ = request.cseq();
  return dialog;
}

Dialog Dialog::fromRequest(const Request& request, const QByteArray& localTag, const QByteArray& localContact) {
  Dialog dialog;
  dialog.callId_ = request.callId();
  dialog.local_ = request.to();
  dialog.remote_ = request.from();
  dialog.local_.setParameter("tag", localTag);
  dialog.localTag_ = localTag;
  dialog.remoteTag_ = dialog.remote_.tag();
  dialog.remoteTarget_ = contactUri(request.headers, dialog.remote_.uri);
  dialog.routes_ = recordRoutes(request.headers);
  dialog.localContact_ = localContact;
  return dialog;
}

Request Dialog::makeRequest(const QByteArray& method) {
  Request request = makeAck(takeCSeq());
  request.method = method;
  request.headers.set("CSeq", QByteArray::number(localCSeq_) + ' ' + method);
  return request;
}

Request Dialog::makeAck(quint32 cseq) const {
  Request request;
  request.method = "ACK";
  request.uri = remoteTarget_;
  for (const QByteArray& route : routes_) request.headers.add("Route", route);
  request.headers.add("From", localHeader());
  request.headers.add("To", remoteHeader());
  request.headers.add("Call-ID", callId_);
  request.headers.add("CSeq", QByteArray::number(cseq) + " ACK");
  if (!localContact_.isEmpty()) request.headers.add("Contact", localContact_);
  return request;
}

bool Dialog::matches(const Request& request) const {
  return isEstablished() && request.callId() == callId_ && request.to().tag() == localTag_ &&
         request.from().tag() == remoteTag_;
}

QByteArray newTag() { return randomHex(10); }
QByteArray newCallId() { return randomHex(32); }

}  // namespace Parlour::Sip
