// SPDX-License-Identifier: Apache-2.0
#include "app/ui/signin/SignInWindow.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "app/ui/signin/SignInParts.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/PasswordField.h"
#include "app/ui/widgets/SegmentedControl.h"

namespace Parlour::Ui {

namespace {

constexpr int kWidth = 520;
constexpr int kHeight = 640;
constexpr int kSideMargin = 64;
constexpr int kAutomatic = 0;
constexpr int kByAddress = 1;

}  // namespace

// Vertical distances; the second set makes room for the error panel in the same window.
struct SignInWindow::Gaps {
  int top;
  int afterHeader;
  int beforeFirstLabel;
  int beforeLabel;
  int afterLabel;
  int beforeServerDetail;
  int beforeRemember;
  int beforeButton;
  int bottom;
};

SignInWindow::SignInWindow(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      error_(new SignInErrorPanel(themes, this)),
      address_(new AddressField(this)),
      password_(new PasswordField(themes, this)),
      serverMode_(new SegmentedControl(themes, {tr("Find automatically"), tr("Enter address")}, this)),
      server_(new ServerAddressRow(this)),
      help_(new Label(themes, QString(), TextRole::Secondary, &Theme::text3, this)),
      remember_(new QCheckBox(tr("&Remember me on this computer"), this)),
      signIn_(new Button(themes, tr("Sign in"), ButtonKind::Primary, this)),
      cancel_(new Button(themes, tr("Cancel"), ButtonKind::Secondary, this)),
      step_(new Label(themes, QString(), TextRole::Secondary, &Theme::text2, this)),
      demo_(new DemoCard(themes, this)) {
  setWindowTitle(tr("Sign in to Parlour"));
  build();
  connect(&themes, &ThemeManager::themeChanged, this, &SignInWindow::applyTheme);
  applyTheme();
  connect(serverMode_, &SegmentedControl::currentChanged, this, &SignInWindow::updateMode);
  connect(address_, &QLineEdit::textChanged, this, &SignInWindow::updateHelp);
  for (QLineEdit* field : findChildren<QLineEdit*>()) {
    connect(field, &QLineEdit::returnPressed, this, &SignInWindow::submit);
  }
  connect(signIn_, &Button::clicked, this, &SignInWindow::submit);
  connect(cancel_, &Button::clicked, this, &SignInWindow::cancelRequested);
  connect(demo_, &DemoCard::startRequested, this, &SignInWindow::startDemoRequested);
  connect(error_, &SignInErrorPanel::wireViewRequested, this, &SignInWindow::wireViewRequested);
  showIdle();
}

// Larger text makes a larger window, so that the error panel still has its place.
void SignInWindow::applyTheme() {
  setPalette(pagePalette());
  const Typography& type = themes_.type();
  setFixedSize(qMax(kWidth, type.scaled(kWidth)), qMax(kHeight, type.scaled(kHeight)));
}

QPalette SignInWindow::pagePalette() const {
  QPalette page = themes_.theme().palette();
  page.setColor(QPalette::Window, themes_.theme().window);
  return page;
}

QSpacerItem* SignInWindow::addGap(QVBoxLayout* column) {
  auto* gap = new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed);
  column->addItem(gap);
  gaps_.append(gap);
  return gap;
}

void SignInWindow::build() {
  auto* column = new QVBoxLayout(this);
  column_ = column;
  column->setContentsMargins(kSideMargin, 0, kSideMargin, 0);
  column->setSpacing(0);
  addGap(column);
  column->addWidget(new SignInHeader(themes_, this));
  addGap(column);
  column->addWidget(error_);
  buildForm(column);
  buildActions(column);
  column->addStretch(1);
  column->addWidget(demo_);
  addGap(column);
}

void SignInWindow::buildForm(QVBoxLayout* column) {
  const auto addLabel = [this, column](const QString& text, QWidget* buddy) {
    auto* label = new Label(themes_, text, TextRole::Label, &Theme::text2, this);
    label->setBuddy(buddy);
    addGap(column);
    column->addWidget(label);
    addGap(column);
  };
  for (QLineEdit* field : {static_cast<QLineEdit*>(address_), static_cast<QLineEdit*>(password_)}) {
    field->setProperty("tall", true);
  }
  addLabel(tr("Sign-in &address"), address_);
  column->addWidget(address_);
  addLabel(tr("&Password"), password_);
  column->addWidget(password_);
  addLabel(tr("Server"), serverMode_);
  serverMode_->setAccessibleName(tr("Server"));
  serverMode_->setControlHeight(Metrics::kControlHeight);
  column->addWidget(serverMode_);
  addGap(column);
  column->addWidget(help_);
  column->addWidget(server_);
}

void SignInWindow::buildActions(QVBoxLayout* column) {
  addGap(column);
  column->addWidget(remember_);
  addGap(column);
  signIn_->setSize(ButtonSize::SignIn);
  cancel_->setSize(ButtonSize::SignIn);
  step_->setAlignment(Qt::AlignHCenter);
  column->addWidget(signIn_);
  column->addWidget(cancel_);
  column->addSpacing(8);
  column->addWidget(step_);
}

void SignInWindow::applyGaps(const Gaps& gaps) {
  const QList<int> sizes{
      gaps.top,          gaps.afterHeader, gaps.beforeFirstLabel, gaps.afterLabel,         gaps.beforeLabel,
      gaps.afterLabel,   gaps.beforeLabel, gaps.afterLabel,       gaps.beforeServerDetail, gaps.beforeRemember,
      gaps.beforeButton, gaps.bottom};
  for (qsizetype i = 0; i < sizes.size(); ++i) {
    gaps_.at(i)->changeSize(0, sizes.at(i), QSizePolicy::Minimum, QSizePolicy::Fixed);
  }
  column_->invalidate();
}

void SignInWindow::updateMode() {
  const bool failed = !error_->isHidden();
  const bool byAddress = serverMode_->current() == kByAddress;
  server_->setVisible(byAddress);
  help_->setVisible(!byAddress);
  demo_->setCompact(failed);
  applyGaps(failed ? Gaps{22, 13, 11, 9, 3, byAddress ? 8 : 6, byAddress ? 12 : 9, 8, 18}
                   : Gaps{42, 24, 0, 15, 5, byAddress ? 8 : 6, byAddress ? 14 : 17, 15, 32});
}

void SignInWindow::updateHelp() {
  const QString domain = address_->domain();
  help_->setText(domain.isEmpty() ? tr("Looks up the server for your address and uses TLS.")
                                  : tr("Looks up the server for %1 and uses TLS.").arg(domain));
}

void SignInWindow::setRequest(const SignInRequest& request) {
  address_->setText(request.address);
  password_->setText(request.password);
  serverMode_->setCurrent(request.findAutomatically ? kAutomatic : kByAddress);
  server_->setServer(request.host, request.port, request.tls);
  remember_->setChecked(request.remember);
}

SignInRequest SignInWindow::request() const {
  SignInRequest request;
  request.address = address_->text().trimmed();
  request.password = password_->text();
  request.findAutomatically = serverMode_->current() == kAutomatic;
  request.host = server_->host();
  request.port = server_->port();
  request.tls = server_->tls();
  request.remember = remember_->isChecked();
  return request;
}

void SignInWindow::setDemoAvailable(bool available) { demo_->setVisible(available); }

void SignInWindow::setPasswordKept(bool kept) {
  remember_->setText(kept ? tr("&Remember me on this computer") : tr("&Remember me, but ask for the password"));
  remember_->setToolTip(kept ? QString()
                             : tr("This computer has no keychain that answers. The password is asked each time."));
}

void SignInWindow::submit() {
  if (!signIn_->isEnabled() || signIn_->isHidden()) {
    return;
  }
  if (!address_->isWellFormed()) {
    showError(tr("Check the sign-in address"), tr("It needs a name and a company."),
              tr("Use the form name@company.com."), QString());
    address_->setFocus();
    return;
  }
  if (serverMode_->current() == kByAddress && !server_->isComplete()) {
    showError(tr("Check the server"), tr("The address or the port is missing."),
              tr("Enter both, or choose “Find automatically”."), QString());
    server_->setInvalid(true);
    return;
  }
  Q_EMIT signInRequested(request());
}

void SignInWindow::setBusy(bool busy) {
  for (QWidget* field :
       {static_cast<QWidget*>(address_), static_cast<QWidget*>(password_), static_cast<QWidget*>(serverMode_),
        static_cast<QWidget*>(server_), static_cast<QWidget*>(remember_), static_cast<QWidget*>(demo_)}) {
    field->setEnabled(!busy);
  }
  signIn_->setVisible(!busy);
  cancel_->setVisible(busy);
  step_->setVisible(busy);
}

void SignInWindow::showStep(const QString& step) {
  error_->hide();
  setBusy(true);
  step_->setText(step);
  cancel_->setFocus();
  updateMode();
}

void SignInWindow::showError(const QString& title, const QString& cause, const QString& advice,
                             const QString& details) {
  setBusy(false);
  error_->setTexts(title, cause, advice, details);
  error_->show();
  signIn_->setText(tr("Try again"));
  updateMode();
}

void SignInWindow::markServerInvalid() { server_->setInvalid(true); }

void SignInWindow::showIdle() {
  error_->hide();
  setBusy(false);
  signIn_->setText(tr("Sign in"));
  updateHelp();
  updateMode();
}

void SignInWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && cancel_->isVisible()) {
    Q_EMIT cancelRequested();
    return;
  }
  QWidget::keyPressEvent(event);
}

void SignInWindow::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  const bool onlyPasswordMissing = !address_->text().isEmpty() && password_->text().isEmpty();
  (onlyPasswordMissing ? static_cast<QLineEdit*>(password_) : address_)->setFocus();
  address_->deselect();
}

}  // namespace Parlour::Ui
