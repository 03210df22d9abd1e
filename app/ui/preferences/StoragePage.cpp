// SPDX-License-Identifier: Apache-2.0
#include "app/ui/preferences/StoragePage.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

#include "app/ui/manage/ConfirmDialog.h"
#include "app/ui/preferences/CacheBar.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"

namespace Parlour::Ui {

namespace {

constexpr int kStorageChoice = 200;
constexpr int kFolderWidth = 358;

QString keepWords(int days) {
  constexpr int kMonth = 30;
  constexpr int kYear = 365;
  if (days == 0) return StoragePage::tr("Always");
  if (days == kYear) return StoragePage::tr("1 year");
  if (days == kMonth) return StoragePage::tr("1 month");
  if (days % kYear == 0) return StoragePage::tr("%n years", nullptr, days / kYear);
  if (days % kMonth == 0) return StoragePage::tr("%n months", nullptr, days / kMonth);
  return StoragePage::tr("%n days", nullptr, days);
}

QString sizeWords(int megabytes) {
  constexpr int kGigabyte = 1000;
  return megabytes % kGigabyte == 0 ? StoragePage::tr("%1 GB").arg(megabytes / kGigabyte)
                                    : StoragePage::tr("%1 MB").arg(megabytes);
}

}  // namespace

StoragePage::StoragePage(ThemeManager& themes, Core::Preferences& preferences, const PreferencesActions& actions,
                         QWidget* parent)
    : PreferencesForm(themes, preferences, tr("Storage"), parent), actions_(actions) {
  if (actions_.measureCache) addCache();
  addFiles();
  addCleanUp();
  column()->addStretch(1);
}

void StoragePage::addCache() {
  addSection(tr("Message cache"));
  bar_ = new CacheBar(themes(), this);
  bar_->setUsage({}, preferences().storage().cacheMegabytes);
  addWidget(bar_, 8);
  addChoice<Core::StoragePreferences, int>(tr("&Keep messages for"), {30, 90, 180, 365, 0}, keepWords,
                                           &Core::StoragePreferences::cacheDays, kStorageChoice);
  addChoice<Core::StoragePreferences, int>(tr("Cache at &most"), {100, 250, 500, 1000, 2000, 5000}, sizeWords,
                                           &Core::StoragePreferences::cacheMegabytes, kStorageChoice);
  onRefresh([this] { measure(); });
}

void StoragePage::measure() {
  const QPointer<StoragePage> self = this;
  actions_.measureCache([self](const CacheUsage& usage) {
    if (self) self->bar_->setUsage(usage, self->preferences().storage().cacheMegabytes);
  });
}

void StoragePage::addFiles() {
  addSection(tr("Files"));
  auto* folder = new QLineEdit(this);
  folder->setReadOnly(true);
  folder->addAction(icon(Icon::Folder, 16, themes().theme().text2, themes().theme().text3), QLineEdit::LeadingPosition);
  addField(tr("&Save downloads to"), folder, kFolderWidth);
  auto* choose = new Button(themes(), tr("&Choose…"), ButtonKind::Secondary, this);
  auto* row = static_cast<QHBoxLayout*>(column()->itemAt(column()->count() - 1)->layout());
  row->insertWidget(2, choose);
  connect(choose, &Button::clicked, this, &StoragePage::chooseFolder);
  onRefresh([this, folder] {
    const QString& chosen = preferences().storage().downloadFolder;
    const QString path = chosen.isEmpty() && actions_.downloadFolder ? actions_.downloadFolder() : chosen;
    const bool ofPerson = QDir(path).absolutePath().startsWith(QDir::homePath() + QLatin1Char('/'));
    folder->setText(QDir::toNativeSeparators(ofPerson ? QDir::home().relativeFilePath(path) : path));
    folder->setToolTip(QDir::toNativeSeparators(path));
  });
  addCheck(tr("&Ask where to save each file"), &Core::StoragePreferences::askWhereToSave);
}

void StoragePage::chooseFolder() {
  const QString& chosen = preferences().storage().downloadFolder;
  const QString start = chosen.isEmpty() && actions_.downloadFolder ? actions_.downloadFolder() : chosen;
  auto* dialog = new QFileDialog(this, tr("Save downloads to"), start);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this, &StoragePage::setDownloadFolder);
  dialog->open();
}

void StoragePage::setDownloadFolder(const QString& folder) {
  preferences().change(&Core::StoragePreferences::downloadFolder, QDir(folder).absolutePath());
}

void StoragePage::addCleanUp() {
  if (!actions_.clearCache && !actions_.deleteDrafts && !actions_.exportHistory) return;
  addSection(tr("Clean up"));
  if (actions_.clearCache) {
    auto* clear = new Button(themes(), tr("C&lear cache…"), ButtonKind::Danger, this);
    connect(clear, &Button::clicked, this, &StoragePage::askToClear);
    addRow(tr("Clear the message cache"), tr("History stays on the server and loads again when you scroll."), clear);
  }
  if (actions_.deleteDrafts && actions_.draftCount) {
    auto* drafts = new Button(themes(), tr("&Delete drafts…"), ButtonKind::Danger, this);
    connect(drafts, &Button::clicked, this, &StoragePage::askToDeleteDrafts);
    onRefresh([this, drafts] { drafts->setEnabled(actions_.draftCount() > 0); });
    addRow(tr("Delete drafts"), QString(), drafts);
  }
  if (actions_.exportHistory) {
    auto* save = new Button(themes(), tr("&Export…"), ButtonKind::Secondary, this);
    save->setIcon(Icon::Download);
    connect(save, &Button::clicked, this, [this] { actions_.exportHistory(); });
    addRow(tr("Export a room’s history as text, HTML or JSON"), QString(), save);
  }
}

void StoragePage::askToClear() {
  auto* dialog = new ConfirmDialog(themes(),
                                   {tr("Clear the message cache?"),
                                    tr("Messages kept on this computer are removed. Without a connection they cannot "
                                       "be read or searched until they are loaded again."),
                                    tr("Clear cache"), QString(), QString()},
                                   this);
  connect(dialog, &ConfirmDialog::answered, this, [this](ConfirmDialog::Answer answer) {
    if (answer != ConfirmDialog::Answer::Deed) return;
    const QPointer<StoragePage> self = this;
    actions_.clearCache([self] {
      if (self) self->refresh();
    });
  });
  dialog->open();
}

void StoragePage::askToDeleteDrafts() {
  auto* dialog = new ConfirmDialog(
      themes(),
      {tr("Delete all drafts?"), tr("Unsent texts in %n rooms are lost.", nullptr, actions_.draftCount()),
       tr("Delete drafts"), QString(), QString()},
      this);
  connect(dialog, &ConfirmDialog::answered, this, [this](ConfirmDialog::Answer answer) {
    if (answer != ConfirmDialog::Answer::Deed) return;
    actions_.deleteDrafts();
    refresh();
  });
  dialog->open();
}

}  // namespace Parlour::Ui
