// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/WebServer.h"

#include <QHostAddress>

#include "server-sim/web/HttpTransfers.h"
#include "server-sim/web/WebApp.h"

namespace Parlour::Server {
namespace {

QHostAddress hostOf(const WebServerOptions& options) { return QHostAddress(QString::fromLatin1(options.http.host)); }

}  // namespace

class WebServer::Private {
 public:
  explicit Private(const WebServerOptions& given) : options(given) {}

  WebServerOptions options;
  std::unique_ptr<HttpServer> http;
  HttpTransfers* transfers = nullptr;
  // What the threads of `http` use; it is stopped before they go.
  std::unique_ptr<WebSessions> sessions;
  std::unique_ptr<LoopCaller> caller;
  std::unique_ptr<WebSignIn> signIn;
  std::unique_ptr<WebBackend> backend;
  std::unique_ptr<WebApp> app;
};

WebServer::WebServer(std::unique_ptr<Private> d) : d_(std::move(d)) {}

WebServer::~WebServer() {
  if (d_->caller) d_->caller->close();
  if (d_->transfers) d_->transfers->close();
  d_->http.reset();
}

Result<std::unique_ptr<WebServer>> WebServer::bind(const WebServerOptions& options) {
  auto http = HttpServer::bind(options.http);
  if (!http) return http.error();
  auto d = std::make_unique<Private>(options);
  d->http = std::move(*http);
  return std::unique_ptr<WebServer>(new WebServer(std::move(d)));
}

QByteArray WebServer::url() const {
  const QHostAddress host = hostOf(d_->options);
  const bool everywhere = host == QHostAddress::AnyIPv4 || host == QHostAddress::AnyIPv6 || host == QHostAddress::Any;
  QByteArray name = everywhere ? d_->options.hostName : d_->options.http.host;
  if (name.contains(':')) name = '[' + name + ']';
  return (d_->http->isEncrypted() ? "https://" : "http://") + name + ':' + QByteArray::number(d_->http->port()) + '/';
}

void WebServer::setTransfers(HttpTransfers* transfers) {
  d_->transfers = transfers;
  d_->http->setTransfers(transfers);
}

void WebServer::start(ChannelService& service, const AdminCommands& administration, const StatusBoard& monitor,
                      Store& store, const Clock& clock, Executor loop) {
  d_->sessions = std::make_unique<WebSessions>(d_->options.sessions, clock);
  d_->caller = std::make_unique<LoopCaller>(std::move(loop), d_->options.answerMs);
  d_->signIn = std::make_unique<WebSignIn>(d_->options.signIn, service.state(), store, clock);
  d_->backend = std::make_unique<WebBackend>(service, administration, monitor, clock);
  const WebAppOptions options{d_->http->isEncrypted(), hostOf(d_->options).isLoopback(), d_->options.signIn.open,
                              d_->options.hostName, d_->options.metrics};
  d_->app = std::make_unique<WebApp>(options, *d_->sessions, *d_->caller, *d_->signIn, *d_->backend, monitor, clock);
  d_->http->serve([app = d_->app.get()](const HttpRequest& request) { return app->handle(request); });
}

}  // namespace Parlour::Server
