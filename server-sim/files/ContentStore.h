// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>
#include <shared_mutex>

#include "protocol/support/Result.h"
#include "server-sim/files/FileOutcome.h"

namespace Parlour::Server {

// The folder "files" of a data directory: contents under their hash, unfinished uploads, previews and what is in
// quarantine under repository names. Names are checked before they come here; none is from the wire. Thread-safe.
class ContentStore {
 public:
  // Creates what is missing, readable by its owner only.
  static Result<std::unique_ptr<ContentStore>> open(const QString& dataDirectory);

  QString uploadPath(const QByteArray& file) const { return at("uploads/" + file); }
  QString previewPath(const QByteArray& file) const { return at("previews/" + file); }
  QString quarantinePath(const QByteArray& file) const { return at("quarantine/" + file); }
  QString contentPath(const QByteArray& sha256) const { return at(contentName(sha256)); }
  // Below the data directory: "files/ab/abcd…".
  static QByteArray relativePath(const QByteArray& sha256) { return "files/" + contentName(sha256); }

  // Makes the upload's bytes durable under their hash; a content that is there already is kept once.
  FileStatus publish(const QByteArray& file, const QByteArray& sha256);
  FileStatus quarantine(const QByteArray& file);
  FileStatus savePreview(const QByteArray& file, const QByteArray& bytes);
  void dropUpload(const QByteArray& file);
  void dropPreview(const QByteArray& file);
  void dropQuarantined(const QByteArray& file);
  void dropContent(const QByteArray& sha256);

  qint64 freeBytes() const;
  // Names in the folders, for what was left behind.
  QByteArrayList uploads() const;
  QByteArrayList contents() const;

  // Held shared from publish() until the row that names the content is committed, and alone while contents are
  // deleted that no row names.
  std::shared_mutex& useLock() { return useLock_; }

 private:
  explicit ContentStore(QString root) : root_(std::move(root)) {}
  static QByteArray contentName(const QByteArray& sha256) { return sha256.first(2) + '/' + sha256; }
  QString at(const QByteArray& name) const { return root_ + QLatin1Char('/') + QString::fromLatin1(name); }

  const QString root_;
  std::shared_mutex useLock_;
};

// The failure for what errno says.
FileFailure diskFailure(int code);

}  // namespace Parlour::Server
