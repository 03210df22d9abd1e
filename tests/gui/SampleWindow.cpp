// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/SampleWindow.h"

#include <QApplication>
#include <QHoverEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include "app/core/text/RtfWriter.h"
#include "app/models/Roles.h"
#include "app/models/RoomListModel.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/roomlist/AccountRow.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/timeline/TimelineView.h"

namespace Parlour::Gui {

namespace {

Ui::RowContent contentOf(const QModelIndex& index) { return index.data(Models::RowRole).value<Ui::RowContent>(); }

}  // namespace

void setSampleWords(Ui::Draft& draft, const QString& words) {
  Core::FormattedText text;
  bool bold = false;
  for (const QString& part : words.split(QStringLiteral("**"))) {
    text.append(part, bold ? Core::TextMarks(Core::TextMark::Bold) : Core::TextMarks());
    bold = !bold;
  }
  draft.text = text.text;
  draft.rtf = Core::writeRtf(text);
}

SampleWindow::SampleWindow(Ui::ThemeManager& themes, SampleTalk talk)
    : window_(std::make_unique<Ui::MainWindow>(themes, Models::IdRole, contentOf)) {
  fillRoomList(rooms_);
  fillPeople(people_);
  fillTimeline(timeline_, talk);
  window_->resize(1280, 800);
  Ui::Sidebar& sidebar = *window_->sidebar();
  sidebar.rooms()->setModel(&rooms_);
  sidebar.rooms()->setCurrentIndex(rooms_.index(1, 0));
  sidebar.account()->setPerson(QStringLiteral("Priya Raman"), sampleAddress(QStringLiteral("Priya Raman")));
  sidebar.account()->setState(Ui::PresenceShape::Available, QStringLiteral("Available"), QStringLiteral("Connected"),
                              false);
  sidebar.setStatus(Ui::StripDot::Good, QStringLiteral("fe01.northgate.example · TLS"),
                    QStringLiteral("Connected · TLS"));
  window_->roomPage()->header()->setRoom(sampleSummary(), true);
  window_->roomPage()->timeline()->setModel(&timeline_);
  window_->roomPage()->composer()->setRoomName(QStringLiteral("FX Desk – London"));
  window_->roomPage()->composer()->setLimits(512, 4096);
  showFacts(false);
  window_->roomPane()->setPeopleText(QStringLiteral("11 here of 48"), false);
  window_->roomPane()->people()->setModel(&people_);
  window_->showPage(Ui::MainWindow::Page::Room);
}

SampleWindow::~SampleWindow() = default;

void SampleWindow::arrange() {
  writeDraft();
  window_->show();
  QApplication::processEvents();
  window_->activateWindow();
  window_->roomPage()->composer()->edit()->setFocus();
  window_->roomPage()->timeline()->verticalScrollBar()->setValue(0);
  moreArrive();
  QApplication::processEvents();
  pointAtRow(1);
  pointAtRoom(QStringLiteral("Settlement breaks"));
}

void SampleWindow::writeDraft() {
  Ui::Draft draft;
  setSampleWords(draft,
                 QStringLiteral("Feed status: **reconnected 08:46**, first prices look right. Quote again from"));
  window_->roomPage()->composer()->setDraft(draft);
  QTextCursor cursor = window_->roomPage()->composer()->edit()->textCursor();
  cursor.movePosition(QTextCursor::End);
  window_->roomPage()->composer()->edit()->setTextCursor(cursor);
}

void SampleWindow::moreArrive() { addLaterRows(timeline_); }

void SampleWindow::pointAtRoom(const QString& name) {
  QAbstractItemView& view = *window_->sidebar()->rooms();
  for (int i = 0; i < rooms_.rowCount(); ++i) {
    if (rooms_.item(i)->text() != name) continue;
    const QPointF at = view.visualRect(rooms_.index(i, 0)).center();
    QHoverEvent hover(QEvent::HoverMove, at, view.viewport()->mapToGlobal(at), QPointF());
    QApplication::sendEvent(view.viewport(), &hover);
  }
}

void SampleWindow::pointAtRow(int row) {
  QAbstractItemView& view = *window_->roomPage()->timeline();
  const QPointF at = view.visualRect(timeline_.index(row, 0)).center();
  QMouseEvent move(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
  QApplication::sendEvent(view.viewport(), &move);
}

void SampleWindow::collapseInvitations() {
  for (int i = rooms_.rowCount() - 1; i >= 0; --i) {
    auto row = rooms_.item(i)->data(Models::RowRole).value<Models::RoomListRow>();
    if (row.section != Models::RoomSection::Invitations) continue;
    if (row.kind == Models::RoomListRow::Kind::Invitation) {
      rooms_.removeRow(i);
    } else {
      row.collapsed = true;
      rooms_.item(i)->setData(QVariant::fromValue(row), Models::RowRole);
    }
  }
}

void SampleWindow::leaveAllRooms() {
  rooms_.clear();
  fillEmptyRoomList(rooms_);
}

void SampleWindow::endFirstRoom() {
  auto row = rooms_.index(1, 0).data(Models::RowRole).value<Models::RoomListRow>();
  row.ending = Core::RoomEnding::Disabled;
  row.joinState = Core::JoinState::Failed;
  rooms_.item(1)->setData(QVariant::fromValue(row), Models::RowRole);
}

void SampleWindow::showFacts(bool mayManage, int requests) {
  Ui::RoomFacts facts;
  facts.room = sampleSummary();
  facts.room.categoryName = QStringLiteral("Trading / FX");
  facts.mayManage = mayManage;
  facts.requests = requests;
  if (mayManage) {
    facts.invitations = true;
    facts.managers = QStringList{QStringLiteral("Kwame Boateng"), QStringLiteral("Sophie Laurent")};
  }
  window_->roomPane()->setRoom(facts);
}

}  // namespace Parlour::Gui
