// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/SipSummary.h"

#include <QCoreApplication>

#include "app/models/wire/WireWords.h"
#include "protocol/signin/PresenceWatch.h"
#include "protocol/signin/Provisioning.h"
#include "protocol/signin/RoamingSelf.h"

namespace Parlour::Models {

namespace {

constexpr qsizetype kSessionIdLetters = 4;

class SipWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Models::SipWords)

 public:
  static QString withCredentials() { return tr("with credentials"); }
  static QString toSignOut() { return tr("to sign out"); }
  static QString signedOut() { return tr("signed out"); }
  static QString registeredFor(int seconds) { return tr("registered for %1 s").arg(WireWords::number(seconds)); }
  static QString provisioning() { return tr("provisioning"); }
  static QString roamingSelf() { return tr("roaming self"); }
  static QString presence() { return tr("presence"); }
  static QString ends(const QString& event) { return tr("%1, end").arg(event); }
  static QString challenge(const QString& phrase, const QString& scheme) {
    return tr("%1, %2 challenge").arg(phrase, scheme);
  }
  static QString session(const QString& id) { return tr("session %1").arg(id); }
  static QString refresh() { return tr("refresh session"); }
};

WireKind kindOfMethod(const QByteArray& method) {
  if (method == "REGISTER") return WireKind::Registration;
  for (const char* name : {"SUBSCRIBE", "NOTIFY", "BENOTIFY", "SERVICE", "PUBLISH"}) {
    if (method == name) return WireKind::Subscription;
  }
  return WireKind::Dialog;
}

QString eventWords(const QByteArray& event) {
  if (event == Signin::kProvisioningEvent) return SipWords::provisioning();
  if (event == Signin::kRoamingSelfEvent) return SipWords::roamingSelf();
  if (event == Signin::kPresenceEvent) return SipWords::presence();
  return QString::fromUtf8(event);
}

QString uriAddress(QByteArray uri) {
  uri = uri.split(';').value(0);
  return QString::fromUtf8(uri.mid(uri.indexOf(':') + 1));
}

QString registerWords(const WireMessage& request) {
  if (request.expires() == 0) return SipWords::toSignOut();
  return request.hasCredentials() ? SipWords::withCredentials() : QString();
}

QString subscribeWords(const WireMessage& request) {
  const QString people = describePresenceQuery(request.body);
  const QString event = people.isEmpty() ? eventWords(request.event()) : people;
  // A single fetch of the provisioning document also has Expires 0 (signin 2.1).
  const bool fetch = request.event() == Signin::kProvisioningEvent;
  return request.expires() == 0 && !fetch ? SipWords::ends(event) : event;
}

QString requestWords(const WireMessage& request, RoomNames& names) {
  if (request.method == "REGISTER") return registerWords(request);
  if (request.method == "SUBSCRIBE") return subscribeWords(request);
  if (request.method == "INVITE") return uriAddress(request.uri);
  if (request.method == "UPDATE") return SipWords::refresh();
  const QString document = describeDocument(request.contentType(), request.body, names);
  if (!document.isEmpty()) return document;
  if (request.method == "NOTIFY" || request.method == "BENOTIFY") return eventWords(request.event());
  if (request.method == "INFO") return QString::fromUtf8(request.contentType());
  return {};
}

// "NTLM" of `NTLM realm=…`, several joined.
QString challengeSchemes(const WireMessage& response) {
  QStringList schemes;
  for (const char* header : {"WWW-Authenticate", "Proxy-Authenticate"}) {
    for (const QByteArray& value : response.headers.values(header)) {
      const QString scheme = QString::fromUtf8(value.trimmed().split(' ').value(0));
      if (!scheme.isEmpty() && !schemes.contains(scheme)) schemes.append(scheme);
    }
  }
  return schemes.join(QStringLiteral(", "));
}

int registeredSeconds(const WireMessage& response) {
  if (response.expires() >= 0) return response.expires();
  const auto contact = Sip::NameAddress::parse(response.headers.value("Contact"));
  bool number = false;
  const int seconds = contact ? contact->parameter("expires").toInt(&number) : 0;
  return number ? seconds : -1;
}

QString failureWords(const WireMessage& response) {
  const QString phrase = QString::fromUtf8(response.phrase);
  const QString schemes = challengeSchemes(response);
  if (!schemes.isEmpty()) return SipWords::challenge(phrase, schemes);
  Sip::Response known;
  known.headers = response.headers;
  return withDots({phrase, QString::fromUtf8(known.diagnosticsReason())});
}

QString successWords(const WireMessage& response, RoomNames& names) {
  if (response.method == "REGISTER") {
    const int seconds = registeredSeconds(response);
    if (seconds == 0) return SipWords::signedOut();
    return seconds > 0 ? SipWords::registeredFor(seconds) : QString();
  }
  if (response.method == "INVITE") {
    return SipWords::session(QString::fromUtf8(response.callId().left(kSessionIdLetters)));
  }
  return describeDocument(response.contentType(), response.body, names);
}

}  // namespace

bool reachesChatService(const QByteArray& method) {
  for (const char* name : {"INVITE", "ACK", "BYE", "CANCEL", "INFO", "UPDATE", "PRACK", "MESSAGE", "REFER"}) {
    if (method == name) return true;
  }
  return false;
}

SipSummary summarizeRequest(const WireMessage& request, RoomNames& names) {
  SipSummary summary;
  summary.kind = kindOfMethod(request.method);
  summary.label = QString::fromUtf8(request.method);
  summary.rest = requestWords(request, names);
  summary.title = withDots({summary.label, summary.rest});
  summary.throughFrontEnd = reachesChatService(request.method);
  return summary;
}

SipSummary summarizeResponse(const WireMessage& response, WireKind requestKind, RoomNames& names) {
  SipSummary summary;
  summary.kind = requestKind;
  summary.throughFrontEnd = reachesChatService(response.method);
  const QString code = QString::number(response.status);
  const QString phrase = QString::fromUtf8(response.phrase);
  if (response.status >= 200 && response.status < 300) {
    summary.label = phrase.isEmpty() ? code : code + QLatin1Char(' ') + phrase;
    summary.rest = successWords(response, names);
  } else {
    const bool challenge = response.status == 401 || response.status == 407;
    summary.label = code;
    summary.rest = failureWords(response);
    if (response.status >= 400 && !challenge) summary.kind = WireKind::Error;
  }
  summary.title = code + QLatin1Char(' ') + withDots({phrase, QString::fromUtf8(response.method)});
  return summary;
}

}  // namespace Parlour::Models
