// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>

#include "app/core/files/TransferJob.h"

namespace Parlour::Core {

// Fetches a file into "name.part" beside its place, goes on there after an interruption as long as the server has the
// same file, checks the hash and only then gives it its name. The record's path may change at the end, when somebody
// took the name meanwhile.
class Download final : public TransferJob {
 public:
  Download(Transfer& transfer, const TransferTools& tools) : TransferJob(transfer, tools) {}
  void discard() override;

 protected:
  void start() override;
  bool overcome(const FileRefusal& refusal) override;

 private:
  bool openPart();
  void get();
  bool headCame(const WebAnswer& head);
  bool readPlace(const WebAnswer& head);
  void bytesCame(const QByteArray& bytes);
  void ended();
  void startAgainAt0();

  QFile part_;
  qint64 have_ = 0;
};

}  // namespace Parlour::Core
