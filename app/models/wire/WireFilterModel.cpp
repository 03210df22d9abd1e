// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/WireFilterModel.h"

#include <algorithm>

#include "app/models/wire/WireSentence.h"

namespace Parlour::Models {

namespace {

char asciiLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Messages may be megabytes, so they are searched as bytes; letters beyond ASCII must match exactly.
bool containsBytes(const QByteArray& text, const QByteArray& word) {
  const auto equal = [](char a, char b) { return asciiLower(a) == asciiLower(b); };
  return std::search(text.begin(), text.end(), word.begin(), word.end(), equal) != text.end();
}

}  // namespace

WireFilterModel::WireFilterModel(WireModel& model, QObject* parent) : QSortFilterProxyModel(parent), model_(model) {
  kinds_.fill(true);
  setSourceModel(&model);
}

void WireFilterModel::setText(const QString& text) {
  words_ = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  invalidateFilter();
}

void WireFilterModel::setKindShown(WireKind kind, bool shown) {
  kinds_.at(static_cast<size_t>(kind)) = shown;
  invalidateFilter();
}

void WireFilterModel::setAcknowledgementsShown(bool shown) {
  acknowledgements_ = shown;
  invalidateFilter();
}

bool WireFilterModel::isFiltering() const {
  return !words_.isEmpty() || !std::all_of(kinds_.begin(), kinds_.end(), [](bool shown) { return shown; });
}

const WireRow& WireFilterModel::row(int at) const { return model_.row(mapToSource(index(at, 0)).row()); }

QList<WireRow> WireFilterModel::rows() const {
  QList<WireRow> all;
  all.reserve(rowCount());
  for (int i = 0; i < rowCount(); ++i) all.append(row(i));
  return all;
}

int WireFilterModel::rowOf(quint64 number) const {
  const int at = model_.rowOf(number);
  return at < 0 ? -1 : mapFromSource(model_.index(at)).row();
}

bool WireFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& /*sourceParent*/) const {
  const WireRow& row = model_.row(sourceRow);
  if (!kinds_.at(static_cast<size_t>(row.kind))) return false;
  if (row.isAcknowledgement && !acknowledgements_) return false;
  return matches(row);
}

bool WireFilterModel::matches(const WireRow& row) const {
  return std::all_of(words_.begin(), words_.end(), [&](const QString& word) {
    return row.what().contains(word, Qt::CaseInsensitive) ||
           WireSentence::status(row).contains(word, Qt::CaseInsensitive) || containsBytes(row.text, word.toUtf8());
  });
}

}  // namespace Parlour::Models
