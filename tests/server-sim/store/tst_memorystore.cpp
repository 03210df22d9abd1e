// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/MemoryStore.h"
#include "tests/server-sim/store/ChangeContract.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server::tst_memorystore {

// The store that the tests of the chat service use keeps to the same contract as the one on disk.
class TestMemoryStore final : public ChangeContract {
  Q_OBJECT

 protected:
  std::unique_ptr<Store> makeStore() override {
    if (holds_.rooms.empty()) {
      const QTemporaryDir directory;
      auto original = openStore(directory.path() + QStringLiteral("/data"), clock_, loop_);
      if (!original || !(*original)->importOrganisation(smallOrganisation(), clock_)) return nullptr;
      holds_ = (*original)->load().value();
    }
    return std::make_unique<Testing::MemoryStore>(clock_, holds_);
  }

  void reopen() override {}
  void settle() override { static_cast<Testing::MemoryStore&>(*store_).run(); }

 private:
  Snapshot holds_;
};

PARLOUR_TEST(TestMemoryStore)

}  // namespace Parlour::Server::tst_memorystore

#include "tst_memorystore.moc"
