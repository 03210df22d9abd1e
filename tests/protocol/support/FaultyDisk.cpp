// SPDX-License-Identifier: Apache-2.0
#include "tests/protocol/support/FaultyDisk.h"

#include <sqlite3.h>

namespace Parlour::Testing {
namespace {

constexpr char kVfsName[] = "faulty-disk";

// What SQLite holds of an open file; the file below lies right behind it.
struct FaultyFile {
  sqlite3_file base;
  FaultyDisk* disk;
  sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

FaultyFile* faulty(sqlite3_file* file) { return reinterpret_cast<FaultyFile*>(file); }

// A file function that is done by the file below.
template <auto Method>
struct Passed;
template <typename Result, typename... Arguments, Result (*sqlite3_io_methods::*Method)(sqlite3_file*, Arguments...)>
struct Passed<Method> {
  static Result call(sqlite3_file* file, Arguments... arguments) {
    sqlite3_file* below = faulty(file)->below();
    return (below->pMethods->*Method)(below, arguments...);
  }
};

// The same unless the disk has had enough.
template <auto Method, bool isSync>
struct Judged;
template <typename... Arguments, int (*sqlite3_io_methods::*Method)(sqlite3_file*, Arguments...), bool isSync>
struct Judged<Method, isSync> {
  static int call(sqlite3_file* file, Arguments... arguments) {
    if (const int verdict = faulty(file)->disk->verdict(isSync); verdict != SQLITE_OK) return verdict;
    return Passed<Method>::call(file, arguments...);
  }
};

const sqlite3_io_methods kFaultyMethods = {
    2,
    Passed<&sqlite3_io_methods::xClose>::call,
    Passed<&sqlite3_io_methods::xRead>::call,
    Judged<&sqlite3_io_methods::xWrite, false>::call,
    Judged<&sqlite3_io_methods::xTruncate, false>::call,
    Judged<&sqlite3_io_methods::xSync, true>::call,
    Passed<&sqlite3_io_methods::xFileSize>::call,
    Passed<&sqlite3_io_methods::xLock>::call,
    Passed<&sqlite3_io_methods::xUnlock>::call,
    Passed<&sqlite3_io_methods::xCheckReservedLock>::call,
    Passed<&sqlite3_io_methods::xFileControl>::call,
    Passed<&sqlite3_io_methods::xSectorSize>::call,
    Passed<&sqlite3_io_methods::xDeviceCharacteristics>::call,
    Passed<&sqlite3_io_methods::xShmMap>::call,
    Passed<&sqlite3_io_methods::xShmLock>::call,
    Passed<&sqlite3_io_methods::xShmBarrier>::call,
    Passed<&sqlite3_io_methods::xShmUnmap>::call,
    nullptr,
    nullptr,
};

}  // namespace

struct FaultyDisk::Vfs {
  sqlite3_vfs vfs;
  sqlite3_vfs* below;
  FaultyDisk* disk;

  static Vfs* of(sqlite3_vfs* vfs) { return static_cast<Vfs*>(vfs->pAppData); }
  static int open(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* opened) {
    FaultyFile* ours = faulty(file);
    ours->base.pMethods = nullptr;
    ours->disk = of(vfs)->disk;
    sqlite3_vfs* below = of(vfs)->below;
    const int result = below->xOpen(below, name, ours->below(), flags, opened);
    if (result == SQLITE_OK) ours->base.pMethods = &kFaultyMethods;
    return result;
  }
};

FaultyDisk::FaultyDisk() : vfs_(std::make_unique<Vfs>()) {
  vfs_->below = sqlite3_vfs_find(nullptr);
  vfs_->disk = this;
  vfs_->vfs = *vfs_->below;
  vfs_->vfs.szOsFile += static_cast<int>(sizeof(FaultyFile));
  vfs_->vfs.zName = kVfsName;
  vfs_->vfs.pAppData = vfs_.get();
  vfs_->vfs.xOpen = &Vfs::open;
  sqlite3_vfs_register(&vfs_->vfs, 1);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&vfs_->vfs);
  sqlite3_vfs_register(vfs_->below, 1);
}

void FaultyDisk::fail(Fault fault, int goodOperations) {
  failures_ = 0;
  fault_ = fault;
  goodOperations_ = goodOperations;
}

void FaultyDisk::heal() { goodOperations_ = kHealthy; }

int FaultyDisk::verdict(bool isSync) {
  qint64 good = goodOperations_;
  while (good > 0 && !goodOperations_.compare_exchange_weak(good, good - 1)) {
  }
  const Fault fault = fault_;
  if (good != 0 || isSync != (fault == Fault::SyncError)) return SQLITE_OK;
  ++failures_;
  if (fault == Fault::SyncError) return SQLITE_IOERR_FSYNC;
  return fault == Fault::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

}  // namespace Parlour::Testing
