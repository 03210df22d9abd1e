// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/DirectorySearch.h"

#include <algorithm>

namespace Parlour::Server {
namespace {

constexpr qsizetype kMaxDirectoryTerms = 8;

// Letters that Unicode does not take apart into a base letter and a mark.
// clang-format off
QLatin1String plainLetter(QChar letter) {
  switch (letter.unicode()) {
    case 0x00DF: return QLatin1String("ss");
    case 0x00E6: return QLatin1String("ae");
    case 0x00F0: return QLatin1String("d");
    case 0x00F8: return QLatin1String("o");
    case 0x00FE: return QLatin1String("th");
    case 0x0111: return QLatin1String("d");
    case 0x0127: return QLatin1String("h");
    case 0x0131: return QLatin1String("i");
    case 0x0142: return QLatin1String("l");
    case 0x0153: return QLatin1String("oe");
    default: return {};
  }
}
// clang-format on

QStringList wordsOf(const QString& folded) {
  QStringList words;
  QString word;
  for (const QChar letter : folded) {
    if (letter.isLetterOrNumber() || letter.isSurrogate()) {
      word.append(letter);
    } else if (!word.isEmpty()) {
      words.append(std::exchange(word, {}));
    }
  }
  if (!word.isEmpty()) words.append(word);
  return words;
}

// What the words of a search begin with. A term with '@' is the beginning of a whole address.
QStringList termsOf(const QString& folded) {
  QStringList terms;
  for (QString part : folded.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    if (part.startsWith(QLatin1String("sip:"))) part.remove(0, 4);
    if (part.contains(QLatin1Char('@'))) {
      terms.append(part);
    } else {
      terms.append(wordsOf(part));
    }
  }
  return terms.mid(0, kMaxDirectoryTerms);
}

struct NameParts {
  QString first;
  QString last;
};

NameParts namePartsOf(const QString& folded) {
  const qsizetype comma = folded.indexOf(QLatin1Char(','));
  if (comma >= 0) return {folded.mid(comma + 1).trimmed(), folded.left(comma).trimmed()};
  const QString name = folded.simplified();
  const qsizetype firstBlank = name.indexOf(QLatin1Char(' '));
  if (firstBlank < 0) return {name, name};
  return {name.left(name.lastIndexOf(QLatin1Char(' '))), name.mid(firstBlank + 1)};
}

bool beginsOneOf(const QString& term, const QStringList& words) {
  return std::any_of(words.begin(), words.end(), [&](const QString& word) { return word.startsWith(term); });
}

}  // namespace

QString foldedForSearch(const QString& text) {
  QString folded;
  folded.reserve(text.size());
  for (const QChar letter : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
    if (letter.isMark()) continue;
    const QLatin1String plain = plainLetter(letter);
    if (plain.isEmpty()) {
      folded.append(letter);
    } else {
      folded.append(plain);
    }
  }
  return folded;
}

// A query prepared once.
struct DirectorySearch::Terms {
  explicit Terms(const DirectoryQuery& query)
      : words(termsOf(foldedForSearch(query.words))),
        lastName(foldedForSearch(query.lastName).simplified()),
        firstName(foldedForSearch(query.firstName).simplified()),
        email(foldedForSearch(query.email).trimmed()),
        peopleOnly(!lastName.isEmpty() || !firstName.isEmpty() || !email.isEmpty()) {}

  bool match(const Entry& entry) const {
    if (peopleOnly && !entry.person) return false;
    return entry.last.contains(lastName) && entry.first.contains(firstName) && entry.email.contains(email) &&
           std::all_of(words.begin(), words.end(), [&](const QString& term) { return beginsOneOf(term, entry.words); });
  }

  QStringList words;
  QString lastName;
  QString firstName;
  QString email;
  bool peopleOnly;
};

DirectorySearch::Entry DirectorySearch::entryOf(const Principal& principal) {
  Entry entry;
  entry.id = principal.id;
  entry.source = principal;
  entry.person = principal.isUser();
  entry.name = foldedForSearch(principal.displayName);
  entry.words = wordsOf(entry.name);
  if (!entry.person) return entry;
  const NameParts parts = namePartsOf(entry.name);
  entry.first = parts.first;
  entry.last = parts.last;
  entry.email = foldedForSearch(principal.email);
  const QString address = foldedForSearch(QString::fromUtf8(principal.uri.mid(principal.uri.indexOf(':') + 1)));
  entry.words += wordsOf(address.section(QLatin1Char('@'), 0, 0));
  entry.words.append(address);
  entry.words.removeDuplicates();
  return entry;
}

bool DirectorySearch::isListed(const Principal& principal) {
  return principal.enabled && principal.type != PrincipalType::SystemUser;
}

bool DirectorySearch::knows(const Principal& principal) const {
  const auto found = entries_.find(principal.id);
  if (found == entries_.end() || !isListed(principal)) return found == entries_.end() && !isListed(principal);
  const Principal& source = found->second.source;
  return source.displayName == principal.displayName && source.email == principal.email && source.uri == principal.uri;
}

void DirectorySearch::follow(const std::vector<const Principal*>& principals) {
  for (const Principal* principal : principals) {
    if (knows(*principal)) continue;
    remove(principal->id);
    if (isListed(*principal)) add(*principal);
  }
}

void DirectorySearch::add(const Principal& principal) {
  const Entry& entry = entries_.emplace(principal.id, entryOf(principal)).first->second;
  for (const QString& word : entry.words) words_.emplace(word, &entry);
}

void DirectorySearch::remove(PrincipalId id) {
  const auto found = entries_.find(id);
  if (found == entries_.end()) return;
  for (const QString& word : found->second.words) {
    const auto [first, last] = words_.equal_range(word);
    const auto own = std::find_if(first, last, [&](const auto& row) { return row.second == &found->second; });
    if (own != last) words_.erase(own);
  }
  entries_.erase(found);
}

// Everybody who has a word that begins like the longest of `words`, which is the rarest as a rule.
std::vector<const DirectorySearch::Entry*> DirectorySearch::candidates(const QStringList& words) const {
  std::vector<const Entry*> found;
  if (words.isEmpty()) {
    found.reserve(entries_.size());
    for (const auto& [id, entry] : entries_) found.push_back(&entry);
    return found;
  }
  const QString& rarest = *std::max_element(words.begin(), words.end(),
                                            [](const QString& a, const QString& b) { return a.size() < b.size(); });
  for (auto row = words_.lower_bound(rarest); row != words_.end() && row->first.startsWith(rarest); ++row) {
    found.push_back(row->second);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

DirectoryMatches DirectorySearch::find(const DirectoryQuery& query, const Wanted& wanted) const {
  const Terms terms(query);
  DirectoryMatches matches;
  // Words were given, but none has a letter or a number.
  if (terms.words.isEmpty() && !query.words.trimmed().isEmpty()) return matches;
  std::vector<const Entry*> found = candidates(terms.words);
  std::erase_if(found, [&](const Entry* entry) { return !terms.match(*entry); });
  const auto later = [](const Entry* a, const Entry* b) {
    const int order = a->name.compare(b->name);
    return order != 0 ? order > 0 : a->id > b->id;
  };
  // A heap, so that of many matches only the first few are put in order and asked about.
  std::make_heap(found.begin(), found.end(), later);
  while (!found.empty()) {
    std::pop_heap(found.begin(), found.end(), later);
    const PrincipalId id = found.back()->id;
    found.pop_back();
    if (!wanted(id)) continue;
    matches.truncated = matches.principals.size() == query.limit;
    if (matches.truncated) break;
    matches.principals.push_back(id);
  }
  return matches;
}

}  // namespace Parlour::Server
