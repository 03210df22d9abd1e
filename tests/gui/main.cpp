// SPDX-License-Identifier: Apache-2.0
// Usage: QT_QPA_PLATFORM=offscreen [QT_SCALE_FACTOR=2] parlour-screenshots <directory>
#include <QApplication>
#include <QDir>
#include <QTextStream>

#include "tests/gui/Screenshots.h"

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  const QStringList arguments = QApplication::arguments();
  if (arguments.size() != 2 || !QDir().mkpath(arguments.at(1))) {
    QTextStream(stderr) << "usage: parlour-screenshots <directory>\n";
    return 2;
  }
  Parlour::Ui::ThemeManager themes;
  Parlour::Gui::Screenshots shots(themes, arguments.at(1));
  for (const bool dark : {false, true}) {
    shots.setTheme(dark);
    Parlour::Gui::shootSignIn(shots);
    Parlour::Gui::shootComponents(shots);
    Parlour::Gui::shootMain(shots);
  }
  return 0;
}
