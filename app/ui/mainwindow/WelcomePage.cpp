// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/WelcomePage.h"

#include <QPainter>
#include <QVBoxLayout>

#include "app/ui/roomlist/RoomKindIcon.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kCardWidth = 420;
constexpr int kCardRow = 50;
constexpr int kDoor = 64;
}  // namespace

class WelcomePage::RoomCard : public QWidget {
 public:
  RoomCard(ThemeManager& themes, WelcomePage* page) : QWidget(page), themes_(themes), page_(page) {}

  void setRooms(const QList<QPair<Core::RoomSummary, QString>>& rooms) {
    qDeleteAll(findChildren<Button*>());
    rooms_ = rooms;
    const int row = themes_.type().scaled(kCardRow);
    setFixedSize(kCardWidth, static_cast<int>(rooms.size()) * row + 2);
    for (int i = 0; i < rooms.size(); ++i) {
      auto* open = new Button(themes_, WelcomePage::tr("Open"), ButtonKind::Secondary, this);
      open->setSize(ButtonSize::Small);
      open->setAccessibleName(WelcomePage::tr("Open %1").arg(rooms.at(i).first.name));
      open->resize(open->sizeHint());
      open->move(kCardWidth - 13 - open->width(), 1 + i * row + (row - open->height()) / 2);
      open->show();
      const RoomUri uri = rooms.at(i).first.uri;
      QObject::connect(open, &Button::clicked, page_, [this, uri] { Q_EMIT page_->openRequested(uri); });
    }
    setVisible(!rooms.isEmpty());
    update();
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    const Theme& theme = themes_.theme();
    const Typography& type = themes_.type();
    paintBox(painter, rect(), Metrics::kRadiusCard, theme.window, theme.line);
    const int row = type.scaled(kCardRow);
    for (int i = 0; i < rooms_.size(); ++i) {
      const int top = 1 + i * row;
      if (i > 0) {
        painter.fillRect(QRect(1, top - 1, width() - 2, 1), theme.line);
      }
      paintIcon(painter, roomKindIcon(rooms_.at(i).first), QRect(15, top, 16, row), 16, theme.text2);
      paintTextLine(painter, QRect(43, top + 7, 290, type.scaled(18)),
                    {rooms_.at(i).first.name, TextRole::Button, theme.text}, type);
      paintTextLine(painter, QRect(43, top + 7 + type.scaled(19), 290, type.scaled(17)),
                    {rooms_.at(i).second, TextRole::Secondary, theme.text3}, type);
    }
  }

 private:
  ThemeManager& themes_;
  WelcomePage* page_;
  QList<QPair<Core::RoomSummary, QString>> rooms_;
};

namespace {

class Door : public QWidget {
 public:
  Door(ThemeManager& themes, QWidget* parent) : QWidget(parent), themes_(themes) { setFixedSize(kDoor, kDoor); }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter(this).drawPixmap(0, 0, welcomeDoor(kDoor, themes_.theme(), devicePixelRatioF()));
  }

 private:
  ThemeManager& themes_;
};

}  // namespace

WelcomePage::WelcomePage(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      sentence_(new Label(themes, QString(), TextRole::Body, &Theme::text2, this)),
      rooms_(new RoomCard(themes, this)) {
  auto* title = new Label(themes, tr("Open a room to start"), TextRole::PageTitle, &Theme::text, this);
  title->setAlignment(Qt::AlignHCenter);
  sentence_->setAlignment(Qt::AlignHCenter);
  sentence_->setWordWrap(true);
  sentence_->setFixedWidth(kCardWidth - 40);
  auto* join = new Button(themes, tr("Join a chat room"), ButtonKind::Secondary, this);
  join->setIcon(Icon::Plus, &Theme::accent);
  auto* wire = new Button(themes, tr("Watch the sign-in in Wire view"), ButtonKind::Secondary, this);
  wire->setIcon(Icon::Wire, &Theme::accent);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(16);
  buttons->addStretch();
  buttons->addWidget(join);
  buttons->addWidget(wire);
  buttons->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setSpacing(0);
  column->addStretch(4);
  column->addWidget(new Door(themes, this), 0, Qt::AlignHCenter);
  column->addSpacing(26);
  column->addWidget(title);
  column->addSpacing(4);
  column->addWidget(sentence_, 0, Qt::AlignHCenter);
  column->addSpacing(18);
  column->addWidget(rooms_, 0, Qt::AlignHCenter);
  column->addSpacing(18);
  column->addLayout(buttons);
  column->addStretch(5);
  connect(join, &Button::clicked, this, &WelcomePage::joinRequested);
  connect(wire, &Button::clicked, this, &WelcomePage::wireViewRequested);
  setRooms({});
  setSentence(tr("Rooms you follow stay in the list. Find one by its name."));
}

void WelcomePage::setSentence(const QString& sentence) {
  sentence_->setText(sentence);
  sentence_->setFixedHeight(sentence_->heightForWidth(sentence_->width()));
}

void WelcomePage::setRooms(const QList<QPair<Core::RoomSummary, QString>>& rooms) { rooms_->setRooms(rooms); }

void WelcomePage::paintEvent(QPaintEvent* /*event*/) { QPainter(this).fillRect(rect(), themes_.theme().window); }

}  // namespace Parlour::Ui
