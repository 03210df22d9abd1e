// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <functional>

#include "protocol/support/Result.h"

namespace Parlour::Core {

// One request to the file service of a server.
struct WebRequest {
  QByteArray method;
  QString url;
  QByteArray token;      // goes into the Authorization header; never into an address, a trace or a log
  QByteArray trustFile;  // certificates that the session trusts, PEM; empty: only what the system trusts
  QList<QPair<QByteArray, QByteArray>> headers;
  QByteArray body;
  qint64 silenceMs = 30'000;  // without a byte in either direction this long, the request fails

  void add(const QByteArray& name, const QByteArray& value) { headers.append(qMakePair(name, value)); }
};

struct WebAnswer {
  int status = 0;
  QList<QPair<QByteArray, QByteArray>> headers;
  QByteArray body;  // of at most kMostBody bytes; empty when `onBytes` took it

  static constexpr qint64 kMostBody = 1024 * 1024;
  QByteArray header(const char* name) const;  // any case; empty when there is none
  bool isRefusal() const { return status >= 300; }
};

// What happens to a request; `onDone` comes last and exactly once, unless the request is cancelled.
struct WebWatch {
  std::function<void(qint64 bytes)> onSent;              // of the body so far
  std::function<bool(const WebAnswer& head)> onHead;     // false: the body is not wanted, the request ends as Cancelled
  std::function<void(const QByteArray&)> onBytes;        // of a body that is no refusal
  std::function<void(const Result<WebAnswer>&)> onDone;  // an error when no answer came, or not all of it
};

// HTTP for files. Never follows a redirection and keeps no cookies. Callbacks come later, on the GUI thread.
class FileWeb {
 public:
  using Handle = quint64;
  virtual ~FileWeb() = default;
  virtual Handle send(const WebRequest& request, WebWatch watch) = 0;
  virtual void cancel(Handle handle) = 0;  // silently; unknown handles are ignored
};

}  // namespace Parlour::Core
