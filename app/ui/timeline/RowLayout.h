// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>
#include <QRect>
#include <QString>
#include <memory>
#include <optional>

#include "app/ui/text/RichTextLayout.h"
#include "app/ui/timeline/RowContent.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

// One place of a row that can be pressed.
struct RowHit {
  QRect rect;
  RowAct act = RowAct::None;
  QString target;
  QString toolTip;
};

struct RowPaintState {
  bool hovered = false;
  bool selected = false;
  bool keyboardFocus = false;
  bool flashed = false;  // the tint after a jump
  TextRange selection;
};

// One message laid out at one width, text size and theme. The rectangles computed here serve painting, hover,
// clicks and tool tips alike. All coordinates are relative to the row's top left.
class RowLayout {
 public:
  RowLayout(RowContent content, int width, const PaintContext& context);

  int height() const { return height_; }
  const RowContent& content() const { return content_; }
  void paint(QPainter& painter, const QPoint& origin, const RowPaintState& state, const PaintContext& context) const;

  // In a row drawn from right to left the point is as if it were not; only words stand as they do.
  std::optional<RowHit> hitAt(const QPoint& point, Qt::LayoutDirection direction = Qt::LeftToRight) const;
  // What Enter does on the row.
  std::optional<RowHit> mainAct() const;
  const QList<RowHit>& hits() const { return hits_; }

  const RichTextLayout* body() const { return body_.get(); }
  QPoint bodyOrigin() const { return bodyOrigin_; }
  QRect bodyRect() const;
  int messageTop() const { return messageTop_; }

 private:
  struct Line;  // author line
  void layOutMessage(int top, const PaintContext& context);
  void layOutOwn(int top, const PaintContext& context);
  void layOutRemoved(const PaintContext& context);
  void layOutStory(int top, const PaintContext& context);
  void layOutFile(int top, const PaintContext& context);
  void addFileHits();
  RowHit mainFileAct() const;
  void paintFileLine(QPainter& painter, const PaintContext& context) const;
  void paintFileBar(QPainter& painter, const PaintContext& context) const;
  QRect fileLine(const Typography& type) const;
  void addFailureLine(int top, const PaintContext& context);
  int textWidthAvailable() const;

  void paintLinesAbove(QPainter& painter, const PaintContext& context) const;
  void paintBackground(QPainter& painter, const RowPaintState& state, const PaintContext& context) const;
  void paintAuthor(QPainter& painter, const PaintContext& context) const;
  void paintOwnExtras(QPainter& painter, const PaintContext& context) const;
  void paintStory(QPainter& painter, const PaintContext& context) const;
  void paintFile(QPainter& painter, const PaintContext& context) const;
  void paintFailure(QPainter& painter, const PaintContext& context) const;

  RowContent content_;
  int width_;
  int height_ = 0;
  int messageTop_ = 0;  // below day and new-messages lines
  int textTop_ = 0;     // first line of the body
  QRect card_;
  QRect ownBox_;
  QRect failureLine_;
  QRect storyLink_;
  QPoint bodyOrigin_;
  std::unique_ptr<RichTextLayout> body_;
  QList<RowHit> hits_;
};

}  // namespace Parlour::Ui
