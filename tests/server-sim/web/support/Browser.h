// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QUrlQuery>

namespace Parlour::Tests {

// One answer, as bytes.
struct WebAnswer {
  int status = 0;  // 0: none came
  QByteArray head;
  QByteArray body;

  QByteArray header(const QByteArray& name) const;
  QList<QByteArray> headers(const QByteArray& name) const;
  QString text() const { return QString::fromUtf8(body); }
  QJsonObject json() const;
  // The value of the hidden field, as the page has it.
  QString hiddenField(const char* name) const;
};

// A web browser as far as the tests need one: HTTP by hand over a socket of its own for each request, cookies, no
// scripts. Blocking; the server runs on other threads.
class Browser {
 public:
  explicit Browser(quint16 port) : port_(port) {}

  WebAnswer get(const QString& path);
  // With the token of the page seen last, unless the fields bring their own.
  WebAnswer post(const QString& path, const QList<std::pair<QString, QString>>& fields);
  WebAnswer postJson(const QString& action, const QJsonObject& arguments);
  // Follows the address of a redirect.
  WebAnswer follow(const WebAnswer& answer);
  // What goes over the wire is up to the caller; the answer until the server closes.
  WebAnswer raw(const QByteArray& request, int timeoutMs = 15'000);

  bool signIn(const QString& name, const QString& password);

  bool encrypted = false;  // any certificate will do
  QByteArray agent = "Tests";
  QMap<QByteArray, QByteArray> cookies;
  QMap<QByteArray, QByteArray> extra;  // headers of every request; an empty value leaves a usual one out
  QString token;                       // of the last page

 private:
  WebAnswer send(const QByteArray& method, const QByteArray& target, const QByteArray& type, const QByteArray& body);
  void remember(const WebAnswer& answer);

  quint16 port_;
};

}  // namespace Parlour::Tests
