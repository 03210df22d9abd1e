// SPDX-License-Identifier: Apache-2.0
// Usage: QT_QPA_PLATFORM=offscreen parlour-screenshots <directory>
#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QTextStream>

#include "tests/gui/Screenshots.h"

namespace {

const QString kScaleVariable = QStringLiteral("QT_SCALE_FACTOR");

// The scale is fixed for a process, so the pictures at 200 % come from a second one.
bool shootAtTwoHundredPercent(const QString& directory) {
  QProcess again;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(kScaleVariable, QStringLiteral("2"));
  again.setProcessEnvironment(environment);
  again.setProcessChannelMode(QProcess::ForwardedChannels);
  again.start(QApplication::applicationFilePath(), {directory});
  return again.waitForFinished(-1) && again.exitStatus() == QProcess::NormalExit && again.exitCode() == 0;
}

}  // namespace

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
    Parlour::Gui::shootManage(shots);
    Parlour::Gui::shootPreferences(shots);
  }
  return qEnvironmentVariableIsSet("QT_SCALE_FACTOR") || shootAtTwoHundredPercent(arguments.at(1)) ? 0 : 1;
}
