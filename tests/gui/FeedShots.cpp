// SPDX-License-Identifier: Apache-2.0
#include <QListView>

#include "app/ui/export/ExportDialog.h"
#include "app/ui/feeds/FeedDialog.h"
#include "app/ui/feeds/FeedPage.h"
#include "app/ui/mainwindow/DateDialog.h"
#include "app/ui/notify/DigestList.h"
#include "app/ui/widgets/SegmentedControl.h"
#include "tests/gui/SampleWindow.h"
#include "tests/gui/Screenshots.h"

namespace Parlour::Gui {

namespace {

class SampleFeedModel : public Models::DigestModel {
 public:
  using DigestModel::DigestModel;
  void fill(const QList<Models::DigestRow>& rows) { syncTo(rows); }
};

Models::DigestRow feedRow(ChatId chatId, const QString& room, const QString& author, int hour, int minute,
                          const QString& text, const QStringList& marked, bool fresh) {
  Models::DigestRow row;
  row.withRoom = true;
  row.room.name = room;
  row.room.uri = sampleRoom(room);
  row.message.room = row.room.uri;
  row.message.chatId = chatId;
  row.message.authorName = author;
  row.message.author = SipUri::fromTrusted("sip:" + sampleAddress(author));
  row.message.time = sampleTime(hour, minute);
  row.message.text = text;
  row.marked = marked;
  row.unread = fresh ? 1 : 0;
  return row;
}

QList<Models::DigestRow> aldgateRows() {
  const QStringList aldgate{QStringLiteral("Aldgate")};
  QList<Models::DigestRow> rows{
      feedRow(9, QStringLiteral("FX Desk – London"), QStringLiteral("Tomás Oliveira"), 8, 43,
              QStringLiteral("Priya can you check the limit for Aldgate Partners before the fixing? They want 40m."),
              {QStringLiteral("limit"), QStringLiteral("Aldgate")}, true),
      feedRow(31, QStringLiteral("Payments operations"), QStringLiteral("Ben Carter"), 8, 12,
              QStringLiteral("Aldgate has two confirmations outstanding from yesterday, both in the second entity."),
              aldgate, true),
      feedRow(12, QStringLiteral("Market data incidents"), QStringLiteral("Mei Lin Chen"), 7, 55,
              QStringLiteral("Limit breach on the ALDGATE book was a stale price. Cleared at 07:54."),
              {QStringLiteral("Limit breach"), QStringLiteral("ALDGATE")}, false)};
  rows[0].message.mentionsMe = true;
  rows[2].message.alert = true;
  return rows;
}

Core::FeedDefinition aldgateFeed() {
  Core::FeedDefinition feed;
  feed.id = QStringLiteral("aldgate");
  feed.name = QStringLiteral("Aldgate limits");
  feed.words = {QStringLiteral("Aldgate"), QStringLiteral("limit"), QStringLiteral("limit breach")};
  return feed;
}

}  // namespace

void shootFeeds(Screenshots& shots) {
  SampleWindow sample(shots.themes());
  sample.arrange();
  SampleFeedModel rows;
  rows.fill(aldgateRows());
  Ui::FeedPage& page = *sample.window().feed();
  page.setModel(&rows);
  page.showFeed(aldgateFeed(), {}, {});
  sample.window().showPage(Ui::MainWindow::Page::Feed);
  page.list()->setCurrentIndex(rows.index(1));
  shots.save(sample.window(), QStringLiteral("16-feed"));
  rows.fill({});
  shots.save(sample.window(), QStringLiteral("16-feed-empty"));
  rows.fill(aldgateRows());
  Ui::FeedDialog::Known known;
  for (const char* room : {"FX Desk – London", "Payments operations", "Market data incidents", "Settlement breaks"}) {
    known.rooms.append({sampleRoom(QString::fromUtf8(room)), QString::fromUtf8(room)});
  }
  Core::FeedDefinition edited = aldgateFeed();
  edited.rooms = {known.rooms.at(0).uri, known.rooms.at(2).uri};
  {
    Ui::FeedDialog dialog(shots.themes(), edited, known, rows, &sample.window());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    shots.saveOver(sample.window(), dialog, QSize(860, 600), QStringLiteral("16-feed-edit"));
  }
  Ui::ExportDialog exporting(shots.themes(), sampleRoom(QStringLiteral("fx")), QStringLiteral("FX Desk – London"),
                             QStringLiteral("/home/priya/Documents"), nullptr);
  exporting.setAttribute(Qt::WA_DeleteOnClose, false);
  shots.save(exporting, QStringLiteral("17-export"));
  const QDate today(2026, 11, 23);
  Ui::DateDialog asking(shots.themes(), today.addDays(-3), today.addDays(-400), today, nullptr);
  asking.setAttribute(Qt::WA_DeleteOnClose, false);
  shots.save(asking, QStringLiteral("18-go-to-date"));
}

}  // namespace Parlour::Gui
