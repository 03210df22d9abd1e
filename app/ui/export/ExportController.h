// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

#include "app/core/Client.h"
#include "app/core/export/HistoryExport.h"

namespace Parlour::Ui {

class ExportDialog;
class MainWindow;

// Writes histories of rooms into files for the person: one dialog at a time, the work under it, and the words at the
// end. GUI thread; client and window outlive it.
class ExportController : public QObject {
  Q_OBJECT

 public:
  ExportController(Core::Client& client, MainWindow& window, QObject* parent = nullptr);

  void exportHistory(const RoomUri& room);

 private:
  void run(const Core::HistoryOrder& order);
  void ended(const Core::HistoryOrder& order, const Result<int>& messages);
  QString startFolder() const;

  Core::Client& client_;
  MainWindow& window_;
  QPointer<ExportDialog> dialog_;
  QPointer<Core::HistoryExport> work_;
  QString lastFolder_;
  QHash<int, QString> written_;  // by the toast that says so
};

}  // namespace Parlour::Ui
