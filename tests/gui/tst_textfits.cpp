// SPDX-License-Identifier: Apache-2.0
#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QTest>

#include "app/ui/widgets/Label.h"
#include "tests/gui/GuiTest.h"
#include "tests/gui/Screenshots.h"

namespace tst_textfits {

constexpr int kSpare = 10;

using namespace Parlour;
using namespace Parlour::Gui;

// Instead of taking pictures, looks whether the words of every label and button have the room they need.
class FitCheck : public Screenshots {
 public:
  using Screenshots::Screenshots;
  QStringList clipped;
  int looked = 0;

 protected:
  void look(QWidget& window, const QString& name) override {
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
      if (!widget->isVisible()) continue;
      if (const auto* label = qobject_cast<const QLabel*>(widget)) check(*label, label->text(), neededBy(*label), name);
      if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        // Less padding than wished for is no cut.
        check(*button, button->text(), button->sizeHint() - QSize(kSpare, 2), name);
      }
    }
  }
  void keep(const QPixmap& /*picture*/, const QString& /*name*/) override {}

 private:
  static QSize neededBy(const QLabel& label) {
    if (!label.wordWrap()) return label.sizeHint();
    return {0, label.heightForWidth(label.width())};
  }
  // A label that tells all of its words in its tool tip may cut them.
  void check(const QWidget& widget, const QString& words, const QSize& needed, const QString& where) {
    // One pixel: words for screen readers only.
    if (words.isEmpty() || widget.size() == QSize(1, 1)) return;
    ++looked;
    const bool mayCut = !widget.toolTip().isEmpty() && qobject_cast<const QLabel*>(&widget);
    if ((widget.width() >= needed.width() || mayCut) && widget.height() >= needed.height()) return;
    clipped.append(QStringLiteral("%1: “%2” has %3 x %4, needs %5 x %6")
                       .arg(where, words.left(40))
                       .arg(widget.width())
                       .arg(widget.height())
                       .arg(needed.width())
                       .arg(needed.height()));
  }
};

class TextFitsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void noTextIsClipped_data() {
    QTest::addColumn<Ui::TextSize>("size");
    QTest::newRow("small") << Ui::TextSize::Small;
    QTest::newRow("normal") << Ui::TextSize::Normal;
    QTest::newRow("large") << Ui::TextSize::Large;
    QTest::newRow("larger") << Ui::TextSize::Larger;
  }
  void noTextIsClipped() {
    QFETCH(Ui::TextSize, size);
    Ui::ThemeManager themes;
    themes.setScheme(Ui::ColorScheme::Light);
    themes.setTextSize(size);
    FitCheck check(themes, QString());
    for (const auto& shoot : {shootSignIn, shootMain, shootJoin, shootManage, shootPreferences, shootWire})
      shoot(check);
    QVERIFY(check.looked > 200);
    for (const QString& line : std::as_const(check.clipped)) qWarning("%s", qPrintable(line));
    QCOMPARE(check.clipped.size(), 0);
  }
};

PARLOUR_GUI_TEST(TextFitsTest)

}  // namespace tst_textfits

#include "tst_textfits.moc"
