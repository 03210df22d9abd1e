// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTimeEdit>

#include "app/ui/manage/ConfirmDialog.h"
#include "app/ui/preferences/ChoiceLink.h"
#include "app/ui/preferences/KeywordField.h"
#include "app/ui/preferences/NotificationsPage.h"
#include "app/ui/preferences/PreferencesController.h"
#include "app/ui/preferences/PreferencesDialog.h"
#include "app/ui/preferences/RoomRulesTable.h"
#include "app/ui/preferences/StoragePage.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/IconButton.h"
#include "tests/gui/GuiTest.h"
#include "tests/support/MemorySettings.h"

namespace tst_preferencesdialog {

using namespace Parlour;
using namespace Parlour::Ui;
using Core::PreferencePage;

namespace {

RoomUri ruleRoom(const char* key) { return *RoomUri::fromParts("northgate.example", key); }

Core::RoomSummary ruleSummary(const char* key, const QString& name) {
  Core::RoomSummary room;
  room.uri = ruleRoom(key);
  room.name = name;
  return room;
}

void addPageRows() {
  QTest::addColumn<PreferencePage>("page");
  QTest::newRow("general") << PreferencePage::General;
  QTest::newRow("notifications") << PreferencePage::Notifications;
  QTest::newRow("appearance") << PreferencePage::Appearance;
  QTest::newRow("connection") << PreferencePage::Connection;
  QTest::newRow("storage") << PreferencePage::Storage;
}

// The letter after a single ampersand; null without one.
QChar mnemonicOf(QString text) {
  text.remove(QLatin1String("&&"));
  const qsizetype at = text.indexOf(QLatin1Char('&'));
  return at < 0 || at + 1 >= text.size() ? QChar() : text.at(at + 1).toLower();
}

}  // namespace

class TestPreferencesDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();

  void checkBoxesAndValuesFollowEachOther_data() { addPageRows(); }
  void checkBoxesAndValuesFollowEachOther();
  void choicesAndValuesFollowEachOther_data() { addPageRows(); }
  void choicesAndValuesFollowEachOther();
  void mnemonicsAreUnique_data() { addPageRows(); }
  void mnemonicsAreUnique();
  void tabReachesEveryControl_data() { addPageRows(); }
  void tabReachesEveryControl();
  void mnemonicsReachFields();
  void appearanceIsAppliedAtOnce();
  void zoomStopsAtTheEnds();
  void commandLineThemeLastsUntilAnotherIsChosen();
  void keywordsByKeyboard();
  void rulesOfRooms();
  void quietHours();
  void serverIsKept();
  void cleanUpAsksFirst();
  void controlsWithoutEffectAreLeftOut();
  void valuesOutsideTheChoicesAreShown();
  void restoresOnlyThePageAfterAsking();

 private:
  PreferencesActions allActions();
  void open(const PreferencesActions& actions);
  void answerQuestion(bool deed);
  template <class Widget>
  Widget* named(const QString& words);
  PreferencesForm& page(PreferencePage page) { return *dialog_->form(page); }

  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<Testing::MemorySettings> settings_;
  std::unique_ptr<Core::Preferences> preferences_;
  std::unique_ptr<PreferencesController> controller_;
  QPointer<PreferencesDialog> dialog_;
  ServerChoice server_;
  int drafts_ = 2;
  int cleared_ = 0;
};

PreferencesActions TestPreferencesDialog::allActions() {
  PreferencesActions actions;
  actions.hasTray = true;
  actions.canStartWithComputer = true;
  actions.dictionaries = [] { return QStringList{QStringLiteral("en_GB"), QStringLiteral("de_DE")}; };
  actions.languages = [] { return QStringList{QStringLiteral("de"), QStringLiteral("zh_CN")}; };
  actions.rooms = [] {
    return QList<Core::RoomSummary>{ruleSummary("pay", QStringLiteral("Payments operations")),
                                    ruleSummary("fx", QStringLiteral("FX Desk"))};
  };
  actions.server = [this] { return server_; };
  actions.setServer = [this](const ServerChoice& choice) { server_ = choice; };
  actions.openWireView = [] {};
  actions.demoRuns = [] { return false; };
  actions.runDemo = [](bool) {};
  actions.downloadFolder = [] { return QDir::homePath() + QStringLiteral("/Downloads"); };
  actions.measureCache = [](const std::function<void(const CacheUsage&)>& done) {
    done({110'000'000, 55'000'000, 19'000'000, 14, QDate(2026, 6, 2)});
  };
  actions.clearCache = [this](const std::function<void()>& done) {
    ++cleared_;
    done();
  };
  actions.draftCount = [this] { return drafts_; };
  actions.deleteDrafts = [this] { drafts_ = 0; };
  actions.exportHistory = [] {};
  return actions;
}

void TestPreferencesDialog::init() {
  themes_ = std::make_unique<ThemeManager>();
  settings_ = std::make_unique<Testing::MemorySettings>(std::make_shared<QVariantMap>());
  preferences_ = std::make_unique<Core::Preferences>(*settings_);
  controller_ = std::make_unique<PreferencesController>(*preferences_, *themes_);
  server_ = {QStringLiteral("northgate.example"), true, QStringLiteral("fe01.northgate.example"), 5061, true};
  drafts_ = 2;
  cleared_ = 0;
  open(allActions());
}

void TestPreferencesDialog::cleanup() {
  delete dialog_;
  controller_.reset();
  preferences_.reset();
  settings_.reset();
  themes_.reset();
}

void TestPreferencesDialog::open(const PreferencesActions& actions) {
  delete dialog_;
  controller_->setActions(actions);
  dialog_ = controller_->show(nullptr);
  QVERIFY(QTest::qWaitForWindowActive(dialog_));
}

void TestPreferencesDialog::answerQuestion(bool deed) {
  const auto questions = dialog_->findChildren<ConfirmDialog*>();
  QCOMPARE(questions.size(), 1);
  (deed ? questions.first()->deedButton() : questions.first()->cancelButton())->click();
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

template <class Widget>
Widget* TestPreferencesDialog::named(const QString& words) {
  const auto widgets = dialog_->findChildren<Widget*>();
  for (Widget* widget : widgets) {
    QString text;
    if (const auto* button = qobject_cast<QAbstractButton*>(widget)) text = button->text();
    if (text.remove(QLatin1Char('&')) == words || widget->accessibleName() == words) return widget;
  }
  return nullptr;
}

void TestPreferencesDialog::checkBoxesAndValuesFollowEachOther() {
  QFETCH(const PreferencePage, page);
  dialog_->showPage(page);
  const auto boxes = this->page(page).findChildren<QCheckBox*>();
  QCOMPARE(boxes.isEmpty(), page == PreferencePage::Connection);
  for (QCheckBox* box : boxes) {
    const bool before = box->isChecked();
    QSignalSpy changed(preferences_.get(), &Core::Preferences::changed);
    box->click();
    QVERIFY2(changed.size() == 1, qPrintable(box->text()));
    QCOMPARE(changed.first().first().value<PreferencePage>(), page);
    QVERIFY2(!preferences_->isDefault(page), qPrintable(box->text()));
    preferences_->restoreDefaults(page);
    QVERIFY2(box->isChecked() == before, qPrintable(box->text()));
  }
}

void TestPreferencesDialog::choicesAndValuesFollowEachOther() {
  QFETCH(const PreferencePage, page);
  dialog_->showPage(page);
  for (QComboBox* box : this->page(page).findChildren<QComboBox*>()) {
    if (box->accessibleName() == QStringLiteral("Transport")) continue;
    const int before = box->currentIndex();
    for (int i = 0; i < box->count(); ++i) {
      box->setCurrentIndex(i);
      Q_EMIT box->activated(i);
      QVERIFY2(preferences_->isDefault(page) == (i == before), qPrintable(box->accessibleName()));
      QCOMPARE(box->currentIndex(), i);
    }
    preferences_->restoreDefaults(page);
    QVERIFY2(box->currentIndex() == before, qPrintable(box->accessibleName()));
  }
}

void TestPreferencesDialog::mnemonicsAreUnique() {
  QFETCH(const PreferencePage, page);
  QHash<QChar, QString> owners;
  const auto take = [&owners](const QString& text) {
    const QChar key = mnemonicOf(text);
    QVERIFY2(!key.isNull(), qPrintable(text + QStringLiteral(" has no mnemonic")));
    QVERIFY2(!owners.contains(key), qPrintable(text + QStringLiteral(" and ") + owners.value(key)));
    owners.insert(key, text);
  };
  for (QCheckBox* box : this->page(page).findChildren<QCheckBox*>()) take(box->text());
  for (Button* button : this->page(page).findChildren<Button*>()) take(button->text());
  QSet<QWidget*> reached;
  for (QLabel* label : this->page(page).findChildren<QLabel*>()) {
    if (!label->buddy()) continue;
    take(label->text());
    reached.insert(label->buddy());
  }
  for (QComboBox* box : this->page(page).findChildren<QComboBox*>()) {
    if (box->accessibleName() != QStringLiteral("Transport")) QVERIFY(reached.contains(box));
  }
  for (QRadioButton* radio : this->page(page).findChildren<QRadioButton*>()) {
    if (radio->text().contains(QLatin1Char('&'))) take(radio->text());
  }
}

void TestPreferencesDialog::tabReachesEveryControl() {
  QFETCH(const PreferencePage, page);
  dialog_->showPage(page);
  dialog_->navigation()->setFocus();
  QSet<QWidget*> reached;
  constexpr int kMostControls = 100;
  for (int i = 0; i < kMostControls; ++i) {
    QTest::keyClick(dialog_, Qt::Key_Tab);
    QWidget* now = QApplication::focusWidget();
    QVERIFY(now);
    if (now == dialog_->navigation()) break;
    reached.insert(now);
  }
  QVERIFY(reached.contains(dialog_->closeButton()));
  QList<QWidget*> wanted;
  for (auto* widget : this->page(page).findChildren<QCheckBox*>()) wanted.append(widget);
  for (auto* widget : this->page(page).findChildren<QComboBox*>()) wanted.append(widget);
  for (auto* widget : this->page(page).findChildren<Button*>()) wanted.append(widget);
  for (QWidget* widget : wanted) {
    if (widget->isEnabled()) QVERIFY2(reached.contains(widget), qPrintable(widget->accessibleName()));
  }
}

void TestPreferencesDialog::mnemonicsReachFields() {
  dialog_->showPage(PreferencePage::Appearance);
  QTest::keyClick(dialog_, Qt::Key_X, Qt::AltModifier);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
  QCOMPARE(preferences_->appearance().textSize, Core::TextSizeChoice::Large);
  QTest::keyClick(dialog_, Qt::Key_D, Qt::AltModifier);
  QTRY_COMPARE(preferences_->appearance().theme, Core::ThemeChoice::Dark);
}

void TestPreferencesDialog::appearanceIsAppliedAtOnce() {
  named<QRadioButton>(QStringLiteral("Dark"))->click();
  QVERIFY(themes_->theme().dark);
  named<QRadioButton>(QStringLiteral("High contrast"))->click();
  QVERIFY(themes_->theme().highContrast);
  named<QRadioButton>(QStringLiteral("Light"))->click();
  QVERIFY(!themes_->theme().dark);
  const int before = dialog_->closeButton()->sizeHint().height();
  named<QRadioButton>(QStringLiteral("Larger"))->click();
  QCOMPARE(themes_->type().size(), TextSize::Larger);
  QCOMPARE(dialog_->closeButton()->sizeHint().height(), qRound(before * 17.0 / 13.0));
  named<QCheckBox>(QStringLiteral("Reduce animation"))->click();
  QVERIFY(themes_->reduceAnimation());
}

void TestPreferencesDialog::zoomStopsAtTheEnds() {
  for (int i = 0; i < 5; ++i) controller_->zoom(1);
  QCOMPARE(themes_->type().size(), TextSize::Larger);
  controller_->zoom(-1);
  QCOMPARE(themes_->type().size(), TextSize::Large);
  for (int i = 0; i < 5; ++i) controller_->zoom(-1);
  QCOMPARE(themes_->type().size(), TextSize::Small);
  controller_->zoom(0);
  QCOMPARE(themes_->type().size(), TextSize::Normal);
}

void TestPreferencesDialog::commandLineThemeLastsUntilAnotherIsChosen() {
  PreferencesController fromCommandLine(*preferences_, *themes_, ColorScheme::Dark);
  controller_.reset();
  QVERIFY(themes_->theme().dark);
  preferences_->change(&Core::AppearancePreferences::showAvatars, false);
  QVERIFY(themes_->theme().dark);
  preferences_->change(&Core::AppearancePreferences::theme, Core::ThemeChoice::Light);
  QVERIFY(!themes_->theme().dark);
}

void TestPreferencesDialog::keywordsByKeyboard() {
  dialog_->showPage(PreferencePage::Notifications);
  auto& form = static_cast<NotificationsPage&>(page(PreferencePage::Notifications));
  QLineEdit* edit = form.keywordField()->edit();
  edit->setFocus();
  QTest::keyClicks(edit, QStringLiteral("Aldgate"));
  QTest::keyClick(edit, Qt::Key_Return);
  QVERIFY(dialog_->isVisible());
  QTest::keyClicks(edit, QStringLiteral("\"limit breach\","));
  QTest::keyClicks(edit, QStringLiteral("aldgate"));
  QTest::keyClick(edit, Qt::Key_Return);
  QCOMPARE(preferences_->notifications().keywords,
           QStringList({QStringLiteral("Aldgate"), QStringLiteral("limit breach")}));
  QCOMPARE(form.keywordField()->chips().at(1)->text(), QStringLiteral("“limit breach”"));
  QTest::keyClick(form.keywordField()->chips().at(0), Qt::Key_Delete);
  QCOMPARE(preferences_->notifications().keywords, QStringList(QStringLiteral("limit breach")));
  QTest::keyClick(edit, Qt::Key_Backspace);
  QVERIFY(preferences_->notifications().keywords.isEmpty());
}

void TestPreferencesDialog::rulesOfRooms() {
  auto& form = static_cast<NotificationsPage&>(page(PreferencePage::Notifications));
  form.addRuleFor(ruleSummary("pay", QStringLiteral("Payments operations")));
  preferences_->setRoomRule(ruleRoom("gone"),
                            {Core::BannerFor::Nothing, Core::RuleChoice::Off, false, 0, QStringLiteral("Closed desk")});
  QCOMPARE(form.rules()->rows().size(), 2);
  QCOMPARE(form.rules()->rows().at(0).room, ruleRoom("gone"));
  QCOMPARE(form.rules()->rows().at(0).banner->text(), QStringLiteral("Nothing (muted)"));
  QCOMPARE(form.rules()->rows().at(0).taskbar->text(), QStringLiteral("No"));
  form.rules()->rows().at(1).banner->choose(2);
  form.rules()->rows().at(1).sound->choose(1);
  form.rules()->rows().at(1).taskbar->choose(1);
  const Core::RoomRule rule = preferences_->notifications().ruleOf(ruleRoom("pay"));
  QCOMPARE(rule.banner, Core::BannerFor::MentionsAndKeywords);
  QCOMPARE(rule.sound, Core::RuleChoice::On);
  QVERIFY(!rule.onTaskbar);
  form.rules()->rows().at(0).remove->click();
  QCOMPARE(form.rules()->rows().size(), 1);
  QVERIFY(!preferences_->notifications().rooms.contains(ruleRoom("gone")));
}

void TestPreferencesDialog::quietHours() {
  auto* from = named<QTimeEdit>(QStringLiteral("Quiet hours from"));
  QVERIFY(from && !from->isEnabled());
  named<QCheckBox>(QStringLiteral("Quiet hours, every day from"))->click();
  QVERIFY(from->isEnabled());
  from->setTime(QTime(20, 30));
  QCOMPARE(preferences_->notifications().quietFrom, QTime(20, 30));
}

void TestPreferencesDialog::serverIsKept() {
  auto* host = named<QLineEdit>(QStringLiteral("Server name"));
  QVERIFY(host && !host->isEnabled());
  named<QRadioButton>(QStringLiteral("Use this server"))->click();
  QVERIFY(host->isEnabled());
  host->selectAll();
  QTest::keyClicks(host, QStringLiteral("fe02.northgate.example"));
  QCOMPARE(server_.host, QStringLiteral("fe02.northgate.example"));
  QVERIFY(!server_.automatic);
  named<QRadioButton>(QStringLiteral("Find automatically for northgate.example"))->click();
  QVERIFY(server_.automatic);
}

void TestPreferencesDialog::cleanUpAsksFirst() {
  named<Button>(QStringLiteral("Clear cache…"))->click();
  answerQuestion(false);
  QCOMPARE(cleared_, 0);
  named<Button>(QStringLiteral("Clear cache…"))->click();
  answerQuestion(true);
  QCOMPARE(cleared_, 1);
  named<Button>(QStringLiteral("Delete drafts…"))->click();
  answerQuestion(true);
  QCOMPARE(drafts_, 0);
  QVERIFY(!named<Button>(QStringLiteral("Delete drafts…"))->isEnabled());
}

void TestPreferencesDialog::controlsWithoutEffectAreLeftOut() {
  open({});
  for (const char* words :
       {"Start Parlour with the computer", "Keep running in the tray when the window closes", "Check spelling",
        "Use this server", "Open Wire view", "Start demo", "Clear cache…", "Delete drafts…", "Export…"}) {
    QVERIFY2(!named<QAbstractButton>(QString::fromUtf8(words)), words);
  }
}

void TestPreferencesDialog::valuesOutsideTheChoicesAreShown() {
  preferences_->change(&Core::ConnectionPreferences::outboxWaitSeconds, 45);
  preferences_->change(&Core::StoragePreferences::cacheMegabytes, 3000);
  QCOMPARE(named<QComboBox>(QStringLiteral("Give up on a message after"))->currentText(),
           QStringLiteral("45 seconds"));
  QCOMPARE(named<QComboBox>(QStringLiteral("Cache at most"))->currentText(), QStringLiteral("3 GB"));
}

void TestPreferencesDialog::restoresOnlyThePageAfterAsking() {
  preferences_->change(&Core::GeneralPreferences::keepDrafts, false);
  preferences_->change(&Core::AppearancePreferences::showAvatars, false);
  dialog_->showPage(PreferencePage::Appearance);
  dialog_->restoreButton()->click();
  answerQuestion(false);
  QVERIFY(!preferences_->appearance().showAvatars);
  dialog_->restoreButton()->click();
  answerQuestion(true);
  QVERIFY(preferences_->isDefault(PreferencePage::Appearance));
  QVERIFY(!preferences_->general().keepDrafts);
}

PARLOUR_GUI_TEST(TestPreferencesDialog)

}  // namespace tst_preferencesdialog

#include "tst_preferencesdialog.moc"
