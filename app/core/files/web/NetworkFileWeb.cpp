// SPDX-License-Identifier: Apache-2.0
#include "app/core/files/web/NetworkFileWeb.h"

#include <QBuffer>
#include <QFile>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QSslError>
#include <algorithm>

#include "app/core/files/FileRefusal.h"
#include "protocol/files/FileHttp.h"

namespace Parlour::Core {

namespace {

constexpr qint64 kReadAhead = 512 * 1024;  // bytes of a body that wait to be written
constexpr int kFirstRefusal = 300;

QNetworkRequest toNetworkRequest(const WebRequest& request, const QList<QSslCertificate>& trusted) {
  QNetworkRequest wish(QUrl(request.url, QUrl::StrictMode));
  wish.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
  wish.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
  wish.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
  wish.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
  wish.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
  wish.setTransferTimeout(static_cast<int>(request.silenceMs));
  for (const auto& [name, value] : request.headers) wish.setRawHeader(name, value);
  // A body that was packed on the way would have another length than was announced.
  wish.setRawHeader("Accept-Encoding", "identity");
  wish.setRawHeader("User-Agent", "Parlour/" PARLOUR_VERSION);
  wish.setRawHeader(Files::Header::kAuthorization, Files::Header::kBearer + request.token);
  if (!trusted.isEmpty()) {
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(trusted);
    wish.setSslConfiguration(tls);
  }
  return wish;
}

std::unique_ptr<QBuffer> bodyOf(const WebRequest& request) {
  if (request.method == "GET" || request.method == "HEAD" || request.method == "DELETE") return nullptr;
  auto body = std::make_unique<QBuffer>();
  body->setData(request.body);
  body->open(QIODevice::ReadOnly);
  return body;
}

Error lostBy(const QNetworkReply& reply) {
  const auto error = reply.error();
  if (error == QNetworkReply::SslHandshakeFailedError) {
    return Error::make(ErrorCode::PermissionDenied,
                       FileWords::tr("The certificate of the server's file service is not trusted."),
                       reply.errorString());
  }
  const bool unreachable = error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError;
  return Error::make(ErrorCode::ConnectionLost,
                     unreachable ? FileWords::tr("The server's file service cannot be reached.")
                                 : FileWords::tr("The connection to the file service broke off."),
                     reply.errorString());
}

}  // namespace

struct NetworkFileWeb::Exchange {
  QNetworkReply* reply = nullptr;
  WebWatch watch;
  WebAnswer answer;
  QList<QSslCertificate> trusted;
  bool headTold = false;
  bool tooLong = false;
};

NetworkFileWeb::NetworkFileWeb() { network_.setAutoDeleteReplies(false); }

NetworkFileWeb::~NetworkFileWeb() {
  while (!exchanges_.empty()) cancel(exchanges_.begin()->first);
}

FileWeb::Handle NetworkFileWeb::send(const WebRequest& request, WebWatch watch) {
  const Handle handle = ++last_;
  auto exchange = std::make_unique<Exchange>();
  exchange->watch = std::move(watch);
  if (!request.trustFile.isEmpty()) {
    exchange->trusted = QSslCertificate::fromPath(QFile::decodeName(request.trustFile), QSsl::Pem);
  }
  QNetworkRequest wish = toNetworkRequest(request, exchange->trusted);
  auto body = bodyOf(request);
  if (body) wish.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
  exchange->reply = network_.sendCustomRequest(wish, request.method, body.get());
  // The network's thread may ask the reply for more of it until the reply is gone, also after an abort.
  if (body) body.release()->setParent(exchange->reply);
  exchange->reply->setReadBufferSize(kReadAhead);
  connectReply(handle, *exchange);
  exchanges_[handle] = std::move(exchange);
  return handle;
}

void NetworkFileWeb::connectReply(Handle handle, Exchange& exchange) {
  QNetworkReply* reply = exchange.reply;
  connect(reply, &QNetworkReply::sslErrors, this, [reply, trusted = exchange.trusted](const QList<QSslError>& errors) {
    if (trusted.contains(reply->sslConfiguration().peerCertificate())) reply->ignoreSslErrors(errors);
  });
  connect(reply, &QNetworkReply::uploadProgress, this, [this, handle](qint64 sent, qint64) {
    const auto it = exchanges_.find(handle);
    if (it == exchanges_.end() || !it->second->watch.onSent || sent <= 0) return;
    const auto told = it->second->watch.onSent;
    told(sent);
  });
  connect(reply, &QNetworkReply::metaDataChanged, this, [this, handle] { headCame(handle); });
  connect(reply, &QNetworkReply::readyRead, this, [this, handle] { bytesCame(handle); });
  connect(reply, &QNetworkReply::finished, this, [this, handle] { finished(handle); });
}

void NetworkFileWeb::headCame(Handle handle) {
  const auto it = exchanges_.find(handle);
  if (it == exchanges_.end() || it->second->headTold) return;
  Exchange& exchange = *it->second;
  const int status = exchange.reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  if (status < 200) return;
  exchange.headTold = true;
  exchange.answer.status = status;
  exchange.answer.headers = exchange.reply->rawHeaderPairs();
  if (!exchange.watch.onHead) return;
  const auto wanted = exchange.watch.onHead;
  const WebAnswer head = exchange.answer;
  if (!wanted(head)) cancel(handle);
}

void NetworkFileWeb::bytesCame(Handle handle) {
  headCame(handle);
  const auto it = exchanges_.find(handle);
  if (it == exchanges_.end()) return;
  Exchange& exchange = *it->second;
  const QByteArray bytes = exchange.reply->isReadable() ? exchange.reply->readAll() : QByteArray();
  if (bytes.isEmpty()) return;
  const bool streamed = exchange.watch.onBytes && exchange.answer.status < kFirstRefusal;
  if (streamed) {
    const auto taken = exchange.watch.onBytes;
    return taken(bytes);
  }
  exchange.tooLong = exchange.tooLong || exchange.answer.body.size() + bytes.size() > WebAnswer::kMostBody;
  if (!exchange.tooLong) exchange.answer.body += bytes;
}

// A refusal is an answer, whatever Qt calls it; what counts is whether the whole of it came.
void NetworkFileWeb::finished(Handle handle) {
  bytesCame(handle);
  const std::unique_ptr<Exchange> exchange = take(handle);
  if (!exchange) return;
  const auto error = exchange->reply->error();
  const bool refusal = exchange->answer.status >= kFirstRefusal;
  const bool whole = exchange->headTold && (error == QNetworkReply::NoError || refusal) && !exchange->tooLong;
  const Error lost = lostBy(*exchange->reply);
  exchange->reply->deleteLater();
  if (!exchange->watch.onDone) return;
  exchange->watch.onDone(whole ? Result<WebAnswer>(exchange->answer) : Result<WebAnswer>(lost));
}

std::unique_ptr<NetworkFileWeb::Exchange> NetworkFileWeb::take(Handle handle) {
  const auto it = exchanges_.find(handle);
  if (it == exchanges_.end()) return nullptr;
  std::unique_ptr<Exchange> exchange = std::move(it->second);
  exchanges_.erase(it);
  exchange->reply->disconnect(this);
  return exchange;
}

void NetworkFileWeb::cancel(Handle handle) {
  const std::unique_ptr<Exchange> exchange = take(handle);
  if (!exchange) return;
  exchange->reply->abort();
  exchange->reply->deleteLater();
}

}  // namespace Parlour::Core
