// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QPromise>
#include <functional>
#include <memory>
#include <utility>

namespace Parlour::Core {

// A future and the function that settles it; the first settling counts. For the border between callbacks,
// which the core uses inside, and the futures that it offers.
template <typename T>
std::pair<QFuture<T>, std::function<void(const T&)>> makePromise() {
  auto promise = std::make_shared<QPromise<T>>();
  promise->start();
  QFuture<T> future = promise->future();
  auto settle = [promise](const T& value) {
    if (promise->future().isFinished()) return;
    promise->addResult(value);
    promise->finish();
  };
  return {future, settle};
}

template <typename T>
QFuture<T> settledWith(const T& value) {
  auto [future, settle] = makePromise<T>();
  settle(value);
  return future;
}

}  // namespace Parlour::Core
