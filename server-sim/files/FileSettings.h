// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace Parlour::Server {

// What operators decide about files (docs: files.* in parlour-server.conf). 1 KB is 1,024 bytes.
struct FileSettings {
  bool enabled = true;        // needs the web service
  qint64 largestKb = 20'000;  // MaxFileSizeKB (product.md 1.5)
  qint64 roomQuotaMb = 0;     // of all files of a room; 0: none
  qint64 keepFreeMb = 256;    // of the disk, for messages
  QByteArray types;           // endings that are accepted, between commas or blanks; empty: all
  QString scanCommand;        // program and arguments; the file's path is added
  int scanSeconds = 30;
  int transfers = 256;  // requests of transfers at one time
  int tokenMinutes = 30;
  int unfinishedHours = 24;  // an upload without a piece for so long is dropped
  int unpostedHours = 24;    // a file that no message names is dropped

  qint64 largestBytes() const { return largestKb * 1'024; }
  QByteArrayList typeList() const { return QByteArray(types).replace(',', ' ').simplified().toLower().split(' '); }
  bool allowsType(const QByteArray& ending) const { return types.trimmed().isEmpty() || typeList().contains(ending); }
};

}  // namespace Parlour::Server
