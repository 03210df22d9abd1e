// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <functional>
#include <memory>
#include <utility>

#include "protocol/support/Result.h"

namespace Parlour::Server {

// One request as it came. Names of headers compare without case; of repeated ones the first counts.
struct HttpRequest {
  QByteArray method;  // "GET", for HEAD as well, or "POST"
  QByteArray target;  // path and query, still encoded
  QByteArray body;
  QByteArray address;  // of the client, without port
  QList<std::pair<QByteArray, QByteArray>> headers;

  QByteArray header(QByteArrayView name) const;
};

class HttpContent;
class HttpTransfers;

struct HttpResponse {
  int status = 200;
  QByteArray contentType = "text/html; charset=utf-8";
  QByteArray body;
  QList<std::pair<QByteArray, QByteArray>> headers;
  std::shared_ptr<HttpContent> content = {};  // in the place of `body`; of transfers only

  void add(const QByteArray& name, const QByteArray& value) { headers.append(std::pair(name, value)); }
};

struct HttpLimits {
  int workers = 16;              // requests at one time
  size_t waiting = 64;           // connections that may wait for a worker; more are answered 503
  size_t bodyBytes = 64 * 1024;  // of a request
  size_t headBytes = 16 * 1024;  // request line and headers together
  int requestMs = 10'000;        // from the first byte of a request to its last, and for reading the answer
  int idleMs = 5'000;            // a kept connection without a request
  int requestsPerConnection = 100;
  size_t transferBytes = 2 * 1024 * 1024;  // of the body of a request that is a transfer
  int transferIdleMs = 20'000;             // for its next part, and for 64 KiB of the answer
  int transferBodyMs = 180'000;            // for the whole body
};

struct HttpOptions {
  QByteArray host = "127.0.0.1";  // an IP address
  quint16 port = 0;               // 0: any free one
  bool encrypted = false;
  QByteArray certificateFile;  // PEM with certificate and key
  HttpLimits limits;
};

// HTTP and HTTPS with threads of its own: one accepts, a fixed number works. Whatever a client does costs one of these
// for a bounded time. GET, HEAD and POST with plain or JSON bodies reach the handler, all else is refused here, but for
// the addresses of transfers.
class HttpServer {
 public:
  // On any of the threads, several at one time. It must come back soon after the server is being destroyed.
  using Handler = std::function<HttpResponse(const HttpRequest& request)>;

  // Takes the port; nothing is answered yet.
  static Result<std::unique_ptr<HttpServer>> bind(const HttpOptions& options);
  // Ends all connections and waits for the threads.
  ~HttpServer();

  quint16 port() const;
  bool isEncrypted() const;
  // Whose addresses are not the handler's; before serve(), outlives the server.
  void setTransfers(HttpTransfers* transfers);
  void serve(Handler handler);  // once

 private:
  class Private;
  explicit HttpServer(std::unique_ptr<Private> d);
  std::unique_ptr<Private> d_;
};

}  // namespace Parlour::Server
