// SPDX-License-Identifier: Apache-2.0
#include "server-sim/faults/Faults.h"

#include <QRandomGenerator>

namespace Parlour::Server {

Faults::Faults(const FaultPlan& plan, const Clock& clock) : plan_(plan), clock_(clock) {
  if (!plan_.seed) plan_.seed = QRandomGenerator::global()->generate();
  if (plan_.clockJumpMs != 0) faultyClock_ = std::make_unique<FaultyClock>(clock_, plan_);
}

FaultDice Faults::dice() const {
  auto random = std::make_shared<QRandomGenerator>(*plan_.seed);
  return FaultDice([random] { return random->generateDouble(); });
}

Store& Faults::over(Store& store, const FaultyTransport::Later& later) {
  if (!plan_.touchesStore()) return store;
  const auto soon = [later](std::function<void()> action) { later(0, std::move(action)); };
  store_ = std::make_unique<FaultyStore>(store, plan_, dice(), clock_, soon);
  return *store_;
}

Sip::Transport& Faults::over(Sip::Transport& transport, const FaultyTransport::Later& later) {
  if (!plan_.touchesTransport()) return transport;
  transport_ = std::make_unique<FaultyTransport>(transport, plan_, dice(), later);
  return *transport_;
}

}  // namespace Parlour::Server
