// SPDX-License-Identifier: Apache-2.0
#include "app/ui/search/ContextPane.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPainter>

#include "app/models/DateWords.h"
#include "app/ui/search/MessageHitDelegate.h"
#include "app/ui/text/MessageSpans.h"
#include "app/ui/text/RichTextLayout.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/timeline/RowContents.h"
#include "app/ui/widgets/Avatar.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/OverlayScrollBar.h"

namespace Parlour::Ui {

namespace {
constexpr int kContextTextLeft = 56;
constexpr int kContextRight = 16;
constexpr int kContextTop = 6;
constexpr int kContextBottom = 6;
}  // namespace

class ContextPane::Messages : public QWidget {
 public:
  Messages(ThemeManager& themes, QWidget* parent) : QWidget(parent), themes_(themes) {}

  void setMessages(const Core::Message& hit, const QList<Core::Message>& messages, const QStringList& words) {
    hit_ = hit.chatId;
    messages_ = messages;
    words_ = words;
    layOut();
  }
  QRect hitRect() const { return hitRect_; }

 protected:
  void resizeEvent(QResizeEvent* event) override {
    QWidget::resizeEvent(event);
    layOut();
  }

  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    const Theme& theme = themes_.theme();
    const Typography& type = themes_.type();
    painter.fillRect(rect(), theme.window);
    int top = 8;
    for (size_t i = 0; i < texts_.size(); ++i) {
      const Core::Message& message = messages_.at(static_cast<int>(i));
      const int height = kContextTop + type.scaled(18) + texts_[i].height() + kContextBottom;
      if (message.chatId == hit_) {
        painter.fillRect(QRect(0, top, width(), height), theme.mentionBg);
        painter.fillRect(QRect(0, top, 3, height), theme.mentionBar);
      }
      paintAvatar(painter, QRect(20, top + 8, 24, 24),
                  {message.authorName, message.author.address(), PresenceShape::None, theme.window},
                  {theme, type, devicePixelRatioF()});
      const QRect line(kContextTextLeft, top + kContextTop, width() - kContextTextLeft - kContextRight,
                       type.scaled(18));
      const QString name = message.own ? ContextPane::tr("You") : message.authorName;
      const int used =
          paintTextLine(painter, line, {name, TextRole::Strong, message.own ? theme.accent : theme.text}, type);
      paintTextLine(painter, line.adjusted(used + 8, 1, 0, 0), {timeWords(message.time), TextRole::Small, theme.text3},
                    type);
      texts_[i].paint(painter, QPoint(line.left(), line.bottom() + 1), theme);
      if (Xccos::isStory(message.text)) {
        paintChip(painter, QRect(line.left(), line.bottom() + 1, 100, type.lineHeight(TextRole::Body)), line.left(),
                  searchStoryChip(), {theme, type, devicePixelRatioF()});
      }
      top += height;
    }
  }

 private:
  void layOut() {
    texts_.clear();
    int height = 8;
    for (const Core::Message& message : messages_) {
      const Xccos::ChatText text = Xccos::parseChatText(message.text);
      RichTextStyle style;
      style.maxLines = 12;
      const bool hit = message.chatId == hit_;
      const bool story = text.kind == Xccos::ChatText::Kind::Story;
      // Beside the hit a story's title is enough.
      const QString plain = story && !hit ? text.title : text.plainText();
      RichSpans spans = story ? roomForStoryChip(themes_.type()) : RichSpans();
      spans += hit ? plainSpans(plain, {{}, words_}) : plainSpans(plain);
      texts_.emplace_back(spans, style, qMax(1, width() - kContextTextLeft - kContextRight), themes_.theme(),
                          themes_.type());
      const int rowHeight = kContextTop + themes_.type().scaled(18) + texts_.back().height() + kContextBottom;
      if (message.chatId == hit_) {
        hitRect_ = QRect(0, height, width(), rowHeight);
      }
      height += rowHeight;
    }
    setMinimumHeight(height + 8);
    update();
  }

  ThemeManager& themes_;
  ChatId hit_ = 0;
  QList<Core::Message> messages_;
  QStringList words_;
  std::vector<RichTextLayout> texts_;
  QRect hitRect_;
};

ContextPane::ContextPane(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      scroll_(new QScrollArea(this)),
      messages_(new Messages(themes, this)),
      jump_(new Button(themes, tr("Jump to message"), ButtonKind::Primary, this)),
      copy_(new Button(themes, tr("Copy"), ButtonKind::Secondary, this)) {
  jump_->setIcon(Icon::External);
  copy_->setIcon(Icon::Copy);
  jump_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  scroll_->setWidget(messages_);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  new OverlayScrollBar(scroll_);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(16, 12, 16, 12);
  foot->setSpacing(8);
  foot->addWidget(jump_, 1);
  foot->addWidget(copy_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, themes.type().scaled(Metrics::kHeaderHeight), 0, 0);
  column->setSpacing(1);
  column->addWidget(scroll_, 1);
  column->addLayout(foot);
  clear();
}

void ContextPane::clear() {
  roomName_.clear();
  when_.clear();
  messages_->setMessages({}, {}, {});
  jump_->setEnabled(false);
  copy_->setEnabled(false);
  update();
}

void ContextPane::setHit(const QString& roomName, const Core::Message& hit, const QList<Core::Message>& around,
                         const QStringList& words) {
  roomName_ = roomName;
  const QDate day = QDateTime::fromMSecsSinceEpoch(hit.time.toMs()).date();
  when_ = tr("Around %1, %2").arg(Models::dateWordsOfYear(day), timeWords(hit.time));
  messages_->setMessages(hit, around, words);
  scroll_->ensureVisible(0, messages_->hitRect().center().y(), 0, scroll_->height() / 2);
  jump_->setEnabled(true);
  copy_->setEnabled(true);
  update();
}

void ContextPane::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  painter.fillRect(rect(), theme.window);
  painter.fillRect(QRect(0, 0, 1, height()), theme.line);
  painter.fillRect(QRect(0, type.scaled(Metrics::kHeaderHeight) - 1, width(), 1), theme.line);
  painter.fillRect(QRect(0, scroll_->geometry().bottom() + 1, width(), 1), theme.line);
  paintTextLine(painter, QRect(20, type.scaled(10), width() - 36, type.scaled(18)),
                {roomName_, TextRole::Strong, theme.text}, type);
  paintTextLine(painter, QRect(20, type.scaled(29), width() - 36, type.scaled(17)),
                {when_, TextRole::Secondary, theme.text3}, type);
}

}  // namespace Parlour::Ui
