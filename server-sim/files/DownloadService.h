// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <memory>
#include <vector>

#include "server-sim/files/FileContext.h"

namespace Parlour::Server {

// A file that may be read, open already: what happens to its name meanwhile does not matter.
struct OpenFile {
  FileRecord record;
  std::shared_ptr<QFile> content;  // one reader
};

struct FilePage {
  std::vector<FileRecord> files;  // newest first
  bool more = false;
};

struct Preview {
  QByteArray type;
  QByteArray bytes;
};

// Files on their way out. Called by the threads of the web service.
class DownloadService {
 public:
  explicit DownloadService(FileContext& context) : context_(context) {}

  // With the first file that is opened the token belongs to it, and the download counts as begun.
  FileOutcome<OpenFile> open(const TokenRecord& token, const QByteArray& file);
  // The last byte was sent.
  void finished(const TokenRecord& token) { context_.tokens.spend(token); }
  FileOutcome<FilePage> list(const TokenRecord& token, qint64 before, int limit);
  FileOutcome<Preview> preview(const TokenRecord& token, const QByteArray& file);

 private:
  FileOutcome<FileRecord> find(const TokenRecord& token, const QByteArray& file) const;
  FileStatus noteBegun(const TokenRecord& token, const FileRecord& record, const EventPtr& event);

  FileContext& context_;
};

}  // namespace Parlour::Server
