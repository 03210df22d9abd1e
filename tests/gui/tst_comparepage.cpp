// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/gui/ComparePage.h"
#include "tests/gui/GuiTest.h"

namespace tst_comparepage {

using namespace Parlour::Gui;

class ComparePageTest : public QObject {
  Q_OBJECT

 private:
  static QImage plain(const QSize& size, const QColor& color) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return image;
  }
  static QByteArray pageOf(const QString& directory) {
    QFile file(directory + QStringLiteral("/index.html"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

 private Q_SLOTS:
  void countsWhatDiffers_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QColor>("color");
    QTest::addColumn<double>("share");
    QTest::newRow("the same") << QSize(10, 10) << QColor(Qt::white) << 0.0;
    QTest::newRow("smoothing") << QSize(10, 10) << QColor(240, 240, 240) << 0.0;
    QTest::newRow("another colour") << QSize(10, 10) << QColor(Qt::red) << 1.0;
    QTest::newRow("half as high") << QSize(10, 5) << QColor(Qt::white) << 0.5;
    QTest::newRow("wider") << QSize(20, 10) << QColor(Qt::white) << 0.5;
  }
  void countsWhatDiffers() {
    QFETCH(QSize, size);
    QFETCH(QColor, color);
    QFETCH(double, share);
    const PictureDifference difference = differenceOf(plain({10, 10}, Qt::white), plain(size, color));
    QCOMPARE(difference.target, QSize(10, 10));
    QCOMPARE(difference.result, size);
    QCOMPARE(difference.share, share);
  }
  void showsTargetsBesideResults() {
    QTemporaryDir results;
    QTemporaryDir targets;
    QVERIFY(plain({8, 8}, Qt::white).save(results.filePath(QStringLiteral("01-main-light.png"))));
    QVERIFY(plain({8, 8}, Qt::white).save(results.filePath(QStringLiteral("emoticons-light.png"))));
    QVERIFY(plain({8, 8}, Qt::black).save(targets.filePath(QStringLiteral("01-main-light.png"))));
    QVERIFY(writeComparePage(results.path(), targets.path()));
    const QByteArray page = pageOf(results.path());
    QVERIFY(page.contains("src=\"targets/01-main-light.png\""));
    QVERIFY(page.contains("src=\"differences/01-main-light.png\""));
    QVERIFY(page.contains("<td class=\"number\">100.00 %</td>"));
    QVERIFY(page.contains("src=\"emoticons-light.png\""));
    QVERIFY(!page.contains("targets/emoticons-light.png"));
    QVERIFY(QFile::exists(results.filePath(QStringLiteral("targets/01-main-light.png"))));
  }
  void needsNoTargets() {
    QTemporaryDir results;
    QVERIFY(plain({8, 8}, Qt::white).save(results.filePath(QStringLiteral("01-main-light.png"))));
    QVERIFY(writeComparePage(results.path(), QString()));
    const QByteArray page = pageOf(results.path());
    QVERIFY(page.contains("src=\"01-main-light.png\""));
    QVERIFY(!page.contains("<table>"));
    QVERIFY(!QFile::exists(results.filePath(QStringLiteral("targets"))));
  }
};

PARLOUR_GUI_TEST(ComparePageTest)

}  // namespace tst_comparepage

#include "tst_comparepage.moc"
