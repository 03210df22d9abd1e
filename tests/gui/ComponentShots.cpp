// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QStyleOptionViewItem>

#include "app/models/Roles.h"
#include "app/models/RoomListModel.h"
#include "app/ui/manage/ConfirmDialog.h"
#include "app/ui/roomlist/RoomListDelegate.h"
#include "app/ui/timeline/RowLayout.h"
#include "app/ui/widgets/Avatar.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Chip.h"
#include "app/ui/widgets/ConnectionBar.h"
#include "app/ui/widgets/EmptyPane.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/SegmentedControl.h"
#include "app/ui/widgets/Toast.h"
#include "tests/gui/SampleData.h"
#include "tests/gui/Screenshots.h"

namespace Parlour::Gui {

namespace {

struct SheetCard {
  QRect place;
  const char* title;
};

const QList<SheetCard>& sheetCards() {
  static const QList<SheetCard> cards{{{20, 20, 272, 443}, "Room list row, 32 px"},
                                      {{20, 479, 272, 180}, "Presence, drawn by shape and colour"},
                                      {{20, 675, 272, 295}, "Room menu"},
                                      {{20, 986, 272, 235}, "Icons, 16 px grid, 1.4 px stroke"},
                                      {{308, 20, 468, 131}, "Buttons, 32 px (26 px in rows)"},
                                      {{308, 167, 468, 190}, "Fields"},
                                      {{308, 373, 468, 105}, "Badges and chips"},
                                      {{308, 494, 468, 284}, "File card"},
                                      {{308, 794, 468, 181}, "Toasts, bottom right of the window, 360 px"},
                                      {{308, 991, 468, 177}, "Connection bars, 36 px, under the room header"},
                                      {{792, 550, 468, 200}, "Empty and error panes"},
                                      {{792, 766, 468, 227}, "Confirm dialog, 440 px"},
                                      {{792, 1009, 468, 190}, "Colour roles"}};
  return cards;
}

Models::RoomListRow sheetRoom(const char* name, Core::Privacy privacy) {
  Models::RoomListRow row;
  row.kind = Models::RoomListRow::Kind::Room;
  row.text = QString::fromLatin1(name);
  row.room.name = row.text;
  row.room.privacy = privacy;
  row.joinState = Core::JoinState::Joined;
  return row;
}

// What a painted row needs besides its content.
struct SheetRow {
  Models::RoomListRow row;
  QStyle::State state;
};

QList<SheetRow> sheetRows() {
  using Core::Privacy;
  QList<SheetRow> rows;
  const auto add = [&rows](const char* name, Privacy privacy, QStyle::State state = {}) -> Models::RoomListRow& {
    rows.append({sheetRoom(name, privacy), state});
    return rows.last().row;
  };
  add("Read, nothing new", Privacy::Open);
  add("Hover", Privacy::Open, QStyle::State_MouseOver);
  add("Selected", Privacy::Open, QStyle::State_Selected);
  add("Keyboard focus", Privacy::Open, QStyle::State_HasFocus);
  add("Unread", Privacy::Open).unread = 12;
  auto& mention = add("Mention", Privacy::Closed);
  mention.mentions = 2;
  mention.unread = 12;
  auto& urgent = add("High importance", Privacy::Closed);
  urgent.alert = true;
  urgent.unread = 3;
  auto& muted = add("Muted", Privacy::Open);
  muted.muted = true;
  muted.unread = 41;
  auto& draft = add("Draft kept", Privacy::Open);
  draft.draft = true;
  draft.room.kind = Core::RoomKind::Auditorium;
  add("Joining", Privacy::Closed).joinState = Core::JoinState::Joining;
  add("Disabled room", Privacy::Secret).ending = Core::RoomEnding::Disabled;
  add("Join failed", Privacy::Closed).joinState = Core::JoinState::Failed;
  return rows;
}

Ui::FileContent sheetFile(Ui::FileContent::State state, const char* name, const char* size, const char* note) {
  Ui::FileContent file;
  file.state = state;
  file.name = QString::fromLatin1(name);
  file.size = QString::fromLatin1(size);
  file.note = QString::fromLatin1(note);
  file.percent = state == Ui::FileContent::State::Uploading ? 38 : 61;
  return file;
}

// The components of the client side by side, painted ones and widgets.
class Sheet : public QWidget {
 public:
  explicit Sheet(Ui::ThemeManager& themes) : themes_(themes), rooms_(themes, this) {
    setFixedSize(1280, 1240);
    setAttribute(Qt::WA_KeyboardFocusChange);
    addButtons();
    addFields();
    addBars();
    addToasts();
    addPanes();
  }
  // As after Tab.
  void focusField() {
    focused_->setFocus(Qt::TabFocusReason);
    setAttribute(Qt::WA_KeyboardFocusChange);
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    const Ui::PaintContext context{themes_.theme(), themes_.type(), devicePixelRatioF()};
    const Ui::Theme& theme = context.theme;
    painter.fillRect(rect(), theme.panel);
    for (const SheetCard& card : sheetCards()) {
      Ui::paintBox(painter, card.place, 8,
                   card.place.top() == 20 && card.place.left() == 20 ? theme.side : theme.window, theme.line);
      Ui::paintTextLine(painter, QRect(card.place.left() + 15, card.place.top() + 14, card.place.width(), 17),
                        {QString::fromUtf8(card.title), Ui::TextRole::SecondaryStrong, theme.text3}, context.type);
    }
    paintRooms(painter);
    paintPresence(painter, context);
    paintIcons(painter, context);
    paintBadges(painter, context);
    paintFiles(painter, context);
    paintGrabs(painter);
    paintColours(painter, context);
  }

 private:
  template <typename Widget>
  Widget* put(Widget* widget, int x, int y, QSize size = {}) {
    widget->setParent(this);
    const QSize hint = widget->sizeHint();
    widget->setGeometry(x, y, size.width() > 0 ? size.width() : hint.width(),
                        size.height() > 0 ? size.height() : hint.height());
    return widget;
  }

  void addButtons() {
    const auto button = [this](const char* words, int x, int y, Ui::ButtonKind kind = Ui::ButtonKind::Secondary) {
      return put(new Ui::Button(themes_, QString::fromUtf8(words), kind), x, y);
    };
    button("Primary", 323, 62, Ui::ButtonKind::Primary);
    button("Secondary", 409, 62);
    button("Flat", 513, 62, Ui::ButtonKind::Flat);
    button("Delete…", 563, 62, Ui::ButtonKind::Danger);
    button("Disabled", 473, 104)->setEnabled(false);
    auto* small = button("Small", 565, 107);
    small->setSize(Ui::ButtonSize::Small);
    small->resize(small->sizeHint());
    put(new Ui::IconButton(themes_, Ui::Icon::Search, QStringLiteral("Search")), 626, 104);
    auto* pane = put(new Ui::IconButton(themes_, Ui::Icon::PanelRight, QStringLiteral("Room pane")), 706, 104);
    pane->setCheckable(true);
    pane->setChecked(true);
  }

  void addFields() {
    const auto field = [this](const char* words, const QRect& place) {
      return put(new QLineEdit(QString::fromLatin1(words)), place.x(), place.y(), place.size());
    };
    field("", {323, 209, 141, 32})->setPlaceholderText(QStringLiteral("Placeholder"));
    field("Disabled", {620, 209, 141, 32})->setEnabled(false);
    auto* wrong = new QLineEdit(QStringLiteral("northgate"));
    wrong->setProperty("invalid", true);
    put(wrong, 323, 251, {300, 32});
    focused_ = field("Focus", {472, 209, 140, 32});
    auto* combo = put(new QComboBox, 631, 251, {130, 32});
    combo->addItem(QStringLiteral("Choice"));
    const auto box = [this](QAbstractButton* control, int x, bool on) {
      control->setCheckable(true);
      control->setAutoExclusive(false);
      control->setChecked(on);
      put(control, x, 318);
    };
    box(new QCheckBox(QStringLiteral("On")), 323, true);
    box(new QCheckBox(QStringLiteral("Off")), 381, false);
    box(new QRadioButton(QStringLiteral("On")), 440, true);
    box(new QRadioButton(QStringLiteral("Off")), 497, false);
    put(new Ui::SegmentedControl(themes_, {QStringLiteral("One"), QStringLiteral("Two")}), 557, 314, {99, 28});
  }

  void addBars() {
    const auto bar = [this](Ui::BarKind kind, const char* what, const char* rest, const char* deed, int y) {
      auto* made = put(new Ui::ConnectionBar(themes_), 323, y, {438, 36});
      made->showState(kind, QString::fromLatin1(what), QString::fromLatin1(rest), QString::fromLatin1(deed));
    };
    bar(Ui::BarKind::Trouble, "Connection lost at 08:47.", "Trying again in 8 s.", "Try now", 1033);
    bar(Ui::BarKind::Refused, "Signed out by the server.", "Your password changed.", "Sign in", 1074);
    bar(Ui::BarKind::Good, "Back online.", "14 messages caught up in 5 rooms.", "", 1116);
  }

  void addToasts() {
    auto* holder = put(new QWidget, 316, 800, {460, 175});
    auto* toasts = new Ui::ToastStack(themes_, holder);
    toasts->show({QStringLiteral("Room created"), QStringLiteral("You are a manager of Collateral working group."),
                  QStringLiteral("Open"), false});
    toasts->show({QStringLiteral("File not posted"),
                  QStringLiteral("blotter.csv is 62 MB. This server takes up to 50 MB."), QString(), true});
  }

  void addPanes() {
    auto* empty = put(new Ui::EmptyPane(themes_), 800, 585, {220, 155});
    empty->showEmpty(Ui::Icon::Search, QStringLiteral("No messages match"),
                     QStringLiteral("Try fewer words, or search all rooms instead of followed ones."),
                     QStringLiteral("Search all rooms"));
    auto* error = put(new Ui::EmptyPane(themes_), 1031, 585, {220, 155});
    error->showError(QStringLiteral("History did not load"),
                     QStringLiteral("The server answered 503, too busy. Parlour tries again in 5 s."),
                     QStringLiteral("Try now"));
  }

  void paintRooms(QPainter& painter) {
    QStandardItemModel model;
    int y = 63;
    for (const SheetRow& sheetRow : sheetRows()) {
      auto* item = new QStandardItem(sheetRow.row.text);
      item->setData(QVariant::fromValue(sheetRow.row), Models::RowRole);
      model.appendRow(item);
      QStyleOptionViewItem option;
      option.rect = QRect(21, y, 270, 32);
      option.state = sheetRow.state | QStyle::State_Enabled;
      option.widget = this;
      rooms_.paint(&painter, option, item->index());
      y += 32;
    }
  }

  static void paintPresence(QPainter& painter, const Ui::PaintContext& context) {
    struct Line {
      const char* name;
      Ui::PresenceShape shape;
      const char* words;
    };
    int y = 520;
    for (const Line& line : {Line{"Hannah Weiss", Ui::PresenceShape::Available, "Available: filled"},
                             Line{"Tomás Oliveira", Ui::PresenceShape::Away, "Away: half filled"},
                             Line{"Mei Lin Chen", Ui::PresenceShape::Busy, "Busy, presenting: bar"},
                             Line{"Sophie Laurent", Ui::PresenceShape::Offline, "Offline, unknown: ring"}}) {
      const QString name = QString::fromUtf8(line.name);
      Ui::paintAvatar(painter, QRect(35, y, 24, 24), {name, sampleAddress(name), line.shape, context.theme.window},
                      context);
      Ui::paintTextLine(painter, QRect(71, y, 200, 25),
                        {QString::fromLatin1(line.words), Ui::TextRole::Body, context.theme.text}, context.type);
      y += 33;
    }
  }

  static void paintIcons(QPainter& painter, const Ui::PaintContext& context) {
    constexpr int kColumns = 9;
    for (int i = 0; i < Ui::kIconCount; ++i) {
      Ui::paintIcon(painter, static_cast<Ui::Icon>(i),
                    QRect(35 + 27 * (i % kColumns), 1027 + 24 * (i / kColumns), 16, 16), 16, context.theme.text2);
    }
  }

  static void paintBadges(QPainter& painter, const Ui::PaintContext& context) {
    const QRect first(0, 415, 1280, 20);
    int left = 323;
    const auto badge = [&](Ui::BadgeKind kind, int count) {
      left += Ui::badgeWidth(kind, count, context.type);
      Ui::paintBadge(painter, first, left, kind, count, context);
      left += 8;
    };
    badge(Ui::BadgeKind::Unread, 7);
    badge(Ui::BadgeKind::Unread, 240);
    badge(Ui::BadgeKind::Mention, 2);
    badge(Ui::BadgeKind::Urgent, 1);
    badge(Ui::BadgeKind::Muted, 41);
    const auto chip = [&](const QRect& row, const char* words, Ui::ChipKind kind, std::optional<Ui::Icon> icon = {}) {
      left = Ui::paintChip(painter, row, left, {QString::fromLatin1(words), kind, icon}, context).right() + 9;
    };
    chip(first, "Closed", Ui::ChipKind::Neutral, Ui::Icon::Lock);
    chip(first, "New", Ui::ChipKind::Accent);
    chip(first, "Mention", Ui::ChipKind::Mention);
    chip(first, "Failed", Ui::ChipKind::Danger);
    left = 323;
    const QRect second = first.translated(0, 28);
    chip(second, "Member", Ui::ChipKind::Ok, Ui::Icon::Check);
    chip(second, "Story", Ui::ChipKind::Story, Ui::Icon::Story);
  }

  static void paintFiles(QPainter& painter, const Ui::PaintContext& context) {
    using State = Ui::FileContent::State;
    int y = 536;
    for (const Ui::FileContent& file :
         {sheetFile(State::Uploading, "settlement-breaks.csv", "Uploading 38%", ""),
          sheetFile(State::Offered, "aldgate-limits-2026-11.xlsx", "1.8 MB", ""),
          sheetFile(State::Saved, "fixing-process.pdf", "214 KB", "Saved to Downloads"),
          sheetFile(State::Failed, "blotter.csv", "Failed at 61%", "The server closed the transfer.")}) {
      Ui::RowContent row;
      row.kind = Ui::RowContent::Kind::File;
      row.grouped = true;
      row.file = file;
      const Ui::RowLayout layout(row, 640, context);
      layout.paint(painter, QPoint(323 - 60, y - 6), {}, context);
      y += 56;
    }
  }

  // Windows of their own.
  void paintGrabs(QPainter& painter) {
    QMenu menu(this);
    const auto entry = [&](const char* words, Ui::Icon icon, const char* keys = "") {
      menu.addAction(Ui::icon(icon, 16, themes_.theme().text2, themes_.theme().text3),
                     QString::fromUtf8(words) + QLatin1Char('\t') + QString::fromLatin1(keys));
    };
    entry("Stop following", Ui::Icon::StarFilled);
    entry("Mute", Ui::Icon::BellOff, "Ctrl+M");
    entry("Notification rule…", Ui::Icon::Bell);
    menu.addSeparator();
    entry("Invite people…", Ui::Icon::UserPlus);
    entry("Manage room…", Ui::Icon::Pencil);
    entry("Copy room link", Ui::Icon::Copy);
    menu.addSeparator();
    entry("Leave room", Ui::Icon::Leave);
    menu.setActiveAction(menu.actions().first());
    menu.setMinimumWidth(242);
    menu.adjustSize();
    painter.drawPixmap(35, 717, menu.grab());
    Ui::ConfirmDialog dialog(themes_,
                             {QStringLiteral("Delete “Legacy FX options”?"),
                              QStringLiteral("The room and its 8,214 messages are removed for everyone. This cannot be "
                                             "undone. You can disable the room instead and keep its history."),
                              QStringLiteral("Delete room"), QString(), QStringLiteral("Disable instead"), true},
                             nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.adjustSize();
    painter.drawPixmap(807, 808, dialog.grab());
  }

  static void paintColours(QPainter& painter, const Ui::PaintContext& context) {
    using T = Ui::Theme;
    const QList<QPair<const char*, Ui::ColorToken>> colours{
        {"window", &T::window},     {"side", &T::side},       {"panel", &T::panel},        {"hover", &T::hover},
        {"selected", &T::selected}, {"tint", &T::tint},       {"fill", &T::fill},          {"accent", &T::accent},
        {"mention", &T::mentionBg}, {"badge", &T::badge},     {"danger-bg", &T::dangerBg}, {"danger", &T::danger},
        {"ok-bg", &T::okBg},        {"ok", &T::ok},           {"story-bg", &T::storyBg},   {"story", &T::story},
        {"line", &T::line},         {"control", &T::control}, {"text3", &T::text3},        {"text2", &T::text2},
        {"text", &T::text}};
    for (int i = 0; i < colours.size(); ++i) {
      const QRect box(807 + 58 * (i % 7), 1051 + 46 * (i / 7), 51, 40);
      const QColor fill = context.theme.*colours.at(i).second;
      Ui::paintBox(painter, box, 6, fill, context.theme.controlSoft);
      constexpr int kMiddle = 140;
      Ui::paintTextLine(painter, box.adjusted(5, 20, -2, 0),
                        {QString::fromLatin1(colours.at(i).first), Ui::TextRole::Chip,
                         fill.lightness() > kMiddle ? QColor(Qt::black) : QColor(Qt::white)},
                        context.type);
    }
  }

  Ui::ThemeManager& themes_;
  Ui::RoomListDelegate rooms_;
  QLineEdit* focused_ = nullptr;
};

}  // namespace

void shootComponents(Screenshots& shots) {
  Sheet sheet(shots.themes());
  sheet.show();
  QApplication::processEvents();
  sheet.activateWindow();
  sheet.focusField();
  shots.save(sheet, QStringLiteral("09-components"));
}

}  // namespace Parlour::Gui
