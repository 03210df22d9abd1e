// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSaveFile>

namespace Parlour {

// A file that appears whole or not at all, in the place of an older one. Qt 6.4 does not look whether the last buffer
// reached the disk before it replaces the older file: on a full disk that leaves an empty one. commit() looks.
// No thread of its own; errors by errorString().
class WholeFile : public QSaveFile {
 public:
  using QSaveFile::QSaveFile;
  bool commit() { return flush() && QSaveFile::commit(); }
};

}  // namespace Parlour
