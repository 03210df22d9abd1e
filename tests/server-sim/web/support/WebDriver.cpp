// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/web/support/WebDriver.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QStandardPaths>

namespace Parlour::Tests {
namespace {

constexpr int kAnswerMs = 60'000;
const QString kElementKey = QStringLiteral("element-6066-11e4-a52e-4f735466cecf");

QString chromium() { return QStandardPaths::findExecutable(QStringLiteral("chromium")); }
QString chromeDriver() { return QStandardPaths::findExecutable(QStringLiteral("chromedriver")); }

QJsonObject capabilities(const QString& profile) {
  const QJsonArray arguments{QStringLiteral("--headless"),
                             QStringLiteral("--no-sandbox"),
                             QStringLiteral("--disable-gpu"),
                             QStringLiteral("--disable-quic"),
                             QStringLiteral("--no-first-run"),
                             QStringLiteral("--disable-background-networking"),
                             QStringLiteral("--disable-component-update"),
                             QStringLiteral("--disable-sync"),
                             QStringLiteral("--no-proxy-server"),
                             QStringLiteral("--window-size=1100,903"),
                             QStringLiteral("--user-data-dir=") + profile};
  const QJsonObject options{{QStringLiteral("args"), arguments}, {QStringLiteral("binary"), chromium()}};
  const QJsonObject always{{QStringLiteral("goog:chromeOptions"), options}};
  return {{QStringLiteral("capabilities"), QJsonObject{{QStringLiteral("alwaysMatch"), always}}}};
}

}  // namespace

WebDriver::~WebDriver() {
  if (base_.contains(QLatin1String("/session/"))) call("DELETE", QString());
  driver_.terminate();
  if (!driver_.waitForFinished(5'000)) driver_.kill();
  driver_.waitForFinished(5'000);
}

bool WebDriver::isInstalled() { return !chromium().isEmpty() && !chromeDriver().isEmpty(); }

bool WebDriver::start() {
  static const QRegularExpression port(QStringLiteral("successfully on port (\\d+)"));
  network_.setProxy(QNetworkProxy::NoProxy);
  driver_.start(chromeDriver(), {QStringLiteral("--port=0")});
  QString told;
  const QDeadlineTimer deadline(kAnswerMs);
  while (!port.match(told).hasMatch() && driver_.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
    told += QString::fromUtf8(driver_.readAllStandardOutput());
  }
  const auto match = port.match(told);
  if (!match.hasMatch()) return false;
  base_ = QStringLiteral("http://127.0.0.1:%1").arg(match.captured(1));
  const QJsonObject session = call("POST", QStringLiteral("/session"), capabilities(profile_.path())).toObject();
  const QString id = session.value(QStringLiteral("sessionId")).toString();
  if (!id.isEmpty()) base_ += QStringLiteral("/session/") + id;
  return !id.isEmpty();
}

QJsonValue WebDriver::call(const QByteArray& method, const QString& path, const QJsonObject& body) {
  QNetworkRequest request(QUrl(base_ + path));
  request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
  request.setTransferTimeout(kAnswerMs);
  const QByteArray bytes = method == "POST" ? QJsonDocument(body).toJson() : QByteArray();
  QNetworkReply* reply = network_.sendCustomRequest(request, method, bytes);
  QEventLoop loop;
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
  loop.exec();
  const QByteArray answer = reply->readAll();
  const QString url = reply->url().path();
  if (reply->error() != QNetworkReply::NoError) {
    qWarning("%s: %s", qPrintable(url), answer.left(300).constData());
  }
  const QJsonValue value = QJsonDocument::fromJson(answer).object().value(QStringLiteral("value"));
  const bool failed = reply->error() != QNetworkReply::NoError;
  reply->deleteLater();
  return failed ? QJsonValue() : value;
}

QString WebDriver::element(const QString& selector) {
  const QJsonObject query{{QStringLiteral("using"), QStringLiteral("css selector")},
                          {QStringLiteral("value"), selector}};
  return call("POST", QStringLiteral("/element"), query).toObject().value(kElementKey).toString();
}

void WebDriver::open(const QString& url) { call("POST", QStringLiteral("/url"), {{QStringLiteral("url"), url}}); }

void WebDriver::setTheme(const QString& theme) {
  const QJsonObject feature{{QStringLiteral("name"), QStringLiteral("prefers-color-scheme")},
                            {QStringLiteral("value"), theme}};
  call("POST", QStringLiteral("/goog/cdp/execute"),
       {{QStringLiteral("cmd"), QStringLiteral("Emulation.setEmulatedMedia")},
        {QStringLiteral("params"), QJsonObject{{QStringLiteral("features"), QJsonArray{feature}}}}});
}

QString WebDriver::currentUrl() { return call("GET", QStringLiteral("/url")).toString(); }

QString WebDriver::title() { return call("GET", QStringLiteral("/title")).toString(); }

bool WebDriver::has(const QString& selector) {
  const QJsonObject query{{QStringLiteral("using"), QStringLiteral("css selector")},
                          {QStringLiteral("value"), selector}};
  return !call("POST", QStringLiteral("/elements"), query).toArray().isEmpty();
}

QString WebDriver::text(const QString& selector) {
  return call("GET", QStringLiteral("/element/%1/text").arg(element(selector))).toString();
}

QString WebDriver::value(const QString& selector, const QString& property) {
  return call("GET", QStringLiteral("/element/%1/property/%2").arg(element(selector), property)).toString();
}

void WebDriver::click(const QString& selector) {
  call("POST", QStringLiteral("/element/%1/click").arg(element(selector)), {});
}

bool WebDriver::follow(const QString& selector) {
  run(QStringLiteral("window.pageBefore = true"));
  click(selector);
  const QString arrived = QStringLiteral("return !window.pageBefore && document.readyState === 'complete'");
  for (const QDeadlineTimer deadline(kAnswerMs); !deadline.hasExpired();) {
    if (run(arrived).toBool()) return true;
  }
  return false;
}

void WebDriver::type(const QString& selector, const QString& text) {
  call("POST", QStringLiteral("/element/%1/value").arg(element(selector)), {{QStringLiteral("text"), text}});
}

QJsonValue WebDriver::run(const QString& script) {
  return call("POST", QStringLiteral("/execute/sync"),
              {{QStringLiteral("script"), script}, {QStringLiteral("args"), QJsonArray()}});
}

QByteArray WebDriver::screenshot() {
  return QByteArray::fromBase64(call("GET", QStringLiteral("/screenshot")).toString().toLatin1());
}

}  // namespace Parlour::Tests
