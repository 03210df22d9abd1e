// SPDX-License-Identifier: Apache-2.0
#include "app/demo/Gallery.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTimer>
#include <cstdio>

#include "app/ui/files/FilesDialog.h"
#include "app/ui/join/JoinDialog.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/search/SearchPage.h"

namespace Parlour::Demo {
namespace {

constexpr int kSettleMs = 400;

void settle() {
  waitUntil([] { return false; }, kSettleMs);
}

}  // namespace

bool waitUntil(const std::function<bool()>& ready, int milliseconds) {
  QElapsedTimer timer;
  timer.start();
  while (!ready()) {
    if (timer.elapsed() >= milliseconds) return false;
    QEventLoop loop;
    QTimer::singleShot(20, &loop, &QEventLoop::quit);
    loop.exec();
  }
  return true;
}

Gallery::Gallery(Program::Application& application, const QString& directory)
    : application_(application), directory_(directory) {
  QDir().mkpath(directory);
}

void Gallery::grab(QWidget& widget, const QString& name) {
  const QString path = directory_ + QLatin1Char('/') + name + QStringLiteral(".png");
  if (!widget.grab().save(path)) {
    fprintf(stderr, "could not save %s\n", qPrintable(path));
    return;
  }
  ++count_;
}

void Gallery::save() {
  application_.themes().setScheme(Ui::ColorScheme::Light);
  saveAll(QStringLiteral("light"));
  application_.themes().setScheme(Ui::ColorScheme::Dark);
  saveAll(QStringLiteral("dark"));
}

void Gallery::saveAll(const QString& theme) {
  auto& window = application_.mainController()->window();
  settle();
  grab(window, QStringLiteral("01-main-") + theme);
  saveJoin(theme);
  application_.showWireView();
  application_.wireWindow()->resize(1280, 800);
  settle();
  grab(*application_.wireWindow(), QStringLiteral("03-wire-") + theme);
  application_.wireWindow()->hide();
  saveSignIn(theme);
  saveSearch(theme);
  savePreferences(theme);
  saveWelcome(theme);
}

void Gallery::saveSignIn(const QString& theme) {
  auto& signIn = application_.signInWindow();
  signIn.show();
  signIn.showIdle();
  settle();
  grab(signIn, QStringLiteral("04-signin-") + theme);
  signIn.showError(
      QStringLiteral("Cannot reach fe01.northgate.example"),
      QStringLiteral("Port 5061 refused the connection. Either the server is stopped or this is not its TLS port."),
      QStringLiteral("Check the port, or choose “Find automatically”."), {});
  settle();
  grab(signIn, QStringLiteral("04-signin-error-") + theme);
  signIn.showIdle();
  signIn.hide();
}

void Gallery::saveJoin(const QString& theme) {
  auto& window = application_.mainController()->window();
  window.commands()->join->trigger();
  Ui::JoinDialog* dialog = nullptr;
  for (auto* found : window.findChildren<Ui::JoinDialog*>()) {
    if (found->isVisible()) dialog = found;
  }
  if (!dialog) return;
  if (auto* field = dialog->findChild<QLineEdit*>()) {
    field->setText(QStringLiteral("settlement"));
    Q_EMIT field->returnPressed();
  }
  settle();
  settle();
  grab(window, QStringLiteral("02-join-scrim-") + theme);
  grab(*dialog, QStringLiteral("02-join-") + theme);
  dialog->close();
  settle();
}

void Gallery::saveSearch(const QString& theme) {
  auto& window = application_.mainController()->window();
  window.commands()->searchMessages->trigger();
  settle();
  if (auto* field = window.search()->findChild<QLineEdit*>()) {
    field->setText(QStringLiteral("fixing"));
    Q_EMIT field->returnPressed();
  }
  waitUntil([] { return false; }, 2 * kSettleMs);
  grab(window, QStringLiteral("05-search-") + theme);
}

void Gallery::savePreferences(const QString& theme) {
  const QStringList pages{QStringLiteral("1-general"), QStringLiteral("2-notifications"),
                          QStringLiteral("3-appearance"), QStringLiteral("4-connection"), QStringLiteral("5-storage")};
  auto* dialog = application_.preferences().show(&application_.mainController()->window());
  for (int page = 0; page < pages.size(); ++page) {
    dialog->showPage(static_cast<Core::PreferencePage>(page));
    settle();
    grab(*dialog, QStringLiteral("07-preferences-%1-%2").arg(pages.at(page), theme));
  }
  dialog->close();
  settle();
}

void Gallery::saveFiles() {
  auto& window = application_.mainController()->window();
  application_.themes().setScheme(Ui::ColorScheme::Light);
  settle();
  grab(window, QStringLiteral("09-files-light"));
  window.commands()->files->trigger();
  settle();
  if (auto* dialog = window.findChild<Ui::FilesDialog*>()) {
    grab(*dialog, QStringLiteral("09-files-list-light"));
    dialog->close();
  }
}

void Gallery::saveWelcome(const QString& theme) {
  auto& window = application_.mainController()->window();
  window.showPage(Ui::MainWindow::Page::Welcome);
  settle();
  grab(window, QStringLiteral("13-first-run-") + theme);
  window.showPage(Ui::MainWindow::Page::Room);
}

}  // namespace Parlour::Demo
