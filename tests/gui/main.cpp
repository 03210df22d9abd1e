// SPDX-License-Identifier: Apache-2.0
// Usage: QT_QPA_PLATFORM=offscreen parlour-screenshots <directory> [--compare <folder with target pictures>]
#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QProcess>
#include <QTextStream>

#include "tests/gui/ComparePage.h"
#include "tests/gui/Screenshots.h"
#include "tests/support/EnglishWords.h"

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

bool shootAll(const QString& directory) {
  using namespace Parlour;
  Ui::ThemeManager themes;
  Gui::Screenshots shots(themes, directory);
  for (const bool dark : {false, true}) {
    shots.setTheme(dark);
    for (const auto& shoot : {Gui::shootSignIn, Gui::shootComponents, Gui::shootMain, Gui::shootJoin, Gui::shootManage,
                              Gui::shootPreferences, Gui::shootFeeds, Gui::shootWire, Gui::shootMeasures}) {
      shoot(shots);
    }
  }
  themes.setScheme(Ui::ColorScheme::HighContrast);
  Gui::shootHighContrast(shots);
  return shots.failures() == 0;
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("TZ", "UTC");  // times of the recorded sign-in
  QApplication app(argc, argv);
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
  const Parlour::Testing::EnglishWords english;
  const QStringList arguments = QApplication::arguments();
  const bool compares = arguments.size() == 4 && arguments.at(2) == QLatin1String("--compare");
  if (!(arguments.size() == 2 || compares) || !QDir().mkpath(arguments.at(1))) {
    QTextStream(stderr) << "usage: parlour-screenshots <directory> [--compare <folder>]\n";
    return 2;
  }
  const QString directory = arguments.at(1);
  if (!shootAll(directory)) return 1;
  if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR")) return 0;
  const bool written = shootAtTwoHundredPercent(directory) &&
                       Parlour::Gui::writeComparePage(directory, compares ? arguments.at(3) : QString());
  return written ? 0 : 1;
}
