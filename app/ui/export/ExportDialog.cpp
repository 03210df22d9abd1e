// SPDX-License-Identifier: Apache-2.0
#include "app/ui/export/ExportDialog.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

#include "app/core/files/LocalFiles.h"
#include "app/ui/manage/FieldBox.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/timeline/RowContents.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/DialogGround.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/Scrim.h"
#include "app/ui/widgets/SegmentedControl.h"

namespace Parlour::Ui {

namespace {

constexpr int kExportWidth = 480;
constexpr int kExportMargin = 16;
constexpr int kDaysOfWeek = 7;
constexpr int kDaysOfMonth = 30;

QString exportEnding(int format) {
  const QStringList endings{QStringLiteral(".txt"), QStringLiteral(".html"), QStringLiteral(".json")};
  return endings.value(format);
}

Timestamp exportTime(const QDateTime& time) { return Timestamp::fromMs(time.toMSecsSinceEpoch()); }

}  // namespace

ExportRange exportRange(ExportSpan span, const QDate& first, const QDate& last, const QDate& today) {
  switch (span) {
    case ExportSpan::Everything:
      return {};
    case ExportSpan::Today:
      return {exportTime(today.startOfDay()), {}};
    case ExportSpan::Week:
      return {exportTime(today.addDays(1 - kDaysOfWeek).startOfDay()), {}};
    case ExportSpan::Month:
      return {exportTime(today.addDays(1 - kDaysOfMonth).startOfDay()), {}};
    case ExportSpan::Days:
      break;
  }
  return {exportTime(qMin(first, last).startOfDay()), exportTime(qMax(first, last).endOfDay())};
}

ExportDialog::ExportDialog(ThemeManager& themes, const RoomUri& room, const QString& roomName, const QString& folder,
                           QWidget* parent)
    : QDialog(parent),
      themes_(themes),
      room_(room),
      span_(new QComboBox(this)),
      first_(new QDateEdit(this)),
      last_(new QDateEdit(this)),
      days_(new QWidget(this)),
      format_(new SegmentedControl(themes, {tr("Text"), tr("Web page"), tr("JSON")}, this)),
      place_(new QLineEdit(this)),
      choose_(new Button(themes, tr("C&hoose…"), ButtonKind::Secondary, this)),
      placeBox_(nullptr),
      progress_(new Label(themes, QString(), TextRole::Secondary, &Theme::text2, this)),
      cancel_(new Button(themes, tr("Cancel"), ButtonKind::Secondary, this)),
      export_(new Button(themes, tr("Export"), ButtonKind::Primary, this)) {
  setWindowTitle(tr("Export history"));
  setWindowModality(Qt::WindowModal);
  setAttribute(Qt::WA_DeleteOnClose);
  span_->addItems(
      {tr("Everything"), tr("Today"), tr("The last 7 days"), tr("The last 30 days"), tr("From day to day")});
  const QDate today = QDate::currentDate();
  first_->setDate(today.addDays(1 - kDaysOfMonth));
  last_->setDate(today);
  place_->setText(Core::freePath(folder, roomName + exportEnding(0)));
  build(roomName);
  export_->setDefault(true);
  connect(span_, &QComboBox::currentIndexChanged, this, [this](int index) {
    days_->setVisible(static_cast<ExportSpan>(index) == ExportSpan::Days);
    fitHeight();
  });
  connect(format_, &SegmentedControl::currentChanged, this, &ExportDialog::formatChosen);
  connect(place_, &QLineEdit::textChanged, this, [this] {
    placeBox_->setProblem(QString());
    fitHeight();
  });
  connect(choose_, &Button::clicked, this, &ExportDialog::choosePlace);
  connect(cancel_, &Button::clicked, this, &ExportDialog::reject);
  connect(export_, &Button::clicked, this, &ExportDialog::begin);
  Scrim::behind(*this, themes, parent);
  span_->setFocus(Qt::OtherFocusReason);
}

void ExportDialog::build(const QString& roomName) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* middle = new QVBoxLayout;
  middle->setContentsMargins(kExportMargin, kExportMargin, kExportMargin, 14);
  middle->setSpacing(12);
  auto* title = new Label(themes_, tr("Export history of %1").arg(roomName), TextRole::RoomTitle, &Theme::text, this);
  title->setWordWrap(true);
  middle->addWidget(title);
  middle->addWidget(new FieldBox(themes_, tr("&Messages"), span_, this));
  auto* days = new QHBoxLayout(days_);
  days->setContentsMargins(0, 0, 0, 0);
  days->setSpacing(12);
  for (QDateEdit* day : {first_, last_}) {
    day->setCalendarPopup(true);
    day->calendarWidget()->setDateEditEnabled(false);  // the field itself is there for typing
    day->setMinimumHeight(themes_.type().scaled(Metrics::kControlHeight));
  }
  days->addWidget(new FieldBox(themes_, tr("&From"), first_, this));
  days->addWidget(new FieldBox(themes_, tr("&To"), last_, this));
  days_->hide();
  middle->addWidget(days_);
  format_->setControlHeight(themes_.type().scaled(Metrics::kControlHeight));
  middle->addWidget(new FieldBox(themes_, tr("Format"), format_, this));
  auto* file = new QWidget(this);
  auto* place = new QHBoxLayout(file);
  place->setContentsMargins(0, 0, 0, 0);
  place->setSpacing(8);
  place->addWidget(place_, 1);
  place->addWidget(choose_);
  file->setFocusProxy(place_);
  place_->setAccessibleName(tr("File"));
  placeBox_ = new FieldBox(themes_, tr("F&ile"), file, this);
  middle->addWidget(placeBox_);
  column->addLayout(middle, 1);
  column->addWidget(buildFoot());
  setFixedWidth(themes_.type().scaled(kExportWidth));
  fitHeight();
}

QWidget* ExportDialog::buildFoot() {
  auto* foot = new QWidget(this);
  foot->setFixedHeight(themes_.type().scaled(Metrics::kHeaderHeight));
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(kExportMargin, 1, kExportMargin, 0);
  row->setSpacing(8);
  progress_->setText(tr("The file appears when it is complete."));
  row->addWidget(progress_, 1);
  cancel_->setAutoDefault(false);
  choose_->setAutoDefault(false);
  row->addWidget(cancel_);
  row->addWidget(export_);
  return foot;
}

void ExportDialog::fitHeight() {
  layout()->activate();
  setFixedHeight(layout()->hasHeightForWidth() ? layout()->heightForWidth(width()) : layout()->sizeHint().height());
}

void ExportDialog::formatChosen() {
  QString path = place_->text();
  for (int format = 0; format < 3; ++format) {
    if (path.endsWith(exportEnding(format), Qt::CaseInsensitive)) {
      path.chop(exportEnding(format).size());
      break;
    }
  }
  place_->setText(path + exportEnding(format_->current()));
}

void ExportDialog::choosePlace() {
  auto* dialog = new QFileDialog(this, tr("Export history"), place_->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(exportEnding(format_->current()).mid(1));
  // That dialog asks itself before it gives the name of a file that is there.
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    mayReplace_ = path;
    place_->setText(path);
  });
  dialog->open();
}

void ExportDialog::begin() {
  const QString path = place_->text().trimmed();
  const QFileInfo file(path);
  if (path.isEmpty() || file.isDir() || !file.isAbsolute()) {
    return showProblem(tr("Give the whole name of a file."));
  }
  if (!file.absoluteDir().exists()) return showProblem(tr("There is no such folder. Choose another one."));
  if (file.exists() && path != mayReplace_) {
    mayReplace_ = path;
    return showProblem(tr("There is a file with this name. Choose another name, or export again to replace it."));
  }
  setWorking(true);
  const auto range =
      exportRange(static_cast<ExportSpan>(span_->currentIndex()), first_->date(), last_->date(), QDate::currentDate());
  Q_EMIT exportRequested({room_, static_cast<Core::HistoryFile>(format_->current()), path, range.from, range.to});
}

void ExportDialog::setWorking(bool working) {
  working_ = working;
  for (QWidget* choice : std::initializer_list<QWidget*>{span_, first_, last_, format_, place_, choose_, export_}) {
    choice->setEnabled(!working);
  }
  progress_->setText(working ? tr("Reading the history…") : tr("The file appears when it is complete."));
  if (working) {
    placeBox_->setProblem(QString());
    fitHeight();
    cancel_->setFocus(Qt::OtherFocusReason);
  }
}

void ExportDialog::showProgress(int messages, Timestamp reachedBack) {
  const QString day = shortWhen(reachedBack, QDate::currentDate());
  progress_->setText(tr("%n messages, back to %1", nullptr, messages).arg(day));
}

void ExportDialog::showProblem(const QString& words) {
  setWorking(false);
  placeBox_->setProblem(words);
  fitHeight();
  export_->setFocus(Qt::OtherFocusReason);
}

QString ExportDialog::problem() const { return placeBox_->problem(); }

void ExportDialog::reject() {
  if (working_) {
    Q_EMIT stopRequested();
    return;
  }
  QDialog::reject();
}

void ExportDialog::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  paintDialogGround(painter, *this, themes_);
}

}  // namespace Parlour::Ui
