// SPDX-License-Identifier: Apache-2.0
#include "app/ui/signin/SignInParts.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QStyle>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Announcement.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/LinkButton.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr int kMarkBox = 44;
constexpr int kMarkRadius = 10;
constexpr int kMarkIcon = 28;
constexpr int kNewLine = 17;
constexpr int kNewLineGap = 12;
constexpr int kCardHeight = 79;
constexpr int kCompactCardHeight = 71;
constexpr int kHostWidth = 224;
constexpr int kPortWidth = 68;
constexpr int kTransportWidth = 84;
constexpr int kHighestPort = 65535;

}  // namespace

SignInHeader::SignInHeader(ThemeManager& themes, QWidget* parent) : QWidget(parent), themes_(themes) {
  setAccessibleName(tr("Sign in to Parlour"));
  setFixedHeight(kMarkBox);
  connect(&themes, &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

QSize SignInHeader::sizeHint() const { return {320, kMarkBox}; }

void SignInHeader::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const MirroredPainting mirrored(painter, rect(), layoutDirection());
  const Theme& theme = themes_.theme();
  const QRect mark(0, 0, kMarkBox, kMarkBox);
  paintBox(painter, mark, kMarkRadius, theme.fill);
  paintIcon(painter, Icon::Mark, mark, kMarkIcon, theme.onFill);
  const int left = kMarkBox + 12;
  paintTextLine(painter, QRect(left, -2, width() - left, 28),
                {tr("Sign in to Parlour"), TextRole::SignInTitle, theme.text}, themes_.type());
  paintTextLine(painter, QRect(left, 26, width() - left, 19),
                {tr("Topic rooms that keep their history"), TextRole::Body, theme.text2}, themes_.type());
}

SignInErrorPanel::SignInErrorPanel(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      title_(new Label(themes, QString(), TextRole::Strong, &Theme::danger, this)),
      cause_(new Label(themes, QString(), TextRole::Secondary, &Theme::text, this)),
      advice_(new Label(themes, QString(), TextRole::Secondary, &Theme::text2, this)) {
  cause_->setWordWrap(true);
  advice_->setWordWrap(true);
  auto* wire = new LinkButton(themes, tr("Open Wire view"), this);
  auto* copy = new LinkButton(themes, tr("Copy details"), this);
  auto* links = new QHBoxLayout;
  links->setSpacing(16);
  links->addWidget(wire);
  links->addWidget(copy);
  links->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(37, 10, 37, 11);
  column->setSpacing(0);
  column->addWidget(title_);
  column->addSpacing(4);
  column->addWidget(cause_);
  column->addWidget(advice_);
  column->addSpacing(5);
  column->addLayout(links);
  connect(wire, &LinkButton::clicked, this, &SignInErrorPanel::wireViewRequested);
  connect(copy, &LinkButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(details_); });
}

void SignInErrorPanel::setTexts(const QString& title, const QString& cause, const QString& advice,
                                const QString& details) {
  title_->setText(title);
  cause_->setText(cause);
  advice_->setText(advice);
  advice_->setVisible(!advice.isEmpty());
  details_ = details;
  setAccessibleName(title + QLatin1Char(' ') + cause + QLatin1Char(' ') + advice);
  announce(*this, accessibleName());
}

void SignInErrorPanel::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const MirroredPainting mirrored(painter, rect(), layoutDirection());
  const Theme& theme = themes_.theme();
  paintBox(painter, rect(), Metrics::kRadiusControl, theme.dangerBg, theme.dangerLine);
  paintIcon(painter, Icon::Warning, QRect(14, 10, 14, themes_.type().lineHeight(TextRole::Strong)), 14, theme.danger);
}

AddressField::AddressField(QWidget* parent) : QLineEdit(parent) {
  constexpr int kLongestAddress = 320;
  setMaxLength(kLongestAddress);
  setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
}

bool AddressField::isWellFormed() const {
  const QString text = this->text().trimmed();
  const qsizetype at = text.indexOf(QLatin1Char('@'));
  return at > 0 && at + 1 < text.size() && text.indexOf(QLatin1Char('@'), at + 1) < 0 &&
         !text.contains(QLatin1Char(' '));
}

QString AddressField::domain() const {
  return isWellFormed() ? text().trimmed().section(QLatin1Char('@'), 1) : QString();
}

ServerAddressRow::ServerAddressRow(QWidget* parent)
    : QWidget(parent), host_(new QLineEdit(this)), port_(new QLineEdit(this)), transport_(new QComboBox(this)) {
  host_->setAccessibleName(tr("Server address"));
  host_->setPlaceholderText(tr("Server address"));
  port_->setAccessibleName(tr("Port"));
  port_->setPlaceholderText(tr("Port"));
  port_->setValidator(new QIntValidator(1, kHighestPort, port_));
  transport_->setAccessibleName(tr("Transport"));
  transport_->addItem(QStringLiteral("TLS"), true);
  transport_->addItem(QStringLiteral("TCP"), false);
  for (QLineEdit* field : {host_, port_}) {
    field->setProperty("tall", true);
    connect(field, &QLineEdit::textEdited, this, [this] { setInvalid(false); });
  }
  host_->setMinimumWidth(kHostWidth);
  port_->setFixedWidth(kPortWidth);
  transport_->setFixedSize(kTransportWidth, Metrics::kSignInFieldHeight);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(host_, 1);
  row->addWidget(port_);
  row->addWidget(transport_);
}

QString ServerAddressRow::host() const { return host_->text().trimmed(); }
int ServerAddressRow::port() const { return port_->text().toInt(); }
bool ServerAddressRow::tls() const { return transport_->currentData().toBool(); }
bool ServerAddressRow::isComplete() const { return !host().isEmpty() && port() > 0; }

void ServerAddressRow::setServer(const QString& host, int port, bool tls) {
  host_->setText(host);
  port_->setText(port > 0 ? QString::number(port) : QString());
  transport_->setCurrentIndex(transport_->findData(tls));
}

void ServerAddressRow::setInvalid(bool invalid) {
  for (QLineEdit* field : {host_, port_}) {
    field->setProperty("invalid", invalid);
    field->style()->unpolish(field);
    field->style()->polish(field);
  }
}

DemoCard::DemoCard(ThemeManager& themes, QWidget* parent)
    : QWidget(parent), themes_(themes), start_(new Button(themes, tr("Start demo"), ButtonKind::Secondary, this)) {
  start_->setAccessibleDescription(tr("Start a local demo server. It runs only on this computer."));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, kNewLine + kNewLineGap, 13, 0);
  row->addStretch();
  row->addWidget(start_);
  connect(start_, &Button::clicked, this, &DemoCard::startRequested);
  connect(&themes, &ThemeManager::themeChanged, this, [this] { setCompact(compact_); });
  setCompact(false);
}

void DemoCard::setCompact(bool compact) {
  constexpr int kTighter = 4;
  compact_ = compact;
  const Typography& type = themes_.type();
  const int above = type.scaled(kNewLine) + (compact ? 8 : kNewLineGap);
  layout()->setContentsMargins(0, above, 13, 0);
  start_->setFixedWidth(start_->sizeHint().width() - kTighter);
  setFixedHeight(above + type.scaled(compact ? kCompactCardHeight : kCardHeight));
  update();
}

QRect DemoCard::cardRect() const {
  const int cardHeight = themes_.type().scaled(compact_ ? kCompactCardHeight : kCardHeight);
  return {0, height() - cardHeight, width(), cardHeight};
}

void DemoCard::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  const QString question = tr("New to Parlour?");
  const QRect line(0, 0, width(), type.scaled(kNewLine));
  const int half = (width() - textWidth(question, TextRole::Secondary, type)) / 2 - 12;
  const int middle = line.height() / 2;
  painter.fillRect(QRect(0, middle, half, 1), theme.line);
  painter.fillRect(QRect(width() - half, middle, half, 1), theme.line);
  paintTextLine(painter, line, {question, TextRole::Secondary, theme.text3}, type, Qt::AlignHCenter);
  const QRect card = cardRect();
  paintBox(painter, card, Metrics::kRadiusCard, theme.panel, theme.line);
  const QRect tile = centered(QRect(card.left() + 13, card.top(), 36, card.height()), QSize(36, 36));
  paintBox(painter, tile, Metrics::kRadiusCard, theme.tint);
  paintIcon(painter, Icon::Server, tile, 20, theme.accent);
  const int left = card.left() + 61;
  const int right = start_->x() - 12;
  const int title = type.lineHeight(TextRole::Strong) + 1;
  const int words = type.lineHeight(TextRole::Secondary);
  int top = card.top() + (card.height() - title - 2 * words) / 2;
  paintTextLine(painter, QRect(left, top, right - left, title - 1), {tr("Try it now"), TextRole::Strong, theme.text},
                type);
  top += title;
  for (const QString& part : {tr("Start a local demo server. It runs"), tr("only on this computer.")}) {
    paintTextLine(painter, QRect(left, top, right - left, words), {part, TextRole::Secondary, theme.text2}, type);
    top += words;
  }
}

}  // namespace Parlour::Ui
