// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <utility>
#include <variant>

#include "protocol/files/FileErrors.h"

namespace Parlour::Server {

// Why a transfer does not go on. `text` is a sentence for people; empty: that of the error.
struct FileFailure {
  Files::FileError error = Files::FileError::Storage;
  QString text;
  qint64 limit = -1;   // bytes, of `too-large` and `quota`
  qint64 offset = -1;  // where to go on, of `offset`

  QString words() const { return text.isEmpty() ? QString::fromUtf8(Files::infoOf(error).text) : text; }
};

inline FileFailure fileFailure(Files::FileError error, const QString& text = {}) { return {error, text, -1, -1}; }

// Either a value or why there is none.
template <typename T>
class [[nodiscard]] FileOutcome {
 public:
  FileOutcome(T value) : state_(std::in_place_index<0>, std::move(value)) {}                // NOLINT
  FileOutcome(FileFailure failure) : state_(std::in_place_index<1>, std::move(failure)) {}  // NOLINT

  explicit operator bool() const { return state_.index() == 0; }
  const T& operator*() const { return std::get<0>(state_); }
  T& operator*() { return std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }
  const FileFailure& failure() const { return std::get<1>(state_); }

 private:
  std::variant<T, FileFailure> state_;
};

struct FileDone {};
using FileStatus = FileOutcome<FileDone>;

}  // namespace Parlour::Server
