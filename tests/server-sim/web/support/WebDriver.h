// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QTemporaryDir>

namespace Parlour::Tests {

// A headless Chromium, driven through chromedriver by the W3C WebDriver protocol. Runs an event loop while it waits.
// Errors are told as a warning and leave an empty answer. Owns both processes; one thread.
class WebDriver {
 public:
  ~WebDriver();

  static bool isInstalled();
  bool start();

  void open(const QString& url);
  void setTheme(const QString& theme);  // "light" or "dark"
  QString currentUrl();
  QString title();
  // Elements by CSS selector; the first that matches.
  bool has(const QString& selector);
  QString text(const QString& selector);
  QString value(const QString& selector, const QString& property);
  void click(const QString& selector);
  // Clicks and waits until another page is there; false when none comes.
  bool follow(const QString& selector);
  void type(const QString& selector, const QString& text);
  QJsonValue run(const QString& script);
  QByteArray screenshot();

 private:
  QJsonValue call(const QByteArray& method, const QString& path, const QJsonObject& body = {});
  QString element(const QString& selector);

  QTemporaryDir profile_;
  QProcess driver_;
  QNetworkAccessManager network_;
  QString base_;  // of the driver, then of the session
};

}  // namespace Parlour::Tests
