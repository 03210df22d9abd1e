// SPDX-License-Identifier: Apache-2.0
#include "app/models/Roles.h"
#include "app/ui/text/MessageSpans.h"
#include "tests/gui/SampleData.h"

namespace Parlour::Gui {

namespace {

class TimelineBuilder {
 public:
  explicit TimelineBuilder(QStandardItemModel& model) : model_(model) {}

  Ui::RowContent& add(const QString& author, const QString& time, const QString& text) {
    flush();
    pending_ = {};
    pending_.id = QString::number(model_.rowCount() + 1);
    pending_.author = author;
    pending_.address = sampleAddress(author);
    pending_.time = time;
    pending_.body = Ui::messageSpans(Xccos::parseChatText(text).spans, {{QStringLiteral("Priya")}, {}});
    pending_.own = author == QLatin1String("Priya Raman");
    return pending_;
  }

  void flush() {
    if (pending_.id.isEmpty()) {
      return;
    }
    auto* item = new QStandardItem(pending_.author);
    item->setData(QVariant::fromValue(pending_), Models::RowRole);
    item->setData(pending_.id, Models::IdRole);
    model_.appendRow(item);
    pending_.id.clear();
  }

 private:
  QStandardItemModel& model_;
  Ui::RowContent pending_;
};

const QString kOwnName = QStringLiteral("Priya Raman");

const QString kToday = QStringLiteral("Today, Friday 20 November");
const QString kStoryTitle = QStringLiteral("Fixing process from Monday 23 November");

void addGreeting(TimelineBuilder& rows) {
  rows.add(QStringLiteral("Hannah Weiss"), QStringLiteral("08:02"),
           QStringLiteral("Morning all. Tokyo handed over clean, nothing open from overnight."))
      .dayAbove = kToday;
  rows.add(QStringLiteral("Hannah Weiss"), QStringLiteral("08:03"),
           QStringLiteral("ECB speakers today: <a href=\"https://intranet.northgate.example/ecb/today\">"
                          "https://intranet.northgate.example/ecb/today</a> :)"))
      .grouped = true;
}

void addThanks(TimelineBuilder& rows) {
  rows.add(kOwnName, QStringLiteral("08:21"), QStringLiteral("Thanks Kwame. I’ll point the new joiners at this."));
}

void addClosedStory(TimelineBuilder& rows) {
  Ui::RowContent& story = rows.add(
      QStringLiteral("Kwame Boateng"), QStringLiteral("08:15"),
      QStringLiteral("Orders for the 16:00 fix close at 15:45, not 15:50. Late orders need a desk head’s OK in "
                     "writing, in this room."));
  story.kind = Ui::RowContent::Kind::Story;
  story.storyTitle = kStoryTitle;
  story.readingMinutes = 2;
}

void addOpenStory(TimelineBuilder& rows) {
  Ui::RowContent& story = rows.add(
      QStringLiteral("Kwame Boateng"), QStringLiteral("08:15"),
      QStringLiteral("Orders for the 16:00 fix close at 15:45, not 15:50. Late orders need a desk head’s OK in "
                     "writing, in this room.\n\nWhat changes:\n"
                     "• Anything over the desk limit needs a second name before 15:45.\n"
                     "• Sales enter the order in the blotter; the desk confirms here.\n"
                     "• Credit checks run at 15:30 and again at 15:44.\n\n"
                     "Questions to Sophie or me. The old process page is archived at "
                     "<a href=\"https://intranet.northgate.example/fx/fixing\">"
                     "https://intranet.northgate.example/fx/fixing</a>."));
  story.kind = Ui::RowContent::Kind::Story;
  story.storyTitle = kStoryTitle;
  story.storyOpen = true;
  story.dayAbove = kToday;
}

void addRemoved(TimelineBuilder& rows) {
  Ui::RowContent& removed = rows.add(QStringLiteral("Luca Moretti"), QStringLiteral("08:24"),
                                     QStringLiteral("A message from Luca Moretti was removed by a room manager."));
  removed.kind = Ui::RowContent::Kind::Removed;
}

void addNews(TimelineBuilder& rows, Ui::FileContent::State transfer) {
  Ui::RowContent& urgent = rows.add(
      QStringLiteral("Mei Lin Chen"), QStringLiteral("08:41"),
      QStringLiteral("EUR/CHF feed has been stale since 08:38. Do not quote from the blotter until Market data "
                     "confirms."));
  urgent.newLineAbove = true;
  urgent.alert = true;
  rows.add(QStringLiteral("Tomás Oliveira"), QStringLiteral("08:43"),
           QStringLiteral("Priya can you check the limit for Aldgate Partners before the fixing? They want 40m."))
      .attention = QStringLiteral("Mentions you");
  Ui::RowContent& file = rows.add(QStringLiteral("Oskar Lindqvist"), QStringLiteral("08:44"), QString());
  file.kind = Ui::RowContent::Kind::File;
  file.file.state = transfer;
  file.file.name = QStringLiteral("aldgate-limits-2026-11.xlsx");
  file.file.size = transfer == Ui::FileContent::State::Paused ? QStringLiteral("Paused at 1.1 of 1.8 MB")
                                                              : QStringLiteral("1.1 of 1.8 MB");
  file.file.percent = 62;
}

void addAnswers(TimelineBuilder& rows) {
  Ui::RowContent& failed =
      rows.add(kOwnName, QStringLiteral("08:45"), QStringLiteral("Limit is 50m, they have 12m used. Fine for 40m."));
  failed.delivery = Ui::RowContent::Delivery::Failed;
  failed.failure = QStringLiteral("Not sent. The server did not answer.");
  Ui::RowContent& pending =
      rows.add(kOwnName, QStringLiteral("08:45"), QStringLiteral("Checking their second entity now."));
  pending.grouped = true;
  pending.delivery = Ui::RowContent::Delivery::Sending;
  rows.add(QStringLiteral("Tomás Oliveira"), QStringLiteral("08:46"), QStringLiteral("Perfect, thank you."));
}

void addWaiting(TimelineBuilder& rows) {
  rows.add(kOwnName, QStringLiteral("08:45"), QStringLiteral("Limit is 50m, they have 12m used. Fine for 40m."));
  rows.add(QStringLiteral("Tomás Oliveira"), QStringLiteral("08:46"), QStringLiteral("Perfect, thank you."));
  Ui::RowContent& waiting =
      rows.add(kOwnName, QStringLiteral("08:48"), QStringLiteral("Checking their second entity now."));
  waiting.delivery = Ui::RowContent::Delivery::Waiting;
}

}  // namespace

void fillTimeline(QStandardItemModel& model, SampleTalk talk) {
  TimelineBuilder rows(model);
  if (talk == SampleTalk::Story) {
    addOpenStory(rows);
    addThanks(rows);
  } else {
    addGreeting(rows);
    addClosedStory(rows);
    addThanks(rows);
    addRemoved(rows);
    addNews(rows, talk == SampleTalk::Lost ? Ui::FileContent::State::Paused : Ui::FileContent::State::Downloading);
    talk == SampleTalk::Lost ? addWaiting(rows) : addAnswers(rows);
  }
  rows.flush();
}

void addLaterRows(QStandardItemModel& model) {
  TimelineBuilder rows(model);
  rows.add(QStringLiteral("Hannah Weiss"), QStringLiteral("08:52"),
           QStringLiteral("Feed is good again, quoting as normal."));
  rows.add(QStringLiteral("Mei Lin Chen"), QStringLiteral("08:53"), QStringLiteral("Thanks. Blotter is open again."));
  rows.add(QStringLiteral("Kwame Boateng"), QStringLiteral("08:54"), QStringLiteral("Good."));
  rows.flush();
}

}  // namespace Parlour::Gui
