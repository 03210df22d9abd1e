// SPDX-License-Identifier: Apache-2.0
#include "app/platform/keychain/Keychain.h"

#include <qt6keychain/keychain.h>

#include <QTimer>
#include <memory>

namespace Parlour::Platform {

namespace {

constexpr int kPatienceMs = 10'000;

Status keychainStatus(QKeychain::Error error) {
  switch (error) {
    case QKeychain::NoError:
      return success();
    case QKeychain::EntryNotFound:
      return Error::make(ErrorCode::NotFound, Keychain::tr("The keychain has no password for this account."));
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
      return Error::make(ErrorCode::PermissionDenied, Keychain::tr("The keychain is locked."));
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
      break;
  }
  return Error::make(ErrorCode::NotSupported, Keychain::tr("This computer has no keychain that answers."));
}

}  // namespace

Keychain::Keychain(const QString& service, QObject* parent) : QObject(parent), service_(service) {}

void Keychain::run(QKeychain::Job* job, const QString& account, std::function<void(const Status&)> done) {
  job->setAutoDelete(true);
  job->setInsecureFallback(false);
  job->setKey(account);
  // Whichever comes first, the answer or the end of patience, is told; the other finds nothing to do.
  const auto once = std::make_shared<std::function<void(const Status&)>>(std::move(done));
  const auto tell = [once](const Status& status) {
    if (const auto callback = std::exchange(*once, nullptr)) callback(status);
  };
  connect(job, &QKeychain::Job::finished, this,
          [tell](QKeychain::Job* finished) { tell(keychainStatus(finished->error())); });
  QTimer::singleShot(kPatienceMs, this, [tell] { tell(keychainStatus(QKeychain::NoBackendAvailable)); });
  job->start();
}

void Keychain::read(const QString& account, std::function<void(const Result<QString>&)> done) {
  auto* job = new QKeychain::ReadPasswordJob(service_);
  const auto text = std::make_shared<QString>();
  connect(job, &QKeychain::Job::finished, this, [job, text] { *text = job->textData(); });
  run(job, account, [text, done = std::move(done)](const Status& status) {
    done(status ? Result<QString>(*text) : Result<QString>(status.error()));
  });
}

void Keychain::write(const QString& account, const QString& secret, std::function<void(const Status&)> done) {
  auto* job = new QKeychain::WritePasswordJob(service_);
  job->setTextData(secret);
  run(job, account, std::move(done));
}

void Keychain::remove(const QString& account, std::function<void(const Status&)> done) {
  run(new QKeychain::DeletePasswordJob(service_), account, std::move(done));
}

}  // namespace Parlour::Platform
