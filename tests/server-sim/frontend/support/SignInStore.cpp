// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/frontend/support/SignInStore.h"

#include "protocol/sip/auth/Digest.h"

namespace Parlour::Server::Testing {
namespace {

bool sameKey(const StoredPublication& a, const StoredPublication& b) {
  return a.name == b.name && a.container == b.container && a.instance == b.instance;
}

}  // namespace

void SignInStore::setPassword(PrincipalId user, const QByteArray& address, const QByteArray& password) {
  auto& known = credentials_[user];
  for (const auto algorithm : {Sip::DigestAlgorithm::Md5, Sip::DigestAlgorithm::Sha256}) {
    for (const QByteArray& name : {address, address.left(address.indexOf('@'))}) {
      known.push_back({Sip::digestAlgorithmName(algorithm), name, Sip::makeHa1(algorithm, name, realm_, password)});
    }
  }
}

void SignInStore::run() {
  while (!due_.empty()) {
    const auto next = std::move(due_.front());
    due_.pop_front();
    next();
  }
  chat_.run();
}

void SignInStore::replacePublications(PrincipalId user, const std::vector<StoredPublication>& put,
                                      const std::vector<StoredPublication>& remove, Callback<Done> done) {
  due_.push_back([this, user, put, remove, done, failure = failure_] {
    if (failure) return done(*failure);
    auto& rows = rows_[user];
    for (const auto& gone : remove) std::erase_if(rows, [&](const auto& row) { return sameKey(row, gone); });
    for (const auto& fresh : put) {
      std::erase_if(rows, [&](const auto& row) { return sameKey(row, fresh); });
      rows.push_back(fresh);
    }
    done(success());
  });
}

void SignInStore::publications(PrincipalId user, Callback<std::vector<StoredPublication>> done) {
  due_.push_back([this, user, done, failure = failure_] {
    if (failure) return done(*failure);
    done(rows_[user]);
  });
}

void SignInStore::credentials(PrincipalId user, Callback<std::vector<StoredCredential>> done) {
  due_.push_back([this, user, done, failure = failure_] {
    if (failure) return done(*failure);
    done(credentials_[user]);
  });
}

}  // namespace Parlour::Server::Testing
