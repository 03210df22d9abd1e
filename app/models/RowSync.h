// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <functional>

namespace Parlour::Models {

// Brings `rows` to `wanted` by removing and inserting single rows, so that a view keeps its selection and
// position. `same(a, b)`: both stand for the same thing. The callbacks wrap each change in the model's signals.
template <typename Row>
struct RowSync {
  std::function<bool(const Row&, const Row&)> same;
  std::function<void(int at, const std::function<void()>& change)> insert;
  std::function<void(int at, const std::function<void()>& change)> remove;
  std::function<void(int at)> changed;

  void run(QList<Row>& rows, const QList<Row>& wanted) const {
    for (int i = static_cast<int>(rows.size()) - 1; i >= 0; --i) {
      bool kept = false;
      for (const Row& row : wanted) kept = kept || same(rows[i], row);
      if (!kept) remove(i, [&] { rows.removeAt(i); });
    }
    for (int i = 0; i < wanted.size(); ++i) {
      if (i < rows.size() && same(rows[i], wanted[i])) {
        rows[i] = wanted[i];
        changed(i);
        continue;
      }
      for (int j = static_cast<int>(rows.size()) - 1; j > i; --j) {
        if (same(rows[j], wanted[i])) remove(j, [&] { rows.removeAt(j); });
      }
      insert(i, [&] { rows.insert(i, wanted[i]); });
    }
  }
};

}  // namespace Parlour::Models
