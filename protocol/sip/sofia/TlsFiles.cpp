// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/TlsFiles.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <QDir>
#include <QFile>
#include <array>
#include <ctime>
#include <memory>

#include "protocol/sip/sofia/LocalSocket.h"

namespace Parlour::Sip {

namespace {

template <auto release>
struct OpenSslDeleter {
  template <typename T>
  void operator()(T* object) const noexcept {
    release(object);
  }
};
using BioPtr = std::unique_ptr<BIO, OpenSslDeleter<BIO_free_all>>;
using CertificatePtr = std::unique_ptr<X509, OpenSslDeleter<X509_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, OpenSslDeleter<EVP_PKEY_free>>;
using NamesPtr = std::unique_ptr<GENERAL_NAMES, OpenSslDeleter<GENERAL_NAMES_free>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, OpenSslDeleter<X509_EXTENSION_free>>;
using BignumPtr = std::unique_ptr<BIGNUM, OpenSslDeleter<BN_free>>;

constexpr long kLifetimeSeconds = 2L * 365 * 24 * 3600;

Error tlsError(ErrorCode code, const QString& text) { return Error::make(code, text); }

bool addExtension(X509* certificate, int nid, const QByteArray& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
  return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

QByteArray alternativeNames(const QStringList& names) {
  QByteArray value;
  for (const QString& name : names) {
    const QByteArray bytes = name.toUtf8();
    if (!value.isEmpty()) value.append(',');
    value.append(isAddressLiteral(bytes) ? "IP:" : "DNS:").append(bytes);
  }
  return value;
}

bool isPlainHostName(const QString& name) {
  if (name.isEmpty() || name.size() > 253) return false;
  for (const QChar c : name) {
    if (!(c.isDigit() || (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
          (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) || c == QLatin1Char('-') || c == QLatin1Char('.') ||
          c == QLatin1Char(':'))) {
      return false;
    }
  }
  return true;
}

bool setSerialAndDates(X509* certificate) {
  const BignumPtr serial(BN_new());
  return serial && BN_rand(serial.get(), 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1 &&
         BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) != nullptr &&
         X509_set_version(certificate, X509_VERSION_3) == 1 &&
         // Clocks differ a little between machines.
         X509_gmtime_adj(X509_getm_notBefore(certificate), -300) != nullptr &&
         X509_gmtime_adj(X509_getm_notAfter(certificate), kLifetimeSeconds) != nullptr;
}

CertificatePtr selfSigned(EVP_PKEY* key, const QStringList& names) {
  CertificatePtr certificate(X509_new());
  if (!certificate || !setSerialAndDates(certificate.get())) return nullptr;
  X509_NAME* subject = X509_get_subject_name(certificate.get());
  const QByteArray commonName = names.first().left(64).toUtf8();
  const auto* text = reinterpret_cast<const unsigned char*>(commonName.constData());
  if (X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, -1, -1, 0) != 1 ||
      X509_set_issuer_name(certificate.get(), subject) != 1 || X509_set_pubkey(certificate.get(), key) != 1) {
    return nullptr;
  }
  const bool complete = addExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
                        addExtension(certificate.get(), NID_key_usage, "critical,digitalSignature,keyCertSign") &&
                        addExtension(certificate.get(), NID_ext_key_usage, "serverAuth") &&
                        addExtension(certificate.get(), NID_subject_key_identifier, "hash") &&
                        addExtension(certificate.get(), NID_subject_alt_name, alternativeNames(names));
  if (!complete || X509_sign(certificate.get(), key, EVP_sha256()) == 0) return nullptr;
  return certificate;
}

QByteArray pemOf(X509* certificate, EVP_PKEY* key) {
  const BioPtr memory(BIO_new(BIO_s_mem()));
  if (!memory || PEM_write_bio_X509(memory.get(), certificate) != 1) return {};
  if (key != nullptr && PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
    return {};
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &data);
  return {data, static_cast<qsizetype>(size)};
}

QStringList namesOf(X509* certificate) {
  const NamesPtr names(
      static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
  QStringList found;
  for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
    const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
    if (name->type == GEN_DNS) {
      const auto* text = reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.dNSName));
      found.append(QString::fromUtf8(text, ASN1_STRING_length(name->d.dNSName)));
    } else if (name->type == GEN_IPADD) {
      const BioPtr memory(BIO_new(BIO_s_mem()));
      GENERAL_NAME_print(memory.get(), const_cast<GENERAL_NAME*>(name));
      char* data = nullptr;
      const long size = BIO_get_mem_data(memory.get(), &data);
      found.append(QString::fromLatin1(data, static_cast<qsizetype>(size)).section(QLatin1Char(':'), 1));
    }
  }
  return found;
}

CertificateInfo infoOf(X509* certificate) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  X509_digest(certificate, EVP_sha256(), digest.data(), &size);
  std::tm time{};
  ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &time);
  CertificateInfo info;
  info.sha256 = QByteArray(reinterpret_cast<const char*>(digest.data()), static_cast<qsizetype>(size)).toHex(':');
  info.expires = QDateTime::fromSecsSinceEpoch(timegm(&time), Qt::UTC);
  info.names = namesOf(certificate);
  return info;
}

struct Loaded {
  CertificatePtr certificate;
  KeyPtr key;
};

// An encrypted key must fail, not ask on the terminal.
int noPassphrase(char*, int, int, void*) { return -1; }

Result<Loaded> load(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    return tlsError(ErrorCode::NotFound, QStringLiteral("Cannot read %1: %2.").arg(path, file.errorString()));
  }
  const QByteArray pem = file.readAll();
  const auto open = [&pem] { return BioPtr(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size()))); };
  Loaded loaded;
  loaded.certificate.reset(PEM_read_bio_X509(open().get(), nullptr, &noPassphrase, nullptr));
  loaded.key.reset(PEM_read_bio_PrivateKey(open().get(), nullptr, &noPassphrase, nullptr));
  if (!loaded.certificate) {
    return tlsError(ErrorCode::ParseFailed, QStringLiteral("%1 holds no certificate in PEM form.").arg(path));
  }
  return loaded;
}

Status writePrivately(const QString& path, const QByteArray& content) {
  QFile file(path);
  // The key must not be readable for a moment either.
  if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) ||
      file.write(content) != content.size() || !file.flush()) {
    return tlsError(ErrorCode::Storage, QStringLiteral("Cannot write %1: %2.").arg(path, file.errorString()));
  }
  return success();
}

}  // namespace

bool TlsFiles::exists() const { return QFile::exists(pemPath()); }

Result<CertificateInfo> TlsFiles::createSelfSigned(const QStringList& names) const {
  for (const QString& name : names) {
    if (!isPlainHostName(name)) {
      return tlsError(ErrorCode::InvalidArgument, QStringLiteral("%1 is not a host name or IP address.").arg(name));
    }
  }
  if (names.isEmpty()) return tlsError(ErrorCode::InvalidArgument, QStringLiteral("A certificate needs a host name."));
  const KeyPtr key(EVP_EC_gen("P-256"));
  const CertificatePtr certificate = key ? selfSigned(key.get(), names) : nullptr;
  const QByteArray pem = certificate ? pemOf(certificate.get(), key.get()) : QByteArray();
  if (pem.isEmpty()) return tlsError(ErrorCode::Internal, QStringLiteral("A certificate could not be made."));
  if (!QDir().mkpath(directory_)) {
    return tlsError(ErrorCode::Storage, QStringLiteral("Cannot create the folder %1.").arg(directory_));
  }
  const Status written = writePrivately(pemPath(), pem);
  if (!written) return written.error();
  return infoOf(certificate.get());
}

Result<CertificateInfo> TlsFiles::check(const QDateTime& now) const {
  const Result<Loaded> loaded = load(pemPath());
  if (!loaded) return loaded.error();
  if (!loaded->key) {
    return tlsError(ErrorCode::ParseFailed,
                    QStringLiteral("%1 holds no private key without passphrase.").arg(pemPath()));
  }
  if (X509_check_private_key(loaded->certificate.get(), loaded->key.get()) != 1) {
    return tlsError(ErrorCode::Conflict,
                    QStringLiteral("Certificate and key in %1 do not belong together.").arg(pemPath()));
  }
  time_t at = static_cast<time_t>(now.toSecsSinceEpoch());
  const CertificateInfo info = infoOf(loaded->certificate.get());
  if (X509_cmp_time(X509_get0_notAfter(loaded->certificate.get()), &at) < 0) {
    return tlsError(
        ErrorCode::Disabled,
        QStringLiteral("The certificate in %1 expired on %2.").arg(pemPath(), info.expires.toString(Qt::ISODate)));
  }
  if (X509_cmp_time(X509_get0_notBefore(loaded->certificate.get()), &at) > 0) {
    return tlsError(ErrorCode::Disabled, QStringLiteral("The certificate in %1 is not valid yet.").arg(pemPath()));
  }
  return info;
}

Result<QByteArray> TlsFiles::certificatePem() const {
  const Result<Loaded> loaded = load(pemPath());
  if (!loaded) return loaded.error();
  return pemOf(loaded->certificate.get(), nullptr);
}

}  // namespace Parlour::Sip
