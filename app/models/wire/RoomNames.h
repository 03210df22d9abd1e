// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>

#include "protocol/xccos/Messages.h"

namespace Parlour::Models {

// The names of rooms and categories as earlier messages of the trace told them, so that later rows can say them.
// Bounded; further names are not remembered.
class RoomNames {
 public:
  void learn(const QByteArray& uri, const QString& name);
  void learnFrom(const Xccos::Envelope& envelope);
  // The known name, otherwise the start of the key: "8c1f…".
  QString of(const RoomUri& room) const { return ofUri(room.bytes()); }
  QString of(const CategoryUri& category) const { return ofUri(category.bytes()); }
  void clear() { names_.clear(); }

 private:
  QString ofUri(const QByteArray& uri) const;
  void learn(const Xccos::ChanInfo& room);
  void learn(const Xccos::NodeInfo& node);

  QHash<QByteArray, QString> names_;
};

}  // namespace Parlour::Models
