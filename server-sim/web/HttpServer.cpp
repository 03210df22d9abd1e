// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/HttpServer.h"

#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <set>

#include "server-sim/web/HttpStream.h"
#include "server-sim/web/HttpTransfers.h"
#include "server-sim/web/HttpWorkers.h"

namespace Parlour::Server {
namespace {

constexpr char kFullAnswer[] =
    "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain\r\nRetry-After: 2\r\n"
    "Connection: close\r\n\r\nThe server has too many visitors. Try again in a moment.\n";

constexpr qint64 kPartBytes = 64 * 1024;

// The connection that this thread serves.
thread_local HttpStream* conversing = nullptr;

QByteArray bytesOf(const std::string& text) { return QByteArray(text.data(), static_cast<qsizetype>(text.size())); }

std::string textOf(const QByteArray& bytes) {
  return std::string(bytes.constData(), static_cast<size_t>(bytes.size()));
}

HttpRequest requestOf(const httplib::Request& from) {
  HttpRequest request;
  request.method = from.method == "HEAD" ? QByteArrayLiteral("GET") : bytesOf(from.method);
  request.target = bytesOf(from.target);
  request.address = bytesOf(from.remote_addr);
  for (const auto& [name, value] : from.headers) request.headers.append(std::pair(bytesOf(name), bytesOf(value)));
  return request;
}

void fill(httplib::Response& to, const HttpResponse& from) {
  to.status = from.status;
  to.headers.clear();
  for (const auto& [name, value] : from.headers) to.set_header(textOf(name), textOf(value));
  if (!from.body.isEmpty()) to.set_content(textOf(from.body), textOf(from.contentType));
}

// Sends it part by part; each gets time of its own, so that whoever takes nothing does not keep a thread.
void fillContent(httplib::Response& to, const HttpResponse& from, int idleMs) {
  const std::shared_ptr<HttpContent> content = from.content;
  const auto provide = [content, idleMs](size_t offset, size_t length, httplib::DataSink& sink) {
    conversing->allowTime(idleMs);
    const qint64 wanted = std::min<qint64>(static_cast<qint64>(length), kPartBytes);
    const QByteArray part = content->read(static_cast<qint64>(offset), wanted);
    return !part.isEmpty() && sink.write(part.constData(), static_cast<size_t>(part.size()));
  };
  const auto ended = [content](bool whole) {
    if (whole) content->sent();
  };
  to.set_content_provider(static_cast<size_t>(content->size()), textOf(from.contentType), provide, ended);
}

// Why a body of this request is not read at all; 0 for none.
int refusalOfBody(const httplib::Request& request) {
  if (request.has_header("Content-Encoding")) return 415;
  const std::string type = request.get_header_value("Content-Type");
  const std::string kind = type.substr(0, type.find_first_of("; "));
  return kind == "application/x-www-form-urlencoded" || kind == "application/json" ? 0 : 415;
}

TlsContext tlsContext(const QByteArray& file) {
  TlsContext context(SSL_CTX_new(TLS_server_method()));
  const bool ready = context && SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) == 1 &&
                     SSL_CTX_use_certificate_chain_file(context.get(), file.constData()) == 1 &&
                     SSL_CTX_use_PrivateKey_file(context.get(), file.constData(), SSL_FILETYPE_PEM) == 1 &&
                     SSL_CTX_check_private_key(context.get()) == 1;
  if (!ready) return nullptr;
  SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  return context;
}

}  // namespace

QByteArray HttpRequest::header(QByteArrayView name) const {
  for (const auto& [key, value] : headers) {
    if (name.compare(key, Qt::CaseInsensitive) == 0) return value;
  }
  return {};
}

// The library reads and writes HTTP; connections and their limits are ours.
class HttpServer::Private final : public httplib::Server {
 public:
  explicit Private(const HttpOptions& options) : options_(options) {}

  Status prepare();
  void setTransfers(HttpTransfers* transfers) { transfers_ = transfers; }
  void start(HttpServer::Handler handler);
  void end();

  int boundPort = 0;
  bool encrypted() const { return context_ != nullptr; }

 private:
  bool process_and_close_socket(socket_t socket) override;
  void converse(HttpStream& stream);
  void configure();
  void setRules(httplib::Request& request, bool& mayContinue) const;
  HandlerResponse answerWithoutBody(const httplib::Request& request, httplib::Response& response) const;
  void answerWithBody(const httplib::Request& request, httplib::Response& response,
                      const httplib::ContentReader& read) const;
  bool isTransfer(const httplib::Request& request) const {
    return transfers_ && transfers_->takes(bytesOf(request.target));
  }
  HandlerResponse transferWithoutBody(const httplib::Request& request, httplib::Response& response) const;
  void transferWithBody(const httplib::Request& request, httplib::Response& response,
                        const httplib::ContentReader& read) const;
  void fillTransfer(const httplib::Request& request, httplib::Response& response, HttpRequest wanted,
                    const HttpTransfers::BodyReader& read) const;
  void refuse(socket_t socket) const;
  bool enter(socket_t socket);
  void leave(socket_t socket);

  const HttpOptions options_;
  TlsContext context_;
  HttpServer::Handler handler_;
  HttpTransfers* transfers_ = nullptr;
  HttpWorkers* workers_ = nullptr;  // owned by the library while it listens
  std::thread acceptor_;
  std::atomic<bool> ended_ = false;
  std::mutex mutex_;
  std::set<socket_t> open_;
  bool ending_ = false;
};

Status HttpServer::Private::prepare() {
  if (options_.encrypted) {
    context_ = tlsContext(options_.certificateFile);
    if (!context_) {
      return Error::make(ErrorCode::InvalidArgument,
                         QStringLiteral("The certificate of the web pages, %1, cannot be used. It must hold a "
                                        "certificate and its key in PEM form.")
                             .arg(QString::fromUtf8(options_.certificateFile)));
    }
  }
  configure();
  const std::string host = textOf(options_.host);
  if (options_.port == 0) {
    boundPort = bind_to_any_port(host);
  } else if (bind_to_port(host, options_.port)) {
    boundPort = options_.port;
  }
  if (boundPort > 0) return success();
  return Error::make(ErrorCode::Busy,
                     QStringLiteral("Cannot listen for web pages on %1, port %2. Another program may use the port.")
                         .arg(QString::fromUtf8(options_.host))
                         .arg(options_.port));
}

void HttpServer::Private::configure() {
  // Not the library's choice, which lets several programs share the port.
  set_socket_options([](socket_t socket) {
    const int on = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  });
  set_payload_max_length(std::max(options_.limits.bodyBytes, options_.limits.transferBytes));
  set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    return answerWithoutBody(request, response);
  });
  const auto withBody = [this](const httplib::Request& request, httplib::Response& response,
                               const httplib::ContentReader& read) {
    isTransfer(request) ? transferWithBody(request, response, read) : answerWithBody(request, response, read);
  };
  Post(".*", withBody);
  Put(".*", withBody);
  set_error_handler([this](const httplib::Request& request, httplib::Response& response) {
    if (!response.body.empty() || !handler_) return;
    HttpRequest failed = requestOf(request);
    failed.method = "ERROR " + QByteArray::number(response.status);
    const bool transfer = isTransfer(request);
    fill(response, transfer ? transfers_->handle(failed, [](const auto&) { return true; }) : handler_(failed));
  });
  new_task_queue = [this] {
    workers_ = new HttpWorkers(options_.limits.workers, options_.limits.waiting);  // the library deletes it
    return workers_;
  };
}

void HttpServer::Private::start(HttpServer::Handler handler) {
  handler_ = std::move(handler);
  acceptor_ = std::thread([this] {
    listen_after_bind();
    ended_ = true;
  });
  // Until then stop() would do nothing.
  while (!is_running() && !ended_) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void HttpServer::Private::end() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    for (const socket_t socket : open_) ::shutdown(socket, SHUT_RDWR);
  }
  stop();
  if (acceptor_.joinable()) acceptor_.join();
}

bool HttpServer::Private::enter(socket_t socket) {
  const std::lock_guard lock(mutex_);
  if (!ending_) open_.insert(socket);
  return !ending_;
}

void HttpServer::Private::leave(socket_t socket) {
  const std::lock_guard lock(mutex_);
  open_.erase(socket);
}

void HttpServer::Private::refuse(socket_t socket) const {
  if (!context_) ::send(socket, kFullAnswer, sizeof kFullAnswer - 1, MSG_NOSIGNAL | MSG_DONTWAIT);
  ::shutdown(socket, SHUT_RDWR);
  ::close(socket);
}

bool HttpServer::Private::process_and_close_socket(socket_t socket) {
  if (HttpWorkers::isOverflow() || !enter(socket)) {
    refuse(socket);
    return false;
  }
  {
    HttpStream stream(socket, context_.get());
    conversing = &stream;
    if (stream.accept(options_.limits.requestMs)) converse(stream);
    conversing = nullptr;
    leave(socket);
  }
  return true;
}

void HttpServer::Private::converse(HttpStream& stream) {
  const HttpLimits& limits = options_.limits;
  const size_t bytes = limits.headBytes + limits.bodyBytes * 2;
  for (int left = limits.requestsPerConnection; left > 0; --left) {
    if (!stream.beginRequest(limits.idleMs, limits.requestMs, bytes)) return;
    bool mayContinue = true;
    bool closed = false;
    const bool last = left == 1 || workers_->isBusy();
    const bool answered =
        process_request(stream, last, closed, [&](httplib::Request& request) { setRules(request, mayContinue); });
    if (!answered || last || closed || !mayContinue) break;
  }
  stream.finish();
}

void HttpServer::Private::setRules(httplib::Request& request, bool& mayContinue) const {
  // A body that was not read to its end must never be taken for the next request.
  const bool plain = request.method == "GET" || request.method == "HEAD";
  if (!plain || request.has_header("Content-Length") || request.has_header("Transfer-Encoding")) {
    request.headers.erase("Connection");
    request.set_header("Connection", "close");
    mayContinue = false;
  }
  if (isTransfer(request)) conversing->allowBytes(options_.limits.transferBytes);
  request.ranges.clear();                    // so that the library leaves them to us
  request.headers.erase("Accept-Encoding");  // compressed pages would tell their secrets by their length
}

httplib::Server::HandlerResponse HttpServer::Private::answerWithoutBody(const httplib::Request& request,
                                                                        httplib::Response& response) const {
  if (isTransfer(request)) return transferWithoutBody(request, response);
  int refused = 0;
  if (request.method == "GET" || request.method == "HEAD") {
    fill(response, handler_(requestOf(request)));
    return HandlerResponse::Handled;
  }
  if (request.method != "POST") refused = 405;
  if (request.has_header("Content-Length") && request.has_header("Transfer-Encoding")) refused = 400;
  if (refused == 0) refused = refusalOfBody(request);
  if (refused == 0) return HandlerResponse::Unhandled;
  response.status = refused;
  return HandlerResponse::Handled;
}

void HttpServer::Private::answerWithBody(const httplib::Request& request, httplib::Response& response,
                                         const httplib::ContentReader& read) const {
  std::string body;
  bool tooLong = false;
  const bool whole = read([&](const char* data, size_t size) {
    tooLong = body.size() + size > options_.limits.bodyBytes;
    if (!tooLong) body.append(data, size);
    return !tooLong;
  });
  if (!whole) {
    response.status = tooLong || response.status == 413 ? 413 : 408;
    return;
  }
  HttpRequest wanted = requestOf(request);
  wanted.body = bytesOf(body);
  fill(response, handler_(wanted));
}

void HttpServer::Private::fillTransfer(const httplib::Request& request, httplib::Response& response, HttpRequest wanted,
                                       const HttpTransfers::BodyReader& read) const {
  wanted.method = wanted.method.isEmpty() ? bytesOf(request.method) : wanted.method;
  const HttpResponse made = transfers_->handle(wanted, read);
  conversing->allowTime(options_.limits.transferIdleMs);
  fill(response, made);
  const bool named = made.body.isEmpty() && made.status == 200;
  if (named) response.set_header("Content-Type", textOf(made.contentType));
  if (made.content) fillContent(response, made, options_.limits.transferIdleMs);
}

httplib::Server::HandlerResponse HttpServer::Private::transferWithoutBody(const httplib::Request& request,
                                                                          httplib::Response& response) const {
  HttpRequest wanted = requestOf(request);
  wanted.method.clear();
  const std::string length = request.get_header_value("Content-Length");
  const bool packed = request.has_header("Transfer-Encoding") || request.has_header("Content-Encoding");
  const bool mayHaveBody = request.method == "PUT" || request.method == "POST";
  if (!packed && mayHaveBody && !length.empty() && length != "0") return HandlerResponse::Unhandled;
  if (packed || (!length.empty() && length != "0")) wanted.method = "ERROR 400";
  fillTransfer(request, response, wanted, [](const auto&) { return true; });
  return HandlerResponse::Handled;
}

void HttpServer::Private::transferWithBody(const httplib::Request& request, httplib::Response& response,
                                           const httplib::ContentReader& read) const {
  HttpRequest wanted = requestOf(request);
  wanted.method.clear();
  const auto begun = std::chrono::steady_clock::now();
  const HttpLimits& limits = options_.limits;
  fillTransfer(request, response, wanted, [&](const std::function<bool(const char*, size_t)>& take) {
    conversing->allowTime(limits.transferIdleMs);
    return read([&](const char* data, size_t size) {
      const auto spent = std::chrono::steady_clock::now() - begun;
      conversing->allowTime(limits.transferIdleMs);
      return spent < std::chrono::milliseconds(limits.transferBodyMs) && take(data, size);
    });
  });
}

HttpServer::HttpServer(std::unique_ptr<Private> d) : d_(std::move(d)) {}

HttpServer::~HttpServer() { d_->end(); }

Result<std::unique_ptr<HttpServer>> HttpServer::bind(const HttpOptions& options) {
  auto d = std::make_unique<Private>(options);
  if (const Status prepared = d->prepare(); !prepared) return prepared.error();
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(d)));
}

quint16 HttpServer::port() const { return static_cast<quint16>(d_->boundPort); }

bool HttpServer::isEncrypted() const { return d_->encrypted(); }

void HttpServer::setTransfers(HttpTransfers* transfers) { d_->setTransfers(transfers); }

void HttpServer::serve(Handler handler) { d_->start(std::move(handler)); }

}  // namespace Parlour::Server
