// SPDX-License-Identifier: Apache-2.0
#include "app/ui/preferences/CacheBar.h"

#include <QLocale>
#include <QPainter>

#include "app/models/DateWords.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr int kUsedLine = 17;
constexpr int kBarTop = 22;
constexpr int kBarHeight = 9;
constexpr int kLegendTop = 39;
constexpr int kLegendLine = 17;
constexpr int kSwatch = 8;
constexpr qint64 kMegabyte = 1'000'000;

QString megabytes(qint64 bytes) {
  return CacheBar::tr("%1 MB").arg(QLocale().toString((bytes + kMegabyte / 2) / kMegabyte));
}

}  // namespace

CacheBar::CacheBar(ThemeManager& themes, QWidget* parent) : QWidget(parent), themes_(themes) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    updateGeometry();
    update();
  });
}

QSize CacheBar::sizeHint() const { return {kSwatch, themes_.type().scaled(kLegendTop + kLegendLine)}; }

void CacheBar::setUsage(const CacheUsage& usage, int allowedMegabytes) {
  usage_ = usage;
  allowedMegabytes_ = allowedMegabytes;
  setAccessibleName(usedText());
  setAccessibleDescription(roomsText());
  update();
}

QList<CacheBar::Part> CacheBar::parts() const {
  return {{tr("Messages"), usage_.messages, &Theme::accent},
          {tr("Files"), usage_.files, &Theme::story},
          {tr("Search index"), usage_.index, &Theme::mentionBar}};
}

QString CacheBar::usedText() const {
  return tr("%1 used of %2")
      .arg(megabytes(usage_.messages + usage_.files + usage_.index), megabytes(allowedMegabytes_ * kMegabyte));
}

QString CacheBar::roomsText() const {
  const QString rooms = tr("%n rooms", nullptr, usage_.rooms);
  if (!usage_.oldest.isValid()) return rooms;
  return tr("%1, oldest message %2").arg(rooms, Models::dateWords(usage_.oldest));
}

void CacheBar::paintBar(QPainter& painter, const QRect& box) const {
  const Theme& theme = themes_.theme();
  painter.fillRect(box, theme.line);
  const double allowed = qMax<double>(1, static_cast<double>(allowedMegabytes_ * kMegabyte));
  int x = box.left();
  for (const Part& part : parts()) {
    const int wide = qMin(box.right() + 1 - x, qRound(box.width() * static_cast<double>(part.bytes) / allowed));
    painter.fillRect(QRect(x, box.top(), wide, box.height()), theme.*part.color);
    x += wide;
  }
}

void CacheBar::paintLegend(QPainter& painter, const QRect& row) const {
  constexpr int kAfterSwatch = 6;
  constexpr int kBetween = 16;
  const Theme& theme = themes_.theme();
  int x = row.left();
  for (const Part& part : parts()) {
    if (part.bytes == 0) continue;
    paintBox(painter, centered(QRect(x, row.top(), kSwatch, row.height()), QSize(kSwatch, kSwatch)), 2,
             theme.*part.color);
    x += kSwatch + kAfterSwatch;
    x +=
        paintTextLine(painter, QRect(x, row.top(), row.right() - x, row.height()),
                      {QStringLiteral("%1 %2").arg(part.name, megabytes(part.bytes)), TextRole::Secondary, theme.text2},
                      themes_.type());
    x += kBetween;
  }
}

void CacheBar::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  const QRect top(0, 0, width(), type.scaled(kUsedLine));
  paintTextLine(painter, top, {usedText(), TextRole::Secondary, theme.text}, type);
  paintTextLine(painter, top, {roomsText(), TextRole::Secondary, theme.text3}, type, Qt::AlignRight);
  paintBar(painter, QRect(0, type.scaled(kBarTop), width(), kBarHeight));
  paintLegend(painter, QRect(0, type.scaled(kLegendTop), width(), type.scaled(kLegendLine)));
}

}  // namespace Parlour::Ui
