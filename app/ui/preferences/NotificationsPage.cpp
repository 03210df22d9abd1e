// SPDX-License-Identifier: Apache-2.0
#include "app/ui/preferences/NotificationsPage.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QTimeEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "app/ui/preferences/KeywordField.h"
#include "app/ui/preferences/RoomRulesTable.h"
#include "app/ui/roomlist/RoomKindIcon.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"

namespace Parlour::Ui {

namespace {
constexpr int kLeftColumn = 348;
constexpr qsizetype kRoomsInMenu = 200;
}  // namespace

NotificationsPage::NotificationsPage(ThemeManager& themes, Core::Preferences& preferences,
                                     const PreferencesActions& actions, QWidget* parent)
    : PreferencesForm(themes, preferences, tr("Notifications"), parent), actions_(actions) {
  addCheckColumns();
  addKeywords();
  addRules();
  addQuietTimes();
  column()->addStretch(1);
}

void NotificationsPage::addCheckColumns() {
  QVBoxLayout* page = column();
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  auto* left = new QVBoxLayout;
  auto* right = new QVBoxLayout;
  for (QVBoxLayout* column : {left, right}) {
    column->setSpacing(0);
    column->setContentsMargins(0, 0, 0, 0);
  }
  row->addLayout(left);
  row->addLayout(right, 1);
  addLayout(row, 0);
  setColumn(left);
  addSection(tr("Tell me about"));
  addCheck(tr("&Messages that mention me"), &Core::NotificationPreferences::mentions);
  addCheck(tr("&High-importance messages in followed rooms"), &Core::NotificationPreferences::highImportance)
      ->setMinimumWidth(kLeftColumn);
  addCheck(tr("Messages with my key&words"), &Core::NotificationPreferences::keywordMatches);
  addCheck(tr("&Invitations"), &Core::NotificationPreferences::invitations);
  setColumn(right);
  addSection(tr("How"));
  addCheck(tr("&Banner on the desktop, 6 seconds"), &Core::NotificationPreferences::banners);
  addCheck(tr("&Sound"), &Core::NotificationPreferences::sound);
  addCheck(tr("Count on the &taskbar icon"), &Core::NotificationPreferences::taskbarCount);
  addCheck(tr("&Nothing while I am Busy"), &Core::NotificationPreferences::quietWhileBusy);
  setColumn(page);
}

void NotificationsPage::addKeywords() {
  auto* title = new Label(themes(), tr("&Keywords"), TextRole::Strong, &Theme::text, this);
  keywords_ = new KeywordField(themes(), this);
  title->setBuddy(keywords_->edit());
  addWidget(title, 22);
  addWidget(keywords_, 8);
  addHelp(tr("Whole words, any case. Checked in followed and open rooms."), false);
  connect(keywords_, &KeywordField::keywordsChanged, this,
          [this](const QStringList& words) { preferences().change(&Core::NotificationPreferences::keywords, words); });
  onRefresh([this] { keywords_->setKeywords(preferences().notifications().keywords); });
}

void NotificationsPage::addRules() {
  addSection(tr("Room rules"));
  const auto roomOf = [this](const RoomUri& uri) {
    const auto rooms = actions_.rooms ? actions_.rooms() : QList<Core::RoomSummary>();
    const auto found = std::find_if(rooms.begin(), rooms.end(), [&uri](const auto& room) { return room.uri == uri; });
    return found == rooms.end() ? Core::RoomSummary() : *found;
  };
  rules_ = new RoomRulesTable(themes(), preferences(), roomOf, this);
  addWidget(rules_, 8);
  addRule_ = new Button(themes(), tr("&Add a room rule"), ButtonKind::Secondary, this);
  addRule_->setSize(ButtonSize::Small);
  addRule_->setIcon(Icon::Plus);
  connect(addRule_, &Button::clicked, this, &NotificationsPage::showRoomMenu);
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  row->addWidget(addRule_);
  row->addWidget(new Label(themes(), tr("Other rooms: mentions, keywords and high importance."), TextRole::Secondary,
                           &Theme::text3, this));
  row->addStretch(1);
  addLayout(row, 8);
}

void NotificationsPage::bindTime(QTimeEdit* edit, QTime Core::NotificationPreferences::*member) {
  edit->setDisplayFormat(QStringLiteral("HH:mm"));
  edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
  keepHeight(edit, Metrics::kSmallControlHeight);
  connect(edit, &QTimeEdit::timeChanged, this,
          [this, member](QTime time) { preferences().change(member, QTime(time.hour(), time.minute())); });
  onRefresh([this, edit, member] {
    edit->setTime(preferences().notifications().*member);
    edit->setEnabled(preferences().notifications().quietHours);
  });
}

void NotificationsPage::addQuietTimes() {
  addSection(tr("Quiet"));
  addCheck(tr("&Do not disturb: only count"), &Core::NotificationPreferences::doNotDisturb);
  auto* hours = new QCheckBox(tr("&Quiet hours, every day from"), this);
  bind(hours, &Core::NotificationPreferences::quietHours);
  auto* from = new QTimeEdit(this);
  auto* to = new QTimeEdit(this);
  from->setAccessibleName(tr("Quiet hours from"));
  to->setAccessibleName(tr("Quiet hours to"));
  bindTime(from, &Core::NotificationPreferences::quietFrom);
  bindTime(to, &Core::NotificationPreferences::quietTo);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(hours);
  row->addWidget(from);
  auto* until = new Label(themes(), tr("t&o"), TextRole::Body, &Theme::text, this);
  until->setBuddy(to);
  row->addWidget(until);
  row->addWidget(to);
  row->addStretch(1);
  addLayout(row, 4);
  addCheck(tr("Show the te&xt of messages in banners"), &Core::NotificationPreferences::textInBanner);
}

QList<Core::RoomSummary> NotificationsPage::roomsWithoutRule() const {
  QList<Core::RoomSummary> rooms = actions_.rooms ? actions_.rooms() : QList<Core::RoomSummary>();
  rooms.removeIf([this](const auto& room) { return preferences().notifications().rooms.contains(room.uri); });
  std::sort(rooms.begin(), rooms.end(),
            [](const auto& a, const auto& b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
  return rooms.mid(0, kRoomsInMenu);
}

void NotificationsPage::showRoomMenu() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const Theme& theme = themes().theme();
  const auto rooms = roomsWithoutRule();
  for (const Core::RoomSummary& room : rooms) {
    QString name = room.name;
    name.replace(QLatin1Char('&'), QLatin1String("&&"));
    menu->addAction(icon(roomKindIcon(room), 16, theme.text2, theme.text3), name, this,
                    [this, room] { addRuleFor(room); });
  }
  if (rooms.isEmpty()) menu->addAction(tr("Every room in your list has a rule"))->setEnabled(false);
  menu->popup(addRule_->mapToGlobal(QPoint(0, addRule_->height())));
}

void NotificationsPage::addRuleFor(const Core::RoomSummary& room) {
  Core::RoomRule rule;
  rule.banner = Core::BannerFor::EveryMessage;
  rule.name = room.name;
  preferences().setRoomRule(room.uri, rule);
}

}  // namespace Parlour::Ui
