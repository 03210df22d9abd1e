// SPDX-License-Identifier: Apache-2.0
#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QCoreApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRadioButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include "app/ui/wire/LadderView.h"
#include "app/ui/wire/LiveSwitch.h"
#include "app/ui/wire/WireDetail.h"
#include "app/ui/wire/WireWindow.h"
#include "tests/app/models/wire/TraceTranscript.h"
#include "tests/gui/GuiTest.h"

namespace tst_wirewindow {

using namespace Parlour;
using namespace Parlour::Testing;

namespace {

struct Bench {
  Ui::ThemeManager themes;
  ReplayClock clock;
  Sip::TraceBuffer buffer{clock};
  Models::WireModel model{clock};
  Ui::WireWindow window{themes, model};
  Ui::LadderView* ladder = window.findChild<Ui::LadderView*>();

  explicit Bench(const QByteArray& transcript) {
    themes.setScheme(Ui::ColorScheme::Light);
    model.attach(buffer);
    replay(readTranscript(transcript), clock, buffer);
    window.show();
    QCoreApplication::processEvents();
  }
  int rows() const { return ladder->model()->rowCount(); }
  QLineEdit* field() const { return window.findChild<QLineEdit*>(); }
  bool atBottom() const { return ladder->verticalScrollBar()->value() == ladder->verticalScrollBar()->maximum(); }
  void addMessages(int count, int from) {
    for (int i = from; i < from + count; ++i) {
      buffer.add(true, 1, "OPTIONS sip:x SIP/2.0\r\nCall-ID: o\r\nCSeq: " + QByteArray::number(i) + " OPTIONS\r\n\r\n");
    }
    QCoreApplication::processEvents();
  }
};

}  // namespace

class TestWireWindow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

  void opensInTheSizeOfTheDesign() {
    const Bench bench("sign-in");
    QCOMPARE(bench.window.size(), QSize(1280, 800));
    QCOMPARE(bench.rows(), 28);
    QVERIFY(!bench.window.isModal());
    QVERIFY(bench.window.isWindow());
    QCOMPARE(bench.ladder->viewport()->height(), 28 * 23);
  }

  void followsTheNewestUntilScrolledUp() {
    Bench bench("sign-in");
    bench.addMessages(40, 1);
    QTRY_VERIFY(bench.ladder->verticalScrollBar()->maximum() > 100);  // views lay out later
    QVERIFY(bench.atBottom());
    bench.ladder->verticalScrollBar()->setValue(100);
    QVERIFY(!bench.ladder->isFollowing());
    bench.addMessages(40, 100);
    QCOMPARE(bench.ladder->verticalScrollBar()->value(), 100);
    const QList<QRadioButton*> segments = bench.window.findChild<Ui::LiveSwitch*>()->findChildren<QRadioButton*>();
    segments.first()->click();
    QVERIFY(bench.atBottom());
    bench.addMessages(5, 200);
    QVERIFY(bench.atBottom());
  }

  void pauseStandsStill() {
    Bench bench("sign-in");
    const QList<QRadioButton*> segments = bench.window.findChild<Ui::LiveSwitch*>()->findChildren<QRadioButton*>();
    segments.last()->click();
    bench.addMessages(3, 1);
    QCOMPARE(bench.rows(), 28);
    segments.first()->click();
    QCOMPARE(bench.rows(), 31);
  }

  void keysFindFilterAndLeave() {
    Bench bench("sign-in");
    bench.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    QTest::keyClick(bench.ladder, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(bench.field()->hasFocus());
    QTest::keyClicks(bench.field(), QStringLiteral("bjoin"));
    QCOMPARE(bench.rows(), 2);
    QTest::keyClick(bench.field(), Qt::Key_Escape);
    QCOMPARE(bench.rows(), 28);
    QTest::keyClick(bench.field(), Qt::Key_Escape);
    QVERIFY(bench.ladder->hasFocus());
    QTest::keyClick(bench.ladder, Qt::Key_Escape);
    QVERIFY(!bench.window.isVisible());
  }

  void arrowsChooseAndTheDetailFollows() {
    Bench bench("sign-in");
    bench.ladder->setCurrentIndex(bench.ladder->model()->index(17, 0));
    QTest::keyClick(bench.ladder, Qt::Key_Down);
    QStringList words;
    for (const auto* label : bench.window.findChild<Ui::WireDetail*>()->findChildren<QLabel*>()) words += label->text();
    QVERIFY(words.contains(QStringLiteral("INFO · bjoin reply")));
    QVERIFY(words.contains(QStringLiteral("19 of 28")));
    QVERIFY(words.contains(QStringLiteral("XCCOS, formatted")));
  }

  void copyTakesTheChosenRowsWithoutSecrets() {
    Bench bench("sign-in");
    bench.ladder->setCurrentIndex(bench.ladder->model()->index(2, 0));
    QTest::keyClick(bench.ladder, Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QStringLiteral("REGISTER with credentials")));
    QVERIFY(copied.contains(QStringLiteral("response=\"***\"")));
    QVERIFY(!copied.contains(QStringLiteral("c0ffee")));
    QVERIFY(!copied.contains(QStringLiteral("SUBSCRIBE")));
  }

  void kindsAndAcknowledgements() {
    Bench bench("sign-in");
    const QList<QCheckBox*> boxes = bench.window.findChildren<QCheckBox*>();
    QCOMPARE(boxes.size(), 8);
    boxes.at(0)->click();
    QCOMPARE(bench.rows(), 24);
    boxes.at(0)->click();
    boxes.last()->click();
    QCOMPARE(bench.rows(), bench.model.rowCount());
  }

  void savedTraceOpensAgain() {
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("trace.json"));
    {
      Bench bench("sign-in");
      QVERIFY(bench.window.saveTrace(path));
      QVERIFY(!bench.window.saveTrace(directory.filePath(QStringLiteral("none/trace.json"))));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("c0ffee"));
    Bench bench("trouble");
    QVERIFY(bench.window.openTrace(path));
    QCOMPARE(bench.rows(), 28);
    QVERIFY(!bench.window.openTrace(directory.filePath(QStringLiteral("missing.json"))));
    const QList<QRadioButton*> segments = bench.window.findChild<Ui::LiveSwitch*>()->findChildren<QRadioButton*>();
    segments.first()->click();
    QCOMPARE(bench.rows(), 16);
  }

  void everythingHasAName() {
    Bench bench("sign-in");
    bench.ladder->setCurrentIndex(bench.ladder->model()->index(18, 0));
    for (QWidget* widget : bench.window.findChildren<QWidget*>()) {
      if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
          widget->objectName().startsWith(QStringLiteral("qt_"))) {
        continue;
      }
      QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
      QVERIFY(interface);
      QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
  }
};

PARLOUR_GUI_TEST(TestWireWindow)

}  // namespace tst_wirewindow

#include "tst_wirewindow.moc"
