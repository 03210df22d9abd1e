// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "app/ui/signin/SignInParts.h"
#include "app/ui/signin/SignInWindow.h"
#include "tests/gui/GuiTest.h"

namespace tst_signinwindow {

using namespace Parlour::Ui;

class SignInWindowTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void enterSendsTheRequest();
  void malformedAddressIsExplained();
  void serverNeedsAddressAndPort();
  void escapeCancelsARunningSignIn();
  void errorOffersAnotherTry();
  void nothingIsCutOff();

 private:
  QPushButton* button(const QString& text) const;

  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<SignInWindow> window_;
};

void SignInWindowTest::init() {
  themes_ = std::make_unique<ThemeManager>();
  window_ = std::make_unique<SignInWindow>(*themes_);
  SignInRequest request;
  request.address = QStringLiteral("ada@orchard.example");
  request.password = QStringLiteral("invented");
  window_->setRequest(request);
  window_->show();
  QVERIFY(QTest::qWaitForWindowActive(window_.get()));
}

void SignInWindowTest::cleanup() {
  window_.reset();
  themes_.reset();
}

QPushButton* SignInWindowTest::button(const QString& text) const {
  const QList<QPushButton*> buttons = window_->findChildren<QPushButton*>();
  const auto found = std::find_if(buttons.begin(), buttons.end(), [&text](const QPushButton* candidate) {
    return candidate->isVisible() && candidate->text() == text;
  });
  return found == buttons.end() ? nullptr : *found;
}

void SignInWindowTest::enterSendsTheRequest() {
  QSignalSpy requested(window_.get(), &SignInWindow::signInRequested);
  QTest::keyClick(window_->focusWidget(), Qt::Key_Return);
  QCOMPARE(requested.size(), 1);
  const auto request = requested.first().first().value<SignInRequest>();
  QCOMPARE(request.address, QStringLiteral("ada@orchard.example"));
  QVERIFY(request.findAutomatically);
  QVERIFY(request.tls);
}

void SignInWindowTest::malformedAddressIsExplained() {
  QSignalSpy requested(window_.get(), &SignInWindow::signInRequested);
  SignInRequest request;
  request.address = QStringLiteral("northgate");
  window_->setRequest(request);
  QTest::mouseClick(button(QStringLiteral("Sign in")), Qt::LeftButton);
  QCOMPARE(requested.size(), 0);
  QVERIFY(window_->findChild<SignInErrorPanel*>()->isVisible());
}

void SignInWindowTest::serverNeedsAddressAndPort() {
  QSignalSpy requested(window_.get(), &SignInWindow::signInRequested);
  SignInRequest request = window_->request();
  request.findAutomatically = false;
  request.host = QStringLiteral("fe01.orchard.example");
  window_->setRequest(request);
  QTest::mouseClick(button(QStringLiteral("Sign in")), Qt::LeftButton);
  QCOMPARE(requested.size(), 0);
  request.port = 5061;
  window_->setRequest(request);
  QTest::mouseClick(button(QStringLiteral("Try again")), Qt::LeftButton);
  QCOMPARE(requested.size(), 1);
  QCOMPARE(requested.first().first().value<SignInRequest>().port, 5061);
}

void SignInWindowTest::escapeCancelsARunningSignIn() {
  QSignalSpy cancelled(window_.get(), &SignInWindow::cancelRequested);
  QTest::keyClick(window_.get(), Qt::Key_Escape);
  QCOMPARE(cancelled.size(), 0);
  window_->showStep(QStringLiteral("Joining 7 rooms"));
  QVERIFY(!button(QStringLiteral("Sign in")));
  QTest::keyClick(window_.get(), Qt::Key_Escape);
  QCOMPARE(cancelled.size(), 1);
  window_->showIdle();
  QVERIFY(button(QStringLiteral("Sign in")));
}

void SignInWindowTest::errorOffersAnotherTry() {
  window_->showError(QStringLiteral("Cannot reach fe01"), QStringLiteral("Port 5061 refused the connection."),
                     QStringLiteral("Check the port."), QStringLiteral("errno 111"));
  QVERIFY(button(QStringLiteral("Try again")));
  QSignalSpy requested(window_.get(), &SignInWindow::signInRequested);
  QTest::mouseClick(button(QStringLiteral("Try again")), Qt::LeftButton);
  QCOMPARE(requested.size(), 1);
}

void SignInWindowTest::nothingIsCutOff() {
  window_->showError(QStringLiteral("Cannot reach fe01.orchard.example"),
                     QStringLiteral("Port 5061 refused the connection. Either the server is stopped or this is not "
                                    "its TLS port."),
                     QStringLiteral("Check the port, or choose “Find automatically”."), QString());
  const SignInErrorPanel* panel = window_->findChild<SignInErrorPanel*>();
  QTRY_VERIFY(panel->height() >= panel->heightForWidth(panel->width()));
  for (const QWidget* child : window_->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
    if (child->isVisible()) {
      QVERIFY2(window_->rect().contains(child->geometry()), child->metaObject()->className());
      const int needed =
          child->hasHeightForWidth() ? child->heightForWidth(child->width()) : child->sizeHint().height();
      QVERIFY2(child->height() >= needed, qPrintable(QStringLiteral("%1: %2 of %3")
                                                         .arg(QLatin1String(child->metaObject()->className()))
                                                         .arg(child->height())
                                                         .arg(needed)));
    }
  }
}

PARLOUR_GUI_TEST(SignInWindowTest)

}  // namespace tst_signinwindow

#include "tst_signinwindow.moc"
