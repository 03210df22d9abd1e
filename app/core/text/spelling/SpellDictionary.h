// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <memory>

namespace Parlour::Core {

// One dictionary of Hunspell. GUI thread. Loading a large one takes some 100 ms.
class SpellDictionary {
 public:
  // Null when the files of the language ("en_GB") are in none of the folders or cannot be used.
  static std::unique_ptr<SpellDictionary> load(const QString& language, const QStringList& folders);
  ~SpellDictionary();

  bool knows(const QString& word) const;
  QStringList suggestions(const QString& word) const;

 private:
  struct Files;
  explicit SpellDictionary(std::unique_ptr<Files> files);
  std::unique_ptr<Files> files_;
};

}  // namespace Parlour::Core
