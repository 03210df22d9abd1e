// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/WireDetail.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/models/wire/WireSentence.h"
#include "app/models/wire/WireWords.h"
#include "app/ui/widgets/Chip.h"
#include "app/ui/widgets/FlatTabs.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/wire/CodeView.h"
#include "app/ui/wire/CopyLink.h"
#include "app/ui/wire/WireColors.h"

namespace Parlour::Ui {

using Models::WireBodyKind;
using Models::WireRow;
using Models::WireSentence;

namespace {

enum DetailTab { kMessageTab, kRawTab, kDialogTab };
constexpr int kDetailPadding = 16;
constexpr int kBoxMargin = 12;
constexpr int kHeadTop = 10;
constexpr int kHeadSpacing = 2;
constexpr int kHeadBottom = 8;
constexpr int kPageTop = 8;
constexpr int kHeadersShare = 45;  // percent of the page at most
constexpr int kPagerButton = 26;

// Lays out below a hairline at its lower edge.
class LinedRow : public QWidget {
 public:
  explicit LinedRow(ThemeManager& themes) : themes_(themes) {}

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), themes_.theme().line);
  }

 private:
  ThemeManager& themes_;
};

QString bodyKindWords(WireBodyKind kind) {
  switch (kind) {
    case WireBodyKind::None:
      return WireDetail::tr("none");
    case WireBodyKind::Xccos:
      return WireDetail::tr("XCCOS, formatted");
    case WireBodyKind::Xml:
      return WireDetail::tr("XML, formatted");
    case WireBodyKind::Sdp:
      return WireDetail::tr("SDP");
    case WireBodyKind::Text:
      return WireDetail::tr("text");
  }
  return {};
}

QHBoxLayout* plainRow(int left, int right, int spacing) {
  auto* row = new QHBoxLayout;
  row->setContentsMargins(left, 0, right, 0);
  row->setSpacing(spacing);
  return row;
}

}  // namespace

WireDetail::WireDetail(ThemeManager& themes, const Models::WireModel& model, QWidget* parent)
    : QWidget(parent), themes_(themes), model_(model) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  pages_ = new QStackedWidget(this);
  column->addWidget(makeHead());
  column->addWidget(makeTabRow());
  column->addWidget(pages_, 1);
  pages_->addWidget(makeMessagePage());
  pages_->addWidget(makeRawPage());
  pages_->addWidget(makeDialogPage());
  connect(tabs_, &QTabBar::currentChanged, this, &WireDetail::fillPage);
  connect(&themes, &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
  setAccessibleName(tr("Message details"));
  showNothing();
}

QWidget* WireDetail::makeHead() {
  auto* head = new QWidget;
  auto* column = new QVBoxLayout(head);
  column->setContentsMargins(kDetailPadding, kHeadTop, kDetailPadding, kHeadBottom);
  column->setSpacing(kHeadSpacing);
  title_ = new Label(themes_, QString(), TextRole::StoryTitle, &Theme::text);
  kind_ = new Chip(themes_, {});
  status_ = new Chip(themes_, {});
  summary_ = new Label(themes_, QString(), TextRole::Secondary, &Theme::text2);
  auto* row = plainRow(0, 0, 8);
  row->addWidget(title_, 1);
  row->addWidget(kind_);
  row->addWidget(status_);
  column->addLayout(row);
  column->addWidget(summary_);
  return head;
}

QWidget* WireDetail::makeTabRow() {
  auto* line = new LinedRow(themes_);
  auto* row = plainRow(kDetailPadding, 7, 0);
  line->setLayout(row);
  tabs_ = new FlatTabs(themes_, {});
  tabs_->addTab(tr("Message"));
  tabs_->addTab(tr("Raw bytes"));
  tabs_->addTab(tr("Dialog"));
  tabs_->setAccessibleName(tr("Views of the message"));
  previous_ = new IconButton(themes_, Icon::ChevronLeft, tr("Previous message"));
  next_ = new IconButton(themes_, Icon::ChevronRight, tr("Next message"));
  for (IconButton* button : {previous_, next_}) {
    button->setBoxSize(QSize(kPagerButton, kPagerButton));
    button->setIconSize(12);
  }
  position_ = new Label(themes_, QString(), TextRole::Secondary, &Theme::text2);
  position_->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
  row->addWidget(tabs_);
  row->addStretch(1);
  row->addWidget(previous_);
  row->addWidget(position_);
  row->addWidget(next_);
  connect(previous_, &QAbstractButton::clicked, this, &WireDetail::previousRequested);
  connect(next_, &QAbstractButton::clicked, this, &WireDetail::nextRequested);
  return line;
}

QWidget* WireDetail::makeMessagePage() {
  messagePage_ = new QWidget;
  auto* column = new QVBoxLayout(messagePage_);
  column->setContentsMargins(kBoxMargin, kPageTop, kBoxMargin, kBoxMargin);
  column->setSpacing(0);
  const int inner = kDetailPadding - kBoxMargin;
  auto* headersRow = plainRow(inner, inner, 8);
  auto* copyHeaders = new CopyLink(themes_, tr("Copy headers"));
  headersRow->addWidget(new Label(themes_, tr("Headers"), TextRole::SecondaryStrong, &Theme::text2), 1);
  headersRow->addWidget(copyHeaders);
  headers_ = new CodeView(themes_);
  headers_->setAccessibleName(tr("Headers"));
  auto* headersBox = plainRow(inner, 0, 0);
  headersBox->addWidget(headers_);
  bodyHead_ = new QWidget;
  auto* bodyRow = plainRow(inner, inner, 4);
  bodyHead_->setLayout(bodyRow);
  auto* bodyWord = new Label(themes_, tr("Body"), TextRole::SecondaryStrong, &Theme::text2);
  bodyKind_ = new Label(themes_, QString(), TextRole::Secondary, &Theme::text2);
  auto* copyBody = new CopyLink(themes_, tr("Copy body"));
  bodyRow->addWidget(bodyWord);
  bodyRow->addWidget(bodyKind_, 1);
  bodyRow->addWidget(copyBody);
  body_ = new CodeBox(themes_);
  body_->view().setAccessibleName(tr("Body"));
  column->addLayout(headersRow);
  column->addSpacing(3);
  column->addLayout(headersBox);
  column->addSpacing(11);
  column->addWidget(bodyHead_);
  column->addSpacing(4);
  column->addWidget(body_, 1);
  column->addStretch(0);
  connect(copyHeaders, &QAbstractButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(Models::plainText(Models::headerLines(row_.text))); });
  connect(copyBody, &QAbstractButton::clicked, this, [this] {
    QGuiApplication::clipboard()->setText(Models::plainText(Models::bodyLines(row_.text, {.cut = false})));
  });
  connect(&body_->view(), &CodeView::moreRequested, this, &WireDetail::showWhole);
  connect(headers_->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
          &WireDetail::fitHeaders);
  return messagePage_;
}

QWidget* WireDetail::makeRawPage() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(kBoxMargin, kBoxMargin, kBoxMargin, kBoxMargin);
  raw_ = new CodeBox(themes_);
  raw_->view().setAccessibleName(tr("Raw bytes"));
  column->addWidget(raw_);
  return page;
}

QWidget* WireDetail::makeDialogPage() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(kDetailPadding, kPageTop, kBoxMargin, kBoxMargin);
  column->setSpacing(8);
  dialogHead_ = new Label(themes_, QString(), TextRole::Secondary, &Theme::text2);
  dialog_ = new QListWidget;
  dialog_->setUniformItemSizes(true);
  dialog_->setAccessibleName(tr("Messages of this dialog"));
  column->addWidget(dialogHead_);
  column->addWidget(dialog_, 1);
  applyDialogColors();
  connect(&themes_, &ThemeManager::themeChanged, this, &WireDetail::applyDialogColors);
  connect(dialog_, &QListWidget::itemActivated, this,
          [this](const QListWidgetItem* item) { Q_EMIT rowRequested(item->data(Qt::UserRole).toULongLong()); });
  return page;
}

void WireDetail::applyDialogColors() {
  const Theme& theme = themes_.theme();
  QPalette colors = dialog_->palette();
  colors.setColor(QPalette::Base, theme.panel);
  colors.setColor(QPalette::Text, theme.text);
  colors.setColor(QPalette::Highlight, theme.selected);
  colors.setColor(QPalette::HighlightedText, theme.text);
  dialog_->setPalette(colors);
  dialog_->setFont(themes_.type().font(TextRole::Secondary));
}

void WireDetail::showRow(const WireRow& row) {
  const bool sameMessage = row.number == row_.number && !row_.text.isEmpty();
  row_ = row;
  title_->setText(row.title);
  title_->setToolTip(row.title);
  summary_->setText(WireSentence::summary(row));
  summary_->setToolTip(summary_->text());
  kind_->setLook({Models::wireKindName(row.kind), wireKindChip(row.kind), std::nullopt});
  kind_->show();
  const QString status = WireSentence::status(row);
  status_->setLook({status, wireStatusChip(row.status), std::nullopt});
  status_->setVisible(!status.isEmpty());
  tabs_->setEnabled(true);
  pages_->show();
  if (!sameMessage) fillPage(tabs_->currentIndex());
}

void WireDetail::showNothing() {
  row_ = {};
  title_->setText(tr("No message chosen"));
  summary_->setText(tr("Choose a message in the list to see it here."));
  summary_->setToolTip(QString());
  kind_->hide();
  status_->hide();
  tabs_->setEnabled(false);
  pages_->hide();
  setPosition(0, 0);
}

void WireDetail::setPosition(int position, int count) {
  position_->setVisible(position > 0);
  position_->setText(tr("%1 of %2").arg(Models::WireWords::number(position), Models::WireWords::number(count)));
  previous_->setEnabled(position > 1);
  next_->setEnabled(position > 0 && position < count);
}

void WireDetail::fillPage(int tab) {
  pages_->setCurrentIndex(tab);
  if (tab == kMessageTab) fillMessage();
  if (tab == kRawTab) raw_->view().setLines(Models::rawLines(row_.text));
  if (tab == kDialogTab) fillDialog();
}

void WireDetail::fillMessage() {
  headers_->setLines(Models::headerLines(row_.text));
  const WireBodyKind kind = Models::bodyKindOf(row_.text);
  bodyKind_->setText(bodyKindWords(kind));
  bodyHead_->setVisible(kind != WireBodyKind::None);
  body_->setVisible(kind != WireBodyKind::None);
  body_->view().setLines(Models::bodyLines(row_.text));
  fitHeaders();
}

void WireDetail::showWhole() { body_->view().setLines(Models::bodyLines(row_.text, {.cut = false})); }

void WireDetail::fillDialog() {
  const QList<WireRow> rows = model_.rowsOfDialog(row_.callId);
  dialogHead_->setText(
      tr("Call-ID %1 · %2").arg(QString::fromUtf8(row_.callId), Models::WireWords::messages(rows.size())));
  dialog_->clear();
  for (const WireRow& row : rows) {
    if (row.isAcknowledgement && row.number != row_.number) continue;
    const QString status = WireSentence::status(row);
    QString line =
        QStringLiteral("%1   %2 %3")
            .arg(WireSentence::offset(row), row.outgoing ? QStringLiteral("→") : QStringLiteral("←"), row.what());
    if (!status.isEmpty()) line += QStringLiteral("   ") + status;
    auto* item = new QListWidgetItem(line, dialog_);
    item->setData(Qt::UserRole, row.number);
    item->setData(Qt::AccessibleTextRole, WireSentence::accessible(row));
    if (row.number == row_.number) dialog_->setCurrentItem(item);
  }
}

// Headers take what they need; beyond a share of the page they scroll.
void WireDetail::fitHeaders() {
  const int most = messagePage_->height() * kHeadersShare / 100;
  const bool alone = !body_->isVisibleTo(messagePage_);
  headers_->setFixedHeight(alone ? headers_->contentHeight() : qMin(headers_->contentHeight(), qMax(most, 100)));
}

void WireDetail::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitHeaders();
}

void WireDetail::paintEvent(QPaintEvent* /*event*/) { QPainter(this).fillRect(rect(), themes_.theme().panel); }

}  // namespace Parlour::Ui
