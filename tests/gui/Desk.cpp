// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/Desk.h"

#include <QCoreApplication>
#include <QDir>
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

Colleague::Colleague(Ui::ThemeManager& themes)
    : host("laptop"),
      settings(profile.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat),
      controller(std::make_unique<Ui::MainController>(host.client(), themes, settings)) {}

Colleague::~Colleague() = default;

std::unique_ptr<Colleague> Desk::seat(const char* user) {
  auto colleague = std::make_unique<Colleague>(*themes_);
  signIn(colleague->host, user);
  colleague->window().resize(1280, 800);
  colleague->window().show();
  activateWindow();
  return colleague;
}

void Desk::keep(const QString& folder, const char* name, QWidget& widget) {
  QDir place(QCoreApplication::applicationDirPath() + QLatin1Char('/') + folder);
  QVERIFY(place.mkpath(QStringLiteral(".")));
  QVERIFY(widget.grab().save(place.filePath(QLatin1String(name) + QStringLiteral(".png"))));
}

void Desk::startDesk(const QByteArray& organisation, Files files) {
  server_ = std::make_unique<ServerHost>(organisation);
  if (files == Files::Moved) server_->config().web.listen = QStringLiteral("127.0.0.1:0");
  const auto started = server_->start();
  QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().text));
  ada_ = std::make_unique<ClientHost>("desk");
  if (files == Files::Moved) {
    fileWire_ = std::make_unique<Relay>(server_->webPort());
    ada_->setFilePort(fileWire_->port());
    ada_->restart();
  }
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
  fileWire_.reset();
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
