// SPDX-License-Identifier: Apache-2.0
#include "app/ui/timeline/MessageAnnouncer.h"

namespace Parlour::Ui {

namespace {
constexpr int kBetweenMs = 2000;
}  // namespace

MessageAnnouncer::MessageAnnouncer(Speak speak, QObject* parent) : QObject(parent), speak_(std::move(speak)) {
  pause_.setSingleShot(true);
  pause_.setInterval(kBetweenMs);
  connect(&pause_, &QTimer::timeout, this, &MessageAnnouncer::speakNext);
}

void MessageAnnouncer::announce(const QString& words) {
  waiting_.append(words);
  if (!pause_.isActive()) {
    speakNext();
  }
}

void MessageAnnouncer::clear() {
  waiting_.clear();
  pause_.stop();
}

void MessageAnnouncer::speakNext() {
  if (waiting_.isEmpty()) {
    return;
  }
  speak_(waiting_.size() == 1 ? waiting_.first() : tr("%n new messages", nullptr, static_cast<int>(waiting_.size())));
  waiting_.clear();
  pause_.start();
}

}  // namespace Parlour::Ui
