// SPDX-License-Identifier: Apache-2.0
#include <QHostAddress>
#include <QSslSocket>
#include <QUrl>
#include <QUuid>

#include "server-sim/ctl/DoctorChecks.h"

namespace Parlour::Ctl::DoctorChecks {
namespace {

constexpr int kPatienceMs = 3'000;
constexpr qsizetype kLongestAnswer = 65'536;

// One that listens everywhere is asked on this machine.
QString reachable(const QString& host) {
  const QHostAddress address(host);
  if (address == QHostAddress::AnyIPv4) return QStringLiteral("127.0.0.1");
  return address == QHostAddress::AnyIPv6 || address == QHostAddress::Any ? QStringLiteral("::1") : host;
}

// What the server sends first; nothing when it does not.
QByteArray exchange(const QString& host, quint16 port, bool encrypted, const QByteArray& request) {
  QSslSocket socket;
  // Whether others would trust the certificate is not the question here.
  socket.setPeerVerifyMode(QSslSocket::VerifyNone);
  socket.connectToHost(reachable(host), port);
  if (!socket.waitForConnected(kPatienceMs)) return {};
  if (encrypted) {
    socket.startClientEncryption();
    if (!socket.waitForEncrypted(kPatienceMs)) return {};
  }
  socket.write(request);
  QByteArray answer;
  while (!answer.contains("\r\n\r\n") && answer.size() < kLongestAnswer && socket.waitForReadyRead(kPatienceMs)) {
    answer += socket.readAll();
  }
  return answer;
}

QByteArray optionsRequest(const QString& address) {
  const QByteArray id = QUuid::createUuid().toByteArray(QUuid::Id128);
  const QByteArray transport = address.startsWith(QStringLiteral("tls:")) ? "TLS" : "TCP";
  return "OPTIONS sip:doctor@localhost SIP/2.0\r\n"
         "Via: SIP/2.0/" +
         transport + " 127.0.0.1:9;branch=z9hG4bK" + id +
         "\r\n"
         "Max-Forwards: 70\r\n"
         "From: <sip:doctor@localhost>;tag=" +
         id.left(8) +
         "\r\n"
         "To: <sip:doctor@localhost>\r\n"
         "Call-ID: " +
         id +
         "\r\n"
         "CSeq: 1 OPTIONS\r\n"
         "Content-Length: 0\r\n\r\n";
}

}  // namespace

Finding listener(const QString& address) {
  const QString host = address.section(QLatin1Char(':'), 1, -2).remove(QLatin1Char('[')).remove(QLatin1Char(']'));
  const quint16 port = address.section(QLatin1Char(':'), -1).toUShort();
  const bool encrypted = address.startsWith(QStringLiteral("tls:"));
  const QByteArray answer = exchange(host, port, encrypted, optionsRequest(address));
  if (answer.startsWith("SIP/2.0 200")) {
    return {QStringLiteral("listener"), Verdict::Ok, QStringLiteral("%1 answers.").arg(address), {}};
  }
  return {QStringLiteral("listener"), Verdict::Fail, QStringLiteral("%1 does not answer.").arg(address),
          QStringLiteral("Look at firewalls and at the log of the server.")};
}

Finding web(const QString& url) {
  const QUrl place(url);
  const bool encrypted = place.scheme() == QLatin1String("https");
  const QByteArray request = "GET /health HTTP/1.1\r\nHost: " + place.host().toLatin1() + ':' +
                             QByteArray::number(place.port()) + "\r\nConnection: close\r\n\r\n";
  const QByteArray answer = exchange(place.host(), static_cast<quint16>(place.port(0)), encrypted, request);
  if (answer.startsWith("HTTP/1.1 200") || answer.startsWith("HTTP/1.1 503")) {
    return {QStringLiteral("web"), Verdict::Ok, QStringLiteral("%1 answers.").arg(url), {}};
  }
  return {QStringLiteral("web"), Verdict::Fail, QStringLiteral("%1 does not answer.").arg(url),
          QStringLiteral("Look at firewalls and at the log of the server.")};
}

}  // namespace Parlour::Ctl::DoctorChecks
