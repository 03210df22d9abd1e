// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/WireFacts.h"

namespace Parlour::Models {

namespace {

struct SentBy {
  QString transport;
  QString hostPort;
};

// "SIP/2.0/TLS 10.20.4.5:5061;branch=…" taken apart.
SentBy sentByOf(const WireMessage& message) {
  const QByteArray via = message.headers.value("Via").simplified();
  const QByteArray protocol = via.split(' ').value(0);
  const QByteArray host = via.mid(protocol.size()).trimmed().split(';').value(0).trimmed();
  return {QString::fromUtf8(protocol.mid(protocol.lastIndexOf('/') + 1)), QString::fromUtf8(host)};
}

QString hostOnly(const QString& hostPort) {
  const qsizetype colon = hostPort.lastIndexOf(QLatin1Char(':'));
  return colon > hostPort.lastIndexOf(QLatin1Char(']')) ? hostPort.left(colon) : hostPort;
}

}  // namespace

void WireFacts::take(const WireMessage& message, bool outgoing, Timestamp time) {
  if (message.request) {
    takeRequest(message, outgoing, time);
  } else if (message.method == "REGISTER" && message.status == 200) {
    takeRegistered(message);
  }
}

void WireFacts::takeRequest(const WireMessage& request, bool outgoing, Timestamp time) {
  const SentBy sender = sentByOf(request);
  if (!sender.transport.isEmpty()) transport = sender.transport;
  if (outgoing && !sender.hostPort.isEmpty()) clientHost = hostOnly(sender.hostPort);
  if (!outgoing && !sender.hostPort.isEmpty()) frontEnd = sender.hostPort;
  if (request.method == "REGISTER" && outgoing) {
    account = request.userAddress("To");
    if (!signedIn && signInStart_.isNull()) {
      signInStart_ = time;
      signInMs.reset();
    }
  } else if (request.method == "INVITE" && outgoing) {
    const QByteArray address = request.uri.mid(request.uri.indexOf(':') + 1);
    chatService = QString::fromUtf8(address.left(address.indexOf('@')));
    openRooms.clear();
  } else if (request.method == "BYE") {
    openRooms.clear();
  }
}

void WireFacts::takeRegistered(const WireMessage& response) {
  signedIn = response.expires() != 0;
  if (signedIn) return;
  signInStart_ = {};
  openRooms.clear();
}

void WireFacts::take(const Xccos::Envelope& envelope, Timestamp time) {
  if (!envelope.replies()) return;
  for (const auto& reply : *envelope.replies()) {
    if (!Xccos::headerOf(reply.message).ok()) continue;
    if (const auto* joined = std::get_if<Xccos::JoinReply>(&reply.message)) {
      for (const auto& room : joined->rooms) openRooms.insert(room.uri);
    } else if (const auto* parted = std::get_if<Xccos::PartReply>(&reply.message)) {
      openRooms.remove(parted->room);
    } else if (std::holds_alternative<Xccos::InvitationsReply>(reply.message) && !signInStart_.isNull()) {
      signInMs = time.toMs() - signInStart_.toMs();
      signInStart_ = {};
    }
  }
}

}  // namespace Parlour::Models
