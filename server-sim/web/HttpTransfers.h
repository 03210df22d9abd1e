// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <functional>

namespace Parlour::Server {

struct HttpRequest;
struct HttpResponse;

// The body of an answer that is made part by part while it is sent; one thread. It goes when the answer is over.
class HttpContent {
 public:
  virtual ~HttpContent() = default;
  virtual qint64 size() const = 0;
  // At most `size` bytes from `offset`; empty: it cannot go on, and the connection ends.
  virtual QByteArray read(qint64 offset, qint64 size) = 0;
  // The last byte was given to the connection.
  virtual void sent() = 0;
};

// The part of a web server's addresses where bodies are too large for memory: bodies of requests come part by part and
// those of answers go so (HttpResponse::content). As long as something moves, a request may take longer than others.
class HttpTransfers {
 public:
  // Hands out the body of a request until all is read or the taker has had enough; false: it was cut. Once.
  using BodyReader = std::function<bool(const std::function<bool(const char* data, size_t size)>& take)>;

  virtual ~HttpTransfers() = default;
  virtual bool takes(const QByteArray& target) const = 0;
  // On any of the threads. Methods GET, HEAD, PUT, POST and DELETE; "ERROR 400" for what was refused before.
  virtual HttpResponse handle(const HttpRequest& request, const BodyReader& read) = 0;
  // The server is being destroyed: whoever waits in handle() must come back.
  virtual void close() = 0;
};

}  // namespace Parlour::Server
