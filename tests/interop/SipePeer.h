// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSslSocket>
#include <map>
#include <memory>

#include "tests/interop/Recording.h"

namespace Parlour::Tests {

// One recorded pidgin-sipe on a real connection: sends its messages byte for byte, except for what a server chose
// (To tags, the target of a dialog, the nonce), and reads what this server answers.
class SipePeer {
 public:
  bool connectTo(quint16 port, bool tls = false);
  bool isConnected() const { return socket_.state() == QAbstractSocket::ConnectedState; }
  void drop() { socket_.abort(); }

  // A recorded request, with the server's choices of this session put in.
  void send(const Recorded& recorded);
  void sendRaw(const QByteArray& bytes);
  // Answers a request of the server in the words of pidgin-sipe.
  void answer(const QByteArray& request, int status = 200);

  // The final response to the request with that Call-ID and CSeq; empty when none came in time.
  QByteArray response(const QByteArray& callId, const QByteArray& cseq);
  // The next request of the server whose method, and XCCOS id if given, are these; empty when none came in time.
  QByteArray request(const QByteArray& method, const QByteArray& xccosId = {});
  bool hasRequest(const QByteArray& method, const QByteArray& xccosId);  // without waiting for more than what is there

  void setNonceAnswer(const QByteArray& user, const QByteArray& password) { user_ = user, password_ = password; }

 private:
  bool readMore();
  void takeMessages();
  QByteArray withServerChoices(const Recorded& recorded) const;
  QByteArray withCredentials(QByteArray text) const;

  QSslSocket socket_;
  QByteArray buffer_;
  QList<QByteArray> responses_;
  QList<QByteArray> requests_;
  std::map<QByteArray, QByteArray> toTags_;   // by Call-ID
  std::map<QByteArray, QByteArray> targets_;  // by Call-ID
  QByteArray nonce_;
  QByteArray user_;
  QByteArray password_;
};

}  // namespace Parlour::Tests
