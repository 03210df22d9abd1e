// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/wire/WireRow.h"
#include "app/ui/theme/Typography.h"

namespace Parlour::Ui {

// Where the columns of the ladder stand in a list of a given width; shared by header and rows.
class LadderGeometry {
 public:
  LadderGeometry(int width, const Typography& type);

  int lifeline(Models::Lifeline line) const;
  int timeRight() const { return timeRight_; }
  int statusRight() const { return width_ - elapsedSpace_ - statusGap_; }
  int elapsedRight() const { return width_ - edge_; }
  // The space between two lifelines.
  int segment() const { return (chat_ - client_) / 2; }

 private:
  int width_;
  int edge_;
  int elapsedSpace_;
  int statusGap_;
  int timeRight_;
  int client_;
  int chat_;
};

}  // namespace Parlour::Ui
