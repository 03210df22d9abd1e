// SPDX-License-Identifier: Apache-2.0
#include "app/ui/files/FilesDialog.h"

#include <QHBoxLayout>
#include <QTreeView>

#include "app/models/Roles.h"
#include "app/ui/files/FilesTable.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/DialogGround.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/OverlayScrollBar.h"
#include "app/ui/widgets/Scrim.h"
#include "app/ui/widgets/SearchField.h"

namespace Parlour::Ui {

namespace {
constexpr int kFilesMargin = 16;
constexpr QSize kFilesSize(680, 460);
constexpr int kFromWidth = 140;
constexpr int kWhenWidth = 160;
constexpr int kSizeWidth = 100;

}  // namespace

FilesDialog::FilesDialog(ThemeManager& themes, const QString& roomName, Models::RoomFilesModel::ListPage list,
                         QWidget* parent)
    : QDialog(parent),
      themes_(themes),
      model_(std::move(list)),
      filter_(new SearchField(themes, tr("Find by name or person"), this)),
      list_(new QTreeView(this)),
      state_(new Label(themes, QString(), TextRole::Secondary, &Theme::text2, this)),
      save_(new Button(themes, tr("Save"), ButtonKind::Primary, this)),
      saveAs_(new Button(themes, tr("Save as…"), ButtonKind::Secondary, this)),
      close_(new Button(themes, tr("Close"), ButtonKind::Secondary, this)) {
  setWindowTitle(tr("Files of %1").arg(roomName));
  setWindowModality(Qt::WindowModal);
  setAttribute(Qt::WA_DeleteOnClose);
  build(roomName);
  buildList();
  connect(filter_, &QLineEdit::textChanged, this, [this](const QString& words) {
    sorted_.setWords(words);
    refresh();
  });
  connect(&model_, &Models::RoomFilesModel::loadingChanged, this, &FilesDialog::refresh);
  connect(close_, &Button::clicked, this, &QDialog::reject);
  const auto wish = [this](void (FilesDialog::*signal)(const Core::RoomFile&)) {
    return [this, signal] {
      if (const auto file = current(); file && !file->quarantined) {
        Q_EMIT(this->*signal)(*file);
      }
    };
  };
  connect(save_, &Button::clicked, this, wish(&FilesDialog::saveRequested));
  connect(saveAs_, &Button::clicked, this, wish(&FilesDialog::saveAsRequested));
  connect(list_, &QTreeView::activated, this, wish(&FilesDialog::saveRequested));
  model_.refresh();
  filter_->setFocus(Qt::OtherFocusReason);
  Scrim::behind(*this, themes, parent);
}

void FilesDialog::build(const QString& roomName) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QVBoxLayout;
  head->setContentsMargins(kFilesMargin, kFilesMargin, kFilesMargin, 12);
  head->setSpacing(10);
  head->addWidget(new Label(themes_, tr("Files of %1").arg(roomName), TextRole::RoomTitle, &Theme::text, this));
  head->addWidget(filter_);
  column->addLayout(head);
  auto* inset = new QHBoxLayout;
  inset->setContentsMargins(kFilesMargin - 4, 0, kFilesMargin - 4, 0);
  inset->addWidget(list_);
  column->addLayout(inset, 1);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(kFilesMargin, 12, kFilesMargin, 12);
  foot->setSpacing(8);
  foot->addWidget(state_, 1);
  foot->addWidget(close_);
  foot->addWidget(saveAs_);
  foot->addWidget(save_);
  column->addLayout(foot);
  for (Button* button : {save_, saveAs_, close_}) {
    button->setAutoDefault(false);
  }
  resize(kFilesSize);
}

void FilesDialog::buildList() {
  sorted_.setSourceModel(&model_);
  list_->setModel(&sorted_);
  list_->setItemDelegate(new FileRowDelegate(themes_, list_));
  list_->setHeader(new FilesHeader(themes_, list_));
  list_->setMouseTracking(true);
  list_->setRootIsDecorated(false);
  list_->setUniformRowHeights(true);
  list_->setAllColumnsShowFocus(true);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setAccessibleName(tr("Files"));
  list_->setSortingEnabled(true);
  list_->sortByColumn(Models::RoomFilesModel::WhenColumn, Qt::DescendingOrder);
  QHeaderView& header = *list_->header();
  header.setStretchLastSection(false);
  header.setSectionResizeMode(Models::RoomFilesModel::NameColumn, QHeaderView::Stretch);
  header.resizeSection(Models::RoomFilesModel::FromColumn, kFromWidth);
  header.resizeSection(Models::RoomFilesModel::WhenColumn, kWhenWidth);
  header.resizeSection(Models::RoomFilesModel::SizeColumn, kSizeWidth);
  new OverlayScrollBar(list_);
  connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &FilesDialog::refresh);
}

std::optional<Core::RoomFile> FilesDialog::current() const {
  const QModelIndex index = list_->currentIndex();
  return index.isValid() ? std::optional(index.data(Models::RowRole).value<Core::RoomFile>()) : std::nullopt;
}

void FilesDialog::refresh() {
  const auto file = current();
  const bool savable = file && !file->quarantined;
  save_->setEnabled(savable);
  saveAs_->setEnabled(savable);
  list_->setFocusPolicy(sorted_.rowCount() > 0 ? Qt::StrongFocus : Qt::NoFocus);
  if (model_.error()) {
    state_->setText(model_.error()->text);
  } else if (model_.loading()) {
    state_->setText(tr("Loading the list"));
  } else if (model_.rowCount() == 0) {
    state_->setText(tr("Nobody has posted a file here yet."));
  } else if (sorted_.rowCount() == 0) {
    state_->setText(tr("No file has these words."));
  } else if (file && file->quarantined) {
    state_->setText(tr("The server's scan put this file into quarantine."));
  } else {
    state_->setText(tr("%n files", nullptr, sorted_.rowCount()));
  }
}

void FilesDialog::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  paintDialogGround(painter, *this, themes_);
}

}  // namespace Parlour::Ui
