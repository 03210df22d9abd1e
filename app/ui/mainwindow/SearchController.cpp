// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/SearchController.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMap>

#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/mainwindow/RoomController.h"
#include "app/ui/search/ContextPane.h"
#include "app/ui/search/SearchPage.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/SearchField.h"
#include "protocol/xccos/ChatText.h"

namespace Parlour::Ui {

namespace {
constexpr int kContextBefore = 4;
constexpr int kContextAfter = 4;
}  // namespace

SearchController::SearchController(Core::Client& client, MainWindow& window, RoomController& room, QObject* parent)
    : QObject(parent), client_(client), window_(window), room_(room), model_(client) {
  SearchPage& page = *window.search();
  page.setModel(&model_);
  connect(&page, &SearchPage::searchRequested, this, [this](const Core::MessageSearchQuery& query) {
    model_.search(query);
    window_.search()->showSearching();
  });
  connect(&model_, &Models::MessageSearchModel::searchingChanged, this, [this] {
    if (!model_.searching()) {
      window_.search()->showResults(model_.hitCount(), model_.roomCount(), model_.tookMs(), model_.fromThisComputer());
    }
  });
  connect(&model_, &Models::MessageSearchModel::failed, this,
          [this](const Error& error) { window_.search()->showFailed(tr("The search did not finish"), error.text); });
  connect(&page, &SearchPage::hitChosen, this, &SearchController::showContext);
  connect(&page, &SearchPage::jumpRequested, this,
          [this](const Models::MessageSearchRow& hit) { Q_EMIT jumpRequested(hit.room, hit.message.chatId); });
  connect(&page, &SearchPage::collapseRequested, &model_, &Models::MessageSearchModel::setCollapsed);
  connect(&page, &SearchPage::showAllRequested, &model_, &Models::MessageSearchModel::showAll);
  connect(&page, &SearchPage::closeRequested, this, &SearchController::close);
  connect(page.context()->copyButton(), &Button::clicked, this, [this] {
    if (const auto hit = window_.search()->currentHit()) {
      QGuiApplication::clipboard()->setText(Xccos::parseChatText(hit->message.text).plainText());
    }
  });
}

void SearchController::fillChoices() {
  QList<QPair<RoomUri, QString>> rooms;
  QMap<QString, SipUri> people;
  for (const Core::Room* room : client_.rooms()) {
    rooms.append({room->uri(), room->summary().name});
    for (const Core::Participant& person : room->participants()) {
      people.insert(person.name, person.uri);
    }
  }
  QList<QPair<SipUri, QString>> authors;
  for (auto it = people.begin(); it != people.end(); ++it) {
    authors.append({it.value(), it.key()});
  }
  window_.search()->setRooms(rooms);
  window_.search()->setAuthors(authors);
}

void SearchController::open(const RoomUri& room, const QString& words) {
  fillChoices();
  SearchPage& page = *window_.search();
  page.chooseRoom(room);
  page.setReturnRoom(room_.room() ? room_.room()->summary().name : QString());
  window_.showPage(MainWindow::Page::Search);
  if (!words.isEmpty()) {
    page.field()->setText(words);
    Q_EMIT page.searchRequested(page.query());
  }
  page.field()->setFocus(Qt::OtherFocusReason);
  page.field()->selectAll();
}

void SearchController::close() {
  if (room_.room()) {
    window_.showPage(MainWindow::Page::Room);
  } else {
    window_.showPage(MainWindow::Page::Welcome);
  }
}

void SearchController::showContext(const Models::MessageSearchRow& hit) {
  const quint64 generation = ++contextGeneration_;
  const QStringList words = hit.words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  const Core::Room* room = client_.room(hit.room);
  const QString name = !hit.roomName.isEmpty() ? hit.roomName : (room ? room->summary().name : QString());
  window_.search()->context()->setHit(name, hit.message, {hit.message}, words);
  client_.contextOf(hit.room, hit.message.chatId, kContextBefore, kContextAfter)
      .then(this, [this, generation, hit, words, name](const Result<QList<Core::Message>>& around) {
        if (generation == contextGeneration_ && around && !around->isEmpty()) {
          window_.search()->context()->setHit(name, hit.message, *around, words);
        }
      });
}

}  // namespace Parlour::Ui
