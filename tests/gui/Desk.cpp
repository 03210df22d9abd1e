// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/Desk.h"

#include <QListView>
#include <QTest>

#include "app/ui/join/JoinDialog.h"
#include "app/ui/widgets/SearchField.h"

namespace Parlour::Tests {

void Desk::signIn(ClientHost& host, const char* user) {
  host.signIn(QByteArray("sip:") + user + "@orchard.example", server_->port(),
              QString::fromLatin1("pw-") + QLatin1String(user));
  QTRY_VERIFY_WITH_TIMEOUT(host.isSignedIn(), 10'000);
}

void Desk::startDesk(const QByteArray& organisation) {
  server_ = std::make_unique<ServerHost>(organisation);
  const auto started = server_->start();
  QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().text));
  ada_ = std::make_unique<ClientHost>("desk");
  themes_ = std::make_unique<Ui::ThemeManager>();
  profile_ = std::make_unique<QTemporaryDir>();
  settings_ = std::make_unique<QSettings>(profile_->filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
  controller_ = std::make_unique<Ui::MainController>(ada_->client(), *themes_, *settings_);
  signIn(*ada_, "ada");
  window().resize(1280, 800);
  window().show();
  QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void Desk::endDesk() {
  controller_.reset();
  settings_.reset();
  profile_.reset();
  themes_.reset();
  ada_.reset();
  server_.reset();
}

// A window manager would do this; the off-screen platform has none.
void Desk::activateWindow() {
  window().activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void Desk::openByJoinDialog(const QString& words) {
  QTest::keyClick(&window(), Qt::Key_J, Qt::ControlModifier);
  auto* dialog = window().findChild<Ui::JoinDialog*>();
  QVERIFY(dialog);
  QTest::keyClicks(dialog->field(), words);
  QTest::keyClick(dialog->field(), Qt::Key_Return);
  QTRY_VERIFY(dialog->list()->isVisible());
  dialog->list()->setFocus();
  QTest::keyClick(dialog->list(), Qt::Key_Return);
  QTRY_COMPARE(window().page(), Ui::MainWindow::Page::Room);
  QTRY_VERIFY(!window().findChild<Ui::JoinDialog*>());
  activateWindow();
}

}  // namespace Parlour::Tests
