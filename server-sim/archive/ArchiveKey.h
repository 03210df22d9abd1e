// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <memory>

#include "protocol/support/Result.h"

struct evp_pkey_st;

namespace Parlour::Server {

// An Ed25519 key: of the archive itself, which signs, or its public half, which only verifies. PEM files. Any thread.
class ArchiveKey {
 public:
  static constexpr char kPrivateFile[] = "signing.key";
  static constexpr char kPublicFile[] = "signing.pub";

  // Reads both halves from the directory, or makes them when neither is there; the private one with mode 0600.
  static Result<ArchiveKey> ofArchive(const QString& directory, bool mayCreate);
  static Result<ArchiveKey> readPublic(const QString& path);

  QByteArray sign(const QByteArray& text) const;  // empty without the private half
  bool verify(const QByteArray& text, const QByteArray& signature) const;
  QByteArray publicPem() const;

 private:
  explicit ArchiveKey(evp_pkey_st* key);
  static Result<ArchiveKey> create(const QString& directory);
  QByteArray privatePem() const;
  std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace Parlour::Server
