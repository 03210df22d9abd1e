// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <memory>
#include <vector>

#include "app/core/text/spelling/SpellDictionary.h"

namespace Parlour::Core {

struct MisspeltRange {
  qsizetype start = 0;
  qsizetype length = 0;
  bool operator==(const MisspeltRange&) const = default;
};

// Finds words that no chosen dictionary knows. Addresses, mentions, ":names:", `code` and words with digits are never
// looked at. Words that the person adds are kept in a text file, one a line; ignored ones until the program ends.
// Without a dictionary everything is right. GUI thread.
class SpellChecker : public QObject {
  Q_OBJECT

 public:
  // `personalFile` may be missing; an empty name keeps nothing.
  SpellChecker(const QStringList& folders, const QString& personalFile, QObject* parent = nullptr);
  ~SpellChecker() override;

  // Where systems keep dictionaries.
  static QStringList systemFolders();
  QStringList availableLanguages() const;
  // A language without a dictionary takes that of another country, or is left out; none given: the system's. Off:
  // nothing is loaded.
  void setLanguages(const QStringList& languages, bool on = true);
  bool isOn() const { return !dictionaries_.empty(); }

  QList<MisspeltRange> misspelt(const QString& line) const;
  QStringList suggestions(const QString& word) const;
  void addWord(const QString& word);
  void ignoreWord(const QString& word);

 Q_SIGNALS:
  void changed();  // other words are right now

 private:
  QString nearestLanguage(const QString& language) const;
  bool isRight(const QString& word) const;
  void readPersonalWords();

  QStringList folders_;
  QString personalFile_;
  QSet<QString> personal_;
  QSet<QString> ignored_;
  std::vector<std::unique_ptr<SpellDictionary>> dictionaries_;
  mutable QHash<QString, bool> known_;  // asked before
};

}  // namespace Parlour::Core
