// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

#include "server-sim/web/HttpServer.h"
#include "server-sim/web/HttpTransfers.h"
#include "server-sim/web/files/SoapEndpoint.h"

namespace Parlour::Server {

class FileService;
struct FileFailure;
struct UploadView;

// A request for a file, its address and headers taken apart; nothing of it is trusted.
struct FileRequest {
  const HttpRequest& http;
  QByteArrayList path;  // below kFilesPath, decoded: room, file, "preview"
  QByteArray query;
  QByteArray token;

  QByteArray room() const { return path.value(0); }
  QByteArray file() const { return path.value(1); }
};

// Takes the target apart; nothing for what is no address of files.
std::optional<FileRequest> readFileRequest(const HttpRequest& request);

// The HTTP interface of protocol/files/README.md and, beside it, SOAP. Called by many threads at once; refuses what is
// more than `files.transfers` at one time.
class FileEndpoints final : public HttpTransfers {
 public:
  explicit FileEndpoints(FileService& files) : files_(files), soap_(files) {}

  bool takes(const QByteArray& target) const override;
  HttpResponse handle(const HttpRequest& request, const BodyReader& read) override;
  void close() override;

 private:
  // A place among the transfers under way, until it goes; null when there is none.
  std::shared_ptr<const void> takePlace();
  HttpResponse route(const HttpRequest& request, const BodyReader& read);
  HttpResponse routeFile(const FileRequest& request, const BodyReader& read);
  HttpResponse beginUpload(const FileRequest& request, const BodyReader& read);
  HttpResponse uploadStatus(const FileRequest& request);
  HttpResponse putPiece(const FileRequest& request, const BodyReader& read);
  HttpResponse putPreview(const FileRequest& request, const BodyReader& read);
  HttpResponse abandon(const FileRequest& request);
  HttpResponse download(const FileRequest& request);
  HttpResponse preview(const FileRequest& request);
  HttpResponse list(const FileRequest& request);
  HttpResponse refuse(const FileFailure& failure);
  HttpResponse uploadAnswer(int status, const UploadView& view) const;

  FileService& files_;
  SoapEndpoint soap_;
  std::atomic<int> underWay_ = 0;
};

}  // namespace Parlour::Server
