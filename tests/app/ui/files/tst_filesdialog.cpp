// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include "app/core/session/Promises.h"
#include "app/ui/files/FilesDialog.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/SearchField.h"
#include "resources/Resources.h"
#include "tests/gui/GuiTest.h"

namespace tst_filesdialog {

using namespace Parlour;
using namespace Parlour::Ui;

class FilesDialogTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ThemeManager> themes_;
  QWidget window_;

  static Core::RoomFile listed(qint64 number, const char* name, bool quarantined = false) {
    Core::RoomFile file;
    file.number = number;
    file.file = "77aa66bb-55cc-44dd-93ee-22ff1100000" + QByteArray::number(number);
    file.name = QString::fromUtf8(name);
    file.user = QStringLiteral("Ada Quince");
    file.size = 1'000'000 * number;
    file.time = Timestamp::fromMs(1'900'000'000'000);
    file.quarantined = quarantined;
    return file;
  }
  FilesDialog* show(const Result<Core::RoomFilePage>& page) {
    auto* dialog = new FilesDialog(
        *themes_, QStringLiteral("Tide tables"),
        [page](qint64) { return Core::settledWith<Result<Core::RoomFilePage>>(page); }, &window_);
    dialog->open();
    return dialog;
  }
  static QString state(const FilesDialog& dialog) { return dialog.findChildren<Label*>().first()->text(); }

 private Q_SLOTS:
  void initTestCase() { registerResources(); }
  void init() {
    themes_ = std::make_unique<ThemeManager>();
    window_.resize(1000, 700);
    window_.show();
  }

  void savesWhatIsChosen() {
    FilesDialog* dialog = show(Core::RoomFilePage{{listed(3, "tides.pdf"), listed(2, "bad.exe", true)}, false});
    QSignalSpy saved(dialog, &FilesDialog::saveRequested);
    QTRY_COMPARE(dialog->list()->model()->rowCount(), 2);
    QVERIFY(!dialog->saveButton()->isEnabled());
    dialog->list()->setCurrentIndex(dialog->list()->model()->index(0, 0));
    QVERIFY(dialog->saveButton()->isEnabled());
    QTest::mouseClick(dialog->saveButton(), Qt::LeftButton);
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.first().first().value<Core::RoomFile>().name, QStringLiteral("tides.pdf"));
    dialog->list()->setCurrentIndex(dialog->list()->model()->index(1, 0));
    QVERIFY(!dialog->saveButton()->isEnabled());  // in quarantine
    dialog->filter()->setText(QStringLiteral("tides"));
    QCOMPARE(dialog->list()->model()->rowCount(), 1);
    dialog->reject();
  }

  void tellsWhatIsTheMatter_data() {
    QTest::addColumn<bool>("refused");
    QTest::addColumn<QString>("words");
    QTest::newRow("no files") << false << QStringLiteral("Nobody has posted a file here yet.");
    QTest::newRow("refused") << true << QStringLiteral("You may not read the files of this room.");
  }

  void tellsWhatIsTheMatter() {
    QFETCH(bool, refused);
    QFETCH(QString, words);
    FilesDialog* dialog = show(refused ? Result<Core::RoomFilePage>(Error::make(ErrorCode::PermissionDenied, words))
                                       : Result<Core::RoomFilePage>(Core::RoomFilePage{}));
    QTRY_COMPARE(state(*dialog), words);
    dialog->reject();
  }
};

PARLOUR_GUI_TEST(FilesDialogTest)

}  // namespace tst_filesdialog

#include "tst_filesdialog.moc"
