// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QTest>

#include "app/platform/language/InterfaceLanguage.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/timeline/RowMetrics.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/Paint.h"
#include "tests/gui/FitCheck.h"
#include "tests/gui/GuiTest.h"
#include "tests/gui/MnemonicCheck.h"
#include "tests/gui/SampleWindow.h"
#include "tests/gui/Screenshots.h"

namespace tst_languages {

using namespace Parlour;
using namespace Parlour::Gui;

// The windows in other languages, and from right to left.
class LanguagesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }
  void noTextIsClipped_data();
  void noTextIsClipped();
  void mnemonicsAreUnique_data();
  void mnemonicsAreUnique();
  void windowIsMirrored();
  void rowsAreMirrored();
  void wordsStayUpright();
  void pointsGoTheSameWay();

 private:
  static QImage timelineOf(Qt::LayoutDirection direction);
};

void LanguagesTest::noTextIsClipped_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<Ui::TextSize>("size");
  QTest::newRow("German, normal") << QStringLiteral("de") << Ui::TextSize::Normal;
  QTest::newRow("German, larger") << QStringLiteral("de") << Ui::TextSize::Larger;
  QTest::newRow("Chinese, normal") << QStringLiteral("zh_CN") << Ui::TextSize::Normal;
  QTest::newRow("Chinese, larger") << QStringLiteral("zh_CN") << Ui::TextSize::Larger;
}

void LanguagesTest::noTextIsClipped() {
  QFETCH(QString, language);
  QFETCH(Ui::TextSize, size);
  Platform::InterfaceLanguage words;
  words.use(language);
  Ui::ThemeManager themes;
  themes.setScheme(Ui::ColorScheme::Light);
  themes.setTextSize(size);
  FitCheck check(themes, QString());
  // The lines of Chinese fonts have room above that no letter uses.
  if (language == QLatin1String("zh_CN")) check.lineSpare = 3;
  for (const auto& shoot : {shootSignIn, shootMain, shootJoin, shootManage, shootPreferences, shootWire, shootFeeds})
    shoot(check);
  QVERIFY(check.looked > 200);
  for (const QString& line : std::as_const(check.clipped)) qWarning("%s", qPrintable(line));
  QCOMPARE(check.clipped.size(), 0);
}

void LanguagesTest::mnemonicsAreUnique_data() {
  QTest::addColumn<QString>("language");
  QTest::newRow("English") << QStringLiteral("en");
  QTest::newRow("German") << QStringLiteral("de");
  QTest::newRow("Chinese") << QStringLiteral("zh_CN");
}

void LanguagesTest::mnemonicsAreUnique() {
  QFETCH(QString, language);
  Platform::InterfaceLanguage words;
  words.use(language);
  Ui::ThemeManager themes;
  MnemonicCheck check(themes, QString());
  for (const auto& shoot : {shootSignIn, shootMain, shootJoin, shootManage, shootPreferences, shootWire, shootFeeds})
    shoot(check);
  QVERIFY(check.looked > 40);
  for (const QString& line : std::as_const(check.shared)) qWarning("%s", qPrintable(line));
  QCOMPARE(check.shared.size(), 0);
}

void LanguagesTest::windowIsMirrored() {
  QApplication::setLayoutDirection(Qt::RightToLeft);
  Ui::ThemeManager themes;
  SampleWindow sample(themes);
  sample.arrange();
  sample.window().show();
  QVERIFY(QTest::qWaitForWindowExposed(&sample.window()));
  const auto leftOf = [&sample](QWidget* widget) { return widget->mapTo(&sample.window(), QPoint(0, 0)).x(); };
  QVERIFY(leftOf(sample.window().sidebar()) > leftOf(sample.window().roomPage()));
  QVERIFY(leftOf(sample.window().roomPage()) > leftOf(sample.window().roomPane()));
}

QImage LanguagesTest::timelineOf(Qt::LayoutDirection direction) {
  QApplication::setLayoutDirection(direction);
  Ui::ThemeManager themes;
  themes.setScheme(Ui::ColorScheme::Light);
  SampleWindow sample(themes);
  sample.arrange();
  sample.window().show();
  if (!QTest::qWaitForWindowExposed(&sample.window())) return {};
  return sample.window().roomPage()->timeline()->viewport()->grab().toImage();
}

// The column of avatars is the same on the other side, but for the times of grouped rows.
void LanguagesTest::rowsAreMirrored() {
  const QImage left = timelineOf(Qt::LeftToRight);
  const QImage right = timelineOf(Qt::RightToLeft);
  QVERIFY(!left.isNull());
  QCOMPARE(left.size(), right.size());
  constexpr int kRim = Ui::RowMetrics::kLeft + 1;
  int coloured = 0;
  int different = 0;
  for (int y = 0; y < left.height() * 3 / 4; ++y) {  // below is the button to the newest message
    const QRgb pixel = left.pixel(kRim, y);
    if (pixel != left.pixel(2, y)) ++coloured;
    if (pixel != right.pixel(right.width() - 1 - kRim, y)) ++different;
  }
  QVERIFY(coloured > 60);
  QVERIFY2(different <= coloured / 4, qPrintable(QString::number(different)));
}

// A word at the start of a turned row is at its right end, with its letters as ever.
void LanguagesTest::wordsStayUpright() {
  const Ui::ThemeManager themes;
  const Ui::Typography& type = themes.type();
  const QString word = QStringLiteral("Left");
  const int wordWidth = Ui::textWidth(word, Ui::TextRole::Body, type);
  const auto draw = [&](Qt::LayoutDirection direction, const QRect& box) {
    QImage image(200, 30, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const Ui::MirroredPainting mirrored(painter, image.rect(), direction);
    Ui::paintTextLine(painter, box, {word, Ui::TextRole::Body, Qt::black}, type);
    return image;
  };
  const QImage turned = draw(Qt::RightToLeft, QRect(10, 0, wordWidth, 30));
  const QImage plain = draw(Qt::LeftToRight, QRect(200 - 10 - wordWidth, 0, wordWidth, 30));
  QCOMPARE(turned, plain);
}

void LanguagesTest::pointsGoTheSameWay() {
  const QRect row(0, 40, 300, 20);
  QCOMPARE(Ui::mirroredIn(row, QPoint(10, 45), Qt::RightToLeft), QPoint(289, 45));
  QCOMPARE(Ui::mirroredIn(row, QPoint(10, 45), Qt::LeftToRight), QPoint(10, 45));
  const QRect action(250, 42, 40, 16);
  QVERIFY(action.contains(Ui::mirroredIn(row, QPoint(299 - 260, 45), Qt::RightToLeft)));
  QCOMPARE(Ui::mirroredIn(row, action, Qt::RightToLeft), QRect(10, 42, 40, 16));
}

PARLOUR_GUI_TEST(LanguagesTest)

}  // namespace tst_languages

#include "tst_languages.moc"
