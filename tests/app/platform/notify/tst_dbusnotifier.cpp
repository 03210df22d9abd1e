// SPDX-License-Identifier: Apache-2.0
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

#include "app/platform/notify/DBusNotifier.h"
#include "app/platform/notify/LauncherCount.h"
#include "tests/app/platform/notify/FakeNotificationService.h"
#include "tests/app/platform/notify/PrivateBus.h"
#include "tests/program/TestProgram.h"

namespace tst_dbusnotifier {

using namespace Parlour;
using namespace Parlour::Platform;
using namespace Parlour::Testing;

Core::Banner sampleBanner(const char* body = "Bo: 3 < 4 & <b>bold</b>") {
  Core::Banner banner;
  banner.title = QStringLiteral("Tide tables");
  banner.body = QString::fromUtf8(body);
  banner.actions = {{"open", QStringLiteral("Open")}, {"mute", QStringLiteral("Mute for 1 hour")}};
  return banner;
}

// Hears what the launcher is told.
class LauncherListener : public QObject {
  Q_OBJECT

 public:
  QString application;
  QVariantMap properties;

 public Q_SLOTS:
  void update(const QString& told, const QVariantMap& values) {
    application = told;
    properties = values;
  }
};

class TestDBusNotifier : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    if (!PrivateBus::isInstalled()) QSKIP("dbus-daemon is not installed");
    bus_ = std::make_unique<PrivateBus>();
    QVERIFY(bus_->start());
    service_ = std::make_unique<FakeNotificationService>();
  }

  void cleanup() {
    notifier_.reset();
    service_.reset();
    bus_.reset();
  }

  void aBannerIsShownWithActions() {
    begin();
    notifier_->show(sampleBanner());
    QTRY_COMPARE(service_->shown.size(), 1);
    const auto shown = service_->shown.first();
    QCOMPARE(shown.title, QStringLiteral("Tide tables"));
    QCOMPARE(shown.body, QStringLiteral("Bo: 3 &lt; 4 &amp; &lt;b&gt;bold&lt;/b&gt;"));
    QCOMPARE(shown.actions,
             (QStringList{QStringLiteral("open"), QStringLiteral("Open"), QStringLiteral("mute"),
                          QStringLiteral("Mute for 1 hour"), QStringLiteral("default"), QStringLiteral("Open")}));
    QCOMPARE(shown.timeout, DBusNotifier::kShownMs);
    QCOMPARE(shown.hints.value(QStringLiteral("urgency")).toInt(), 1);
    QVERIFY(shown.hints.value(QStringLiteral("suppress-sound")).toBool());
    QVERIFY(!shown.hints.contains(QStringLiteral("sound-name")));
  }

  void soundAndImportance() {
    begin();
    Core::Banner banner = sampleBanner();
    banner.sound = banner.urgent = true;
    notifier_->show(banner);
    QTRY_COMPARE(service_->shown.size(), 1);
    const auto shown = service_->shown.first();
    QCOMPARE(shown.hints.value(QStringLiteral("sound-name")).toString(), QStringLiteral("message-new-instant"));
    QCOMPARE(shown.hints.value(QStringLiteral("urgency")).toInt(), 2);
    QCOMPARE(shown.timeout, 0);
  }

  void plainServicesGetPlainText() {
    service_->capabilities = {QStringLiteral("body")};
    begin();
    notifier_->show(sampleBanner());
    QTRY_COMPARE(service_->shown.size(), 1);
    QCOMPARE(service_->shown.first().body, QStringLiteral("Bo: 3 < 4 & <b>bold</b>"));
    QVERIFY(service_->shown.first().actions.isEmpty());
  }

  void replacingKeepsTheNumber() {
    begin();
    const auto id = notifier_->show(sampleBanner("one"));
    notifier_->replace(id, sampleBanner("two"));  // before the first is answered
    QTRY_COMPARE(service_->replaced.size(), 1);
    QCOMPARE(service_->shown.size(), 1);
    QCOMPARE(service_->shown.first().body, QStringLiteral("two"));
    notifier_->replace(id, sampleBanner("three"));
    QTRY_COMPARE(service_->shown.first().body, QStringLiteral("three"));
    QCOMPARE(service_->shown.size(), 1);
  }

  void whatThePersonPutAwayComesAnew() {
    begin();
    QList<Core::DesktopNotifier::BannerId> closed;
    notifier_->onClosed = [&](auto id) { closed.append(id); };
    const auto id = notifier_->show(sampleBanner("one"));
    QTRY_COMPARE(service_->shown.size(), 1);
    QTRY_VERIFY(pressed(
        service_->shown.firstKey(), [&](uint number) { service_->CloseNotification(number); }, closed));
    notifier_->replace(id, sampleBanner("two"));
    QTRY_COMPARE(service_->shown.size(), 1);
    QVERIFY(service_->replaced.isEmpty());
  }

  void withdrawing_data() {
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("after it came up") << false;
    QTest::newRow("before the service answered") << true;
  }

  void withdrawing() {
    QFETCH(bool, atOnce);
    begin();
    const auto id = notifier_->show(sampleBanner());
    if (!atOnce) QTRY_COMPARE(service_->shown.size(), 1);
    // The answer may still be on its way; either way it has to go.
    notifier_->withdraw(id);
    QTRY_COMPARE(service_->closed.size(), 1);
    QVERIFY(service_->shown.isEmpty());
  }

  void actions_data() {
    QTest::addColumn<QString>("invoked");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("click on the banner") << QStringLiteral("default") << QByteArray("open");
    QTest::newRow("Open") << QStringLiteral("open") << QByteArray("open");
    QTest::newRow("Mute") << QStringLiteral("mute") << QByteArray("mute");
  }

  void actions() {
    QFETCH(QString, invoked);
    QFETCH(QByteArray, told);
    begin();
    QList<QPair<Core::DesktopNotifier::BannerId, QByteArray>> heard;
    notifier_->onAction = [&](auto id, const QByteArray& action) { heard.append({id, action}); };
    const auto id = notifier_->show(sampleBanner());
    QTRY_COMPARE(service_->shown.size(), 1);
    const uint number = service_->shown.firstKey();
    Q_EMIT service_->ActionInvoked(number + 1, invoked);  // of another program
    // Until the answer is here the number is not known; the desktop cannot show it earlier either.
    QTRY_VERIFY([&] {
      if (heard.isEmpty()) Q_EMIT service_->ActionInvoked(number, invoked);
      QTest::qWait(5);
      return !heard.isEmpty();
    }());
    QCOMPARE(heard.first().first, id);
    QCOMPARE(heard.first().second, told);
  }

  void aServiceThatRefusesOrIsAbsent_data() {
    QTest::addColumn<bool>("present");
    QTest::newRow("refuses") << true;
    QTest::newRow("absent") << false;
  }

  void aServiceThatRefusesOrIsAbsent() {
    QFETCH(bool, present);
    service_->refuses = true;
    if (present) {
      begin();
    } else {
      notifier_ = std::make_unique<DBusNotifier>(bus_->connection(QStringLiteral("client")));
    }
    const auto id = notifier_->show(sampleBanner());
    QTest::qWait(50);
    notifier_->replace(id, sampleBanner());
    notifier_->withdraw(id);
    QVERIFY(service_->shown.isEmpty());
  }

  void noBusAtAll() {
    DBusNotifier notifier(QDBusConnection(QStringLiteral("nowhere")));
    const auto id = notifier.show(sampleBanner());
    QVERIFY(id != 0);
    notifier.withdraw(id);
    LauncherCount(QDBusConnection(QStringLiteral("nowhere")), QStringLiteral("parlour.desktop")).set(3);
  }

  void bannersGoWithTheProgram() {
    begin();
    const auto id = notifier_->show(sampleBanner("one"));
    notifier_->replace(id, sampleBanner("two"));
    QTRY_COMPARE(service_->replaced.size(), 1);  // so the number is known
    notifier_.reset();
    QTRY_VERIFY(service_->shown.isEmpty());
  }

  void theLauncherShowsACount() {
    LauncherListener listener;
    QDBusConnection dock = bus_->connection(QStringLiteral("dock"));
    QVERIFY(dock.connect(QString(), QString(), QStringLiteral("com.canonical.Unity.LauncherEntry"),
                         QStringLiteral("Update"), &listener, SLOT(update(QString, QVariantMap))));
    LauncherCount count(bus_->connection(QStringLiteral("program")), QStringLiteral("parlour.desktop"));
    count.set(5, true);
    QTRY_COMPARE(listener.properties.value(QStringLiteral("count")).toInt(), 5);
    QCOMPARE(listener.application, QStringLiteral("application://parlour.desktop"));
    QVERIFY(listener.properties.value(QStringLiteral("count-visible")).toBool());
    QVERIFY(listener.properties.value(QStringLiteral("urgent")).toBool());
    count.set(0);
    QTRY_VERIFY(!listener.properties.value(QStringLiteral("count-visible")).toBool());
  }

 private:
  void begin() {
    QVERIFY(service_->serve(bus_->connection(QStringLiteral("desktop"))));
    notifier_ = std::make_unique<DBusNotifier>(bus_->connection(QStringLiteral("client")));
    QTRY_VERIFY(notifier_->isKnown());
  }
  template <typename Deed, typename Heard>
  bool pressed(uint number, Deed deed, Heard& heard) {
    if (heard.isEmpty()) deed(number);
    QTest::qWait(5);
    return !heard.isEmpty();
  }

  std::unique_ptr<PrivateBus> bus_;
  std::unique_ptr<FakeNotificationService> service_;
  std::unique_ptr<DBusNotifier> notifier_;
};

PARLOUR_TEST(TestDBusNotifier)

}  // namespace tst_dbusnotifier

#include "tst_dbusnotifier.moc"
