// SPDX-License-Identifier: Apache-2.0
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QTest>

#include "app/ui/export/ExportDialog.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/SegmentedControl.h"
#include "app/ui/widgets/Toast.h"
#include "tests/gui/Desk.h"
#include "tests/gui/GuiTest.h"
#include "tests/integration/host/Await.h"

namespace tst_exportflow {

using namespace Parlour;
using namespace Parlour::Tests;
using namespace Parlour::Ui;

namespace {

constexpr int kPatienceMs = 30'000;
constexpr int kPast = 320;

QByteArray archiveOrganisation() {
  QJsonArray history;
  for (int i = 1; i <= kPast; ++i) {
    history.append(QJsonObject{{QStringLiteral("author"), QStringLiteral("ada")},
                               {QStringLiteral("time"), QStringLiteral("-%1h").arg(kPast - i)},
                               {QStringLiteral("text"), QStringLiteral("line %1").arg(i)}});
  }
  const auto text = [](const char* words) { return QString::fromLatin1(words); };
  const QJsonObject user{
      {text("address"), text("ada")}, {text("name"), text("Ada Quince")}, {text("password"), text("pw-ada")}};
  const QJsonObject category{
      {text("name"), text("Sea")}, {text("allowed"), QJsonArray{text("everyone")}}, {text("history"), true}};
  const QJsonObject room{{text("name"), text("Tide tables")},
                         {text("category"), text("Sea")},
                         {text("privacy"), text("open")},
                         {text("history"), history}};
  return QJsonDocument(QJsonObject{{text("domain"), text("orchard.example")},
                                   {text("name"), text("Orchard")},
                                   {text("users"), QJsonArray{user}},
                                   {text("categories"), QJsonArray{category}},
                                   {text("rooms"), QJsonArray{room}}})
      .toJson();
}

}  // namespace

// The dialog that writes a room's history into a file, on the real server.
class ExportFlowTest : public QObject, private Desk {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup() { endDesk(); }
  void everythingGoesIntoTheFile();
  void onlyTheChosenDays();
  void filesAreReplacedOnlyWhenWanted();
  void whatGoesWrongIsSaid();
  void rangesOfDays_data();
  void rangesOfDays();

 private:
  ExportDialog* openDialog();
  QString path(const char* name) { return profile_->filePath(QLatin1String(name)); }
  bool toastSays(const QString& words);
  QJsonArray messagesOf(const QString& file);
};

void ExportFlowTest::init() {
  startDesk(archiveOrganisation());
  openByJoinDialog(QStringLiteral("tide"));
  QTRY_VERIFY_WITH_TIMEOUT(ada_->room(QStringLiteral("Tide tables")), kPatienceMs);
  QTRY_COMPARE_WITH_TIMEOUT(ada_->room(QStringLiteral("Tide tables"))->newestKnown(), ChatId{kPast}, kPatienceMs);
}

ExportDialog* ExportFlowTest::openDialog() {
  window().commands()->exportHistory->trigger();
  for (ExportDialog* dialog : window().findChildren<ExportDialog*>()) {
    if (dialog->isVisible()) return dialog;
  }
  return nullptr;
}

bool ExportFlowTest::toastSays(const QString& words) {
  for (const QWidget* toast : window().toasts()->findChildren<QWidget*>()) {
    if (toast->isVisible() && toast->accessibleName().contains(words)) return true;
  }
  return false;
}

QJsonArray ExportFlowTest::messagesOf(const QString& name) {
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly)) return {};
  return QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("messages")).toArray();
}

void ExportFlowTest::everythingGoesIntoTheFile() {
  ExportDialog* dialog = openDialog();
  QVERIFY(dialog);
  QVERIFY(dialog->place()->text().endsWith(QStringLiteral("Tide tables.txt")));
  dialog->format()->setCurrent(2);
  QVERIFY(dialog->place()->text().endsWith(QStringLiteral("Tide tables.json")));
  dialog->place()->setText(path("all.json"));
  keep(QStringLiteral("export-flow"), "dialog", *dialog);
  QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
  QVERIFY(dialog->isWorking());
  QVERIFY(!dialog->exportButton()->isEnabled());
  QTRY_VERIFY_WITH_TIMEOUT(toastSays(QStringLiteral("History exported")), kPatienceMs);
  QVERIFY(toastSays(QStringLiteral("all.json")));
  const QJsonArray messages = messagesOf(path("all.json"));
  QCOMPARE(messages.size(), kPast);
  QCOMPARE(messages.first().toObject().value(QStringLiteral("text")).toString(), QStringLiteral("line 1"));
  keep(QStringLiteral("export-flow"), "done", window());
}

void ExportFlowTest::onlyTheChosenDays() {
  ExportDialog* dialog = openDialog();
  QVERIFY(dialog);
  QVERIFY(!dialog->firstDay()->isVisible());
  dialog->span()->setCurrentIndex(static_cast<int>(ExportSpan::Days));
  QVERIFY(dialog->firstDay()->isVisible());
  const QDate day = QDate::currentDate().addDays(-3);
  dialog->firstDay()->setDate(day);
  dialog->lastDay()->setDate(day);
  dialog->format()->setCurrent(2);
  dialog->place()->setText(path("day.json"));
  QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
  QTRY_VERIFY_WITH_TIMEOUT(toastSays(QStringLiteral("History exported")), kPatienceMs);
  const QJsonArray messages = messagesOf(path("day.json"));
  QVERIFY(messages.size() >= 23 && messages.size() <= 25);  // one an hour; days of clock changes
  for (const QJsonValue& message : messages) {
    const auto time =
        QDateTime::fromString(message.toObject().value(QStringLiteral("time")).toString(), Qt::ISODateWithMs);
    QCOMPARE(time.toLocalTime().date(), day);
  }
}

void ExportFlowTest::filesAreReplacedOnlyWhenWanted() {
  QFile old(path("old.txt"));
  QVERIFY(old.open(QIODevice::WriteOnly) && old.write("mine") == 4);
  old.close();
  ExportDialog* dialog = openDialog();
  QVERIFY(dialog);
  dialog->place()->setText(path("old.txt"));
  QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
  QVERIFY(dialog->problem().contains(QStringLiteral("There is a file with this name")));
  QVERIFY(!dialog->isWorking());
  QCOMPARE(QFile(path("old.txt")).size(), 4);
  QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
  QTRY_VERIFY_WITH_TIMEOUT(toastSays(QStringLiteral("old.txt")), kPatienceMs);
  QVERIFY(QFile(path("old.txt")).size() > 1'000);
}

void ExportFlowTest::whatGoesWrongIsSaid() {
  ExportDialog* dialog = openDialog();
  QVERIFY(dialog);
  for (const QString& place : {QString(), QStringLiteral("relative.txt"), profile_->path()}) {
    dialog->place()->setText(place);
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    QCOMPARE(dialog->problem(), QStringLiteral("Give the whole name of a file."));
  }
  dialog->place()->setText(path("no/such/folder.txt"));
  QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
  QVERIFY(dialog->problem().contains(QStringLiteral("no such folder")));
  dialog->place()->setText(path("cut.txt"));
  QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
  QVERIFY(dialog->isWorking());
  QTest::mouseClick(dialog->cancelButton(), Qt::LeftButton);
  QCOMPARE(dialog->problem(), QStringLiteral("The export was cancelled."));
  QVERIFY(dialog->isVisible() && !dialog->isWorking());
  QVERIFY(!QFile::exists(path("cut.txt")));
  server_->stop();
  QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
  QTRY_VERIFY_WITH_TIMEOUT(!dialog->isWorking(), kPatienceMs);
  QVERIFY2(dialog->problem().contains(QStringLiteral("connect")), qPrintable(dialog->problem()));
  QVERIFY(!QFile::exists(path("cut.txt")));
  QTest::mouseClick(dialog->cancelButton(), Qt::LeftButton);
  QTRY_VERIFY(window().findChildren<ExportDialog*>().isEmpty());
}

void ExportFlowTest::rangesOfDays_data() {
  QTest::addColumn<int>("span");
  QTest::addColumn<QDate>("from");
  QTest::addColumn<QDate>("to");
  const QDate today(2026, 11, 20);
  QTest::newRow("everything") << static_cast<int>(ExportSpan::Everything) << QDate() << QDate();
  QTest::newRow("today") << static_cast<int>(ExportSpan::Today) << today << QDate();
  QTest::newRow("week") << static_cast<int>(ExportSpan::Week) << QDate(2026, 11, 14) << QDate();
  QTest::newRow("month") << static_cast<int>(ExportSpan::Month) << QDate(2026, 10, 22) << QDate();
  QTest::newRow("days") << static_cast<int>(ExportSpan::Days) << QDate(2026, 3, 1) << QDate(2026, 3, 2);
}

void ExportFlowTest::rangesOfDays() {
  QFETCH(int, span);
  QFETCH(QDate, from);
  QFETCH(QDate, to);
  // The later day may stand first.
  const ExportRange range =
      exportRange(static_cast<ExportSpan>(span), QDate(2026, 3, 2), QDate(2026, 3, 1), QDate(2026, 11, 20));
  QCOMPARE(range.from.isNull(), !from.isValid());
  QCOMPARE(range.to.isNull(), !to.isValid());
  if (from.isValid()) QCOMPARE(range.from.toMs(), from.startOfDay().toMSecsSinceEpoch());
  if (to.isValid()) QCOMPARE(range.to.toMs(), to.endOfDay().toMSecsSinceEpoch());
}

PARLOUR_GUI_TEST(ExportFlowTest)

}  // namespace tst_exportflow

#include "tst_exportflow.moc"
