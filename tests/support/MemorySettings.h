// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVariantMap>
#include <memory>

#include "app/core/Environment.h"

namespace Parlour::Testing {

// Settings that several clients of one test can share, like the sign-ins of one computer.
class MemorySettings final : public Core::LocalSettings {
 public:
  using Values = std::shared_ptr<QVariantMap>;
  explicit MemorySettings(Values values) : values_(std::move(values)) {}
  QVariant value(const QString& key) const override { return values_->value(key); }
  void setValue(const QString& key, const QVariant& value) override { values_->insert(key, value); }

 private:
  Values values_;
};

}  // namespace Parlour::Testing
