// SPDX-License-Identifier: Apache-2.0
#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>
#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

#include "app/core/files/TransferService.h"
#include "app/ui/files/AttachmentStrip.h"
#include "app/ui/timeline/TimelineView.h"
#include "tests/gui/Desk.h"
#include "tests/gui/GuiTest.h"
#include "tests/integration/host/Await.h"
#include "tests/integration/host/Team.h"

namespace tst_filestory {

using namespace Parlour;
using namespace Parlour::Tests;
using namespace Parlour::Ui;
using Core::Transfer;
using Core::TransferState;

namespace {

constexpr int kPatienceMs = 20'000;
constexpr qsizetype kSize = 15 * 1024 * 1024;

QByteArray hashOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {};
  QCryptographicHash hash(QCryptographicHash::Sha256);
  return hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

}  // namespace

// A file of 15 MB from one window to another over the real server, with the wire cut twice on its way. Each step goes
// on where the one before ended; pictures are kept beside the test program.
class FileStoryTest : public QObject, private Desk {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void cleanupTestCase();
  void isPastedIntoTheComposer();
  void waitsWhereItWasCut();
  void isSeenByTheOther();
  void isSavedByTheOther();

 private:
  void keep(const char* name, QWidget& widget) { Desk::keep(QStringLiteral("file-story"), name, widget); }
  void cutAndMend(const char* picture);
  Transfer sending() { return ada_->client().transfers().all().first(); }

  std::unique_ptr<Colleague> bo_;
  QTemporaryDir disk_;
  QString source_;
};

void FileStoryTest::initTestCase() {
  startDesk(teamOrganisation(), Files::Moved);
  bo_ = seat("bo");
  source_ = disk_.filePath(QStringLiteral("tide-tables-2031.bin"));
  QFile file(source_);
  QVERIFY(file.open(QIODevice::WriteOnly));
  QByteArray bytes(kSize, Qt::Uninitialized);
  QRandomGenerator(42).fillRange(reinterpret_cast<quint32*>(bytes.data()), kSize / 4);
  QCOMPARE(file.write(bytes), qint64(kSize));
  openByJoinDialog(QStringLiteral("tide"));
  bo_->controller->openRoom(findRoom(bo_->host, QStringLiteral("Tide tables")), true);
  QTRY_VERIFY(bo_->window().windowTitle().startsWith(QStringLiteral("Tide tables")));
}

void FileStoryTest::cleanupTestCase() {
  bo_.reset();
  endDesk();
}

void FileStoryTest::isPastedIntoTheComposer() {
  auto* paste = new QMimeData;
  paste->setUrls({QUrl::fromLocalFile(source_)});
  QGuiApplication::clipboard()->setMimeData(paste);
  activateWindow();
  composer().setFocus();
  QTest::keyClick(&composer(), Qt::Key_V, Qt::ControlModifier);
  const auto* strip = window().findChild<AttachmentStrip*>();
  QVERIFY(strip && strip->attachments().size() == 1);
  QTRY_VERIFY(strip->isVisible());
  keep("1-attached", window());
}

void FileStoryTest::cutAndMend(const char* picture) {
  QTRY_VERIFY_WITH_TIMEOUT(fileWire_->isCut(), kPatienceMs);
  QTRY_COMPARE_WITH_TIMEOUT(sending().state, TransferState::Waiting, kPatienceMs);
  keep(picture, window());
  QVERIFY(fileWire_->mend());
}

void FileStoryTest::waitsWhereItWasCut() {
  fileWire_->cutAfter(4'000'000);
  QTest::keyClick(&composer(), Qt::Key_Return);
  QTRY_COMPARE(ada_->client().transfers().all().size(), 1);
  cutAndMend("2-waits");
  if (QTest::currentTestFailed()) return;
  fileWire_->cutAfter(6'000'000);
  cutAndMend("3-waits-again");
  if (QTest::currentTestFailed()) return;
  QTRY_COMPARE_WITH_TIMEOUT(sending().state, TransferState::Done, kPatienceMs);
  QVERIFY(fileWire_->passed() < 20'000'000);
  keep("4-sent", window());
}

void FileStoryTest::isSeenByTheOther() {
  QTRY_COMPARE(bo_->window().roomPage()->timeline()->model()->rowCount(), 1);
  keep("5-offered", bo_->window());
}

void FileStoryTest::isSavedByTheOther() {
  bo_->window().activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&bo_->window()));
  TimelineView& timeline = *bo_->window().roomPage()->timeline();
  timeline.setFocus();
  timeline.setCurrentIndex(timeline.model()->index(0, 0));
  QTest::keyClick(&timeline, Qt::Key_Return);
  const auto& transfers = bo_->host.client().transfers();
  QTRY_COMPARE(transfers.all().size(), 1);
  QTRY_COMPARE_WITH_TIMEOUT(transfers.all().first().state, TransferState::Done, kPatienceMs);
  QCOMPARE(hashOf(transfers.all().first().path), hashOf(source_));
  keep("6-saved", bo_->window());
}

PARLOUR_GUI_TEST(FileStoryTest)

}  // namespace tst_filestory

#include "tst_filestory.moc"
