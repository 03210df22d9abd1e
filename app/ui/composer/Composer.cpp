// SPDX-License-Identifier: Apache-2.0
#include "app/ui/composer/Composer.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

#include "app/core/text/RtfReader.h"
#include "app/core/text/RtfWriter.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/composer/ComposerParts.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Chip.h"
#include "app/ui/widgets/IconButton.h"
#include "protocol/xccos/ChatText.h"

namespace Parlour::Ui {

namespace {
constexpr int kOuterX = 16;
constexpr int kOuterBottom = 14;
constexpr int kFrame = 2;  // room for the thicker border of the focus
constexpr int kStoryTitleHeight = 40;
constexpr int kStoryTextMost = 320;
constexpr int kMessageTextMost = 160;
constexpr int kTextLeast = 31;
constexpr int kStoryTextLeast = 106;
constexpr int kReadOnlyHeight = 36;
}  // namespace

Composer::Composer(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      storyRow_(new QWidget(this)),
      title_(new QLineEdit(storyRow_)),
      closeStory_(new IconButton(themes, Icon::Close, tr("Back to a message"), storyRow_)),
      toolbar_(new ComposerToolbar(themes, this)),
      attachments_(new AttachmentStrip(themes, this)),
      edit_(new ComposerEdit(themes, this)),
      foot_(new ComposerFoot(themes, this)) {
  build();
  connectParts();
  setStory(false);
}

void Composer::build() {
  auto* storyLine = new QHBoxLayout(storyRow_);
  storyLine->setContentsMargins(12, 0, 4, 0);
  storyLine->setSpacing(8);
  storyLine->addWidget(new Chip(themes_, {tr("Story"), ChipKind::Story, Icon::Story}, storyRow_));
  title_->setProperty("embedded", true);
  title_->setPlaceholderText(tr("Title of the story"));
  title_->setAccessibleName(tr("Title of the story"));
  title_->setMaxLength(256);
  title_->setFont(themes_.type().font(TextRole::RoomTitle));
  storyLine->addWidget(title_, 1);
  storyLine->addWidget(closeStory_);
  storyRow_->setFixedHeight(themes_.type().scaled(kStoryTitleHeight));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kOuterX + 1, kFrame, kOuterX + 1, kOuterBottom);
  column->setSpacing(0);
  column->addWidget(storyRow_);
  column->addWidget(toolbar_);
  column->addWidget(attachments_);
  column->addWidget(edit_);
  column->addWidget(foot_);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setTabOrder(title_, edit_);  // the text before its tools
  edit_->installEventFilter(this);
  title_->installEventFilter(this);
}

void Composer::connectParts() {
  connect(&themes_, &ThemeManager::themeChanged, this, [this] {
    title_->setFont(themes_.type().font(TextRole::RoomTitle));
    update();
  });
  connect(edit_, &ComposerEdit::textChanged, this, &Composer::refresh);
  connect(title_, &QLineEdit::textChanged, this, &Composer::refresh);
  connect(edit_, &ComposerEdit::sendRequested, this, &Composer::trySend);
  connect(edit_, &ComposerEdit::storyPostRequested, this, &Composer::trySend);
  connect(edit_, &ComposerEdit::filesPasted, this, &Composer::filesOffered);
  connect(edit_, &ComposerEdit::picturePasted, this, &Composer::pictureOffered);
  connect(attachments_, &AttachmentStrip::changed, this, &Composer::refresh);
  connect(toolbar_, &ComposerToolbar::markRequested, edit_, &ComposerEdit::toggleMark);
  connect(edit_, &ComposerEdit::marksChanged, toolbar_, &ComposerToolbar::setMarks);
  connect(toolbar_, &ComposerToolbar::listRequested, edit_, &ComposerEdit::toggleList);
  connect(toolbar_, &ComposerToolbar::linkRequested, edit_, &ComposerEdit::insertLink);
  connect(toolbar_, &ComposerToolbar::attachRequested, this, &Composer::attachRequested);
  connect(toolbar_, &ComposerToolbar::alertToggled, this, &Composer::toggleAlert);
  connect(toolbar_, &ComposerToolbar::storyToggled, this, &Composer::toggleStory);
  connect(toolbar_, &ComposerToolbar::emoticonsRequested, this,
          [this] { Q_EMIT emoticonsRequested(toolbar_->emoticonButton()->mapToGlobal(QPoint(0, 0))); });
  connect(closeStory_, &IconButton::clicked, this, [this] { setStory(false); });
  connect(foot_, &ComposerFoot::sendRequested, this, &Composer::trySend);
  connect(foot_, &ComposerFoot::storyRequested, this, [this] { setStory(true); });
  connect(foot_, &ComposerFoot::previewRequested, this, &Composer::previewRequested);
}

void Composer::setRoomName(const QString& name) {
  roomName_ = name;
  edit_->setPlaceholderText(name.isEmpty() ? QString() : tr("Message %1").arg(name));
  edit_->setAccessibleName(name.isEmpty() ? tr("Message") : tr("Message to %1").arg(name));
}

void Composer::setLimits(int messageBytes, int storyBytes) {
  messageBytes_ = messageBytes;
  storyBytes_ = storyBytes;
  refresh();
}

void Composer::setReadOnly(const QString& reason) {
  readOnly_ = reason;
  const bool writable = reason.isEmpty();
  storyRow_->setVisible(writable && story_);
  toolbar_->setVisible(writable);
  edit_->setVisible(writable);
  attachments_->setVisible(writable && !attachments_->attachments().isEmpty());
  foot_->setVisible(writable);
  setAccessibleName(reason);
  if (writable) {
    setMinimumHeight(0);
    setMaximumHeight(QWIDGETSIZE_MAX);
  } else {
    setFixedHeight(themes_.type().scaled(kReadOnlyHeight) + kOuterBottom + 1);
  }
  update();
}

void Composer::setFilesRefused(const QString& reason) {
  const bool allowed = reason.isEmpty();
  toolbar_->attachButton()->setEnabled(allowed);
  toolbar_->attachButton()->setWords(allowed ? tr("Attach a file") : reason,
                                     allowed ? QKeySequence(QStringLiteral("Ctrl+Shift+A")) : QKeySequence());
}

Draft Composer::draft() const {
  Draft draft;
  const Core::FormattedText formatted = edit_->formatted();
  draft.text = formatted.text;
  draft.rtf = formatted.isPlain() ? QByteArray() : Core::writeRtf(formatted);
  draft.storyTitle = title_->text();
  draft.story = story_;
  draft.alert = alert_;
  draft.attachments = attachments_->attachments();
  return draft;
}

void Composer::setDraft(const Draft& draft) {
  const auto rtf = Core::readRtf(draft.rtf);
  edit_->setFormatted({draft.text, rtf ? Core::formatsFor(draft.text, *rtf) : QList<Core::FormatRun>()});
  title_->setText(draft.storyTitle);
  setAlert(draft.alert);
  attachments_->setAttachments(draft.attachments);
  setStory(draft.story);
}

void Composer::clear() { setDraft({}); }

void Composer::setStory(bool story) {
  story_ = story;
  storyRow_->setVisible(story && readOnly_.isEmpty());
  toolbar_->setStory(story);
  edit_->setEnterSends(!story);
  edit_->setHeights(story ? kStoryTextLeast : kTextLeast, story ? kStoryTextMost : kMessageTextMost);
  refresh();
}

void Composer::setAlert(bool alert) {
  alert_ = alert;
  toolbar_->setAlert(alert);
  refresh();
}

void Composer::insertEmoticon(const QString& typed) {
  const QTextCursor cursor = edit_->textCursor();
  const QChar before = edit_->document()->characterAt(cursor.position() - 1);
  const bool needsSpace = cursor.position() > 0 && !before.isSpace();
  edit_->insertPlainText((needsSpace ? QStringLiteral(" ") : QString()) + typed + QLatin1Char(' '));
  edit_->setFocus();
}

int Composer::usedBytes() const {
  const QByteArray text = Xccos::escapeTyped(edit_->toPlainText()).toUtf8();
  return static_cast<int>(text.size() + (story_ ? title_->text().toUtf8().size() : 0));
}

int Composer::limit() const { return story_ ? storyBytes_ : messageBytes_; }

void Composer::refresh() {
  FootState state;
  state.used = usedBytes();
  state.limit = limit();
  state.story = story_;
  state.alert = alert_;
  const bool hasText = !edit_->toPlainText().trimmed().isEmpty();
  const bool hasTitle = !story_ || !title_->text().trimmed().isEmpty();
  const bool onlyFiles = !hasText && !story_ && !attachments_->attachments().isEmpty();
  state.canSend = onlyFiles || (hasText && hasTitle && !isTooLong());
  foot_->setState(state);
  Q_EMIT draftChanged();
  update();
}

void Composer::trySend() {
  const Draft what = draft();
  const bool titled = !story_ || !what.storyTitle.trimmed().isEmpty();
  const bool onlyFiles = what.text.trimmed().isEmpty() && !story_ && !what.attachments.isEmpty();
  const bool sayable = !what.text.trimmed().isEmpty() && titled && !isTooLong();
  if (!(onlyFiles || sayable) || !readOnly_.isEmpty()) {
    return;
  }
  Q_EMIT sendRequested(what);
}

bool Composer::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
    update();
  }
  return QWidget::eventFilter(watched, event);
}

void Composer::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  painter.fillRect(rect(), theme.window);
  const QRect box(kOuterX, 0, width() - 2 * kOuterX, height() - kOuterBottom);
  if (!readOnly_.isEmpty()) {
    paintBox(painter, box, Metrics::kRadiusCard, theme.panel, theme.line);
    paintIcon(painter, Icon::Info, QRect(box.left() + 13, box.top(), 16, box.height()), 16, theme.text2);
    paintTextLine(painter, box.adjusted(37, 0, -12, 0), {readOnly_, TextRole::Body, theme.text2}, themes_.type());
    return;
  }
  const bool focused = edit_->hasFocus() || title_->hasFocus();
  const QColor border = isTooLong() ? theme.danger : (focused ? theme.accent : theme.control);
  paintBox(painter, box, Metrics::kRadiusCard, theme.raised, border, focused || isTooLong() ? kFrame : 1);
  if (story_) {
    painter.fillRect(
        box.adjusted(kFrame, 0, -kFrame, 0) & storyRow_->geometry().adjusted(0, storyRow_->height() - 1, 0, 0),
        theme.line);
  }
}

}  // namespace Parlour::Ui
