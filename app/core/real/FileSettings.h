// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSettings>

#include "app/core/Environment.h"

namespace Parlour::Core {

// Settings in an INI file; written back by Qt within seconds and at the end.
class FileSettings final : public LocalSettings {
 public:
  explicit FileSettings(const QString& file) : settings_(file, QSettings::IniFormat) {}
  QVariant value(const QString& key) const override { return settings_.value(key); }
  void setValue(const QString& key, const QVariant& value) override { settings_.setValue(key, value); }

 private:
  QSettings settings_;
};

}  // namespace Parlour::Core
