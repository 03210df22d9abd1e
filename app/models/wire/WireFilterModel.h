// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>
#include <array>

#include "app/models/wire/WireModel.h"

namespace Parlour::Models {

// The rows of a WireModel that the person wants to see: by kind, with or without plain acknowledgements, and by
// words that must all occur in the summary, the status or the message (case does not matter).
class WireFilterModel : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  explicit WireFilterModel(WireModel& model, QObject* parent = nullptr);

  void setText(const QString& text);
  void setKindShown(WireKind kind, bool shown);
  bool isKindShown(WireKind kind) const { return kinds_.at(static_cast<size_t>(kind)); }
  void setAcknowledgementsShown(bool shown);
  // Whether rows may be hidden for another reason than being an acknowledgement.
  bool isFiltering() const;

  const WireRow& row(int at) const;
  QList<WireRow> rows() const;
  int rowOf(quint64 number) const;  // -1 when hidden or gone

 protected:
  bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

 private:
  bool matches(const WireRow& row) const;

  WireModel& model_;
  QStringList words_;
  std::array<bool, kWireKindCount> kinds_;
  bool acknowledgements_ = false;
};

}  // namespace Parlour::Models
