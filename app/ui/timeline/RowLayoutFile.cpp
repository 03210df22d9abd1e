// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>

#include "app/ui/theme/Metrics.h"
#include "app/ui/timeline/RowLayout.h"

namespace Parlour::Ui {

namespace {

class FileWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Ui::RowLayout)
};

struct FileLook {
  Icon icon = Icon::File;
  ColorToken iconColor = &Theme::text2;
  Icon action = Icon::Download;
  QString line;  // second line; empty while a progress bar stands there
  QString link;  // at the end of the second line
  ColorToken lineColor = &Theme::text2;
  ColorToken linkColor = &Theme::accent;
};

FileLook fileLook(const FileContent& file) {
  FileLook look;
  switch (file.state) {
    case FileContent::State::Offered:
      look.link = FileWords::tr("Download");
      break;
    case FileContent::State::Uploading:
      look.icon = Icon::Upload;
      look.action = Icon::Close;
      break;
    case FileContent::State::Downloading:
    case FileContent::State::Paused:
      look.action = Icon::Close;
      break;
    case FileContent::State::Saved:
      look.iconColor = &Theme::accent;
      look.action = Icon::Folder;
      look.line = file.note + QStringLiteral(" · ");
      look.link = FileWords::tr("Open");
      break;
    case FileContent::State::Failed:
      look.icon = Icon::Warning;
      look.iconColor = look.lineColor = look.linkColor = &Theme::danger;
      look.action = Icon::Close;
      look.line = file.note + QLatin1Char(' ');
      look.link = FileWords::tr("Retry");
      break;
  }
  return look;
}

}  // namespace

void RowLayout::paintFile(QPainter& painter, const PaintContext& context) const {
  const Theme& theme = context.theme;
  const Typography& type = context.type;
  const FileLook look = fileLook(content_.file);
  paintBox(painter, card_, Metrics::kRadiusCard, theme.panel, theme.line);
  paintIcon(painter, look.icon, QRect(card_.left() + 15, card_.top(), 20, card_.height()), 20, theme.*look.iconColor);
  const int left = card_.left() + 49;
  const int right = card_.right() - 46;
  const QRect nameLine(left, card_.top() + type.scaled(8), right - left, type.lineHeight(TextRole::Body));
  const int sizeWidth = textWidth(content_.file.size, TextRole::Small, type);
  paintTextLine(painter, nameLine.adjusted(0, 0, -sizeWidth - 12, 0),
                {content_.file.name, TextRole::Button, theme.text}, type);
  paintTextLine(painter, nameLine, {content_.file.size, TextRole::Small, theme.text3}, type, Qt::AlignRight);
  if (look.link.isEmpty()) {
    if (content_.file.percent >= 0) {
      const QRect bar(left, card_.top() + type.scaled(31), right - left, Metrics::kProgressHeight);
      const bool paused = content_.file.state == FileContent::State::Paused;
      paintBox(painter, bar, 2, theme.line);
      paintBox(painter, QRect(bar.left(), bar.top(), bar.width() * content_.file.percent / 100, bar.height()), 2,
               paused ? theme.control : theme.progress);
    }
  } else {
    const QRect line(left, card_.top() + type.scaled(25), right - left, type.lineHeight(TextRole::Secondary));
    const int used = look.line.isEmpty()
                         ? 0
                         : paintTextLine(painter, line, {look.line, TextRole::Secondary, theme.*look.lineColor}, type);
    TextLine link{look.link, TextRole::Label, theme.*look.linkColor};
    link.underline = content_.file.state == FileContent::State::Failed;
    paintTextLine(painter, line.adjusted(used, 0, 0, 0), link, type);
  }
  paintIcon(painter, look.action, hits_.first().rect, 16, theme.text2);
}

}  // namespace Parlour::Ui
