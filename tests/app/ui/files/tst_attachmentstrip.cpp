// SPDX-License-Identifier: Apache-2.0
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/composer/ComposerParts.h"
#include "app/ui/widgets/IconButton.h"
#include "tests/gui/GuiTest.h"

namespace tst_attachmentstrip {

using namespace Parlour::Ui;

namespace {

Attachment attachment(int number) {
  const QString name = QStringLiteral("tides-%1.pdf").arg(number);
  return {QStringLiteral("/home/ada/") + name, name, 1'000 * number, false};
}

// What the clipboard or a drag brings.
class OpenEdit : public ComposerEdit {
 public:
  using ComposerEdit::canInsertFromMimeData;
  using ComposerEdit::ComposerEdit;
  using ComposerEdit::insertFromMimeData;
};

}  // namespace

class AttachmentStripTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<Composer> composer_;
  AttachmentStrip& strip() { return *composer_->attachments(); }

 private Q_SLOTS:
  void init() {
    themes_ = std::make_unique<ThemeManager>();
    composer_ = std::make_unique<Composer>(*themes_);
    composer_->setLimits(512, 4096);
    composer_->resize(744, 200);
    composer_->show();
    QVERIFY(QTest::qWaitForWindowExposed(composer_.get()));
  }
  void cleanup() {
    composer_.reset();
    themes_.reset();
  }

  void hiddenWithoutFiles() {
    QVERIFY(!strip().isVisible());
    QVERIFY(strip().add({attachment(1)}));
    QVERIFY(strip().isVisible());
    strip().setAttachments({});
    QVERIFY(!strip().isVisible());
  }

  void filesAloneCanBeSent() {
    QSignalSpy sent(composer_.get(), &Composer::sendRequested);
    composer_->trySend();
    QCOMPARE(sent.size(), 0);
    QVERIFY(strip().add({attachment(1), attachment(2)}));
    composer_->trySend();
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first().first().value<Draft>().attachments, (QList<Attachment>{attachment(1), attachment(2)}));
    composer_->clear();
    QVERIFY(strip().attachments().isEmpty());
  }

  void theSameFileOnceAndNotTooMany() {
    QVERIFY(strip().add({attachment(1), attachment(1)}));
    QCOMPARE(strip().attachments().size(), 1);
    QList<Attachment> many;
    for (int i = 2; i < 20; ++i) many.append(attachment(i));
    QVERIFY(!strip().add(many));
    QCOMPARE(strip().attachments().size(), AttachmentStrip::kMost);
    QVERIFY(strip().add({attachment(1)}));  // is there already
  }

  void theXTakesOneAway() {
    QSignalSpy removed(&strip(), &AttachmentStrip::removed);
    QVERIFY(strip().add({attachment(1), attachment(2)}));
    const QList<IconButton*> buttons = strip().findChildren<IconButton*>();
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(buttons.first()->accessibleName(), QStringLiteral("Do not attach tides-1.pdf"));
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QCOMPARE(strip().attachments(), QList<Attachment>{attachment(2)});
    QCOMPARE(removed.size(), 1);
  }

  void cardsWrap() {
    QList<Attachment> six;
    for (int i = 0; i < 6; ++i) six.append(attachment(i));
    const int one = strip().heightFor(700);
    QCOMPARE(one, 0);
    strip().setAttachments(six);
    QVERIFY(strip().heightFor(300) > strip().heightFor(700));
  }

  void draftsKeepThem() {
    QVERIFY(strip().add({attachment(1)}));
    const Draft draft = composer_->draft();
    QVERIFY(!draft.isEmpty());
    composer_->clear();
    composer_->setDraft(draft);
    QCOMPARE(strip().attachments(), QList<Attachment>{attachment(1)});
  }

  void pastedThings_data() {
    QTest::addColumn<bool>("urls");
    QTest::addColumn<bool>("image");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("becomes");
    QTest::newRow("files") << true << false << QString() << QStringLiteral("files");
    QTest::newRow("a picture") << false << true << QString() << QStringLiteral("picture");
    QTest::newRow("text with its picture") << false << true << QStringLiteral("words") << QStringLiteral("words");
    QTest::newRow("text") << false << false << QStringLiteral("words") << QStringLiteral("words");
  }

  void pastedThings() {
    QFETCH(bool, urls);
    QFETCH(bool, image);
    QFETCH(QString, text);
    OpenEdit edit(*themes_);
    QString became;
    connect(&edit, &ComposerEdit::filesPasted, this, [&] { became = QStringLiteral("files"); });
    connect(&edit, &ComposerEdit::picturePasted, this, [&](const QImage& picture) {
      if (picture.size() == QSize(4, 4)) became = QStringLiteral("picture");
    });
    QMimeData data;
    if (urls) data.setUrls({QUrl::fromLocalFile(QStringLiteral("/home/ada/tides.pdf"))});
    if (image) data.setImageData(QImage(4, 4, QImage::Format_RGB32));
    if (!text.isEmpty()) data.setText(text);
    QVERIFY(edit.canInsertFromMimeData(&data));
    edit.insertFromMimeData(&data);
    if (became.isEmpty()) became = edit.toPlainText();
    QTEST(became, "becomes");
  }

  void refusedRoomsSayWhy() {
    IconButton& button = *composer_->toolbar()->attachButton();
    composer_->setFilesRefused(QStringLiteral("Files are not allowed in this room."));
    QVERIFY(!button.isEnabled());
    QVERIFY(button.toolTip().contains(QStringLiteral("not allowed")));
    composer_->setFilesRefused({});
    QVERIFY(button.isEnabled());
    QVERIFY(button.toolTip().contains(QStringLiteral("Attach a file")));
  }
};

PARLOUR_GUI_TEST(AttachmentStripTest)

}  // namespace tst_attachmentstrip

#include "tst_attachmentstrip.moc"
