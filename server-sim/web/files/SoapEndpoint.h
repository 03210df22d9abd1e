// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/web/HttpServer.h"
#include "server-sim/web/HttpTransfers.h"
#include "server-sim/web/files/SoapCodec.h"

namespace Parlour::Server {

class FileService;
template <typename T>
class FileOutcome;

// The six operations of Persistent Chat's file service (xccos 9). Refusals are faults with status 500. Threads of the
// web server.
class SoapEndpoint {
 public:
  explicit SoapEndpoint(FileService& files) : files_(files) {}
  HttpResponse handle(const HttpRequest& request, const HttpTransfers::BodyReader& read);

 private:
  // Nothing: the operation has no result.
  using Outcome = FileOutcome<std::optional<QByteArray>>;
  Outcome run(const SoapCall& call);
  Outcome uniqueName(const SoapCall& call);
  Outcome appendChunk(const SoapCall& call);
  Outcome fileSize(const SoapCall& call);
  Outcome downloadChunk(const SoapCall& call);

  FileService& files_;
};

}  // namespace Parlour::Server
