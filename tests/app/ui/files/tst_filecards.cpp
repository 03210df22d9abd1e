// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "app/ui/files/FileCards.h"
#include "app/ui/timeline/RowLayout.h"
#include "resources/Resources.h"
#include "tests/gui/GuiTest.h"

namespace tst_filecards {

using namespace Parlour;
using namespace Parlour::Ui;
using Core::Transfer;
using Core::TransferDirection;
using Core::TransferFailure;
using Core::TransferState;

namespace {

constexpr int kRowWidth = 560;

Transfer moving(TransferDirection direction, TransferState state, qint64 done = 1'140'000) {
  Transfer transfer;
  transfer.id = 7;
  transfer.direction = direction;
  transfer.state = state;
  transfer.name = QStringLiteral("aldgate-limits-2026-11.xlsx");
  transfer.path = QStringLiteral("/nowhere/aldgate-limits-2026-11.xlsx");
  transfer.size = 1'840'000;
  transfer.done = done;
  return transfer;
}

Transfer failed(TransferDirection direction, TransferFailure kind, const char* words) {
  Transfer transfer = moving(direction, TransferState::Failed);
  transfer.kind = kind;
  transfer.failure = Error::make(ErrorCode::Internal, QString::fromUtf8(words));
  return transfer;
}

RowContent cardRow(const FileContent& file) {
  RowContent content;
  content.id = file.name;
  content.kind = RowContent::Kind::File;
  content.author = QStringLiteral("Oskar Lindqvist");
  content.address = "oskar@northgate.example";
  content.time = QStringLiteral("08:44");
  content.file = file;
  return content;
}

FileContent offered() {
  FileContent file;
  file.name = QStringLiteral("aldgate-limits-2026-11.xlsx");
  file.size = QStringLiteral("1.8 MB");
  return file;
}

}  // namespace

class FileCardsTest : public QObject {
  Q_OBJECT

 private:
  static FileContent saved(TransferDirection direction) {
    static const QTemporaryDir dir;
    Transfer transfer = moving(direction, TransferState::Done);
    transfer.name = QStringLiteral("fixing-process.pdf");
    transfer.path = dir.filePath(transfer.name);
    QFile file(transfer.path);
    [[maybe_unused]] const bool there = file.open(QIODevice::WriteOnly);
    return FileCards::fromTransfer(transfer);
  }
  // Every state that a card can have, in the order of the picture.
  static QList<FileContent> everyState() {
    Transfer up = moving(TransferDirection::Upload, TransferState::Running, 700'000);
    Transfer fast = moving(TransferDirection::Download, TransferState::Running);
    fast.bytesPerSecond = 420'000;
    fast.secondsLeft = 2;
    QList<FileContent> states{
        FileCards::fromTransfer(up),
        FileCards::fromTransfer(fast),
        FileCards::fromTransfer(moving(TransferDirection::Download, TransferState::Paused)),
        FileCards::fromTransfer(moving(TransferDirection::Upload, TransferState::Queued, 0)),
        FileCards::fromTransfer(moving(TransferDirection::Upload, TransferState::Waiting)),
        offered(),
        saved(TransferDirection::Download),
        saved(TransferDirection::Upload),
        FileCards::fromTransfer(
            failed(TransferDirection::Upload, TransferFailure::Broken, "The server closed the transfer.")),
        FileCards::fromTransfer(failed(TransferDirection::Upload, TransferFailure::Refused,
                                       "aldgate-limits.xlsx is 62 MB. This server takes up to 50 MB.")),
        FileCards::fromTransfer(failed(TransferDirection::Download, TransferFailure::Gone,
                                       "The server has the file no longer. Ask who posted it to post it again.")),
        FileCards::fromTransfer(failed(TransferDirection::Download, TransferFailure::Quarantined,
                                       "The server's scan put the file into quarantine. Ask who runs the server."))};
    FileContent picture = offered();
    picture.name = QStringLiteral("chart.png");
    picture.picture = QImage(96, 64, QImage::Format_RGB32);
    picture.picture.fill(QColor(0x2d, 0x7d, 0x8a));
    states.append(picture);
    return states;
  }

 private Q_SLOTS:
  void initTestCase() { registerResources(); }

  void words_data() {
    QTest::addColumn<FileContent>("card");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("size");
    QTest::addColumn<QString>("pace");
    QTest::addColumn<QString>("note");
    const QList<FileContent> states = everyState();
    using State = FileContent::State;
    const auto row = [&](const char* name, int at, State state, const char* size, const char* pace, const char* note) {
      QTest::newRow(name) << states[at] << static_cast<int>(state) << QString::fromUtf8(size) << QString::fromUtf8(pace)
                          << QString::fromUtf8(note);
    };
    row("uploading", 0, State::Uploading, "Uploading 38%", "", "");
    row("downloading", 1, State::Downloading, "1.1 of 1.8 MB", "410 KB/s · 2 s left", "");
    row("paused", 2, State::Paused, "1.1 of 1.8 MB", "Paused", "");
    row("queued", 3, State::Uploading, "1.8 MB", "Waits for its turn", "");
    row("waiting", 4, State::Uploading, "1.8 MB", "Waiting for the connection", "");
    row("offered", 5, State::Offered, "1.8 MB", "", "");
    row("sent", 7, State::Saved, "1.8 MB", "", "Sent");
    row("failed", 8, State::Failed, "Failed at 61%", "", "The server closed the transfer.");
    row("refused", 9, State::Ended, "Refused", "", "aldgate-limits.xlsx is 62 MB. This server takes up to 50 MB.");
    row("gone", 10, State::Ended, "No longer there", "",
        "The server has the file no longer. Ask who posted it to post it again.");
    row("quarantined", 11, State::Ended, "In quarantine", "",
        "The server's scan put the file into quarantine. Ask who runs the server.");
  }

  void words() {
    QFETCH(FileContent, card);
    QTEST(static_cast<int>(card.state), "state");
    QTEST(card.size, "size");
    QTEST(card.pace, "pace");
    QTEST(card.note, "note");
    QVERIFY(FileCards::accessibleText(card).startsWith(QStringLiteral("File ")));
  }

  void whatEnterDoes_data() {
    QTest::addColumn<FileContent>("card");
    QTest::addColumn<RowAct>("act");
    const QList<FileContent> states = everyState();
    QTest::newRow("uploading pauses") << states[0] << RowAct::PauseFile;
    QTest::newRow("paused goes on") << states[2] << RowAct::PauseFile;
    QTest::newRow("offered downloads") << states[5] << RowAct::FileAction;
    QTest::newRow("saved opens") << states[6] << RowAct::OpenFile;
    QTest::newRow("failed tries again") << states[8] << RowAct::RetryFile;
    QTest::newRow("refused gives nothing up") << states[9] << RowAct::None;
  }

  void whatEnterDoes() {
    QFETCH(FileContent, card);
    const Theme theme = Theme::light();
    const Typography type;
    const RowLayout layout(cardRow(card), kRowWidth, {theme, type, 1.0});
    QVERIFY(layout.mainAct());
    QFETCH(RowAct, act);
    QCOMPARE(static_cast<int>(layout.mainAct()->act), static_cast<int>(act));
    QCOMPARE(layout.hits().first().toolTip.isEmpty(), false);
  }

  // Kept beside the test program, for people to look at.
  void pictures_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
  }

  void pictures() {
    QFETCH(bool, dark);
    const Theme theme = dark ? Theme::darkTheme() : Theme::light();
    const Typography type;
    const PaintContext context{theme, type, 1.0};
    std::vector<std::unique_ptr<RowLayout>> rows;
    int height = 0;
    for (const FileContent& file : everyState()) {
      rows.push_back(std::make_unique<RowLayout>(cardRow(file), kRowWidth, context));
      height += rows.back()->height();
    }
    QImage image(kRowWidth, height, QImage::Format_RGB32);
    image.fill(theme.window);
    QPainter painter(&image);
    int top = 0;
    for (const auto& row : rows) {
      row->paint(painter, QPoint(0, top), {}, context);
      QCOMPARE(row->height(), 30 + 47 + 4);  // whatever happens to the file, the timeline does not jump
      top += row->height();
    }
    painter.end();
    const QString name =
        QStringLiteral("file-cards-%1.png").arg(dark ? QStringLiteral("dark") : QStringLiteral("light"));
    QVERIFY(image.save(QCoreApplication::applicationDirPath() + QLatin1Char('/') + name));
  }
};

PARLOUR_GUI_TEST(FileCardsTest)

}  // namespace tst_filecards

#include "tst_filecards.moc"
