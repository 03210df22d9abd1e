// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QCalendarWidget>
#include <QDateEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/ui/mainwindow/DateJump.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/MainController.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Toast.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_datejumpdialog {

using namespace Parlour;
using namespace Parlour::Testing;
using namespace Parlour::Ui;

// "Go to date…" in the main window on a client with a scripted server.
class TestDateJumpDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup() { controller_.reset(); }
  void ctrlGAsksForADay();
  void nothingSinceIsSaid();
  void noRoomNoQuestion();
  void daysToComeCannotBeChosen();
  void aTypedDayIsTheCalendars();

 private:
  DateDialog* ask();
  const Xccos::BackchatByDate* asked() const { return f_->last<Xccos::BackchatByDate>(); }

  const RoomUri tides_ = testRoom("tides");
  std::unique_ptr<ClientFixture> f_;
  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<QSettings> settings_;
  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<MainController> controller_;
};

void TestDateJumpDialog::init() {
  f_ = std::make_unique<ClientFixture>();
  f_->rooms.add(tides_, QStringLiteral("Tide tables")).others = {f_->bo};
  f_->rooms.remember(tides_, f_->bo, QStringLiteral("from before"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"), 1);
  f_->signIn();
  folder_ = std::make_unique<QTemporaryDir>();
  settings_ = std::make_unique<QSettings>(folder_->filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
  themes_ = std::make_unique<ThemeManager>();
  controller_ = std::make_unique<MainController>(*f_->client, *themes_, *settings_);
  controller_->window().show();
  controller_->window().activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&controller_->window()));
}

DateDialog* TestDateJumpDialog::ask() {
  QTest::keyClick(&controller_->window(), Qt::Key_G, Qt::ControlModifier);
  return controller_->window().findChild<DateDialog*>();
}

void TestDateJumpDialog::ctrlGAsksForADay() {
  controller_->openRoom(tides_, false);
  f_->settle();
  DateDialog* dialog = ask();
  QVERIFY(dialog != nullptr);
  QVERIFY(dialog->calendar()->hasFocus() || dialog->calendar()->isAncestorOf(dialog->focusWidget()));
  const QDate day = QDate::currentDate().addDays(-40);
  dialog->calendar()->setSelectedDate(day);
  QTest::keyClick(dialog, Qt::Key_Return);
  f_->settle();
  QVERIFY(asked() != nullptr);
  QCOMPARE(asked()->rooms, std::vector<RoomUri>{tides_});
  QCOMPARE(asked()->query.date->from->toMs(), day.startOfDay().toMSecsSinceEpoch());
  QCOMPARE(asked()->query.limit, std::optional<quint32>(1));
  QCOMPARE(asked()->query.order->searchBackwards, std::optional<bool>(false));
  QCOMPARE(controller_->window().toasts()->count(), 0);
}

void TestDateJumpDialog::nothingSinceIsSaid() {
  controller_->openRoom(tides_, false);
  f_->settle();
  f_->rooms.room(tides_).messages.clear();
  DateDialog* dialog = ask();
  QVERIFY(dialog != nullptr);
  dialog->goButton()->click();
  f_->settle();
  QCOMPARE(controller_->window().toasts()->count(), 1);
}

void TestDateJumpDialog::noRoomNoQuestion() { QVERIFY(ask() == nullptr); }

void TestDateJumpDialog::aTypedDayIsTheCalendars() {
  controller_->openRoom(tides_, false);
  f_->settle();
  DateDialog* dialog = ask();
  QVERIFY(dialog != nullptr);
  const QDate day = QDate::currentDate().addDays(-40);
  dialog->field()->setDate(day);
  QCOMPARE(dialog->calendar()->selectedDate(), day);
  dialog->calendar()->setSelectedDate(day.addDays(1));
  QCOMPARE(dialog->field()->date(), day.addDays(1));
  QTest::keyClick(dialog, Qt::Key_Return);
  f_->settle();
  QVERIFY(asked() != nullptr);
  QCOMPARE(asked()->query.date->from->toMs(), day.addDays(1).startOfDay().toMSecsSinceEpoch());
}

void TestDateJumpDialog::daysToComeCannotBeChosen() {
  const QDate today(2031, 3, 4);
  DateDialog dialog(*themes_, today, today.addDays(-9), today, nullptr);
  dialog.setAttribute(Qt::WA_DeleteOnClose, false);
  QSignalSpy chosen(&dialog, &DateDialog::dayChosen);
  dialog.calendar()->setSelectedDate(today.addDays(5));
  QCOMPARE(dialog.calendar()->selectedDate(), today);
  dialog.calendar()->setSelectedDate(today.addDays(-30));
  QCOMPARE(dialog.calendar()->selectedDate(), today.addDays(-9));
  dialog.goButton()->click();
  QCOMPARE(chosen.size(), 1);
  QCOMPARE(chosen.first().first().toDate(), today.addDays(-9));
}

PARLOUR_TEST_ON(TestDateJumpDialog, QApplication)

}  // namespace tst_datejumpdialog

#include "tst_datejumpdialog.moc"
