// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/LadderHeader.h"

#include <algorithm>

#include "app/ui/widgets/Paint.h"
#include "app/ui/wire/LadderGeometry.h"

namespace Parlour::Ui {

using Models::Lifeline;

namespace {
constexpr int kHeaderHeight = 42;
constexpr int kNameTop = 4;
constexpr int kNameHeight = 18;
constexpr int kPlaceTop = 23;
constexpr int kPlaceHeight = 15;
constexpr int kStatusTitleWidth = 48;  // with its gap; long places end before it
}  // namespace

LadderHeader::LadderHeader(ThemeManager& themes, QWidget* parent) : QWidget(parent), themes_(themes) {
  applyHeight();
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    applyHeight();
    update();
  });
}

void LadderHeader::applyHeight() { setFixedHeight(themes_.type().scaled(kHeaderHeight)); }

void LadderHeader::setPlaces(const QString& client, const QString& frontEnd, const QString& chat) {
  client_ = client;
  frontEnd_ = frontEnd;
  chat_ = chat;
  setAccessibleName(tr("Client %1, Front End %2, Persistent Chat %3").arg(client, frontEnd, chat));
  update();
}

void LadderHeader::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  painter.fillRect(rect(), theme.panel);
  painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
  const LadderGeometry columns(width(), type);
  const auto paintHead = [&](Lifeline line, const QString& place) {
    const int room = columns.statusRight() - type.scaled(kStatusTitleWidth) - columns.lifeline(line);
    const int half = std::min(columns.segment() / 2, room);
    const QRect name(columns.lifeline(line) - half, type.scaled(kNameTop), 2 * half, type.scaled(kNameHeight));
    paintTextLine(painter, name, {Models::lifelineName(line), TextRole::Strong, theme.text}, type, Qt::AlignHCenter);
    const QRect below(name.left(), type.scaled(kPlaceTop), name.width(), type.scaled(kPlaceHeight));
    paintTextLine(painter, below, {place, TextRole::Small, theme.text3}, type, Qt::AlignHCenter);
  };
  paintHead(Lifeline::Client, client_);
  paintHead(Lifeline::FrontEnd, frontEnd_);
  paintHead(Lifeline::PersistentChat, chat_);
  const int top = type.scaled(kPlaceTop) - 1;
  const int lineHeight = type.scaled(kPlaceHeight);
  paintTextLine(painter, QRect(0, top, columns.statusRight(), lineHeight), {tr("Status"), TextRole::Small, theme.text3},
                type, Qt::AlignRight);
  paintTextLine(painter, QRect(0, top, columns.elapsedRight(), lineHeight),
                {tr("Elapsed"), TextRole::Small, theme.text3}, type, Qt::AlignRight);
}

}  // namespace Parlour::Ui
