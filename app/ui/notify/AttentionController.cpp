// SPDX-License-Identifier: Apache-2.0
#include "app/ui/notify/AttentionController.h"

#include <QActionGroup>
#include <QDateTime>
#include <QMenu>
#include <algorithm>

#include "app/core/notify/Keywords.h"
#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/mainwindow/RoomController.h"
#include "app/ui/notify/DigestPage.h"

namespace Parlour::Ui {

namespace {

qint64 nowMs() { return QDateTime::currentMSecsSinceEpoch(); }

}  // namespace

AttentionController::AttentionController(Core::Client& client, MainWindow& window, RoomController& room,
                                         Models::RoomListModel& list, QObject* parent)
    : QObject(parent),
      client_(client),
      window_(window),
      room_(room),
      list_(list),
      log_(client, [this](const QString& text) { return keywordIn(text); }),
      catchUp_(client, {[this](const RoomUri& uri) { return isMuted(uri); },
                        [this](const QString& text) { return keywordIn(text); }}),
      mentions_(client, log_) {
  muteEnds_.setSingleShot(true);
  connect(&muteEnds_, &QTimer::timeout, this, &AttentionController::refreshMuted);
  connect(&client.preferences(), &Core::Preferences::changed, this, [this](Core::PreferencePage page) {
    if (page == Core::PreferencePage::Notifications) {
      refreshMuted();
    }
  });
  connectPage();
  refreshMuted();
}

AttentionController::~AttentionController() = default;

void AttentionController::connectPage() {
  DigestPage& page = *window_.digest();
  page.setModels(&catchUp_, &mentions_);
  connect(&page, &DigestPage::messageChosen, this, &AttentionController::messageChosen);
  connect(&page, &DigestPage::roomChosen, this, &AttentionController::roomChosen);
  connect(&page, &DigestPage::markReadRequested, &client_, &Core::Client::markRead);
  connect(&page, &DigestPage::closeRequested, this, &AttentionController::closePage);
  connect(&page, &DigestPage::tabShown, this, [this](DigestPage::Tab tab) {
    if (tab == DigestPage::Tab::Mentions) {
      log_.search();
    }
  });
}

void AttentionController::attach(const NotificationDesktop& desktop) {
  Core::NotificationPorts ports;
  ports.notifier = desktop.notifier;
  ports.scheduler = desktop.scheduler;
  ports.clock = desktop.clock;
  ports.preferences = &client_.preferences();
  ports.keywordIn = [this](const QString& text) { return keywordIn(text); };
  ports.wantedByFeed = [this](const Core::Message& message) {
    return feeds_ && feeds_->bannerFor(message).has_value();
  };
  ports.screen = [this] { return screen(); };
  center_ = std::make_unique<Core::NotificationCenter>(client_, ports);
  connect(center_.get(), &Core::NotificationCenter::openRequested, this, [this](const RoomUri& room, ChatId message) {
    if (!windows_ || !windows_->find(room)) {
      Q_EMIT windowWanted();
    }
    if (message != 0) {
      Q_EMIT messageChosen(room, message);
    } else {
      Q_EMIT roomChosen(room);
    }
  });
  connect(center_.get(), &Core::NotificationCenter::reviewRequested, this, [this](const RoomUri& room) {
    Q_EMIT windowWanted();
    Q_EMIT reviewRequested(room);
  });
}

std::optional<QString> AttentionController::keywordIn(const QString& text) const {
  return Core::keywordIn(text, client_.preferences().notifications().keywords);
}

Core::NotificationScreen AttentionController::screen() const {
  Core::NotificationScreen now;
  if (const RoomUri room = windows_ ? windows_->activeRoom() : RoomUri(); !room.isEmpty()) {
    now.windowActive = true;
    now.room = room;
    return now;
  }
  now.windowActive = window_.isActiveWindow() && window_.isVisible() && !window_.isMinimized();
  if (window_.page() == MainWindow::Page::Room && room_.room()) {
    now.room = room_.room()->uri();
  }
  return now;
}

bool AttentionController::isMuted(const RoomUri& room) const {
  const auto rule = Core::ruleFor(client_.preferences().notifications(), room);
  return rule && rule->isMuted(nowMs());
}

void AttentionController::refreshMuted() {
  QSet<RoomUri> muted;
  qint64 nextEnd = 0;
  const qint64 now = nowMs();
  const auto& rules = client_.preferences().notifications().rooms;
  for (auto it = rules.cbegin(); it != rules.cend(); ++it) {
    if (it->isMuted(now)) {
      muted.insert(it.key());
    }
    if (it->mutedUntilMs > now && (nextEnd == 0 || it->mutedUntilMs < nextEnd)) {
      nextEnd = it->mutedUntilMs;
    }
  }
  list_.setMuted(muted);
  catchUp_.refresh();
  muteEnds_.stop();
  if (nextEnd != 0) {
    constexpr qint64 kLongestMs = 24 * 60 * 60 * 1000;
    muteEnds_.start(static_cast<int>(std::min(nextEnd - now, kLongestMs)));
  }
}

void AttentionController::setBannerFor(const RoomUri& room, const QString& name, Core::BannerFor banner) {
  Core::RoomRule rule = client_.preferences().notifications().ruleOf(room);
  rule.name = name;
  rule.banner = banner;
  rule.mutedUntilMs = 0;
  const bool ordinary = rule == [&] {
    Core::RoomRule plain;
    plain.name = name;
    return plain;
  }();
  if (ordinary) {
    client_.preferences().removeRoomRule(room);
  } else {
    client_.preferences().setRoomRule(room, rule);
  }
}

void AttentionController::muteUntil(const RoomUri& room, const QString& name, qint64 untilMs) {
  Core::RoomRule rule = client_.preferences().notifications().ruleOf(room);
  rule.name = name;
  rule.mutedUntilMs = untilMs;
  client_.preferences().setRoomRule(room, rule);
}

void AttentionController::toggleMute(const RoomUri& room, const QString& name) {
  const Core::RoomRule rule = client_.preferences().notifications().ruleOf(room);
  if (!rule.isMuted(nowMs())) {
    setBannerFor(room, name, Core::BannerFor::Nothing);
  } else {
    setBannerFor(room, name, rule.banner == Core::BannerFor::Nothing ? Core::BannerFor::HighImportance : rule.banner);
  }
}

void AttentionController::fillMenu(QMenu& menu, const RoomUri& room, const QString& name) {
  const bool muted = isMuted(room);
  menu.addAction(muted ? tr("&Unmute room") : tr("&Mute room"), this, [this, room, name] { toggleMute(room, name); });
  if (!muted) {
    menu.addAction(tr("Mute for &1 hour"), this,
                   [this, room, name] { muteUntil(room, name, nowMs() + Core::NotificationCenter::kMuteMs); });
  }
  QMenu* about = menu.addMenu(tr("&Notify me about"));
  auto* choices = new QActionGroup(about);
  const auto now = muted ? Core::BannerFor::Nothing : client_.preferences().notifications().ruleOf(room).banner;
  const QList<QPair<Core::BannerFor, QString>> offered{
      {Core::BannerFor::EveryMessage, tr("&Every message")},
      {Core::BannerFor::HighImportance, tr("Mentions, keywords and &high importance")},
      {Core::BannerFor::MentionsAndKeywords, tr("&Mentions and keywords")},
      {Core::BannerFor::Nothing, tr("&Nothing (muted)")}};
  for (const auto& [banner, words] : offered) {
    QAction* action =
        about->addAction(words, this, [this, room, name, chosen = banner] { setBannerFor(room, name, chosen); });
    action->setCheckable(true);
    action->setChecked(banner == now);
    choices->addAction(action);
  }
  about->addSeparator();
  addSwitch(*about, tr("Mentions in m&uted rooms"), &Core::NotificationPreferences::mentionsWhenMuted);
}

void AttentionController::addSwitch(QMenu& menu, const QString& words, bool Core::NotificationPreferences::*chosen) {
  QAction* action = menu.addAction(words, this, [this, chosen](bool on) { client_.preferences().change(chosen, on); });
  action->setCheckable(true);
  action->setChecked(client_.preferences().notifications().*chosen);
}

void AttentionController::showCatchUp() {
  window_.showPage(MainWindow::Page::Digest);
  window_.digest()->showTab(DigestPage::Tab::CatchUp);
}

void AttentionController::showMentions() {
  window_.showPage(MainWindow::Page::Digest);
  window_.digest()->showTab(DigestPage::Tab::Mentions);
}

void AttentionController::closePage() {
  window_.showPage(room_.room() ? MainWindow::Page::Room : MainWindow::Page::Welcome);
}

}  // namespace Parlour::Ui
