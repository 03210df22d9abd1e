// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <algorithm>
#include <vector>

// Small questions to vectors and names that the chat service asks in many places.
namespace Parlour::Server::Lists {

template <typename T, typename F>
const T* findWhere(const std::vector<T>& items, const F& wanted) {
  const auto found = std::find_if(items.begin(), items.end(), wanted);
  return found == items.end() ? nullptr : &*found;
}

template <typename T>
bool contains(const std::vector<T>& items, const T& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

// What ascending `before` has and ascending `after` has not.
template <typename T>
std::vector<T> lost(const std::vector<T>& before, const std::vector<T>& after) {
  std::vector<T> gone;
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(gone));
  return gone;
}

inline bool isSameName(const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

}  // namespace Parlour::Server::Lists
