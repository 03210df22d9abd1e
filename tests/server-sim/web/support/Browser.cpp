// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/web/support/Browser.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSslSocket>
#include <QUrl>

namespace Parlour::Tests {

QList<QByteArray> WebAnswer::headers(const QByteArray& name) const {
  QList<QByteArray> values;
  for (const QByteArray& line : head.split('\n')) {
    const qsizetype colon = line.indexOf(':');
    if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
      values.append(line.mid(colon + 1).trimmed());
  }
  return values;
}

QByteArray WebAnswer::header(const QByteArray& name) const { return headers(name).value(0); }

QJsonObject WebAnswer::json() const { return QJsonDocument::fromJson(body).object(); }

QString WebAnswer::hiddenField(const char* name) const {
  const QRegularExpression field(
      QStringLiteral("<input type=\"hidden\" name=\"%1\" value=\"([^\"]*)\">").arg(QLatin1String(name)));
  return field.match(text()).captured(1);
}

WebAnswer Browser::raw(const QByteArray& request, int timeoutMs) {
  QSslSocket socket;
  const QDeadlineTimer deadline(timeoutMs);
  const QString host = QStringLiteral("127.0.0.1");
  if (encrypted) {
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(host, port_);
  } else {
    socket.connectToHost(host, port_);
  }
  const bool ready = encrypted ? socket.waitForEncrypted(timeoutMs) : socket.waitForConnected(timeoutMs);
  if (!ready) return {};
  socket.write(request);
  QByteArray bytes;
  while (socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) bytes += socket.readAll();
  bytes += socket.readAll();
  const qsizetype end = bytes.indexOf("\r\n\r\n");
  WebAnswer answer;
  if (end < 0) return answer;
  answer.head = bytes.left(end);
  answer.body = bytes.mid(end + 4);
  answer.status = answer.head.mid(answer.head.indexOf(' ') + 1, 3).toInt();
  return answer;
}

void Browser::remember(const WebAnswer& answer) {
  for (const QByteArray& line : answer.headers("Set-Cookie")) {
    const QByteArray pair = line.left(line.indexOf(';'));
    const QByteArray name = pair.left(pair.indexOf('='));
    if (line.contains("Max-Age=0")) {
      cookies.remove(name);
    } else {
      cookies.insert(name, pair.mid(pair.indexOf('=') + 1));
    }
  }
  const QString found = answer.hiddenField("token");
  if (!found.isEmpty()) token = found;
}

WebAnswer Browser::send(const QByteArray& method, const QByteArray& target, const QByteArray& type,
                        const QByteArray& body) {
  QMap<QByteArray, QByteArray> headers{
      {"Host", "127.0.0.1:" + QByteArray::number(port_)}, {"Connection", "close"}, {"User-Agent", agent}};
  QByteArrayList pairs;
  for (auto it = cookies.cbegin(); it != cookies.cend(); ++it) pairs.append(it.key() + '=' + it.value());
  headers.insert("Cookie", pairs.join("; "));
  if (!type.isEmpty()) {
    headers.insert("Content-Type", type);
    headers.insert("Content-Length", QByteArray::number(body.size()));
  }
  for (auto it = extra.cbegin(); it != extra.cend(); ++it) headers.insert(it.key(), it.value());
  QByteArray request = method + ' ' + target + " HTTP/1.1\r\n";
  for (auto it = headers.cbegin(); it != headers.cend(); ++it) {
    if (!it.value().isEmpty()) request += it.key() + ": " + it.value() + "\r\n";
  }
  const WebAnswer answer = raw(request + "\r\n" + body);
  remember(answer);
  return answer;
}

WebAnswer Browser::get(const QString& path) { return send("GET", path.toUtf8(), {}, {}); }

WebAnswer Browser::follow(const WebAnswer& answer) { return get(QString::fromUtf8(answer.header("Location"))); }

WebAnswer Browser::post(const QString& path, const QList<std::pair<QString, QString>>& fields) {
  QByteArrayList pairs;
  bool hasToken = false;
  for (const auto& [name, value] : fields) {
    hasToken = hasToken || name == QLatin1String("token");
    pairs.append(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
  }
  if (!hasToken) pairs.append("token=" + QUrl::toPercentEncoding(token));
  return send("POST", path.toUtf8(), "application/x-www-form-urlencoded", pairs.join('&'));
}

WebAnswer Browser::postJson(const QString& action, const QJsonObject& arguments) {
  return send("POST", "/api/" + action.toUtf8(), "application/json", QJsonDocument(arguments).toJson());
}

bool Browser::signIn(const QString& name, const QString& password) {
  get(QStringLiteral("/sign-in"));
  const WebAnswer answer =
      post(QStringLiteral("/sign-in"), {{QStringLiteral("name"), name}, {QStringLiteral("password"), password}});
  if (answer.status != 303) return false;
  return follow(answer).status == 200;
}

}  // namespace Parlour::Tests
