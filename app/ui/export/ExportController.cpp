// SPDX-License-Identifier: Apache-2.0
#include "app/ui/export/ExportController.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include "app/ui/export/ExportDialog.h"
#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/widgets/Toast.h"

namespace Parlour::Ui {

ExportController::ExportController(Core::Client& client, MainWindow& window, QObject* parent)
    : QObject(parent), client_(client), window_(window) {
  connect(window.toasts(), &ToastStack::actionRequested, this, [this](int id) {
    if (const QString path = written_.take(id); !path.isEmpty()) {
      QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    }
  });
}

QString ExportController::startFolder() const {
  if (!lastFolder_.isEmpty()) {
    return lastFolder_;
  }
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  return QFileInfo(documents).isDir() ? documents : QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
}

void ExportController::exportHistory(const RoomUri& uri) {
  const Core::Room* room = client_.room(uri);
  if (dialog_ || !room) {
    return;
  }
  dialog_ = new ExportDialog(window_.themes(), uri, room->summary().name, startFolder(), &window_);
  connect(dialog_, &ExportDialog::exportRequested, this, &ExportController::run);
  connect(dialog_, &ExportDialog::stopRequested, this, [this] {
    if (work_) {
      work_->cancel();
    }
  });
  // A closed dialog lives until the event loop gets to it, and must not bar the next one.
  connect(dialog_, &QDialog::finished, this, [this] { dialog_.clear(); });
  dialog_->open();
}

void ExportController::run(const Core::HistoryOrder& order) {
  work_ = new Core::HistoryExport(client_, order, dialog_);
  connect(work_, &Core::HistoryExport::progressed, dialog_, &ExportDialog::showProgress);
  connect(work_, &Core::HistoryExport::finished, this,
          [this, order](const Result<int>& messages) { ended(order, messages); });
  work_->start();
}

void ExportController::ended(const Core::HistoryOrder& order, const Result<int>& messages) {
  if (work_) {
    work_->deleteLater();
    work_.clear();
  }
  if (!messages) {
    if (dialog_) {
      dialog_->showProblem(messages.error().text);
    }
    return;
  }
  const QFileInfo file(order.path);
  lastFolder_ = file.absolutePath();
  const QString words = tr("%n messages in %1.", nullptr, *messages).arg(file.fileName());
  const int id = window_.toasts()->show({tr("History exported"), words, tr("Show in folder"), false});
  written_.insert(id, order.path);
  if (dialog_) {
    dialog_->accept();
  }
}

}  // namespace Parlour::Ui
