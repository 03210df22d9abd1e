// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <optional>

#include "app/core/files/FileWeb.h"
#include "app/core/files/Transfer.h"
#include "protocol/files/FileErrors.h"

namespace Parlour::Core {

// What the file service said instead of doing what it was asked for (protocol/files/README.md).
struct FileRefusal {
  std::optional<Files::FileError> error;  // nothing for a code that is not known, or an answer of something in between
  int status = 0;
  QString text;       // the server's sentence, cleaned and of bounded length
  qint64 limit = -1;  // bytes
  qint64 offset = -1;
  qint64 retryAfterMs = -1;

  bool isToken() const { return error == Files::FileError::Token || error == Files::FileError::Expired; }
  bool isBusy() const;  // the same may succeed soon without anybody doing anything
};

FileRefusal readRefusal(const WebAnswer& answer);

// A refusal as a failure of the transfer: kind, and sentences that say what failed, why, and what to do.
struct TransferRefusal {
  TransferFailure kind = TransferFailure::Broken;
  Error error;
  qint64 largest = -1;  // bytes, when the file was too large and the server said what it takes
};

class FileWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Core::FileWords)

 public:
  static TransferRefusal refused(const Transfer& transfer, const FileRefusal& refusal);
  // getfutok or getfdtok was refused.
  static TransferRefusal noToken(const Transfer& transfer, const Error& error);
  // "1.8 MB": decimal up to kilobytes of 1,024 as the server counts its limits.
  static QString size(qint64 bytes);
};

}  // namespace Parlour::Core
