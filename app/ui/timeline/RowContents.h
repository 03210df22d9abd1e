// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QStringList>
#include <functional>

#include "app/core/preferences/Preferences.h"
#include "app/models/DateWords.h"
#include "app/models/TimelineRow.h"
#include "app/ui/timeline/RowContent.h"
#include "protocol/xccos/ChatText.h"

namespace Parlour::Ui {

using Models::dayWords;
using Models::fullTimeWords;
using Models::shortWhen;
using Models::timeWords;

// The file of a message that is one file link and nothing else: such a message is drawn as a card.
std::optional<Xccos::FileLink> onlyFile(const Xccos::ChatText& text);

// Turns rows of the timeline model into what is drawn: parses the marked-up text, finds the words that name
// the user, remembers which stories were opened or closed. GUI thread, one for each timeline.
class RowContents {
 public:
  void setMe(const SipUri& me, const QString& displayName);
  // Grouping, stories and the clock as chosen; read anew for each row. Outlives this object; null: the defaults.
  void setPreferences(const Core::Preferences* preferences) { preferences_ = preferences; }
  void setToday(const QDate& today) { today_ = today; }

  // What is happening to a file; without it, every file is offered.
  using DescribeFile = std::function<FileContent(const Core::Message& message, const Xccos::FileLink& file)>;
  void setDescribeFile(DescribeFile describe) { describeFile_ = std::move(describe); }

  RowContent read(const Models::TimelineRow& row) const;
  bool toggleStory(const QString& rowId);
  static QString rowId(const Core::Message& message);

 private:
  void readText(const Core::Message& message, RowContent& content) const;
  void readDelivery(const Core::Message& message, RowContent& content) const;

  Core::AppearancePreferences appearance() const {
    return preferences_ ? preferences_->appearance() : Core::AppearancePreferences();
  }

  const Core::Preferences* preferences_ = nullptr;
  DescribeFile describeFile_;
  QStringList mentionWords_;
  QSet<QString> openStories_;
  QDate today_;
};

}  // namespace Parlour::Ui
