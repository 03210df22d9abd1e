// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "app/models/files/RoomFilesModel.h"
#include "app/ui/theme/ThemeManager.h"

class QTreeView;

namespace Parlour::Ui {

class Button;
class Label;
class SearchField;

// The files of a room: filtered while typing, sorted by a press on a column, saved by Enter or the button.
class FilesDialog : public QDialog {
  Q_OBJECT

 public:
  FilesDialog(ThemeManager& themes, const QString& roomName, Models::RoomFilesModel::ListPage list, QWidget* parent);

  QTreeView* list() const { return list_; }
  SearchField* filter() const { return filter_; }
  Button* saveButton() const { return save_; }
  Button* saveAsButton() const { return saveAs_; }

 Q_SIGNALS:
  void saveRequested(const Parlour::Core::RoomFile& file);
  void saveAsRequested(const Parlour::Core::RoomFile& file);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void build(const QString& roomName);
  void buildList();
  void refresh();
  std::optional<Core::RoomFile> current() const;

  ThemeManager& themes_;
  Models::RoomFilesModel model_;
  Models::RoomFilesFilter sorted_;
  SearchField* filter_;
  QTreeView* list_;
  Label* state_;
  Button* save_;
  Button* saveAs_;
  Button* close_;
};

}  // namespace Parlour::Ui
