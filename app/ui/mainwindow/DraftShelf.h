// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>

#include "app/ui/composer/Composer.h"
#include "protocol/support/Ids.h"

namespace Parlour::Ui {

// The unsent texts by room, one for all windows: a room that goes to another window takes its draft along. GUI thread.
class DraftShelf : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const QHash<RoomUri, Draft>& all() const { return drafts_; }
  Draft of(const RoomUri& room) const { return drafts_.value(room); }
  void keep(const RoomUri& room, const Draft& draft);  // an empty draft is forgotten
  void setAll(const QHash<RoomUri, Draft>& drafts);    // from the last time
  void clear();                                        // forgets all, also what stands in the composers

 Q_SIGNALS:
  void changed(const Parlour::RoomUri& room, bool hasDraft);
  void cleared();

 private:
  QHash<RoomUri, Draft> drafts_;
};

}  // namespace Parlour::Ui
