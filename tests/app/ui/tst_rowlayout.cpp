// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/ui/text/MessageSpans.h"
#include "app/ui/timeline/RowLayout.h"
#include "resources/Resources.h"
#include "tests/gui/GuiTest.h"

namespace tst_rowlayout {

using namespace Parlour::Ui;

namespace {

RowContent message(const QString& text) {
  RowContent content;
  content.id = QStringLiteral("1");
  content.author = QStringLiteral("Ada Quince");
  content.address = "ada@orchard.example";
  content.time = QStringLiteral("08:43");
  content.body = plainSpans(text);
  return content;
}

struct Surroundings {
  Theme theme = Theme::light();
  Typography type;
  PaintContext context() const { return {theme, type, 1.0}; }
};

QImage painted(const RowLayout& layout, const PaintContext& context, const RowPaintState& state = {}) {
  QImage image(744, layout.height(), QImage::Format_RGB32);
  image.fill(context.theme.window);
  QPainter painter(&image);
  layout.paint(painter, QPoint(0, 0), state, context);
  return image;
}

}  // namespace

class RowLayoutTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { Parlour::registerResources(); }
  void heightsOfTheDesign_data();
  void heightsOfTheDesign();
  void attentionTintsTheRow();
  void urgentWinsOverMention();
  void retryAndDiscardAreHit();
  void storyOpensByItsLink();
  void fileActions_data();
  void fileActions();
  void linkIsHitAndIsTheMainAct();
  void textSizeScalesTheRow();
};

void RowLayoutTest::heightsOfTheDesign_data() {
  QTest::addColumn<RowContent>("content");
  QTest::addColumn<int>("height");
  RowContent content = message(QStringLiteral("one line"));
  QTest::newRow("two-line row") << content << 48;
  content.grouped = true;
  QTest::newRow("grouped") << content << 23;
  content = message(QStringLiteral("one line"));
  content.dayAbove = QStringLiteral("Today");
  QTest::newRow("with day line") << content << 28 + 48;
  content.newLineAbove = true;
  QTest::newRow("with day and new line") << content << 28 + 24 + 48;
  content = message(QStringLiteral("one line"));
  content.kind = RowContent::Kind::Story;
  content.storyTitle = QStringLiteral("Title");
  QTest::newRow("story 79 high") << content << 30 + 79 + 4;
  content = message({});
  content.kind = RowContent::Kind::File;
  QTest::newRow("file card 47 high") << content << 30 + 47 + 4;
  content = message(QStringLiteral("own"));
  content.own = true;
  QTest::newRow("own") << content << 27 + 27 + 4;
}

void RowLayoutTest::heightsOfTheDesign() {
  QFETCH(RowContent, content);
  const Surroundings around;
  const RowLayout layout(content, 744, around.context());
  QTEST(layout.height(), "height");
}

void RowLayoutTest::attentionTintsTheRow() {
  const Surroundings around;
  RowContent content = message(QStringLiteral("Priya, look"));
  content.attention = QStringLiteral("Mentions you");
  const QImage image = painted(RowLayout(content, 744, around.context()), around.context());
  QCOMPARE(image.pixelColor(1, 20), around.theme.mentionBar);
  QCOMPARE(image.pixelColor(740, 20), around.theme.mentionBg);
}

void RowLayoutTest::urgentWinsOverMention() {
  const Surroundings around;
  RowContent content = message(QStringLiteral("now"));
  content.attention = QStringLiteral("Mentions you");
  content.alert = true;
  const QImage image = painted(RowLayout(content, 744, around.context()), around.context());
  QCOMPARE(image.pixelColor(1, 20), around.theme.danger);
  QCOMPARE(image.pixelColor(740, 20), around.theme.dangerBg);
}

void RowLayoutTest::retryAndDiscardAreHit() {
  const Surroundings around;
  RowContent content = message(QStringLiteral("own"));
  content.own = true;
  content.delivery = RowContent::Delivery::Failed;
  content.failure = QStringLiteral("Not sent. ") + QStringLiteral("The server did not answer in time. ").repeated(6);
  const RowLayout layout(content, 744, around.context());
  QCOMPARE(layout.hits().size(), 2);
  for (const RowHit& hit : layout.hits()) {
    QVERIFY(hit.rect.right() < 744);
    const auto found = layout.hitAt(hit.rect.center());
    QVERIFY(found);
    QCOMPARE(found->act, hit.act);
  }
  QCOMPARE(layout.mainAct()->act, RowAct::Retry);
}

void RowLayoutTest::storyOpensByItsLink() {
  const Surroundings around;
  RowContent content = message(QStringLiteral("first line\nsecond line\nthird line"));
  content.kind = RowContent::Kind::Story;
  content.storyTitle = QStringLiteral("Title");
  const RowLayout closed(content, 744, around.context());
  QCOMPARE(closed.hitAt(closed.hits().first().rect.center())->act, RowAct::ToggleStory);
  content.storyOpen = true;
  const RowLayout open(content, 744, around.context());
  QVERIFY(open.height() > closed.height() + 2 * 19);
}

void RowLayoutTest::fileActions_data() {
  QTest::addColumn<FileContent::State>("state");
  QTest::addColumn<RowAct>("act");
  QTest::newRow("offered") << FileContent::State::Offered << RowAct::FileAction;
  QTest::newRow("downloading") << FileContent::State::Downloading << RowAct::CancelFile;
  QTest::newRow("paused") << FileContent::State::Paused << RowAct::CancelFile;
  QTest::newRow("saved") << FileContent::State::Saved << RowAct::FileAction;
  QTest::newRow("failed") << FileContent::State::Failed << RowAct::CancelFile;
}

void RowLayoutTest::fileActions() {
  QFETCH(FileContent::State, state);
  const Surroundings around;
  RowContent content = message({});
  content.kind = RowContent::Kind::File;
  content.file.state = state;
  content.file.name = QStringLiteral("limits.xlsx");
  content.file.percent = 62;
  const RowLayout layout(content, 744, around.context());
  QTEST(layout.hitAt(layout.hits().first().rect.center())->act, "act");
  QVERIFY(!painted(layout, around.context()).isNull());
}

void RowLayoutTest::linkIsHitAndIsTheMainAct() {
  const Surroundings around;
  RowContent content = message({});
  content.body = {{RichSpan::Kind::RoomLink, QStringLiteral("Crew rota"), QStringLiteral("ma-chan://a.example/r"), {}}};
  const RowLayout layout(content, 744, around.context());
  const auto hit = layout.hitAt(layout.bodyOrigin() + QPoint(6, 9));
  QVERIFY(hit);
  QCOMPARE(hit->act, RowAct::OpenRoom);
  QCOMPARE(hit->target, QStringLiteral("ma-chan://a.example/r"));
  QCOMPARE(layout.mainAct()->act, RowAct::OpenRoom);
}

void RowLayoutTest::textSizeScalesTheRow() {
  Surroundings around;
  around.type = Typography(TextSize::Larger);
  const RowLayout layout(message(QStringLiteral("one line")), 744, around.context());
  QVERIFY(layout.height() >= 58);
}

PARLOUR_GUI_TEST(RowLayoutTest)

}  // namespace tst_rowlayout

#include "tst_rowlayout.moc"
