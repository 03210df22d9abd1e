// SPDX-License-Identifier: Apache-2.0
#include "server-sim/archive/ArchiveKey.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <QFile>

#include "server-sim/archive/ArchiveFiles.h"

namespace Parlour::Server {
namespace {

using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

QByteArray contentOf(BIO* memory) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory, &data);
  return QByteArray(data, size);
}

Error noKey(const QString& path) {
  return Error::make(ErrorCode::Storage, QStringLiteral("%1 holds no key of an archive.").arg(path));
}

Result<QByteArray> pemIn(const QString& path) {
  constexpr qint64 kMostBytes = 10'000;
  QFile file(path);
  if (!file.open(QFile::ReadOnly)) {
    return Error::make(ErrorCode::NotFound,
                       QStringLiteral("The key %1 cannot be read: %2.").arg(path, file.errorString()));
  }
  return file.read(kMostBytes);
}

const unsigned char* bytesOf(const QByteArray& data) {
  return reinterpret_cast<const unsigned char*>(data.constData());
}

}  // namespace

ArchiveKey::ArchiveKey(evp_pkey_st* key) : key_(key, EVP_PKEY_free) {}

Result<ArchiveKey> ArchiveKey::ofArchive(const QString& directory, bool mayCreate) {
  const QString path = directory + QLatin1Char('/') + QLatin1String(kPrivateFile);
  if (!QFile::exists(path) && mayCreate) return create(directory);
  const auto pem = pemIn(path);
  if (!pem) return pem.error();
  const Memory memory(BIO_new_mem_buf(pem->constData(), static_cast<int>(pem->size())), BIO_free);
  EVP_PKEY* key = PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr);
  if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_ED25519) {
    EVP_PKEY_free(key);
    return noKey(path);
  }
  return ArchiveKey(key);
}

Result<ArchiveKey> ArchiveKey::create(const QString& directory) {
  EVP_PKEY* made = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
  if (!made) return Error::make(ErrorCode::Internal, QStringLiteral("No key could be made for the archive."));
  const ArchiveKey key(made);
  const QString base = directory + QLatin1Char('/');
  if (auto put = writeDurably(base + QLatin1String(kPublicFile), key.publicPem()); !put) return put.error();
  if (auto put = writeDurably(base + QLatin1String(kPrivateFile), key.privatePem()); !put) return put.error();
  return key;
}

Result<ArchiveKey> ArchiveKey::readPublic(const QString& path) {
  const auto pem = pemIn(path);
  if (!pem) return pem.error();
  const Memory memory(BIO_new_mem_buf(pem->constData(), static_cast<int>(pem->size())), BIO_free);
  EVP_PKEY* key = PEM_read_bio_PUBKEY(memory.get(), nullptr, nullptr, nullptr);
  if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_ED25519) {
    EVP_PKEY_free(key);
    return noKey(path);
  }
  return ArchiveKey(key);
}

QByteArray ArchiveKey::sign(const QByteArray& text) const {
  const DigestContext context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) != 1) return {};
  constexpr size_t kSignatureBytes = 64;
  size_t size = kSignatureBytes;
  QByteArray signature(kSignatureBytes, '\0');
  auto* out = reinterpret_cast<unsigned char*>(signature.data());
  if (EVP_DigestSign(context.get(), out, &size, bytesOf(text), static_cast<size_t>(text.size())) != 1) return {};
  signature.truncate(static_cast<qsizetype>(size));
  return signature;
}

bool ArchiveKey::verify(const QByteArray& text, const QByteArray& signature) const {
  const DigestContext context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key_.get()) != 1) return false;
  return EVP_DigestVerify(context.get(), bytesOf(signature), static_cast<size_t>(signature.size()), bytesOf(text),
                          static_cast<size_t>(text.size())) == 1;
}

QByteArray ArchiveKey::publicPem() const {
  const Memory memory(BIO_new(BIO_s_mem()), BIO_free);
  PEM_write_bio_PUBKEY(memory.get(), key_.get());
  return contentOf(memory.get());
}

QByteArray ArchiveKey::privatePem() const {
  const Memory memory(BIO_new(BIO_s_secmem()), BIO_free);
  PEM_write_bio_PrivateKey(memory.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
  return contentOf(memory.get());
}

}  // namespace Parlour::Server
