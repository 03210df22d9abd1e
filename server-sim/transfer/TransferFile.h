// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonObject>
#include <QString>
#include <memory>
#include <optional>

#include "protocol/support/Result.h"
#include "protocol/support/WholeFile.h"

namespace Parlour::Server {

// Writes an export, line by line, plain or packed (README.md). The file is readable by its owner only, because
// it may hold secrets of sign-in, and appears under its name when finish() was reached, not before.
class TransferWriter {
 public:
  // Conflict when the file exists.
  static Result<std::unique_ptr<TransferWriter>> create(const QString& path, bool packed);

  // `json` is one object without line breaks.
  Status write(const char* kind, const QByteArray& json);
  // Writes the end line; the file is complete afterwards.
  Status finish();
  qint64 lines() const { return lines_; }

 private:
  TransferWriter(const QString& path, bool packed) : file_(path), packed_(packed) {}
  Status flush();
  Error failure() const;

  WholeFile file_;
  const bool packed_;
  QByteArray block_;
  qint64 lines_ = 0;
};

// Reads an export of either form. Errors name the line; a file without its end line is not complete.
class TransferReader {
 public:
  struct Line {
    qint64 number = 0;  // from 1
    QString kind;
    QJsonObject object;
  };

  static Result<std::unique_ptr<TransferReader>> open(const QString& path);

  // Nothing after the end line.
  Result<std::optional<Line>> next();

 private:
  explicit TransferReader(const QString& path) : file_(path) {}
  Result<QByteArray> nextText();
  Status fill();
  Result<QByteArray> unpackBlock();
  Result<std::optional<Line>> finish(const QJsonObject& end);
  Error broken(const QString& what) const;

  QFile file_;
  bool packed_ = false;
  QByteArray block_;
  qsizetype position_ = 0;
  qint64 lines_ = 0;
};

}  // namespace Parlour::Server
