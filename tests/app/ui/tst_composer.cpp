// SPDX-License-Identifier: Apache-2.0
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
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
  void marksWrapTheSelection();
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

void ComposerTest::marksWrapTheSelection() {
  composer_->edit()->setPlainText(QStringLiteral("word"));
  composer_->edit()->selectAll();
  composer_->edit()->toggleMark(TextMark::Bold);
  QCOMPARE(composer_->edit()->toPlainText(), QStringLiteral("**word**"));
  composer_->edit()->selectAll();
  composer_->edit()->toggleMark(TextMark::Bold);
  QCOMPARE(composer_->edit()->toPlainText(), QStringLiteral("word"));
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
