// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslCertificate>
#include <unordered_map>

#include "app/core/files/FileWeb.h"

class QNetworkReply;

namespace Parlour::Core {

// HTTP by QNetworkAccessManager. Trusts what the system trusts and what the session trusts: a certificate that stands
// in the trust file is the server's own, whatever else is said against it (DESIGN D5b). GUI thread.
class NetworkFileWeb final : public QObject, public FileWeb {
 public:
  NetworkFileWeb();
  ~NetworkFileWeb() override;
  Handle send(const WebRequest& request, WebWatch watch) override;
  void cancel(Handle handle) override;

 private:
  struct Exchange;
  void connectReply(Handle handle, Exchange& exchange);
  void headCame(Handle handle);
  void bytesCame(Handle handle);
  void finished(Handle handle);
  std::unique_ptr<Exchange> take(Handle handle);

  QNetworkAccessManager network_;
  std::unordered_map<Handle, std::unique_ptr<Exchange>> exchanges_;
  Handle last_ = 0;
};

}  // namespace Parlour::Core
