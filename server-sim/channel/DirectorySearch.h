// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <functional>
#include <map>
#include <unordered_map>
#include <vector>

#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// Text as searches compare it: without case and without marks on letters, "Łukasz Ångström" as "lukasz angstrom".
QString foldedForSearch(const QString& text);

// What to look for among people and groups (xccos 7.17); what is empty matches everybody.
struct DirectoryQuery {
  QString words;  // each begins a word of the display name or of the address; one with '@' begins the address
  QString lastName;
  QString firstName;
  QString email;  // these three are found anywhere in their field, and only people have them
  size_t limit = 100;
};

struct DirectoryMatches {
  std::vector<PrincipalId> principals;  // in the order of display names
  bool truncated = false;
};

// Finds enabled people and groups by the beginnings of their names: a sorted index of words, under a millisecond for
// usual words among 20,000 people. Display names are taken as "First Last" or "Last, First"; middle names count as
// both. Loop thread.
class DirectorySearch {
 public:
  using Wanted = std::function<bool(PrincipalId)>;

  // Takes in who is new or has changed among everybody there is; the others cost only a look.
  void follow(const std::vector<const Principal*>& principals);
  // The first `limit` matches that `wanted` accepts as well; it is asked as seldom as possible.
  DirectoryMatches find(const DirectoryQuery& query, const Wanted& wanted) const;

 private:
  struct Entry {
    PrincipalId id = 0;
    Principal source;  // of which the rest was made
    QString name;      // folded, as the rest
    QString first;
    QString last;
    QString email;
    QStringList words;
    bool person = false;
  };
  struct Terms;
  static Entry entryOf(const Principal& principal);
  static bool isListed(const Principal& principal);
  void add(const Principal& principal);
  void remove(PrincipalId id);
  // Whether the index says of the principal what is true now.
  bool knows(const Principal& principal) const;
  std::vector<const Entry*> candidates(const QStringList& words) const;

  std::unordered_map<PrincipalId, Entry> entries_;  // their addresses stay
  std::multimap<QString, const Entry*> words_;
};

}  // namespace Parlour::Server
