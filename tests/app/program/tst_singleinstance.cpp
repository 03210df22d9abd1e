// SPDX-License-Identifier: Apache-2.0
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "app/platform/instance/SingleInstance.h"
#include "tests/program/TestProgram.h"

namespace tst_singleinstance {

using namespace Parlour;
using Platform::SingleInstance;

class TestSingleInstance : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void secondStartHandsOverItsLink_data();
  void secondStartHandsOverItsLink();
  void profilesDoNotMeet();
  void nextStartAfterTheFirstEnded();
  void longLinksAreRefused();
  void silenceIsAnError();

 private:
  static Status handOverFromElsewhere(const QString& profileDir, const QString& link);
  QTemporaryDir profile_;
};

// As another process would: it blocks while the first one's event loop goes on.
Status TestSingleInstance::handOverFromElsewhere(const QString& profileDir, const QString& link) {
  Status told = success();
  std::unique_ptr<QThread> thread(QThread::create([&] { told = SingleInstance(profileDir).handOver(link); }));
  QSignalSpy finished(thread.get(), &QThread::finished);
  thread->start();
  if (finished.isEmpty()) finished.wait();
  thread->wait();
  return told;
}

void TestSingleInstance::secondStartHandsOverItsLink_data() {
  QTest::addColumn<QString>("link");
  QTest::newRow("nothing but the window") << QString();
  QTest::newRow("room") << QStringLiteral("ma-chan://northgate.example/fx");
  QTest::newRow("message") << QStringLiteral("ma-chan://northgate.example/fx?message=42");
}

void TestSingleInstance::secondStartHandsOverItsLink() {
  QFETCH(const QString, link);
  SingleInstance first(profile_.path());
  QVERIFY(first.becomeFirst());
  SingleInstance second(profile_.path());
  QVERIFY(!second.becomeFirst());
  QSignalSpy again(&first, &SingleInstance::startedAgain);
  const Status told = handOverFromElsewhere(profile_.path(), link);
  QVERIFY2(told.ok(), told ? "" : qPrintable(told.error().text));
  QCOMPARE(again.size(), 1);
  QCOMPARE(again.first().first().toString(), link);
}

void TestSingleInstance::profilesDoNotMeet() {
  const QTemporaryDir other;
  SingleInstance first(profile_.path());
  SingleInstance second(other.path());
  QVERIFY(first.becomeFirst());
  QVERIFY(second.becomeFirst());
}

void TestSingleInstance::nextStartAfterTheFirstEnded() {
  {
    SingleInstance first(profile_.path());
    QVERIFY(first.becomeFirst());
  }
  SingleInstance next(profile_.path());
  QVERIFY(next.becomeFirst());
  QVERIFY(handOverFromElsewhere(profile_.path(), {}).ok());
}

void TestSingleInstance::longLinksAreRefused() {
  SingleInstance first(profile_.path());
  QVERIFY(first.becomeFirst());
  const Status told = SingleInstance(profile_.path()).handOver(QString(5000, QLatin1Char('a')));
  QVERIFY(!told);
  QCOMPARE(told.error().code, ErrorCode::InvalidArgument);
}

void TestSingleInstance::silenceIsAnError() {
  const QTemporaryDir nobody;
  const Status told = SingleInstance(nobody.path()).handOver({});
  QVERIFY(!told);
  QCOMPARE(told.error().code, ErrorCode::Timeout);
}

PARLOUR_TEST(TestSingleInstance)

}  // namespace tst_singleinstance

#include "tst_singleinstance.moc"
