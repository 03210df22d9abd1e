// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/Environment.h"
#include "tests/support/FakeScheduler.h"

namespace Parlour::Testing {

// Answers with fixed addresses, one turn of the scheduler later, and remembers what was asked.
class FakeLocator final : public Core::ServerLocator {
 public:
  explicit FakeLocator(FakeScheduler& scheduler) : scheduler_(scheduler) {}

  void locate(const Core::SignInRequest& request, Callback done) override {
    asked.append(request.host);
    scheduler_.after(0, [this, done = std::move(done)] { done(answer); });
  }

  QStringList asked;
  Result<QList<Sip::Target>> answer = QList<Sip::Target>{{"192.0.2.10", 5061, Sip::Protocol::Tls, {}}};

 private:
  FakeScheduler& scheduler_;
};

}  // namespace Parlour::Testing
