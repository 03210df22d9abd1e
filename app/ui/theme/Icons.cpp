// SPDX-License-Identifier: Apache-2.0
#include "app/ui/theme/Icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <array>

#include "app/ui/theme/Theme.h"

namespace Parlour::Ui {

namespace {

constexpr std::array<const char*, kIconCount> kIconFiles{
    "alert",       "arrow-down",   "at",           "bell",          "bell-off",   "bold",      "bolt",    "calendar",
    "check",       "chevron-down", "chevron-left", "chevron-right", "chevron-up", "clock",     "close",   "code",
    "copy",        "database",     "door",         "download",      "external",   "eye",       "eye-off", "file",
    "filter",      "folder",       "image",        "info",          "italic",     "keyboard",  "leave",   "link",
    "list",        "lock",         "mail",         "mark",          "megaphone",  "menu",      "more",    "numbered",
    "panel-right", "paperclip",    "pause",        "pencil",        "play",       "plug",      "plus",    "refresh",
    "save",        "search",       "send",         "server",        "shield",     "sliders",   "smile",   "star",
    "star-filled", "story",        "strike",       "sun",           "trash",      "underline", "upload",  "user",
    "user-plus",   "users",        "warning",      "wire"};

QByteArray svgSource(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap renderSvg(const QByteArray& svg, int size, qreal devicePixelRatio) {
  QSvgRenderer renderer(svg);
  if (!renderer.isValid()) {
    return {};
  }
  const int pixels = qRound(size * devicePixelRatio);
  QPixmap pixmap(pixels, pixels);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  renderer.render(&painter, QRectF(0, 0, pixels, pixels));
  painter.end();
  pixmap.setDevicePixelRatio(devicePixelRatio);
  return pixmap;
}

QString cacheKey(const QString& name, int size, const QString& color, qreal devicePixelRatio) {
  return QStringLiteral("parlour/%1/%2/%3/%4").arg(name).arg(size).arg(color).arg(devicePixelRatio);
}

QPixmap cachedSvg(const QString& path, int size, qreal dpr, const QString& colors,
                  const QList<QPair<QByteArray, QColor>>& replacements) {
  const QString key = cacheKey(path, size, colors, dpr);
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap)) {
    return pixmap;
  }
  QByteArray svg = svgSource(path);
  for (const auto& [placeholder, color] : replacements) {
    svg.replace("\"" + placeholder + "\"", "\"" + color.name().toLatin1() + "\"");
  }
  pixmap = renderSvg(svg, size, dpr);
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

}  // namespace

QString iconPath(Icon icon) {
  return QStringLiteral(":/icons/%1.svg").arg(QLatin1String(kIconFiles.at(static_cast<size_t>(icon))));
}

QPixmap iconPixmap(Icon icon, int size, const QColor& color, qreal devicePixelRatio) {
  return cachedSvg(iconPath(icon), size, devicePixelRatio, color.name(), {{"currentColor", color}});
}

QIcon icon(Icon icon, int size, const QColor& color, const QColor& disabled) {
  QIcon result;
  for (const qreal dpr : {1.0, 2.0}) {
    result.addPixmap(iconPixmap(icon, size, color, dpr), QIcon::Normal);
    result.addPixmap(iconPixmap(icon, size, disabled, dpr), QIcon::Disabled);
  }
  return result;
}

QPixmap welcomeDoor(int size, const Theme& theme, qreal devicePixelRatio) {
  return cachedSvg(QStringLiteral(":/icons/welcome-door.svg"), size, devicePixelRatio,
                   theme.control.name() + theme.accent.name() + theme.tint.name(),
                   {{"control", theme.control}, {"accent", theme.accent}, {"tint", theme.tint}});
}

QPixmap emoticonPixmap(const QString& name, int size, qreal devicePixelRatio) {
  return cachedSvg(QStringLiteral(":/icons/emoticons/%1.svg").arg(name), size, devicePixelRatio, {}, {});
}

}  // namespace Parlour::Ui
