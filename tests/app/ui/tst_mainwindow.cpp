// SPDX-License-Identifier: Apache-2.0
#include <QAction>
#include <QSet>
#include <QStandardItemModel>
#include <QTest>

#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/IconButton.h"
#include "tests/gui/GuiTest.h"

namespace tst_mainwindow {

using namespace Parlour::Ui;

class MainWindowTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void measuresOfTheDesign();
  void roomPaneBecomesAnOverlay();
  void sidebarShrinksBelow900();
  void f6WalksThePanes();
  void keysAreUnique();
  void iconButtonsHaveNamesAndToolTips();

 private:
  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<MainWindow> window_;
};

void MainWindowTest::init() {
  themes_ = std::make_unique<ThemeManager>();
  window_ = std::make_unique<MainWindow>(*themes_, Qt::UserRole, [](const QModelIndex&) { return RowContent(); });
  window_->resize(1280, 800);
  window_->showPage(MainWindow::Page::Room);
  window_->show();
  QVERIFY(QTest::qWaitForWindowActive(window_.get()));
}

void MainWindowTest::cleanup() {
  window_.reset();
  themes_.reset();
}

void MainWindowTest::measuresOfTheDesign() {
  // With the one-pixel lines of the splitter the panes are 272 and 264 wide.
  QCOMPARE(window_->sidebar()->width() + 1, 272);
  QCOMPARE(window_->roomPane()->width() + 1, 264);
  QCOMPARE(window_->roomPage()->header()->height(), 56);
  const QRect composer(window_->roomPage()->composer()->mapTo(window_.get(), QPoint(0, 0)),
                       window_->roomPage()->composer()->size());
  QCOMPARE(composer.bottom() + 1, 800);
  QVERIFY(qAbs(composer.top() - 684) <= 2);
}

void MainWindowTest::roomPaneBecomesAnOverlay() {
  QVERIFY(window_->roomPane()->isVisible());
  window_->resize(1000, 700);
  QVERIFY(!window_->roomPane()->isVisible());
  window_->roomPage()->header()->paneButton()->click();
  QVERIFY(window_->roomPane()->isVisible());
  QCOMPARE(window_->roomPane()->geometry().right() + 1, 1000);
  QCOMPARE(window_->roomPage()->width(), 1000 - 272);
  window_->resize(1280, 800);
  QVERIFY(window_->roomPane()->isVisible());
  QCOMPARE(window_->roomPage()->width(), 1280 - 272 - 264);
}

void MainWindowTest::sidebarShrinksBelow900() {
  window_->resize(880, 640);
  QTRY_VERIFY(window_->sidebar()->width() <= 220);
}

void MainWindowTest::f6WalksThePanes() {
  window_->sidebar()->rooms()->setFocus();
  window_->focusNextPane(1);
  QVERIFY(window_->roomPage()->timeline()->hasFocus());
  window_->focusNextPane(1);
  QVERIFY(window_->roomPage()->composer()->edit()->hasFocus());
  window_->focusNextPane(-1);
  QVERIFY(window_->roomPage()->timeline()->hasFocus());
}

void MainWindowTest::keysAreUnique() {
  QSet<QString> keys;
  for (const QAction* action : window_->QWidget::actions()) {
    const QString key = action->shortcut().toString();
    if (!key.isEmpty()) {
      QVERIFY2(!keys.contains(key), qPrintable(key));
      keys.insert(key);
    }
  }
  QVERIFY(keys.size() >= 25);
}

void MainWindowTest::iconButtonsHaveNamesAndToolTips() {
  const QList<IconButton*> buttons = window_->findChildren<IconButton*>();
  QVERIFY(buttons.size() > 10);
  for (const IconButton* button : buttons) {
    QVERIFY(!button->accessibleName().isEmpty());
    QVERIFY(!button->toolTip().isEmpty());
    QVERIFY(button->sizeHint().width() >= 26 && button->sizeHint().height() >= 26);
  }
}

PARLOUR_GUI_TEST(MainWindowTest)

}  // namespace tst_mainwindow

#include "tst_mainwindow.moc"
