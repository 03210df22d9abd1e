// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QTabBar>

#include "app/ui/wire/WireWindow.h"
#include "tests/app/models/wire/TraceTranscript.h"
#include "tests/gui/Screenshots.h"

namespace Parlour::Gui {

namespace {

struct WireShot {
  QByteArray transcript;
  QString name;
  qint64 selectedMs = 0;
};

void shootTranscript(Screenshots& shots, const WireShot& shot) {
  Testing::ReplayClock clock;
  Sip::TraceBuffer buffer(clock);
  Models::WireModel model(clock);
  model.attach(buffer);
  Ui::WireWindow window(shots.themes(), model);
  if (shot.transcript == "sign-in") window.setServerName(QStringLiteral("fe01:5061 · TLS"));
  window.show();
  QApplication::processEvents();
  Testing::replay(Testing::readTranscript(shot.transcript), clock, buffer);
  QApplication::processEvents();
  for (int i = 0; i < model.rowCount(); ++i) {
    if (model.row(i).offsetMs == shot.selectedMs) window.selectMessage(model.row(i).number);
  }
  shots.save(window, shot.name);
  auto* tabs = window.findChild<QTabBar*>();
  for (int tab = 1; tabs && tab < tabs->count(); ++tab) {
    tabs->setCurrentIndex(tab);
    shots.save(window, QStringLiteral("%1-tab%2").arg(shot.name).arg(tab));
  }
}

}  // namespace

void shootWire(Screenshots& shots) {
  shootTranscript(shots, {"sign-in", QStringLiteral("03-wire"), 517});
  shootTranscript(shots, {"trouble", QStringLiteral("03-wire-trouble"), 40});
}

}  // namespace Parlour::Gui
