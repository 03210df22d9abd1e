// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <cstdio>

#include "app/program/Application.h"

int main(int argc, char** argv) {
  QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
  QApplication qt(argc, argv);
  QApplication::setApplicationName(QStringLiteral("Parlour"));
  QApplication::setApplicationVersion(QStringLiteral(PARLOUR_VERSION));
  const auto options = Parlour::Program::parseProgramOptions(QApplication::arguments());
  if (!options) {
    const bool asked = options.error().code == Parlour::ErrorCode::Cancelled;
    fprintf(asked ? stdout : stderr, "%s\n", qPrintable(options.error().text));
    return asked ? 0 : 2;
  }
  auto application = Parlour::Program::Application::create(*options);
  if (!application) {
    fprintf(stderr, "parlour: %s\n", qPrintable(application.error().text));
    return 1;
  }
  (*application)->start();
  if (options->demo) (*application)->startDemo();
  return QApplication::exec();
}
