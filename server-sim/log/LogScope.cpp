// SPDX-License-Identifier: Apache-2.0
#include "server-sim/log/LogScope.h"

#include <QCryptographicHash>
#include <algorithm>

namespace Parlour::Server {
namespace {

constexpr qsizetype kHashLetters = 12;

}  // namespace

std::vector<LogScope::Entry>& LogScope::entries() {
  thread_local std::vector<Entry> entries;
  return entries;
}

LogScope::LogScope(Entry entry) { entries().push_back(entry); }

LogScope::~LogScope() { entries().pop_back(); }

std::vector<LogScope::Field> LogScope::fields() {
  std::vector<Field> fields;
  for (const Entry& entry : entries()) {
    const QByteArray value =
        entry.hashed == nullptr
            ? QByteArray::number(entry.number)
            : QCryptographicHash::hash(*entry.hashed, QCryptographicHash::Sha256).toHex().left(kHashLetters);
    const auto same = [&entry](const Field& field) { return field.name == entry.name; };
    std::erase_if(fields, same);
    fields.push_back({entry.name, value, entry.hashed == nullptr});
  }
  return fields;
}

}  // namespace Parlour::Server
