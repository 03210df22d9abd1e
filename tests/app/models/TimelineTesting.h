// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include "app/models/Roles.h"
#include "app/models/TimelineModel.h"

// Messages of one room for the tests of the timeline model, and a view that knows only what the model's signals tell.
namespace Parlour::Models::Testing {

using Core::Message;

// Minutes after noon, local time, of a day in March 2031.
inline Timestamp minute(int minutes, int day = 4) {
  return Timestamp::fromMs(QDateTime(QDate(2031, 3, day), QTime(12, 0)).toMSecsSinceEpoch() + qint64{minutes} * 60'000);
}

inline Message messageOf(ChatId id, const char* author, Timestamp time) {
  Message message;
  message.chatId = id;
  message.author = SipUri::fromTrusted(QByteArray("sip:") + author + "@orchard.example");
  message.authorName = QString::fromLatin1(author);
  message.time = time;
  message.text = QStringLiteral("message %1").arg(id);
  message.own = qstrcmp(author, "ada") == 0;
  return message;
}

// Ids 1 to `count`, a minute apart, all from Bo.
inline QList<Message> talk(ChatId first, ChatId last) {
  QList<Message> messages;
  for (ChatId id = first; id <= last; ++id) messages.append(messageOf(id, "bo", minute(static_cast<int>(id))));
  return messages;
}

inline RoomUri tides() { return *RoomUri::fromParts("orchard.example", "tides"); }

struct ShownRow {
  QString id;
  QString text;
  Core::MessageState state = Core::MessageState::Stored;
  bool dayLine = false;
  bool newLine = false;
  bool grouped = false;
  bool operator==(const ShownRow&) const = default;
};

inline ShownRow shownOf(const TimelineModel& model, int row) {
  const auto value = model.row(row);
  return {model.index(row).data(IdRole).toString(),
          value.message.text,
          value.message.state,
          value.dayLineAbove,
          value.newLineAbove,
          value.grouped};
}

inline QByteArray describe(const ShownRow& row) {
  return row.id.toUtf8() + " \"" + row.text.toUtf8() + '"' + (row.dayLine ? " day" : "") + (row.newLine ? " new" : "") +
         (row.grouped ? " grouped" : "");
}

// What a view shows that repaints only what it is told has changed.
class ViewMirror : public QObject {
 public:
  explicit ViewMirror(TimelineModel& model) : model_(model) {
    readAll();
    connect(&model, &TimelineModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
      for (int i = first; i <= last; ++i) rows_.insert(i, shownOf(model_, i));
    });
    connect(&model, &TimelineModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { rows_.remove(first, last - first + 1); });
    connect(&model, &TimelineModel::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
      for (int i = first.row(); i <= last.row(); ++i) rows_[i] = shownOf(model_, i);
    });
    connect(&model, &TimelineModel::modelReset, this, [this] { readAll(); });
  }
  // Empty when the view shows the truth, else the first wrong row.
  QByteArray fault() const {
    if (rows_.size() != model_.rowCount()) return "wrong number of rows";
    for (int i = 0; i < rows_.size(); ++i) {
      const auto truth = shownOf(model_, i);
      if (rows_[i] == truth) continue;
      return "row " + QByteArray::number(i) + " shows " + describe(rows_[i]) + " instead of " + describe(truth);
    }
    return {};
  }

 private:
  void readAll() {
    rows_.clear();
    for (int i = 0; i < model_.rowCount(); ++i) rows_.append(shownOf(model_, i));
  }

  TimelineModel& model_;
  QList<ShownRow> rows_;
};

}  // namespace Parlour::Models::Testing
