// SPDX-License-Identifier: Apache-2.0
#include "app/ui/feeds/FeedController.h"

#include <algorithm>

#include "app/ui/feeds/FeedDialog.h"
#include "app/ui/feeds/FeedPage.h"
#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/manage/ConfirmDialog.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"

namespace Parlour::Ui {

FeedController::FeedController(Core::Client& client, MainWindow& window, Models::RoomListModel& list,
                               QSettings& settings, QObject* parent)
    : QObject(parent),
      client_(client),
      window_(window),
      list_(list),
      settings_(settings),
      feeds_(client, settings_),
      model_(client, feeds_),
      page_(*window.feed()) {
  page_.setModel(&model_);
  connect(&feeds_, &Core::Feeds::listChanged, this, &FeedController::listChanged);
  connect(&feeds_, &Core::Feeds::changed, this, &FeedController::feedChanged);
  connect(&window, &MainWindow::becameActive, this, [this] { feedChanged(model_.feed()); });
  RoomListView& rooms = *window.sidebar()->rooms();
  connect(&rooms, &RoomListView::feedActivated, this, &FeedController::show);
  connect(&rooms, &RoomListView::newFeedRequested, this, &FeedController::create);
  connect(&page_, &FeedPage::messageChosen, this, &FeedController::messageChosen);
  connect(&page_, &FeedPage::roomChosen, this, &FeedController::roomChosen);
  connect(&page_, &FeedPage::closeRequested, this, &FeedController::closeRequested);
  connect(&page_, &FeedPage::editRequested, this, [this] { edit(model_.feed()); });
  connect(&page_, &FeedPage::bannerToggled, this, &FeedController::setBanner);
  listChanged();
}

bool FeedController::isOnScreen() const {
  return window_.page() == MainWindow::Page::Feed && window_.isActiveWindow() && !window_.isMinimized();
}

void FeedController::listChanged() {
  QList<Models::FeedLine> lines;
  for (const QString& id : feeds_.ids()) {
    const Core::FeedDefinition& feed = *feeds_.definition(id);
    lines.append({id, feed.name, feeds_.unread(id), !feed.banner, feed.aboutMe});
  }
  list_.setFeeds(lines);
  if (model_.feed().isEmpty()) {
    return;
  }
  if (feeds_.definition(model_.feed())) {
    refreshPage();
  } else {
    model_.showFeed(QString());
    if (window_.page() == MainWindow::Page::Feed) {
      Q_EMIT closeRequested();
    }
  }
}

void FeedController::feedChanged(const QString& id) {
  if (id == model_.feed() && isOnScreen() && feeds_.unread(id) > 0) {
    feeds_.markRead(id);  // comes here again
    return;
  }
  if (id == model_.feed()) {
    page_.setSearching(feeds_.isSearching(id));
  }
  listChanged();
}

void FeedController::show(const QString& id) {
  if (!feeds_.definition(id)) {
    return;
  }
  model_.showFeed(id);
  refreshPage();
  window_.showPage(MainWindow::Page::Feed);
  const int row = list_.rowOfFeed(id);
  window_.sidebar()->rooms()->setCurrentIndex(row >= 0 ? list_.index(row) : QModelIndex());
  window_.setWindowTitle(tr("%1 – Parlour").arg(page_.title()));
  feeds_.fetch(id);
  feedChanged(id);
  page_.focusList();
}

void FeedController::refreshPage() {
  const Core::FeedDefinition& feed = *feeds_.definition(model_.feed());
  QStringList people;
  for (const SipUri& person : feed.people) people.append(nameOf(person));
  QStringList rooms;
  for (const RoomUri& uri : feed.rooms) {
    if (const Core::Room* room = client_.room(uri)) rooms.append(room->summary().name);
  }
  page_.showFeed(feed, people, rooms);
}

QList<QuickEntry> FeedController::quickEntries() const {
  QList<QuickEntry> entries;
  for (const QString& id : feeds_.ids()) {
    const Core::FeedDefinition& feed = *feeds_.definition(id);
    entries.append({QuickEntry::Kind::Action, feed.name, tr("Feed"), id, feed.aboutMe ? Icon::At : Icon::Filter,
                    feeds_.unread(id), false});
  }
  return entries;
}

void FeedController::create() { openDialog({}); }

void FeedController::edit(const QString& id) {
  if (const Core::FeedDefinition* feed = feeds_.definition(id)) {
    openDialog(*feed);
  }
}

QList<QPair<SipUri, QString>> FeedController::knownPeople() const {
  QHash<SipUri, QString> names;
  for (const Core::Room* room : client_.rooms()) {
    for (const Core::Participant& person : room->participants()) names.insert(person.uri, person.name);
    for (int row = 0; row < room->timeline().storedCount(); ++row) {
      const Core::Message& message = room->timeline().at(row);
      if (!message.authorName.isEmpty()) names.insert(message.author, message.authorName);
    }
  }
  names.remove(client_.me());
  QList<QPair<SipUri, QString>> people;
  for (auto it = names.cbegin(); it != names.cend(); ++it) people.append({it.key(), it.value()});
  std::sort(people.begin(), people.end(), [](const auto& a, const auto& b) {
    const int order = QString::localeAwareCompare(a.second, b.second);
    return order != 0 ? order < 0 : a.first < b.first;
  });
  return people;
}

QString FeedController::nameOf(const SipUri& person) const {
  for (const auto& [uri, name] : knownPeople()) {
    if (uri == person) return name;
  }
  return QString::fromUtf8(person.address());
}

void FeedController::openDialog(const Core::FeedDefinition& feed) {
  if (dialog_) {
    return;
  }
  FeedDialog::Known known;
  for (const auto& [uri, name] : knownPeople()) known.people.append({uri, name});
  for (const Core::Room* room : client_.rooms()) known.rooms.append({room->uri(), room->summary().name});
  auto* preview = new Models::FeedModel(client_, feeds_);
  dialog_ = new FeedDialog(window_.themes(), feed, known, *preview, &window_);
  preview->setParent(dialog_);
  connect(dialog_, &FeedDialog::previewRequested, preview, &Models::FeedModel::showPreview);
  connect(dialog_, &FeedDialog::saveRequested, this, &FeedController::save);
  connect(dialog_, &FeedDialog::deleteRequested, this, [this, id = feed.id] { askToDelete(id); });
  // A closed dialog lives until the event loop gets to it, and must not bar the next one.
  connect(dialog_, &QDialog::finished, this, [this] { dialog_.clear(); });
  dialog_->open();
}

void FeedController::save(const Core::FeedDefinition& feed) {
  const Result<QString> kept = feeds_.put(feed);
  if (!kept) {
    dialog_->showProblem(kept.error().text);
    return;
  }
  dialog_->accept();
  show(*kept);
}

void FeedController::askToDelete(const QString& id) {
  const Core::FeedDefinition* feed = feeds_.definition(id);
  if (!feed) {
    return;
  }
  auto* question = new ConfirmDialog(
      window_.themes(),
      {tr("Delete the feed %1?").arg(feed->name), tr("Its list goes. The messages stay in their rooms."),
       tr("Delete feed"), QString(), QString(), true},
      dialog_ ? static_cast<QWidget*>(dialog_) : &window_);
  connect(question, &ConfirmDialog::answered, this, [this, id](ConfirmDialog::Answer answer) {
    if (answer != ConfirmDialog::Answer::Deed) {
      return;
    }
    feeds_.remove(id);
    if (dialog_) {
      dialog_->accept();
    }
  });
  question->open();
}

void FeedController::setBanner(bool on) {
  const Core::FeedDefinition* feed = feeds_.definition(model_.feed());
  if (!feed || feed->banner == on) {
    return;
  }
  Core::FeedDefinition changed = *feed;
  changed.banner = on;
  if (const Result<QString> kept = feeds_.put(changed); !kept) {
    refreshPage();
  }
}

}  // namespace Parlour::Ui
