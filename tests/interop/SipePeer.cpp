// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/SipePeer.h"

#include <QRegularExpression>

#include "protocol/sip/auth/Challenge.h"
#include "protocol/sip/auth/Credentials.h"
#include "protocol/sip/auth/Digest.h"

namespace Parlour::Tests {
namespace {

constexpr int kPatienceMs = 5'000;

QByteArray replaceFirst(const QByteArray& text, const QRegularExpression& what, const QByteArray& by) {
  const QString source = QString::fromUtf8(text);
  const auto match = what.match(source);
  if (!match.hasMatch()) return text;
  return (source.left(match.capturedStart()) + QString::fromUtf8(by) + source.mid(match.capturedEnd())).toUtf8();
}

QByteArray tagOf(const QByteArray& header) {
  const qsizetype at = header.indexOf(";tag=");
  if (at < 0) return {};
  const QByteArray rest = header.mid(at + 5);
  const qsizetype end = rest.indexOf(';');
  return end < 0 ? rest : rest.left(end);
}

}  // namespace

bool SipePeer::connectTo(quint16 port, bool tls) {
  if (tls) {
    socket_.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket_.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    return socket_.waitForEncrypted(kPatienceMs);
  }
  socket_.connectToHost(QStringLiteral("127.0.0.1"), port);
  return socket_.waitForConnected(kPatienceMs);
}

void SipePeer::sendRaw(const QByteArray& bytes) {
  socket_.write(bytes);
  socket_.flush();
}

void SipePeer::send(const Recorded& recorded) {
  if (recorded.isKeepAlive()) return sendRaw(recorded.text);
  sendRaw(withCredentials(withServerChoices(recorded)));
}

QByteArray SipePeer::withServerChoices(const Recorded& recorded) const {
  QByteArray text = recorded.text;
  const QByteArray callId = recorded.header("Call-ID");
  static const QRegularExpression toTag(QStringLiteral("(?<=\\r\\nTo: <)[^\\r]*"));
  if (const auto tag = toTags_.find(callId); tag != toTags_.end() && !tagOf(recorded.header("To")).isEmpty()) {
    const QByteArray to = recorded.header("To").mid(1);
    text = replaceFirst(text, toTag, to.left(to.indexOf(";tag=")) + ";tag=" + tag->second);
  }
  const auto target = targets_.find(callId);
  if (target != targets_.end() && !tagOf(recorded.header("To")).isEmpty()) {
    static const QRegularExpression uri(QStringLiteral("(?<=^\\w{3} |^\\w{4} |^\\w{6} |^\\w{9} )\\S+(?= SIP/2\\.0)"));
    text = replaceFirst(text, uri, target->second);
  }
  return text;
}

QByteArray SipePeer::withCredentials(QByteArray text) const {
  const QByteArray recorded = headerOf(text, "Proxy-Authorization");
  if (recorded.isEmpty() || password_.isEmpty()) return text;
  auto credentials = Sip::Credentials::parse(recorded);
  if (!credentials) return text;
  credentials->nonce = nonce_;
  const QByteArray ha1 = Sip::makeHa1(Sip::DigestAlgorithm::Md5, credentials->user, credentials->realm, password_);
  const QByteArray oldNonce = Sip::Credentials::parse(recorded)->nonce;
  const QByteArray oldResponse = Sip::Credentials::parse(recorded)->response;
  text.replace(oldNonce, nonce_);
  text.replace(oldResponse, Sip::digestResponse(credentials->input(ha1, "REGISTER")));
  return text;
}

void SipePeer::answer(const QByteArray& request, int status) {
  QByteArray text = "SIP/2.0 " + QByteArray::number(status) + (status == 200 ? " OK" : " Request Terminated") + "\r\n";
  for (const char* name : {"Via", "From", "To", "Call-ID", "CSeq"}) {
    text += QByteArray(name) + ": " + headerOf(request, name) + "\r\n";
  }
  text +=
      "Contact: <sip:alice@example.com>\r\nContent-Length: 0\r\nUser-Agent: Purple/2.14.12 Sipe/1.25.0 "
      "(linux-x86_64)\r\n\r\n";
  sendRaw(text);
}

bool SipePeer::readMore() {
  if (!socket_.waitForReadyRead(kPatienceMs)) return false;
  takeMessages();
  return true;
}

void SipePeer::takeMessages() {
  buffer_ += socket_.readAll();
  for (;;) {
    while (buffer_.startsWith("\r\n")) buffer_.remove(0, 2);
    const qsizetype end = buffer_.indexOf("\r\n\r\n");
    if (end < 0) return;
    const qsizetype size = end + 4 + headerOf(buffer_, "Content-Length").toInt();
    if (buffer_.size() < size) return;
    const QByteArray message = buffer_.left(size);
    buffer_.remove(0, size);
    if (!message.startsWith("SIP/2.0")) {
      requests_.append(message);
      continue;
    }
    responses_.append(message);
    const QByteArray callId = headerOf(message, "Call-ID");
    if (const QByteArray tag = tagOf(headerOf(message, "To")); !tag.isEmpty() && message.mid(8, 1) == "2")
      toTags_[callId] = tag;
    static const QRegularExpression uri(QStringLiteral("<([^>]*)>"));
    const auto contact = uri.match(QString::fromUtf8(headerOf(message, "Contact")));
    const QByteArray method = headerOf(message, "CSeq").split(' ').value(1);
    if (contact.hasMatch() && (method == "INVITE" || method == "SUBSCRIBE"))
      targets_[callId] = contact.captured(1).toUtf8();
    if (const auto challenge = Sip::Challenge::parse(headerOf(message, "Proxy-Authenticate")); challenge)
      nonce_ = challenge->nonce;
  }
}

QByteArray SipePeer::response(const QByteArray& callId, const QByteArray& cseq) {
  for (;;) {
    for (qsizetype i = 0; i < responses_.size(); ++i) {
      const QByteArray& found = responses_[i];
      if (headerOf(found, "Call-ID") == callId && headerOf(found, "CSeq") == cseq && found.mid(8, 1) != "1") {
        return responses_.takeAt(i);
      }
    }
    if (!readMore()) return {};
  }
}

QByteArray SipePeer::request(const QByteArray& method, const QByteArray& xccosId) {
  for (;;) {
    for (qsizetype i = 0; i < requests_.size(); ++i) {
      const QByteArray& found = requests_[i];
      const QByteArray body = found.mid(found.indexOf("\r\n\r\n") + 4);
      if (found.startsWith(method + ' ') && (xccosId.isEmpty() || xccosIdOf(body) == xccosId))
        return requests_.takeAt(i);
    }
    if (!readMore()) return {};
  }
}

bool SipePeer::hasRequest(const QByteArray& method, const QByteArray& xccosId) {
  if (socket_.bytesAvailable() > 0) takeMessages();
  for (const QByteArray& found : requests_) {
    if (found.startsWith(method + ' ') && xccosIdOf(found.mid(found.indexOf("\r\n\r\n") + 4)) == xccosId) return true;
  }
  return false;
}

}  // namespace Parlour::Tests
