// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>
#include <QListView>

#include "app/ui/join/JoinDialog.h"
#include "app/ui/join/RoomDetailPane.h"
#include "app/ui/widgets/SearchField.h"
#include "tests/gui/SampleWindow.h"
#include "tests/gui/Screenshots.h"

namespace Parlour::Gui {

void shootJoin(Screenshots& shots) {
  SampleWindow sample(shots.themes());
  sample.arrange();
  QStandardItemModel results;
  fillRoomSearch(results);
  Ui::JoinDialog dialog(shots.themes(), results);
  dialog.setCategories({{"ma-cat://northgate.example/ops", QStringLiteral("Operations")}});
  dialog.field()->setText(QStringLiteral("settlement"));
  dialog.showResults(false);
  dialog.list()->setCurrentIndex(results.index(1, 0));
  dialog.setMayCreate(true);
  dialog.show();
  dialog.activateWindow();
  dialog.field()->setFocus();
  shots.saveOver(sample.window(), dialog, QSize(978, 640), QStringLiteral("02-join"));
  dialog.setMayOpen([](const RoomUri&) { return false; });
  dialog.list()->setCurrentIndex(results.index(4, 0));
  shots.save(dialog, QStringLiteral("02-join-members-only"));
  dialog.setRequests([](const RoomUri&) { return true; }, nullptr);
  shots.save(dialog, QStringLiteral("02-join-ask"));
  dialog.setRequests(nullptr, [](const RoomUri&) { return sampleRequests().first(); });
  shots.save(dialog, QStringLiteral("02-join-asked"));
}

}  // namespace Parlour::Gui
