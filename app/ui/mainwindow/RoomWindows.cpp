// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/RoomWindows.h"

#include "app/ui/mainwindow/DraftShelf.h"
#include "app/ui/mainwindow/RoomController.h"
#include "app/ui/mainwindow/RoomWindow.h"
#include "app/ui/widgets/OnScreen.h"

namespace Parlour::Ui {

namespace {
const QString kPlaceOfRoom = QStringLiteral("room");
const QString kPlaceGeometry = QStringLiteral("geometry");
const QString kPlacePane = QStringLiteral("pane");
}  // namespace

RoomWindows::RoomWindows(Core::Client& client, ThemeManager& themes, QSettings& settings, DraftShelf& drafts,
                         Furnish furnish, QObject* parent)
    : QObject(parent),
      client_(client),
      themes_(themes),
      settings_(settings),
      drafts_(drafts),
      furnish_(std::move(furnish)) {
  connect(&client, &Core::Client::roomAdded, this, &RoomWindows::bringBack);
  connect(&client, &Core::Client::roomRemoved, this, &RoomWindows::close);
  connect(&client, &Core::Client::signedIn, this, &RoomWindows::recall);
  connect(&client, &Core::Client::signedOut, this, &RoomWindows::closeAll);
  recall();
}

RoomWindows::~RoomWindows() {
  if (!windows_.empty()) {
    remember();
  }
  for (const QPointer<RoomWindow>& window : ending_) {
    delete window;
  }
}

RoomWindow* RoomWindows::find(const RoomUri& room) const {
  const auto found = windows_.find(room);
  return found == windows_.end() ? nullptr : found->second.get();
}

QList<RoomWindow*> RoomWindows::all() const {
  QList<RoomWindow*> windows;
  for (const auto& [room, window] : windows_) {
    windows.append(window.get());
  }
  return windows;
}

bool RoomWindows::open(Core::Room* room, bool focusComposer) {
  if (!find(room->uri())) {
    if (windows_.size() >= kMost) {
      return false;
    }
    show(room, awaited_.take(room->uri()), Front::Yes);
    remember();
  }
  find(room->uri())->bringUp(focusComposer);
  return true;
}

void RoomWindows::show(Core::Room* room, const Place& place, Front front) {
  auto window = std::make_unique<RoomWindow>(client_, themes_, drafts_, room);
  RoomWindow& shown = *window;
  shown.setAttribute(Qt::WA_ShowWithoutActivating, front == Front::No);
  const RoomUri uri = room->uri();
  windows_.emplace(uri, std::move(window));
  furnish_(shown);
  if (!place.geometry.isEmpty()) {
    shown.restoreGeometry(place.geometry);
    keepOnScreen(shown);
  }
  shown.setRoomPaneWanted(place.pane);
  connect(&shown, &RoomWindow::closed, this, [this, uri] {
    close(uri);
    Q_EMIT closed(uri);
  });
  connect(&shown, &RoomWindow::becameActive, this, [this, uri] { client_.showPresenceOf(uri); });
  Q_EMIT opened(uri);
  shown.show();
}

// Its own close event may still be under way.
void RoomWindows::end(std::unique_ptr<RoomWindow> window) {
  window->disconnect(this);
  window->controller().leaveScreen();
  window->hide();
  window->deleteLater();
  ending_.removeAll(nullptr);
  ending_.append(window.release());
}

void RoomWindows::close(const RoomUri& room) {
  const auto found = windows_.find(room);
  if (found == windows_.end()) {
    return;
  }
  std::unique_ptr<RoomWindow> window = std::move(found->second);
  windows_.erase(found);
  end(std::move(window));
  remember();
}

void RoomWindows::closeAll() {
  if (windows_.empty()) {
    return;
  }
  remember();
  while (!windows_.empty()) {
    std::unique_ptr<RoomWindow> window = std::move(windows_.begin()->second);
    windows_.erase(windows_.begin());
    end(std::move(window));
  }
}

RoomUri RoomWindows::activeRoom() const {
  for (const auto& [room, window] : windows_) {
    if (window->isActiveWindow() && window->isVisible() && !window->isMinimized()) {
      return room;
    }
  }
  return {};
}

void RoomWindows::bringBack(Core::Room* room) {
  if (awaited_.contains(room->uri()) && !find(room->uri()) && windows_.size() < kMost) {
    show(room, awaited_.take(room->uri()), Front::No);
  }
}

void RoomWindows::remember() {
  QList<QPair<RoomUri, Place>> places;
  for (const auto& [room, window] : windows_) {
    places.append({room, {window->saveGeometry(), window->isRoomPaneWanted()}});
  }
  for (auto it = awaited_.cbegin(); it != awaited_.cend() && places.size() < kMost; ++it) {
    places.append({it.key(), it.value()});
  }
  settings_.remove(key_);
  settings_.beginWriteArray(key_, static_cast<int>(places.size()));
  for (int i = 0; i < places.size(); ++i) {
    settings_.setArrayIndex(i);
    settings_.setValue(kPlaceOfRoom, places.at(i).first.bytes());
    settings_.setValue(kPlaceGeometry, places.at(i).second.geometry);
    settings_.setValue(kPlacePane, places.at(i).second.pane);
  }
  settings_.endArray();
}

void RoomWindows::recall() {
  awaited_.clear();
  key_ = QStringLiteral("accounts/%1/roomWindows").arg(QString::fromUtf8(client_.me().address()));
  const int count = qMin(settings_.beginReadArray(key_), kMost);
  for (int i = 0; i < count; ++i) {
    settings_.setArrayIndex(i);
    const auto room = RoomUri::parse(settings_.value(kPlaceOfRoom).toByteArray());
    if (room && !find(*room)) {
      awaited_.insert(*room, {settings_.value(kPlaceGeometry).toByteArray(), settings_.value(kPlacePane).toBool()});
    }
  }
  settings_.endArray();
  for (Core::Room* room : client_.rooms()) {
    bringBack(room);
  }
}

}  // namespace Parlour::Ui
