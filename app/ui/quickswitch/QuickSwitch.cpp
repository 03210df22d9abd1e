// SPDX-License-Identifier: Apache-2.0
#include "app/ui/quickswitch/QuickSwitch.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainterPath>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "app/ui/text/MessageSpans.h"
#include "app/ui/text/RichTextLayout.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/OverlayScrollBar.h"
#include "app/ui/widgets/SearchField.h"

namespace Parlour::Ui {

namespace {

constexpr int kSwitchWidth = 560;
constexpr int kSwitchTop = 84;
constexpr int kSwitchBefore = 20;  // of the middle
constexpr int kSwitchRadius = 8;
constexpr int kEntryRow = 38;
constexpr int kTitleRow = 26;
constexpr int kMostHeight = 312;
constexpr int kFootOfSwitch = 32;
constexpr int kFieldRow = 48;
constexpr int kBelowEntries = 6;
constexpr int kEntryRole = Qt::UserRole + 1;

QuickEntry entryOf(const QModelIndex& index) { return index.data(kEntryRole).value<QuickEntry>(); }

RichSpans spansOf(const QuickEntry& entry) {
  RichSpans spans;
  const auto add = [&](qsizetype from, qsizetype to, TextMarks marks) {
    if (to <= from) return;
    spans.append(RichSpan{.text = entry.text.mid(from, to - from), .target = {}, .marks = marks});
  };
  qsizetype done = 0;
  for (const Core::WordMatcher::Range& hit : entry.hits) {
    add(done, hit.start, {});
    add(hit.start, hit.start + hit.length, TextMark::Hit);
    done = hit.start + hit.length;
  }
  add(done, entry.text.size(), {});
  return spans;
}

class EntryDelegate : public QStyledItemDelegate {
 public:
  EntryDelegate(ThemeManager& themes, QObject* parent) : QStyledItemDelegate(parent), themes_(themes) {}

  QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const override {
    const bool title = entryOf(index).kind == QuickEntry::Kind::Title;
    return {0, themes_.type().scaled(title ? kTitleRow : kEntryRow)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const QuickEntry entry = entryOf(index);
    const Theme& theme = themes_.theme();
    const QRect& rect = option.rect;
    const MirroredPainting mirrored(*painter, rect, option.direction);
    if (entry.kind == QuickEntry::Kind::Title) {
      paintTextLine(*painter, rect.adjusted(14, 0, 0, 0), {entry.text, TextRole::SecondaryStrong, theme.text3},
                    themes_.type());
      return;
    }
    const bool current = option.state.testFlag(QStyle::State_Selected);
    if (current) {
      painter->fillRect(rect, theme.selected);
      painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.accent);
    }
    paintIcon(*painter, entry.icon, QRect(rect.left() + 14, rect.top(), 16, rect.height()), 16, theme.text2);
    RichTextStyle style;
    style.role = entry.unread > 0 ? TextRole::Strong : TextRole::Body;
    style.maxLines = 1;
    const RichTextLayout name(spansOf(entry), style, rect.width() - 200, theme, themes_.type());
    name.paint(*painter, QPoint(rect.left() + 40, rect.top() + (rect.height() - name.height()) / 2), theme);
    paintNote(*painter, rect, entry);
  }

 private:
  void paintNote(QPainter& painter, const QRect& rect, const QuickEntry& entry) const {
    const Theme& theme = themes_.theme();
    const Typography& type = themes_.type();
    int right = rect.right() + 1 - 14;
    if (entry.unread > 0) {
      right = paintBadge(painter, rect, right, BadgeKind::Unread, entry.unread, {theme, type, 1.0}) - 10;
    }
    const TextRole role = entry.noteIsKey ? TextRole::Small : TextRole::Secondary;
    const int width = textWidth(entry.note, role, type);
    if (entry.noteIsKey && !entry.note.isEmpty()) {
      const QRect box = centered(QRect(right - width - 11, rect.top(), width + 11, rect.height()),
                                 QSize(width + 11, type.scaled(18)));
      paintBox(painter, box, Metrics::kRadiusChip, theme.panel, theme.controlSoft);
      right -= 6;
    }
    paintTextLine(painter, QRect(right - width, rect.top(), width + 1, rect.height()), {entry.note, role, theme.text3},
                  type);
  }

  ThemeManager& themes_;
};

}  // namespace

QuickSwitch::QuickSwitch(ThemeManager& themes, Find find, QWidget* parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint),
      themes_(themes),
      find_(std::move(find)),
      field_(new SearchField(themes, tr("Go to room or person"), this)),
      list_(new QListView(this)),
      model_(new QStandardItemModel(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setAttribute(Qt::WA_TranslucentBackground);  // the corners
  setAccessibleName(tr("Go to room or person"));
  field_->setFrameless(kFieldRow);
  field_->setKeyHint(QStringLiteral("Esc"));
  field_->installEventFilter(this);
  list_->setModel(model_);
  list_->setItemDelegate(new EntryDelegate(themes, list_));
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setFrameShape(QFrame::NoFrame);
  new OverlayScrollBar(list_);
  auto* fieldRow = new QHBoxLayout;
  fieldRow->setContentsMargins(4, 0, 8, 0);
  fieldRow->addWidget(field_);
  auto* foot = new Label(themes, tr("Up and Down to move     Enter opens     Ctrl+Enter opens and follows"),
                         TextRole::Secondary, &Theme::text3, this);
  foot->setFixedHeight(kFootOfSwitch);
  auto* footRow = new QHBoxLayout;
  footRow->setContentsMargins(14, 0, 14, 0);
  footRow->addWidget(foot);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  column->addLayout(fieldRow);
  column->addWidget(list_);
  column->addLayout(footRow);
  connect(field_, &QLineEdit::textChanged, this, &QuickSwitch::refresh);
  connect(list_, &QListView::clicked, this, [this] { choose(false); });
}

void QuickSwitch::popUp() {
  field_->clear();
  refresh();
  const QRect area = parentWidget()->rect();
  const int left = qMax(0, (area.width() - kSwitchWidth) / 2 - kSwitchBefore);
  const QRect place = mirroredIn(area, QRect(left, kSwitchTop, kSwitchWidth, height()), layoutDirection());
  QDialog::move(parentWidget()->mapToGlobal(place.topLeft()));
  show();
  field_->setFocus();
}

void QuickSwitch::refresh() {
  model_->clear();
  int height = 0;
  for (const QuickEntry& entry : find_(field_->text().trimmed())) {
    auto* item = new QStandardItem(entry.text);
    item->setData(QVariant::fromValue(entry), kEntryRole);
    item->setSelectable(entry.kind != QuickEntry::Kind::Title);
    item->setAccessibleText(entry.note.isEmpty() ? entry.text : entry.text + QStringLiteral(", ") + entry.note);
    model_->appendRow(item);
    height += themes_.type().scaled(entry.kind == QuickEntry::Kind::Title ? kTitleRow : kEntryRow);
  }
  list_->setFixedHeight(qBound(kEntryRow, height, kMostHeight) + kBelowEntries);
  setFixedSize(kSwitchWidth, kFieldRow + list_->height() + kFootOfSwitch + 2);
  move(1);
}

void QuickSwitch::move(int step) {
  const int count = model_->rowCount();
  int row = list_->currentIndex().isValid() ? list_->currentIndex().row() : -1;
  for (row += step; row >= 0 && row < count; row += step) {
    if (entryOf(model_->index(row, 0)).kind != QuickEntry::Kind::Title) {
      list_->setCurrentIndex(model_->index(row, 0));
      return;
    }
  }
}

void QuickSwitch::choose(bool alsoFollow) {
  const QModelIndex current = list_->currentIndex();
  if (!current.isValid() || entryOf(current).kind == QuickEntry::Kind::Title) {
    return;
  }
  const QuickEntry entry = entryOf(current);
  close();
  Q_EMIT chosen(entry, alsoFollow);
}

bool QuickSwitch::eventFilter(QObject* watched, QEvent* event) {
  if (watched != field_ || event->type() != QEvent::KeyPress) {
    return QDialog::eventFilter(watched, event);
  }
  const auto* key = static_cast<QKeyEvent*>(event);
  if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
    move(key->key() == Qt::Key_Down ? 1 : -1);
    return true;
  }
  if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
    choose(key->modifiers().testFlag(Qt::ControlModifier));
    return true;
  }
  return QDialog::eventFilter(watched, event);
}

void QuickSwitch::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  paintBox(painter, rect(), kSwitchRadius, theme.raised, theme.controlSoft);
  QPainterPath inside;
  inside.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kSwitchRadius - 1, kSwitchRadius - 1);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setClipPath(inside);
  painter.fillRect(QRect(1, kFieldRow, width() - 2, 1), theme.line);
  const QRect foot(1, height() - 1 - kFootOfSwitch, width() - 2, kFootOfSwitch);
  painter.fillRect(foot, theme.panel);
  painter.fillRect(QRect(1, foot.top(), width() - 2, 1), theme.line);
}

}  // namespace Parlour::Ui
