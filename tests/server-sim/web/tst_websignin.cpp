// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/web/support/WebTown.h"

namespace tst_websignin {

using namespace Parlour;
using namespace Parlour::Tests;

// Who gets in, how long, and what keeps others from using it; over real sockets.
class TestWebSignIn : public QObject {
  Q_OBJECT

 private:
  static constexpr qint64 kMinuteMs = 60'000;
  std::unique_ptr<WebTown> town_;

  static QString rooms() { return QStringLiteral("/rooms"); }
  Browser signedIn(const char* name) {
    Browser browser = town_->browser();
    const QString user = QLatin1String(name);
    if (!browser.signIn(user, QStringLiteral("pw-") + user)) qWarning("%s could not sign in", name);
    return browser;
  }

 private Q_SLOTS:
  void init() {
    town_ = std::make_unique<WebTown>();
    const Status started = town_->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
  }
  void cleanup() { town_.reset(); }

  void pagesNeedASignIn() {
    Browser browser = town_->browser();
    for (const char* path : {"/", "/rooms", "/rooms/new", "/categories", "/people", "/rooms.csv"}) {
      const WebAnswer answer = browser.get(QLatin1String(path));
      QCOMPARE(answer.status, 303);
      QCOMPARE(answer.header("Location"), QByteArray("/sign-in"));
    }
    QCOMPARE(browser.get(QStringLiteral("/api/rooms")).status, 401);
    QCOMPARE(browser.get(QStringLiteral("/static/parlour.css")).status, 200);
  }

  void names_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"bo", "BO", "bo@orchard.example", "sip:bo@orchard.example", " bo "}) {
      QTest::newRow(name) << QString::fromLatin1(name);
    }
  }
  void names() {
    QFETCH(QString, name);
    Browser browser = town_->browser();
    QVERIFY(browser.signIn(name, QStringLiteral("pw-bo")));
    QVERIFY(browser.get(rooms()).text().contains(QStringLiteral("Crew rota")));
  }

  void wrong_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("status");
    QTest::newRow("wrong password") << QStringLiteral("bo") << QStringLiteral("pw-ada") << 401;
    QTest::newRow("no password") << QStringLiteral("bo") << QString() << 401;
    QTest::newRow("nobody") << QStringLiteral("nobody") << QStringLiteral("pw-bo") << 401;
    QTest::newRow("other domain") << QStringLiteral("bo@elsewhere.example") << QStringLiteral("pw-bo") << 401;
    QTest::newRow("no policy") << QStringLiteral("off") << QStringLiteral("pw-off") << 403;
    QTest::newRow("disabled") << QStringLiteral("gone") << QStringLiteral("pw-gone") << 403;
    QTest::newRow("endless") << QStringLiteral("bo") << QString(2'000, QLatin1Char('x')) << 400;
  }
  void wrong() {
    QFETCH(QString, name);
    QFETCH(QString, password);
    QFETCH(int, status);
    Browser browser = town_->browser();
    browser.get(QStringLiteral("/sign-in"));
    const WebAnswer answer = browser.post(QStringLiteral("/sign-in"),
                                          {{QStringLiteral("name"), name}, {QStringLiteral("password"), password}});
    QCOMPARE(answer.status, status);
    QVERIFY(answer.text().contains(QStringLiteral("role=\"alert\"")));
    QVERIFY(password.isEmpty() || !answer.text().contains(password));
    QVERIFY(!browser.cookies.contains("parlour-session"));
    QCOMPARE(browser.get(rooms()).status, 303);
  }

  void lockOut() {
    Browser browser = town_->browser();
    for (int i = 0; i < 3; ++i) QVERIFY(!browser.signIn(QStringLiteral("bo"), QStringLiteral("guess")));
    browser.get(QStringLiteral("/sign-in"));
    const QList<std::pair<QString, QString>> right{{QStringLiteral("name"), QStringLiteral("bo")},
                                                   {QStringLiteral("password"), QStringLiteral("pw-bo")}};
    const WebAnswer locked = browser.post(QStringLiteral("/sign-in"), right);
    QCOMPARE(locked.status, 429);
    QVERIFY(locked.text().contains(QStringLiteral("Too many wrong passwords. Wait ")));
    QVERIFY(signedIn("cy").cookies.contains("parlour-session"));
    town_->host.clock().advanceMs(2 * kMinuteMs);
    QCOMPARE(browser.post(QStringLiteral("/sign-in"), right).status, 303);
  }

  void idleSessionEnds() {
    Browser browser = signedIn("bo");
    town_->host.clock().advanceMs(29 * kMinuteMs);
    QCOMPARE(browser.get(rooms()).status, 200);
    town_->host.clock().advanceMs(29 * kMinuteMs);
    QCOMPARE(browser.get(rooms()).status, 200);
    town_->host.clock().advanceMs(30 * kMinuteMs);
    QCOMPARE(browser.get(rooms()).status, 303);
  }

  void busySessionEndsToo() {
    Browser browser = signedIn("bo");
    for (int i = 0; i < 35; ++i) {
      town_->host.clock().advanceMs(20 * kMinuteMs);
      QCOMPARE(browser.get(rooms()).status, 200);
    }
    town_->host.clock().advanceMs(20 * kMinuteMs);
    QCOMPARE(browser.get(rooms()).status, 303);
  }

  void signOutEndsTheSession() {
    Browser browser = signedIn("bo");
    const auto stolen = browser.cookies;
    browser.get(rooms());
    QCOMPARE(browser.post(QStringLiteral("/sign-out"), {}).status, 303);
    QVERIFY(!browser.cookies.contains("parlour-session"));
    browser.cookies = stolen;
    QCOMPARE(browser.get(rooms()).status, 303);
  }

  void everySignInGivesANewId() {
    Browser browser = signedIn("bo");
    const QByteArray first = browser.cookies.value("parlour-session");
    QVERIFY(browser.signIn(QStringLiteral("bo"), QStringLiteral("pw-bo")));
    const QByteArray second = browser.cookies.value("parlour-session");
    QVERIFY(first != second);
    QCOMPARE(QByteArray::fromBase64(second, QByteArray::Base64UrlEncoding).size(), 32);
    browser.cookies.insert("parlour-session", first);
    QCOMPARE(browser.get(rooms()).status, 303);
  }

  void sessionsBelongToOneBrowser() {
    Browser browser = signedIn("bo");
    Browser thief = town_->browser();
    thief.cookies = browser.cookies;
    thief.agent = "Another";
    QCOMPARE(thief.get(rooms()).status, 303);
    QCOMPARE(browser.get(rooms()).status, 200);
  }

  void cookiesAreClosed() {
    Browser browser = town_->browser();
    browser.get(QStringLiteral("/sign-in"));
    const WebAnswer answer = browser.post(
        QStringLiteral("/sign-in"),
        {{QStringLiteral("name"), QStringLiteral("bo")}, {QStringLiteral("password"), QStringLiteral("pw-bo")}});
    const QByteArray cookie = answer.header("Set-Cookie");
    QVERIFY2(cookie.startsWith("parlour-session="), cookie);
    for (const char* part : {"; HttpOnly", "; SameSite=Strict", "; Path=/"}) QVERIFY2(cookie.contains(part), part);
  }

  void othersCannotSignABrowserIn() {
    Browser browser = town_->browser();
    const WebAnswer answer =
        browser.post(QStringLiteral("/sign-in"), {{QStringLiteral("name"), QStringLiteral("bo")},
                                                  {QStringLiteral("password"), QStringLiteral("pw-bo")},
                                                  {QStringLiteral("token"), QStringLiteral("abcdef")}});
    QCOMPARE(answer.status, 403);
    QVERIFY(!browser.cookies.contains("parlour-session"));
  }

  void everyAnswerIsGuarded() {
    Browser browser = signedIn("bo");
    for (const char* path : {"/rooms", "/sign-in", "/no-such-page", "/rooms/none", "/api/rooms", "/%zz"}) {
      const WebAnswer answer = browser.get(QLatin1String(path));
      QVERIFY2(answer.header("Content-Security-Policy").contains("default-src 'none'"), path);
      QVERIFY(answer.header("Content-Security-Policy").contains("frame-ancestors 'none'"));
      QCOMPARE(answer.header("X-Frame-Options"), QByteArray("DENY"));
      QCOMPARE(answer.header("X-Content-Type-Options"), QByteArray("nosniff"));
      QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
      QVERIFY(!answer.body.contains("<script>"));
      QVERIFY(!answer.body.contains(" style="));
    }
  }

  void overTls() {
    town_ = std::make_unique<WebTown>();
    town_->host.config().web.listen = QStringLiteral("tls:127.0.0.1:0");
    QVERIFY(town_->start());
    Browser browser = town_->browser();
    QCOMPARE(browser.get(rooms()).status, 0);
    browser.encrypted = true;
    const WebAnswer page = browser.get(QStringLiteral("/sign-in"));
    QVERIFY(page.header("Set-Cookie").contains("; Secure"));
    const WebAnswer answer = browser.post(
        QStringLiteral("/sign-in"),
        {{QStringLiteral("name"), QStringLiteral("bo")}, {QStringLiteral("password"), QStringLiteral("pw-bo")}});
    QVERIFY(answer.header("Set-Cookie").startsWith("__Host-parlour="));
    QVERIFY(answer.header("Set-Cookie").contains("; Secure"));
    QVERIFY(browser.follow(answer).text().contains(QStringLiteral("Crew rota")));
  }

  void foreignNamesOfTheHostAreRefused() {
    Browser browser = town_->browser();
    browser.extra.insert("Host", "rebound.example:80");
    QCOMPARE(browser.get(QStringLiteral("/sign-in")).status, 400);
  }

  void openSignInNeedsNoPassword() {
    town_ = std::make_unique<WebTown>();
    town_->host.config().frontEnd.openSignIn = true;
    QVERIFY(town_->start());
    Browser browser = town_->browser();
    QVERIFY(!browser.get(QStringLiteral("/sign-in")).text().contains(QStringLiteral("type=\"password\"")));
    QVERIFY(browser.signIn(QStringLiteral("bo"), QString()));
    Browser nobody = town_->browser();
    QVERIFY(!nobody.signIn(QStringLiteral("nobody"), QString()));
  }

  void jsonSignIn() {
    Browser browser = town_->browser();
    const QJsonObject right{{QStringLiteral("name"), QStringLiteral("bo")},
                            {QStringLiteral("password"), QStringLiteral("pw-bo")}};
    const WebAnswer answer = browser.postJson(QStringLiteral("sign-in"), right);
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.body.contains("pw-bo"));
    QCOMPARE(browser.get(QStringLiteral("/api/rooms")).status, 200);
    QJsonObject wrong = right;
    wrong.insert(QStringLiteral("password"), QStringLiteral("no"));
    QCOMPARE(browser.postJson(QStringLiteral("sign-in"), wrong).status, 401);
  }
};

PARLOUR_TEST(TestWebSignIn)

}  // namespace tst_websignin

#include "tst_websignin.moc"
