// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <memory>

#include "protocol/files/ByteRange.h"
#include "server-sim/files/FileContext.h"
#include "server-sim/files/Upload.h"

namespace Parlour::Server {

struct UploadView {
  QByteArray file;
  qint64 offset = 0;
  qint64 size = -1;  // -1: not announced yet
  bool complete = false;
  QByteArray sha256;  // when complete
};

// Files on their way in: begun, taken up again, filled piece by piece, examined, made visible. Only a complete file
// that passed every check can be seen by anybody. Called by the threads of the web service.
class UploadService {
 public:
  static constexpr qint64 kPieceBytes = 1'024 * 1'024;
  static constexpr int kOpenPerUser = 50;

  explicit UploadService(FileContext& context) : context_(context) {}

  // `size` -1: told with the first piece; `sha256` empty: told with a piece, or never (SOAP).
  FileOutcome<UploadView> begin(const TokenRecord& token, const QString& name, qint64 size, const QByteArray& sha256);
  // Goes on with an upload of the same user and room.
  FileOutcome<UploadView> resume(const TokenRecord& token, const QByteArray& file);
  FileOutcome<UploadView> status(const TokenRecord& token, const QByteArray& file);
  // An empty range ends an upload all of whose bytes are there.
  struct Piece {
    Files::ContentRange where;
    QByteArray sha256;         // of the whole file, or empty
    bool needsSha256 = false;  // an upload without a hash is not completed
  };
  FileOutcome<UploadView> append(const TokenRecord& token, const QByteArray& file, const Piece& piece,
                                 const BodyReader& read);
  FileStatus putPreview(const TokenRecord& token, const QByteArray& file, const QByteArray& type,
                        const QByteArray& bytes);
  FileStatus abandon(const TokenRecord& token, const QByteArray& file);

  // Gives an upload up to which nothing was added since then.
  void dropStale(const FileRecord& record, Timestamp before);

 private:
  using UploadPtr = std::shared_ptr<Upload>;
  FileOutcome<UploadPtr> find(const TokenRecord& token, const QByteArray& file);
  FileOutcome<UploadPtr> reopen(const FileRecord& record);
  FileStatus checkNew(const QString& name, qint64 size) const;
  FileStatus checkSize(qint64 size) const;
  FileStatus reserve(const TokenRecord& token, const FileRecord& record);
  FileStatus announce(Upload& upload, const Piece& piece);
  FileOutcome<UploadView> finish(const TokenRecord& token, Upload& upload, bool needsSha256);
  FileStatus examine(const TokenRecord& token, Upload& upload);
  FileStatus makeVisible(const TokenRecord& token, const FileRecord& record, const EventPtr& event);
  void drop(Upload& upload);
  void forget(const QByteArray& file);
  static UploadView viewOf(const QByteArray& file, const Upload& upload);

  FileContext& context_;
  std::mutex mutex_;
  QHash<QByteArray, UploadPtr> uploads_;
};

}  // namespace Parlour::Server
