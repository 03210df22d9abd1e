// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>

#include "app/ui/theme/Metrics.h"
#include "app/ui/timeline/RowLayout.h"
#include "app/ui/timeline/RowMetrics.h"

namespace Parlour::Ui {

namespace {

constexpr int kFileTextLeft = 49;
constexpr int kFileTextRight = 46;
constexpr int kFileButton = 26;
constexpr int kFileIcon = 24;
constexpr int kPicture = 32;
constexpr int kPaceGap = 10;

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

FileLook endedLook(const FileContent& file) {
  FileLook look;
  look.icon = Icon::Warning;
  look.iconColor = look.lineColor = look.linkColor = &Theme::danger;
  look.action = Icon::Close;
  look.line = file.note + QLatin1Char(' ');
  if (file.state == FileContent::State::Failed) look.link = FileWords::tr("Retry");
  return look;
}

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
      look.action = Icon::Close;
      break;
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
    case FileContent::State::Ended:
      return endedLook(file);
  }
  return look;
}

QString buttonWords(const FileContent& file) {
  switch (file.state) {
    case FileContent::State::Offered:
      return FileWords::tr("Download");
    case FileContent::State::Saved:
      return FileWords::tr("Show in folder");
    case FileContent::State::Uploading:
    case FileContent::State::Downloading:
    case FileContent::State::Paused:
      return FileWords::tr("Cancel");
    case FileContent::State::Failed:
    case FileContent::State::Ended:
      break;
  }
  return FileWords::tr("Discard");
}

RowAct lineAct(const FileContent& file) {
  switch (file.state) {
    case FileContent::State::Offered:
      return RowAct::FileAction;
    case FileContent::State::Saved:
      return RowAct::OpenFile;
    case FileContent::State::Uploading:
    case FileContent::State::Downloading:
    case FileContent::State::Paused:
      return RowAct::PauseFile;
    case FileContent::State::Failed:
      return RowAct::RetryFile;
    case FileContent::State::Ended:
      break;
  }
  return RowAct::None;
}

QString lineToolTip(const FileContent& file) {
  if (file.state == FileContent::State::Paused) return FileWords::tr("Go on");
  if (file.isMoving()) return FileWords::tr("Pause");
  const bool complains = file.state == FileContent::State::Failed || file.state == FileContent::State::Ended;
  return complains ? file.note : QString();
}

}  // namespace

void RowLayout::layOutFile(int top, const PaintContext& context) {
  const Typography& type = context.type;
  card_ = QRect(RowMetrics::kTextLeft, top, qMin(RowMetrics::kFileWidth, textWidthAvailable()),
                type.scaled(RowMetrics::kFileHeight));
  textTop_ = card_.top();
  height_ = card_.bottom() + 1;
  addFileHits();
}

void RowLayout::addFileHits() {
  const FileContent& file = content_.file;
  const QRect button(card_.right() - 34, card_.top() + (card_.height() - kFileButton) / 2, kFileButton, kFileButton);
  const bool keeps = file.state == FileContent::State::Offered || file.state == FileContent::State::Saved;
  hits_.append({button, keeps ? RowAct::FileAction : RowAct::CancelFile, content_.id, buttonWords(file)});
  const QRect line(card_.left() + kFileTextLeft, card_.top() + card_.height() / 2, card_.width() - 110,
                   card_.height() / 2 - 4);
  hits_.append({line, lineAct(file), content_.id, lineToolTip(file)});
  if (!file.picture.isNull()) {
    const QRect picture(card_.left() + 8, card_.top() + (card_.height() - kPicture) / 2, kPicture, kPicture);
    hits_.append({picture, RowAct::PreviewFile, content_.id, FileWords::tr("Preview")});
  }
}

// The word on the card rather than the button that gives something up.
RowHit RowLayout::mainFileAct() const {
  const bool word = lineAct(content_.file) != RowAct::None;
  return word ? hits_.at(1) : RowHit{hits_.first().rect, RowAct::None, content_.id, {}};
}

QRect RowLayout::fileLine(const Typography& type) const {
  const int left = card_.left() + kFileTextLeft;
  return {left, card_.top() + type.scaled(25), card_.right() - kFileTextRight - left,
          type.lineHeight(TextRole::Secondary)};
}

void RowLayout::paintFileBar(QPainter& painter, const PaintContext& context) const {
  const FileContent& file = content_.file;
  const Theme& theme = context.theme;
  const QRect line = fileLine(context.type);
  QRect bar(line.left(), card_.top() + context.type.scaled(31), line.width(), Metrics::kProgressHeight);
  if (!file.pace.isEmpty()) {
    const int used =
        paintTextLine(painter, line, {file.pace, TextRole::Small, theme.text3}, context.type, Qt::AlignRight);
    bar.setWidth(qMax(40, bar.width() - used - kPaceGap));
  }
  if (file.percent < 0) return;
  const bool paused = file.state == FileContent::State::Paused;
  paintBox(painter, bar, 2, theme.highContrast ? theme.window : theme.line,
           theme.highContrast ? theme.control : QColor());
  paintBox(painter, QRect(bar.left(), bar.top(), bar.width() * file.percent / 100, bar.height()), 2,
           paused ? theme.control : theme.progress);
}

void RowLayout::paintFileLine(QPainter& painter, const PaintContext& context) const {
  const FileLook look = fileLook(content_.file);
  const Typography& type = context.type;
  const QRect line = fileLine(type);
  const int linkWidth = look.link.isEmpty() ? 0 : textWidth(look.link, TextRole::Label, type);
  int used = 0;
  if (!look.line.isEmpty()) {
    used = paintTextLine(painter, line.adjusted(0, 0, -linkWidth, 0),
                         {look.line, TextRole::Secondary, context.theme.*look.lineColor}, type);
  }
  TextLine link{look.link, TextRole::Label, context.theme.*look.linkColor};
  link.underline = content_.file.state == FileContent::State::Failed;
  paintTextLine(painter, line.adjusted(used, 0, 0, 0), link, type);
}

void RowLayout::paintFile(QPainter& painter, const PaintContext& context) const {
  const Theme& theme = context.theme;
  const Typography& type = context.type;
  const FileContent& file = content_.file;
  const FileLook look = fileLook(file);
  paintBox(painter, card_, Metrics::kRadiusCard, theme.panel, theme.line);
  if (file.picture.isNull()) {
    paintIcon(painter, look.icon, QRect(card_.left() + 12, card_.top(), kFileIcon, card_.height()), kFileIcon,
              theme.*look.iconColor);
  } else {
    const QSize shown = file.picture.size().scaled(kPicture, kPicture, Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(centered(hits_.last().rect, shown), file.picture);
  }
  const int left = card_.left() + kFileTextLeft;
  const int right = card_.right() - kFileTextRight;
  const QRect nameLine(left, card_.top() + type.scaled(8), right - left, type.lineHeight(TextRole::Body));
  const int sizeWidth = textWidth(file.size, TextRole::Small, type);
  paintTextLine(painter, nameLine.adjusted(0, 0, -sizeWidth - 12, 0), {file.name, TextRole::Button, theme.text}, type);
  paintTextLine(painter, nameLine, {file.size, TextRole::Small, theme.text3}, type, Qt::AlignRight);
  if (file.isMoving()) {
    paintFileBar(painter, context);
  } else {
    paintFileLine(painter, context);
  }
  paintIcon(painter, look.action, hits_.first().rect, 16, theme.text2);
}

}  // namespace Parlour::Ui
