// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "server-sim/faults/FaultPlan.h"
#include "server-sim/faults/FaultyClock.h"
#include "server-sim/faults/FaultyStore.h"
#include "server-sim/faults/FaultyTransport.h"

namespace Parlour::Server {

// Puts between the parts of a server what its plan calls for; where it calls for nothing, there is nothing between.
// Owns what it puts there. Loop thread; what is handed in must outlive the use of what is handed out.
class Faults {
 public:
  Faults(const FaultPlan& plan, const Clock& clock);

  const Clock& clock() const { return faultyClock_ ? static_cast<const Clock&>(*faultyClock_) : clock_; }
  Store& over(Store& store, const FaultyTransport::Later& later);
  Sip::Transport& over(Sip::Transport& transport, const FaultyTransport::Later& later);

 private:
  FaultDice dice() const;

  FaultPlan plan_;
  const Clock& clock_;
  std::unique_ptr<FaultyClock> faultyClock_;
  std::unique_ptr<FaultyStore> store_;
  std::unique_ptr<FaultyTransport> transport_;
};

}  // namespace Parlour::Server
