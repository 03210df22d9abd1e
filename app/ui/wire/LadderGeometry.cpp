// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/LadderGeometry.h"

#include <algorithm>

namespace Parlour::Ui {

namespace {
constexpr int kRightEdge = 15;
constexpr int kElapsedSpace = 53;
constexpr int kStatusGap = 24;
constexpr int kTimeRight = 64;
constexpr int kClientX = 140;
constexpr int kChatFromRight = 199;
constexpr int kNarrowestLadder = 200;
}  // namespace

LadderGeometry::LadderGeometry(int width, const Typography& type)
    : width_(width),
      edge_(kRightEdge),
      elapsedSpace_(type.scaled(kElapsedSpace)),
      statusGap_(type.scaled(kStatusGap)),
      timeRight_(type.scaled(kTimeRight)),
      client_(type.scaled(kClientX)),
      chat_(std::max(width - type.scaled(kChatFromRight), client_ + kNarrowestLadder)) {}

int LadderGeometry::lifeline(Models::Lifeline line) const {
  switch (line) {
    case Models::Lifeline::Client:
      return client_;
    case Models::Lifeline::FrontEnd:
      return client_ + segment();
    case Models::Lifeline::PersistentChat:
      return chat_;
  }
  Q_UNREACHABLE();
}

}  // namespace Parlour::Ui
