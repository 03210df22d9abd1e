// SPDX-License-Identifier: Apache-2.0
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/composer/WordCompleter.h"
#include "tests/gui/GuiTest.h"

namespace tst_composer {

using namespace Parlour::Ui;

class ComposerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void enterSendsAndShiftEnterAddsALine();
  void emptyTextIsNotSent();
  void tooLongIsNotSent();
  void bytesAreCounted();
  void storyNeedsATitleAndCtrlEnter();
  void codeMarksWrapTheSelection();
  void formatsGoOutBesideThePlainText();
  void typedWordsTakeTheMarkOfTheCursor();
  void pastedFormatsBeyondTheSubsetAreDropped();
  void emoticonNamesBecomeEmoticons();
  void peopleAreProposed();
  void misspeltWordsGetAWave();
  void listMarksLines();
  void growsToItsLimit();
  void readOnlyHidesTheEditor();
  void draftsComeBackWhole();
  void upInAnEmptyComposerIsReported();

 private:
  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<Composer> composer_;
};

void ComposerTest::init() {
  themes_ = std::make_unique<ThemeManager>();
  composer_ = std::make_unique<Composer>(*themes_);
  composer_->setLimits(512, 4096);
  composer_->resize(744, 116);
  composer_->show();
  QVERIFY(QTest::qWaitForWindowExposed(composer_.get()));
}

void ComposerTest::cleanup() {
  composer_.reset();
  themes_.reset();
}

void ComposerTest::enterSendsAndShiftEnterAddsALine() {
  QSignalSpy sent(composer_.get(), &Composer::sendRequested);
  QTest::keyClicks(composer_->edit(), QStringLiteral("one"));
  QTest::keyClick(composer_->edit(), Qt::Key_Return, Qt::ShiftModifier);
  QTest::keyClicks(composer_->edit(), QStringLiteral("two"));
  QCOMPARE(sent.size(), 0);
  QTest::keyClick(composer_->edit(), Qt::Key_Return);
  QCOMPARE(sent.size(), 1);
  QCOMPARE(sent.first().first().value<Draft>().text, QStringLiteral("one\ntwo"));
}

void ComposerTest::emptyTextIsNotSent() {
  QSignalSpy sent(composer_.get(), &Composer::sendRequested);
  QTest::keyClicks(composer_->edit(), QStringLiteral("   "));
  QTest::keyClick(composer_->edit(), Qt::Key_Return);
  QCOMPARE(sent.size(), 0);
}

void ComposerTest::tooLongIsNotSent() {
  QSignalSpy sent(composer_.get(), &Composer::sendRequested);
  composer_->edit()->setPlainText(QString(513, QLatin1Char('x')));
  QTest::keyClick(composer_->edit(), Qt::Key_Return);
  QCOMPARE(sent.size(), 0);
  composer_->setStory(true);
  QCOMPARE(composer_->usedBytes(), 513);
}

void ComposerTest::bytesAreCounted() {
  composer_->edit()->setPlainText(QStringLiteral("ä€"));
  QCOMPARE(composer_->usedBytes(), 5);
}

void ComposerTest::storyNeedsATitleAndCtrlEnter() {
  QSignalSpy sent(composer_.get(), &Composer::sendRequested);
  Draft draft;
  draft.story = true;
  draft.text = QStringLiteral("body");
  composer_->setDraft(draft);
  QTest::keyClick(composer_->edit(), Qt::Key_Return, Qt::ControlModifier);
  QCOMPARE(sent.size(), 0);
  draft.storyTitle = QStringLiteral("Title");
  composer_->setDraft(draft);
  QTest::keyClick(composer_->edit(), Qt::Key_Return);
  QCOMPARE(sent.size(), 0);
  QTest::keyClick(composer_->edit(), Qt::Key_Return, Qt::ControlModifier);
  QCOMPARE(sent.size(), 1);
  QVERIFY(sent.first().first().value<Draft>().story);
}

void ComposerTest::codeMarksWrapTheSelection() {
  composer_->edit()->setPlainText(QStringLiteral("word"));
  composer_->edit()->selectAll();
  composer_->edit()->toggleMark(TextMark::Code);
  QCOMPARE(composer_->edit()->toPlainText(), QStringLiteral("`word`"));
  composer_->edit()->selectAll();
  composer_->edit()->toggleMark(TextMark::Code);
  QCOMPARE(composer_->edit()->toPlainText(), QStringLiteral("word"));
}

void ComposerTest::formatsGoOutBesideThePlainText() {
  composer_->edit()->setPlainText(QStringLiteral("word"));
  QVERIFY(composer_->draft().rtf.isEmpty());
  composer_->edit()->selectAll();
  QTest::keyClick(composer_->edit(), Qt::Key_B, Qt::ControlModifier);
  const Draft bold = composer_->draft();
  QCOMPARE(bold.text, QStringLiteral("word"));
  QCOMPARE(bold.rtf, QByteArray("{\\rtf1\\ansi {\\b word}}"));
  composer_->clear();
  QVERIFY(composer_->draft().rtf.isEmpty());
  composer_->setDraft(bold);
  QCOMPARE(composer_->draft().rtf, bold.rtf);
  composer_->edit()->selectAll();
  QTest::keyClick(composer_->edit(), Qt::Key_B, Qt::ControlModifier);
  QVERIFY(composer_->draft().rtf.isEmpty());
}

void ComposerTest::typedWordsTakeTheMarkOfTheCursor() {
  QTest::keyClicks(composer_->edit(), QStringLiteral("a "));
  QTest::keyClick(composer_->edit(), Qt::Key_I, Qt::ControlModifier);
  QVERIFY(composer_->edit()->marks().testFlag(TextMark::Italic));
  QTest::keyClicks(composer_->edit(), QStringLiteral("b"));
  QCOMPARE(composer_->draft().rtf, QByteArray("{\\rtf1\\ansi a {\\i b}}"));
  composer_->clear();
  QVERIFY(!composer_->edit()->marks());
}

void ComposerTest::pastedFormatsBeyondTheSubsetAreDropped() {
  auto* office = new QMimeData;
  office->setText(QStringLiteral("big red"));
  office->setHtml(QStringLiteral("<h1 style='color:red'>big <b>red</b><img src='http://e.example/i.png'></h1>"));
  office->setData(QStringLiteral("text/rtf"), "{\\rtf1\\ansi\\fs72\\cf1 big {\\b red}{\\pict 00}}");
  QGuiApplication::clipboard()->setMimeData(office);
  composer_->edit()->paste();
  QCOMPARE(composer_->draft().rtf, QByteArray("{\\rtf1\\ansi big {\\b red}}"));
  auto* liar = new QMimeData;
  liar->setText(QStringLiteral("one"));
  liar->setData(QStringLiteral("text/rtf"), "{\\rtf1\\ansi {\\b two}}");
  composer_->clear();
  QGuiApplication::clipboard()->setMimeData(liar);
  composer_->edit()->paste();
  QCOMPARE(composer_->draft().text, QStringLiteral("one"));
  QVERIFY(composer_->draft().rtf.isEmpty());
}

void ComposerTest::emoticonNamesBecomeEmoticons() {
  composer_->edit()->setFocus();
  QTRY_VERIFY(composer_->edit()->hasFocus());
  QTest::keyClicks(composer_->edit(), QStringLiteral("ok :smile:"));
  QCOMPARE(composer_->draft().text, QStringLiteral("ok :)"));
  composer_->clear();
  QTest::keyClicks(composer_->edit(), QStringLiteral(":la"));
  QVERIFY(composer_->edit()->completer().isShown());
  QTest::keyClick(composer_->edit(), Qt::Key_Tab);
  QCOMPARE(composer_->draft().text, QStringLiteral(":-D "));
  QTest::keyClicks(composer_->edit(), QStringLiteral("10:30 "));
  QVERIFY(!composer_->edit()->completer().isShown());
}

void ComposerTest::misspeltWordsGetAWave() {
  const QTemporaryDir folder;
  for (const auto& [name, text] : {std::pair{"en_XX.aff", "SET UTF-8\n"}, std::pair{"en_XX.dic", "1\nright\n"}}) {
    QFile file(folder.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
  }
  Parlour::Core::SpellChecker checker({folder.path()}, QString());
  checker.setLanguages({QStringLiteral("en_XX")});
  composer_->edit()->setSpellChecker(&checker);
  composer_->edit()->setPlainText(QStringLiteral("right wrogn"));
  const auto waves = [this] {
    QString words;
    const QTextBlock block = composer_->edit()->document()->firstBlock();
    for (const QTextLayout::FormatRange& range : block.layout()->formats()) {
      if (range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline) {
        words += block.text().mid(range.start, range.length);
      }
    }
    return words;
  };
  QTRY_COMPARE(waves(), QStringLiteral("wrogn"));
  QVERIFY(composer_->draft().rtf.isEmpty());
  checker.ignoreWord(QStringLiteral("wrogn"));
  QTRY_COMPARE(waves(), QString());
}

void ComposerTest::peopleAreProposed() {
  QSignalSpy sent(composer_.get(), &Composer::sendRequested);
  composer_->edit()->completer().setPeople([] {
    return QStringList{QStringLiteral("Ada Quince"), QStringLiteral("Tom\u00e1s Oliveira")};
  });
  composer_->edit()->setFocus();
  QTRY_VERIFY(composer_->edit()->hasFocus());
  QTest::keyClicks(composer_->edit(), QStringLiteral("hi @"));
  QCOMPARE(composer_->edit()->completer().proposals().size(), 2);
  QTest::keyClicks(composer_->edit(), QStringLiteral("oli"));
  QCOMPARE(composer_->edit()->completer().proposals(), QStringList{QStringLiteral("Tom\u00e1s Oliveira")});
  QTest::keyClick(composer_->edit(), Qt::Key_Return);
  QCOMPARE(sent.size(), 0);
  QCOMPARE(composer_->draft().text, QStringLiteral("hi @Tom\u00e1s Oliveira "));
  QTest::keyClicks(composer_->edit(), QStringLiteral("@a"));
  QTest::keyClick(composer_->edit(), Qt::Key_Escape);
  QVERIFY(!composer_->edit()->completer().isShown());
}

void ComposerTest::listMarksLines() {
  composer_->edit()->setPlainText(QStringLiteral("a\nb"));
  composer_->edit()->selectAll();
  composer_->edit()->toggleList();
  QCOMPARE(composer_->edit()->toPlainText(), QStringLiteral("- a\n- b"));
  composer_->edit()->selectAll();
  composer_->edit()->toggleList();
  QCOMPARE(composer_->edit()->toPlainText(), QStringLiteral("a\nb"));
}

void ComposerTest::growsToItsLimit() {
  const int one = composer_->edit()->height();
  composer_->edit()->setPlainText(QStringLiteral("line\n").repeated(4));
  QTRY_VERIFY(composer_->edit()->height() > one + 2 * 19);
  composer_->edit()->setPlainText(QStringLiteral("line\n").repeated(40));
  QTRY_COMPARE(composer_->edit()->height(), 160);
}

void ComposerTest::readOnlyHidesTheEditor() {
  QSignalSpy sent(composer_.get(), &Composer::sendRequested);
  composer_->edit()->setPlainText(QStringLiteral("text"));
  composer_->setReadOnly(QStringLiteral("Only presenters can post in this room."));
  QVERIFY(!composer_->edit()->isVisible());
  QCOMPARE(composer_->accessibleName(), QStringLiteral("Only presenters can post in this room."));
  composer_->trySend();
  QCOMPARE(sent.size(), 0);
  composer_->setReadOnly(QString());
  QVERIFY(composer_->edit()->isVisible());
}

void ComposerTest::draftsComeBackWhole() {
  Draft draft;
  draft.text = QStringLiteral("a\n**b**");
  draft.storyTitle = QStringLiteral("t");
  draft.story = true;
  draft.alert = true;
  composer_->setDraft(draft);
  const Draft back = composer_->draft();
  QCOMPARE(back.text, draft.text);
  QCOMPARE(back.storyTitle, draft.storyTitle);
  QVERIFY(back.story && back.alert);
  composer_->clear();
  QVERIFY(composer_->draft().isEmpty());
}

void ComposerTest::upInAnEmptyComposerIsReported() {
  QSignalSpy up(composer_->edit(), &ComposerEdit::upPressedWhileEmpty);
  QTest::keyClick(composer_->edit(), Qt::Key_Up);
  QCOMPARE(up.size(), 1);
  QTest::keyClicks(composer_->edit(), QStringLiteral("x"));
  QTest::keyClick(composer_->edit(), Qt::Key_Up);
  QCOMPARE(up.size(), 1);
}

PARLOUR_GUI_TEST(ComposerTest)

}  // namespace tst_composer

#include "tst_composer.moc"
