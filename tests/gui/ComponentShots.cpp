// SPDX-License-Identifier: Apache-2.0
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QRadioButton>

#include "app/ui/theme/Icons.h"
#include "app/ui/widgets/Avatar.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Chip.h"
#include "app/ui/widgets/ConnectionBar.h"
#include "app/ui/widgets/EmptyPane.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/SearchField.h"
#include "app/ui/widgets/SegmentedControl.h"
#include "app/ui/widgets/Toast.h"
#include "tests/gui/Screenshots.h"

namespace Parlour::Gui {

namespace {

// Everything that is painted rather than built of widgets: icons, badges, presence.
class PaintedGallery : public QWidget {
 public:
  explicit PaintedGallery(Ui::ThemeManager& themes) : themes_(themes) { setFixedSize(480, 300); }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    const Ui::PaintContext context{themes_.theme(), themes_.type(), devicePixelRatioF()};
    painter.fillRect(rect(), context.theme.window);
    constexpr int kColumns = 12;
    for (int i = 0; i < Ui::kIconCount; ++i) {
      Ui::paintIcon(painter, static_cast<Ui::Icon>(i),
                    QRect(10 + 27 * (i % kColumns), 10 + 27 * (i / kColumns), 16, 16), 16, context.theme.text2);
    }
    const QStringList emoticons{QStringLiteral("smile"), QStringLiteral("wink"),     QStringLiteral("frown"),
                                QStringLiteral("cool"),  QStringLiteral("crying"),   QStringLiteral("kissing"),
                                QStringLiteral("angry"), QStringLiteral("laughing"), QStringLiteral("confused")};
    for (int i = 0; i < emoticons.size(); ++i) {
      painter.drawPixmap(10 + 26 * i, 180, Ui::emoticonPixmap(emoticons.at(i), 18, devicePixelRatioF()));
    }
    const QRect badges(0, 210, 480, 24);
    int right = 470;
    right = Ui::paintBadge(painter, badges, right, Ui::BadgeKind::Unread, 7, context) - 8;
    right = Ui::paintBadge(painter, badges, right, Ui::BadgeKind::Unread, 240, context) - 8;
    right = Ui::paintBadge(painter, badges, right, Ui::BadgeKind::Mention, 2, context) - 8;
    right = Ui::paintBadge(painter, badges, right, Ui::BadgeKind::Urgent, 1, context) - 8;
    Ui::paintBadge(painter, badges, right, Ui::BadgeKind::Muted, 41, context);
    int left = 10;
    for (const Ui::PresenceShape shape :
         {Ui::PresenceShape::Available, Ui::PresenceShape::Away, Ui::PresenceShape::Busy, Ui::PresenceShape::Offline}) {
      for (const int size : {24, 32}) {
        Ui::paintAvatar(painter, QRect(left, 250, size, size),
                        {QStringLiteral("Hannah Weiss"), "hannah@northgate.example", shape, context.theme.window},
                        context);
        left += size + 12;
      }
    }
  }

 private:
  Ui::ThemeManager& themes_;
};

class Page : public QWidget {
 public:
  explicit Page(Ui::ThemeManager& themes) : themes_(themes) {}

 protected:
  void paintEvent(QPaintEvent* /*event*/) override { QPainter(this).fillRect(rect(), themes_.theme().window); }

 private:
  Ui::ThemeManager& themes_;
};

void addButtons(Ui::ThemeManager& themes, QVBoxLayout* column) {
  auto* row = new QHBoxLayout;
  row->addWidget(new Ui::Button(themes, QStringLiteral("Primary"), Ui::ButtonKind::Primary));
  row->addWidget(new Ui::Button(themes, QStringLiteral("Secondary")));
  row->addWidget(new Ui::Button(themes, QStringLiteral("Flat"), Ui::ButtonKind::Flat));
  row->addWidget(new Ui::Button(themes, QStringLiteral("Delete…"), Ui::ButtonKind::Danger));
  row->addWidget(new Ui::Button(themes, QStringLiteral("Delete room"), Ui::ButtonKind::DangerFill));
  auto* disabled = new Ui::Button(themes, QStringLiteral("Disabled"));
  disabled->setEnabled(false);
  row->addWidget(disabled);
  auto* small = new Ui::Button(themes, QStringLiteral("Small"));
  small->setSize(Ui::ButtonSize::Small);
  row->addWidget(small);
  auto* join = new Ui::Button(themes, QStringLiteral("Join a chat room"));
  join->setIcon(Ui::Icon::Plus, &Ui::Theme::accent);
  row->addWidget(join);
  auto* toggle = new Ui::IconButton(themes, Ui::Icon::PanelRight, QStringLiteral("Room pane"));
  toggle->setCheckable(true);
  toggle->setChecked(true);
  row->addWidget(toggle);
  row->addStretch();
  column->addLayout(row);
}

void addFields(Ui::ThemeManager& themes, QVBoxLayout* column) {
  auto* row = new QHBoxLayout;
  auto* field = new QLineEdit;
  field->setPlaceholderText(QStringLiteral("Placeholder"));
  row->addWidget(field);
  auto* disabled = new QLineEdit(QStringLiteral("Disabled"));
  disabled->setEnabled(false);
  row->addWidget(disabled);
  auto* combo = new QComboBox;
  combo->setProperty("caption", QStringLiteral("Category"));
  combo->addItem(QStringLiteral("All"));
  row->addWidget(combo);
  auto* search = new Ui::SearchField(themes, QStringLiteral("Go to room or person"));
  search->setKeyHint(QStringLiteral("Ctrl+K"));
  row->addWidget(search);
  column->addLayout(row);
  auto* boxes = new QHBoxLayout;
  auto* on = new QCheckBox(QStringLiteral("On"));
  on->setChecked(true);
  boxes->addWidget(on);
  boxes->addWidget(new QCheckBox(QStringLiteral("Off")));
  auto* radio = new QRadioButton(QStringLiteral("On"));
  radio->setChecked(true);
  boxes->addWidget(radio);
  boxes->addWidget(new QRadioButton(QStringLiteral("Off")));
  boxes->addWidget(new Ui::SegmentedControl(themes, {QStringLiteral("One"), QStringLiteral("Two")}));
  boxes->addWidget(new Ui::Chip(themes, {QStringLiteral("Closed"), Ui::ChipKind::Neutral, Ui::Icon::Lock}));
  boxes->addWidget(new Ui::Chip(themes, {QStringLiteral("Member"), Ui::ChipKind::Ok, Ui::Icon::Check}));
  boxes->addWidget(new Ui::Chip(themes, {QStringLiteral("Story"), Ui::ChipKind::Story, Ui::Icon::Story}));
  boxes->addStretch();
  column->addLayout(boxes);
}

void addPanes(Ui::ThemeManager& themes, QVBoxLayout* column) {
  auto* lost = new Ui::ConnectionBar(themes);
  lost->showState(Ui::BarKind::Trouble, QStringLiteral("Connection lost at 08:47."),
                  QStringLiteral("Trying again in 8 s."), QStringLiteral("Try now"));
  column->addWidget(lost);
  auto* back = new Ui::ConnectionBar(themes);
  back->showState(Ui::BarKind::Good, QStringLiteral("Back online."),
                  QStringLiteral("14 messages caught up in 5 rooms."));
  column->addWidget(back);
  auto* panes = new QHBoxLayout;
  auto* empty = new Ui::EmptyPane(themes);
  empty->showEmpty(Ui::Icon::Search, QStringLiteral("No messages match"),
                   QStringLiteral("Try fewer words, or search all rooms instead of followed ones."),
                   QStringLiteral("Search all rooms"));
  auto* error = new Ui::EmptyPane(themes);
  error->showError(QStringLiteral("History did not load"),
                   QStringLiteral("The server answered 503, too busy. Parlour tries again in 5 s."),
                   QStringLiteral("Try now"));
  panes->addWidget(empty);
  panes->addWidget(error);
  column->addLayout(panes);
  column->addSpacing(140);
}

}  // namespace

void shootComponents(Screenshots& shots) {
  PaintedGallery gallery(shots.themes());
  shots.save(gallery, QStringLiteral("09-painted"));
  Page page(shots.themes());
  page.resize(820, 620);
  auto* column = new QVBoxLayout(&page);
  addButtons(shots.themes(), column);
  addFields(shots.themes(), column);
  addPanes(shots.themes(), column);
  Ui::ToastStack toasts(shots.themes(), &page);
  toasts.show({QStringLiteral("Room created"), QStringLiteral("You are a manager of Collateral working group."),
               QStringLiteral("Open"), false});
  toasts.show({QStringLiteral("File not posted"),
               QStringLiteral("blotter.csv is 62 MB. This server takes up to 50 MB."), QString(), true});
  shots.save(page, QStringLiteral("09-components"));
}

}  // namespace Parlour::Gui
