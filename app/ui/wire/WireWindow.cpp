// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/WireWindow.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPainter>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "app/models/wire/WireExport.h"
#include "app/models/wire/WireWords.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/Toast.h"
#include "app/ui/wire/KindBox.h"
#include "app/ui/wire/LadderHeader.h"
#include "app/ui/wire/LadderView.h"
#include "app/ui/wire/LiveSwitch.h"
#include "app/ui/wire/WireColors.h"
#include "app/ui/wire/WireDetail.h"
#include "app/ui/wire/WireFilterField.h"
#include "app/ui/wire/WireStatusStrip.h"
#include "protocol/support/WholeFile.h"

namespace Parlour::Ui {

using Models::WireKind;
using Models::WireRow;
using Models::WireWords;

namespace {

constexpr QSize kWireSize(1280, 800);
constexpr QSize kWireSmallest(860, 480);
constexpr int kLadderWidth = 839;
constexpr int kLadderSmallest = 560;
constexpr int kDetailSmallest = 280;
constexpr int kToolbarHeight = 52;
constexpr int kKindRowHeight = 34;
constexpr int kWirePadding = 16;
constexpr int kToolbarRight = 12;
constexpr int kTitleWidth = 232;
constexpr int kKindGap = 12;
constexpr qint64 kMostFileBytes = 128 * 1024 * 1024;

// A strip of one colour with a hairline below.
class WireBand : public QWidget {
 public:
  WireBand(ThemeManager& themes, ColorToken color, int height) : themes_(themes), color_(color) {
    setFixedHeight(themes.type().scaled(height));
    QObject::connect(&themes, &ThemeManager::themeChanged, this, [this, height] {
      setFixedHeight(themes_.type().scaled(height));
      update();
    });
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.fillRect(rect(), themes_.theme().*color_);
    painter.fillRect(QRect(0, height() - 1, width(), 1), themes_.theme().line);
  }

 private:
  ThemeManager& themes_;
  ColorToken color_;
};

}  // namespace

WireWindow::WireWindow(ThemeManager& themes, Models::WireModel& model, QWidget* parent)
    : QWidget(parent, Qt::Window), themes_(themes), model_(model), filter_(new Models::WireFilterModel(model, this)) {
  setWindowTitle(tr("Wire view"));
  resize(kWireSize);
  setMinimumSize(kWireSmallest);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* splitter = new QSplitter(Qt::Horizontal);
  splitter->setHandleWidth(1);
  splitter->setChildrenCollapsible(false);
  detail_ = new WireDetail(themes, model);
  detail_->setMinimumWidth(kDetailSmallest);
  strip_ = new WireStatusStrip(themes);
  column->addWidget(makeToolbar());
  column->addWidget(makeKindRow());
  column->addWidget(splitter, 1);
  column->addWidget(strip_);
  splitter->addWidget(makeLadder());
  splitter->addWidget(detail_);
  splitter->setStretchFactor(0, 1);
  splitter->setSizes({kLadderWidth, kWireSize.width() - kLadderWidth - 1});
  toasts_ = new ToastStack(themes, this);
  strip_->setRemark(tr("Passwords and tokens are masked in saved files"));
  connectModel();
  connectSelection();
  addShortcuts();
  connect(&themes, &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
  showFacts();
  ladder_->setFocus();
}

QWidget* WireWindow::makeToolbar() {
  auto* band = new WireBand(themes_, &Theme::side, kToolbarHeight);
  auto* row = new QHBoxLayout(band);
  row->setContentsMargins(kWirePadding, 0, kToolbarRight, 1);
  row->setSpacing(8);
  auto* names = new QWidget;
  names->setFixedWidth(kTitleWidth);
  auto* column = new QVBoxLayout(names);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addStretch(1);
  column->addWidget(new Label(themes_, tr("Wire view"), TextRole::Strong, &Theme::text));
  account_ = new Label(themes_, QString(), TextRole::Small, &Theme::text3);
  column->addWidget(account_);
  column->addStretch(1);
  field_ = new WireFilterField(themes_);
  live_ = new LiveSwitch(themes_);
  auto* clear = new Button(themes_, tr("Clear"));
  clear->setIcon(Icon::Trash);
  auto* copy = new Button(themes_, tr("Copy"));
  copy->setIcon(Icon::Copy);
  copy->setToolTip(tr("Copy the messages shown as text"));
  auto* save = new Button(themes_, tr("Save…"));
  save->setIcon(Icon::Save);
  row->addWidget(names);
  row->addWidget(field_, 1);
  for (QWidget* widget : std::initializer_list<QWidget*>{live_, clear, copy, save}) row->addWidget(widget);
  connect(live_, &LiveSwitch::chosen, this, &WireWindow::chooseLive);
  connect(clear, &QAbstractButton::clicked, &model_, &Models::WireModel::clear);
  connect(copy, &QAbstractButton::clicked, this, &WireWindow::copyShown);
  connect(save, &QAbstractButton::clicked, this, &WireWindow::askWhereToSave);
  return band;
}

QWidget* WireWindow::makeKindRow() {
  auto* band = new WireBand(themes_, &Theme::window, kKindRowHeight);
  auto* row = new QHBoxLayout(band);
  row->setContentsMargins(kWirePadding, 1, kWirePadding, 0);
  row->setSpacing(kKindGap);
  row->addWidget(new Label(themes_, tr("Show"), TextRole::Secondary, &Theme::text3));
  for (int i = 0; i < Models::kWireKindCount; ++i) {
    const auto kind = static_cast<WireKind>(i);
    auto* box = new KindBox(themes_, Models::wireKindName(kind), wireKindColor(kind));
    box->setChecked(true);
    connect(box, &QCheckBox::toggled, this, [this, kind](bool shown) {
      filter_->setKindShown(kind, shown);
      showFacts();
    });
    row->addWidget(box);
  }
  row->addStretch(1);
  auto* acknowledgements = new KindBox(themes_, tr("200 OK acknowledgements"), &Theme::fill);
  acknowledgements->setTextColor(&Theme::text2);
  connect(acknowledgements, &QCheckBox::toggled, this, [this](bool shown) {
    filter_->setAcknowledgementsShown(shown);
    showFacts();
  });
  row->addWidget(acknowledgements);
  return band;
}

QWidget* WireWindow::makeLadder() {
  auto* pane = new QWidget;
  pane->setMinimumWidth(kLadderSmallest);
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  header_ = new LadderHeader(themes_);
  ladder_ = new LadderView(themes_);
  ladder_->setModel(filter_);
  column->addWidget(header_);
  column->addWidget(ladder_, 1);
  return pane;
}

void WireWindow::connectModel() {
  connect(&model_, &Models::WireModel::factsChanged, this, &WireWindow::showFacts);
  connect(field_, &QLineEdit::textChanged, this, [this](const QString& text) {
    filter_->setText(text);
    showFacts();
  });
  connect(field_, &WireFilterField::left, ladder_, qOverload<>(&QWidget::setFocus));
  connect(filter_, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& from, const QModelIndex& to) {
    const int current = ladder_->currentIndex().row();
    if (current >= from.row() && current <= to.row()) showCurrent();
  });
  connect(detail_, &WireDetail::previousRequested, this, [this] { moveBy(-1); });
  connect(detail_, &WireDetail::nextRequested, this, [this] { moveBy(1); });
  connect(detail_, &WireDetail::rowRequested, this, &WireWindow::selectMessage);
}

void WireWindow::connectSelection() {
  connect(ladder_->selectionModel(), &QItemSelectionModel::currentChanged, this, &WireWindow::showCurrent);
  for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
    connect(filter_, signal, this, &WireWindow::showCurrent);
  }
  connect(filter_, &QAbstractItemModel::modelReset, this, &WireWindow::showCurrent);
  connect(ladder_, &LadderView::copyRequested, this, &WireWindow::copySelected);
  connect(ladder_, &LadderView::escapePressed, this, &QWidget::close);
}

void WireWindow::addShortcuts() {
  auto* find = new QShortcut(QKeySequence::Find, this);
  connect(find, &QShortcut::activated, this, [this] {
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
  });
  auto* save = new QShortcut(QKeySequence::Save, this);
  connect(save, &QShortcut::activated, this, &WireWindow::askWhereToSave);
  auto* open = new QShortcut(QKeySequence::Open, this);
  connect(open, &QShortcut::activated, this, &WireWindow::askWhatToOpen);
}

void WireWindow::setServerName(const QString& name) {
  serverName_ = name;
  showFacts();
}

void WireWindow::selectMessage(quint64 number) {
  const int at = filter_->rowOf(number);
  if (at < 0) return;
  ladder_->setCurrentIndex(filter_->index(at, 0));
  ladder_->scrollTo(filter_->index(at, 0));
}

void WireWindow::moveBy(int step) {
  const int at = ladder_->currentIndex().row() + step;
  if (at >= 0 && at < filter_->rowCount()) ladder_->setCurrentIndex(filter_->index(at, 0));
}

void WireWindow::showCurrent() {
  const QModelIndex current = ladder_->currentIndex();
  if (!current.isValid()) {
    detail_->showNothing();
    return;
  }
  detail_->showRow(filter_->row(current.row()));
  detail_->setPosition(current.row() + 1, filter_->rowCount());
}

void WireWindow::showFacts() {
  const Models::WireFacts& facts = model_.facts();
  account_->setText(fileName_.isEmpty() ? facts.account : fileName_);
  const QString server =
      serverName_.isEmpty() || !model_.isLive() ? Models::withDots({facts.frontEnd, facts.transport}) : serverName_;
  const QString chat = facts.chatService.isEmpty() ? QString() : tr("%1 · via Front End").arg(facts.chatService);
  header_->setPlaces(facts.clientHost, server, chat);
  const auto shown = filter_->rowCount();
  const QString rooms = tr("%1 open").arg(WireWords::rooms(facts.openRooms.size()));
  QStringList words{facts.signedIn ? tr("Signed in, %1").arg(rooms) : tr("Not signed in"), WireWords::messages(shown),
                    WireWords::errors(model_.errorCount())};
  if (filter_->isFiltering()) words[1] = tr("%1 shown").arg(WireWords::messages(shown));
  if (facts.signInMs) {
    words.append(
        tr("Sign-in took %1 s").arg(QLocale().toString(static_cast<double>(*facts.signInMs) / 1000.0, 'f', 2)));
  }
  strip_->setFacts(facts.signedIn ? Icon::Check : Icon::Plug, facts.signedIn ? &Theme::ok : &Theme::text3, words);
}

void WireWindow::chooseLive(bool live) {
  if (live && !fileName_.isEmpty()) {
    fileName_.clear();
    model_.showLive();
  }
  model_.setPaused(!live);
  if (live) ladder_->follow();
  showFacts();
}

void WireWindow::copySelected() {
  QList<int> chosen;
  for (const QModelIndex& index : ladder_->selectionModel()->selectedIndexes()) chosen.append(index.row());
  std::sort(chosen.begin(), chosen.end());
  QList<WireRow> rows;
  for (const int at : chosen) rows.append(filter_->row(at));
  if (!rows.isEmpty()) QGuiApplication::clipboard()->setText(QString::fromUtf8(Models::traceToText(rows)));
}

void WireWindow::copyShown() {
  QGuiApplication::clipboard()->setText(QString::fromUtf8(Models::traceToText(filter_->rows())));
  toasts_->show({tr("Messages copied"), WireWords::messages(filter_->rowCount()), QString(), false});
}

void WireWindow::askWhereToSave() {
  const QString path = QFileDialog::getSaveFileName(this, tr("Save messages"), QStringLiteral("parlour-trace.txt"),
                                                    tr("Text (*.txt);;JSON, can be opened again (*.json)"));
  if (!path.isEmpty()) saveTrace(path);
}

void WireWindow::askWhatToOpen() {
  const QString path = QFileDialog::getOpenFileName(this, tr("Open saved messages"), QString(), tr("JSON (*.json)"));
  if (!path.isEmpty()) openTrace(path);
}

bool WireWindow::saveTrace(const QString& path) {
  const QList<WireRow> rows = filter_->rows();
  const bool json = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
  WholeFile file(path);
  if (!file.open(QIODevice::WriteOnly) ||
      file.write(json ? Models::traceToJson(rows) : Models::traceToText(rows)) < 0 || !file.commit()) {
    toasts_->show({tr("Messages not saved"), file.errorString(), QString(), true});
    return false;
  }
  toasts_->show({tr("Messages saved"), QFileInfo(path).fileName(), QString(), false});
  return true;
}

bool WireWindow::openTrace(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    toasts_->show({tr("Trace not opened"), file.errorString(), QString(), true});
    return false;
  }
  const auto records = Models::traceFromJson(file.read(kMostFileBytes + 1));
  if (!records) {
    toasts_->show({tr("Trace not opened"), records.error().text, QString(), true});
    return false;
  }
  fileName_ = QFileInfo(path).fileName();
  live_->setLive(false);
  model_.showRecords(*records);
  showFacts();
  return true;
}

void WireWindow::paintEvent(QPaintEvent* /*event*/) { QPainter(this).fillRect(rect(), themes_.theme().window); }

}  // namespace Parlour::Ui
