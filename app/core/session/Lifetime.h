// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <utility>

namespace Parlour::Core {

// Makes callbacks harmless once their owner is gone or has moved on: a guarded callback that comes after
// renew() or after destruction does nothing. One thread only.
class Lifetime {
 public:
  Lifetime() = default;
  Lifetime(const Lifetime&) = delete;
  Lifetime& operator=(const Lifetime&) = delete;

  template <typename F>
  auto guard(F callback) const {
    return [token = std::weak_ptr<char>(token_), callback = std::move(callback)](auto&&... arguments) {
      if (token.expired()) return;
      callback(std::forward<decltype(arguments)>(arguments)...);
    };
  }
  std::weak_ptr<char> token() const { return token_; }
  void renew() { token_ = std::make_shared<char>(); }

 private:
  std::shared_ptr<char> token_ = std::make_shared<char>();
};

}  // namespace Parlour::Core
