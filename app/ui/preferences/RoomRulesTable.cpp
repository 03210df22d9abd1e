// SPDX-License-Identifier: Apache-2.0
#include "app/ui/preferences/RoomRulesTable.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "app/ui/preferences/ChoiceLink.h"
#include "app/ui/roomlist/RoomKindIcon.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr int kRulesHeader = 29;
constexpr int kRulesRow = 34;
constexpr int kRulesInset = 12;
constexpr int kBannerColumn = 158;
constexpr int kSoundColumn = 100;
constexpr int kTaskbarColumn = 92;
constexpr int kRemoveColumn = 44;
constexpr int kRuleIcon = 16;

// The drawing of a room's kind before its name.
class RuleRoomIcon : public QWidget {
 public:
  RuleRoomIcon(ThemeManager& themes, Icon icon, QWidget* parent) : QWidget(parent), themes_(themes), icon_(icon) {
    setFixedSize(kRuleIcon, kRuleIcon);
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    paintIcon(painter, icon_, rect(), kRuleIcon - 2, themes_.theme().text2);
  }

 private:
  ThemeManager& themes_;
  Icon icon_;
};

QWidget* cellOf(QWidget* content, int width, QWidget* parent) {
  auto* cell = new QWidget(parent);
  auto* row = new QHBoxLayout(cell);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(content, 0, Qt::AlignVCenter);
  row->addStretch(1);
  cell->setMinimumWidth(width);
  cell->setMaximumWidth(width);
  return cell;
}

}  // namespace

RoomRulesTable::RoomRulesTable(ThemeManager& themes, Core::Preferences& preferences,
                               std::function<Core::RoomSummary(const RoomUri&)> roomOf, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      preferences_(preferences),
      roomOf_(std::move(roomOf)),
      column_(new QVBoxLayout(this)),
      header_(new QWidget(this)) {
  column_->setContentsMargins(1, 1, 1, 1);
  column_->setSpacing(1);
  auto* row = new QHBoxLayout(header_);
  row->setContentsMargins(kRulesInset, 0, 0, 0);
  row->setSpacing(0);
  const auto caption = [this](const QString& words) {
    return new Label(themes_, words, TextRole::Label, &Theme::text2, header_);
  };
  row->addWidget(caption(tr("Room")), 1);
  row->addWidget(cellOf(caption(tr("Banner for")), themes.type().scaled(kBannerColumn), header_));
  row->addWidget(cellOf(caption(tr("Sound")), themes.type().scaled(kSoundColumn), header_));
  row->addWidget(cellOf(caption(tr("Taskbar")), themes.type().scaled(kTaskbarColumn), header_));
  row->addSpacing(kRemoveColumn);
  column_->addWidget(header_);
  connect(&themes, &ThemeManager::themeChanged, this, [this] { rebuild(sortedRooms()); });
  connect(&preferences, &Core::Preferences::changed, this, &RoomRulesTable::refresh);
  refresh();
}

QString RoomRulesTable::nameOf(const RoomUri& room) const {
  const Core::RoomSummary known = roomOf_(room);
  if (!known.name.isEmpty()) return known.name;
  const QString last = preferences_.notifications().ruleOf(room).name;
  return last.isEmpty() ? room.toString() : last;
}

QList<RoomUri> RoomRulesTable::sortedRooms() const {
  QList<RoomUri> rooms = preferences_.notifications().rooms.keys();
  QHash<RoomUri, QString> names;
  for (const RoomUri& room : std::as_const(rooms)) names.insert(room, nameOf(room));
  std::sort(rooms.begin(), rooms.end(), [&names](const RoomUri& a, const RoomUri& b) {
    const int order = QString::localeAwareCompare(names.value(a), names.value(b));
    return order != 0 ? order < 0 : a < b;
  });
  return rooms;
}

void RoomRulesTable::refresh() {
  const QList<RoomUri> rooms = sortedRooms();
  const bool same = std::equal(rooms.begin(), rooms.end(), rows_.begin(), rows_.end(),
                               [](const RoomUri& room, const Row& row) { return room == row.room; });
  if (!same) rebuild(rooms);
  for (const Row& row : std::as_const(rows_)) {
    const Core::RoomRule rule = preferences_.notifications().ruleOf(row.room);
    row.banner->setCurrent(static_cast<int>(rule.banner));
    row.sound->setCurrent(static_cast<int>(rule.sound));
    row.taskbar->setCurrent(rule.onTaskbar ? 0 : 1);
  }
}

void RoomRulesTable::rebuild(const QList<RoomUri>& rooms) {
  for (const Row& row : std::as_const(rows_)) {
    column_->removeWidget(row.line);
    row.line->hide();
    row.line->deleteLater();
  }
  rows_.clear();
  header_->setFixedHeight(themes_.type().scaled(kRulesHeader));
  for (const RoomUri& room : rooms) {
    rows_.append(makeRow(room));
    column_->addWidget(rows_.last().line);
    rows_.last().line->show();
    connectRow(rows_.last());
  }
  setVisible(!rows_.isEmpty());
  if (!rows_.isEmpty()) refresh();
}

RoomRulesTable::Row RoomRulesTable::makeRow(const RoomUri& room) {
  const QString name = nameOf(room);
  Row made{room, new QWidget(this)};
  made.line->setFixedHeight(themes_.type().scaled(kRulesRow) - 1);
  made.banner = new ChoiceLink(
      themes_, tr("%1, banner for").arg(name),
      {tr("Every message"), tr("High importance"), tr("Mentions, keywords"), tr("Nothing (muted)")}, made.line);
  made.sound = new ChoiceLink(themes_, tr("%1, sound").arg(name), {tr("Default"), tr("On"), tr("Off")}, made.line);
  made.taskbar = new ChoiceLink(themes_, tr("%1, taskbar").arg(name), {tr("Yes"), tr("No")}, made.line);
  made.remove = new IconButton(themes_, Icon::Close, tr("Remove the rule of %1").arg(name), made.line);
  made.remove->setIconSize(14);
  made.remove->setBoxSize({Metrics::kPointerTarget, Metrics::kPointerTarget});
  auto* row = new QHBoxLayout(made.line);
  row->setContentsMargins(kRulesInset, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(new RuleRoomIcon(themes_, roomKindIcon(roomOf_(room)), made.line));
  row->addSpacing(6);
  auto* words = new Label(themes_, name, TextRole::Body, &Theme::text, made.line);
  words->setToolTip(name);
  row->addWidget(words, 1);
  constexpr int kLinkInset = 4;  // the words of a choice start under those of the header
  row->addSpacing(-kLinkInset);
  row->addWidget(cellOf(made.banner, themes_.type().scaled(kBannerColumn), made.line));
  row->addWidget(cellOf(made.sound, themes_.type().scaled(kSoundColumn), made.line));
  row->addWidget(cellOf(made.taskbar, themes_.type().scaled(kTaskbarColumn), made.line));
  row->addWidget(cellOf(made.remove, kRemoveColumn + kLinkInset, made.line));
  return made;
}

void RoomRulesTable::connectRow(const Row& row) {
  const auto change = [this, room = row.room](const std::function<void(Core::RoomRule&)>& edit) {
    Core::RoomRule rule = preferences_.notifications().ruleOf(room);
    edit(rule);
    preferences_.setRoomRule(room, rule);
  };
  connect(row.banner, &ChoiceLink::chosen, this, [change](int index) {
    change([index](Core::RoomRule& rule) {
      rule.banner = static_cast<Core::BannerFor>(index);
      rule.mutedUntilMs = 0;
    });
  });
  connect(row.sound, &ChoiceLink::chosen, this, [change](int index) {
    change([index](Core::RoomRule& rule) { rule.sound = static_cast<Core::RuleChoice>(index); });
  });
  connect(row.taskbar, &ChoiceLink::chosen, this,
          [change](int index) { change([index](Core::RoomRule& rule) { rule.onTaskbar = index == 0; }); });
  connect(row.remove, &IconButton::clicked, this, [this, room = row.room] { preferences_.removeRoomRule(room); });
}

void RoomRulesTable::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  paintBox(painter, rect(), Metrics::kRadiusControl, theme.raised, theme.line);
  QPainterPath inside;
  inside.addRoundedRect(rect().adjusted(1, 1, -1, -1), Metrics::kRadiusControl - 1, Metrics::kRadiusControl - 1);
  painter.save();
  painter.setClipPath(inside);
  painter.fillRect(header_->geometry(), theme.panel);
  painter.restore();
  for (const Row& row : std::as_const(rows_)) {
    painter.fillRect(QRect(1, row.line->y() - 1, width() - 2, 1), theme.line);
  }
}

}  // namespace Parlour::Ui
