// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/Measures.h"

#include <QPainter>

#include "app/models/ParticipantModel.h"
#include "app/models/Roles.h"
#include "app/ui/composer/ComposerParts.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/roomlist/AccountRow.h"
#include "app/ui/roomlist/QuickSwitchButton.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/theme/AvatarIdentity.h"
#include "app/ui/timeline/JumpButton.h"
#include "app/ui/timeline/RowLayout.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/Paint.h"
#include "tests/gui/Screenshots.h"

namespace Parlour::Gui {

namespace {

// The rows of the sample morning.
enum Row { kFirst = 0, kStoryRow = 2, kUrgentRow = 5, kFileRow = 7 };

// Finds lengths on the picture of a window.
class Ruler {
 public:
  explicit Ruler(QWidget& window) : window_(window), picture_(window.grab().toImage()) {}

  // From the first to the last pixel of that colour on the line, in device-independent pixels.
  QLine span(const QLine& line, const QColor& color) const {
    const double ratio = picture_.devicePixelRatio();
    const bool across = line.dy() == 0;
    const int length = static_cast<int>((across ? line.dx() : line.dy()) * ratio);
    int first = -1;
    int last = -1;
    for (int i = 0; i < length; ++i) {
      const QPoint at = line.p1() * ratio + (across ? QPoint(i, 0) : QPoint(0, i));
      if (picture_.pixelColor(at) != color) continue;
      if (first < 0) first = i;
      last = i + 1;
    }
    const auto place = [&](int i) {
      const int moved = qRound(i / ratio);
      return line.p1() + (across ? QPoint(moved, 0) : QPoint(0, moved));
    };
    return first < 0 ? QLine() : QLine(place(first), place(last));
  }
  QRect rectOf(const QWidget& widget) const { return {widget.mapTo(&window_, QPoint(0, 0)), widget.size()}; }
  QRect rectOf(const QAbstractItemView& view, int row) const {
    const QRect rect = view.visualRect(view.model()->index(row, 0));
    return {view.viewport()->mapTo(&window_, rect.topLeft()), rect.size()};
  }

 private:
  QWidget& window_;
  QImage picture_;
};

class Collector {
 public:
  Collector(SampleWindow& sample, Ui::ThemeManager& themes)
      : window_(sample.window()), themes_(themes), ruler_(sample.window()) {}

  QList<Measure> take() {
    sidebar();
    timeline();
    cards();
    composer();
    roomPane();
    return list_;
  }

 private:
  void add(const char* name, int wanted, const QLine& place) {
    const int found = place.dx() != 0 ? place.dx() : place.dy();
    list_.append({QString::fromLatin1(name), wanted, found, place});
  }
  void addHeight(const char* name, int wanted, const QRect& rect, int x) {
    add(name, wanted, QLine(rect.left() + x, rect.top(), rect.left() + x, rect.top() + rect.height()));
  }
  const Ui::Theme& theme() const { return themes_.theme(); }

  void sidebar() {
    const Ui::Sidebar& sidebar = *window_.sidebar();
    addHeight("account", 56, ruler_.rectOf(*sidebar.account()), 222);
    addHeight("field", 32, ruler_.rectOf(*sidebar.quickSwitch()), 180);
    addHeight("section", 28, ruler_.rectOf(*sidebar.rooms(), 0), 262);
    const QRect row = ruler_.rectOf(*sidebar.rooms(), 1);
    addHeight("row", 32, row, 232);
    const QLine ground(0, row.top() + 3, row.right() + 1, row.top() + 3);
    const QLine selected = ruler_.span(ground, theme().selected);
    // The corners are round: the ground begins where the bar does.
    const QLine bar = ruler_.span(QLine(0, row.center().y(), 60, row.center().y()), theme().accent);
    add("row inset", 8, QLine(0, selected.y1(), bar.x1(), selected.y1()));
    const QRect whole = ruler_.rectOf(sidebar);
    add("sidebar", 272, QLine(0, 690, whole.width() + 1, 690));
  }

  void timeline() {
    const Ui::TimelineView& view = *window_.roomPage()->timeline();
    addHeight("header", 56, ruler_.rectOf(*window_.roomPage()->header()), 496);
    const QRect first = ruler_.rectOf(view, kFirst);
    const QColor fill = Ui::avatarFill(contentAt(kFirst).address);
    const QLine avatar = ruler_.span(QLine(first.left(), first.top() + 41, first.left() + 60, first.top() + 41), fill);
    add("avatar", 32, avatar);
    add("left", 16, QLine(first.left(), avatar.y1() + 40, avatar.x1(), avatar.y1() + 40));
    const Ui::RowLayout layout = layoutOf(kFirst, first.width());
    add("avatar to text", 12,
        QLine(avatar.x2(), avatar.y1() + 50, first.left() + layout.bodyOrigin().x(), avatar.y1() + 50));
    addHeight("day", 28, QRect(first.topLeft(), QSize(first.width(), layout.messageTop())), 428);
    const QRect urgent = ruler_.rectOf(view, kUrgentRow);
    const int above = layoutOf(kUrgentRow, urgent.width()).messageTop();
    addHeight("new messages", 24, QRect(urgent.topLeft(), QSize(urgent.width(), above)), 688);
    addHeight("two-line row", 48, urgent.adjusted(0, above, 0, 0), 540);
    addHeight("pill", 30, ruler_.rectOf(*view.jumpButton()), -33);
  }

  void cards() {
    const Ui::TimelineView& view = *window_.roomPage()->timeline();
    const QRect story = ruler_.rectOf(view, kStoryRow);
    add("story", 80, ruler_.span(down(story, 508), theme().line));
    const QRect file = ruler_.rectOf(view, kFileRow);
    const QLine height = ruler_.span(down(file, 90), theme().line);
    add("file card", 47, height);
    const int middle = (height.y1() + height.y2()) / 2;
    add("file card width", 420,
        ruler_.span(QLine(file.left(), middle, file.left() + file.width(), middle), theme().line));
  }

  void composer() {
    const Ui::Composer& composer = *window_.roomPage()->composer();
    const QRect tools = ruler_.rectOf(*composer.findChild<Ui::ComposerToolbar*>());
    const QRect foot = ruler_.rectOf(*composer.findChild<Ui::ComposerFoot*>());
    addHeight("toolbar", 34, tools, 351);
    addHeight("text and foot", 67, QRect(tools.left(), tools.bottom() + 1, 10, foot.bottom() - tools.bottom()), 351);
    addHeight("foot", 36, foot, 375);
    addHeight("below", 14, QRect(tools.left(), foot.bottom() + 1, 10, window_.height() - foot.bottom() - 1), 711);
  }

  void roomPane() {
    const Ui::RoomPane& pane = *window_.roomPane();
    const QRect whole = ruler_.rectOf(pane);
    add("room pane", 264, QLine(whole.left() - 1, 720, whole.left() + whole.width(), 720));
    const QRect person = ruler_.rectOf(*pane.people(), 1);
    addHeight("person", 32, person, 164);
    const auto row = pane.people()->model()->index(1, 0).data(Models::RowRole).value<Models::ParticipantRow>();
    const int y = person.top() + 9;
    const QLine avatar =
        ruler_.span(QLine(person.left(), y, person.left() + 60, y), Ui::avatarFill(row.person.uri.address()));
    add("person's avatar", 24, avatar);
    add("person left", 16, QLine(whole.left(), y + 12, avatar.x1(), y + 12));
  }

  static QLine down(const QRect& rect, int x) {
    return {rect.left() + x, rect.top(), rect.left() + x, rect.top() + rect.height()};
  }
  Ui::RowContent contentAt(int row) const {
    return window_.roomPage()->timeline()->model()->index(row, 0).data(Models::RowRole).value<Ui::RowContent>();
  }
  Ui::RowLayout layoutOf(int row, int width) const {
    return {contentAt(row), width, {themes_.theme(), themes_.type(), 1.0}};
  }

  Ui::MainWindow& window_;
  Ui::ThemeManager& themes_;
  Ruler ruler_;
  QList<Measure> list_;
};

// The measures over the window, each with what was found.
class MeasuredWindow : public QWidget {
 public:
  MeasuredWindow(const QPixmap& window, const QList<Measure>& measures, Ui::ThemeManager& themes)
      : window_(window), measures_(measures), themes_(themes) {
    resize(window.deviceIndependentSize().toSize());
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.drawPixmap(0, 0, window_);
    const Ui::Theme& theme = themes_.theme();
    for (const Measure& measure : measures_) {
      painter.setPen(theme.story);
      painter.drawLine(measure.place);
      const bool across = measure.place.dy() == 0;
      const QPoint tick = across ? QPoint(0, 3) : QPoint(3, 0);
      for (const QPoint& end : {measure.place.p1(), measure.place.p2()}) painter.drawLine(end - tick, end + tick);
      const QString words = QStringLiteral("%1 %2").arg(measure.name).arg(measure.found);
      const int width = Ui::textWidth(words, Ui::TextRole::Badge, themes_.type()) + 8;
      const QPoint middle = (measure.place.p1() + measure.place.p2()) / 2;
      const QRect box(middle + (across ? QPoint(-width / 2, 4) : QPoint(5, -8)), QSize(width, 15));
      Ui::paintBox(painter, box, 3, theme.story);
      Ui::paintTextLine(painter, box, {words, Ui::TextRole::Badge, theme.window}, themes_.type(), Qt::AlignHCenter);
    }
  }

 private:
  QPixmap window_;
  QList<Measure> measures_;
  Ui::ThemeManager& themes_;
};

}  // namespace

QList<Measure> measuresOf(SampleWindow& sample, Ui::ThemeManager& themes) { return Collector(sample, themes).take(); }

void shootMeasures(Screenshots& shots) {
  SampleWindow sample(shots.themes());
  sample.arrange();
  const QList<Measure> measures = measuresOf(sample, shots.themes());
  MeasuredWindow measured(sample.window().grab(), measures, shots.themes());
  shots.save(measured, QStringLiteral("15-measures-main"));
}

}  // namespace Parlour::Gui
