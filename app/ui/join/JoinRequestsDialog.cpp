// SPDX-License-Identifier: Apache-2.0
#include "app/ui/join/JoinRequestsDialog.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <algorithm>

#include "app/ui/join/JoinRequestCard.h"
#include "app/ui/manage/FieldBox.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/DialogGround.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/OverlayScrollBar.h"
#include "app/ui/widgets/Scrim.h"

namespace Parlour::Ui {

namespace {
constexpr int kRequestsWidth = 560;
constexpr int kRequestsHeight = 400;
constexpr int kRequestsMargin = 16;
}  // namespace

JoinRequestsDialog::JoinRequestsDialog(ThemeManager& themes, const QString& roomName, QWidget* parent)
    : QDialog(parent),
      themes_(themes),
      count_(new Label(themes, QString(), TextRole::Body, &Theme::text2, this)),
      scroll_(new QScrollArea(this)),
      problem_(new ProblemLine(themes, this)),
      close_(new Button(themes, tr("Close"), ButtonKind::Secondary, this)) {
  setWindowTitle(tr("Requests to join"));
  setWindowModality(Qt::WindowModal);
  setAttribute(Qt::WA_DeleteOnClose);
  build(roomName);
  showCount();
  close_->setFocus(Qt::OtherFocusReason);
  connect(close_, &Button::clicked, this, &QDialog::reject);
  Scrim::behind(*this, themes, parent);
}

void JoinRequestsDialog::build(const QString& roomName) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(makeHead(roomName));
  makeList();
  column->addWidget(scroll_, 1);
  column->addWidget(makeFoot());
  resize(kRequestsWidth, kRequestsHeight);
}

QLayout* JoinRequestsDialog::makeHead(const QString& roomName) {
  auto* head = new QVBoxLayout;
  head->setContentsMargins(kRequestsMargin, kRequestsMargin, kRequestsMargin, 13);
  head->setSpacing(4);
  auto* title = new Label(themes_, tr("Requests to join %1").arg(roomName), TextRole::RoomTitle, &Theme::text, this);
  title->setWordWrap(true);
  count_->setWordWrap(true);
  head->addWidget(title);
  head->addWidget(count_);
  return head;
}

void JoinRequestsDialog::makeList() {
  auto* page = new QWidget(scroll_);
  list_ = new QVBoxLayout(page);
  list_->setContentsMargins(0, 0, 0, 0);
  list_->setSpacing(0);
  list_->addStretch(1);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->viewport()->setAutoFillBackground(false);
  scroll_->setWidget(page);
  page->setAutoFillBackground(false);
  new OverlayScrollBar(scroll_);
}

QWidget* JoinRequestsDialog::makeFoot() {
  auto* foot = new QWidget(this);
  foot->setFixedHeight(themes_.type().scaled(Metrics::kHeaderHeight));
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(kRequestsMargin, 1, kRequestsMargin, 0);
  row->setSpacing(kRequestsMargin);
  row->addWidget(problem_, 1, Qt::AlignVCenter);
  row->addStretch();
  row->addWidget(close_);
  return foot;
}

JoinRequestCard* JoinRequestsDialog::cardOf(const SipUri& user) const {
  const auto it = std::find_if(cards_.begin(), cards_.end(),
                               [&user](const JoinRequestCard* card) { return card->request().user == user; });
  return it == cards_.end() ? nullptr : *it;
}

void JoinRequestsDialog::addCard(const Core::JoinRequest& request) {
  auto* card = new JoinRequestCard(themes_, request, scroll_->widget());
  connect(card, &JoinRequestCard::answered, this, [this, card](bool granted) {
    problem_->setText(QString());
    card->setWaiting(true);
    Q_EMIT answered(card->request().user, granted);
  });
  list_->insertWidget(static_cast<int>(cards_.size()), card);
  cards_.append(card);
  card->show();
  setTabOrder(card->grantButton(), close_);
}

// Cards that stay keep their place and the keyboard's focus.
void JoinRequestsDialog::setRequests(const QList<Core::JoinRequest>& requests) {
  const auto asks = [&requests](const JoinRequestCard* card) {
    return std::any_of(requests.begin(), requests.end(),
                       [card](const Core::JoinRequest& request) { return request.user == card->request().user; });
  };
  for (JoinRequestCard* card : QList<JoinRequestCard*>(cards_)) {
    if (!asks(card)) {
      cards_.removeOne(card);
      card->hide();
      card->deleteLater();
    }
  }
  for (const Core::JoinRequest& request : requests) {
    if (JoinRequestCard* card = cardOf(request.user)) {
      card->setRequest(request);
    } else {
      addCard(request);
    }
  }
  showCount();
}

void JoinRequestsDialog::showCount() {
  count_->setText(cards_.isEmpty() ? tr("Nobody is waiting for an answer.")
                                   : tr("Whom you let in becomes a member and gets an invitation."));
}

void JoinRequestsDialog::showRefusal(const SipUri& user, const QString& words) {
  problem_->setText(words);
  if (JoinRequestCard* card = cardOf(user)) {
    card->setWaiting(false);
  }
}

QString JoinRequestsDialog::refusal() const { return problem_->text(); }

void JoinRequestsDialog::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  paintDialogGround(painter, *this, themes_);
  painter.fillRect(QRect(0, scroll_->y() - 1, width(), 1), themes_.theme().line);
}

}  // namespace Parlour::Ui
