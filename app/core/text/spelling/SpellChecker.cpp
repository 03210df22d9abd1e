// SPDX-License-Identifier: Apache-2.0
#include "app/core/text/spelling/SpellChecker.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QStandardPaths>

#include "protocol/support/Log.h"

namespace Parlour::Core {

namespace {

constexpr qint64 kLargestPersonalFile = 1024 * 1024;
constexpr qsizetype kLongestCheckedWord = 64;
constexpr qsizetype kMostAnswers = 20'000;
constexpr qsizetype kMostSuggestions = 6;

// Parts of a line that are no prose.
const QRegularExpression& notProse() {
  static const QRegularExpression pattern(
      QStringLiteral("`[^`]*`|\\b[a-z][a-z0-9+.-]*://\\S+|\\bwww\\.\\S+|\\S+@\\S+|@\\w+|:[a-z]+:|\\S*[/\\\\]\\S+"),
      QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
  return pattern;
}

const QRegularExpression& wordOfProse() {
  static const QRegularExpression pattern(QStringLiteral("[\\w]+(?:['\u2019][\\w]+)*"),
                                          QRegularExpression::UseUnicodePropertiesOption);
  return pattern;
}

bool isCheckable(const QString& word) {
  if (word.size() < 2 || word.size() > kLongestCheckedWord) return false;
  bool lower = false;
  for (const QChar c : word) {
    if (c.isDigit() || c == QLatin1Char('_')) return false;
    lower = lower || c.isLower();
  }
  return lower;  // abbreviations in capitals are in no dictionary
}

}  // namespace

SpellChecker::SpellChecker(const QStringList& folders, const QString& personalFile, QObject* parent)
    : QObject(parent), folders_(folders), personalFile_(personalFile) {
  readPersonalWords();
}

SpellChecker::~SpellChecker() = default;

QStringList SpellChecker::systemFolders() {
  QStringList folders = QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, QStringLiteral("hunspell"),
                                                  QStandardPaths::LocateDirectory);
  folders += QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, QStringLiteral("myspell/dicts"),
                                       QStandardPaths::LocateDirectory);
  return folders;
}

QStringList SpellChecker::availableLanguages() const {
  QStringList languages;
  for (const QString& folder : folders_) {
    for (const QFileInfo& words : QDir(folder).entryInfoList({QStringLiteral("*.dic")}, QDir::Files)) {
      const QString language = words.completeBaseName();
      const bool whole = QFile::exists(words.path() + QLatin1Char('/') + language + QStringLiteral(".aff"));
      if (whole && !language.startsWith(QLatin1String("hyph_")) && !languages.contains(language)) {
        languages.append(language);
      }
    }
  }
  languages.sort();
  return languages;
}

QString SpellChecker::nearestLanguage(const QString& language) const {
  const QStringList available = availableLanguages();
  if (available.contains(language)) return language;
  const QString family = language.section(QLatin1Char('_'), 0, 0) + QLatin1Char('_');
  for (const QString& other : available) {
    if (other.startsWith(family)) return other;
  }
  return language;
}

void SpellChecker::setLanguages(const QStringList& languages, bool on) {
  dictionaries_.clear();
  known_.clear();
  const QStringList wanted = languages.isEmpty() ? QStringList{QLocale::system().name()} : languages;
  for (const QString& language : on ? wanted : QStringList()) {
    if (auto dictionary = SpellDictionary::load(nearestLanguage(language), folders_))
      dictionaries_.push_back(std::move(dictionary));
  }
  Q_EMIT changed();
}

QList<MisspeltRange> SpellChecker::misspelt(const QString& line) const {
  QList<MisspeltRange> ranges;
  if (!isOn()) return ranges;
  QString prose = line;
  for (auto it = notProse().globalMatch(line); it.hasNext();) {
    const QRegularExpressionMatch match = it.next();
    prose.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), QLatin1Char(' ')));
  }
  for (auto it = wordOfProse().globalMatch(prose); it.hasNext();) {
    const QRegularExpressionMatch match = it.next();
    if (isCheckable(match.captured()) && !isRight(match.captured())) {
      ranges.append({match.capturedStart(), match.capturedLength()});
    }
  }
  return ranges;
}

bool SpellChecker::isRight(const QString& typed) const {
  QString word = typed;
  word.replace(QChar(0x2019), QLatin1Char('\''));
  if (personal_.contains(word.toLower()) || ignored_.contains(word.toLower())) return true;
  const auto known = known_.constFind(word);
  if (known != known_.constEnd()) return *known;
  bool right = false;
  for (const auto& dictionary : dictionaries_) right = right || dictionary->knows(word);
  if (known_.size() >= kMostAnswers) known_.clear();
  known_.insert(word, right);
  return right;
}

QStringList SpellChecker::suggestions(const QString& word) const {
  QStringList all;
  for (const auto& dictionary : dictionaries_) all += dictionary->suggestions(word);
  all.removeDuplicates();
  return all.mid(0, kMostSuggestions);
}

void SpellChecker::readPersonalWords() {
  QFile file(personalFile_);
  if (personalFile_.isEmpty() || !file.open(QIODevice::ReadOnly)) return;
  for (const QString& line : QString::fromUtf8(file.read(kLargestPersonalFile)).split(QLatin1Char('\n'))) {
    if (!line.trimmed().isEmpty()) personal_.insert(line.trimmed().toLower());
  }
}

void SpellChecker::addWord(const QString& word) {
  personal_.insert(word.toLower());
  QFile file(personalFile_);
  const QByteArray line = word.toUtf8() + '\n';
  const bool kept =
      personalFile_.isEmpty() || (file.open(QIODevice::Append) && file.write(line) == line.size() && file.flush());
  if (!kept) qCWarning(lcCore).noquote() << "The added word is not kept:" << file.errorString();
  Q_EMIT changed();
}

void SpellChecker::ignoreWord(const QString& word) {
  ignored_.insert(word.toLower());
  Q_EMIT changed();
}

}  // namespace Parlour::Core
