// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include "server-sim/org/Organisation.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/web/support/WebDriver.h"
#include "tests/server-sim/web/support/WebTown.h"

namespace tst_webbrowser {

using namespace Parlour;
using namespace Parlour::Tests;

// The room management page in a real browser, with real clicks and its script.
class TestWebBrowser : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<WebTown> town_;
  std::unique_ptr<WebDriver> chromium_;

  QString url(const char* path) const {
    return QStringLiteral("http://127.0.0.1:%1%2").arg(town_->host.webPort()).arg(QLatin1String(path));
  }
  static QString css(const char* selector) { return QString::fromLatin1(selector); }

  void signIn(const char* name) {
    chromium_->open(url("/sign-in"));
    chromium_->type(css("#name"), QLatin1String(name));
    chromium_->type(css("#password"), QStringLiteral("pw-") + QLatin1String(name));
    QVERIFY(chromium_->follow(css("main button")));
  }
  // Kept beside the test program, for people to look at.
  void keepPictures(const char* name) {
    QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/web-pictures"));
    folder.mkpath(QStringLiteral("."));
    for (const QString& theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
      chromium_->setTheme(theme);
      const QByteArray picture = chromium_->screenshot();
      QVERIFY(picture.startsWith("\x89PNG"));
      QFile file(folder.filePath(QLatin1String(name) + QLatin1Char('-') + theme + QStringLiteral(".png")));
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(picture);
    }
  }
  QString background() {
    return chromium_->run(QStringLiteral("return getComputedStyle(document.body).backgroundColor")).toString();
  }

 private Q_SLOTS:
  void initTestCase() {
    if (!WebDriver::isInstalled()) QSKIP("chromium and chromium-driver are not installed");
    town_ = std::make_unique<WebTown>();
    QVERIFY(town_->start());
    chromium_ = std::make_unique<WebDriver>();
    QVERIFY(chromium_->start());
  }
  void cleanupTestCase() {
    chromium_.reset();
    town_.reset();
  }

  void signsInWithClicks() {
    signIn("bo");
    QCOMPARE(chromium_->currentUrl(), url("/rooms"));
    QCOMPARE(chromium_->text(css("h1")), QStringLiteral("Rooms"));
    QVERIFY(chromium_->text(css("table")).contains(QStringLiteral("Night <script>alert(1)</script> watch")));
    QVERIFY(!chromium_->run(QStringLiteral("return document.cookie")).toString().contains(QStringLiteral("parlour")));
  }

  void followsTheTheme() {
    chromium_->setTheme(QStringLiteral("light"));
    QCOMPARE(background(), QStringLiteral("rgb(255, 255, 255)"));
    chromium_->setTheme(QStringLiteral("dark"));
    QCOMPARE(background(), QStringLiteral("rgb(23, 29, 31)"));
    keepPictures("rooms-of-a-manager");
  }

  void changesARoom() {
    QVERIFY(chromium_->follow(css("tbody tr:first-child th a")));
    QVERIFY(chromium_->title().startsWith(QStringLiteral("Crew rota")));
    chromium_->type(css("input[name=topic]"), QStringLiteral("Tonight"));
    QVERIFY(chromium_->follow(css(".columns > .card form > button")));
    QCOMPARE(chromium_->text(css(".message.done")), QStringLiteral("Saved."));
    QCOMPARE(chromium_->value(css("input[name=topic]"), QStringLiteral("value")), QStringLiteral("Tonight"));
    keepPictures("room");
  }

  void suggestsAndAddsAMember() {
    chromium_->type(css(".people:last-child input[data-people]"), QStringLiteral("cy"));
    QTRY_VERIFY_WITH_TIMEOUT(chromium_->has(css(".people:last-child option[value='cy@orchard.example']")), 20'000);
    QVERIFY(chromium_->follow(css(".people:last-child .add button")));
    QVERIFY(chromium_->text(css(".people:last-child ul")).contains(QStringLiteral("Cy Sorb")));
    chromium_->type(css(".people:last-child input[data-people]"), QStringLiteral("fay"));
    QVERIFY(chromium_->follow(css(".people:last-child .add button")));
    QCOMPARE(chromium_->text(css(".message.failed")),
             QStringLiteral("Fay Outside is not allowed by the category \"Harbour\"."));
    keepPictures("room-refused");
  }

  void disablesAfterAsking() {
    QVERIFY(chromium_->follow(css("a[href$='/disable']")));
    QCOMPARE(chromium_->text(css("h1")), QStringLiteral("Disable Crew rota?"));
    QVERIFY(chromium_->follow(css("button.danger")));
    QCOMPARE(chromium_->text(css(".message.done")), QStringLiteral("Room disabled."));
  }

  void administratorsPages() {
    QVERIFY(chromium_->follow(css(".account button")));
    QCOMPARE(chromium_->text(css(".message.done")), QStringLiteral("You are signed out."));
    keepPictures("sign-in");
    signIn("ada");
    keepPictures("rooms");
    QVERIFY(chromium_->follow(css("nav a[href='/categories']")));
    QVERIFY(chromium_->text(css("table")).contains(QStringLiteral("Empty shelf")));
    QVERIFY(chromium_->follow(css("tbody tr:last-child a")));
    keepPictures("category");
    QVERIFY(chromium_->follow(css("nav a[href='/people']")));
    QVERIFY(chromium_->text(css("table")).contains(QStringLiteral("Dee <b>Damson</b>")));
    keepPictures("people");
  }

  void createsARoom() {
    chromium_->open(url("/rooms/new"));
    chromium_->type(css("input[name=name]"), QStringLiteral("Sail loft"));
    chromium_->type(css("input[name=members]"), QStringLiteral("bo; cy"));
    keepPictures("new-room");
    QVERIFY(chromium_->follow(css("main form button")));
    QCOMPARE(chromium_->text(css(".message.done")), QStringLiteral("Created."));
    QCOMPARE(chromium_->text(css("h1")), QStringLiteral("Sail loft"));
  }

  // Nothing that the policy of the pages forbids was asked for.
  void noErrorsInTheConsole() {
    const char* const paths[] = {"/rooms", "/rooms/new", "/categories", "/people", "/sign-in"};
    for (const char* path : paths) {
      chromium_->open(url(path));
      const QJsonValue failed = chromium_->run(QStringLiteral(
          "return performance.getEntriesByType('resource').filter(r => r.responseStatus >= 400).map(r => r.name)"));
      QVERIFY2(failed.toArray().isEmpty(), path);
    }
  }
};

PARLOUR_TEST(TestWebBrowser)

}  // namespace tst_webbrowser

#include "tst_webbrowser.moc"
