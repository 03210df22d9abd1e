// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>

#include "app/core/files/TransferJob.h"

namespace Parlour::Core {

// Sends a file in pieces and goes on where the server has it (protocol/files/README.md). Finished means that the server
// has the whole file and its picture, if there is one; the post is somebody else's work.
class Upload final : public TransferJob {
 public:
  Upload(Transfer& transfer, const TransferTools& tools) : TransferJob(transfer, tools) {}
  ~Upload() override;
  void discard() override;

 protected:
  void start() override;
  void stop() override;
  bool overcome(const FileRefusal& refusal) override;

 private:
  bool openSource();
  void begin();
  void askOffset();
  void began(const WebAnswer& answer);
  void goOn(qint64 offset, bool complete);
  void sendPiece(qint64 offset);
  void pieceAnswered(const WebAnswer& answer);
  void preparePreview();
  void sendPreview(const QByteArray& png);
  void previewDone();
  void finishIfAll();

  QFile source_;
  QByteArray begunWith_;  // the token that the server knows this upload by
  qint64 pieceBytes_ = 0;
  FileWeb::Handle previewHandle_ = 0;
  bool previewTried_ = false;
  bool previewDue_ = false;
  bool complete_ = false;
};

}  // namespace Parlour::Core
