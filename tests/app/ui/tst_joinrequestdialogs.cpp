// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include "app/core/rooms/JoinRequests.h"
#include "app/ui/join/AskToJoinDialog.h"
#include "app/ui/join/JoinRequestCard.h"
#include "app/ui/join/JoinRequestsDialog.h"
#include "app/ui/widgets/Button.h"
#include "tests/gui/GuiTest.h"

namespace tst_joinrequestdialogs {

using namespace Parlour;
using namespace Parlour::Ui;

// The window where a person asks to be let into a room, and the one where its manager answers.
class JoinRequestDialogsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void wordsGoWithTheRequest();
  void wordsAreLimited();
  void refusedAskingCanBeTriedAgain();
  void eachAnswerIsOneClick();
  void oneAnswerAtATime();
  void cardsThatStayKeepTheFocus();
  void whoWithdrawsIsGone();
  void refusedAnswersAreSaid();

 private:
  Core::JoinRequest request(const char* user, const char* words) const;
  JoinRequestsDialog* review(const QList<Core::JoinRequest>& requests);

  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<QWidget> window_;
};

void JoinRequestDialogsTest::init() {
  themes_ = std::make_unique<ThemeManager>();
  window_ = std::make_unique<QWidget>();
  window_->resize(800, 600);
  window_->show();
}

void JoinRequestDialogsTest::cleanup() {
  window_.reset();
  themes_.reset();
}

Core::JoinRequest JoinRequestDialogsTest::request(const char* user, const char* words) const {
  Core::JoinRequest request;
  request.room = RoomUri::fromParts("orchard.example", "crew").value();
  request.roomName = QStringLiteral("Crew rota");
  request.user = SipUri::fromTrusted(QByteArray("sip:") + user + "@orchard.example");
  request.userName = QString::fromLatin1(user) + QStringLiteral(" Marsh");
  request.words = QString::fromLatin1(words);
  return request;
}

JoinRequestsDialog* JoinRequestDialogsTest::review(const QList<Core::JoinRequest>& requests) {
  auto* dialog = new JoinRequestsDialog(*themes_, QStringLiteral("Crew rota"), window_.get());
  dialog->setRequests(requests);
  dialog->open();
  return dialog;
}

void JoinRequestDialogsTest::wordsGoWithTheRequest() {
  Core::RoomSummary room;
  room.name = QStringLiteral("Crew rota");
  auto* dialog = new AskToJoinDialog(*themes_, room, window_.get());
  QSignalSpy asked(dialog, &AskToJoinDialog::askRequested);
  dialog->open();
  QVERIFY(QTest::qWaitForWindowActive(dialog));
  QVERIFY(dialog->field()->hasFocus());
  QTest::keyClicks(dialog->field(), QStringLiteral(" I sail on Fridays "));
  QTest::keyClick(dialog->field(), Qt::Key_Return);
  QCOMPARE(asked.size(), 1);
  QCOMPARE(asked.first().first().toString(), QStringLiteral("I sail on Fridays"));
  QVERIFY(dialog->isVisible());  // until the server has answered
  QTest::keyClick(dialog->field(), Qt::Key_Return);
  QCOMPARE(asked.size(), 1);
}

void JoinRequestDialogsTest::wordsAreLimited() {
  AskToJoinDialog dialog(*themes_, {}, nullptr);
  dialog.setAttribute(Qt::WA_DeleteOnClose, false);
  dialog.field()->setText(QString(1000, u'x'));
  QCOMPARE(dialog.field()->text().size(), Core::JoinRequests::kMostWords);
}

void JoinRequestDialogsTest::refusedAskingCanBeTriedAgain() {
  QPointer<AskToJoinDialog> dialog = new AskToJoinDialog(*themes_, {}, window_.get());
  QSignalSpy asked(dialog.data(), &AskToJoinDialog::askRequested);
  dialog->open();
  const int height = dialog->height();
  QTest::mouseClick(dialog->askButton(), Qt::LeftButton);
  dialog->showRefusal(QStringLiteral("Sea admits sailors only."));
  QCOMPARE(dialog->refusal(), QStringLiteral("Sea admits sailors only."));
  QVERIFY(dialog->height() > height);
  QTest::mouseClick(dialog->askButton(), Qt::LeftButton);
  QCOMPARE(asked.size(), 2);
}

void JoinRequestDialogsTest::eachAnswerIsOneClick() {
  JoinRequestsDialog* dialog = review({request("bo", "I sail on Fridays"), request("dee", "")});
  QSignalSpy answered(dialog, &JoinRequestsDialog::answered);
  QCOMPARE(dialog->cards().size(), 2);
  QCOMPARE(dialog->cards().first()->accessibleName(), QStringLiteral("bo Marsh"));
  QCOMPARE(dialog->cards().first()->accessibleDescription(), QStringLiteral("I sail on Fridays"));
  QTest::mouseClick(dialog->cards().last()->grantButton(), Qt::LeftButton);
  QTest::mouseClick(dialog->cards().first()->declineButton(), Qt::LeftButton);
  QCOMPARE(answered.size(), 2);
  QCOMPARE(answered.first().first().value<SipUri>().user(), QByteArray("dee"));
  QVERIFY(answered.first().last().toBool());
  QCOMPARE(answered.last().first().value<SipUri>().user(), QByteArray("bo"));
  QVERIFY(!answered.last().last().toBool());
}

void JoinRequestDialogsTest::oneAnswerAtATime() {
  JoinRequestsDialog* dialog = review({request("bo", "")});
  QSignalSpy answered(dialog, &JoinRequestsDialog::answered);
  JoinRequestCard* card = dialog->cards().first();
  QTest::mouseClick(card->grantButton(), Qt::LeftButton);
  QTest::mouseClick(card->declineButton(), Qt::LeftButton);
  QCOMPARE(answered.size(), 1);
}

void JoinRequestDialogsTest::cardsThatStayKeepTheFocus() {
  JoinRequestsDialog* dialog = review({request("bo", ""), request("dee", "First")});
  QVERIFY(QTest::qWaitForWindowActive(dialog));
  JoinRequestCard* dee = dialog->cards().last();
  dee->grantButton()->setFocus();
  dialog->setRequests({request("dee", "Second"), request("cy", "")});
  QCOMPARE(dialog->cards().size(), 2);
  QCOMPARE(dialog->cards().first(), dee);
  QVERIFY(dee->grantButton()->hasFocus());
  QCOMPARE(dee->request().words, QStringLiteral("Second"));
}

void JoinRequestDialogsTest::whoWithdrawsIsGone() {
  JoinRequestsDialog* dialog = review({request("bo", "")});
  dialog->setRequests({});
  QVERIFY(dialog->cards().isEmpty());
  QVERIFY(dialog->isVisible());
}

void JoinRequestDialogsTest::refusedAnswersAreSaid() {
  JoinRequestsDialog* dialog = review({request("bo", ""), request("dee", "")});
  JoinRequestCard* bo = dialog->cards().first();
  QTest::mouseClick(bo->grantButton(), Qt::LeftButton);
  QVERIFY(!bo->grantButton()->isEnabled());
  dialog->showRefusal(bo->request().user, QStringLiteral("Sea admits sailors only."));
  QCOMPARE(dialog->refusal(), QStringLiteral("Sea admits sailors only."));
  QVERIFY(bo->grantButton()->isEnabled());
  QTest::mouseClick(dialog->cards().last()->declineButton(), Qt::LeftButton);
  QVERIFY(dialog->refusal().isEmpty());  // about the answer before
}

PARLOUR_GUI_TEST(JoinRequestDialogsTest)

}  // namespace tst_joinrequestdialogs

#include "tst_joinrequestdialogs.moc"
