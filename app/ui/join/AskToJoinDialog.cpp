// SPDX-License-Identifier: Apache-2.0
#include "app/ui/join/AskToJoinDialog.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

#include "app/core/rooms/JoinRequests.h"
#include "app/core/rooms/WhyNot.h"
#include "app/ui/manage/FieldBox.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/DialogGround.h"
#include "app/ui/widgets/KeyboardManners.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/Scrim.h"

namespace Parlour::Ui {

namespace {

constexpr int kAskWidth = 440;
constexpr int kAskMargin = 16;

// "Marta Nowak or Ben Carter decides."
QString whoDecides(const QStringList& managers) {
  return managers.isEmpty() ? AskToJoinDialog::tr("A manager of the room decides.")
                            : AskToJoinDialog::tr("%1 decides.").arg(Core::WhyNot::anyOf(managers));
}

}  // namespace

AskToJoinDialog::AskToJoinDialog(ThemeManager& themes, const Core::RoomSummary& room, QWidget* parent)
    : QDialog(parent),
      themes_(themes),
      words_(new QLineEdit(this)),
      box_(new FieldBox(themes, tr("&Why you want to join (optional)"), words_, this)),
      ask_(new Button(themes, tr("Ask to join"), ButtonKind::Primary, this)) {
  setWindowTitle(tr("Ask to join"));
  setWindowModality(Qt::WindowModal);
  setAttribute(Qt::WA_DeleteOnClose);
  words_->setMaxLength(Core::JoinRequests::kMostWords);
  build(room);
  ask_->setDefault(true);
  moveToEndOfTabOrder({ask_});
  connect(ask_, &Button::clicked, this, &AskToJoinDialog::send);
  connect(words_, &QLineEdit::textChanged, this, [this](const QString& text) {
    box_->setCounter(text.size(), Core::JoinRequests::kMostWords);
    box_->setProblem(QString());
    fitHeight();
  });
  Scrim::behind(*this, themes, parent);
  words_->setFocus(Qt::OtherFocusReason);
}

void AskToJoinDialog::build(const Core::RoomSummary& room) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* middle = new QVBoxLayout;
  middle->setContentsMargins(kAskMargin, kAskMargin, kAskMargin, 14);
  middle->setSpacing(6);
  auto* title = new Label(themes_, tr("Ask to join %1").arg(room.name), TextRole::RoomTitle, &Theme::text, this);
  auto* sentence = new Label(themes_, whoDecides(room.managers), TextRole::Body, &Theme::text2, this);
  for (Label* label : {title, sentence}) {
    label->setWordWrap(true);
    middle->addWidget(label);
  }
  middle->addSpacing(8);
  middle->addWidget(box_);
  column->addLayout(middle, 1);
  auto* foot = new QWidget(this);
  foot->setFixedHeight(themes_.type().scaled(Metrics::kHeaderHeight));
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(kAskMargin, 1, kAskMargin, 0);
  row->setSpacing(8);
  row->addStretch();
  auto* cancel = new Button(themes_, tr("Cancel"), ButtonKind::Secondary, foot);
  cancel->setAutoDefault(false);
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  row->addWidget(cancel);
  row->addWidget(ask_);
  column->addWidget(foot);
  setFixedWidth(kAskWidth);
  fitHeight();
}

void AskToJoinDialog::fitHeight() {
  layout()->activate();
  setFixedHeight(layout()->hasHeightForWidth() ? layout()->heightForWidth(width()) : layout()->sizeHint().height());
}

void AskToJoinDialog::send() {
  ask_->setEnabled(false);
  Q_EMIT askRequested(words_->text().simplified());
}

void AskToJoinDialog::showRefusal(const QString& words) {
  ask_->setEnabled(true);
  box_->setProblem(words);
  fitHeight();
}

QString AskToJoinDialog::refusal() const { return box_->problem(); }

void AskToJoinDialog::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  paintDialogGround(painter, *this, themes_);
}

}  // namespace Parlour::Ui
