// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>
#include <memory>

#include "app/core/files/web/NetworkFileWeb.h"

namespace Parlour::Tests {

// The real HTTP of a client over another port of this computer, where a Relay can cut it.
class FileDetour final : public Core::FileWeb {
 public:
  explicit FileDetour(quint16 port) : port_(port) {}
  Handle send(const Core::WebRequest& request, Core::WebWatch watch) override {
    Core::WebRequest detoured = request;
    QUrl url(request.url, QUrl::StrictMode);
    url.setPort(port_);
    detoured.url = url.toString(QUrl::FullyEncoded);
    return web_.send(detoured, std::move(watch));
  }
  void cancel(Handle handle) override { web_.cancel(handle); }

 private:
  Core::NetworkFileWeb web_;
  quint16 port_;
};

}  // namespace Parlour::Tests
