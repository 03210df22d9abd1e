// SPDX-License-Identifier: Apache-2.0
// Usage: TZ=UTC QT_QPA_PLATFORM=offscreen [QT_SCALE_FACTOR=2] parlour-wire-shots <directory>
#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTabBar>
#include <QTextStream>

#include "app/ui/wire/WireWindow.h"
#include "tests/app/models/wire/TraceTranscript.h"

using namespace Parlour;

namespace {

bool saveWireShot(QWidget& window, const QString& directory, const QString& name, bool dark) {
  QApplication::processEvents();
  const QPixmap picture = window.grab();
  const QString theme = dark ? QStringLiteral("dark") : QStringLiteral("light");
  const QString scale = picture.devicePixelRatio() > 1 ? QStringLiteral("@2x") : QString();
  return picture.save(QStringLiteral("%1/%2-%3%4.png").arg(directory, name, theme, scale));
}

struct WireShot {
  QByteArray transcript;
  QString name;
  qint64 selectedMs = 0;
};

bool shootWire(Ui::ThemeManager& themes, const QString& directory, const WireShot& shot) {
  Testing::ReplayClock clock;
  Sip::TraceBuffer buffer(clock);
  Models::WireModel model(clock);
  model.attach(buffer);
  Ui::WireWindow window(themes, model);
  if (shot.transcript == "sign-in") window.setServerName(QStringLiteral("fe01:5061 · TLS"));
  window.show();
  QApplication::processEvents();
  Testing::replay(Testing::readTranscript(shot.transcript), clock, buffer);
  QApplication::processEvents();
  for (int i = 0; i < model.rowCount(); ++i) {
    if (model.row(i).offsetMs == shot.selectedMs) window.selectMessage(model.row(i).number);
  }
  const bool dark = themes.theme().dark;
  bool saved = saveWireShot(window, directory, shot.name, dark);
  auto* tabs = window.findChild<QTabBar*>();
  for (int tab = 1; tabs && tab < tabs->count(); ++tab) {
    tabs->setCurrentIndex(tab);
    saved = saveWireShot(window, directory, QStringLiteral("%1-tab%2").arg(shot.name).arg(tab), dark) && saved;
  }
  return saved;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  const QStringList arguments = QApplication::arguments();
  if (arguments.size() != 2 || !QDir().mkpath(arguments.at(1))) {
    QTextStream(stderr) << "usage: parlour-wire-shots <directory>\n";
    return 2;
  }
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
  Ui::ThemeManager themes;
  bool saved = true;
  for (const auto scheme : {Ui::ColorScheme::Light, Ui::ColorScheme::Dark}) {
    themes.setScheme(scheme);
    saved = shootWire(themes, arguments.at(1), {"sign-in", QStringLiteral("03-wire"), 517}) && saved;
    saved = shootWire(themes, arguments.at(1), {"trouble", QStringLiteral("03-wire-trouble"), 40}) && saved;
  }
  return saved ? 0 : 1;
}
