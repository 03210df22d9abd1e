// SPDX-License-Identifier: Apache-2.0
#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/ui/files/PictureReader.h"
#include "tests/gui/GuiTest.h"

namespace tst_picturereader {

using namespace Parlour::Ui;

namespace {

QByteArray encoded(const QSize& size, const char* format) {
  QImage picture(size, QImage::Format_RGB32);
  picture.fill(Qt::darkCyan);
  QBuffer out;
  out.open(QIODevice::WriteOnly);
  picture.save(&out, format);
  return out.data();
}

// A PNG that says it is so large; nothing of that size is in it.
QByteArray pngThatClaims(quint32 width, quint32 height) {
  QByteArray png = encoded(QSize(8, 8), "PNG");
  for (int i = 0; i < 4; ++i) {
    png[16 + i] = static_cast<char>(width >> (24 - 8 * i));
    png[20 + i] = static_cast<char>(height >> (24 - 8 * i));
  }
  return png;
}

QImage read(const QByteArray& bytes) {
  QBuffer buffer;
  buffer.setData(bytes);
  buffer.open(QIODevice::ReadOnly);
  return readPicture(buffer, QSize(96, 96));
}

}  // namespace

class PictureReaderTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void formats_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QSize>("size");
    QTest::newRow("png") << encoded(QSize(40, 20), "PNG") << QSize(40, 20);
    QTest::newRow("png made smaller") << encoded(QSize(960, 480), "PNG") << QSize(96, 48);
    QTest::newRow("jpeg made smaller") << encoded(QSize(960, 480), "JPEG") << QSize(96, 48);
    QTest::newRow("gif") << QByteArray::fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
                         << QSize(1, 1);
    QTest::newRow("bmp is not read") << encoded(QSize(40, 20), "BMP") << QSize(0, 0);
    QTest::newRow("svg is not read") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
                                     << QSize(0, 0);
    QTest::newRow("text") << QByteArray("no picture at all") << QSize(0, 0);
    QTest::newRow("nothing") << QByteArray() << QSize(0, 0);
    QTest::newRow("cut off") << encoded(QSize(40, 20), "PNG").left(40) << QSize(0, 0);
    QTest::newRow("claims 100,000 x 100,000") << pngThatClaims(100'000, 100'000) << QSize(0, 0);
    QTest::newRow("claims 2 x 4,000,000,000") << pngThatClaims(2, 4'000'000'000) << QSize(0, 0);
    QTest::newRow("claims nothing") << pngThatClaims(0, 0) << QSize(0, 0);
  }

  void formats() {
    QFETCH(QByteArray, bytes);
    QTEST(read(bytes).size(), "size");
  }

  void previewsAreSmall() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.png"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(encoded(QSize(2'000, 1'000), "PNG"));
    file.close();
    const QByteArray png = previewOf(path, 256 * 1024);
    QVERIFY(!png.isEmpty() && png.size() <= 256 * 1024);
    QCOMPARE(QImage::fromData(png).size(), QSize(480, 240));
    QVERIFY(previewOf(path, 10).isEmpty());
    QVERIFY(previewOf(dir.filePath(QStringLiteral("nothing.png")), 256 * 1024).isEmpty());
  }

  void answersOnThisThread() {
    PictureReader reader;
    QImage got;
    QThread* where = nullptr;
    reader.readBytes(encoded(QSize(40, 20), "PNG"), QSize(96, 96), [&](const QImage& picture) {
      got = picture;
      where = QThread::currentThread();
    });
    QVERIFY(got.isNull());  // later
    QTRY_COMPARE(got.size(), QSize(40, 20));
    QCOMPARE(where, QThread::currentThread());
  }

  void savedPicturesReplaceNothing() {
    const QTemporaryDir dir;
    PictureReader reader;
    QImage picture(10, 10, QImage::Format_RGB32);
    picture.fill(Qt::red);
    const QString path = dir.filePath(QStringLiteral("p.png"));
    QStringList saved;
    for (int i = 0; i < 2; ++i) {
      reader.savePng(picture, path, [&](const QString& at) { saved.append(at); });
      QTRY_COMPARE(saved.size(), i + 1);
    }
    QCOMPARE(saved, (QStringList{path, QString()}));
    QCOMPARE(QImage(path).size(), picture.size());
  }
};

PARLOUR_GUI_TEST(PictureReaderTest)

}  // namespace tst_picturereader

#include "tst_picturereader.moc"
