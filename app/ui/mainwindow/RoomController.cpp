// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/RoomController.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QListView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTimer>
#include <QUrl>

#include "app/core/text/RtfWriter.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/composer/EmoticonPopup.h"
#include "app/ui/composer/StoryPreview.h"
#include "app/ui/composer/WordCompleter.h"
#include "app/ui/files/FileCards.h"
#include "app/ui/mainwindow/DraftShelf.h"
#include "app/ui/mainwindow/RoomFrame.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/text/MessageSpans.h"
#include "app/ui/timeline/HistoryStrip.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/Announcement.h"
#include "app/ui/widgets/EmptyPane.h"
#include "app/ui/widgets/PopupMenu.h"
#include "app/ui/widgets/Toast.h"

namespace Parlour::Ui {

namespace {

constexpr int kSendingWordsMs = 450;
constexpr qsizetype kMostPostedRtf = 64'000;  // servers take little more, and do not say how much

}  // namespace

RoomController::RoomController(Core::Client& client, RoomFrame& frame, RowContents& contents, DraftShelf& drafts,
                               QObject* parent)
    : QObject(parent),
      client_(client),
      frame_(frame),
      contents_(contents),
      files_(client, frame, contents),
      presenter_(client, frame),
      announcer_([this](const QString& words) { Ui::announce(*frame_.roomPage()->timeline(), words); }),
      drafts_(drafts) {
  connectViews();
  connectComposer();
}

void RoomController::connectViews() {
  RoomPage& page = *frame_.roomPage();
  TimelineView& timeline = *page.timeline();
  timeline.setModel(&timeline_);
  timeline_.setFileReader([this](const Models::TimelineRow& row) {
    const RowContent content = contents_.read(row);
    return content.kind == RowContent::Kind::File ? FileCards::accessibleText(content.file) : QString();
  });
  timeline.setDayReader(
      [this](const QModelIndex& index) { return dayWords(timeline_.row(index.row()).day, QDate::currentDate()); });
  timeline.setEndReader([this] { return !room_ || room_->timeline().atEnd(); });
  frame_.roomPane()->people()->setModel(&people_);
  connect(&timeline, &TimelineView::actRequested, this, &RoomController::act);
  connect(&timeline, &TimelineView::menuRequested, this, &RoomController::rowMenu);
  connect(&timeline, &TimelineView::olderNeeded, this, [this] {
    if (room_ && !room_->timeline().atStart() && !room_->timeline().olderError()) {
      client_.fetchOlder(room_->uri());
    }
  });
  connect(&timeline, &TimelineView::newerNeeded, this, [this] {
    if (room_ && !room_->timeline().atEnd()) {
      client_.fetchNewer(room_->uri());
    }
  });
  connect(&timeline, &TimelineView::latestWanted, this, &RoomController::goToLatest);
  connect(&timeline, &TimelineView::newestSeen, this, [this] {
    if (room_ && room_->timeline().atEnd()) {
      client_.markRead(room_->uri(), room_->timeline().newestChatId());
    }
  });
  connect(&timeline, &TimelineView::escapePressed, this, [this] {
    timeline_.clearNewLine();
    if (room_) {
      client_.markRead(room_->uri(), room_->timeline().newestChatId());
    }
    goToLatest();
    frame_.roomPage()->composer()->edit()->setFocus();
  });
  connect(page.history(), &HistoryStrip::retryRequested, this, [this] {
    if (room_) {
      client_.fetchOlder(room_->uri());
    }
  });
  connect(frame_.roomPane(), &RoomPane::filterChanged, &people_, &Models::ParticipantModel::setFilter);
  connect(&presenter_, &RoomPresenter::detailsRead, this, &RoomController::refreshComposer);
  connect(page.empty(), &EmptyPane::actionRequested, this, [this] {
    if (room_) {
      client_.open(room_->uri());
    }
  });
}

// After a jump into the past the newest rows are not in memory and have to come first.
void RoomController::goToLatest() {
  if (!room_ || room_->timeline().atEnd()) {
    frame_.roomPage()->timeline()->jumpToLatest();
    return;
  }
  client_.showNewest(room_->uri()).then(this, [this](const Status& shown) {
    if (shown) {
      frame_.roomPage()->timeline()->jumpToLatest();
    }
  });
}

void RoomController::connectComposer() {
  RoomPage& page = *frame_.roomPage();
  Composer& composer = *page.composer();
  composer.edit()->completer().setPeople([this] {
    QStringList names;
    for (const Core::Participant& person : room_ ? room_->participants() : QList<Core::Participant>()) {
      if (person.uri != client_.me()) {
        names.append(person.name);
      }
    }
    return names;
  });
  connect(&composer, &Composer::sendRequested, this, &RoomController::send);
  connect(&composer, &Composer::draftChanged, this, &RoomController::keepDraft);
  connect(&drafts_, &DraftShelf::cleared, &composer, [&composer] { composer.setDraft({}); });
  connect(&composer, &Composer::emoticonsRequested, this, [this](const QPoint& where) {
    auto* popup = new EmoticonPopup(frame_.themes(), frame_.frameWidget());
    connect(popup, &EmoticonPopup::chosen, frame_.roomPage()->composer(), &Composer::insertEmoticon);
    popup->popUpAbove(where);
  });
  connect(composer.edit(), &ComposerEdit::upPressedWhileEmpty, this, [this] {
    TimelineView& view = *frame_.roomPage()->timeline();
    for (int row = timeline_.rowCount() - 1; row >= 0; --row) {
      if (timeline_.row(row).message.own) {
        view.setCurrentIndex(timeline_.index(row));
        view.setFocus(Qt::TabFocusReason);
        return;
      }
    }
  });
  connect(composer.edit(), &ComposerEdit::escapePressed, page.timeline(), &TimelineView::escapePressed);
  connect(&composer, &Composer::previewRequested, this, [this] {
    auto* preview = new StoryPreview(frame_.themes(), frame_.roomPage()->composer()->draft(), client_.myName(),
                                     client_.me().address(), frame_.frameWidget());
    preview->open();
  });
  connect(&files_, &FileController::cardChanged, this, &RoomController::cardChanged);
}

void RoomController::cardChanged(const QByteArray& file, quint64 localId) {
  if (!room_) {
    return;
  }
  const QString name = QString::fromLatin1(file);
  for (int row = timeline_.rowCount() - 1; row >= 0; --row) {
    const Core::Message& message = room_->timeline().at(row);
    const bool own = localId != 0 && message.localId == localId;
    if (own || (!name.isEmpty() && message.text.contains(name))) {
      frame_.roomPage()->timeline()->rowChangedLocally(row);
    }
  }
}

void RoomController::announce(const Core::Message& message) {
  const QString words = Xccos::parseChatText(message.text).plainText();
  announcer_.announce(tr("%1: %2").arg(message.authorName, words));
}

void RoomController::show(Core::Room* room, bool focusComposer) {
  if (!room) {
    return;
  }
  if (room != room_) {
    const QScopedValueRollback<bool> guard(switching_, true);
    leaveScreen();
    room_ = room;
    connectRoom();
    files_.setRoom(room);
    timeline_.setRoom(room);
    people_.setRoom(room, client_.me());
    presenter_.setRoom(room);
    client_.showPresenceOf(room->uri());
    frame_.roomPage()->composer()->setDraft(drafts_.of(room->uri()));
    refreshPeople();
    refreshComposer();
    refreshHistory();
  }
  frame_.showRoomPage();
  frame_.roomPage()->timeline()->openAt(timeline_.rowOfNewLine());
  if (focusComposer) {
    frame_.roomPage()->composer()->edit()->setFocus(Qt::OtherFocusReason);
  }
  Q_EMIT shown(room);
}

void RoomController::leaveScreen() {
  if (room_) {
    disconnect(room_, nullptr, this, nullptr);
    disconnect(&room_->timeline(), nullptr, this, nullptr);
  }
  timeline_.setRoom(nullptr);
  people_.setRoom(nullptr, client_.me());
  presenter_.setRoom(nullptr);
  files_.setRoom(nullptr);
  room_ = nullptr;
}

void RoomController::connectRoom() {
  connect(room_, &Core::Room::changed, this, [this] {
    presenter_.refresh();
    refreshComposer();
    Q_EMIT rightsChanged();
  });
  announcer_.clear();
  connect(room_, &Core::Room::messageArrived, this, &RoomController::announce);
  connect(room_, &Core::Room::participantsChanged, this, &RoomController::refreshPeople);
  connect(&room_->timeline(), &Core::Timeline::loadingChanged, this, &RoomController::refreshHistory);
  connect(&room_->timeline(), &Core::Timeline::inserted, this, &RoomController::refreshHistory);
  connect(&room_->timeline(), &Core::Timeline::wasReset, this, [this] {
    refreshHistory();
    frame_.roomPage()->timeline()->openAt(timeline_.rowOfNewLine());
  });
}

void RoomController::refreshPeople() {
  presenter_.refresh();
  if (!room_->rosterHidden()) {
    return;
  }
  const QPointer<Core::Room> asked = room_;
  client_.fetchParticipants(room_->uri()).then(this, [this, asked](const Result<QList<Core::Participant>>& people) {
    if (asked && asked == room_ && people) {
      people_.setFetched(*people);
    }
  });
}

void RoomController::refreshComposer() {
  Composer& composer = *frame_.roomPage()->composer();
  composer.setRoomName(room_->summary().name);
  composer.setLimits(client_.limits().messageBytes, client_.limits().storyBytes);
  files_.refreshComposer();
  composer.setReadOnly(presenter_.readOnlyWords());
  const bool failed = room_->joinState() == Core::JoinState::Failed;
  if (failed) {
    frame_.roomPage()->empty()->showError(tr("The room did not open"),
                                          room_->joinError() ? room_->joinError()->text : QString(), tr("Try again"));
  }
  frame_.roomPage()->showEmpty(failed && timeline_.rowCount() == 0);
}

void RoomController::refreshHistory() {
  HistoryStrip& strip = *frame_.roomPage()->history();
  const Core::Timeline& timeline = room_->timeline();
  if (timeline.olderError()) {
    strip.showFailed(tr("Earlier messages did not load. %1").arg(timeline.olderError()->text));
  } else if (timeline.loadingOlder()) {
    strip.showLoading();
  } else {
    strip.showNothing();
  }
}

void RoomController::showMessage(Core::Room* room, ChatId chatId) {
  show(room, false);
  if (room->timeline().rowOf(chatId) >= 0) {
    flashMessage(chatId);
    return;
  }
  client_.showAround(room->uri(), chatId).then(this, [this, chatId](const Status& done) {
    if (done) {
      flashMessage(chatId);
    }
  });
}

void RoomController::flashMessage(ChatId chatId) {
  const int row = room_ ? room_->timeline().rowOf(chatId) : -1;
  if (row >= 0) {
    frame_.roomPage()->timeline()->showAndFlash(row);
    frame_.roomPage()->timeline()->setFocus(Qt::OtherFocusReason);
  }
}

void RoomController::act(const QModelIndex& index, RowAct act, const QString& target) {
  if (!room_ || !index.isValid()) {
    return;
  }
  const Core::Message message = timeline_.row(index.row()).message;
  switch (act) {
    case RowAct::OpenLink:
      if (Xccos::isAllowedLink(target)) {
        QDesktopServices::openUrl(QUrl(target));
      }
      break;
    case RowAct::OpenRoom:
      if (const auto link = Core::RoomLink::parse(target); link && link->message != 0) {
        Q_EMIT messageLinkPressed(link->room, link->message);
      } else if (link) {
        Q_EMIT roomLinkPressed(link->room);
      }
      break;
    case RowAct::ToggleStory:
      contents_.toggleStory(RowContents::rowId(message));
      frame_.roomPage()->timeline()->rowChangedLocally(index.row());
      break;
    case RowAct::Retry:
      client_.retryPost(room_->uri(), message.localId);
      break;
    case RowAct::Discard:
      client_.discardPost(room_->uri(), message.localId);
      break;
    case RowAct::FileAction:
    case RowAct::OpenFile:
    case RowAct::PauseFile:
    case RowAct::RetryFile:
    case RowAct::PreviewFile:
    case RowAct::CancelFile:
      files_.act(message, act);
      break;
    case RowAct::None:
      break;
  }
}

void RoomController::rowMenu(const QModelIndex& row, const QPoint& where) {
  const QPersistentModelIndex index(row);  // rows come and go while the menu is open
  const Core::Message message = timeline_.row(index.row()).message;
  const Xccos::ChatText text = Xccos::parseChatText(message.text);
  auto menu = std::make_unique<QMenu>(frame_.frameWidget());
  menu->addAction(tr("&Copy"), this,
                 [this] { QGuiApplication::clipboard()->setText(frame_.roomPage()->timeline()->copyText()); });
  menu->addAction(tr("Copy &text"), this, [words = text.plainText()] { QGuiApplication::clipboard()->setText(words); });
  if (message.chatId != 0) {
    const QString link = Core::RoomLink{room_->uri(), message.chatId}.toString();
    menu->addAction(tr("Copy &link to message"), this, [link] { QGuiApplication::clipboard()->setText(link); });
  }
  for (const RichSpan& span : messageSpans(text.spans)) {
    if (span.kind == RichSpan::Kind::Link || span.kind == RichSpan::Kind::RoomLink) {
      const RowAct what = span.kind == RichSpan::Kind::Link ? RowAct::OpenLink : RowAct::OpenRoom;
      menu->addAction(tr("Open %1").arg(span.text), this,
                     [this, index, what, target = span.target] { act(index, what, target); });
    }
  }
  if (text.kind == Xccos::ChatText::Kind::Story) {
    menu->addAction(tr("Show the whole &story or less"), this, [this, index] { act(index, RowAct::ToggleStory, {}); });
  }
  files_.addActions(*menu, message);
  addDeliveryActions(*menu, message);
  popUp(std::move(menu), where);
}

void RoomController::addDeliveryActions(QMenu& menu, const Core::Message& message) {
  if (message.state != Core::MessageState::Failed && message.state != Core::MessageState::Waiting) {
    return;
  }
  menu.addSeparator();
  const RoomUri uri = room_->uri();
  if (message.state == Core::MessageState::Failed) {
    menu.addAction(tr("&Retry"), this, [this, uri, id = message.localId] { client_.retryPost(uri, id); });
  }
  menu.addAction(tr("&Discard"), this, [this, uri, id = message.localId] { client_.discardPost(uri, id); });
}

void RoomController::send(const Draft& draft) {
  if (!room_) {
    return;
  }
  const QString body = Xccos::escapeTyped(draft.text.trimmed());
  if (!body.isEmpty()) {
    const QString title = draft.storyTitle.trimmed();
    QByteArray rtf = draft.story ? Core::rtfWithTitle(title, draft.rtf) : draft.rtf;
    rtf = rtf.size() > kMostPostedRtf ? QByteArray() : rtf;
    client_.post(room_->uri(), draft.story ? Xccos::makeStory(title, body) : body, draft.alert, rtf);
  }
  files_.send(draft.attachments, draft.alert);
  frame_.roomPage()->composer()->clear();
  frame_.roomPage()->timeline()->jumpToLatest();
  QTimer::singleShot(kSendingWordsMs, this, &RoomController::lateSendingWords);
}

// "Sending…" appears only on posts that take a while.
void RoomController::lateSendingWords() {
  for (int row = timeline_.rowCount() - 1; row >= 0; --row) {
    const Core::Message message = timeline_.row(row).message;
    if (message.chatId != 0) {
      return;
    }
    if (message.state == Core::MessageState::Sending) {
      frame_.roomPage()->timeline()->rowChangedLocally(row);
    }
  }
}

void RoomController::keepDraft() {
  if (!room_ || switching_) {
    return;
  }
  drafts_.keep(room_->uri(), frame_.roomPage()->composer()->draft());
}

}  // namespace Parlour::Ui
