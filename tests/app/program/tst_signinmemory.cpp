// SPDX-License-Identifier: Apache-2.0
#include <QHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/program/Account.h"
#include "app/program/SignInMemory.h"
#include "tests/program/TestProgram.h"

namespace tst_signinmemory {

using namespace Parlour;
using Program::SignInMemory;

// A keychain in memory that can be missing or locked; answers at once.
class FakeSecretStore final : public Platform::SecretStore {
 public:
  std::optional<Error> refusal;
  QHash<QString, QString> secrets;

  void read(const QString& account, std::function<void(const Result<QString>&)> done) override {
    if (refusal) return done(*refusal);
    if (!secrets.contains(account)) return done(Error::make(ErrorCode::NotFound, QStringLiteral("None.")));
    done(secrets.value(account));
  }
  void write(const QString& account, const QString& secret, std::function<void(const Status&)> done) override {
    if (refusal) return done(*refusal);
    secrets.insert(account, secret);
    done(success());
  }
  void remove(const QString& account, std::function<void(const Status&)> done) override {
    if (refusal) return done(*refusal);
    secrets.remove(account);
    done(success());
  }
};

namespace {

const QString kSecret = QStringLiteral("correct horse");

Ui::SignInRequest priya(bool remember) {
  Ui::SignInRequest request;
  request.address = QStringLiteral("Priya.Raman@northgate.example");
  request.password = kSecret;
  request.remember = remember;
  return request;
}

}  // namespace

class TestSignInMemory : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    settings_ = std::make_unique<QSettings>(folder_->filePath(QStringLiteral("windows.ini")), QSettings::IniFormat);
    store_ = std::make_unique<FakeSecretStore>();
    memory_ = std::make_unique<SignInMemory>(*settings_, *store_);
  }
  void cleanup() {
    memory_.reset();
    settings_.reset();
  }

  void keepsThePasswordAfterASignInThatWorked() {
    signIn(priya(true), false);
    QVERIFY(store_->secrets.isEmpty());
    signIn(priya(true), true);
    QSignalSpy read(memory_.get(), &SignInMemory::passwordRead);
    memory_->load();
    QCOMPARE(read.size(), 1);
    QCOMPARE(read.first().first().toString(), kSecret);
  }

  void forgetsWithoutRememberMe() {
    signIn(priya(true), true);
    signIn(priya(false), true);
    QVERIFY(store_->secrets.isEmpty());
    QSignalSpy read(memory_.get(), &SignInMemory::passwordRead);
    memory_->load();
    QCOMPARE(read.size(), 0);
  }

  void nothingOfASignInToTheDemo() {
    signIn(priya(true), false);
    memory_->signingIn(std::nullopt);
    memory_->signedIn();
    QVERIFY(store_->secrets.isEmpty());
  }

  void neverInAFile() {
    store_->refusal = Error::make(ErrorCode::NotSupported, QStringLiteral("No keychain."));
    signIn(priya(true), true);
    settings_->sync();
    QFile file(settings_->fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("northgate.example"));
    QVERIFY(!text.contains(kSecret.toUtf8()) && !text.contains("password"));
  }

  void saysWhenThereIsNoKeychain_data() {
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("missing");
    QTest::newRow("none") << ErrorCode::NotSupported << 1;
    QTest::newRow("locked") << ErrorCode::PermissionDenied << 0;
    QTest::newRow("no password in it") << ErrorCode::NotFound << 0;
  }
  void saysWhenThereIsNoKeychain() {
    QFETCH(const ErrorCode, code);
    Program::remember(*settings_, priya(true));
    store_->refusal = Error::make(code, QStringLiteral("No."));
    QSignalSpy missing(memory_.get(), &SignInMemory::keychainMissing);
    QSignalSpy read(memory_.get(), &SignInMemory::passwordRead);
    memory_->load();
    QTEST(static_cast<int>(missing.size()), "missing");
    QCOMPARE(read.size(), 0);
  }

  void serverOfThePreferencesIsTheOneOfTheNextSignIn() {
    Program::remember(*settings_, priya(true));
    Program::rememberServer(*settings_, {{}, false, QStringLiteral("fe02.northgate.example"), 5070, false});
    const Ui::SignInRequest next = Program::rememberedRequest(*settings_);
    QCOMPARE(next.host, QStringLiteral("fe02.northgate.example"));
    QCOMPARE(next.port, 5070);
    QVERIFY(!next.findAutomatically && !next.tls);
    QCOMPARE(Program::rememberedServer(*settings_).domain, QStringLiteral("northgate.example"));
  }

 private:
  void signIn(const Ui::SignInRequest& request, bool works) {
    Program::remember(*settings_, request);
    memory_->signingIn(request);
    if (works) memory_->signedIn();
  }

  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<QSettings> settings_;
  std::unique_ptr<FakeSecretStore> store_;
  std::unique_ptr<SignInMemory> memory_;
};

PARLOUR_TEST(TestSignInMemory)

}  // namespace tst_signinmemory

#include "tst_signinmemory.moc"
