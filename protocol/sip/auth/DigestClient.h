// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <optional>

#include "protocol/sip/Message.h"
#include "protocol/sip/auth/Challenge.h"

namespace Parlour::Sip {

// Answers 401 and 407 for one account; one object per registration, used from one thread. It takes the
// strongest algorithm offered and never tries a refused password again: a second challenge that is not
// marked stale fails with Unauthorized ("wrong password").
class DigestClient {
 public:
  DigestClient(const QByteArray& user, const QByteArray& password, RandomBytes random = systemRandomBytes);
  ~DigestClient();
  DigestClient(const DigestClient&) = delete;
  DigestClient& operator=(const DigestClient&) = delete;

  // The header line to add to the repeated request. Fails with Unauthorized (wrong password), NotSupported (no
  // Digest that we know is offered) or InvalidArgument (no 401 or 407).
  Result<Header> answer(const Response& response, const QByteArray& method, const QByteArray& uri);

  // To be told of each success, so that a challenge to a later request is answered afresh.
  void noteSuccess();

 private:
  Result<Challenge> choose(const Response& response) const;
  Header credentialsFor(const Challenge& challenge, bool proxy, const QByteArray& method, const QByteArray& uri);

  QByteArray user_;
  QByteArray password_;
  RandomBytes random_;
  QByteArray lastNonce_;
  quint32 nonceCount_ = 0;  // of lastNonce_
  bool answered_ = false;   // since the last success
  int staleInARow_ = 0;
};

}  // namespace Parlour::Sip
